import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { CommandInput } from '../../content/model/command.ts';
import { RecordMap } from '../../content/records.ts';
import { loadStandards } from '../../server/standards.ts';
import { must, mustRefuse, testWorld } from '../support/world.ts';

const standards = await loadStandards(fileURLToPath(new URL('../../content/standards', import.meta.url)));

const input: CommandInput<'hall:setup'> = {
  standard: 'qianjiang',
  placeKind: 'town',
  place: { county: '青溪区', town: '白石镇' },
  hours: { weekdays: [1, 2, 3, 4, 5], spans: [{ from: '09:00', to: '17:00' }] },
  complaint: '023-79200001',
  consult: '023-79200000',
  admin: { name: 'chen', displayName: '陈主任', password: 'scrypt$1$1$1$a$b' },
};

function world() {
  const made = testWorld();
  for (const [id, standard] of standards) made.standards.set(id, standard);
  return made;
}

function setUp(change: Partial<CommandInput<'hall:setup'>> = {}) {
  const records = new RecordMap();
  must(records, 'hall:setup', { ...input, ...change }, world());
  return records;
}

const bodies = <K extends Parameters<RecordMap['all']>[0]>(records: RecordMap, kind: K) =>
  [...records.all(kind)].map(({ body }) => body);

describe('set-up', () => {
  test('[N10] a hall is set up once', () => {
    const records = setUp();
    expect(records.get('hall', 'hall')).toMatchObject({
      name: '白石镇公共服务中心',
      standard: 'qianjiang',
      timeZone: 'Asia/Shanghai',
    });
    const before = [...records.everything()].length;
    expect(mustRefuse(records, 'hall:setup', input, world())).toEqual({ refused: 'setup.done' });
    expect([...records.everything()].length).toBe(before);
  });

  test('[N10] an unknown standard is refused', () => {
    expect(mustRefuse(new RecordMap(), 'hall:setup', { ...input, standard: 'nowhere' }, world())).toEqual({
      refused: 'standard.unknown',
      params: { standard: 'nowhere' },
    });
  });

  test('[N11] Qianjiang: eight windows of a town in their order, each with its line', () => {
    const records = setUp();
    const windows = bodies(records, 'window');
    expect(windows.map(({ number, name }) => `${number} ${name}`)).toEqual([
      '1 群众咨询接访',
      '2 社会保障',
      '3 卫生健康',
      '4 民生事务',
      '5 市场监管',
      '6 城乡建设',
      '7 涉农事务',
      '8 市政公用',
    ]);
    expect(windows[0]).toMatchObject({ place: '大厅入口处' });
    expect(windows[1]).toMatchObject({ business: ['社保', '医保', '劳动就业'] });
    for (const { state, ticket, services } of windows) {
      expect([state, ticket]).toEqual([{ is: 'closed' }, null]);
      expect(services).toHaveLength(1);
      expect(records.get('service', services[0] ?? '')).toBeDefined();
    }
    expect(
      bodies(records, 'service')
        .map(({ prefix }) => prefix)
        .join(''),
    ).toBe('ABCDEFGH');
  });

  test('[N11] Qianjiang: four windows of a village', () => {
    const records = setUp({ placeKind: 'village', place: { village: '柳湾村' } });
    expect(bodies(records, 'window').map(({ name }) => name)).toEqual([
      '群众咨询接访',
      '社会保障',
      '社会事务',
      '综合服务',
    ]);
  });

  test('[N11] Sichuan: three 综合窗口 of a town share one line', () => {
    const records = setUp({ standard: 'sichuan', place: { town: '白石镇' } });
    const windows = bodies(records, 'window');
    expect(windows.map(({ name }) => name)).toEqual(['综合窗口', '综合窗口', '综合窗口']);
    expect(new Set(windows.flatMap(({ services }) => services)).size).toBe(1);
    expect(records.count('service')).toBe(1);
  });

  test('[N12] pledges to the letter, with the slogan of the notice', () => {
    const pledges = bodies(setUp(), 'pledge');
    expect(pledges.find(({ role }) => role === 'slogan')?.lines).toEqual(['为群众办好事，让群众好办事']);
    expect(pledges.map(({ title, lines }) => `${title} ${lines.length}`)).toEqual([
      '服务理念 1',
      '服务承诺 11',
      '三清 3',
      '四亮 4',
      '五个一样 5',
      '六零服务 6',
    ]);
    expect(pledges.map(({ source }) => source)).toContain(
      '《黔江区乡村两级政务服务中心标准化建设实施方案》四(三)8',
    );
  });

  test('[N12] rules in articles, with their figures and their source', () => {
    const rules = bodies(setUp(), 'rule');
    const complaints = rules.find(({ title }) => title === '举报投诉制度');
    expect(complaints).toMatchObject({
      wording: 'standard',
      source: {
        title: '黔江区乡村两级政务服务中心标准化建设实施方案',
        issuer: '重庆市黔江区人民政府办公室',
        date: '2020年9月21日',
      },
    });
    expect(complaints?.blocks.map(({ number }) => number)).toEqual(
      [...'一二三四五六七八九'].map((n) => `${n}、`),
    );
    expect(complaints?.blocks[5]?.text).toContain('5个工作日');
    expect(rules.every(({ blocks }) => blocks.every(({ number }) => number !== ''))).toBe(true);
    expect(bodies(setUp({ standard: 'sichuan' }), 'rule')).toHaveLength(8);
  });

  test('[N13] phones: complaint always, consulting if given, 12345 with the standard', () => {
    const phones = (records: RecordMap) =>
      bodies(records, 'contact').map(({ role, value }) => `${role} ${value}`);
    expect(phones(setUp())).toEqual(['consult 023-79200000', 'complain 023-79200001', 'hotline 12345']);
    expect(phones(setUp({ consult: undefined }))).toEqual(['complain 023-79200001', 'hotline 12345']);
    expect(phones(setUp({ consult: ' ' }))).toEqual(['complain 023-79200001', 'hotline 12345']);
    expect(bodies(setUp(), 'contact')[1]?.owner).toBe('乡镇纪委（街道纪工委）');
  });

  test.each(['national', 'henan', 'yanjin', 'shuitian'])(
    '[N16] %s: windows of its level, each with a line, and rules that bind',
    (standard) => {
      const records = setUp({ standard });
      const windows = bodies(records, 'window');
      expect(windows.length).toBeGreaterThan(2);
      for (const { services } of windows) expect(records.get('service', services[0] ?? '')).toBeDefined();
      const served = new Set(windows.flatMap(({ services }) => services));
      expect(served.size).toBe(records.count('service'));
      const advice = standards.get(standard)?.rules.filter(({ force }) => force === 'advice') ?? [];
      const titles = bodies(records, 'rule').map(({ title }) => title);
      for (const { title } of advice) expect(titles).not.toContain(title);
    },
  );

  test('[N16] [Y5] what is inherited names its own notice; the second phone of a role is left open', () => {
    const records = setUp({ standard: 'shuitian' });
    const title = (name: string) => bodies(records, 'rule').find((rule) => rule.title === name)?.source.title;
    expect(title('首席代表制')).toBe('水田乡公共服务中心管理办法');
    expect(title('首问首接制度')).toBe('黔江区乡村两级政务服务中心标准化建设实施方案');
    expect(bodies(records, 'contact').filter(({ role }) => role === 'complain')).toHaveLength(1);
  });

  test('[N14] the first account is an admin, who may interrupt', () => {
    expect(bodies(setUp(), 'account')).toEqual([
      {
        name: 'chen',
        displayName: '陈主任',
        password: 'scrypt$1$1$1$a$b',
        roles: ['admin'],
        disabled: false,
        interrupts: true,
      },
    ]);
  });

  test.each<[string, Partial<CommandInput<'hall:setup'>>]>([
    ['hours.wrong', { hours: { weekdays: [1], spans: [{ from: '17:00', to: '09:00' }] } }],
    ['phone.wrong', { complaint: '纪委' }],
    ['phone.wrong', { consult: '没有' }],
    ['name.part-missing', { place: {} }],
    ['name.kind-unknown', { placeKind: 'merged-town' }],
  ])('[N15] %s leaves nothing behind', (refused, change) => {
    const records = new RecordMap();
    expect(mustRefuse(records, 'hall:setup', { ...input, ...change }, world())).toMatchObject({ refused });
    expect([...records.everything()]).toEqual([]);
  });
});
