import type { CommandInput } from '../content/model/command.ts';
import type { Picture, Screen, Voice } from '../content/model/screen.ts';
import type { Scene } from '../content/model/scene.ts';
import { isComplete } from './scenedraft.ts';

/** What the form of a screen says. */
export interface ScreenDraft {
  name: string;
  scene: Scene;
  diagonal: number;
  distance: number;
  sound: boolean;
  voice: Voice;
  picture: Picture | undefined;
  pace: 'slow' | undefined;
  theme: 'bright' | undefined;
}

type Body = Omit<CommandInput<'screen:save'>, 'id' | 'rev'>;

/** The draft of a screen as it is kept; of a new one the defaults of look.md: 43 inches, read from six metres. */
export function draftOfScreen(
  kept:
    | Pick<
        Screen,
        'name' | 'scene' | 'diagonal' | 'distance' | 'sound' | 'voice' | 'picture' | 'pace' | 'theme'
      >
    | undefined,
): ScreenDraft {
  return {
    name: kept?.name ?? '',
    scene: kept?.scene ?? { is: 'board' },
    diagonal: kept?.diagonal ?? 43,
    distance: kept?.distance ?? 6,
    sound: kept?.sound ?? true,
    voice: kept?.voice ?? { volume: 1 },
    picture: kept?.picture,
    pace: kept?.pace,
    theme: kept?.theme,
  };
}

/** What is sent. A save that names no picture, no pace and no theme takes them away (R15), so all are always named where they are set. */
export function bodyOf({ voice, picture, pace, theme, name, ...rest }: ScreenDraft): Body {
  const { volume, spans = [] } = voice;
  const zone = voice.zone?.trim();
  return {
    ...rest,
    name: name.trim(),
    // A sign keeps what was set for the time when it is a board again.
    ...(rest.scene.is === 'board'
      ? { voice: { volume, ...(spans.length ? { spans } : {}), ...(zone ? { zone } : {}) } }
      : {}),
    ...(picture ? { picture } : {}),
    ...(pace ? { pace } : {}),
    ...(theme ? { theme } : {}),
  };
}

/** Width and height in pixels. */
export interface Pixels {
  width: number;
  height: number;
}

/** What screens mostly have: wide, upright, 4K, two side by side. */
export const usualGlasses: readonly Pixels[] = [
  { width: 1920, height: 1080 },
  { width: 1080, height: 1920 },
  { width: 3840, height: 2160 },
  { width: 3840, height: 1080 },
];

/** Pixels that a screen draws on: its picture, its device's screen as it reported, or what most have. */
export function glassOf(picture: Picture | undefined, reported: Pixels | null | undefined): Pixels {
  const { width, height } = (picture && fitsPicture(picture) ? picture : reported) ?? usualGlasses[0]!;
  return { width, height };
}

/** Whether the form can be sent. */
export function isReady({ name, scene, picture }: ScreenDraft): boolean {
  return name.trim() !== '' && isComplete(scene) && (!picture || fitsPicture(picture));
}

const within = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

/** Whether the hub takes this place of a picture. */
export const fitsPicture = ({ x, y, width, height }: Picture): boolean =>
  within(x, 0, 8000) && within(y, 0, 8000) && within(width, 64, 8000) && within(height, 16, 8000);

/** A picture that is so many percent of the screen's width and height away from each of its edges. */
export function insetPicture({ width, height }: Pixels, percent: number): Picture {
  const [x, y] = [Math.round((width * percent) / 100), Math.round((height * percent) / 100)];
  return { x, y, width: width - 2 * x, height: height - 2 * y };
}
