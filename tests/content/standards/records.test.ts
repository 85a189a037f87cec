import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Standard, StandardPart } from '../../../content/model/standard.ts';
import { entriesOf, keyOf, standardParts } from '../../../content/standards.ts';
import { loadStandards } from '../../../server/standards.ts';

const standards = await loadStandards(fileURLToPath(new URL('../../../content/standards', import.meta.url)));
const get = (id: string): Standard => {
  const found = standards.get(id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
/** Keys of what a standard asks itself, not what it inherits. */
const own = (id: string, part: StandardPart) =>
  entriesOf(get(id), part)
    .filter(({ of }) => of === id)
    .map((entry) => keyOf(part, entry));

/** What each notice asks to be there, as we read it. */
const asked: Record<string, Partial<Record<StandardPart, readonly string[]>>> = {
  qianjiang: {
    faces: ['name', 'slogan', 'led'],
    names: ['town', 'street', 'village', 'community'],
    words: ['first-asked', 'ab-post'],
    windowing: ['town', 'village'],
    windows: [
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `town.${n}`),
      ...[1, 2, 3, 4].map((n) => `village.${n}`),
    ],
    arrangements: ['market-day', 'around-the-clock', 'overtime', 'green-lane', 'ab-post'],
    areas: ['waiting', 'consult', 'writing', 'samples'],
    facilities: ['app-code', 'wifi', 'complaint-box', 'opinion-book', 'backdrop', 'exit-signs'],
    measures: ['counter-height', 'counter-width', 'area-street', 'area-town', 'area-village'],
    plate: ['unit', 'name', 'photo', 'post', 'duties'],
    disclosures: [
      'basis',
      'conditions',
      'materials',
      'procedure',
      'limit',
      'fees',
      'phones',
      'statutory',
      'consult',
      'complain',
      'sample',
      'flow',
      'blank',
    ],
    categories: ['employment', 'insurance', 'assistance', 'health', 'housing', 'welfare', 'subsidy'],
    shown: ['workflow', 'no-run', 'no-material', 'agency', 'bundles'],
    pledges: ['服务理念', '服务承诺', '三清', '四亮', '五个一样', '六零服务'],
    rules: [
      'first-asked',
      'tell-once',
      'in-time',
      'complaints',
      'appearance',
      'speech',
      'discipline',
      'service',
    ],
    institutions: [
      'first-asked',
      'tell-once',
      'in-time',
      'complaints',
      'pledge',
      'speech',
      'discipline',
      'appearance',
      'service',
    ],
    contacts: ['consult', 'complain', 'complaints-office'],
    slips: ['tell-once', 'accepted', 'refused', 'complaint'],
    deadlines: ['complaint'],
    prompts: ['finished'],
    indicators: [
      'coverage',
      'bad-settled',
      'bad-called-back',
      'time-saved',
      'visits',
      'instant-share',
      'frequent-here',
    ],
    reports: ['monthly', 'complaints'],
  },
  sichuan: {
    faces: ['name'],
    names: ['town', 'merged-town', 'village', 'street', 'merged-street', 'community'],
    windowing: ['town'],
    arrangements: ['overtime', 'holiday', 'green-lane', 'home', 'whereabouts'],
    areas: ['office', 'service', 'waiting', 'self-service'],
    facilities: [
      'board',
      'road-sign',
      'direction',
      'stamp',
      'cameras',
      'emergency-plan',
      'first-aid',
      'wifi',
    ],
    plate: ['unit', 'name', 'post', 'phone', 'photo', 'party'],
    disclosures: ['name', 'materials', 'statutory', 'fees', 'sample'],
    categories: [
      'employment',
      'insurance',
      'assistance',
      'family',
      'land',
      'welfare',
      'subsidy',
      'household',
    ],
    rules: [
      'first-asked',
      'in-time',
      'accountability',
      'tell-once',
      'ab-post',
      'whereabouts',
      'special',
      'complaints',
    ],
    institutions: [
      'first-asked',
      'in-time',
      'accountability',
      'tell-once',
      'ab-post',
      'whereabouts',
      'special',
      'complaints',
    ],
    slips: ['tell-once'],
  },
  henan: {
    windowing: ['town'],
    windows: ['town.1', 'town.4'],
    areas: ['service', 'self-service', 'consult', 'waiting', 'party-post'],
    measures: ['counter-height', 'counter-width', 'area-town', 'head', 'deputies', 'video', 'tenure'],
    disclosures: [
      'name',
      'materials',
      'procedure',
      'limit',
      'fees',
      'fee-basis',
      'basis',
      'flow',
      'conditions',
      'material-copies',
      'material-form',
      'material-source',
    ],
    caseTypes: ['instant', 'pledged', 'supplement', 'returned', 'reported'],
    slips: ['returned', 'supplement', 'accepted', 'refused', 'appointment', 'duty'],
    deadlines: ['returned-review', 'site-visit', 'report-up', 'after-reply', 'feedback', 'appointment-grace'],
    prompts: ['called', 'serving', 'finished'],
    rules: ['first-asked', 'tell-once', 'in-time', 'appointment', 'overtime', 'desk'],
    indicators: ['instant-on-spot', 'pledged-in-time', 'satisfaction'],
    arrangements: ['overtime', 'appointment', 'duty-desk', 'study'],
  },
  yanjin: {
    names: ['town', 'street'],
    windows: ['town.1', 'town.3'],
    arrangements: ['weekend', 'lunch', 'overtime', 'appointment', 'paused', 'short-leave'],
    areas: ['service', 'consult', 'complaints', 'self-service', 'waiting'],
    disclosures: ['basis', 'procedure', 'materials', 'limit', 'fees'],
    shown: ['duties', 'workflow', 'norms', 'standards', 'pledge', 'phones'],
    caseTypes: ['instant', 'pledged', 'joint', 'reported', 'returned'],
    slips: ['accepted', 'extended', 'refused', 'mandate', 'agency-accepted', 'agency-work'],
    flows: ['agency'],
    rules: [
      'first-asked',
      'tell-once',
      'in-time',
      'ab-post',
      'agency',
      'appointment',
      'weekend',
      'lunch',
      'overtime',
    ],
    institutions: [
      'first-asked',
      'tell-once',
      'in-time',
      'ab-post',
      'agency',
      'appointment',
      'weekend',
      'lunch',
      'overtime',
      'pledge',
    ],
    deadlines: ['appointment-reply', 'short-leave'],
    extras: ['plus-a', 'plus-b', 'plus-c', 'minus-a', 'minus-b', 'minus-c'],
    score: ['total'],
  },
  national: {
    faces: ['name', 'slogan'],
    names: ['town', 'street', 'village', 'community'],
    hours: ['weekly'],
    reviews: ['levels'],
    caseTypes: ['instant', 'pledged', 'joint', 'reported', 'supplement', 'returned'],
    grades: ['very-good', 'good', 'fair', 'poor', 'very-poor'],
    checklist: ['law-hours', 'law-items', 'law-fees', 'law-screen', 'law-counter', 'law-ratings'],
    contacts: ['complain'],
  },
  shuitian: {
    hours: ['weekly'],
    arrangements: ['other-times', 'off-day-duty', 'shared-window', 'chief', 'meeting'],
    pledges: ['办事要求'],
    rules: ['chief', 'ab-post', 'attendance', 'coordination', 'leave', 'appraisal', 'accountability'],
    institutions: ['chief', 'ab-post', 'attendance', 'coordination', 'leave', 'accountability'],
    banned: ['其他材料', '有关部门'],
    slips: ['receipt', 'leave'],
    deadlines: ['handover'],
    plate: ['whereabouts'],
    reports: ['monthly-bulletin', 'half-year'],
  },
};

describe('the shipped standards', () => {
  test.each(Object.entries(asked).flatMap(([id, parts]) => Object.keys(parts).map((part) => [id, part])))(
    '%s has its %s',
    (id, part) => {
      const wanted = asked[id]?.[part as StandardPart] ?? [];
      expect(own(id, part as StandardPart)).toEqual(expect.arrayContaining([...wanted]));
    },
  );

  test('figures: 13 taboos, 98 %, 5 working days, 30 and 3 minutes, copies of three and four', () => {
    expect(own('qianjiang', 'taboo')).toHaveLength(13);
    expect(get('henan').indicators.find(({ key }) => key === 'satisfaction')?.target).toBe(98);
    expect(get('shuitian').deadlines.find(({ key }) => key === 'complaint')).toMatchObject({
      limit: 5,
      unit: 'workday',
      of: 'qianjiang',
    });
    expect(get('henan').deadlines.find(({ key }) => key === 'appointment-grace')?.limit).toBe(30);
    expect(get('yanjin').deadlines.find(({ key }) => key === 'short-leave')).toMatchObject({
      limit: 3,
      unit: 'minute',
    });
    const copies = (key: string) => get('henan').slips.find((one) => one.key === key)?.copies?.length;
    expect([copies('returned'), copies('supplement'), copies('accepted')]).toEqual([3, 3, 4]);
  });

  test('Yanjin: 100 points in 50, 30 and 20, at most 10 more, and deductions without a cap', () => {
    const { checklist, score } = get('yanjin');
    const groups = new Map<string, number>();
    for (const { group, points = 0 } of checklist) groups.set(group, (groups.get(group) ?? 0) + points);
    expect(groups.get('一、运行情况')).toBe(50);
    expect(groups.get('二、服务设施')).toBe(30);
    expect(groups.get('三、服务制度')).toBe(20);
    expect(score).toMatchObject([{ full: 100, extra: 10 }]);
    expect(score[0]?.deduction).toBeUndefined();
  });

  test('[Y4] Yanjin borrows what it lacks from the handbook, as advice', () => {
    const { deadlines, prompts, caseTypes, cautions } = get('yanjin');
    expect(deadlines.find(({ key }) => key === 'appointment-grace')).toMatchObject({
      of: 'henan',
      force: 'advice',
      locked: false,
    });
    expect(prompts.every(({ force }) => force === 'advice')).toBe(true);
    expect(caseTypes.find(({ key }) => key === 'returned')).toMatchObject({ of: 'yanjin', label: '退办件' });
    expect(cautions.some(({ of }) => of === 'henan')).toBe(false);
  });

  test('[Y1] Shuitian is Qianjiang and more', () => {
    const { names, windows, rules, banned, hours, words } = get('shuitian');
    expect(names.find(({ placeKind }) => placeKind === 'town')).toMatchObject({
      of: 'qianjiang',
      locked: true,
    });
    expect(windows.filter(({ level }) => level === 'town')).toHaveLength(8);
    expect(rules.map(({ of }) => of).filter((of) => of === 'qianjiang')).toHaveLength(8);
    expect(banned.find(({ word }) => word === '有关部门')).toMatchObject({ of: 'shuitian', force: 'must' });
    expect(banned.some(({ of }) => of === 'national')).toBe(true);
    expect(hours[0]?.of).toBe('shuitian');
    expect(words.find(({ key }) => key === 'ab-post')?.word).toBe('AB岗');
  });

  test('[Y5] every entry says its source, its force, whose it is and whether it is locked', () => {
    for (const standard of standards.values())
      for (const part of standardParts)
        for (const { source, force, of, locked } of entriesOf(standard, part)) {
          expect(source.length).toBeGreaterThan(0);
          expect(['must', 'should', 'ours', 'advice']).toContain(force);
          expect(standard.chain.map(({ id }) => id)).toContain(of);
          expect(typeof locked).toBe('boolean');
        }
    for (const { effective, purpose } of standards.values()) {
      expect(effective).not.toBe('');
      expect(purpose.length).toBeGreaterThan(4);
    }
    expect(get('henan').rules.every(({ force }) => force !== 'must')).toBe(true);
  });

  test('details of checklist lines name what is there', () => {
    for (const { disclosures, institutions, checklist } of standards.values())
      for (const { key, evidence, detail } of checklist) {
        if (detail === undefined) continue;
        if (evidence.includes('items') && !['windows', 'instant', 'wording'].includes(detail))
          expect(
            disclosures.map((one) => one.key),
            key,
          ).toContain(detail);
        if (evidence.includes('rules'))
          expect(
            institutions.map((one) => one.key),
            key,
          ).toContain(detail);
      }
  });
});
