import { describe, expect, test } from 'vitest';
import { askedOf } from '../../../content/checks/asked.ts';
import type { Asked } from '../../../content/checks/asked.ts';
import { blockersOf } from '../../../content/checks/finding.ts';
import type { Finding } from '../../../content/checks/finding.ts';
import { checkHall } from '../../../content/checks/hall.ts';
import { checkRecord } from '../../../content/checks/record.ts';
import type { Item } from '../../../content/model/item.ts';
import type { Notice } from '../../../content/model/notice.ts';
import type { Rule } from '../../../content/model/rule.ts';
import { kept, office, smallHall } from '../../support/hall.ts';
import { DAY, MORNING } from '../../support/world.ts';

const by = { id: 'sun', name: '孙编辑' };
const notice = (text: string, title = '通知'): Notice => ({
  title,
  text,
  category: 'general',
  from: MORNING,
  until: MORNING + DAY,
  postedBy: by,
  postedAt: MORNING,
  withdrawn: null,
});
const rule = (title: string, text: string, wording: Rule['wording'] = 'standard'): Rule => ({
  title,
  blocks: [{ number: '一、', depth: 0, text }],
  source: { title: '方案' },
  wording,
  adoptedBy: by,
  adoptedAt: MORNING,
});
const item: Item = {
  name: '最低生活保障申请',
  category: 'assistance',
  type: 'pledged',
  audience: ['person'],
  basis: [{ law: '社会救助暂行办法', article: '由有关部门核定' }],
  conditions: ['人均收入低于当地标准'],
  materials: [{ name: '身份证等材料', form: 'copy', count: 1, need: 'required' }],
  steps: [],
  promisedDays: 20,
  windows: [],
  services: [],
  consult: [],
  complain: [],
  savedBy: by,
  savedAt: MORNING,
};
const codes = (findings: readonly Finding[]): string[] => findings.map(({ code }) => code);
const look = (body: Notice, asked: Partial<Asked> | null = null, records = smallHall(office)): string[] =>
  codes(checkRecord('notice', body, records, asked, undefined, MORNING));

