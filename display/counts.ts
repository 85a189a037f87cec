import { clockOf } from '../content/calendar.ts';
import { say } from '../content/messages/display.ts';
import type { Board } from '../content/views/board.ts';

/** What is told below the last calls (S5–S7). */
export type Told = Pick<Board, 'passed' | 'paused' | 'waiting'>;
/** A range of minutes that a newcomer waits, by service. */
export type Ranges = ReadonlyMap<string, { from: number; to: number }>;

/** A line: parts beside each other with a hint after them, or the three columns of one service. */
export interface Line {
  label: string;
  parts: string[];
  hint?: string;
  columns?: { name: string; people: string; wait: string };
}

/** Lines that stand in one place, so many at once; the others take turns. */
export interface Slot {
  lines: Line[];
  rows: number;
}

/** Width in ems of the type, height in lines. */
export interface Room {
  ems: number;
  rows: number;
}

/** In ems: the label with what parts it from the line, the gap between two parts, people and wait of a service. */
const LABEL = 3.2;
const GAP = 0.9;
const COLUMNS = 12;
/** More lines of waiting push too many last calls off the board. */
const WAITING_ROWS = 3;

/** How wide a text is about, in ems: never less than it is. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /[\x20-\x7e–]/.test(character) ? 0.62 : 1;
  return width;
}

/** The places below the last calls: each kind has its own, or all take turns in one. */
export function slotsOf(told: Told, ranges: Ranges, zone: string, { ems, rows }: Room): Slot[] {
  const passed = share(say('counts.passed'), told.passed, ems, say('counts.passed-hint'));
  const paused = share(say('counts.paused'), wordPaused(told, zone), ems);
  const before = [passed, paused].filter((lines) => lines.length > 0);
  const left = rows - before.length;
  const waiting = wordWaiting(told, ranges, ems, rows > 1);
  if (left < 1) {
    const lines = [...before.flat(), ...waiting];
    return lines.length > 0 ? [{ lines, rows }] : [];
  }
  const slots = before.map((lines) => ({ lines, rows: 1 }));
  if (waiting.length > 0) slots.push({ lines: waiting, rows: Math.min(left, WAITING_ROWS, waiting.length) });
  return slots;
}

/** Which lines of a slot stand in its `round`. */
export function pageOf({ lines, rows }: Slot, round: number): Line[] {
  const page = round % Math.ceil(lines.length / rows);
  return lines.slice(page * rows, (page + 1) * rows);
}

function wordPaused({ paused }: Told, zone: string): string[] {
  return paused.map(({ number, goTo, back }) => {
    if (goTo !== null) return say('paused.go-to', { number, to: goTo });
    return back === null
      ? say('window.named', { number })
      : say('paused.back', { number, time: clockOf(back, zone) });
  });
}

function wordWaiting({ waiting }: Told, ranges: Ranges, ems: number, inColumns: boolean): Line[] {
  const label = say('counts.waiting');
  const lines = waiting
    .filter(({ count }) => count > 0)
    .map(({ service, name, short, count }) => {
      const fits = widthOf(name) <= ems - LABEL - COLUMNS;
      return {
        columns: {
          name: fits ? name : short,
          people: say('counts.people', { count }),
          wait: wordRange(ranges.get(service)),
        },
        part: [short, say('counts.people', { count }), wordRange(ranges.get(service))]
          .filter(Boolean)
          .join(' '),
      };
    });
  if (lines.length === 0) return [{ label, parts: [say('counts.nobody')] }];
  if (inColumns) return lines.map(({ columns }) => ({ label, parts: [], columns }));
  return share(
    label,
    lines.map(({ part }) => part),
    ems,
  );
}

/** About so long for somebody who came now; a range from nothing would look like a promise. */
function wordRange(range: { from: number; to: number } | undefined): string {
  if (!range) return '';
  return range.from > 0 ? say('wait.minutes', range) : say('wait.within', { to: range.to });
}

/** Parts on as few lines as hold them, each with the hint at its end. */
function share(label: string, parts: readonly string[], ems: number, hint?: string): Line[] {
  const room = ems - LABEL - (hint ? widthOf(hint) + GAP : 0);
  const lines: string[][] = [];
  let used = Infinity;
  for (const part of parts) {
    used += GAP + widthOf(part);
    const line = lines.at(-1);
    if (line && used <= room) line.push(part);
    else {
      lines.push([part]);
      used = widthOf(part);
    }
  }
  return lines.map((parts) => ({ label, parts, ...(hint ? { hint } : {}) }));
}
