import { speaker } from './messages/catalogue.ts';
import { hallEntries } from './messages/hall.ts';
import type { Place, PlaceKind } from './model/hall.ts';
import type { Standard } from './model/standard.ts';
import type { Language } from './refusals.ts';
import { refuse } from './rule.ts';
import type { Refusal } from './rule.ts';

export type PlacePart = keyof Place;
const parts: readonly PlacePart[] = ['county', 'town', 'former', 'village'];

/** The longest name that a hall's record takes. */
const LONGEST = 60;

/** As much of a standard as naming needs; the set-up form has it too, without the schema. */
export interface NamingRules {
  names: readonly Pick<Standard['names'][number], 'placeKind' | 'pattern'>[];
  endings: Standard['endings'];
}

/** The parts that a pattern asks for, in their order: `{town}人民政府{former}便民服务站` → town, former. */
export function partsOf(pattern: string): PlacePart[] {
  const found = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  return [...new Set(found)].filter((name): name is PlacePart => parts.includes(name as PlacePart));
}

/** What a form calls a part: the town of a 街道 is its 街道名. */
export function wordPart(part: PlacePart, placeKind: PlaceKind, language: Language = 'zh-CN'): string {
  const say = speaker(hallEntries, language);
  const special = `part.${placeKind}.${part}`;
  return say(special in hallEntries ? (special as 'part.street.town') : `part.${part}`);
}

/** The endings that a part may have, or none if any will do. `street.town` is tried before `town`. */
export function endingsOf(
  rules: Pick<NamingRules, 'endings'>,
  placeKind: PlaceKind,
  part: PlacePart,
): string[] {
  return rules.endings[`${placeKind}.${part}`] ?? rules.endings[part] ?? [];
}

/** Place names without the blanks that slip in when typing or pasting; empty parts are left out. */
export function tidyPlace(place: Place): Place {
  const tidy: Place = {};
  for (const part of parts) {
    const word = place[part]?.replace(/\s+/gu, '');
    if (word) tidy[part] = word;
  }
  return tidy;
}

/**
 * The official name of a hall (QJ 四(一), SC annex 1). Refuses `name.kind-unknown`, `name.part-missing`,
 * `name.part-wrong`, `name.too-long`. Quick enough to be called at every key of a form.
 */
export function composeName(
  rules: NamingRules,
  placeKind: PlaceKind,
  place: Place,
): { name: string } | Refusal {
  const pattern = rules.names.find((one) => one.placeKind === placeKind)?.pattern;
  if (pattern === undefined) return refuse('name.kind-unknown');
  const words = tidyPlace(place);
  for (const part of partsOf(pattern)) {
    const word = words[part];
    const endings = endingsOf(rules, placeKind, part);
    const called = wordPart(part, placeKind);
    // The ending alone is no name: 镇 of 白石镇.
    if (!word || endings.includes(word)) return refuse('name.part-missing', { part: called });
    if (endings.length > 0 && !endings.some((ending) => word.endsWith(ending)))
      return refuse('name.part-wrong', {
        part: called,
        endings: endings.join(speaker(hallEntries, 'zh-CN')('ending.join')),
      });
  }
  const name = pattern.replace(/\{(\w+)\}/g, (_, part: string) => words[part as PlacePart] ?? '');
  return name.length > LONGEST ? refuse('name.too-long', { limit: LONGEST }) : { name };
}
