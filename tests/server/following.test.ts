import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Following } from '../../server/following.ts';
import type { Hall } from '../../server/hall.ts';
import { smallHall } from '../support/hall.ts';
import { must, testWorld } from '../support/world.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A phone that keeps what it is told. */
class Phone extends EventEmitter {
  told = '';
  writableLength = 0;
  destroyed = false;
  writeHead(): void {}
  write(text: string): void {
    this.told += text;
  }
  end(text = ''): void {
    this.told += text;
    this.emit('close');
  }
  destroy(): void {
    this.destroyed = true;
    this.emit('close');
  }
}

function open() {
  const records = smallHall();
  const world = testWorld().as('li');
  const { id } = must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world);
  let commit: () => void = () => {};
  const hall = {
    records,
    onCommit: (listener: () => void) => {
      commit = listener;
      return () => undefined;
    },
  };
  let looks = 0;
  const following = new Following({
    hall: hall as unknown as Hall,
    now: () => world.now,
    waits: () => {
      looks += 1;
      return () => null;
    },
    word: ({ state }) => JSON.stringify(state),
  });
  const phone = new Phone();
  const follow = (one: Phone) => following.follow(id, '192.0.2.1', one as unknown as ServerResponse);
  follow(phone);
  return { records, world, following, phone, follow, commit: () => commit(), looks: () => looks };
}

test('[M11] a burst of commits is one look for all pages, and nothing new is told to nobody', () => {
  const { phone, follow, commit, looks, following } = open();
  follow(new Phone());
  const before = { looks: looks(), told: phone.told };
  for (let times = 0; times < 5; times++) commit();
  vi.advanceTimersByTime(60);
  expect(looks() - before.looks).toBe(1);
  expect(phone.told).toBe(before.told);
  following.close();
});

test('[M11] with no page open commits cost nothing', () => {
  const { phone, commit, looks, following } = open();
  phone.end();
  expect(following.size).toBe(0);
  const before = looks();
  commit();
  vi.advanceTimersByTime(60_000);
  expect(looks()).toBe(before);
  following.close();
});

test('[M10] every page hears a beat; one that reads nothing is cut off', () => {
  const { phone, following } = open();
  vi.advanceTimersByTime(15_000);
  expect(phone.told).toContain('event: beat');
  phone.writableLength = 10 ** 6;
  vi.advanceTimersByTime(15_000);
  expect(phone.destroyed).toBe(true);
  expect(following.size).toBe(0);
  following.close();
});
