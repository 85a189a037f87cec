import type { Change, Commit } from '../../../content/model/record.ts';
import { GENESIS, sealCommit } from '../../../server/journal/chain.ts';
import type { Journal } from '../../../server/journal/journal.ts';

/** A chain of commits as a hub would append them. */
export function chain(
  hall: string,
  count: number,
  from: { seq: number; hash: string } = { seq: 0, hash: GENESIS },
) {
  const commits: Commit[] = [];
  let { hash } = from;
  for (let seq = from.seq + 1; seq <= from.seq + count; seq++) {
    const changes: Change[] = [
      { kind: 'series', id: 'A', rev: seq, body: { day: '2026-11-21', last: seq } },
      {
        kind: 'pledge',
        id: 'p',
        rev: seq,
        body: { role: 'slogan', title: '服务“理念”', lines: [`𬭎\u2028${seq}`] },
      },
    ];
    const commit = sealCommit(hash, {
      hall,
      seq,
      at: 1_795_000_000_000 + seq,
      by: { is: 'system', name: '测试' },
      command: 'hall:update',
      ...(seq % 2 ? { request: `request-${seq}`, result: { id: 'A', ahead: seq } } : {}),
      changes,
    });
    commits.push(commit);
    hash = commit.hash;
  }
  return commits;
}

export async function readAll(journal: Journal, hall: string, after = 0): Promise<Commit[]> {
  const commits: Commit[] = [];
  for await (const commit of journal.read(hall, after)) commits.push(commit);
  return commits;
}