describe('checks of a record', () => {
  test('[K1] a finding names record, field and place in the text', () => {
    const text = '请致电13900001111';
    const [found] = checkRecord('notice', notice(text), smallHall(), null, undefined, MORNING, 'n1');
    expect(found).toMatchObject({
      check: 'privacy',
      severity: 'block',
      record: { kind: 'notice', id: 'n1' },
      where: { path: 'text', start: 3, end: 14 },
    });
    expect(text.slice(found?.where.start, found?.where.end)).toBe('13900001111');
  });

  test('[K3] only blocks hold a release up', () => {
    const found = checkRecord('notice', notice('请請，，13900001111'), smallHall(), null, undefined, MORNING);
    expect(codes(blockersOf(found))).toEqual(['privacy.mobile']);
    expect(found.length).toBe(3);
  });

  test('[K4] banned wording comes from the standard, and is ours where that is silent', () => {
    const say = (asked: Partial<Asked> | null, word: string): string[] =>
      codes(
        checkRecord('item', { ...item, conditions: [word] }, smallHall(), asked, undefined, MORNING).filter(
          ({ where }) => where.path === 'conditions.0',
        ),
      );
    expect(say(null, '其他材料')).toEqual(['wording.banned']);
    const own = { banned: [{ word: '大概', level: 'warn' as const }] };
    expect(say(own, '其他材料')).toEqual([]);
    expect(say(own, '大概三天')).toEqual(['wording.doubtful']);
    expect(askedOf(undefined).taboo.length).toBeGreaterThan(10);
  });

  test('[K6] the hall’s own numbers may stand anywhere', () => {
    const records = smallHall();
    records.apply([kept('contact', 'mobile', { role: 'consult', label: '咨询', value: '139 0000 1111' })]);
    expect(look(notice('电话13900001111'), null, records)).toEqual([]);
    expect(look(notice('电话13900001112'), null, records)).toEqual(['privacy.mobile']);
  });

  test('[K9] names warn in lists of aid, block beside health, and are nobody’s business elsewhere', () => {
    const list = '户主：王小草\n户主：李大山';
    expect(look(notice(list, '低保对象公示'))).toEqual(['privacy.name', 'privacy.name']);
    expect(look(notice(list, '残疾人补贴名单'))).toEqual(['privacy.sensitive', 'privacy.sensitive']);
    expect(look(notice(list, '房屋改建名单'))).toEqual([]);
  });

  test('[K11] a guide may not leave open what is asked for; a law that it quotes may', () => {
    const found = checkRecord('item', item, smallHall(), null, undefined, MORNING);
    expect(found.filter(({ check }) => check === 'wording').map(({ where }) => where.path)).toEqual([
      'materials.0.name',
    ]);
    expect(look(notice('等材料'))).toEqual([]);
  });

  test('[K12] 服务忌语 are found, but not where they are listed to be avoided', () => {
    const said = '不知道，问别人去。';
    const of = (body: Rule): string[] =>
      codes(checkRecord('rule', body, smallHall(), null, undefined, MORNING));
    expect(of(rule('服务规范', said))).toEqual(['wording.taboo']);
    expect(of(rule('服务忌语', said))).toEqual([]);
    expect(of(rule('文明用语规范', `服务忌语：${said}`))).toEqual([]);
  });

  test('[K13] the official wording is not improved, but no number of a person stands in it', () => {
    const found = checkRecord(
      'rule',
      rule('制度', '電話：13900001111，，', 'imported'),
      smallHall(),
      null,
      undefined,
      MORNING,
    );
    expect(codes(found)).toEqual(['privacy.mobile']);
  });

  test('[K14] deadlines that are over, weekdays and days that cannot be', () => {
    expect(look(notice('请于2026年11月18日前办理'))).toEqual(['date.over']);
    expect(look(notice('请于2026年11月19日前办理'))).toEqual([]);
    expect(look(notice('11月19日（星期五）停电'))).toEqual(['date.weekday']);
    expect(look(notice('2026年11月31日'))).toEqual(['date.impossible']);
  });

  test('[K15] a phone that nobody can dial', () => {
    expect(look(notice('电话：023-7900000'))).toEqual(['phone.impossible']);
    expect(look(notice('电话：0998-7900000'))).toEqual([]);
  });

  test('[K16] a text that contradicts the hall’s name, phones, hours or limits', () => {
    const records = smallHall(office);
    records.apply([kept('item', 'i1', item)]);
    const said = (text: string): string[] => look(notice(text), null, records);
    expect(said('请到清溪镇公共服务中心')).toEqual(['same.name']);
    expect(said('请到清溪镇便民服务中心')).toEqual([]);
    expect(said('咨询电话：023-79001234')).toEqual(['same.phone']);
    expect(said('咨询电话：79000000')).toEqual([]);
    expect(said('办公时间：8:00-12:00，14:00-17:00')).toEqual(['same.hours']);
    expect(said('办公时间：9:00-12:00，下午2:00-5:00')).toEqual([]);
    expect(said('最低生活保障申请承诺时限15个工作日')).toEqual(['same.limit']);
    expect(said('最低生活保障申请承诺时限20个工作日')).toEqual([]);
  });

  test('[K17] a guide tells what it lacks of the seven disclosures, or of what the standard asks', () => {
    const lacks = (asked: Partial<Asked> | null): unknown[] =>
      checkRecord('item', item, smallHall(), asked, undefined, MORNING)
        .filter(({ code }) => code === 'lack.disclosure')
        .map(({ params }) => params['key']);
    expect(lacks(null)).toEqual(['procedure', 'fees']);
    expect(lacks({ disclosures: [{ key: 'fees', label: '收费', on: ['wall'] }] })).toEqual([]);
    expect(lacks({ disclosures: [{ key: 'fees', label: '收费', on: ['guide'] }] })).toEqual(['fees']);
  });
});

