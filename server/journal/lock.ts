import { readFileSync, realpathSync } from 'node:fs';
import { constants, copyFile, link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { JournalTrouble } from './trouble.ts';

/** Who holds a data folder: process number and what tells that process from a later one of the same number. */
interface Holder {
  pid: number;
  started: string;
}

const NAME = 'hub.lock';
/** Folders held by this very process: its own number in a lock file proves nothing to it. */
const held = new Set<string>();

/**
 * Boot and start time of a process on Linux, else empty. After a power cut the number of the dead hub
 * is often in use again by something else; without this the hall would not open in the morning.
 */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The name in field 2 may hold blanks; field 22 counts from behind its closing bracket.
    return `${boot} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return '';
  }
}

function lives({ pid, started }: Holder): boolean {
  // A torn file names process 0; that would ask after our own group.
  if (pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const now = startOf(pid);
  return now === '' || started === '' || now === started;
}

function parseHolder(text: string): Holder {
  try {
    const { pid, started } = JSON.parse(text) as Partial<Holder>;
    if (Number.isInteger(pid)) return { pid: pid!, started: String(started ?? '') };
  } catch {
    // A lock file torn by a power cut names nobody.
  }
  return { pid: 0, started: 'nobody' };
}

async function readHolder(path: string): Promise<Holder | null> {
  try {
    return parseHolder(await readFile(path, 'utf8'));
  } catch {
    return null;
  }
}

/** Puts the finished file `mine` at `path` unless something is there: then it fails with EEXIST. */
async function placeLock(mine: string, path: string): Promise<void> {
  try {
    // A link appears with its content at once; a copy is empty for a moment.
    await link(mine, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    // Memory sticks (FAT) know no links.
    await copyFile(mine, path, constants.COPYFILE_EXCL);
  }
}

/** Takes over a lock whose holder is dead. Moving it away first lets only one of two rivals win. */
async function removeStale(path: string, stale: Holder): Promise<void> {
  const aside = `${path}.${process.pid}.stale`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  const moved = await readHolder(aside);
  // A rival was faster and this is already its fresh lock: give it back.
  if (moved && (moved.pid !== stale.pid || moved.started !== stale.started))
    await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

/**
 * Keeps every other hub off `folder` (J7). Returns the way to let go.
 * Throws JournalTrouble `journal.locked` when a living process holds it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const real = realpathSync(folder);
  const path = join(real, NAME);
  if (held.has(real)) throw new JournalTrouble('journal.locked', { folder, pid: process.pid });
  const mine = `${path}.${process.pid}`;
  await writeFile(mine, JSON.stringify({ pid: process.pid, started: startOf(process.pid) } satisfies Holder));
  try {
    for (let tries = 0; ; tries++) {
      try {
        await placeLock(mine, path);
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        const holder = await readHolder(path);
        if (tries > 4 || (holder && lives(holder)))
          throw new JournalTrouble('journal.locked', { folder, pid: holder?.pid ?? 0 });
        if (holder) await removeStale(path, holder);
      }
    }
  } finally {
    await rm(mine, { force: true });
  }
  held.add(real);
  return async () => {
    if (held.delete(real)) await rm(path, { force: true });
  };
}
