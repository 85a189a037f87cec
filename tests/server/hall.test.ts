import { describe, expect, it } from 'vitest';
import type { CommandInput } from '../../content/model/command.ts';
import type { Actor, Commit } from '../../content/model/record.ts';
import { refuse, type Outcome } from '../../content/rule.ts';
import type { Records } from '../../content/records.ts';
import { Hall, type Decide } from '../../server/hall.ts';
import { MemoryStore, openMemoryJournal } from '../support/memoryjournal.ts';

const clerk: Actor = { is: 'account', id: 'wang', name: '王芳' };
const other: Actor = { is: 'account', id: 'li', name: '李明' };
const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** Numbers as a queue gives them out: two that are alike would be two visitors with one ticket. */
function issue(records: Records, service: string): Outcome {
  if (service === 'closed') return refuse('service.missing');
  if (service === 'broken') throw new Error('a mistake in a rule');
  const last = records.get('series', service)?.last ?? 0;
  const day = service === 'invalid' ? 'tomorrow' : '2026-11-21';
  return {
    changes: [
      { kind: 'series', id: service, body: { day, last: 0 } },
      { kind: 'series', id: service, body: { day, last: last + 1 } },
    ],
    result: { number: last + 1 },
  };
}

const decide = ((records: Records, name: string, input: unknown): Outcome => {
  if (name === 'ticket:issue') return issue(records, (input as CommandInput<'ticket:issue'>).service);
  if (name === 'service:remove')
    return { changes: [{ kind: 'series', id: 'A', body: null }], result: { id: 'A' } };
  return { changes: [], result: { id: 'nothing' } };
}) as Decide;

let ids = 0;
const openHall = (store: MemoryStore, checkpointEvery = 1000) =>
  Hall.open({
    id: 'hall',
    journal: openMemoryJournal(store),
    decide,
    standard: () => undefined,
    now: () => 1_795_000_000_000,
    newId: () => `id${++ids}`,
    log: silent,
    checkpointEvery,
  });
const take = (hall: Hall, service = 'A', request?: string, by = clerk) =>
  hall.execute('ticket:issue', { service, kind: 'normal' }, by, request) as Promise<unknown>;
const heardBy = (hall: Hall) => {
  const heard: Commit[] = [];
  hall.onCommit((commit) => heard.push(commit));
  return heard;
};

/** A gate that appends wait at until it is opened. */
function gateOf(store: MemoryStore): () => void {
  let open = () => {};
  store.gate = new Promise((resolve) => (open = resolve));
  return () => {
    store.gate = null;
    open();
  };
}

