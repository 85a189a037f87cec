import { expect, test } from 'vitest';
import {
  phoneStyles,
  renderTakePage,
  renderTicketGone,
  renderTicketPage,
  renderVisitRefused,
  visitScript,
  wordTicket,
  type PhoneTake,
} from '../../templates/index.ts';
import type { PageState, TicketPage } from '../../content/views/ticketpage.ts';
import { phoneHall } from './samples.ts';

const issuedAt = Date.UTC(2026, 10, 19, 1, 41);
const page = (state: PageState): TicketPage => ({
  number: 'A012',
  service: '社会保障',
  kind: 'priority',
  issuedAt,
  state,
});
const waiting = (ahead: number, minutes: { from: number; to: number } | null = null): PageState => ({
  is: 'waiting',
  ahead,
  minutes,
  passed: false,
});
const take: PhoneTake = {
  ...phoneHall,
  page: {
    mode: 'hall',
    mine: [{ code: 'S7K2M9QX', number: 'A012', service: '社会保障' }],
    groups: [
      {
        name: '民生',
        services: [
          { id: 's1', name: '<b>社保</b>', waiting: 4, minutes: { from: 20, to: 40 }, refused: null },
          {
            id: 's2',
            name: '民政事务',
            waiting: 0,
            minutes: null,
            refused: { refused: 'limit.day', params: { name: '民政事务' } },
          },
        ],
      },
    ],
  },
  request: 'r1',
  entry: 'K7',
  refused: '取号码不对',
};

const read = (html: string) => html.replace(/^.*<body>/s, '').replace(/<!--.*?-->|<[^>]*>/g, '');

test('[M8] two before you is soon, and the words say who is next', () => {
  expect(wordTicket(page(waiting(6, { from: 10, to: 20 })))).toMatchObject({
    tone: 'waiting',
    headline: '等候中',
    detail: '前面还有 6 人，约 10–20 分钟',
    ring: '',
    leave: true,
    title: '等候中 · A012 号',
  });
  expect(wordTicket(page(waiting(3)))).toMatchObject({
    tone: 'waiting',
    detail: '前面还有 3 人',
    keep: true,
  });
  expect(wordTicket(page(waiting(2)))).toMatchObject({
    tone: 'soon',
    headline: '还有 2 人就到您',
    ring: 'soon',
  });
  expect(wordTicket(page(waiting(0, { from: 0, to: 5 })))).toMatchObject({
    headline: '下一个就是您',
    detail: '5 分钟以内',
    ring: 'soon',
  });
});

test('[M8] every call and recall rings anew, and nothing else does', () => {
  const call = (count: number): PageState => ({
    is: 'called',
    window: { number: 3, name: '综合服务' },
    count,
  });
  const first = wordTicket(page(call(1)));
  const again = wordTicket(page(call(2)));
  expect(first).toMatchObject({
    tone: 'called',
    headline: '请到 3 号窗口',
    detail: '综合服务',
    leave: false,
  });
  expect(again.detail).toBe('综合服务 · 第 2 次叫您');
  expect(new Set([first.ring, again.ring, 'soon', '']).size).toBe(4);
  for (const is of ['serving', 'passed', 'held'] as const)
    expect(wordTicket(page({ is, window: null })).ring).toBe('');
});

test('[M8] each state says where to go, and offers what its visitor may do', () => {
  const window = { number: 3, name: '综合服务' };
  expect(wordTicket(page({ is: 'passed', window }))).toMatchObject({ tone: 'missed', leave: true });
  expect(wordTicket(page({ is: 'passed', window })).hint).toContain('3 号窗口');
  expect(wordTicket(page({ is: 'held', window })).hint).toContain('3 号窗口');
  expect(wordTicket(page({ is: 'serving', window }))).toMatchObject({ detail: '3 号窗口', leave: false });
  expect(wordTicket(page({ is: 'finished' }))).toMatchObject({ rate: true, again: false, leave: false });
  for (const is of ['dropped', 'cancelled'] as const)
    expect(wordTicket(page({ is }))).toMatchObject({ tone: 'over', rate: false, again: true, keep: false });
});

test('[M7] no page has inline script or style, or an address outside the hub, and no search keeps it', () => {
  const pages = [
    renderTakePage(take),
    renderTicketPage({ ...phoneHall, page: page(waiting(2)), code: 'S7K2M9QX' }),
    renderTicketGone(phoneHall, true),
    renderVisitRefused(phoneHall, '操作太频繁'),
  ];
  for (const html of pages) {
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|https?:/);
    expect(html.match(/<script[^>]*>/g)).toEqual(['<script src="/p/visit.js" defer>']);
    expect(html).toContain('<meta name="robots" content="noindex">');
  }
  expect(phoneStyles).not.toMatch(/https?:|@import/);
  expect(visitScript).not.toMatch(/innerHTML|https?:|\?\.|\?\?|import /);
});

test('[M10] without script a ticket reloads itself', () => {
  const html = renderTicketPage({ ...phoneHall, page: page(waiting(2)), code: 'S7K2M9QX' });
  expect(html).toContain('<noscript><meta http-equiv="refresh" content="20"></noscript>');
  const text = read(html);
  for (const words of ['A012', '社会保障 · 优先 · 09:41 取号', '还有 2 人就到您', '不办了，离开排队'])
    expect(text).toContain(words);
});

test('[M1] the page lists services with their lines, says why one is shut, and shows what the phone has', () => {
  const html = renderTakePage(take);
  const text = read(html);
  for (const words of [
    '&lt;b>社保&lt;/b>',
    '4 人在等，约 20–40 分钟',
    '民政事务今天的号已发完',
    '今天的取号码',
    '取号码不对',
  ])
    expect(text).toContain(words);
  expect(html).toContain('href="/t/S7K2M9QX"');
  expect(html).toContain('name="service" value="s1"');
  expect(html).not.toContain('value="s2"');
  const off = renderTakePage({ ...take, page: { mode: 'off', mine: [], groups: [] }, refused: null });
  expect(read(off)).toContain('本大厅不开放手机取号');
  expect(off).not.toContain('<form');
});

test('a service where nobody waits says what a visitor would wait for: the window, or somebody at it', () => {
  const lineOf = (minutes: { from: number; to: number } | null): string => {
    const service = { id: 's1', name: '社保', waiting: 0, minutes, refused: null };
    const groups = [{ name: '', services: [service] }];
    return read(renderTakePage({ ...take, page: { mode: 'anywhere', mine: [], groups } }));
  };
  expect(lineOf({ from: 0, to: 5 })).toContain('不用等');
  expect(lineOf({ from: 10, to: 20 })).toContain('约 10–20 分钟');
  expect(lineOf({ from: 10, to: 20 })).not.toContain('不用等');
  expect(lineOf(null)).toContain('窗口暂时没人');
});
