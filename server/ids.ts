import { randomFillSync } from 'node:crypto';

/** 96 bits: nobody guesses one, and no two are alike in the life of a county. */
const BYTES = 12;
/** Asking the system for bytes costs as much as the rest of a rule; they are fetched for many ids at once. */
const pool = Buffer.alloc(BYTES * 256);
let used = pool.length;

/** A new unguessable id of 16 signs, `[A-Za-z0-9_-]`. */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += BYTES;
  return pool.toString('base64url', used - BYTES, used);
}
