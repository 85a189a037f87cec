import type { CommandInput } from '../model/command.ts';
import type { BoardGroup, Scene, Screen } from '../model/screen.ts';
import { personOf } from '../people/person.ts';
import type { Records } from '../records.ts';
import { checkSeen, sameBody } from '../revision.ts';
import { refuse } from '../rule.ts';
import type { Refusal, RuleOf } from '../rule.ts';
import { checkVoice } from '../voice/volume.ts';

/** Pairs a screen (R7): the hub has checked its code and made its token. Refuses what `checkScene` and `checkVoice` do. */
export const pairScreen: RuleOf<CommandInput<'screen:pair'>, { id: string }> = (records, screen, world) => {
  const nowhere = checkScene(records, screen.scene) ?? checkVoice(screen.voice);
  if (nowhere) return nowhere;
  const id = world.newId();
  const body: Screen = { ...screen, pairedBy: personOf(records, world.by), pairedAt: world.now };
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
  const body: Screen = { ...before, ...shown };
  return { changes: sameBody(before, body) ? [] : [{ kind: 'screen', id, body }], result: { id } };
};

/** Unpairs a screen (R9): its token is worth nothing from now on. */
export const revokeScreen: RuleOf<CommandInput<'screen:revoke'>, { id: string }> = (records, { id }) => {
  if (!records.get('screen', id)) return refuse('record.missing');
  return { changes: [{ kind: 'screen', id, body: null }], result: { id } };
};

function checkScene(records: Records, scene: Scene): Refusal | undefined {
  if (scene.is === 'board') return checkGroups(records, scene.groups ?? []);
  if ((scene.is === 'sign' || scene.is === 'counter') && !records.get('window', scene.window))
    return refuse('window.missing');
  const { printer } = scene.is === 'kiosk' && scene.slip.is === 'printer' ? scene.slip : {};
  if (printer !== undefined && !records.get('printer', printer)) return refuse('printer.none');
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
