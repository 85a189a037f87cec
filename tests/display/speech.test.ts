import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Hall } from '../../content/model/hall.ts';
import type { Sentence } from '../../content/voice/sentence.ts';
import { boardOf } from '../../content/views/board.ts';
import { callsOf, othersThan, shownCall } from '../../display/calls.ts';
import { TURN_MS, Turns } from '../../display/turns.ts';
import { Speech } from '../../display/speech.ts';
import type { Rung } from '../../display/rung.ts';
import { boardIn, hallOf, MINUTE, NOW } from './speaking.ts';

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

/** A voice whose every sentence takes two seconds, or what the test makes of it. */
class FakeVoice implements Rung {
  readonly name = 'clips';
  said: string[] = [];
  speaking = 0;
  most = 0;
  able = true;
  how: () => Promise<void> = () => new Promise((resolve) => setTimeout(resolve, 2_000));

  canSay(): boolean {
    return this.able;
  }
  async say({ text }: Sentence): Promise<void> {
    this.most = Math.max(this.most, ++this.speaking);
    this.said.push(text.split('。')[0]!);
    await this.how();
  }
  stop(): void {
    this.speaking = 0;
  }
}

function open(rungs: Rung[], announced: string[] = [], seconds: Rung[] = []) {
  const bell = { out: {} as GainNode | null, volume: 1, rings: 0, ring: () => (bell.rings++, 1) };
  const changed = vi.fn();
  const began = vi.fn();
  const line = { stands: true };
  const needs = { now: () => Date.now(), connected: () => line.stands, began, changed };
  const speech = new Speech({ ...needs, bell, rungs, seconds }, announced);
  return { bell, began, changed, line, speech };
}

const calls: [string, number][] = [
  ['A012', 3],
  ['B007', 1],
  ['C003', 12],
];
const three = hallOf(calls);
const hallBody: Hall = {
  name: '白石镇便民服务中心',
  standard: 'qianjiang',
  placeKind: 'town',
  place: { town: '白石镇' },
  timeZone: 'Asia/Shanghai',
  hours: { weekdays: [1], spans: [{ from: '09:00', to: '12:00' }] },
  voice: { second: 'en' },
};
const said = [
  '请 A 零 一 二 号到 三 号窗口办理',
  '请 B 零 零 七 号到 一 号窗口办理',
  '请 C 零 零 三 号到 十二 号窗口办理',
];

