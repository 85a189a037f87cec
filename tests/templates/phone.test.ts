import { expect, test } from 'vitest';
import { phoneStyles, renderPhoneHome, renderPhoneMissing, renderPhoneRule } from '../../templates/index.ts';
import type { PhoneRule } from '../../templates/index.ts';
import { readDial, wordWeekdays } from '../../templates/pages/words.ts';
import { articles, makeRule, phoneHall, teaRule, wordsOf } from './samples.ts';

const day = Date.UTC(2026, 10, 20, 18);
const rule = makeRule(teaRule);
const sheet: NonNullable<PhoneRule['sheet']> = {
  code: 'S7K2M9QX',
  size: 'A3',
  printedAt: day,
  current: true,
  changedAt: null,
};

/** What a reader reads, without markup and white space. */
function readText(html: string): string {
  return html
    .replace(/^.*<body>/s, '')
    .replace(/<!--.*?-->|<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s/g, '');
}

const home = () =>
  renderPhoneHome({
    ...phoneHall,
    slogan: { role: 'slogan', title: '服务理念', lines: ['为群众办好事，让群众好办事'] },
    rules: [{ id: 'r1', title: '来客接待制度' }],
    notices: [
      {
        id: 'n1',
        notice: {
          title: '停电通知',
          text: '周三停电。\n请提前办理。',
          category: 'general',
          from: day,
          until: day + 86_400_000,
          postedBy: { id: 'sun', name: '孙' },
          postedAt: day,
          withdrawn: null,
        },
      },
    ],
  });

test('[P16] a rule has exactly the words of the record', () => {
  expect(readText(renderPhoneRule({ ...phoneHall, rule, revision: 3, sheet: null }))).toContain(
    rule.title + wordsOf(rule),
  );
});

test('[P16] markup in a rule is text', () => {
  const sly = makeRule(articles('请勿<script>alert(1)</script>。'));
  const html = renderPhoneRule({ ...phoneHall, rule: sly, revision: 1, sheet: null });
  expect(html).not.toContain('<script');
  expect(readText(html)).toContain('请勿<script>alert(1)</script>。');
});

test('[P16] no page has a script, an inline style or an address outside the hub', () => {
  const pages = [
    home(),
    renderPhoneRule({ ...phoneHall, rule, revision: 3, sheet }),
    renderPhoneMissing({ hall: phoneHall, code: 'X' }),
    renderPhoneMissing({ hall: null, code: 'X' }),
  ];
  for (const html of pages) {
    expect(html).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
    expect(html).not.toMatch(/<script|<style|\sstyle=|\son\w+=|https?:/);
    expect(html).toContain('<link rel="stylesheet" href="/p/phone.css">');
  }
  expect(phoneStyles).not.toMatch(/https?:|@import/);
});

test('[P16] the front page has slogan, hours, phones that dial, rules and notices', () => {
  const html = home();
  const text = readText(html);
  for (const words of [
    '为群众办好事，让群众好办事',
    '周一至周五9:00–12:00',
    '停电通知',
    '2026年11月21日至2026年11月22日',
  ])
    expect(text).toContain(words);
  for (const link of ['tel:02379000000', 'tel:02379000001', 'tel:12345', '/p/rules/r1'])
    expect(html).toContain(`href="${link}"`);
});

test('[P17] a current sheet is told by sign and word', () => {
  const text = readText(renderPhoneRule({ ...phoneHall, rule, revision: 3, sheet }));
  expect(text).toContain('✓本张印刷件为现行版本');
  expect(text).toContain('编号S7K2M9QX·A3·2026年11月21日印制');
});

test('[P17] a sheet that is out of date says since when, in the time of the hall', () => {
  const old = { ...sheet, current: false, changedAt: Date.UTC(2026, 10, 21, 17) };
  const text = readText(renderPhoneRule({ ...phoneHall, rule, revision: 4, sheet: old }));
  expect(text).toContain('本张印刷件已过期：内容已于2026年11月22日更新，以下为现行内容');
  expect(text).not.toContain('本张印刷件为现行版本');
});

test('[P17] a sheet of a rule no longer in force does not call its words current', () => {
  const gone = { ...sheet, current: false, changedAt: day, removed: true };
  const text = readText(renderPhoneRule({ ...phoneHall, rule, revision: 3, sheet: gone }));
  expect(text).toContain('本制度已停止执行');
  expect(text).not.toContain('现行内容');
});

test('[P18] an unknown code is answered with what to do and whom to call', () => {
  const html = renderPhoneMissing({ hall: phoneHall, code: '<b>' });
  expect(readText(html)).toContain('没有编号为“<b>”的印刷件');
  expect(html).toContain('tel:02379000000');
});

test('[P18] before set-up the page says that the hall is not in use, not that a rule is gone', () => {
  const text = readText(renderPhoneMissing({ hall: null, code: '' }));
  expect(text).toContain('本中心还没有启用');
  expect(text).not.toContain('制度');
});

test('[P16] weekdays are worded as people say them', () => {
  expect(wordWeekdays([1, 2, 3, 4, 5])).toBe('周一至周五');
  expect(wordWeekdays([7, 6, 5, 4, 3, 2, 1])).toBe('每天');
  expect(wordWeekdays([1, 3, 6])).toBe('周一、周三、周六');
});

test.each([
  ['023-79000000', '02379000000'],
  ['12345', '12345'],
  ['（023）7900 0001', '02379000001'],
  ['+86 138 0000 0000', '+8613800000000'],
  ['０２３－７９００００００', '02379000000'],
  ['请到一楼询问', null],
])('[P16] %s dials %s', (value, dial) => {
  expect(readDial(value)).toBe(dial);
});
