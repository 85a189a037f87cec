import type { CommandInput } from '../model/command.ts';
import type { BoardGroup, ContentScene, Mixed, Scene } from '../model/scene.ts';
import type { Screen } from '../model/screen.ts';
import { personOf } from '../people/person.ts';
import type { Records } from '../records.ts';
import { checkSeen, sameBody } from '../revision.ts';
import { isPrivate } from '../slips/address.ts';
import { refuse } from '../rule.ts';
import type { Refusal, RuleOf } from '../rule.ts';
import { checkVoice } from '../voice/volume.ts';
import { hallOf } from './hall.ts';
import { isListed } from './pages.ts';
import { overlap } from './zones.ts';

/** Pairs a screen (R7): the hub has checked its code and made its token. Refuses what `checkScene` and `checkVoice` do. */
export const pairScreen: RuleOf<CommandInput<'screen:pair'>, { id: string }> = (records, screen, world) => {
  const nowhere = checkScene(records, screen.scene) ?? checkVoice(screen.voice);
  if (nowhere) return nowhere;
  const id = world.newId();
  const body: Screen = { ...screen, pairedBy: personOf(records, world.by), pairedAt: world.now };
  return { changes: [{ kind: 'screen', id, body }], result: { id } };
};

/** Whether it can be drawn without a page. */
const hasDots = (scene: Scene): boolean =>
  scene.is === 'sign' || (scene.is === 'ticker' && scene.dots !== undefined);

/** No token has it: a sign without a page is never signed in. */
const NO_TOKEN = '0'.repeat(64);

/** Adds a sign of dots that has no page of its own: its controller fetches pictures or is fed them (R25). Refuses `scene.no-dots` and what `checkScene` does. */
export const addSign: RuleOf<CommandInput<'screen:add'>, { id: string }> = (records, screen, world) => {
  const { scene } = screen;
  if (!hasDots(scene)) return refuse('scene.no-dots');
  const nowhere = checkScene(records, screen.scene);
  if (nowhere) return nowhere;
  const id = world.newId();
  const by = { pairedBy: personOf(records, world.by), pairedAt: world.now };
  const body: Screen = { ...screen, sound: false, pageless: true, tokenHash: NO_TOKEN, ...by };
  return { changes: [{ kind: 'screen', id, body }], result: { id } };
};

/** Changes what a paired screen is called and shows (R8). Refuses `record.missing`, `record.changed`, `window.missing`, `voice.spans`. */
export const saveScreen: RuleOf<CommandInput<'screen:save'>, { id: string }> = (
  records,
  { id, rev, ...shown },
) => {
  const stale = checkSeen(records, 'screen', { id, rev });
  if (stale) return stale;
  const before = records.get('screen', id);
  if (!before) return refuse('record.missing');
  const nowhere = checkScene(records, shown.scene) ?? checkVoice(shown.voice);
  if (nowhere) return nowhere;
  if (before.pageless && !hasDots(shown.scene)) return refuse('scene.no-dots');
  // A picture, a pace and a theme that the save does not name are as usual again.
  const body: Screen = { ...usual(before), ...shown };
  // An empty list of groups takes away what was there; an absent one leaves it.
  if (body.groups?.length === 0) delete body.groups;
  return { changes: sameBody(before, body) ? [] : [{ kind: 'screen', id, body }], result: { id } };
};

/** R15, R26. */
const usual = ({ picture: _, pace: __, theme: ___, ...kept }: Screen): Screen => kept;

/** Unpairs a screen (R9): its token and the keys of its start scripts are worth nothing from now on. */
export const revokeScreen: RuleOf<CommandInput<'screen:revoke'>, { id: string }> = (records, { id }) => {
  if (!records.get('screen', id)) return refuse('record.missing');
  const keys = records.get('startkeys', id) ? [{ kind: 'startkeys' as const, id, body: null }] : [];
  return { changes: [{ kind: 'screen', id, body: null }, ...keys], result: { id } };
};

/** R7, R13, R14: what a scene names is there, and its zones lie well. */
export function checkScene(records: Records, scene: Scene): Refusal | undefined {
  switch (scene.is) {
    case 'board':
      return checkGroups(records, scene.groups ?? []);
    case 'sign':
      return (
        checkController(scene) ?? (records.get('window', scene.window) ? undefined : refuse('window.missing'))
      );
    case 'ticker':
      return checkController(scene);
    case 'counter':
      return records.get('window', scene.window) ? undefined : refuse('window.missing');
    case 'kiosk': {
      const { printer } = scene.slip.is === 'printer' ? scene.slip : {};
      return printer !== undefined && !records.get('printer', printer) ? refuse('printer.none') : undefined;
    }
    case 'mixed':
      return checkZones(records, scene);
    case 'program':
      return undefined;
    default:
      return checkContent(records, scene);
  }
}

/** R25: a controller is one of the hall's network, and has dots to light. */
function checkController(scene: Extract<Scene, { is: 'sign' | 'ticker' }>): Refusal | undefined {
  const host = scene.controller?.host;
  if (host === undefined) return undefined;
  if (!isPrivate(host)) return refuse('sign.address', { host });
  return scene.is === 'ticker' && !scene.dots ? refuse('scene.no-dots') : undefined;
}

/** R13: a page that visitors see is one that the hall has put on its list. */
export function checkContent(records: Records, scene: ContentScene): Refusal | undefined {
  if (scene.is === 'page' && !isListed(hallOf(records)?.body.pages ?? [], scene.url))
    return refuse('scene.page-unlisted');
  return undefined;
}

/** R14: zones lie within the grid and not on each other. */
function checkZones(records: Records, { columns, rows, zones }: Mixed): Refusal | undefined {
  for (const [place, zone] of zones.entries()) {
    if (zone.x + zone.w > columns || zone.y + zone.h > rows) return refuse('scene.zone-outside');
    if (zones.slice(place + 1).some((other) => overlap(zone, other))) return refuse('scene.zones-overlap');
    const wrong = 'scene' in zone.play ? checkContent(records, zone.play.scene) : undefined;
    if (wrong) return wrong;
  }
  return undefined;
}

/** S2: a call that stood in two groups of one board would be read as two calls. */
function checkGroups(records: Records, groups: readonly BoardGroup[]): Refusal | undefined {
  const taken = new Set<string>();
  for (const id of groups.flatMap(({ windows }) => windows)) {
    const window = records.get('window', id);
    if (!window) return refuse('window.missing');
    if (taken.has(id)) return refuse('scene.window-twice', { number: window.number });
    taken.add(id);
  }
  if (groups.some(({ windows }) => windows.length === 0)) return refuse('scene.group-empty');
  return undefined;
}
