import type { Force } from '../model/standard.ts';
import type { Records } from '../records.ts';
import type { Standard } from '../model/standard.ts';
import type { PublicSign } from '../model/signsheet.ts';
import type { Sheet, SheetOf } from '../model/sheet.ts';
import { hallOf } from '../premises/hall.ts';
import { isRefusal } from '../rule.ts';
import { gatherSheet } from './kinds.ts';
import { hanging, sameSubject, stateOf } from './sheet.ts';

/** Why a sheet must hang: what asks for it, by its words and its place in the standard. */
export interface MustWhy {
  label: string;
  source: string;
  force: Force;
}

/** How far a sheet that must hang is: nothing printed; printed and nobody said that it hangs; it hangs; its words are old. */
export type MustHave = { is: 'none' } | { is: 'printed' | 'hung' | 'stale'; code: string };

/** One sheet that this hall must hang. */
export interface MustHang {
  why: MustWhy;
  /** Kind and arguments; null while there is no record that it could be made from. */
  of: SheetOf | null;
  /** Code of the refusal that printing it would meet, such as `sheet.no-slogan`; null when it can be printed. */
  lacks: string | null;
  have: MustHave;
}

type Entry = MustWhy & { key: string };
/** `of` null with the refusal that says which record is missing. */
interface Asked {
  why: MustWhy;
  of: SheetOf | null;
  lacks?: string;
}

/** Signs that a facility of a standard is marked by. */
const signOf: Record<string, PublicSign> = {
  'exit-signs': 'exit',
  escape: 'exit',
  'fire-signs': 'exit',
  extinguishers: 'extinguisher',
  'first-aid': 'first-aid',
  'camera-notice': 'camera',
  cameras: 'camera',
  'warning-signs': 'slippery',
  toilet: 'toilet',
  access: 'accessible',
  water: 'water',
  glasses: 'glasses',
  chargers: 'charger',
  'self-service-terminal': 'kiosk',
  'opinion-box': 'box',
  'complaint-box': 'box',
};

/** Other sheets that a facility, or a line of what is shown, asks for. */
const sheetFor: Record<string, SheetOf> = {
  board: { is: 'name' },
  'road-sign': { is: 'road', way: 'ahead' },
  direction: { is: 'directions' },
  'guide-signs': { is: 'directions' },
  signs: { is: 'directions' },
  'paused-sign': { is: 'pause' },
  hours: { is: 'hours' },
  phones: { is: 'contacts' },
  pledge: { is: 'pledges' },
  guides: { is: 'code', to: { is: 'guides' } },
};

/** Everything that this hall must hang by its standard, and how far each is (SG10). Advice is not asked for. */
export function mustHang(records: Records, standard: Standard | undefined): MustHang[] {
  if (!standard) return [];
  const sheets = hanging(records);
  const once: MustHang[] = [];
  for (const { why, of, lacks } of [
    ...wordsAsked(records, standard),
    ...windowsAsked(records, standard),
    ...placesAsked(records, standard),
  ]) {
    if (of && once.some((one) => one.of && covers(one.of, of))) continue;
    const now = of && gatherSheet(records, of, standard);
    const refused = now && isRefusal(now) ? now.refused : null;
    once.push({ why, of, lacks: lacks ?? refused, have: haveOf(records, standard, sheets, of) });
  }
  return once;
}

function haveOf(
  records: Records,
  standard: Standard,
  sheets: readonly { id: string; body: Sheet }[],
  of: SheetOf | null,
): MustHave {
  const found = of ? sheets.filter(({ body }) => covers(body.of, of)) : [];
  const states = found.map(({ id: code, body }): MustHave & { code: string } =>
    stateOf(records, body, standard).is !== 'current'
      ? { is: 'stale', code }
      : { is: body.hung ? 'hung' : 'printed', code },
  );
  const best = ['hung', 'printed', 'stale'].flatMap((is) => states.find((one) => one.is === is) ?? [])[0];
  return best ?? { is: 'none' };
}

/** Whether a sheet does what another was asked for: a rule on a board of several, hours from whichever day. */
function covers(sheet: SheetOf, asked: SheetOf): boolean {
  if (asked.is === 'rule' && sheet.is === 'rules') return sheet.rules.includes(asked.rule);
  if (sheet.is !== asked.is) return false;
  if (asked.is === 'hours' || asked.is === 'road') return true;
  return sameSubject(sheet, asked);
}

const binds = ({ force }: { force: Force }): boolean => force === 'must' || force === 'should';
const whyOf = ({ label, source, force }: Entry): MustWhy => ({ label, source, force });

