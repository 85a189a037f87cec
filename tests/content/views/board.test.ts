import { beforeEach, describe, expect, it } from 'vitest';
import { boardOf, PULSE_MS } from '../../../content/views/board.ts';
import { CALL_FRESH_MS } from '../../../content/protocol.ts';
import { RecordMap } from '../../../content/records.ts';
import { office, smallHall } from '../../support/hall.ts';
import { DAY, MINUTE, MORNING, must, testWorld } from '../../support/world.ts';
import type { TestWorld } from '../../support/world.ts';

let records: RecordMap;
let world: TestWorld;

beforeEach(() => {
  records = smallHall();
  world = testWorld().as('li');
  must(records, 'window:take', { window: 'w1' }, world);
});

function issueAndCall(count: number) {
  for (let i = 0; i < count; i++)
    must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world.wait(1));
  for (let i = 0; i < count; i++) must(records, 'ticket:next', { window: 'w1' }, world.wait(MINUTE));
}

describe('the hall board', () => {
  it('shows nothing of a hall that is not set up, and does not fail', () => {
    const board = boardOf(new RecordMap(), MORNING);
    expect(board).toMatchObject({ hall: null, current: null, last: [], opening: null, until: null });
  });

  it('shows phones in order, the slogan, open windows and who waits, from what a screen may see', () => {
    must(records, 'ticket:issue', { service: 'civil', kind: 'normal' }, world);
    const board = boardOf(records, world.now);
    expect(board.hall?.name).toBe('清溪镇便民服务中心');
    expect(board.slogan).toEqual(['为群众办好事，让群众好办事']);
    expect(board.contacts.map(({ body }) => body.role)).toEqual(['consult', 'complain', 'hotline']);
    expect(board.waiting.map(({ short, count }) => [short, count])).toEqual([
      ['社保', 0],
      ['民政', 1],
      ['国土', 0],
    ]);
    expect(board.waitingTotal).toBe(1);
    expect(board.openWindows).toBe(1);
    expect(board.current).toBeNull();
  });

  it('shows the newest call, fresh and pulsing at first, and says when that ends', () => {
    issueAndCall(1);
    const at = world.now;
    const board = boardOf(records, at);
    expect(board.current).toMatchObject({
      number: 'A001',
      service: '社会保障',
      windowNumber: 1,
      count: 1,
      state: 'called',
      fresh: true,
      pulseUntil: at + PULSE_MS,
    });
    expect(board.until).toBe(at + PULSE_MS);
    expect(boardOf(records, at + PULSE_MS).until).toBe(at + CALL_FRESH_MS);
    const later = boardOf(records, at + CALL_FRESH_MS);
    expect(later.current).toMatchObject({ number: 'A001', fresh: false });
    expect(later.until).toBe(MORNING + 60 * MINUTE); // the notice ends
  });

  it('a recall of an earlier ticket is the newest call again, with a new announcement', () => {
    issueAndCall(1);
    const first = boardOf(records, world.now).current?.id;
    must(records, 'ticket:recall', { window: 'w1' }, world.wait(MINUTE));
    const board = boardOf(records, world.now);
    expect(board.current).toMatchObject({ number: 'A001', count: 2, fresh: true });
    expect(board.current?.id).not.toBe(first);
    expect(board.last).toEqual([]);
  });

  it('lists the last calls of other tickets, newest first, at most eight', () => {
    issueAndCall(11);
    const board = boardOf(records, world.now);
    expect(board.current?.number).toBe('A011');
    expect(board.last.map(({ number }) => number)).toEqual([
      'A010',
      'A009',
      'A008',
      'A007',
      'A006',
      'A005',
      'A004',
      'A003',
    ]);
  });

  it('names passed tickets until they are called again', () => {
    issueAndCall(1);
    must(records, 'ticket:pass', { window: 'w1' }, world);
    expect(boardOf(records, world.now).passed).toEqual(['A001']);
    const ticket = boardOf(records, world.now).current?.ticket ?? '';
    must(records, 'ticket:call', { window: 'w1', ticket }, world.wait(1));
    expect(boardOf(records, world.now).passed).toEqual([]);
  });

  it('forgets yesterday’s calls at midnight of the hall, and wakes for it', () => {
    issueAndCall(1);
    world.now = MORNING + 14 * 60 * MINUTE; // 23:00, everything else is over
    const board = boardOf(records, world.now);
    expect(board.current?.number).toBe('A001');
    const midnight = MORNING + 15 * 60 * MINUTE;
    expect(board.until).toBe(midnight);
    expect(boardOf(records, midnight).current).toBeNull();
    expect(boardOf(records, MORNING + DAY).waitingTotal).toBe(0);
  });

  it('says whether the hall is open, and when it opens next', () => {
    records = smallHall(office);
    expect(boardOf(records, MORNING).opening).toMatchObject({ open: true });
    const noon = boardOf(records, MORNING + 3 * 60 * MINUTE + MINUTE); // 12:01
    expect(noon.opening).toMatchObject({ open: false, next: MORNING + 5 * 60 * MINUTE });
    expect(noon.until).toBe(MORNING + 5 * 60 * MINUTE);
  });

  it('shows a notice when it is due and not after, and wakes for both', () => {
    const title = (now: number) => boardOf(records, now).notices.map(({ body }) => body.title);
    expect(title(MORNING)).toEqual(['城乡居民医保缴费通知']);
    expect(boardOf(records, MORNING).until).toBe(MORNING + 60 * MINUTE);
    expect(title(MORNING + 60 * MINUTE)).toEqual([]);
  });
});
