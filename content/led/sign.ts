import { say } from '../messages/led.ts';
import type { SignState } from '../views/sign.ts';
import { Frame } from './frame.ts';
import type { Box } from './frame.ts';
import type { Letters } from './letters.ts';
import { roll } from './roll.ts';
import { print, set, turn } from './setting.ts';
import type { Page } from './setting.ts';
import { wordBusiness, wordsOf } from './words.ts';
import type { Shown, Words } from './words.ts';

/** A called number is lit this long, then dark as long: three blinks in the 3 s of a call (L6). */
export const BLINK_MS = 500;

/** Dots that the line beside the number takes with the gap after it. */
const BESIDE = 4;

/** Dots of a sign. */
export interface Size {
  width: number;
  height: number;
}

export interface Drawing {
  frame: Frame;
  /** The moment at which to draw again though nothing was done; null if time alone changes nothing. */
  until: number | null;
  /** Characters that stand as hollow boxes, because no pack has them. */
  missing: string[];
}

/** One drawing in the making. */
interface Sheet {
  frame: Frame;
  long: 'pages' | 'rolls';
  letters: Letters;
  now: number;
  untils: (number | null)[];
  missing: Set<string>;
}

/** How text stands in a box: sizes from the largest to the smallest. */
interface Manner {
  sizes: readonly number[];
  align: 'left' | 'centre';
}

/**
 * Draws the sign of a window as it stands at `now` (hub time), and says until when. Rules: led.md.
 * `size` is the sign's dots, 64 × 12 at least. Return times are worded in `zone`.
 */
export function drawSign(
  state: SignState,
  size: Size,
  letters: Letters,
  now: number,
  zone: string,
  /** What becomes of a text that is too long for its place (L13). */
  long: Sheet['long'] = 'pages',
): Drawing {
  const frame = new Frame(size.width, size.height);
  const sheet: Sheet = { frame, long, letters, now, untils: [state.until], missing: new Set() };
  const whole = { x: 0, y: 0, ...size };
  if (state.is === 'missing')
    setText(sheet, say('window.missing'), whole, { sizes: [32, 24, 16, 12], align: 'centre' });
  else layouts[layoutFor(size)](sheet, state, whole, wordsOf(state, now, zone));
  const untils = sheet.untils.filter((until) => until !== null);
  const until = untils.length > 0 ? Math.min(...untils) : null;
  return { frame, until, missing: [...sheet.missing] };
}

type Layout = 'strip' | 'plate' | 'tower' | 'stack';

/** Which of the layouts of led.md (L10) a sign of these dots has. */
export function layoutFor({ width, height }: Size): Layout {
  if (height < 32) return 'strip';
  if (width >= 128 && (height < 64 || width >= height * 3.5)) return 'plate';
  return width >= 96 && height >= 64 ? 'tower' : 'stack';
}

const layouts: Record<Layout, (sheet: Sheet, state: Shown, box: Box, words: Words[]) => void> = {
  strip: drawStrip,
  plate: drawPlate,
  tower: drawTower,
  stack: drawStack,
};

/** One line: number and name in turn with the state; a call alone. */
function drawStrip(sheet: Sheet, state: Shown, box: Box, words: Words[]): void {
  const manner: Manner = { sizes: stripSizes(box.height), align: 'centre' };
  if (state.is === 'called') return setCall(sheet, state, words, box, manner);
  setTurns(sheet, [...wordPlate(sheet, state, box), ...told(state, words)], box, manner);
}

/** One line of 16 or more dots; of 12 where there is room for no more, or for two of them. */
function stripSizes(height: number): readonly number[] {
  if (height < 16) return [12];
  return height < 24 ? [16] : [24, 16, 12];
}

