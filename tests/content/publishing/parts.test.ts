import { describe, expect, it } from 'vitest';
import { addWorkingDays } from '../../../content/calendar.ts';
import type { NoticeBlock, NoticeTable } from '../../../content/model/notice.ts';
import { keptUntil } from '../../../content/publishing/assessments.ts';
import { textOfBlocks } from '../../../content/publishing/blocks.ts';
import { mergeWords, paragraphsOf } from '../../../content/publishing/mergewords.ts';
import { showing } from '../../../content/publishing/notices.ts';
import { publicityStanding } from '../../../content/publishing/publicity.ts';
import { smallHall } from '../../support/hall.ts';
import { MINUTE, MORNING, must, mustRefuse, testWorld } from '../../support/world.ts';

const DAY = 24 * 60 * MINUTE;
const ZONE = 'Asia/Shanghai';
const span = { from: MORNING, until: MORNING + DAY };
const table = (...rows: string[][]): NoticeTable => ({ is: 'table', head: ['村组', '金额'], rows });
const persons: NoticeTable = { is: 'table', head: ['户主姓名', '金额'], rows: [['王＊草', '500']] };
const base = { title: '补贴公示', category: 'subsidy' as const, ...span };

const written = {
  title: '补贴名单',
  categories: ['subsidy' as const],
  purpose: '接受群众监督',
  basis: '补贴办法第九条',
  data: ['姓名（遮盖）', '金额'],
  necessity: '不公开则无法监督',
  risks: '可能被辨认',
  measures: '姓名遮盖',
};

describe('parts of a notice (notices.md)', () => {
  it('[O2] [O3] the text is made from the parts, short rows are filled, empty ones left out', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    const blocks: NoticeBlock[] = [
      { is: 'heading', text: '一、名单' },
      { is: 'list', ordered: true, lines: ['甲', '乙'] },
      table(['一组', '1'], ['', ''], ['二组']),
    ];
    const { id } = must(records, 'notice:save', { ...base, text: '不看', blocks }, world);
    const notice = records.get('notice', id);
    expect(notice?.text).toBe('一、名单\n1. 甲\n2. 乙\n村组　金额\n一组　1\n二组');
    expect(notice?.blocks?.[2]).toEqual(table(['一组', '1'], ['二组', '']));
    must(records, 'notice:save', { id, rev: 1, ...base, blocks }, world);
    expect(records.rev('notice', id)).toBe(1);
  });

  it('[O3] [O4] nothing is cut off unseen: wide rows, too much and nothing are refused', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    const save = (blocks: NoticeBlock[]) => mustRefuse(records, 'notice:save', { ...base, blocks }, world);
    expect(save([table(['一组', '1', '多'])])).toEqual({
      refused: 'notice.row-too-wide',
      params: { row: 1, columns: 2 },
    });
    const long = Array.from({ length: 1500 }, () => ['组'.repeat(150), '1'.repeat(10)]);
    expect(save([table(...long)]).refused).toBe('notice.too-long');
    expect(mustRefuse(records, 'notice:save', base, world).refused).toBe('notice.empty');
  });

  it('[O5] urgent notices come first, then pinned ones, then the newest', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    const post = (title: string, more: object, from = MORNING) =>
      must(records, 'notice:save', { ...base, title, text: '正文', from, ...more }, world);
    post('旧', {}, MORNING - 2);
    post('新', {}, MORNING - 1);
    post('顶', { pinned: true }, MORNING - 3);
    post('急', { urgent: true }, MORNING - 4);
    const titles = showing(records.all('notice'), MORNING).shown.map(({ body }) => body.title);
    expect(titles.slice(0, 2)).toEqual(['急', '顶']);
    expect(titles.indexOf('新')).toBeLessThan(titles.indexOf('旧'));
  });

  it('[O6] two savers of one table: each row is its own, and the text is never in the way', () => {
    const words = (...rows: string[][]) => {
      const blocks = [{ is: 'paragraph' as const, text: '名单如下' }, table(...rows)];
      return { ...base, text: textOfBlocks(blocks), blocks };
    };
    const was = words(['一组', '1'], ['二组', '2'], ['三组', '3']);
    const theirs = words(['一组', '9'], ['二组', '2'], ['三组', '3']);
    const mine = words(['一组', '1'], ['二组', '2'], ['三组', '8']);
    const merged = mergeWords('notice', was, theirs, mine);
    expect(merged.conflicts).toEqual([]);
    expect(merged.body.blocks?.[1]).toEqual(table(['一组', '9'], ['二组', '2'], ['三组', '8']));
    expect(merged.body.text).toBe(textOfBlocks(merged.body.blocks ?? []));
    const clash = mergeWords('notice', was, theirs, words(['一组', '7'], ['二组', '2'], ['三组', '3']));
    expect(clash.conflicts.map(({ field }) => field)).toEqual(['blocks']);
    const grown = mergeWords(
      'notice',
      { ...base, text: '一\n二' },
      { ...base, text: '甲\n二' },
      {
        ...base,
        text: '一\n二',
        blocks: [...paragraphsOf('一\n二'), table(['一组', '1'])],
      },
    );
    expect(grown.conflicts).toEqual([]);
    expect(grown.body.text).toBe('甲\n二\n村组　金额\n一组　1');
  });
});

