import { readdirSync, readFileSync } from 'node:fs';

/** A process and all below it; none where the system does not tell. */
function treeOf(root: number | undefined): number[] {
  if (root === undefined) return [];
  const parents = new Map(
    list('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        const parent = /^PPid:\s+(\d+)/m.exec(read(`/proc/${name}/status`))?.[1];
        return parent ? [[Number(name), Number(parent)] as const] : [];
      }),
  );
  const tree = new Set([root]);
  for (let grown = true; grown;) {
    grown = false;
    for (const [pid, parent] of parents)
      if (tree.has(parent) && !tree.has(pid)) grown = Boolean(tree.add(pid));
  }
  return [...tree];
}

/** Proportional memory (PSS) of a process and all below it in MB; 0 where the system does not tell. */
export function memoryOfTree(root: number | undefined): number {
  const kilobytes = treeOf(root).map((pid) =>
    Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0),
  );
  return Math.round(kilobytes.reduce((sum, one) => sum + one, 0) / 1024);
}

/**
 * Milliseconds that a processor has worked for a process, all below it and this one: what is left of a measure on a
 * machine that does other things too.
 */
export function workOfTree(root: number | undefined): number {
  const tree = treeOf(root);
  if (tree.length === 0) return 0;
  const threads = tree.flatMap((pid) =>
    list(`/proc/${pid}/task`).map((thread) => `/proc/${pid}/task/${thread}`),
  );
  const nanoseconds = threads.map((thread) => Number(read(`${thread}/schedstat`).split(' ')[0] ?? 0));
  const { user, system } = process.cpuUsage();
  return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e6 + (user + system) / 1000;
}

/** A process that ended meanwhile has no files any more; a system that is no Linux never had them. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function list(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
