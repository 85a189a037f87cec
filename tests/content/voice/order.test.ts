import { describe, expect, test } from 'vitest';
import { CALL_FRESH_MS } from '../../../content/protocol.ts';
import { joinLine, openLine, takeNext } from '../../../content/voice/order.ts';
import type { Call, Line, Utterance } from '../../../content/voice/order.ts';

const NOW = 1_000_000_000;

function call(number: string, at = NOW, more: Partial<Call> = {}): Call {
  const count = more.count ?? 1;
  return { id: `${number}/${count}@${at}`, ticket: number, number, windowNumber: 3, at, count, ...more };
}
const recall = (number: string, at: number, more: Partial<Call> = {}) =>
  call(number, at, { count: 2, ...more });

/** Speaks all that waits, each utterance taking `each` ms. */
function speakAll(line: Line, now = NOW, each = 0): { line: Line; said: Utterance[] } {
  const said: Utterance[] = [];
  for (;;) {
    const next = takeNext(line, now);
    line = next.line;
    if (!next.utterance) return { line, said };
    said.push(next.utterance);
    now += each;
  }
}

const numbers = (said: Utterance[]) => said.map(({ calls }) => calls.map(({ number }) => number).join('+'));

describe('the order of speaking', () => {
  test('[V5] a call is spoken once, however often the records come', () => {
    let line = joinLine(openLine(), [call('A012')], NOW);
    line = joinLine(line, [call('A012')], NOW + 1);
    const spoken = speakAll(line);
    expect(numbers(spoken.said)).toEqual(['A012']);
    expect(speakAll(joinLine(spoken.line, [call('A012')], NOW + 2)).said).toEqual([]);
  });

  test('[V5] what was announced before a reload is not spoken again', () => {
    expect(speakAll(joinLine(openLine([call('A012').id]), [call('A012')], NOW)).said).toEqual([]);
  });

  test.each([2, 5, 10])('[V5] of a burst of %i calls in 20 ms none is lost', (size) => {
    const burst = Array.from({ length: size }, (_, i) => call(`A${100 + i}`, NOW + 2 * i));
    let line = openLine();
    const said: Utterance[] = [];
    // The first of a burst is being spoken when the others come, one patch each.
    for (const [i] of burst.entries()) {
      line = joinLine(line, burst.slice(0, i + 1), NOW + 2 * i);
      if (i === 0) {
        const next = takeNext(line, NOW);
        line = next.line;
        said.push(next.utterance!);
      }
    }
    said.push(...speakAll(line, NOW + 9_000, 9_000).said);
    const heard = said.flatMap(({ calls }) => calls.map(({ number }) => number));
    expect(heard).toEqual(burst.map(({ number }) => number));
  });

  test('[V6] calls are spoken as they were made', () => {
    const calls = [call('C003', NOW + 2), call('B007', NOW + 1), call('A012', NOW + 1)];
    expect(numbers(speakAll(joinLine(openLine(), calls, NOW + 5)).said)).toEqual(['A012', 'B007', 'C003']);
  });

  test('[V7] a new call goes before a recall', () => {
    const calls = [recall('A012', NOW), call('B007', NOW + 100)];
    expect(numbers(speakAll(joinLine(openLine(), calls, NOW + 200)).said)).toEqual(['B007', 'A012']);
  });

  test('[V7] a recall of a call that was not spoken yet keeps its place', () => {
    const line = joinLine(openLine(), [call('A012'), call('B007', NOW + 100)], NOW + 100);
    const later = joinLine(line, [recall('A012', NOW + 200), call('B007', NOW + 100)], NOW + 200);
    const { said } = speakAll(later, NOW + 200);
    expect(numbers(said)).toEqual(['A012', 'B007']);
    expect(said[0]?.calls[0]?.count).toBe(2);
  });

  test('[V7] a ticket sent on to another window is new there', () => {
    const first = speakAll(joinLine(openLine(), [call('A012')], NOW)).line;
    const sentOn = recall('A012', NOW + 9_000, { windowNumber: 5 });
    const line = joinLine(first, [recall('B007', NOW + 8_000), sentOn], NOW + 9_000);
    expect(numbers(speakAll(line, NOW + 9_000).said)).toEqual(['A012', 'B007']);
  });

  test('[V8] equal recalls within 5 s are one', () => {
    const first = joinLine(openLine(), [recall('A012', NOW)], NOW);
    const waiting = joinLine(first, [recall('A012', NOW + 1_000, { count: 3 })], NOW + 1_000);
    const spoken = speakAll(waiting, NOW + 1_000);
    expect(numbers(spoken.said)).toEqual(['A012']);
    const soon = joinLine(spoken.line, [recall('A012', NOW + 5_999, { count: 4 })], NOW + 5_999);
    expect(speakAll(soon, NOW + 5_999).said).toEqual([]);
    const later = joinLine(soon, [recall('A012', NOW + 6_000, { count: 5 })], NOW + 6_000);
    expect(numbers(speakAll(later, NOW + 6_000).said)).toEqual(['A012']);
  });

  test('[V8] a recall right after the call itself is spoken', () => {
    const spoken = speakAll(joinLine(openLine(), [call('A012')], NOW)).line;
    const line = joinLine(spoken, [recall('A012', NOW + 2_000)], NOW + 2_000);
    expect(numbers(speakAll(line, NOW + 2_000).said)).toEqual(['A012']);
  });

  test('[V9] three behind are spoken one by one and twice, four in one sentence once', () => {
    const calls = ['A001', 'A002', 'A003', 'A004'].map((number, i) => call(number, NOW + i));
    const three = speakAll(joinLine(openLine(), calls.slice(0, 3), NOW + 9)).said;
    expect(numbers(three)).toEqual(['A001', 'A002', 'A003']);
    expect(three[0]?.sentence.text.match(/请/g)).toHaveLength(2);
    const four = speakAll(joinLine(openLine(), calls, NOW + 9)).said;
    expect(numbers(four)).toEqual(['A001+A002+A003+A004']);
    expect(four[0]?.sentence.text.match(/请/g)).toHaveLength(1);
  });

  test('[V10] a call older than 30 s is not spoken, be it learnt late or kept waiting', () => {
    const late = joinLine(openLine(), [call('A012', NOW - CALL_FRESH_MS - 1)], NOW);
    expect(speakAll(late).said).toEqual([]);
    const kept = joinLine(openLine(), [call('A012'), call('B007', NOW + 20_000)], NOW + 20_000);
    expect(numbers(speakAll(kept, NOW + CALL_FRESH_MS + 1).said)).toEqual(['B007']);
  });

  test('[V10] a call taken back, or replaced by one to another window, is not spoken', () => {
    const line = joinLine(openLine(), [call('A012'), call('B007')], NOW);
    expect(numbers(speakAll(joinLine(line, [call('B007')], NOW)).said)).toEqual(['B007']);
    const elsewhere = recall('A012', NOW + 50, { windowNumber: 7 });
    const { said } = speakAll(joinLine(line, [elsewhere, call('B007')], NOW + 50), NOW + 50);
    expect(said.flatMap(({ calls }) => calls).find(({ number }) => number === 'A012')?.windowNumber).toBe(7);
    expect(said).toHaveLength(2);
  });

  test('[V11] every utterance has a time after which it is given up, longer for more words', () => {
    const one = speakAll(joinLine(openLine(), [call('A012')], NOW)).said[0]!;
    const many = Array.from({ length: 10 }, (_, i) => call(`A${100 + i}`, NOW + i));
    const all = speakAll(joinLine(openLine(), many, NOW + 10), NOW + 10).said[0]!;
    expect(one.longest).toBeGreaterThan(9_000);
    expect(all.longest).toBeGreaterThan(one.longest);
    expect(all.longest).toBeLessThan(90_000);
  });

  test('[V5] seeded days: every fresh call is spoken once, and never to a window that is not its newest', () => {
    let seed = 7;
    const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    let line = openLine();
    const tickets = new Map<string, Call>();
    const heard = new Map<string, number>();
    let busyUntil = 0;
    for (let now = NOW; now < NOW + 3_600_000; now += 500) {
      if (random() < 0.08) {
        const number = `A${String(Math.floor(random() * 90) + 10)}`;
        const count = (tickets.get(number)?.count ?? 0) + 1;
        tickets.set(number, call(number, now, { count, windowNumber: 1 + Math.floor(random() * 9) }));
      }
      line = joinLine(line, tickets.values(), now);
      if (now < busyUntil) continue;
      const next = takeNext(line, now);
      line = next.line;
      for (const one of next.utterance?.calls ?? []) {
        heard.set(one.id, (heard.get(one.id) ?? 0) + 1);
        expect(tickets.get(one.ticket)).toBe(one);
        expect(now - one.at).toBeLessThanOrEqual(CALL_FRESH_MS);
      }
      if (next.utterance) busyUntil = now + 2_000 + next.utterance.calls.length * 2_500;
    }
    expect(heard.size).toBeGreaterThan(400);
    expect([...heard.values()].every((times) => times === 1)).toBe(true);
  });
});
