import type { CommandInput } from '../../model/command.ts';
import type { Font } from '../../model/font.ts';
import type { Standard } from '../../model/standard.ts';
import { personOf } from '../../people/person.ts';
import type { Records } from '../../records.ts';
import { sameBody } from '../../revision.ts';
import { refuse, type RuleOf } from '../../rule.ts';
import { isOurs } from '../signs/look.ts';

type Answer = { id: string };

/** Notes a font whose file was checked and stands in the store (FT1 to FT3). The same bytes again: the newer words. */
export const addFont: RuleOf<CommandInput<'font:add'>, Answer> = (records, { id, ...font }, world) => {
  const before = records.get('font', id);
  const body: Font = { ...font, by: personOf(records, world.by), at: world.now };
  if (before && sameBody({ ...before, by: body.by, at: body.at }, body))
    return { changes: [], result: { id } };
  return { changes: [{ kind: 'font', id, body }], result: { id } };
};

/** Takes a font away; sheets are set in our own face again (FT6). Refuses `record.missing`. */
export const removeFont: RuleOf<CommandInput<'font:remove'>, Answer> = (records, { id }) => {
  if (!records.get('font', id)) return refuse('record.missing');
  return { changes: [{ kind: 'font', id, body: null }], result: { id } };
};

/** What faces are named for and sheets are set in, and which of ours stand in. Signs of dots have letters of their own. */
const standIns = { name: 'Noto Serif SC Black', slogan: 'Noto Sans SC Black' } as const;
export type FaceUse = keyof typeof standIns;

function isUse(key: string): key is FaceUse {
  return Object.hasOwn(standIns, key);
}

/** A face that the standard asks for, and what it is printed with. */
export interface FaceState {
  key: FaceUse;
  /** As the standard names it first. */
  wanted: string;
  /** Its other names. */
  names: readonly string[];
  /** Of the font that was uploaded for it; null while ours stands in. */
  font: string | null;
  /** Which of ours that is. */
  standIn: string;
}

/** Faces of a standard that are not ours, each once for what it is used for (FT4). */
export function facesOf(records: Records, standard: Standard | undefined): FaceState[] {
  return (standard?.faces ?? []).flatMap(({ key, families }) => {
    const [wanted] = families;
    if (wanted === undefined || isOurs(wanted) || !isUse(key)) return [];
    const names = families.filter((family) => !isOurs(family));
    return [{ key, wanted, names, font: fontFor(records, names), standIn: standIns[key] }];
  });
}

/** The font that stands for one of these names; the newest of several, null if there is none. */
export function fontFor(records: Records, names: readonly string[]): string | null {
  const asked = new Set(names.map(plain));
  let found: { id: string; at: number } | null = null;
  for (const { id, body } of records.all('font')) {
    const own = body.for === undefined ? body.names : [...body.names, body.for];
    if (!own.some((name) => asked.has(plain(name)))) continue;
    if (!found || body.at > found.at || (body.at === found.at && id > found.id)) found = { id, at: body.at };
  }
  return found?.id ?? null;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '');
}
