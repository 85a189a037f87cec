import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { speaker } from '../content/messages/catalogue.ts';
import { standardEntries } from '../content/messages/standards.ts';
import type { Standard, StandardPack } from '../content/model/standard.ts';
import type { Language } from '../content/refusals.ts';
import { chainOf, resolveStandard } from '../content/standards.ts';
import { checkPack, checkStandard } from './standardcheck.ts';
import { StandardFile } from './standardfile.ts';
import type { PlacedFault, StandardText } from './standardfile.ts';

/** The file of a standard that has its head; others beside it hold further parts. */
const FILE = 'standard.yaml';

/** Files of standards that cannot be used. `word` says for every fault the file, the line and what is wrong. */
export class StandardTrouble extends Error {
  readonly faults: readonly PlacedFault[];

  constructor(faults: readonly PlacedFault[]) {
    super(wordFaults(faults, 'zh-CN'));
    this.name = 'StandardTrouble';
    this.faults = faults;
  }

  word(language: Language): string {
    return wordFaults(this.faults, language);
  }
}

function wordFaults(faults: readonly PlacedFault[], language: Language): string {
  const say = speaker(standardEntries, language);
  return faults
    .map(({ file, line, code, path, params }) =>
      say('standard.at', { file, line, what: say(code, { path: path.join('.') || '/', ...params }) }),
    )
    .join('\n');
}

/**
 * Reads every standard below `folder` (`NAME/*.yaml`, one of them standard.yaml) and lays each over what it
 * extends; by id: those that bind, those that advise, the national one last. Throws StandardTrouble naming
 * all faults of all files, so that whoever adapts a standard mends them in one go.
 */
export async function loadStandards(folder: string): Promise<Map<string, Standard>> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const folders = await Promise.all(names.sort().map((name) => textsOf(folder, name)));
  // An empty folder is what a checkout leaves behind of a standard that is gone.
  return readStandards(folders.filter(({ texts }) => texts.some(({ text }) => text !== null)));
}

/** The texts of one standard, whose folder is `name`. */
export interface StandardFolder {
  name: string;
  texts: StandardText[];
}

async function textsOf(folder: string, name: string): Promise<StandardFolder> {
  const files = (await readdir(join(folder, name))).filter((file) => file.endsWith('.yaml')).sort();
  const ordered = [FILE, ...files.filter((file) => file !== FILE)];
  const texts = ordered.map(async (file) => ({
    file: join(folder, name, file),
    text: await readFile(join(folder, name, file), 'utf8').catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOENT') return null;
      throw cause;
    }),
  }));
  return { name, texts: await Promise.all(texts) };
}

/** Standards from their texts, resolved. Throws StandardTrouble. */
export function readStandards(folders: readonly StandardFolder[]): Map<string, Standard> {
  const packs = new Map<string, StandardPack>();
  const files = new Map<string, StandardFile>();
  const faults: PlacedFault[] = [];
  for (const { name, texts } of folders) {
    const file = new StandardFile(texts);
    const pack = file.check();
    for (const fault of pack ? checkPack(pack, name) : []) file.add(fault);
    if (pack && file.faults.length === 0) packs.set(pack.id, pack);
    files.set(pack?.id ?? name, file);
    faults.push(...file.faults);
  }
  if (faults.length > 0) throw new StandardTrouble(faults);
  const standards = [...packs.values()].flatMap((pack) => {
    const chain = chainOf(pack.id, packs);
    const file = files.get(pack.id);
    if (!Array.isArray(chain)) {
      const [[wrong, value]] = Object.entries(chain) as [['unknown' | 'circle', string]];
      const path = wrong === 'unknown' && value === pack.refers ? ['refers'] : ['extends'];
      file?.add({ code: `standard.chain-${wrong}`, path, params: { value } });
      return [];
    }
    const standard = resolveStandard(chain);
    for (const fault of checkStandard(pack, standard)) file?.add(fault);
    return [standard];
  });
  const late = [...files.values()].flatMap((file) => file.faults);
  if (late.length > 0) throw new StandardTrouble(late);
  const rank = ({ id, chain }: Standard) =>
    chain.length === 1 ? 2 : Number(packs.get(id)?.locks === 'none');
  standards.sort((one, other) => rank(one) - rank(other) || (one.id < other.id ? -1 : 1));
  return new Map(standards.map((standard) => [standard.id, standard]));
}
