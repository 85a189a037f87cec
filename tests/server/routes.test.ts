import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportPreview } from '../../content/api/importing.ts';
import type { JournalPage, StandardView } from '../../content/api.ts';
import type { SheetMade } from '../../content/api/printing.ts';
import type { Rule } from '../../content/model/rule.ts';
import { isRefusal } from '../../content/rule.ts';
import { gatherSheet } from '../../content/sheets/kinds.ts';
import { readOperator } from '../../server/operator.ts';
import { findBrowser } from '../../templates/browser.mjs';
import { startTestHub, type TestHub } from '../support/hub.ts';

let test: TestHub;
let admin: string;
beforeEach(async () => {
  test = await startTestHub();
  admin = await test.setUp();
});
afterEach(() => test.stop());

const notice = `白石镇便民服务大厅建设方案

附件1
首问首接制度
一、服务对象到大厅办事，首位接待的工作人员为首问责任人。
二、首问责任人要热情接待，当场能办的立即办理。

附件2
一次性告知制度
一、对服务对象咨询的事项，应当一次性告知所需材料。
二、告知应当使用《一次性告知单》。
`;

function fileOf(text: string | Uint8Array<ArrayBuffer>, name = 'notice.txt'): FormData {
  const form = new FormData();
  form.append('file', new File([text], name));
  return form;
}

function firstRule(): { id: string; body: Rule } {
  for (const rule of test.hub.hall.records.all('rule')) return rule;
  throw new Error('no rule');
}

describe('the standards', () => {
  it('are open to the set-up page, and afterwards to those signed in', async () => {
    const fresh = await startTestHub();
    const { status, body } = await fresh.ask<StandardView[]>('/api/standards');
    expect(status).toBe(200);
    expect(body.map(({ id }) => id)).toEqual(expect.arrayContaining(['qianjiang', 'sichuan']));
    expect(body[0]).toMatchObject({
      names: expect.arrayContaining([expect.objectContaining({ placeKind: 'town' })]),
    });
    await fresh.stop();
    expect((await test.ask('/api/standards')).status).toBe(401);
    expect((await test.ask('/api/standards', { cookie: admin })).status).toBe(200);
  });
});

describe('the journal', () => {
  it('shows who did what, newest first and in pages, with no bodies', async () => {
    const auditor = await test.addAccount(admin, 'zhou', ['auditor'], '周审计');
    const panel = test.panel(admin);
    await panel.next('state:replaced');
    const service = panel.first('service').id;
    for (let i = 0; i < 55; i++) await panel.give('ticket:issue', { service, kind: 'normal' });
    const first = await test.ask<JournalPage>('/api/journal', { cookie: auditor });
    const { seq } = test.hub.hall.mark;
    expect(first.body.lines.map((line) => line.seq)).toEqual(Array.from({ length: 50 }, (_, i) => seq - i));
    expect(first.body).toMatchObject({ more: true });
    expect(first.body.lines[0]).toMatchObject({ by: '陈静', command: 'ticket:issue' });
    const before = first.body.lines.at(-1)!.seq;
    const rest = await test.ask<JournalPage>(`/api/journal?before=${before}`, { cookie: auditor });
    expect(rest.body.lines.map((line) => line.seq)).toEqual(
      Array.from({ length: before - 1 }, (_, i) => before - 1 - i),
    );
    expect(rest.body.more).toBe(false);
    expect(rest.body.lines.at(-1)).toMatchObject({ seq: 1, by: '首次设置', command: 'hall:setup' });
    expect(JSON.stringify([first.body, rest.body])).not.toContain('scrypt');
  });

  it('refuses a place that is no number', async () => {
    const answer = await test.ask('/api/journal?before=x', { cookie: admin });
    expect([answer.status, answer.body['code']]).toEqual([400, 'request.invalid']);
  });
});

