import { describe, expect, test } from 'vitest';
import type { Piece, Show } from '../../../content/model/showing.ts';
import type { Reply } from '../../../content/protocol.ts';
import { Recorder } from '../../../display/proof/recorder.ts';
import { pageShelf } from '../../../display/proof/shelf.ts';
import { PIECE_MS, Strip } from '../../../display/proof/strip.ts';
import { MORNING } from '../../support/world.ts';

const show = (id: string): Show => ({
  is: 'shown',
  parts: [{ scene: 'notices', records: [{ kind: 'notice', id, rev: 1 }] }],
});
const lengthOf = ({ runs }: Piece): number => runs.reduce((sum, [, ms]) => sum + ms, 0);
/** Lets what was begun with the shelf end. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('the strip of what was seen', () => {
  test('[PS1] what was seen at a look counts until the next, and the same goes on', () => {
    const strip = new Strip();
    for (const [at, id] of [
      [0, 'a'],
      [1000, 'a'],
      [2000, 'b'],
      [3000, 'b'],
    ] as const)
      strip.look(show(id), MORNING + at);
    expect(strip.open).toEqual({
      from: MORNING,
      shows: [show('a'), show('b')],
      runs: [
        [0, 2000],
        [1, 1000],
      ],
    });
  });

  test('[PS1] a page that slept, or has no believable time, knows nothing of it', () => {
    const strip = new Strip();
    strip.look(show('a'), MORNING);
    strip.look(show('a'), MORNING + 1000);
    expect(strip.look(show('a'), MORNING + 600_000)).toMatchObject({ from: MORNING, runs: [[0, 1000]] });
    strip.look(show('a'), MORNING + 601_000);
    expect(strip.look(null, 0)).toMatchObject({ from: MORNING + 600_000, runs: [[0, 1000]] });
    strip.look(null, 0);
    expect(strip.open).toBeNull();
  });

  test('[PS1] a clock that is set back makes no negative run', () => {
    const strip = new Strip();
    strip.look(show('a'), MORNING);
    strip.look(show('a'), MORNING + 2000);
    strip.look(show('a'), MORNING + 500);
    strip.look(show('a'), MORNING + 1500);
    expect(strip.open).toMatchObject({ from: MORNING + 500, runs: [[0, 1000]] });
  });
});

/** A page whose hub answers as the test says; `heard` is what it got. */
async function pageOf(shelf = pageShelf(), answers: 'ok' | 'none' = 'ok', now = MORNING) {
  const page = { now, connected: true, answers, id: 'a', heard: [] as Piece[][] };
  const recorder = await Recorder.open({
    shelf,
    now: () => page.now,
    look: () => show(page.id),
    connected: () => page.connected,
    hand: (pieces, answer: (reply: Reply<null>) => void) => {
      page.heard.push(pieces);
      if (page.answers === 'ok') answer({ ok: true, value: null });
    },
  });
  const play = (seconds: number): void => {
    for (let second = 0; second < seconds; second += 1) {
      recorder.tick();
      page.now += 1000;
    }
  };
  return { page, play, recorder, shelf };
}

describe('handing in', () => {
  test('[PS2] a piece of five minutes is handed in once', async () => {
    const { page, play, shelf } = await pageOf();
    play(PIECE_MS / 1000 + 60);
    expect(page.heard).toHaveLength(1);
    expect(lengthOf(page.heard[0]![0]!)).toBe(PIECE_MS);
    await settle();
    expect((await shelf.all()).map(({ piece }) => piece.from)).toEqual([MORNING + PIECE_MS]);
  });

  test('[PS2] while the hub is away the log is kept, over a restart too, and handed in once, the oldest first', async () => {
    const { page, play, shelf } = await pageOf();
    page.connected = false;
    play(1000);
    expect(page.heard).toEqual([]);
    await settle();
    const later = await pageOf(shelf, 'ok', page.now);
    later.play(2);
    const handed = later.page.heard.flat();
    expect(handed.map(({ from }) => from)).toEqual([0, 1, 2, 3].map((count) => MORNING + count * PIECE_MS));
    // All but the looks since the open piece was written last.
    expect(handed.reduce((sum, piece) => sum + lengthOf(piece), 0)).toBeGreaterThan(980_000);
    later.play(10);
    expect(later.page.heard).toHaveLength(1);
  });

  test('[PS2] what is not answered is handed in again, and nothing newer before it', async () => {
    const { page, play } = await pageOf();
    page.answers = 'none';
    play(PIECE_MS / 1000 + 90);
    expect(page.heard.length).toBeGreaterThan(1);
    expect(new Set(page.heard.map(([first]) => first!.from))).toEqual(new Set([MORNING]));
  });
});
