import { afterEach, describe, expect, test, vi } from 'vitest';
import { PROTOCOL } from '../../content/protocol.ts';
import type { Hello, Mark, Snapshot } from '../../content/protocol.ts';
import type { Change } from '../../content/model/record.ts';
import { Hub } from '../../display/hub.svelte.ts';
import type { HubEvents, Wire } from '../../display/hub.svelte.ts';
import { HubTime, PROBES } from '../../display/hubtime.ts';
import { hallOf, NOW } from './fixture.ts';

type Heard = { event: string; words: unknown[]; answer: (reply: unknown) => void };

/** A line held in the test's hand: says what the hub would say, keeps what the page said. */
class FakeWire implements Wire {
  active = true;
  connects = 0;
  heard: Heard[] = [];
  #listeners = new Map<string, (...words: never[]) => void>();
  hello: () => Hello;

  constructor(hello: () => Hello) {
    this.hello = hello;
  }
  on(event: string, listener: (...words: never[]) => void): void {
    this.#listeners.set(event, listener);
  }
  emit(event: string, ...words: unknown[]): void {
    const answer = words.pop() as Heard['answer'];
    if (event === 'clock:read') answer({ ok: true, value: { now: NOW } });
    else this.heard.push({ event, words, answer });
  }
  connect(): void {
    this.connects++;
  }
  disconnect(): void {}
  say(event: string, ...words: unknown[]): void {
    this.#listeners.get(event)?.(...(words as never[]));
  }
}

const mark = (seq: number): Mark => ({ seq, hash: String(seq).padStart(12, '0') });
const you = { is: 'screen' as const, id: 's1', hubUrl: 'http://hub', version: '1' };

function snapshot(seq: number): Snapshot {
  return { mark: mark(seq), now: NOW, you, records: [...hallOf({}).everything()] as Change[] };
}

function open() {
  let wire!: FakeWire;
  const events: Record<keyof HubEvents, ReturnType<typeof vi.fn>> = {
    changed: vi.fn(),
    granted: vi.fn(),
    revoked: vi.fn(),
    outdated: vi.fn(),
    timed: vi.fn(),
    named: vi.fn(),
    asked: vi.fn(),
    tested: vi.fn(),
  };
  const time = new HubTime(NOW, () => performance.now());
  const hub = new Hub(time, events as unknown as HubEvents, (hello) => (wire = new FakeWire(hello)));
  hub.open();
  wire.say('connect');
  return { hub, wire, events, time };
}

afterEach(() => void vi.useRealTimers());

