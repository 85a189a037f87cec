import { wordSpans, wordWeekdays } from '../../calendar.ts';
import { speaker } from '../../messages/catalogue.ts';
import { printMessages } from '../../messages/print.ts';
import type { ServiceLine } from '../../model/calendar.ts';
import type { CodeTo, PublicSign } from '../../model/signsheet.ts';
import type { Kept } from '../../model/record.ts';
import type { Made } from '../../model/sheet.ts';
import { hallOf } from '../../premises/hall.ts';
import type { Records } from '../../records.ts';
import { refuse, type Refusal } from '../../rule.ts';
import { runsOf, wordDays, wordMarket, type DayRun } from '../../views/days.ts';
import { madeOf, type Gather } from '../gathered.ts';
import { windowMade, windowOf, type SheetWindow } from './places.ts';

const say = speaker(printMessages, 'zh-CN');

/** 公共标志. */
export interface SignSheetData {
  sign: PublicSign;
}

export const gatherSign: Gather<'sign', SignSheetData> = (_records, { sign }) => ({
  title: [say(`public.${sign}`), { 'exit-left': '←', 'exit-right': '→' }[sign as string]]
    .filter(Boolean)
    .join(' '),
  data: { sign },
  made: [],
  single: false,
});

/** Where a card's code leads, in words. */
export interface CodeSheetData {
  to: CodeTo['is'];
  /** From the hub's address on. */
  path: string;
  /** Name of the guide, or of the window's business. */
  about: string;
  window: SheetWindow | null;
}

export const gatherCode: Gather<'code', CodeSheetData> = (records, { to }) => {
  const led = leadOf(records, to);
  if ('refused' in led) return led;
  const { path, about = '', window = null, made = [] } = led;
  const where = window ? `${say('sheet.window.number', { number: window.number })} ${about}` : about;
  const title = [where, say(`sheet.code.${to.is}`)].filter(Boolean).join(' · ');
  return { title, data: { to: to.is, path, about, window }, made, single: made.length === 1 };
};

interface Lead {
  path: string;
  about?: string;
  window?: SheetWindow;
  made?: Made[];
}

function leadOf(records: Records, to: CodeTo): Lead | Refusal {
  switch (to.is) {
    case 'guide': {
      const item = records.get('item', to.item);
      if (!item) return refuse('record.missing');
      const made = [{ kind: 'item', id: to.item, rev: records.rev('item', to.item) }];
      return { path: `/p/items/${to.item}`, about: item.name, made };
    }
    case 'rate': {
      const window = windowOf(records, to.window);
      return window ? leadToRate(window) : refuse('window.missing');
    }
    case 'home':
      return { path: '/p' };
    case 'guides':
      return { path: '/p/items' };
    case 'notices':
      return { path: '/p/notices' };
    case 'take':
      return { path: '/p/take' };
    case 'book':
      return { path: '/p/book' };
  }
}

function leadToRate(window: Kept<'window'>): Lead {
  const { number, name } = window.body;
  return { path: `/r/${number}`, about: name, window: { number, name }, made: [windowMade(window)] };
}

/** 无线网络卡. */
export interface WifiSheetData {
  network: string;
  /** Empty: an open network. */
  password: string;
}

export const gatherWifi: Gather<'wifi', WifiSheetData> = (_records, { network, password = '' }) => ({
  title: '',
  data: { network, password },
  made: [],
  single: false,
});

/** A run of days that are not as usual. */
export interface SheetDays {
  when: string;
  is: DayRun['is'];
  /** 国庆节; may be empty. */
  note: string;
  spans: string[];
}

/** 办公时间牌. */
export interface HoursSheetData {
  weekdays: string;
  spans: string[];
  /** 赶场日; empty where there is none. */
  market: string;
  days: SheetDays[];
  /** 午间、双休日、延时 … as the hall words them. */
  lines: readonly ServiceLine[];
}

/** Days that a board has room for; a year's holidays and 调休 are about fifteen runs. */
const RUNS = 16;

export const gatherHours: Gather<'hours', HoursSheetData> = (records, { from = '0000-00-00' }) => {
  const hall = hallOf(records);
  if (!hall) return refuse('setup.missing');
  const { hours } = hall.body;
  const [kept] = records.all('calendar');
  const calendar = kept?.body;
  const runs = runsOf(calendar?.days ?? [], from, '9999-12-31').slice(0, RUNS);
  return {
    title: '',
    data: {
      weekdays: wordWeekdays(hours.weekdays),
      spans: wordSpans(hours.spans),
      market: calendar?.market ? wordMarket(calendar.market) : '',
      days: runs.map((run) => ({
        when: wordDays(run),
        is: run.is,
        note: run.note,
        spans: wordSpans(run.spans),
      })),
      lines: calendar?.lines ?? [],
    },
    made: [madeOf(hall), ...(kept ? [madeOf(kept)] : [])],
    single: false,
  };
};
