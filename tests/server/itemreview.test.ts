import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TableRead } from '../../content/importing/items/read.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;
let admin: string;
beforeEach(async () => {
  hub = await startTestHub();
  admin = await hub.setUp();
});
afterEach(() => hub.stop());

test('[U25] a table goes in as drafts where the hall asks for review, and the public reads nothing of it yet', async () => {
  const panel = hub.panel(admin);
  await panel.next('state:replaced');
  expect(await panel.give('review:settings', { levels: 1 })).toMatchObject({ ok: true });
  const form = new FormData();
  const text =
    '事项名称,类别,办件类型,承诺时限\r\n高龄津贴,社会保障,承诺件,5\r\n居住证申领,户籍管理,承诺件,3\r\n';
  form.append('file', new Blob([text]), '事项.csv');
  const { body } = await hub.ask<TableRead>('/api/items/table', { body: form, cookie: admin });
  expect(body.faults).toEqual([]);
  const items = body.rows.map((row) => ({ text: row.text }));
  const put = (more: object) =>
    hub.ask<{ ids: string[]; drafts?: number; code?: string }>('/api/items/put', {
      body: { items, ...more },
      cookie: admin,
    });
  const refused = await put({});
  expect([refused.status, refused.body.code]).toEqual([409, 'review.needed']);
  const done = await put({ propose: true });
  expect([done.status, done.body.ids.length, done.body.drafts]).toEqual([200, 2, 2]);
  const drafts = [...hub.hub.hall.records.all('draft')].map(({ body: { of } }) => of.kind);
  expect(drafts).toEqual(['item', 'item']);
  expect((await hub.ask<string>('/p/items')).body).not.toContain('高龄津贴');
  const again = await put({ propose: true });
  expect([again.status, again.body.code]).toEqual([409, 'bundle.waits']);
});
