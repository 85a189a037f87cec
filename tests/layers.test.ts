import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const parts = ['content', 'server', 'display', 'control', 'templates'] as const;
type Part = (typeof parts)[number];

/** What each part may import of the others (design: content ← nothing; pages and templates ← content; server ← content, templates). */
const allowed: Record<Part, readonly string[]> = {
  content: ['content'],
  templates: ['templates', 'content'],
  display: ['display', 'content'],
  control: ['control', 'content'],
  server: ['server', 'content', 'templates'],
};

interface Import {
  file: string;
  /** As written. */
  from: string;
  /** `import type`, erased before it runs. */
  typeOnly: boolean;
  /** Path from the root for relative imports, else null. */
  target: string | null;
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(join(root, path)).isDirectory()) return filesUnder(path);
    return /\.(ts|svelte)$/.test(name) ? [path] : [];
  });
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found: Import[] = [];
  const statement = /(?:^|\n)\s*(import|export)\s+(type\s+)?([^;'"]*?from\s+)?['"]([^'"]+)['"]/g;
  for (const [, , type, names = '', from = ''] of text.matchAll(statement)) {
    // `import { type A, type B }` is erased as well.
    const inner = names
      .match(/\{([^}]*)\}/)?.[1]
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean);
    const allTypes =
      inner !== undefined && inner.length > 0 && inner.every((name) => name.startsWith('type '));
    found.push(madeImport(file, from, Boolean(type) || allTypes));
  }
  for (const [, from = ''] of text.matchAll(/import\(\s*['"]([^'"]+)['"]\s*\)/g))
    found.push(madeImport(file, from, false));
  return found;
}

function madeImport(file: string, from: string, typeOnly: boolean): Import {
  const target = from.startsWith('.')
    ? relative(root, resolve(root, dirname(file), from)).replaceAll('\\', '/')
    : null;
  return { file, from, typeOnly, target };
}

const files = parts.flatMap((part) => filesUnder(part));
const imports = files.flatMap(importsOf);
const partOf = (path: string) => path.split('/')[0] as Part;
const shown = (list: Import[]) => list.map(({ file, from }) => `${file} → ${from}`);

describe('layers', () => {
  test('there is something to check', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(imports.length).toBeGreaterThan(100);
  });

  test.each(parts)('%s imports only what it may', (part) => {
    const wrong = imports.filter(
      ({ file, target }) =>
        partOf(file) === part &&
        target !== null &&
        parts.includes(partOf(target)) &&
        !allowed[part].includes(partOf(target)),
    );
    expect(shown(wrong)).toEqual([]);
  });

  test('nothing imports tests', () => {
    expect(shown(imports.filter(({ target }) => target?.startsWith('tests/')))).toEqual([]);
  });

  test('the server knows templates by their public face only', () => {
    const wrong = imports.filter(
      ({ file, target }) =>
        partOf(file) === 'server' &&
        target?.startsWith('templates/') &&
        !['templates/index.ts', 'templates/faces.ts'].includes(target),
    );
    expect(shown(wrong)).toEqual([]);
  });

  test('pages take types, never values, from content/model', () => {
    const wrong = imports.filter(
      ({ file, target, typeOnly }) =>
        ['display', 'control'].includes(partOf(file)) && target?.startsWith('content/model/') && !typeOnly,
    );
    expect(shown(wrong)).toEqual([]);
  });

  test('nothing that a page reaches takes a value from content/model', () => {
    const byFile = Map.groupBy(imports, ({ file }) => file);
    const reached = new Set(files.filter((file) => ['display', 'control'].includes(partOf(file))));
    for (const file of reached)
      for (const { target, typeOnly } of byFile.get(file) ?? [])
        if (target && !typeOnly && files.includes(target)) reached.add(target);
    expect([...reached].filter((file) => file.startsWith('content/model/'))).toEqual([]);
  });

  test('content knows no machine: no node modules, no packages but typebox in the model', () => {
    const wrong = imports.filter(
      ({ file, target, from, typeOnly }) =>
        partOf(file) === 'content' &&
        target === null &&
        !typeOnly &&
        !(file.startsWith('content/model/') && from === 'typebox'),
    );
    expect(shown(wrong)).toEqual([]);
  });

  test('rules know no clock and no chance', () => {
    const wrong = files
      .filter((file) => partOf(file) === 'content')
      .filter((file) =>
        /\b(Date\.now\(\)|new Date\(\)|Math\.random\(\)|performance\.now\(\))/.test(
          readFileSync(join(root, file), 'utf8'),
        ),
      );
    expect(wrong).toEqual([]);
  });

  const gates: [string, RegExp, string[]][] = [
    ['process.env', /process\.env/, ['server/config.ts', 'server/main.ts', 'server/importer/cli.ts']],
    ['socket.io', /from 'socket\.io'/, ['server/live/live.ts']],
    [
      'socket.io-client',
      /(from |import\()'socket\.io-client'/,
      ['display/hub.svelte.ts', 'control/hub.svelte.ts'],
    ],
    ['puppeteer', /from 'puppeteer-core'/, ['templates/printer.ts']],
    [
      'the data folder',
      /import \{[^}]*\b(writeFile|rename|mkdir|open)\b[^}]*\} from 'node:fs/,
      [
        ...['checkpoint', 'daylog', 'files', 'hallfile', 'lock'].map((name) => `server/journal/${name}.ts`),
        'server/uploads/store.ts',
      ],
    ],
    ['signals and exit', /process\.(exit\(|on\('SIG)/, ['server/main.ts']],
  ];
  test.each(gates)('%s has one gate', (_name, pattern, gate) => {
    const users = files.filter((file) => pattern.test(readFileSync(join(root, file), 'utf8')));
    expect(users.filter((file) => !gate.includes(file))).toEqual([]);
    expect(users.length).toBeGreaterThan(0);
  });
});
