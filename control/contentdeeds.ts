import { liveWords } from '../content/publishing/live.ts';
import type { CommandInput } from '../content/model/command.ts';
import type { Reply } from '../content/protocol.ts';
import { publicPackages } from '../content/publishing/packages.ts';
import { mayReview } from '../content/publishing/review.ts';
import type { ContentRow } from './contents.ts';
import type { Session } from './panel.svelte.ts';
import { mayWrite, reviewIsOn } from './review.ts';

/** What can be done with several at once. */
export type Deed = 'submit' | 'takeback' | 'approve' | 'withdraw' | 'extend' | 'print';
export const deeds: readonly Deed[] = ['submit', 'takeback', 'approve', 'extend', 'withdraw', 'print'];

type Here = Pick<Session, 'hub' | 'me' | 'clock'>;
type Way = () => Promise<Reply<unknown>>;
/** What doing it to one came to: how it is taken back, where it can be. */
export type Done = { ok: true; back?: Way } | { ok: false; message: string };

const DAY = 86_400_000;

/** Whether a deed can be done to a row by this person now: keys that would do nothing are not offered. */
export function fits(deed: Deed, row: ContentRow, here: Here): boolean {
  const { draft } = row;
  const write = mayWrite(here.me.roles);
  const state = draft?.body.state;
  switch (deed) {
    case 'submit':
      return write && (state === 'draft' || state === 'returned');
    case 'takeback':
      return write && (state === 'submitted' || state === 'approved');
    case 'approve':
      return (
        draft !== null &&
        here.me.roles.includes('reviewer') &&
        mayReview(here.hub.records, draft.body, here.me.id, here.clock.now)
      );
    case 'withdraw':
      return write && row.kind === 'notice' && (row.state === 'live' || row.state === 'coming');
    case 'extend':
      return (
        write && row.kind === 'notice' && draft === null && (row.state === 'live' || row.state === 'coming')
      );
    case 'print':
      return write && row.id !== null && isPrinted(row, here);
  }
}

/** Whether there is a sheet of its own for it; of a package only while the public sees it. */
function isPrinted({ kind, id }: ContentRow, { hub }: Here): boolean {
  if (kind === 'package') return publicPackages(hub.records).some((one) => one.id === id);
  return kind === 'rule' || kind === 'item' || kind === 'notice';
}

const done = (reply: Reply<unknown>, back?: Way): Done =>
  reply.ok ? { ok: true, ...(back ? { back } : {}) } : { ok: false, message: reply.message };

/** The revision that the hub has of a draft by now: a deed that was just done has raised it. */
function seenDraft({ hub }: Here, id: string): { id: string; rev: number } {
  return { id, rev: hub.records.rev('draft', id) };
}

/** Does it to one row. `days` is by how many days an end is put off. */
export async function perform(
  deed: Exclude<Deed, 'print'>,
  row: ContentRow,
  here: Here,
  days: number,
): Promise<Done> {
  const { hub } = here;
  const id = row.draft?.id ?? '';
  const seen = row.draft ? { id, rev: row.draft.rev } : { id, rev: 0 };
  switch (deed) {
    case 'submit':
      return done(await hub.give('draft:submit', seen), () =>
        hub.give('draft:withdraw', seenDraft(here, id)),
      );
    case 'takeback':
      return done(await hub.give('draft:withdraw', seen), () =>
        hub.give('draft:submit', seenDraft(here, id)),
      );
    case 'approve':
      return done(await hub.give('draft:approve', seen));
    case 'withdraw':
      return done(await hub.give('notice:withdraw', { id: row.id ?? '' }));
    case 'extend':
      return extend(row, here, days);
  }
}

/** Puts the end of a notice off: at once, or as a draft that is handed in where others review. */
async function extend(row: ContentRow, here: Here, days: number): Promise<Done> {
  const { hub, clock } = here;
  const id = row.id ?? '';
  const words = liveWords(hub.records, 'notice', id);
  if (!words) return { ok: false, message: '' };
  const body = { ...words, until: words.until + days * DAY };
  if (!reviewIsOn(here, clock.now)) {
    const put = (wanted: typeof words, rev: number): Promise<Reply<unknown>> =>
      hub.give('notice:save', { id, rev, ...wanted } as CommandInput<'notice:save'>);
    return done(await put(body, row.rev), () => put(words, hub.records.rev('notice', id)));
  }
  const saved = await hub.give('draft:save', { base: row.rev, of: { kind: 'notice', id, body } });
  if (!saved.ok) return { ok: false, message: saved.message };
  const draft = saved.value.id;
  return done(await hub.give('draft:submit', saved.value), () => hub.give('draft:discard', { id: draft }));
}
