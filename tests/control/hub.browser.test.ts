import './chinese.ts';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { CALM_MS, Hub } from '../../control/hub.svelte.ts';
import { smallHall } from '../support/hall.ts';
import { MORNING } from '../support/world.ts';
import { FakeWire, snapshot } from './wire.ts';

function joined() {
  const wire = new FakeWire();
  const hub = new Hub('zh-CN', wire.dial);
  hub.open();
  wire.rise();
  wire.hear('state:replaced', snapshot(smallHall().everything(), MORNING));
  return { wire, hub };
}

const mark = (seq: number) => ({ seq, hash: 'abcdefabcdef' });
const gone = { kind: 'notice', id: 'welcome', rev: 2, body: null } as const;

afterEach(() => void vi.useRealTimers());

describe('records of a panel', () => {
  test('[C6] a snapshot replaces every record', () => {
    const { wire, hub } = joined();
    expect(hub.records.count('window')).toBe(4);
    wire.hear('state:replaced', snapshot([], MORNING));
    expect(hub.records.count('window')).toBe(0);
  });

  test('[C6] a patch after the mark is applied, an older one is not', () => {
    const { wire, hub } = joined();
    wire.hear('state:changed', { after: 10, mark: mark(11), changes: [gone] });
    expect(hub.records.get('notice', 'welcome')).toBeUndefined();
    wire.hear('state:replaced', snapshot(smallHall().everything(), MORNING));
    wire.hear('state:changed', { after: 8, mark: mark(9), changes: [gone] });
    expect(hub.records.get('notice', 'welcome')).toBeDefined();
  });

  test('[C6] a hole makes the page ask from its mark, and what it is answered is applied', () => {
    const { wire, hub } = joined();
    wire.hear('state:changed', { after: 12, mark: mark(13), changes: [gone] });
    expect(hub.records.get('notice', 'welcome')).toBeDefined();
    const asked = wire.last();
    expect(asked).toMatchObject({ event: 'state:ask', word: { since: { seq: 10 } } });
    asked.answer({ ok: true, value: { after: 10, mark: mark(13), changes: [gone] } });
    expect(hub.records.get('notice', 'welcome')).toBeUndefined();
    expect(wire.hello.since).toEqual(mark(13));
  });

  test('[C6] a beacon of a later commit makes the page ask, one of its own commit does not', () => {
    const { wire } = joined();
    wire.hear('state:beaconed', { seq: 10, now: MORNING });
    expect(wire.said).toHaveLength(0);
    wire.hear('state:beaconed', { seq: 11, now: MORNING });
    expect(wire.last().event).toBe('state:ask');
  });
});

describe('commands of a panel', () => {
  test('[C5] a command is sent again with its request id after a reconnect, and answered once', async () => {
    const { wire, hub } = joined();
    const answers: unknown[] = [];
    const asked = hub.give('ticket:next', { window: 'w1' }).then((reply) => answers.push(reply));
    const first = wire.last();
    wire.cut();
    wire.rise();
    const again = wire.last();
    expect(again).not.toBe(first);
    expect(again.word).toEqual(first.word);
    again.answer({ ok: true, value: { id: 't1', number: 'A001' } });
    first.answer({ ok: true, value: { id: 't2', number: 'A002' } });
    await asked;
    expect(answers).toEqual([{ ok: true, value: { id: 't1', number: 'A001' } }]);
    wire.cut();
    wire.rise();
    expect(wire.commands()).toHaveLength(2);
  });

  test('[C5] every command has a request id of its own', () => {
    const { wire, hub } = joined();
    void hub.give('ticket:next', { window: 'w1' });
    void hub.give('ticket:next', { window: 'w1' });
    const ids = wire.commands().map(({ sent }) => sent.request);
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
  });

  test('[C5] a command given without a line goes out when there is one', () => {
    const { wire, hub } = joined();
    wire.cut();
    void hub.give('ticket:next', { window: 'w1' });
    expect(wire.commands()).toHaveLength(0);
    wire.rise();
    expect(wire.commands()).toHaveLength(1);
  });

  test('[C5] what is too large for the line is refused here', async () => {
    const { wire, hub } = joined();
    const rules = [
      {
        title: '制度',
        source: { title: '方案' },
        blocks: Array.from({ length: 30 }, () => ({ number: '', depth: 0, text: '字'.repeat(1000) })),
      },
    ];
    expect(await hub.give('rule:adopt', { rules })).toMatchObject({ ok: false, code: 'request.too-large' });
    expect(wire.commands()).toHaveLength(0);
  });

  test('[C5] a session that ended answers what is still open with words', async () => {
    const { wire, hub } = joined();
    const asked = hub.give('ticket:next', { window: 'w1' });
    wire.hear('session:ended');
    expect(hub.ended).toBe(true);
    expect(await asked).toMatchObject({ ok: false, code: 'session.missing', message: '请先登录。' });
  });
});

describe('a lost line', () => {
  test('[C7] is told after two seconds, and forgotten when it is back', () => {
    vi.useFakeTimers();
    const { wire, hub } = joined();
    wire.cut();
    vi.advanceTimersByTime(CALM_MS - 1);
    expect(hub.lost).toBe(false);
    vi.advanceTimersByTime(1);
    expect(hub.lost).toBe(true);
    wire.rise();
    expect(hub.lost).toBe(false);
  });

  test('[C7] a hiccup is not told', () => {
    vi.useFakeTimers();
    const { wire, hub } = joined();
    wire.cut();
    vi.advanceTimersByTime(CALM_MS - 1);
    wire.rise();
    vi.advanceTimersByTime(CALM_MS);
    expect(hub.lost).toBe(false);
  });

  test('[C7] a line that the hub closed is dialled again', () => {
    vi.useFakeTimers();
    const { wire } = joined();
    const before = wire.dialled;
    wire.cut(false);
    vi.advanceTimersByTime(10_000);
    expect(wire.dialled).toBe(before + 1);
  });
});
