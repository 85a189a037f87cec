import type { StandardView } from '../content/api.ts';
import type { Place, PlaceKind } from '../content/model/hall.ts';
import { composeName, endingsOf, partsOf, wordPart } from '../content/naming.ts';
import type { PlacePart } from '../content/naming.ts';
import { wordRefusal } from '../content/refusals.ts';
import { isRefusal } from '../content/rule.ts';
import { language, say } from './words.ts';

export interface PartField {
  part: PlacePart;
  label: string;
  help: string;
  error: string | null;
}

/** The parts that a level's pattern asks for, each with what its input says. `strict` also tells what is missing. */
export function fieldsOf(
  standard: StandardView,
  placeKind: PlaceKind,
  place: Place,
  strict: boolean,
): PartField[] {
  const pattern = standard.names.find((one) => one.placeKind === placeKind)?.pattern ?? '';
  return partsOf(pattern).map((part) => {
    const label = wordPart(part, placeKind, language);
    const endings = endingsOf(standard, placeKind, part);
    const listed = endings.join(say('list.or'));
    const word = place[part]?.replace(/\s+/gu, '') ?? '';
    const fits = endings.length === 0 || endings.some((ending) => word.endsWith(ending));
    return {
      part,
      label,
      help: endings.length ? say('place.endings', { endings: listed }) : '',
      error: faultOf(label, listed, word, fits && !endings.includes(word), strict),
    };
  });
}

function faultOf(part: string, endings: string, word: string, fits: boolean, strict: boolean): string | null {
  if (!word) return strict ? wordRefusal('name.part-missing', { part }, language) : null;
  return fits ? null : wordRefusal('name.part-wrong', { part, endings }, language);
}

/** The official name, or null while a part is missing or wrong. */
export function nameOf(standard: StandardView, placeKind: PlaceKind, place: Place): string | null {
  const named = composeName(standard, placeKind, place);
  return isRefusal(named) ? null : named.name;
}
