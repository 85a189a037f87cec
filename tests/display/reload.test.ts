import { describe, expect, test } from 'vitest';
import type { Health } from '../../content/api.ts';
import { forgetReloads, reloadWhenReady } from '../../display/reload.ts';
import type { ReloadNeeds } from '../../display/reload.ts';

/** A page whose hub gives these answers one after another; `null` is no answer. */
function page(answers: (number | null)[], random = 0.5) {
  const slept: number[] = [];
  let tries = 0;
  let reloads = 0;
  const needs: ReloadNeeds = {
    health: async () => {
      const protocol = answers.length > 1 ? answers.shift() : answers[0];
      if (protocol === null || protocol === undefined) throw new Error('no answer');
      return { ok: true, version: '1', protocol, ready: true } satisfies Health;
    },
    outdated: ({ protocol }) => protocol !== 1,
    sleep: async (ms) => void slept.push(ms),
    random: () => random,
    reload: () => void reloads++,
    tries: { read: () => tries, write: (count) => void (tries = count) },
  };
  return { needs, slept, reloads: () => reloads, tries: () => tries };
}

describe('an outdated page', () => {
  test('reloads only after the hub answers with another protocol', async () => {
    const { needs, slept, reloads } = page([null, null, 1, 2]);
    await reloadWhenReady(needs);
    expect(reloads()).toBe(1);
    expect(slept).toEqual([10_000, 5_000, 5_000, 5_000]);
  });

  test('[L27] stays while the new one is not there whole', async () => {
    const { needs, reloads, slept } = page([2]);
    const answers = [false, new Error('cut off'), true];
    const whole = async (): Promise<boolean> => {
      expect(reloads()).toBe(0);
      const answer = answers.shift()!;
      if (answer instanceof Error) throw answer;
      return answer;
    };
    await reloadWhenReady({ ...needs, whole });
    expect(reloads()).toBe(1);
    expect(slept).toEqual([10_000, 5_000, 5_000]);
  });

  test('[L27] stays while the new one does not come up, and is not tried before it is whole', async () => {
    const { needs, reloads, slept } = page([2]);
    const asked: string[] = [];
    const answers = { whole: [false, true, true, true], comesUp: [false, new Error('no frame'), true] };
    const answer = (what: keyof typeof answers) => async (): Promise<boolean> => {
      asked.push(what);
      const next = answers[what].shift()!;
      if (next instanceof Error) throw next;
      return next;
    };
    await reloadWhenReady({ ...needs, whole: answer('whole'), comesUp: answer('comesUp') });
    expect(asked).toEqual(['whole', 'whole', 'comesUp', 'whole', 'comesUp', 'whole', 'comesUp']);
    expect(reloads()).toBe(1);
    expect(slept).toEqual([10_000, 5_000, 5_000, 5_000]);
  });

  test('[L27] waits for a quiet moment, a minute at most', async () => {
    const calm = page([2], 0);
    let looks = 0;
    await reloadWhenReady({ ...calm.needs, quiet: () => (looks += 1) > 3 });
    expect(calm.slept).toEqual([0, 1_000, 1_000, 1_000]);
    const busy = page([2], 0);
    await reloadWhenReady({ ...busy.needs, quiet: () => false });
    expect(busy.slept.reduce((sum, ms) => sum + ms, 0)).toBe(60_000);
    expect([calm.reloads(), busy.reloads()]).toEqual([1, 1]);
  });

  test('waits up to twenty seconds first, so that a hall of screens does not come back as one', async () => {
    const early = page([2], 0);
    const late = page([2], 0.999);
    await reloadWhenReady(early.needs);
    await reloadWhenReady(late.needs);
    expect(early.slept[0]).toBe(0);
    expect(late.slept[0]).toBeGreaterThan(19_000);
  });

  test('that stays old after reloading waits longer each time, and forgets it when it is new', async () => {
    const { needs, slept, tries } = page([2], 1);
    for (let i = 0; i < 8; i++) await reloadWhenReady(needs);
    expect(slept.slice(0, 3)).toEqual([20_000, 40_000, 80_000]);
    expect(slept.at(-1)).toBe(600_000);
    forgetReloads(needs);
    expect(tries()).toBe(0);
  });
});
