import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Draft } from '../../content/model/draft.ts';
import type { CommandInput, CommandResult, PanelCommand } from '../../content/model/command.ts';
import type { Client } from '../support/client.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';

const HOUR = 3_600_000;
const SECRET = '尚未审核的词句';
let test: TestHub;
let admin: string;
let editor: string;
let reviewer: string;

beforeEach(async () => {
  test = await startTestHub();
  admin = await test.setUp();
  editor = await test.addAccount(admin, 'bianji', ['editor'], '孙编辑');
  reviewer = await test.addAccount(admin, 'shenhe', ['reviewer'], '罗审核');
});
afterEach(() => test.stop());

async function must<C extends PanelCommand>(
  client: Client,
  name: C,
  input: CommandInput<C>,
): Promise<CommandResult<C>> {
  const reply = await client.give(name, input);
  if (!reply.ok) throw new Error(`${name} was refused: ${reply.code}`);
  return reply.value;
}

async function refused<C extends PanelCommand>(
  client: Client,
  name: C,
  input: CommandInput<C>,
): Promise<string> {
  const reply = await client.give(name, input);
  return reply.ok ? 'not refused' : reply.code;
}

async function panel(cookie: string): Promise<Client> {
  const client = test.panel(cookie);
  await client.next('state:replaced');
  return client;
}

/** A notice of a day, in a hall with one review, handed in by the editor. */
async function handIn(pages: { chief: Client; writer: Client }, at?: number): Promise<string> {
  const { chief, writer } = pages;
  await must(chief, 'review:settings', { levels: 1 });
  const from = test.clock.now();
  const body = {
    title: SECRET,
    text: `${SECRET}。`,
    category: 'general' as const,
    from,
    until: from + 24 * HOUR,
  };
  const { id } = await must(writer, 'draft:save', { base: 0, of: { kind: 'notice', body } });
  await must(writer, 'draft:submit', { id, rev: 1, ...(at === undefined ? {} : { at }) });
  return id;
}

/** Waits for the commit that ends the draft. */
function released(id: string): Promise<Draft> {
  const done = () => {
    const draft = test.hub.hall.records.get('draft', id);
    return draft?.state === 'done' ? draft : null;
  };
  return new Promise((resolve) => {
    const look = () => {
      const draft = done();
      if (draft) resolve(draft);
    };
    test.hub.hall.onCommit(look);
    look();
  });
}

