import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { Sha256 } from '../../../display/media/sha256.ts';
import { seeded } from '../../support/world.ts';

const real = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test('[L13] a digest is the one that crypto makes, whatever the length', () => {
  const random = seeded(7);
  for (let length = 0; length <= 200; length += 1) {
    const bytes = Uint8Array.from({ length }, () => Math.floor(random() * 256));
    expect(new Sha256().update(bytes).hex()).toBe(real(bytes));
  }
});

test('[L13] a digest is the same in whatever pieces the bytes arrive', () => {
  const random = seeded(8);
  const bytes = Uint8Array.from({ length: 100_003 }, () => Math.floor(random() * 256));
  for (let run = 0; run < 5; run += 1) {
    const sum = new Sha256();
    for (let at = 0; at < bytes.length;) {
      const next = at + 1 + Math.floor(random() * 9_000);
      sum.update(bytes.subarray(at, next));
      at = next;
    }
    expect(sum.hex()).toBe(real(bytes));
  }
});
