import type { Scene } from '../../content/model/scene.ts';
import type { Records } from '../../content/records.ts';
import { insist } from '../insist.ts';
import type { SceneKind } from '../scenes/props.ts';
import { componentOf } from '../scenes/registry.ts';

/** What scenes load only when they come to it. */
const later: { readonly [K in SceneKind]?: readonly (() => Promise<unknown>)[] } = {
  board: [
    () => import('../scenes/board/Groups.svelte'),
    () => import('../scenes/board/Counts.svelte'),
    () => import('../scenes/board/Panels.svelte'),
    () => import('../scenes/notices/Flow.svelte'),
    () => import('../waits.svelte.ts'),
  ],
};

/** Scenes that a screen with this one may have to show some day without its hub (L29). */
export function kindsAhead(records: Records, scene: Scene): Set<SceneKind> {
  const kinds = new Set<SceneKind>([scene.is]);
  let plays = scene.is === 'program';
  if (scene.is === 'mixed')
    for (const { play } of scene.zones)
      if ('scene' in play) kinds.add(play.scene.is);
      else plays = true;
  // Which list is due may change at any hour; all of them together name few kinds.
  if (plays) {
    kinds.add('program').add('slogan');
    for (const { body } of records.all('playlist')) for (const item of body.items) kinds.add(item.scene.is);
  }
  return kinds;
}

/** Loads their parts of the page, which the browser then keeps: a restart finds them without the hub. */
export async function loadAhead(records: Records, scene: Scene): Promise<void> {
  for (const kind of kindsAhead(records, scene)) {
    await componentOf(kind);
    for (const load of later[kind] ?? []) await insist(load);
  }
}