describe('review on a running hub (publishing.md)', () => {
  it('[D1] a screen and a phone never receive an unreleased word; they get it with the release', async () => {
    const { screen } = await test.pairBoard(admin);
    const pages = { chief: await panel(admin), writer: await panel(editor) };
    const id = await handIn(pages);
    const checker = await panel(reviewer);
    await must(checker, 'draft:approve', { id, rev: 2, words: '同意' });
    await screen.reach(test.hub.hall.mark.seq);
    expect(JSON.stringify(screen.heard)).not.toContain(SECRET);
    expect((await test.ask<string>('/p')).body).not.toContain(SECRET);
    await must(pages.writer, 'draft:release', { id, rev: 3 });
    await screen.reach(test.hub.hall.mark.seq);
    expect([...screen.records.all('notice')].map(({ body }) => body.title)).toContain(SECRET);
    expect(screen.records.count('draft')).toBe(0);
    expect((await test.ask<string>('/p')).body).toContain(SECRET);
  });

  it('[D4] the hub refuses the author and anybody who is no reviewer', async () => {
    const pages = { chief: await panel(admin), writer: await panel(editor) };
    const id = await handIn(pages);
    expect(await refused(pages.writer, 'draft:approve', { id, rev: 2 })).toBe('session.forbidden');
    expect(await refused(pages.chief, 'draft:approve', { id, rev: 2 })).toBe('session.forbidden');
    const both = await test.addAccount(admin, 'liangzhi', ['editor', 'reviewer']);
    const two = await panel(both);
    await must(two, 'draft:withdraw', { id, rev: 2 });
    const of = test.hub.hall.records.get('draft', id)!.of as Extract<Draft['of'], { kind: 'notice' }>;
    const body = { ...of.body, title: '改过' };
    await must(two, 'draft:save', { id, rev: 3, base: 0, of: { ...of, body } });
    await must(two, 'draft:submit', { id, rev: 4 });
    expect(await refused(two, 'draft:approve', { id, rev: 5 })).toBe('review.own');
  });

  it('[D12] a release that came due while the hub was off happens when it starts', async () => {
    const pages = { chief: await panel(admin), writer: await panel(editor) };
    const id = await handIn(pages, test.clock.now() + HOUR);
    const checker = await panel(reviewer);
    await must(checker, 'draft:approve', { id, rev: 2 });
    expect(test.hub.hall.records.get('draft', id)?.state).toBe('approved');
    test.clock.pass(2 * HOUR);
    await test.restart();
    const draft = await released(id);
    expect(draft.released?.by.name).toBe('定时发布');
    expect(test.hub.hall.records.get('notice', draft.of.id ?? '')?.title).toBe(SECRET);
    // It is done once, also after another start.
    const { seq } = test.hub.hall.mark;
    await test.restart();
    expect(test.hub.hall.mark.seq).toBe(seq);
  });

  it('[D12] a release happens at its time on a running hub', async () => {
    const pages = { chief: await panel(admin), writer: await panel(editor) };
    const id = await handIn(pages, test.clock.now() + 40);
    const checker = await panel(reviewer);
    await must(checker, 'draft:approve', { id, rev: 2 });
    const done = released(id);
    test.clock.pass(40);
    expect((await done).state).toBe('done');
  });

  it('[D11] the history of a record tells who wrote, checked and released each revision, and what it said', async () => {
    const pages = { chief: await panel(admin), writer: await panel(editor) };
    const id = await handIn(pages);
    const checker = await panel(reviewer);
    await must(checker, 'draft:approve', { id, rev: 2 });
    const { id: live } = await must(pages.writer, 'draft:release', { id, rev: 3 });
    await must(pages.chief, 'notice:withdraw', { id: live });
    const { body } = await test.ask<{ revisions: Record<string, unknown>[] }>(
      `/api/revisions/notice/${live}`,
      {
        cookie: reviewer,
      },
    );
    expect(body.revisions).toMatchObject([
      { rev: 2, by: '陈静', command: 'notice:withdraw', release: null },
      {
        rev: 1,
        command: 'draft:release',
        release: { wrote: ['孙编辑'], checked: ['罗审核'], emergency: null },
      },
    ]);
    const first = await test.ask<{ body: object }>(`/api/revisions/notice/${live}/1`, { cookie: editor });
    expect(first.body.body).toMatchObject({ title: SECRET, withdrawn: null });
    expect((await test.ask(`/api/revisions/notice/${live}/9`, { cookie: editor })).status).toBe(404);
    expect((await test.ask(`/api/revisions/account/x`, { cookie: admin })).status).toBe(400);
    expect((await test.ask(`/api/revisions/notice/${live}`)).status).toBe(401);
  });

  it('[D1] a draft is looked at on a phone by whoever writes and reviews, and by nobody else', async () => {
    const pages = { chief: await panel(admin), writer: await panel(editor) };
    const id = await handIn(pages);
    const shown = await test.ask<string>(`/api/drafts/${id}/phone`, { cookie: reviewer });
    expect(shown.status).toBe(200);
    expect(shown.body).toContain(SECRET);
    expect((await test.ask(`/api/drafts/${id}/phone`)).status).toBe(401);
    const clerk = await test.addAccount(admin, 'chuangkou', ['clerk']);
    expect((await test.ask(`/api/drafts/${id}/phone`, { cookie: clerk })).status).toBe(403);
    expect(test.hub.hall.records.count('notice')).toBe(0);
  });
});