/** Name, slogan, pledges, conduct and rules. */
function wordsAsked(records: Records, standard: Standard): Asked[] {
  const name = standard.faces.find(({ key }) => key === 'name');
  const board = standard.checklist.find(({ detail }) => detail === 'board');
  const pledges = standard.pledges.filter(binds);
  const asked = (role: string): typeof pledges => pledges.filter((one) => one.role === role);
  const first = (role: string, of: SheetOf): Asked[] =>
    asked(role)
      .slice(0, 1)
      .map(({ title, source, force }) => ({ why: { label: title, source, force }, of }));
  const conduct = asked('conduct');
  return [
    ...(name && binds(name)
      ? [
          {
            why: { label: board?.label ?? standard.title, source: name.source, force: name.force },
            of: { is: 'name' as const },
          },
        ]
      : []),
    ...first('slogan', { is: 'slogan' }),
    ...first('pledge', { is: 'pledges' }),
    ...(conduct.length
      ? [
          {
            why: {
              ...first('conduct', { is: 'conduct' })[0]!.why,
              label: conduct.map(({ title }) => title).join('、'),
            },
            of: { is: 'conduct' as const },
          },
        ]
      : []),
    ...rulesAsked(records, standard),
  ];
}

function rulesAsked(records: Records, standard: Standard): Asked[] {
  const rules = [...records.all('rule')];
  return standard.institutions
    .filter((one) => binds(one) && one.by === 'rule')
    .map((one) => {
      const rule = rules.find(({ body }) =>
        one.titles.some((title) => body.title.includes(title) || title.includes(body.title)),
      );
      return {
        why: whyOf(one),
        of: rule ? { is: 'rule' as const, rule: rule.id } : null,
        ...(rule ? {} : { lacks: 'record.missing' }),
      };
    });
}

/** A plate for each window, one for each who sits there, a badge for all. */
function windowsAsked(records: Records, standard: Standard): Asked[] {
  const windows = [...records.all('window')].sort((one, other) => one.body.number - other.body.number);
  const plate = standard.words.find(({ key }) => key === 'window-plate');
  const line = standard.checklist.find(({ detail, key }) => detail === 'window' || key === 'window-plates');
  const facility = standard.facilities.find(({ key }) => key === 'window-sign');
  const asksPlate = [facility, line, plate && { ...plate, label: plate.word }].find(
    (one) => one !== undefined && binds(one),
  );
  const post = standard.words.find(({ key }) => key === 'post-plate');
  const fields = standard.plate.filter(binds);
  const whyPost =
    fields.length && post ? { label: post.word, source: fields[0]!.source, force: fields[0]!.force } : null;
  const badge = standard.plate.find((one) => one.key === 'badge' && binds(one));
  const staff = new Set(windows.flatMap(({ body: { posts } }) => [posts?.a ?? [], posts?.b ?? []].flat()));
  // 座牌 stands before a person, 岗位牌 at a window.
  const plates: SheetOf[] =
    post?.word === '座牌'
      ? [...staff].map((one) => ({ is: 'desk', staff: one }))
      : windows.map(({ id }) => ({ is: 'post', window: id }));
  return [
    ...(asksPlate
      ? windows.map(({ id }) => ({
          why: whyOf({ ...asksPlate, key: '' }),
          of: { is: 'window' as const, window: id },
        }))
      : []),
    ...(whyPost
      ? plates.length
        ? plates.map((of) => ({ why: whyPost, of }))
        : [{ why: whyPost, of: null, lacks: 'sheet.no-staff' }]
      : []),
    ...(badge ? [{ why: whyOf(badge), of: { is: 'badge' as const } }] : []),
  ];
}

/** Areas, facilities, and what the hall must show of itself. */
function placesAsked(records: Records, standard: Standard): Asked[] {
  const kind = hallOf(records)?.body.placeKind;
  const level = standard.names.find(({ placeKind }) => placeKind === kind)?.level;
  const areas = [...records.all('area')];
  return [
    ...standard.areas
      .filter((one) => binds(one) && (one.level === undefined || one.level === level))
      .flatMap((one): Asked[] => {
        const found = areas.filter(({ body }) => body.is === one.key);
        const why = whyOf(one);
        if (found.length === 0) return [{ why, of: null, lacks: 'sheet.no-areas' }];
        return found.map(({ id }) => ({ why, of: { is: 'area', area: id } }));
      }),
    ...[...standard.facilities, ...standard.shown].filter(binds).flatMap((one): Asked[] => {
      const sign = signOf[one.key];
      const of: SheetOf | undefined = sign ? { is: 'sign', sign } : sheetFor[one.key];
      return of ? [{ why: whyOf(one), of }] : [];
    }),
    ...ratingsAsked(records, standard),
  ];
}

/** Where a standard asks for a device to rate with, the code for it stands at each window. */
function ratingsAsked(records: Records, standard: Standard): Asked[] {
  const device = standard.facilities.find((one) => one.key === 'rating-device' && binds(one));
  if (!device) return [];
  return [...records.all('window')].map(({ id }) => ({
    why: whyOf(device),
    of: { is: 'code', to: { is: 'rate', window: id } },
  }));
}
