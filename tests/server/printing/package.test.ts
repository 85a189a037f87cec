import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FacesMade, SheetInput, SheetMade } from '../../../content/api/printing.ts';
import type { CommandInput, CommandName } from '../../../content/model/command.ts';
import type { Previewed } from '../../../content/model/preview.ts';
import { findBrowser } from '../../../templates/browser.mjs';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { bareItem, fullItem } from '../../support/items.ts';

let test: TestHub;
let admin: string;
const ids: string[] = [];
const by = { is: 'system', name: '测试' } as const;

async function save<C extends CommandName>(name: C, input: CommandInput<C>): Promise<string> {
  const done = await test.hub.hall.execute(name, input, by);
  if (!done.ok) throw new Error(done.refused);
  return (done.value as { id: string }).id;
}

beforeEach(async () => {
  test = await startTestHub();
  admin = await test.setUp();
  ids.splice(0, 2, await save('item:save', fullItem), await save('item:save', bareItem('医疗救助申请')));
});
afterEach(() => test.stop());

it('[C32] [S24] a package that is being written is seen as its sheet, once it holds two public items', async () => {
  const look = (items: string[]) => {
    const of: Previewed = { kind: 'package', body: { name: '救助一件事', items } };
    return test.ask<FacesMade>('/api/previews', { body: { of }, cookie: admin });
  };
  expect((await look([...ids])).body).toMatchObject({ phone: true, sheet: true });
  const put = { items: [{ text: bareItem('样例事项'), sample: true as const }] };
  const done = await test.hub.hall.execute('item:put', put, by);
  if (!done.ok) throw new Error(done.refused);
  expect((await look([ids[0]!, ...done.value.ids])).body).toMatchObject({ phone: true, sheet: false });
});

it.runIf(findBrowser('print', process.env))(
  '[S24] its code leads to the page of the package, and says when it is stale',
  async () => {
    const id = await save('package:save', { name: '救助一件事', items: [...ids] });
    const input: SheetInput = { of: { is: 'package', package: id }, size: 'A4' };
    const made = await test.ask<SheetMade>('/api/sheets', { body: input, cookie: admin });
    expect(made.status).toBe(200);
    const scan = async () => (await test.ask<string>(`/s/${made.body.code}`)).body;
    expect(await scan()).toContain('现行版本');
    expect(await scan()).toContain(`href="/p/packages/${id}"`);
    await save('package:save', {
      ...{ id, rev: test.hub.hall.records.rev('package', id) },
      ...{ name: '救助一件事', items: [...ids].reverse() },
    });
    expect(await scan()).toContain('已过期');
  },
);