describe('checks of the hall', () => {
  const asked: Partial<Asked> = {
    names: [{ placeKind: 'town', level: 'town' }],
    windows: [
      { level: 'town', number: 9, name: '涉农事务' },
      { level: 'village', number: 8, name: '村' },
    ],
    institutions: [
      { key: 'first', label: '首问负责制', titles: ['首问负责', '首问首接'], by: 'rule' },
      { key: 'lent', label: '别处的制度', titles: ['别处'], by: 'rule', force: 'advice' },
    ],
    categories: [{ key: 'insurance', label: '社会保险', fresh: 30 }],
  };

  test('[K18] what the standard asks and the hall lacks; what it only advises is not lacking', () => {
    const found = checkHall(smallHall(), asked, MORNING);
    expect(codes(found)).toEqual(
      expect.arrayContaining(['lack.screen', 'lack.rule', 'lack.window', 'lack.institution', 'lack.item']),
    );
    const of = (code: string): unknown[] =>
      found.filter((one) => one.code === code).map(({ params }) => params);
    expect(of('lack.window')).toEqual([{ number: 9, name: '涉农事务' }]);
    expect(of('lack.institution')).toEqual([{ key: 'first', label: '首问负责制' }]);
    expect(of('lack.category')).toEqual([]);
    expect(codes(checkHall(smallHall(), asked, MORNING + 40 * DAY))).toContain('lack.category');
  });

  test('[K18] an institution under the hall’s own title counts', () => {
    const records = smallHall();
    records.apply([kept('rule', 'r1', rule('窗口首问首接制度', '第一个接待的人负责'))]);
    expect(codes(checkHall(records, asked, MORNING))).not.toContain('lack.institution');
  });

  test('[K18] withdrawn notices and samples that nobody checked are nobody’s reading', () => {
    const records = smallHall();
    const bad = '电话13900001111';
    records.apply([
      kept('notice', 'n1', { ...notice(bad), withdrawn: { by, at: MORNING } }),
      kept('notice', 'n2', { ...notice(bad), until: MORNING }),
      kept('item', 'i1', { ...item, note: bad, sample: true }),
    ]);
    const blocks = (): string[] => codes(blockersOf(checkHall(records, null, MORNING)));
    expect(blocks()).toEqual([]);
    records.apply([kept('notice', 'n3', notice(bad))]);
    expect(blocks()).toEqual(['privacy.mobile']);
  });

  test('[K19] sheets of an older text, and bad ratings past their day', () => {
    const records = smallHall();
    records.apply([
      { ...kept('rule', 'r1', rule('制度', '文字')), rev: 2 },
      kept('sheet', 'S1', {
        of: { is: 'rule', rule: 'r1' },
        size: 'A3',
        made: [{ kind: 'rule', id: 'r1', rev: 1 }],
        hash: '',
        printedBy: by,
        printedAt: MORNING,
      }),
      kept('case', 'c1', {
        rating: 'c1',
        opened: MORNING - 9 * DAY,
        due: MORNING - DAY,
        steps: [],
        closed: null,
      }),
    ]);
    const found = codes(checkHall(records, null, MORNING));
    expect(found).toContain('lack.sheet');
    expect(found).toContain('late.case');
    const newer = {
      of: { is: 'rule' as const, rule: 'r1' },
      size: 'A3' as const,
      made: [{ kind: 'rule', id: 'r1', rev: 2 }],
      hash: '',
      printedBy: by,
      printedAt: MORNING + 1,
    };
    records.apply([kept('sheet', 'S2', newer)]);
    expect(codes(checkHall(records, null, MORNING))).not.toContain('lack.sheet');
  });

  test('[K2] blocks first, and the same every time; a change of the facts is seen at once', () => {
    const records = smallHall();
    records.apply([kept('notice', 'n1', notice('请請 13900001111'))]);
    const found = checkHall(records, asked, MORNING);
    expect(found[0]?.severity).toBe('block');
    expect(checkHall(records, asked, MORNING)).toEqual(found);
    records.apply([kept('contact', 'own', { role: 'hotline', label: '热线', value: '13900001111' })]);
    expect(codes(checkHall(records, asked, MORNING))).not.toContain('privacy.mobile');
  });
});
