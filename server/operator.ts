import { readPrivateFile, removePrivateFile, writePrivateFile } from './journal/files.ts';

/** How a program on the hub's own computer, run by the same user, reaches the running hub. */
export interface Operator {
  url: string;
  key: string;
  pid: number;
}

const NAME = 'operator.json';

/** Leaves word in the data folder, readable by this user only. */
export async function writeOperator(folder: string, operator: Operator): Promise<void> {
  await writePrivateFile(folder, NAME, `${JSON.stringify(operator, null, 1)}\n`);
}

/** Null when no hub has left word there, or it cannot be read as such. */
export async function readOperator(folder: string): Promise<Operator | null> {
  const text = await readPrivateFile(folder, NAME);
  if (text === null) return null;
  try {
    const { url, key, pid } = JSON.parse(text) as Partial<Operator>;
    if (typeof url === 'string' && typeof key === 'string' && typeof pid === 'number')
      return { url, key, pid };
  } catch {
    // Torn or edited: the same as none.
  }
  return null;
}

export async function removeOperator(folder: string): Promise<void> {
  await removePrivateFile(folder, NAME);
}