describe('importing', () => {
  it('previews the rules of a notice and takes nothing over', async () => {
    const { mark } = test.hub.hall;
    const { status, body } = await test.ask<ImportPreview>('/api/import/preview', {
      body: fileOf(notice),
      cookie: admin,
    });
    expect(status).toBe(200);
    expect(body.rules.map(({ title }) => title)).toEqual(['首问首接制度', '一次性告知制度']);
    expect(body.rules[0]!.blocks[0]).toEqual({
      number: '一、',
      depth: 0,
      text: '服务对象到大厅办事，首位接待的工作人员为首问责任人。',
    });
    expect(test.hub.hall.mark).toEqual(mark);
  });

  it('answers files that are no notice, no text or no file in plain Chinese', async () => {
    const { mark } = test.hub.hall;
    const said = async (body: FormData) => {
      const answer = await test.ask('/api/import/preview', { body, cookie: admin });
      return [answer.status, answer.body['message']];
    };
    expect(await said(fileOf('今天天气很好。', '日记.txt'))).toEqual([
      400,
      expect.stringContaining('“日记.txt”里没有找到制度条文'),
    ]);
    expect(await said(fileOf('%PDF-1.7 x', '方案.pdf'))).toEqual([
      400,
      expect.stringContaining('“方案.pdf”已损坏'),
    ]);
    expect(await said(new FormData())).toEqual([400, '提交的内容有误：文件 缺少文件。请改正后重试。']);
    expect(await said(fileOf('一'.repeat(8 * 2 ** 20)))).toEqual([413, '内容太大，上限为 20 MB。']);
    const json = await test.ask('/api/import/preview', { body: { file: 'x' }, cookie: admin });
    expect([json.status, json.body['code']]).toEqual([400, 'request.invalid']);
    expect(test.hub.hall.mark).toEqual(mark);
  });
});

describe('the operator on the hub’s own computer', () => {
  const rules = [
    {
      title: '午间值班制度',
      blocks: [{ number: '一、', depth: 0, text: '中午安排专人值守。' }],
      source: { title: '白石镇便民服务大厅建设方案', annex: '附件3' },
    },
  ];

  it('takes rules over with the key that lies in the data folder', async () => {
    const { key, url } = (await readOperator(test.folder))!;
    expect(url).toBe(test.url);
    const answer = await test.ask('/api/operator/rules', {
      body: { rules },
      headers: { 'x-operator-key': key },
    });
    expect(answer.status).toBe(200);
    const [id] = answer.body['ids'] as string[];
    expect(test.hub.hall.records.get('rule', id!)).toMatchObject({
      title: '午间值班制度',
      wording: 'imported',
    });
  });

  it('is unknown without the key, and nothing is taken over', async () => {
    const { mark } = test.hub.hall;
    for (const headers of [{}, { 'x-operator-key': 'guess' }] as Record<string, string>[]) {
      const answer = await test.ask('/api/operator/rules', { body: { rules }, headers });
      expect([answer.status, answer.body['code']]).toEqual([404, 'request.unknown']);
    }
    expect(test.hub.hall.mark).toEqual(mark);
  });
});

describe('phone pages', () => {
  it('show the hall and its rules to anybody, with their own stylesheet and no script', async () => {
    const home = await test.ask<string>('/p');
    expect(home.status).toBe(200);
    expect(home.body).toContain('白石镇公共服务中心');
    expect(home.body).toContain('023-79000001');
    expect(home.body).not.toContain('<script');
    expect((await test.ask('/p/phone.css')).headers.get('content-type')).toContain('text/css');
    const { id, body } = firstRule();
    const rule = await test.ask<string>(`/p/rules/${id}`);
    expect(rule.body).toContain(body.blocks.find(({ text }) => text)!.text);
  });

  it('say plainly that a rule or a sheet is not there', async () => {
    for (const path of ['/p/rules/nothing', '/s/ABCD2345']) {
      const { status, headers } = await test.ask(path);
      expect([path, status]).toEqual([path, 404]);
      expect(headers.get('content-type')).toContain('text/html');
    }
  });

  it('say whether the printed sheet still says what the rule says', async () => {
    const { id, body } = firstRule();
    const by = { is: 'system', name: '测试' } as const;
    const of = { is: 'rule', rule: id } as const;
    const now = gatherSheet(test.hub.hall.records, of, undefined);
    if (isRefusal(now)) throw new Error(now.refused);
    const input = { of, size: 'A3', hash: now.hash } as const;
    const printed = await test.hub.hall.execute('sheet:print', input, by);
    if (!printed.ok) throw new Error('not printed');
    const { code } = printed.value;
    const current = await test.ask<string>(`/s/${code.toLowerCase()}`);
    expect(current.status).toBe(200);
    expect(current.body).toContain(code);
    const [first, ...rest] = body.blocks;
    const rules = [
      {
        title: body.title,
        blocks: [{ ...first!, text: `${first!.text}（修订）` }, ...rest],
        source: body.source,
      },
    ];
    test.clock.pass(86_400_000);
    expect(await test.hub.hall.execute('rule:adopt', { rules }, by)).toMatchObject({ ok: true });
    const old = await test.ask<string>(`/s/${code}`);
    expect(old.body).toContain('（修订）');
    expect(old.body).not.toBe(current.body);
    await test.hub.hall.execute('rule:remove', { id }, by);
    const gone = await test.ask<string>(`/s/${code}`);
    expect(gone.status).toBe(200);
    expect(gone.body).not.toContain('（修订）');
  });
});

