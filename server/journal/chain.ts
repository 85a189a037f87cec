import { hash } from 'node:crypto';
import type { Commit } from '../../content/model/record.ts';

/** What the first commit of a hall is chained to. */
export const GENESIS = '0'.repeat(64);

/** A commit before it is sealed. */
export type Draft = Omit<Commit, 'hash'>;

/** Names of members in quotes; a few dozen are used over and over. */
const quoted = new Map<string, string>();

function quote(name: string): string {
  let text = quoted.get(name);
  if (text === undefined) {
    text = JSON.stringify(name);
    // Names that come from a sender must not fill the memory.
    if (quoted.size < 1000) quoted.set(name, text);
  }
  return text;
}

/**
 * JSON with sorted keys and nothing undefined. A store that does not keep the order of keys (jsonb)
 * gives back the same text, so the chain can be checked from parsed commits as well as from lines.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  let text = '';
  if (Array.isArray(value)) {
    for (const one of value) text += `${text && ','}${canonical(one ?? null)}`;
    return `[${text}]`;
  }
  for (const key of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[key];
    if (member !== undefined) text += `${text && ','}${quote(key)}:${canonical(member)}`;
  }
  return `{${text}}`;
}

/** SHA-256 over the hash before and the commit's text without its own hash, 64 hex digits. */
export function hashText(previous: string, text: string): string {
  return hash('sha256', previous + text, 'hex');
}

/**
 * What a commit sealed here was made from. Sealing, checking and writing come within a millisecond of
 * each other, and the text and its hash are most of what they cost. Sealed commits are never changed.
 */
const seals = new WeakMap<Commit, { previous: string; text: string }>();

function textOf(commit: Commit): string {
  return seals.get(commit)?.text ?? canonical({ ...commit, hash: undefined });
}

/** The commit with its place in the chain (J2). */
export function sealCommit(previous: string, draft: Draft): Commit {
  const text = canonical(draft);
  const commit = { ...draft, hash: hashText(previous, text) };
  seals.set(commit, { previous, text });
  return commit;
}

/** Whether `commit` follows the commit whose hash is `previous`. */
export function followsHash(previous: string, commit: Commit): boolean {
  return seals.get(commit)?.previous === previous || hashText(previous, textOf(commit)) === commit.hash;
}

const TAIL = /,"hash":"([0-9a-f]{64})"\}$/;

/** A commit as one line of a journal file: the text that was hashed, with the hash as its last member. */
export function writeLine(commit: Commit): string {
  return `${textOf(commit).slice(0, -1)},"hash":"${commit.hash}"}`;
}

/** The hash of a line if it follows `previous`, else null. Checks the text as it is, without parsing it. */
export function checkLine(previous: string, line: string): string | null {
  const tail = TAIL.exec(line);
  if (!tail) return null;
  return hashText(previous, `${line.slice(0, tail.index)}}`) === tail[1] ? tail[1]! : null;
}
