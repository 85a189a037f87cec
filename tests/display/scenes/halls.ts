import type { Body, Kept, Kind } from '../../../content/model/record.ts';
import { RecordMap } from '../../../content/records.ts';
import { bareItem, fullItem, material } from '../../support/items.ts';
import { hallOf, MINUTE, morning, NOW } from '../fixture.ts';

const DAY = 24 * 60 * MINUTE;
const by = { id: 'chen', name: '陈晓' };

function kept<K extends Kind>(kind: K, id: string, body: Body<K>): Kept<K> {
  return { kind, id, rev: 1, body };
}

/** Rare characters, two of them beyond the first plane, signs, long words of another language. */
const HARD = '㐱𠮷龘靐😀☎Pneumonoultramicroscopicsilicovolcanoconiosis，（〇〇一二号）';
const PLAIN = '居民申请办理时窗口工作人员应当一次性告知所需材料、办理程序和时限，能当场办结的当场办结。';

/** So many characters, hard and plain ones in turn. */
export function words(count: number, hard = true): string {
  const one = hard ? HARD + PLAIN : PLAIN;
  return [...one.repeat(Math.ceil(count / [...one].length) + 1)].slice(0, count).join('');
}

const rule = (id: string, title: string, texts: string[]): Kept<'rule'> =>
  kept('rule', id, {
    title,
    blocks: texts.map((text, at) => ({ number: `${at + 1}.`, depth: at % 3, text })),
    source: { title: '测试' },
    wording: 'own',
    adoptedBy: by,
    adoptedAt: NOW - DAY,
  });

const item = (id: string, text: ReturnType<typeof bareItem>): Kept<'item'> =>
  kept('item', id, { ...text, savedBy: by, savedAt: NOW - DAY });

const notice = (id: string, title: string, more: Partial<Body<'notice'>>): Kept<'notice'> =>
  kept('notice', id, {
    ...{ category: 'general', title, text: title, from: NOW - DAY, until: NOW + 5 * DAY },
    ...{ postedBy: by, postedAt: NOW - DAY, withdrawn: null },
    ...more,
  });

const person = (at: number, more: Partial<Body<'staff'>> = {}): Kept<'staff'> =>
  kept('staff', `p${at}`, {
    ...{ name: `向美${at}`, unit: '社会保障服务所', title: '办事员', post: '社会保障窗口' },
    ...{ duties: ['养老、医疗保险参保登记', '待遇资格认证'], phone: '023-79000000', number: `${at}` },
    ...{ party: at % 3 === 0, leader: at === 0, order: at },
    ...more,
  });

const area = (id: string, order: number, more: Partial<Body<'area'>> = {}): Kept<'area'> =>
  kept('area', id, { name: '自助服务区', is: 'self-service', way: 'left', windows: [], order, ...more });

const table = (columns: number, rows: number, cell: (row: number, column: number) => string) => ({
  is: 'table' as const,
  head: Array.from({ length: columns }, (_, at) => `第${at + 1}列`),
  rows: Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => cell(row, column)),
  ),
});

/** A hall of which nobody has written anything yet. */
export const bare = (): RecordMap => hallOf({ pledges: false, windows: false, contacts: [] });

/** A usual morning of a small hall. */
export function usual(): RecordMap {
  const cells = ['张小明', '柳湾村', '3.6 亩', '414.00 元'];
  return new RecordMap([
    ...hallOf(morning).everything(),
    rule('r1', '首问首接制度', [words(40, false), words(70, false), words(30, false)]),
    rule(
      'r2',
      '一次性告知制度',
      Array.from({ length: 7 }, () => words(80, false)),
    ),
    item('i1', fullItem),
    item('i2', bareItem('户口簿遗失补发', { promisedDays: 0 })),
    kept('package', 'k1', {
      name: '新生儿出生一件事',
      items: ['i1', 'i2'],
      promisedDays: 5,
      note: words(40, false),
    }),
    notice('t1', '2026年耕地地力保护补贴发放名单公示', {
      category: 'subsidy',
      publicity: { days: 7, list: 'subsidy' } as never,
      blocks: [{ is: 'paragraph', text: words(80, false) }, table(4, 23, (_, column) => cells[column]!)],
    }),
    ...Array.from({ length: 11 }, (_, at) => person(at)),
    kept('roster', '2026-11', {
      days: [
        { date: '2026-11-21', role: 'leader', staff: ['p0'] },
        { date: '2026-11-21', role: 'desk', staff: ['p1', 'p2'] },
      ],
    }),
    area('a1', 0, { name: '窗口服务区', text: '在叫到的窗口办理', windows: ['w1', 'w2', 'w3'] }),
    area('a2', 1),
    area('a3', 2, { name: '群众等候区', way: 'ahead' }),
  ]);
}