describe('pages', () => {
  it('are found from the root and from the set-up link', async () => {
    expect((await test.ask('/')).headers.get('location')).toBe('/control/');
    expect((await test.ask('/setup?code=AB%20C')).headers.get('location')).toBe('/control/setup?code=AB%20C');
    const english = await test.ask('/setup?lang=en&code=AB');
    expect(english.headers.get('location')).toBe('/control/setup?code=AB&lang=en');
    expect((await test.ask('/assets/nothing.js')).status).toBe(404);
    expect((await test.ask('/assets/..%2f..%2fpackage.json')).status).not.toBe(200);
  });

  it('let a screen start from its own copy for a day, and the panel always ask', async () => {
    const [display, control] = [
      await test.ask<string>('/display'),
      await test.ask<string>('/control/any/page'),
    ];
    if (!test.hub.built) {
      expect([display.status, display.body]).toEqual([503, expect.stringContaining('页面还没有生成')]);
      return;
    }
    expect(display.headers.get('cache-control')).toBe('max-age=86400');
    expect(control.headers.get('cache-control')).toBe('no-cache');
    expect(display.body).toContain(`<meta name="mingting-version" content="${test.hub.version}" />`);
  });
});

describe('sheets', () => {
  it('are refused for a rule that is not there and a code that is not known', async () => {
    const { mark } = test.hub.hall;
    const body = { of: { is: 'rule', rule: 'nothing' }, size: 'A3' };
    const made = await test.ask('/api/sheets', { body, cookie: admin });
    expect([made.status, made.body['code']]).toEqual([404, 'record.missing']);
    const missing = await test.ask('/api/sheets/ABCD2345.pdf', { cookie: admin });
    expect(missing.body['message']).toBe('没有编号为 ABCD2345 的印刷件，请核对编号。');
    expect((await test.ask('/api/sheets/ABCD2345.pdf')).status).toBe(401);
    expect(test.hub.hall.mark).toEqual(mark);
  });

  it.runIf(findBrowser('print', process.env))(
    'are shown, registered and given out as a PDF, also as they were before a change',
    async () => {
      const { id, body } = firstRule();
      const preview = await test.ask<string>(`/api/sheets/preview.png?record=${id}&size=A3`, {
        cookie: admin,
      });
      expect([preview.status, preview.headers.get('content-type')]).toEqual([200, 'image/png']);
      const { mark } = test.hub.hall;
      const made = await test.ask<SheetMade>('/api/sheets', {
        body: { of: { is: 'rule', rule: id }, size: 'A3' },
        cookie: admin,
      });
      expect(made.status).toBe(200);
      expect(made.body.pdf).toBe(`/api/sheets/${made.body.code}.pdf`);
      expect(test.hub.hall.mark.seq).toBe(mark.seq + 1);
      const pdf = await test.ask<string>(made.body.pdf, { cookie: admin });
      expect([pdf.status, pdf.headers.get('content-type'), pdf.body.slice(0, 5)]).toEqual([
        200,
        'application/pdf',
        '%PDF-',
      ]);
      const rules = [{ title: body.title, blocks: body.blocks.slice(0, 1), source: body.source }];
      await test.hub.hall.execute('rule:adopt', { rules }, { is: 'system', name: '测试' });
      await test.restart();
      const { cookie } = await test.signIn('admin');
      expect((await test.ask(made.body.pdf, { cookie })).status).toBe(200);
    },
  );

  it.runIf(findBrowser('print', process.env))(
    'that do not fit leave no registered sheet behind',
    async () => {
      const blocks = Array.from({ length: 300 }, (_, i) => ({
        number: `${i}.`,
        depth: 2,
        text: '一次性告知所需材料。'.repeat(40),
      }));
      const rules = [{ title: '很长的制度', blocks, source: { title: '方案' } }];
      const adopted = await test.hub.hall.execute('rule:adopt', { rules }, { is: 'system', name: '测试' });
      if (!adopted.ok) throw new Error('not adopted');
      const { mark } = test.hub.hall;
      const body = { of: { is: 'rule', rule: adopted.value.ids[0] }, size: 'A4' };
      const made = await test.ask('/api/sheets', { body, cookie: admin });
      expect([made.status, made.body['code']]).toEqual([422, 'print.too-long']);
      expect(test.hub.hall.mark).toEqual(mark);
    },
  );
});