describe('the line of a screen', () => {
  test('[W4] takes a snapshot, then patches in order', () => {
    const { hub, wire, events } = open();
    wire.say('state:replaced', snapshot(5));
    wire.say('state:changed', {
      after: 5,
      mark: mark(6),
      changes: [{ kind: 'contact', id: 'c0', rev: 2, body: null }],
    });
    expect(hub.mark).toEqual(mark(6));
    expect(hub.records.get('contact', 'c0')).toBeUndefined();
    expect(events.changed).toHaveBeenCalledTimes(2);
  });

  test('[W4] a patch that comes twice changes nothing; one with a gap before it makes the page ask', () => {
    const { hub, wire } = open();
    wire.say('state:replaced', snapshot(5));
    wire.say('state:changed', { after: 3, mark: mark(4), changes: [] });
    expect(hub.mark?.seq).toBe(5);
    wire.say('state:changed', { after: 6, mark: mark(7), changes: [] });
    wire.say('state:changed', { after: 7, mark: mark(8), changes: [] });
    expect(hub.mark?.seq).toBe(5);
    expect(wire.heard).toMatchObject([{ event: 'state:ask', words: [{ since: mark(5) }] }]);
    wire.heard[0]!.answer({ ok: true, value: { after: 5, mark: mark(8), changes: [] } });
    expect(hub.mark?.seq).toBe(8);
  });

  test('[W4] a beacon that names a newer commit makes the page ask', () => {
    const { wire } = open();
    wire.say('state:replaced', snapshot(5));
    wire.say('state:beaconed', { seq: 5, now: NOW });
    expect(wire.heard).toEqual([]);
    wire.say('state:beaconed', { seq: 9, now: NOW });
    expect(wire.heard).toHaveLength(1);
  });

  test('[W2] each connect says the token and the newest commit that the page holds', () => {
    const { hub, wire } = open();
    expect(wire.hello()).toEqual({ protocol: PROTOCOL, page: 'display', language: 'zh-CN' });
    wire.say('pairing:granted', { token: 'T' });
    wire.say('state:replaced', snapshot(5));
    expect(wire.hello()).toMatchObject({ token: 'T', since: mark(5), version: '1' });
    wire.say('state:changed', { after: 5, mark: mark(6), changes: [] });
    expect(wire.hello()).toMatchObject({ since: mark(6) });
    expect(hub.offer).toBeNull();
  });

  test('[W8] a screen that the hub does not know keeps its token until another is granted', () => {
    const { hub, wire, events } = open();
    hub.restore('OLD', undefined);
    wire.say('pairing:offered', { code: '480726', expiresAt: NOW + 600_000, now: NOW, url: 'http://hub/x' });
    expect(hub.offer?.code).toBe('480726');
    expect(wire.hello().token).toBe('OLD');
    wire.say('pairing:granted', { token: 'NEW' });
    wire.say('state:replaced', snapshot(5));
    expect(hub.offer).toBeNull();
    expect(events.granted).toHaveBeenCalledWith('NEW');
  });

  test('a revoked screen forgets everything', () => {
    const { hub, wire, events } = open();
    wire.say('pairing:granted', { token: 'T' });
    wire.say('state:replaced', snapshot(5));
    wire.say('screen:revoked');
    expect(wire.hello()).not.toHaveProperty('token');
    expect(wire.hello()).not.toHaveProperty('since');
    expect(hub.records.count('hall')).toBe(0);
    expect(events.revoked).toHaveBeenCalledOnce();
  });

  test('it comes back even when the hub itself closed the line or refused it', () => {
    vi.useFakeTimers();
    const { hub, wire } = open();
    wire.active = false;
    wire.say('disconnect', 'io server disconnect');
    expect(hub.connected).toBe(false);
    expect(wire.connects).toBe(1);
    vi.advanceTimersByTime(5_000);
    expect(wire.connects).toBe(2);
    wire.say('connect_error', new Error('refused'));
    vi.advanceTimersByTime(5_000);
    expect(wire.connects).toBe(3);
  });

  test('the last frame stays when the line is lost; only a longer loss is told, with its beginning', () => {
    vi.useFakeTimers();
    const { hub, wire } = open();
    wire.say('state:replaced', snapshot(5));
    wire.say('disconnect', 'transport close');
    expect(hub.records.count('hall')).toBe(1);
    vi.advanceTimersByTime(9_000);
    expect(hub.lost).toBe(false);
    wire.say('connect_error', new Error('refused'));
    vi.advanceTimersByTime(2_000);
    expect(hub.lost).toBe(true);
    expect(Math.abs(hub.lostAt - NOW)).toBeLessThan(5_000);
    wire.say('connect');
    expect(hub.lost).toBe(false);
  });

  test('the time is measured after each connect', async () => {
    const { time, events } = open();
    await vi.waitFor(() => expect(time.measured).toBe(true));
    expect(events.timed).toHaveBeenCalled();
    expect(PROBES).toBe(8);
    expect(Math.abs(time.now() - NOW)).toBeLessThan(10_000);
  });

  test('a page of another protocol is told so', () => {
    const { wire, events } = open();
    wire.say('page:outdated', { protocol: PROTOCOL + 1 });
    expect(events.outdated).toHaveBeenCalledOnce();
  });
});
