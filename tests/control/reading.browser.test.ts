import { expect, test } from 'vitest';
import type { Reply } from '../../content/protocol.ts';
import { Reading } from '../../control/reading.svelte.ts';

const refused = { ok: false, code: 'hub.unreachable', message: '连不上主机。' } as const;
const good = (value: string): Reply<string> => ({ ok: true, value });

/** Questions whose answers come when they are given. */
function asked(reading: Reading<string>) {
  let answer: (reply: Reply<string>) => void = () => undefined;
  const done = reading.ask(() => new Promise((resolve) => (answer = resolve)));
  return { done, answer: (reply: Reply<string>) => answer(reply) };
}

test('the latest question counts, in whatever order the answers come', async () => {
  const reading = new Reading<string>();
  const first = asked(reading);
  const second = asked(reading);
  second.answer(good('二十日'));
  await second.done;
  expect([reading.value, reading.busy]).toEqual(['二十日', false]);
  first.answer(good('十九日'));
  await first.done;
  expect(reading.value).toBe('二十日');
});

test('it is busy until the latest has its answer; the one before stands till then', async () => {
  const reading = new Reading<string>();
  await reading.ask(() => Promise.resolve(good('十八日')));
  const first = asked(reading);
  const second = asked(reading);
  first.answer(good('十九日'));
  await first.done;
  expect([reading.value, reading.busy]).toEqual(['十八日', true]);
  second.answer(good('二十日'));
  await second.done;
  expect([reading.value, reading.busy]).toEqual(['二十日', false]);
});

test('what was refused says so, and shows nothing of another question', async () => {
  const reading = new Reading<string>();
  await reading.ask(() => Promise.resolve(good('十八日')));
  await reading.ask(() => Promise.resolve(refused));
  expect([reading.value, reading.failure?.message]).toEqual([null, '连不上主机。']);
  await reading.ask(() => Promise.resolve(good('二十日')));
  expect([reading.value, reading.failure]).toEqual(['二十日', null]);
});