/** Number, line, and beside them name and business, or the state in the height of both. */
function drawPlate(sheet: Sheet, state: Shown, box: Box, words: Words[]): void {
  const scale = Math.min(Math.floor(box.height / 32), Math.floor(box.width / 128));
  const height = 32 * scale;
  const band = { ...box, y: box.y + ((box.height - height) >> 1), height };
  const large: Manner = { sizes: [height, 24 * scale, 16 * scale], align: 'centre' };
  // A dot beside two figures of 16, so that they do not touch the line.
  const cell = state.window > 99 ? 38 : 34;
  if (needsWhole(sheet, state, words, band, (cell + BESIDE) * scale))
    return state.is === 'called'
      ? setCall(sheet, state, words, band, large)
      : setTurns(sheet, words, band, large);
  const rest = drawNumber(sheet, state, band, scale, cell);
  if (state.is === 'called') return setCall(sheet, state, words, rest, large);
  if (state.is === 'paused') return setTurns(sheet, words, rest, large);
  const second = told(state, words);
  if (second.length === 0) return setText(sheet, state.name, rest, { ...large, align: 'left' });
  const line: Manner = { sizes: [16 * scale], align: 'left' };
  setText(sheet, state.name, { ...rest, height: height / 2 }, line);
  setTurns(sheet, second, { ...rest, y: rest.y + height / 2, height: height / 2 }, line);
}

/** Whether a call or pause in full height fits the sign without the number of the window, but not beside it. */
function needsWhole({ letters }: Sheet, state: Shown, words: Words[], band: Box, used: number): boolean {
  if (state.is !== 'called' && state.is !== 'paused') return false;
  const width = letters.measure(words[0]?.text ?? '', band.height);
  return width > band.width - used && width <= band.width;
}

/** A band with number and name, and the state below it in large type. */
function drawTower(sheet: Sheet, state: Shown, box: Box, words: Words[]): void {
  const scale = Math.max(1, Math.min(Math.floor(box.width / 128), Math.floor(box.height / 64)));
  const height = 32 * scale;
  const large: Manner = { sizes: [height, 24 * scale, 16 * scale], align: 'centre' };
  const below = { ...box, y: box.y + height, height: box.height - height };
  const band = drawNumber(sheet, state, { ...box, height }, scale, state.window > 99 ? 39 : 27);
  const name: Manner = { sizes: [24 * scale, 16 * scale], align: 'left' };
  const second = told(state, words);
  if (second.length === 0) {
    setText(sheet, say('window.unit'), band, name);
    return setText(sheet, state.name, below, large);
  }
  setText(sheet, state.name, band, name);
  if (state.is === 'called') return setCall(sheet, state, words, below, large);
  if (state.is === 'idle') return setTurns(sheet, second, below, { ...large, sizes: [16 * scale] });
  setTurns(sheet, second, below, large, (figure) => setFigure(sheet, figure, below, scale));
}

/** Narrow signs: number and name above, the state below. */
function drawStack(sheet: Sheet, state: Shown, box: Box, words: Words[]): void {
  const manner: Manner = { sizes: [16], align: 'centre' };
  const half = Math.floor(box.height / 32) * 16;
  const below = { ...box, y: box.y + half, height: box.height - half };
  const second = told(state, words);
  if (second.length === 0) return setTurns(sheet, wordPlate(sheet, state, box), box, manner);
  setTurns(sheet, wordPlate(sheet, state, box), { ...box, height: half }, manner);
  if (state.is === 'called') setCall(sheet, state, words, below, manner);
  else setTurns(sheet, second, below, manner);
}

/** Number in its cell and the line beside it. Returns what is left of the band. */
function drawNumber(sheet: Sheet, { window }: Shown, band: Box, scale: number, cell: number): Box {
  const { frame, letters, missing } = sheet;
  const width = cell * scale;
  const figures = String(window);
  const size = [32, 24, 16].map((one) => one * scale).find((one) => letters.measure(figures, one) <= width);
  print(frame, letters, { size: size ?? 16, lines: [figures] }, { ...band, width }, 'centre', missing);
  frame.fill({ x: band.x + width, y: band.y + 2 * scale, width: scale, height: band.height - 4 * scale });
  const used = width + BESIDE * scale;
  return { ...band, x: band.x + used, width: band.width - used };
}

