import type { Basis, Branch, Fees, ItemPhone, ItemText, Material, Step } from '../../model/item.ts';
import { readPhone } from '../../publishing/contacts.ts';
import type { Records } from '../../records.ts';
import type { Column } from './columns.ts';
import {
  AGENT,
  audienceWords,
  categoryWords,
  FREE,
  formWords,
  needWords,
  NOW,
  typeWords,
  ZERO,
} from './words.ts';

/** Why a cell cannot be taken: a key of messages/itemtable.ts and what fills it. */
export interface CellFault {
  fault: `table.${string}`;
  params?: Record<string, string | number>;
}
export const isFault = (value: unknown): value is CellFault =>
  typeof value === 'object' && value !== null && 'fault' in value;

const fault = (key: CellFault['fault'], params?: CellFault['params']): CellFault =>
  params ? { fault: key, params } : { fault: key };

type Cell = (text: string, records: Records) => Partial<ItemText> | CellFault;

/** Lines of a cell that are not empty. */
const linesOf = (text: string): string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((one) => one.trim())
    .filter(Boolean);
const partsOf = (line: string): string[] => line.split(/[|｜]/).map((one) => one.trim());

/** Reads every line, or says what is wrong with the first that cannot be read. */
function each<T>(text: string, read: (line: string, place: number) => T | CellFault): T[] | CellFault {
  const found: T[] = [];
  for (const [place, line] of linesOf(text).entries()) {
    const one = read(line, place);
    if (isFault(one)) return one;
    found.push(one);
  }
  return found;
}

const put = <K extends keyof ItemText>(
  key: K,
  value: ItemText[K] | CellFault,
): Partial<ItemText> | CellFault => (isFault(value) ? value : { [key]: value });

/** What each column's cell says of an item. An empty cell takes away what may be absent. */
export const cells: Record<Column, Cell> = {
  name: (text) => (text ? (long(text, 60) ?? { name: text }) : fault('table.name')),
  code: (text) =>
    text === '' ? {} : /^[!-~]{1,60}$/.test(text) ? { code: text } : fault('table.code', { value: text }),
  category: (text) => {
    const category = categoryWords.key(text);
    return category
      ? { category }
      : fault('table.choice', { value: text, choices: Object.values(categoryWords.word).join('、') });
  },
  type: (text) => {
    const type = typeWords.key(text);
    return type
      ? { type }
      : fault('table.choice', { value: text, choices: Object.values(typeWords.word).join('、') });
  },
  audience: (text) =>
    put(
      'audience',
      each(text, (line) => {
        const audience = audienceWords.key(line);
        const choices = Object.values(audienceWords.word).join('；');
        return audience ?? fault('table.choice', { value: line, choices });
      }),
    ),
  basis: (text) => put('basis', each(text, readBasis)),
  conditions: (text) =>
    put(
      'conditions',
      each(text, (line) => long(line, 300) ?? line),
    ),
  materials: (text) =>
    text === ZERO ? { materials: [], noMaterials: true } : put('materials', each(text, readMaterial)),
  steps: (text) => put('steps', readSteps(text)),
  statutoryDays: (text) => readDays('statutoryDays', text),
  promisedDays: (text) => readDays('promisedDays', text),
  limitNote: (text) => optional('limitNote', text, 300),
  fees: readFees,
  outcome: (text) => optional('outcome', text, 60),
  windows: (text, records) =>
    put(
      'windows',
      each(text.replace(/[,，、]/g, '\n'), (line) => {
        const number = Number(line.normalize('NFKC').replace(/号.*$/, ''));
        for (const { id, body } of records.all('window')) if (body.number === number) return id;
        return fault('table.window', { value: line });
      }),
    ),
  services: (text, records) =>
    put(
      'services',
      each(text, (line) => {
        for (const { id, body } of records.all('service')) if (body.name === line) return id;
        return fault('table.service', { value: line });
      }),
    ),
  consult: (text, records) =>
    put(
      'consult',
      each(text, (line) => readPhoneLine(line, records)),
    ),
  complain: (text, records) =>
    put(
      'complain',
      each(text, (line) => readPhoneLine(line, records)),
    ),
  online: (text) =>
    text === ''
      ? {}
      : /^https?:\/\/\S{1,290}$/.test(text)
        ? { online: text }
        : fault('table.online', { value: text }),
  visits: (text) => {
    const times = text.normalize('NFKC').replace(/次$/, '');
    if (times === '') return {};
    return /^\d$/.test(times) ? { visits: Number(times) } : fault('table.visits', { value: text });
  },
  agent: (text) => {
    if (text === '' || text === '否') return {};
    return long(text, 120) ?? { agent: { whom: text === AGENT || text === '是' ? '' : text } };
  },
  note: (text) => (text === '' ? {} : (long(text, 1000) ?? { note: text })),
};

function long(text: string, most: number): CellFault | undefined {
  return text.length > most ? fault('table.long', { most }) : undefined;
}

function optional(key: 'limitNote' | 'outcome', text: string, most: number): Partial<ItemText> | CellFault {
  return text === '' ? {} : (long(text, most) ?? { [key]: linesOf(text).join(' ') });
}

/** 20, 20个工作日, 当场; undefined for what is none of these. */
function daysOf(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/\s|个?工作日|天|日/g, '');
  if (plain === NOW || plain === '当场办结' || plain === '即时') return 0;
  return /^\d{1,3}$/.test(plain) ? Number(plain) : undefined;
}