/** Everything as long as the model allows, or as much of it as a large hall has. */
export function monstrous(): RecordMap {
  const windows = Array.from({ length: 200 }, (_, at): Kept<'window'> =>
    kept('window', `w${at + 1}`, {
      number: at + 1,
      name: words(at % 7 === 0 ? 40 : 8),
      business: [words(60)],
      services: [],
      state: at % 2 ? { is: 'closed' } : { is: 'open', clerk: by, since: NOW - DAY },
      ticket: null,
    }),
  );
  const ids = windows.map(({ id }) => id);
  return new RecordMap([
    ...hallOf({ ...morning, pledges: false, windows: false, name: words(40), contacts: [] }).everything(),
    ...windows,
    kept('pledge', 'slogan', { role: 'slogan', title: '服务理念', lines: [words(40, false)] }),
    kept('pledge', 'long', {
      role: 'pledge',
      title: words(60),
      lines: Array.from({ length: 40 }, (_, at) => words(at % 9 === 0 ? 120 : 20)),
    }),
    rule('r1', words(60), [
      ...Array.from({ length: 4 }, () => words(4000)),
      ...Array.from({ length: 40 }, () => words(100)),
    ]),
    item(
      'i1',
      bareItem(words(60), {
        statutoryDays: 999,
        promisedDays: 999,
        conditions: Array.from({ length: 12 }, () => words(300)),
        materials: Array.from({ length: 12 }, (_, at) =>
          material(words(120), { note: words(60), count: at + 1 }),
        ),
        note: words(1000),
      }),
    ),
    item('i2', bareItem(words(60, false), { materials: [material(words(120, false))] })),
    kept('package', 'k1', { name: words(60), items: ['i1', 'i2'], promisedDays: 999, note: words(1000) }),
    notice('t1', words(60), {
      category: 'subsidy',
      urgent: true,
      number: words(60),
      signer: words(100),
      blocks: [
        { is: 'heading', text: words(120) },
        { is: 'paragraph', text: words(4000) },
        { is: 'list', ordered: true, lines: Array.from({ length: 10 }, () => words(400)) },
        { ...table(16, 6, (row, column) => words((row * column) % 40)), caption: words(120) },
        table(8, 3, () => words(300)),
      ],
    } as Partial<Body<'notice'>>),
    ...Array.from({ length: 12 }, (_, at) =>
      kept('contact', `c${at}`, {
        role: (['consult', 'complain', 'hotline', 'address'] as const)[at % 4]!,
        label: words(at % 3 ? 6 : 60),
        value: at % 3 ? '023-7900 0000' : words(100),
        ...(at % 2 ? { owner: words(60) } : {}),
      }),
    ),
    ...Array.from({ length: 300 }, (_, at) =>
      person(
        at,
        at % 40 === 0
          ? {
              ...{
                name: words(30),
                unit: words(60),
                title: words(30),
                post: words(30),
                phone: '0'.repeat(20),
              },
              duties: Array.from({ length: 12 }, () => words(120)),
            }
          : {},
      ),
    ),
    kept('roster', '2026-11', {
      days: (['leader', 'director', 'desk'] as const).map((role) => ({
        ...{ date: '2026-11-21', role, staff: ['p0', 'p1', 'p2'] },
      })),
    }),
    ...Array.from({ length: 24 }, (_, at) =>
      area(`a${at}`, at, {
        name: words(20),
        text: words(60),
        floor: `${Math.floor(at / 8) + 1} 楼`,
        windows: at === 0 ? ids.slice(0, 100) : at === 1 ? ids.slice(100) : [],
      }),
    ),
    kept('calendar', 'calendar', {
      days: Array.from({ length: 8 }, (_, at) => ({
        day: `2026-12-${String(at * 3 + 1).padStart(2, '0')}`,
        is: 'off' as const,
        note: words(30),
      })),
      lines: [],
    } as unknown as Body<'calendar'>),
  ]);
}