describe('公示 (notices.md)', () => {
  const publicity = { days: 7 };

  it('[O7] [O10] it ends after so many working days, the first one not counted', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    const { id } = must(records, 'notice:save', { ...base, text: '名单', publicity }, world);
    const notice = records.get('notice', id)!;
    const first = new Date(MORNING + 8 * 3_600_000).toISOString().slice(0, 10);
    const standing = publicityStanding(notice, undefined, ZONE, MORNING)!;
    expect(standing).toEqual({ first, last: addWorkingDays(undefined, first, 7), left: 7, days: 7 });
    expect(publicityStanding(notice, undefined, ZONE, notice.until - 1)?.left).toBe(0);
    const later = { id, rev: 1, ...base, text: '名单', publicity, until: notice.until + DAY };
    must(records, 'notice:save', later, world);
    expect(records.get('notice', id)?.until).toBe(notice.until + DAY);
  });

  it('[O8] a list of 社会救助 stands seven working days at least', () => {
    const records = smallHall();
    const short = { ...base, category: 'assistance' as const, text: '名单', publicity: { days: 5 } };
    expect(mustRefuse(records, 'notice:save', short, testWorld().as('sun'))).toEqual({
      refused: 'notice.publicity-short',
      params: { days: 7 },
    });
  });

  it('[O9] it begins when it goes public, and a change of words does not move it', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    const early = { ...base, text: '名单', publicity, from: MORNING - 9 * DAY };
    const { id } = must(records, 'notice:save', early, world);
    const posted = records.get('notice', id)!;
    expect(posted.from).toBe(MORNING);
    must(records, 'notice:save', { ...early, id, rev: 1, text: '名单有改' }, world.wait(2 * DAY));
    expect(records.get('notice', id)).toMatchObject({ from: MORNING, until: posted.until, text: '名单有改' });
  });
});

describe('lists of persons (notices.md)', () => {
  it('[O12] [O13] none goes out without an assessment that covers its category', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    const list = { ...base, blocks: [persons] };
    expect(mustRefuse(records, 'notice:save', list, world).refused).toBe('notice.assessment-needed');
    const { id: other } = must(records, 'assessment:save', { ...written, categories: ['assistance'] }, world);
    const wrong = mustRefuse(records, 'notice:save', { ...list, assessment: other }, world);
    expect(wrong.refused).toBe('notice.assessment-wrong');
    const { id: right } = must(records, 'assessment:save', written, world);
    const { id } = must(records, 'notice:save', { ...list, assessment: right }, world);
    expect(records.get('assessment', right)).toMatchObject({ by: { id: 'sun' }, at: MORNING, ended: null });
    must(records, 'assessment:end', { id: right }, world);
    const next = mustRefuse(records, 'notice:save', { ...list, assessment: right }, world);
    expect(next.refused).toBe('notice.assessment-wrong');
    must(records, 'notice:save', { ...list, id, title: '改', assessment: right }, world);
    const draft = must(
      records,
      'draft:save',
      { base: 0, of: { kind: 'notice', body: { ...list, text: '名单' } } },
      world,
    );
    expect(mustRefuse(records, 'draft:submit', draft, world).refused).toBe('notice.assessment-needed');
  });

  it('[O17] where nobody reviews, what may not be public is not posted at all', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    const { id: assessment } = must(records, 'assessment:save', written, world);
    const secret: NoticeTable = {
      is: 'table',
      head: ['户主', '身份证号'],
      rows: [['王＊草', '500999196202281234']],
    };
    const post = { ...base, blocks: [secret], assessment };
    expect(mustRefuse(records, 'notice:save', post, world)).toEqual({
      refused: 'notice.blocked',
      params: { count: 1 },
    });
    must(records, 'notice:save', { ...post, blocks: [{ ...secret, rows: [['王＊草', '＊＊＊']] }] }, world);
    const gone = { ...base, text: '见附件', attachments: ['none'] };
    expect(mustRefuse(records, 'notice:save', gone, world).refused).toBe('notice.blocked');
  });

  it('[O14] an assessment is kept for three years after the last list that rests on it', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    const { id } = must(records, 'assessment:save', written, world);
    must(
      records,
      'notice:save',
      { ...base, blocks: [persons], assessment: id, until: MORNING + 30 * DAY },
      world,
    );
    expect(keptUntil(records, id, records.get('assessment', id)!)).toBeNull();
    must(records, 'assessment:end', { id }, world);
    const until = keptUntil(records, id, records.get('assessment', id)!)!;
    expect(until).toBeGreaterThan(MORNING + (3 * 365 + 30) * DAY - 1);
    const sweep = (now: number) => must(records, 'assessment:sweep', {}, world.wait(now - world.now));
    sweep(until - 1);
    expect(records.count('assessment')).toBe(1);
    sweep(until);
    expect(records.count('assessment')).toBe(0);
  });
});