describe('the speech of a screen', () => {
  test('[V11] three calls of one patch are spoken in order, each after its bell, none over another', async () => {
    const voice = new FakeVoice();
    const { speech, bell, began, changed } = open([voice]);
    speech.learn(three, 's1', null);
    speech.learn(three, 's1', null);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(began.mock.calls).toEqual([['callA012'], ['callB007'], ['callC003']]);
    expect(voice.said).toEqual(said);
    expect(voice.most).toBe(1);
    expect(bell.rings).toBe(3);
    expect(speech.spoken).toBe('callC003');
    // Each begins, has a voice and ends.
    expect(changed).toHaveBeenCalledTimes(9);
  });

  test('[V11] a voice that never answers is given up, and the next call is spoken', async () => {
    const mute = new FakeVoice();
    mute.how = () => new Promise(() => {});
    const { speech } = open([mute]);
    speech.learn(hallOf([['A012', 3]]), 's1', null);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(speech.spoken).toBeNull();
    mute.how = async () => {};
    vi.setSystemTime(NOW);
    speech.learn(three, 's1', null);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(mute.said.slice(1)).toEqual(said.slice(1));
  });

  test('[V13] what a rung cannot say, or fails at, the next one does; below them all is the bell', async () => {
    const [unable, broken, last] = [new FakeVoice(), new FakeVoice(), new FakeVoice()];
    unable.able = false;
    broken.how = () => Promise.reject(new Error('no device'));
    const { speech, bell } = open([unable, broken, last]);
    speech.learn(three, 's1', null);
    await vi.advanceTimersByTimeAsync(10_000);
    expect([unable.said.length, broken.said.length]).toEqual([0, 3]);
    expect(last.said).toEqual(said);
    const silent = open([unable, broken]);
    silent.speech.learn(three, 's1', null);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(silent.bell.rings).toBe(3);
    expect(silent.speech.spoken).toBeNull();
    expect(bell.rings).toBe(3);
  });

  test('[V13] an engine that throws at everything stops nothing', async () => {
    const wild: Rung = {
      name: 'browser',
      canSay: () => {
        throw new Error('canSay');
      },
      say: () => Promise.reject(new Error('say')),
      stop: () => {
        throw new Error('stop');
      },
    };
    const voice = new FakeVoice();
    const { speech } = open([wild, voice]);
    speech.learn(three, 's1', null);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(voice.said).toEqual(said);
  });

  test('[V14] while sound is blocked calls wait, and those that grew old are not spoken', async () => {
    const voice = new FakeVoice();
    const { speech, bell } = open([voice]);
    const out = bell.out;
    bell.out = null;
    speech.learn(three, 's1', null);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(voice.said).toEqual([]);
    bell.out = out;
    speech.goOn();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(voice.said[0]).toBe(said[0]);
    const late = open([voice]);
    late.speech.learn(three, 's1', null);
    expect(late.bell.rings).toBe(1);
    vi.setSystemTime(NOW + MINUTE);
    const older = open([new FakeVoice()]);
    older.speech.learn(three, 's1', null);
    expect(older.bell.rings).toBe(0);
  });

  test('[V5] what was announced before a reload is not spoken', async () => {
    const voice = new FakeVoice();
    const { speech } = open([voice], ['callA012', 'callB007']);
    speech.learn(three, 's1', null);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(voice.said).toEqual(said.slice(2));
  });

  test('[V10] who is finished or passed before the voice comes to it is not called any more', async () => {
    const voice = new FakeVoice();
    const { speech } = open([voice]);
    speech.learn(three, 's1', null);
    const records = hallOf(calls);
    for (const [number, is] of [
      ['B007', 'finished'],
      ['C003', 'passed'],
    ] as const) {
      const body = records.get('ticket', `t${number}`)!;
      const state = { is, window: 'w1', since: NOW };
      records.apply([{ kind: 'ticket', id: `t${number}`, rev: 2, body: { ...body, state } }]);
    }
    speech.learn(records, 's1', null);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(voice.said).toEqual(said.slice(0, 1));
  });

  test('[V15] while an earlier call is spoken again on the glass, the later ones stay in the list', () => {
    const board = boardOf(three, NOW + 10);
    const turns = new Turns();
    turns.learn(callsOf(three), NOW + 10);
    for (const steady of [0, TURN_MS, 2 * TURN_MS]) turns.step(steady);
    const shown = shownCall(board, turns.follow('callA012'))!;
    expect(shown).toMatchObject({ call: { number: 'A012' }, how: 'known' });
    expect(othersThan(board, shown.call, shown.told).map(({ number }) => number)).toEqual(['C003', 'B007']);
  });

  test('[V12] a screen that another one of its zone speaks for is silent', async () => {
    const voice = new FakeVoice();
    const { speech, bell } = open([voice]);
    const zone = { volume: 1, zone: '东厅' };
    speech.learn(
      hallOf([['A012', 3]], [boardIn('s0', { voice: zone, pairedAt: 0 }), boardIn('s1', { voice: zone })]),
      's1',
      null,
    );
    await vi.advanceTimersByTimeAsync(10_000);
    expect([voice.said.length, bell.rings]).toEqual([0, 0]);
  });

  test('[V16] it speaks as loud as the hour asks, by hub time', async () => {
    const { speech, bell } = open([new FakeVoice()]);
    const spans = [{ from: '12:00', to: '14:00', volume: 0.2 }];
    speech.learn(hallOf([['A012', 3]], [boardIn('s1', { voice: { volume: 0.8, spans } })]), 's1', null);
    expect(bell.volume).toBe(0.8);
    await vi.advanceTimersByTimeAsync(10_000);
    const noon = Date.UTC(2026, 10, 21, 4, 30, 0);
    vi.setSystemTime(noon);
    const later = hallOf([['B007', 1]], [boardIn('s1', { voice: { volume: 0.8, spans } })], noon);
    speech.learn(later, 's1', null);
    expect(bell.volume).toBe(0.2);
  });

  test('[V17] the second language follows once, and only a call that is spoken alone', async () => {
    const [voice, other] = [new FakeVoice(), new FakeVoice()];
    const { speech } = open([voice], [], [other]);
    const records = hallOf([['A012', 3]]);
    records.apply([{ kind: 'hall', id: 'hall', rev: 1, body: hallBody }]);
    speech.learn(records, 's1', null);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(voice.said).toEqual(said.slice(0, 1));
    expect(other.said).toEqual(['Ticket A zero one two, please go to counter three.']);
    const many = hallOf([...calls, ['D001', 2]]);
    many.apply([{ kind: 'hall', id: 'hall', rev: 1, body: hallBody }]);
    const burst = open([voice], [], [other]);
    burst.speech.learn(many, 's1', null);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(other.said).toHaveLength(1);
  });

  describe('[V19] screens of one zone', () => {
    const zone = { volume: 1, zone: '东厅' };
    const screens = [boardIn('s0', { voice: zone }), boardIn('s1', { voice: zone })];
    const records = hallOf(calls, screens);

    test('until the hub has named a speaker, and while it names another, a screen is silent', async () => {
      const voice = new FakeVoice();
      const { speech } = open([voice]);
      speech.learn(records, 's1', null);
      speech.learn(records, 's1', { speakers: ['s0'], said: [] });
      await vi.advanceTimersByTimeAsync(5_000);
      expect(voice.said).toEqual([]);
    });

    test('who takes over says what has not begun, and nothing that had', async () => {
      const voice = new FakeVoice();
      const { speech } = open([voice]);
      speech.learn(records, 's1', { speakers: ['s0'], said: [] });
      await vi.advanceTimersByTimeAsync(4_000);
      speech.learn(records, 's1', { speakers: ['s1'], said: ['callA012', 'callB007'] });
      await vi.advanceTimersByTimeAsync(10_000);
      expect(voice.said).toEqual(said.slice(2));
    });

    test('cut off from the hub it ends its sentence and begins no other; alone it goes on', async () => {
      const voice = new FakeVoice();
      const { speech, line } = open([voice]);
      speech.learn(records, 's1', { speakers: ['s1'], said: [] });
      expect(speech.saying).toEqual(['callA012']);
      line.stands = false;
      await vi.advanceTimersByTimeAsync(10_000);
      expect(voice.said).toEqual(said.slice(0, 1));
      const alone = open([voice]);
      alone.line.stands = false;
      alone.speech.learn(three, 's1', null);
      await vi.advanceTimersByTimeAsync(10_000);
      expect(voice.said).toEqual([...said.slice(0, 1), ...said]);
    });
  });

  test('[V24] a test waits for the call that is being spoken, and goes before the next', async () => {
    const voice = new FakeVoice();
    const { speech } = open([voice]);
    speech.learn(three, 's1', null);
    const heard = speech.test();
    await vi.advanceTimersByTimeAsync(12_500);
    expect(await heard).toBe('clips');
    expect(voice.said).toEqual([said[0], '一 二 三，一 二 三', ...said.slice(1)]);
    voice.able = false;
    const bare = speech.test();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await bare).toBe('bell');
    expect(speech.spoken).toBe('callC003');
  });

  test('silenced in the middle it says nothing more, and speaks again later', async () => {
    const voice = new FakeVoice();
    const { speech, bell } = open([voice]);
    const out = bell.out;
    speech.learn(hallOf([['A012', 3]]), 's1', null);
    await vi.advanceTimersByTimeAsync(1_500);
    bell.out = null;
    speech.stop();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(speech.spoken).toBeNull();
    expect(voice.speaking).toBe(0);
    bell.out = out;
    speech.learn(three, 's1', null);
    await vi.advanceTimersByTimeAsync(8_000);
    expect(voice.said).toEqual(said);
  });
});