function readDays(key: 'statutoryDays' | 'promisedDays', text: string): Partial<ItemText> | CellFault {
  if (text === '') return {};
  const days = daysOf(text);
  return days === undefined ? fault('table.days', { value: text }) : { [key]: days };
}

function readBasis(line: string): Basis | CellFault {
  const quoted = /^《([^》]+)》[|｜]?\s*(.*)$/.exec(line);
  const [law = '', article = ''] = quoted ? quoted.slice(1) : partsOf(line);
  return long(law, 120) ?? long(article, 300) ?? { law, ...(article ? { article } : {}) };
}

function readMaterial(line: string): Material | CellFault {
  const [
    name = '',
    form = '',
    count = '',
    need = '',
    source = '',
    note = '',
    licence = '',
    blank = '',
    filled = '',
  ] = partsOf(line);
  const kind = form === '' ? 'original' : formWords.key(form);
  if (!kind) return fault('table.choice', { value: form, choices: Object.values(formWords.word).join('、') });
  const copies = count === '' ? '1' : count.normalize('NFKC').replace(/份$/, '');
  if (!/^[1-9]\d?$/.test(copies)) return fault('table.count', { value: count });
  if (name === '') return fault('table.material', { value: line });
  const wanted = need === '' ? 'required' : needWords.key(need);
  const material: Material = {
    name,
    form: kind,
    count: Number(copies),
    // Any other words say in which case it is asked for.
    need: wanted ?? 'conditional',
    ...(wanted ? {} : { when: need }),
    ...(source ? { source } : {}),
    ...(note ? { note } : {}),
    ...(licence ? { licence: true as const } : {}),
    ...(blank ? { blank } : {}),
    ...(filled ? { filled } : {}),
  };
  return long(name, 120) ?? long(source, 60) ?? long(note || blank || filled, 300) ?? material;
}

function readSteps(text: string): Step[] | CellFault {
  const names = linesOf(text).map((line) => partsOf(line)[0] ?? '');
  return each(text, (line, place) => {
    const [name = '', who = '', days = '', result = '', ways = ''] = partsOf(line);
    if (name === '') return fault('table.step', { value: line });
    const limit = days === '' ? undefined : daysOf(days);
    if (days !== '' && limit === undefined) return fault('table.days', { value: days });
    const step: Step = {
      key: `s${place + 1}`,
      name,
      ...(who ? { who } : {}),
      ...(limit === undefined ? {} : { days: limit }),
      ...(result ? { result } : {}),
      branches: [],
    };
    for (const way of ways
      .split(/[;；]/)
      .map((one) => one.trim())
      .filter(Boolean)) {
      const wrong = readWay(step, way, names);
      if (wrong) return wrong;
    }
    return long(name, 30) ?? long(who, 40) ?? long(result, 60) ?? step;
  });
}

/** 材料齐全=继续, 材料不齐=补正:…, 不符合=不予受理:…, 紧急=转到:…, 到此办结. */
function readWay(step: Step, way: string, names: readonly string[]): CellFault | undefined {
  if (way === '到此办结') {
    step.ends = true;
    return undefined;
  }
  const [, when = '', deed = '', text = ''] =
    /^([^=＝]+)[=＝](继续|补正|不予受理|转到)(?:[:：](.*))?$/.exec(way) ?? [];
  if (deed === '') return fault('table.way', { value: way });
  if (deed === '继续') {
    step.onward = when.slice(0, 20);
    return undefined;
  }
  let branch: Branch;
  if (deed === '转到') {
    const to = names.indexOf(text.trim());
    if (to === -1) return fault('table.way-to', { value: text });
    branch = { is: 'step', when, to: `s${to + 1}` };
  } else {
    branch = { is: deed === '补正' ? 'supplement' : 'refuse', when, ...(text ? { text } : {}) };
  }
  if (step.branches.length === 4) return fault('table.ways');
  step.branches.push(branch);
  return long(when, 60) ?? long(text, 60);
}

function readFees(text: string): Partial<ItemText> | CellFault {
  if (text === '') return {};
  if (text === FREE) return { fees: { is: 'free' } };
  const fees: Extract<Fees, { is: 'charged' }> = { is: 'charged', lines: [] };
  for (const line of linesOf(text)) {
    const pay = /^缴款方式[:：](.+)$/.exec(line)?.[1];
    const [amount = '', basis = ''] = partsOf(line);
    const wrong = long(amount, 120) ?? long(basis, 200);
    if (wrong) return wrong;
    if (pay) fees.pay = pay.trim();
    else fees.lines.push({ amount, basis });
  }
  return fees.lines.length === 0 ? fault('table.fees', { value: text }) : { fees };
}

/** A phone that the hall has is that contact; any other is the item's own. */
function readPhoneLine(line: string, records: Records): ItemPhone | CellFault {
  const parts = partsOf(line);
  const typed = parts.at(-1) ?? '';
  const value = readPhone(typed);
  if (value === null) return fault('table.phone', { value: line });
  const label = parts.length > 1 ? parts[0]! : value;
  for (const { id, body } of records.all('contact'))
    if (body.value === value && (body.label === label || parts.length === 1)) return { is: 'contact', id };
  return long(label, 60) ?? { is: 'own', label, value };
}
