import type { Scene } from '../../content/model/scene.ts';
import type { Records } from '../../content/records.ts';
import type { Glass, Place } from '../glass.ts';
import type { Hub } from '../hub.svelte.ts';
import type { Turn } from '../turns.ts';

export type SceneKind = Scene['is'];
export type SceneOf<K extends SceneKind> = Extract<Scene, { is: K }>;

/** What a scene may know and do of the line to the hub. */
export type SceneHub = Pick<Hub, 'give' | 'ask' | 'connected' | 'lost' | 'you'>;

/** What every scene is given, on a whole screen, in a zone of one and in a preview of the panel. */
export interface SceneProps<K extends SceneKind = SceneKind> {
  records: Records;
  scene: SceneOf<K>;
  /** Hub time of the newest tick: it moves on with the minute and when a scene asked for it. */
  now: number;
  /** The clock of the hub, for what moves by itself. */
  clock: { now(): number };
  /** False while no believable time is known. */
  clockValid: boolean;
  /** The box that the scene fills, in CSS px: the picture, or its zone. */
  glass: Glass;
  place: Place;
  /** Base of the type in px. `--base` and the sizes of theme.css are set from it. */
  base: number;
  /** Characters that its readers read in a second, while they stand. */
  pace: number;
  /** Whether it stands in a zone: name, clock and phones are then told elsewhere. */
  zone: boolean;
  /** Whose turn it is in each group of a board. */
  turns: readonly (Turn | null)[];
  /** Announcement ids of what this screen's voice is saying now. */
  speaking: readonly string[];
  hub: SceneHub;
  /** Hub time up to which the records are true, once the line is lost; else null. */
  lostAt: number | null;
  /** Asks for a tick at this moment. */
  onwake: (at: number | null) => void;
  /** Called when all pages were shown once, or a video has ended. A scene goes on showing after it. */
  ondone?: (() => void) | undefined;
  /** What does not work, for the panel; null once it does again. */
  ontrouble?: ((words: string | null) => void) | undefined;
}