describe('the engine of a hall', () => {
  it('decides many commands at once one after the other, and answers and feeds them in order', async () => {
    const store = new MemoryStore();
    const hall = await openHall(store);
    const heard = heardBy(hall);
    const answers = await Promise.all(Array.from({ length: 50 }, () => take(hall)));
    expect(answers).toEqual(Array.from({ length: 50 }, (_, i) => ({ ok: true, value: { number: i + 1 } })));
    expect(heard.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
    expect(hall.records.get('series', 'A')).toEqual({ day: '2026-11-21', last: 50 });
    expect(hall.records.rev('series', 'A')).toBe(50);
  });

  it('shows nothing, answers nothing and feeds nothing before it is durable', async () => {
    const store = new MemoryStore();
    const hall = await openHall(store);
    const heard = heardBy(hall);
    const open = gateOf(store);
    let answered = false;
    const answer = take(hall).then(() => (answered = true));
    await new Promise(setImmediate);
    expect([answered, heard.length, hall.records.count('series'), hall.mark.seq]).toEqual([false, 0, 0, 0]);
    open();
    await answer;
    expect([heard.length, hall.records.count('series'), hall.mark.seq]).toEqual([1, 1, 1]);
  });

  it('makes no commit of a refusal, of a command with nothing to do, or of a rule that fails', async () => {
    const store = new MemoryStore();
    const hall = await openHall(store);
    expect(await take(hall, 'closed')).toEqual({ ok: false, refused: 'service.missing' });
    expect(await hall.execute('session:close', { id: 'x' }, clerk)).toEqual({
      ok: true,
      value: { id: 'nothing' },
    });
    expect(await take(hall, 'broken')).toEqual({ ok: false, refused: 'hub.failed' });
    expect(await take(hall, 'invalid')).toEqual({ ok: false, refused: 'hub.failed' });
    expect(await hall.execute('service:remove', { id: 'A' }, clerk)).toEqual({
      ok: true,
      value: { id: 'A' },
    });
    expect(store.commits('hall')).toEqual([]);
    expect(await take(hall)).toMatchObject({ ok: true });
  });

  it('keeps only the last change of a record in one commit, with one revision', async () => {
    const store = new MemoryStore();
    const hall = await openHall(store);
    await take(hall);
    expect(store.commits('hall')[0]!.changes).toEqual([
      { kind: 'series', id: 'A', rev: 1, body: { day: '2026-11-21', last: 1 } },
    ]);
  });

  it('[J2] reads on and decides again when another hub was faster, so no number is given out twice', async () => {
    const store = new MemoryStore();
    const halls = await Promise.all([openHall(store), openHall(store)]);
    const heard = halls.map(heardBy);
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, i) => take(halls[i % 2]!, 'A', undefined, i % 2 ? clerk : other)),
    );
    // Whoever loses again and again is told to try later; nothing is done for it.
    const given = answers.flatMap((answer) => {
      const { ok, value } = answer as { ok: boolean; value?: { number: number } };
      return ok ? [value!.number] : [];
    });
    expect(given.length).toBeGreaterThan(20);
    expect(new Set(given).size).toBe(given.length);
    expect(store.commits('hall')).toHaveLength(given.length);
    await Promise.all(halls.map((hall) => hall.execute('session:close', { id: 'x' }, clerk)));
    await new Promise(setImmediate);
    for (const seqs of heard.map((commits) => commits.map(({ seq }) => seq)))
      expect(seqs).toEqual(store.commits('hall').map(({ seq }) => seq));
    expect(halls[0]!.records.get('series', 'A')).toEqual(halls[1]!.records.get('series', 'A'));
  });

  it('[J5] takes everything back when the disk fails, says so, and goes on when it works again', async () => {
    const store = new MemoryStore();
    const hall = await openHall(store);
    await take(hall);
    store.failure = new Error('disk full');
    const lost = await Promise.all([take(hall), take(hall), take(hall)]);
    expect(lost).toEqual(Array(3).fill({ ok: false, refused: 'journal.failed' }));
    expect(hall.records.get('series', 'A')!.last).toBe(1);
    store.failure = null;
    expect(await take(hall)).toEqual({ ok: true, value: { number: 2 } });
    expect(store.commits('hall')).toHaveLength(2);
  });

  it('[W5] answers a repeated request with the first answer, on its way, later, and after a restart', async () => {
    const store = new MemoryStore();
    const hall = await openHall(store);
    const [first, same] = await Promise.all([take(hall, 'A', 'request-1'), take(hall, 'A', 'request-1')]);
    expect(same).toEqual(first);
    expect(await take(hall, 'A', 'request-1')).toEqual(first);
    expect(await take(hall, 'A', 'request-1', other)).toEqual({ ok: true, value: { number: 2 } });
    const replayed = await openHall(store);
    expect(await take(replayed, 'A', 'request-1')).toEqual(first);
    await replayed.close();
    expect(store.checkpoints.get('hall')?.seq).toBe(2);
    store.halls.set('hall', structuredClone(store.commits('hall')));
    const restored = await openHall(store);
    expect(await take(restored, 'A', 'request-1')).toEqual(first);
    expect(store.commits('hall')).toHaveLength(2);
  });

  it('saves a checkpoint every so many commits and starts from it', async () => {
    const store = new MemoryStore();
    const hall = await openHall(store, 10);
    for (let i = 0; i < 25; i++) await take(hall);
    await new Promise(setImmediate);
    expect(store.checkpoints.get('hall')?.seq).toBe(20);
    const again = await openHall(store);
    expect(again.mark).toEqual(hall.mark);
    expect([...again.records.everything()]).toEqual([...hall.records.everything()]);
  });

  it('refuses commands once it is closing, after finishing those under way', async () => {
    const store = new MemoryStore();
    const hall = await openHall(store);
    const answer = take(hall);
    const closing = Promise.all([hall.close(), hall.close()]);
    expect(await take(hall)).toEqual({ ok: false, refused: 'hub.closing' });
    expect(await answer).toEqual({ ok: true, value: { number: 1 } });
    await closing;
  });
});

