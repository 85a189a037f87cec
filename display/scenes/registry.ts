import type { Component } from 'svelte';
import { kept } from '../insist.ts';
import type { SceneKind, SceneProps } from './props.ts';

type Load<K extends SceneKind> = () => Promise<{ default: Component<SceneProps<K>> }>;

/** Where the component of each scene is. Each is a chunk of its own: a screen loads what it shows. */
const scenes: { readonly [K in SceneKind]?: Load<K> } = {
  board: () => import('./Board.svelte'),
  sign: () => import('./Sign.svelte'),
  kiosk: () => import('./Kiosk.svelte'),
  counter: () => import('./Counter.svelte'),
  program: () => import('../player/Program.svelte'),
  slogan: () => import('./slogan/Slogan.svelte'),
  guide: () => import('./guide/Guide.svelte'),
  packages: () => import('./packages/Packages.svelte'),
  rules: () => import('./rules/Rules.svelte'),
  pledges: () => import('./pledges/Pledges.svelte'),
  ticker: () => import('./ticker/Ticker.svelte'),
  page: () => import('./page/Page.svelte'),
  calls: () => import('./calls/Calls.svelte'),
  mixed: () => import('./mixed/Mixed.svelte'),
  hours: () => import('./hours/Hours.svelte'),
  notices: () => import('./notices/Notices.svelte'),
  publicity: () => import('./notices/Publicity.svelte'),
  contacts: () => import('./contacts/Contacts.svelte'),
  staff: () => import('./staff/Staff.svelte'),
  plan: () => import('./plan/Plan.svelte'),
  media: () => import('./media/Media.svelte'),
};

const loaded = new Map<SceneKind, () => Found>();
type Found = Component<SceneProps> | Promise<Component<SceneProps>>;

/**
 * The component of a scene, or a promise until it is loaded; one that this page does not know yet, from a newer hub,
 * is the slogan, which is always true.
 */
export function componentOf(kind: SceneKind): Found {
  let component = loaded.get(kind);
  if (!component) {
    // The one place where the kind of a scene and its component are known to belong together.
    const load = (scenes[kind] ?? scenes.slogan) as Load<SceneKind>;
    component = kept(() => load().then((chunk) => chunk.default));
    loaded.set(kind, component);
  }
  return component();
}