/** What a sign tells beside number and name. */
function told(state: Shown, words: Words[]): Words[] {
  const business = wordBusiness(state);
  return state.is === 'idle' && business !== '' ? [{ text: business }, ...words] : words;
}

/** Number and name in one line of 16 dots; in turn where that is too long. */
function wordPlate({ letters }: Sheet, { window, name }: Shown, { width, height }: Box): Words[] {
  const text = `${say('window.short', { number: window })} ${name}`;
  if (letters.measure(text, height < 16 ? 12 : 16) <= width) return [{ text }];
  return [{ text: say('window.named', { number: window }) }, { text: name }];
}

function setText(sheet: Sheet, text: string, box: Box, manner: Manner): void {
  setTurns(sheet, [{ text }], box, manner);
}

type Figure = NonNullable<Words['figure']>;

/** Sets words in turn, each on as many pages as it needs; with `plan`, a figure with its label where that fits. */
function setTurns(
  sheet: Sheet,
  words: readonly Words[],
  box: Box,
  { sizes, align }: Manner,
  plan: (figure: Figure) => (() => void) | null = () => null,
): void {
  const { frame, letters, missing } = sheet;
  const draw = (page: Page) => () => print(frame, letters, page, box, align, missing);
  const fits = (text: string) => letters.measure(text, Math.min(...sizes)) <= box.width;
  if (sheet.long === 'rolls' && words.some(({ text }) => set(letters, text, box, sizes).length > 1))
    return setRoll(sheet, words, box, sizes);
  const pages = words.flatMap(({ text, short, figure }) => {
    const planned = figure && plan(figure);
    const shown = short !== undefined && !fits(text) && fits(short) ? short : text;
    return planned ? [planned] : set(letters, shown, box, sizes).map(draw);
  });
  const { page, until } = turn(pages, sheet.now);
  sheet.untils.push(until);
  page?.();
}

/** All words in one line that rolls through the box. */
function setRoll(sheet: Sheet, words: readonly Words[], box: Box, sizes: readonly number[]): void {
  const { frame, letters, now, missing, untils } = sheet;
  const text = words.map((one) => one.text).join('\u3000\u3000');
  const size = sizes.find((one) => one <= box.height) ?? Math.min(...sizes);
  const { picture, until } = roll(letters, text, size, box, now, missing);
  frame.blit(picture, box.x, box.y);
  untils.push(until);
}

/** A label in two small lines before a large figure; null where they are too wide. */
function setFigure(sheet: Sheet, { label, value }: Figure, box: Box, scale: number): (() => void) | null {
  const { frame, letters, missing } = sheet;
  const half = Math.ceil(label.length / 2);
  const lines = [label.slice(0, half), label.slice(half)];
  const small = 16 * scale;
  const wide = Math.max(...lines.map((line) => letters.measure(line, small)));
  const before = wide + 8 * scale;
  const size = [32 * scale, 24 * scale].find((one) => before + letters.measure(value, one) <= box.width);
  if (size === undefined) return null;
  const x = box.x + ((box.width - before - letters.measure(value, size)) >> 1);
  return () => {
    print(frame, letters, { size: small, lines }, { ...box, x, width: wide }, 'left', missing);
    print(frame, letters, { size, lines: [value] }, { ...box, x: x + before }, 'left', missing);
  };
}

/** A call blinks until it has pulsed, first lit, then stands still. */
function setCall(
  sheet: Sheet,
  { since, blinkUntil }: Extract<Shown, { is: 'called' }>,
  words: readonly Words[],
  box: Box,
  manner: Manner,
): void {
  const { now } = sheet;
  const phase = Math.max(0, Math.floor((now - since) / BLINK_MS));
  const blinks = now < blinkUntil;
  if (blinks) sheet.untils.push(Math.min(blinkUntil, since + (phase + 1) * BLINK_MS));
  if (!blinks || phase % 2 === 0) setTurns(sheet, words, box, manner);
}