describe('patches of a hall', () => {
  const contactDecide = ((_records: Records, _name: string, input: unknown): Outcome => {
    const { role, value } = input as { role: 'consult'; value: string };
    return value === ''
      ? { changes: [{ kind: 'contact', id: role, body: null }], result: {} }
      : { changes: [{ kind: 'contact', id: role, body: { role, label: '咨询电话', value } }], result: {} };
  }) as Decide;
  const open = (store: MemoryStore) =>
    Hall.open({
      id: 'hall',
      journal: openMemoryJournal(store),
      decide: contactDecide,
      standard: () => undefined,
      now: () => 0,
      newId: () => 'x',
      log: silent,
    });
  const save = (hall: Hall, role: 'consult' | 'address', value: string) =>
    hall.execute('contact:save', { role, label: 'x', value }, clerk);

  it('[W2] hold each changed record once, as it is now, after the mark of the page', async () => {
    const hall = await open(new MemoryStore());
    await save(hall, 'consult', '1');
    const since = hall.mark;
    await save(hall, 'consult', '2');
    await save(hall, 'address', '3');
    await save(hall, 'consult', '4');
    await save(hall, 'address', '');
    const patch = hall.patchSince('screen', since)!;
    expect(patch).toMatchObject({ after: 1, mark: hall.mark });
    expect(patch.changes.map(({ id, rev, body }) => [id, rev, body])).toEqual([
      ['consult', 3, { role: 'consult', label: '咨询电话', value: '4' }],
      ['address', 2, null],
    ]);
    expect(hall.patchSince('screen', hall.mark)).toEqual({ after: 5, mark: hall.mark, changes: [] });
  });

  it('[W2] are not given for a foreign history, a future mark, or one that is too old', async () => {
    const store = new MemoryStore();
    const hall = await open(store);
    await save(hall, 'consult', '1');
    await save(hall, 'consult', '2');
    const { mark } = hall;
    expect(hall.patchSince('screen', { ...mark, hash: 'ffffffffffff' })).toBeNull();
    expect(hall.patchSince('screen', { seq: 1, hash: mark.hash })).toBeNull();
    expect(hall.patchSince('screen', { ...mark, seq: 3 })).toBeNull();
    expect(hall.patchSince('screen', { ...mark, hash: '' })).toBeNull();
    await hall.close();
    const again = await open(store);
    expect(again.patchSince('screen', mark)).toEqual({ after: 2, mark, changes: [] });
    expect(
      again.patchSince('screen', { seq: 1, hash: store.commits('hall')[0]!.hash.slice(0, 12) }),
    ).toBeNull();
  });

  it('[W2] reach back at least two thousand commits', async () => {
    const hall = await open(new MemoryStore());
    await save(hall, 'consult', '0');
    const since = hall.mark;
    for (let i = 1; i <= 2000; i++) await save(hall, 'consult', String(i));
    expect(hall.patchSince('screen', since)?.changes).toHaveLength(1);
    for (let i = 1; i <= 2100; i++) await save(hall, 'consult', String(i));
    expect(hall.patchSince('screen', since)).toBeNull();
  });
});
