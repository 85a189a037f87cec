import type { Facts } from './facts.ts';
import type { Found } from './finding.ts';
import { plainFigures } from './personal.ts';
import { localDigits } from './privacy.ts';

const CENTRE =
  '(?:人民政府|办事处)?[\\u4e00-\\u9fff]{0,4}?(?:公共服务中心|便民服务中心|政务服务中心|行政服务中心|党群服务中心|便民服务站|便民服务室|政务服务大厅|便民服务大厅|行政服务大厅|办事大厅)';

/** What a text says otherwise than the hall's own records: its name, its phones, its hours, an item's limit (K16). */
export function findDifferences(text: string, facts: Facts): Found[] {
  const plain = plainFigures(text);
  return [
    ...findNames(plain, facts),
    ...findPhones(plain, facts),
    ...findHours(plain, facts),
    ...findLimits(plain, facts),
  ];
}

/** 白石镇便民服务中心 in a hall that is called 白石镇公共服务中心. A village's own centre is another place. */
function findNames(text: string, { hall }: Facts): Found[] {
  const place = hall?.place.village ?? hall?.place.former ?? hall?.place.town;
  if (!hall || !place || !text.includes(place)) return [];
  const pattern = new RegExp(`${place.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}${CENTRE}`, 'g');
  return [...text.matchAll(pattern)].flatMap(({ index, 0: said }) => {
    // The part of the official name from the place on is right, with or without its county before it.
    const own = hall.name.slice(hall.name.indexOf(place));
    if (
      said === own ||
      own.startsWith(said) ||
      said.includes('党群') ||
      /[村社]/.test(said.slice(place.length))
    )
      return [];
    return [
      {
        code: 'same.name' as const,
        start: index,
        end: index + said.length,
        params: { text: said, right: hall.name },
      },
    ];
  });
}

const PHONE =
  /(咨询|监督|投诉|举报)[^\d\n。；：:]{0,6}(?:电话|热线)[^\d\n。；]{0,4}(\d[\d \-–()（）]{5,16}\d)/g;

function findPhones(text: string, { phones, known }: Facts): Found[] {
  return [...text.matchAll(PHONE)].flatMap(({ index, 0: whole, 1: what, 2: number = '' }) => {
    const role = what === '咨询' ? 'consult' : 'complain';
    const right = phones.find((one) => one.role === role);
    if (!right || known.has(localDigits(number)) || sameTail(number, phones)) return [];
    const start = index + whole.lastIndexOf(number);
    return [
      {
        code: 'same.phone' as const,
        start,
        end: start + number.length,
        params: { text: number, right: right.value },
      },
    ];
  });
}

/** 79000000 for 023-79000000. */
function sameTail(number: string, phones: Facts['phones']): boolean {
  const digits = localDigits(number);
  return digits.length >= 7 && phones.some((one) => one.digits.endsWith(digits));
}

const HOURS = /(?:办公时间|工作时间|上班时间|服务时间|开放时间|对外办公)[^\n。]{0,60}/g;
const SPAN = /(\d{1,2})[:：](\d{2})\s?(?:-|–|—|~|～|至|到)+\s?(?:下午|上午)?(\d{1,2})[:：](\d{2})/g;
const SPECIAL = /节|放假|假期|期间|临时|调整|延时|周末|双休|夏|冬|赶场/;

function findHours(text: string, { hall }: Facts): Found[] {
  if (!hall) return [];
  const own = new Set(hall.hours.spans.map(({ from, to }) => `${from}-${to}`));
  return [...text.matchAll(HOURS)].flatMap(({ index, 0: said }) => {
    const lineStart = text.lastIndexOf('\n', index) + 1;
    if (SPECIAL.test(text.slice(lineStart, index + said.length))) return [];
    return [...said.matchAll(SPAN)].flatMap(
      ({ index: at, 0: span, 1: h1 = '', 2: m1, 3: h2 = '', 4: m2 }) => {
        // 下午2:00 is 14:00.
        const later = Number(h1) < 7 ? 12 : 0;
        const clock = (hour: string, minute: string | undefined): string =>
          `${String(Number(hour) + (Number(hour) < 12 ? later : 0)).padStart(2, '0')}:${minute}`;
        if (own.has(`${clock(h1, m1)}-${clock(h2, m2)}`)) return [];
        const start = index + at;
        const right = [...own].join('、').replaceAll('-', '–');
        return [
          { code: 'same.hours' as const, start, end: start + span.length, params: { text: span, right } },
        ];
      },
    );
  });
}

const DAYS = /(\d{1,3})\s?个?(?:工作日|日内|天内)/;

/** An item named in a text with another limit than its guide. */
function findLimits(text: string, { items }: Facts): Found[] {
  return items.flatMap(({ name, days }) => {
    const at = name.length > 3 && days.length > 0 ? text.indexOf(name) : -1;
    if (at < 0) return [];
    const after = text.slice(at + name.length, at + name.length + 40).split(/[\n。]/)[0] ?? '';
    const said = /(?:时限|办结|办理|办好)/.test(after) ? DAYS.exec(after) : null;
    if (!said || days.includes(Number(said[1]))) return [];
    const start = at + name.length + said.index;
    const params = { text: said[0], item: name, right: days[0] ?? 0 };
    return [{ code: 'same.limit' as const, start, end: start + said[0].length, params }];
  });
}
