import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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

function open(rungs: Rung[], announced: string[] = []) {
  const bell = { out: {} as GainNode | null, rings: 0, ring: () => (bell.rings++, 1) };
  const changed = vi.fn();
  const began = vi.fn();
  const speech = new Speech({ bell, now: () => Date.now(), began, changed, rungs }, announced);
  return { bell, began, changed, speech };
}

const calls: [string, number][] = [
  ['A012', 3],
  ['B007', 1],
  ['C003', 12],
];
const three = hallOf(calls);
const said = [
  '请 A 零 一 二 号到 三 号窗口办理',
  '请 B 零 零 七 号到 一 号窗口办理',
  '请 C 零 零 三 号到 十二 号窗口办理',
];

describe('the speech of a screen', () => {
  test('[V11] three calls of one patch are spoken in order, each after its bell, none over another', async () => {
    const voice = new FakeVoice();
    const { speech, bell, began, changed } = open([voice]);
    speech.learn(three, 's1');
    speech.learn(three, 's1');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(began.mock.calls).toEqual([['callA012'], ['callB007'], ['callC003']]);
    expect(voice.said).toEqual(said);
    expect(voice.most).toBe(1);
    expect(bell.rings).toBe(3);
    expect(speech.spoken).toBe('callC003');
    expect(changed).toHaveBeenCalledTimes(3);
  });

  test('[V11] a voice that never answers is given up, and the next call is spoken', async () => {
    const mute = new FakeVoice();
    mute.how = () => new Promise(() => {});
    const { speech } = open([mute]);
    speech.learn(hallOf([['A012', 3]]), 's1');
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(speech.spoken).toBeNull();
    mute.how = async () => {};
    vi.setSystemTime(NOW);
    speech.learn(three, 's1');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(mute.said.slice(1)).toEqual(said.slice(1));
  });

  test('[V13] what a rung cannot say, or fails at, the next one does; below them all is the bell', async () => {
    const [unable, broken, last] = [new FakeVoice(), new FakeVoice(), new FakeVoice()];
    unable.able = false;
    broken.how = () => Promise.reject(new Error('no device'));
    const { speech, bell } = open([unable, broken, last]);
    speech.learn(three, 's1');
    await vi.advanceTimersByTimeAsync(10_000);
    expect([unable.said.length, broken.said.length]).toEqual([0, 3]);
    expect(last.said).toEqual(said);
    const silent = open([unable, broken]);
    silent.speech.learn(three, 's1');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(silent.bell.rings).toBe(3);
    expect(silent.speech.spoken).toBeNull();
    expect(bell.rings).toBe(3);
  });

  test('[V13] an engine that throws at everything stops nothing', async () => {
    const wild: Rung = {
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
    speech.learn(three, 's1');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(voice.said).toEqual(said);
  });

  test('[V14] while sound is blocked calls wait, and those that grew old are not spoken', async () => {
    const voice = new FakeVoice();
    const { speech, bell } = open([voice]);
    const out = bell.out;
    bell.out = null;
    speech.learn(three, 's1');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(voice.said).toEqual([]);
    bell.out = out;
    speech.goOn();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(voice.said[0]).toBe(said[0]);
    const late = open([voice]);
    late.speech.learn(three, 's1');
    expect(late.bell.rings).toBe(1);
    vi.setSystemTime(NOW + MINUTE);
    const older = open([new FakeVoice()]);
    older.speech.learn(three, 's1');
    expect(older.bell.rings).toBe(0);
  });

  test('[V5] what was announced before a reload is not spoken', async () => {
    const voice = new FakeVoice();
    const { speech } = open([voice], ['callA012', 'callB007']);
    speech.learn(three, 's1');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(voice.said).toEqual(said.slice(2));
  });

  test('[V10] who is finished or passed before the voice comes to it is not called any more', async () => {
    const voice = new FakeVoice();
    const { speech } = open([voice]);
    speech.learn(three, 's1');
    const records = hallOf(calls);
    for (const [number, is] of [
      ['B007', 'finished'],
      ['C003', 'passed'],
    ] as const) {
      const body = records.get('ticket', `t${number}`)!;
      const state = { is, window: 'w1', since: NOW };
      records.apply([{ kind: 'ticket', id: `t${number}`, rev: 2, body: { ...body, state } }]);
    }
    speech.learn(records, 's1');
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
    );
    await vi.advanceTimersByTimeAsync(10_000);
    expect([voice.said.length, bell.rings]).toEqual([0, 0]);
  });

  test('silenced in the middle it says nothing more, and speaks again later', async () => {
    const voice = new FakeVoice();
    const { speech, bell } = open([voice]);
    const out = bell.out;
    speech.learn(hallOf([['A012', 3]]), 's1');
    await vi.advanceTimersByTimeAsync(1_500);
    bell.out = null;
    speech.stop();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(speech.spoken).toBeNull();
    expect(voice.speaking).toBe(0);
    bell.out = out;
    speech.learn(three, 's1');
    await vi.advanceTimersByTimeAsync(8_000);
    expect(voice.said).toEqual(said);
  });
});
