/**
 * The text of a place in a notice, from its heading to the next of the same or a higher level: `四(三)7`, `附件2二`,
 * `附件2.6`, `附件3一(三)1`, `服务行为6.2.5`; `序`, `题头` and `附件` are the whole. Null if there is no such place.
 */
export function placeIn(text: string, place: string): string | null {
  const lines = text.split('\n').map((line) => line.replace(/[\s#]/g, ''));
  if (place === '序' || place === '题头' || place === '附件') return lines.join('\n');
  const book = /^(机构建设|服务行为|事项办理|场所设施)([\d.]*)$/.exec(place);
  if (book) return bookPlace(lines, book[1] ?? '', book[2] ?? '');
  const steps =
    place.match(
      /附件\d|[一二三四五六七八九十]+|\([一二三四五六七八九十]+\)|\(\d+\)|\.?\d+(?:（[^）]+）)?/g,
    ) ?? [];
  if (steps.join('') !== place) return null;
  let scope: string[] | null = steps[0]?.startsWith('附件') ? lines : beforeAnnexes(lines);
  for (const step of steps) scope = scope && section(scope, step.replace(/^\./, ''));
  return scope && scope.join('\n');
}

const parts = ['机构建设', '服务行为', '事项办理', '场所设施'];

/** The handbook's parts have no headings of their own; each begins with a list of its divisions. */
function bookPlace(lines: readonly string[], part: string, number: string): string | null {
  const begins = lines.flatMap((line, i) => (line.startsWith('具体标准分编') ? [i] : []));
  const at = parts.indexOf(part);
  // The sentences before the list of divisions belong to the part.
  const scope = lines.slice(Math.max(0, (begins[at] ?? 0) - 14), (begins[at + 1] ?? lines.length + 14) - 14);
  if (number === '') return scope.join('');
  const head = (line: string) => /^(\d+(?:\.\d+)*)(?![\d.])/.exec(line)?.[1];
  const from = scope.findIndex((line) => head(line) === number);
  if (from < 0) return null;
  const depth = number.split('.').length;
  const until = scope.findIndex((line, i) => {
    const other = i > from ? head(line) : undefined;
    return other !== undefined && !other.startsWith(`${number}.`) && other.split('.').length <= depth;
  });
  return scope.slice(from, until < 0 ? undefined : until).join('');
}

function beforeAnnexes(lines: string[]): string[] {
  const at = lines.findIndex((line) => /^附件1[:：]?$/.test(line));
  return at < 0 ? lines : lines.slice(0, at);
}

const levels: readonly [wanted: RegExp, heading: (step: string) => RegExp, any: RegExp][] = [
  [/^附件\d$/, (step) => new RegExp(`^${step}[:：]?$`), /^附件\d[:：]?$/],
  [/^[一二三四五六七八九十]+$/, (step) => new RegExp(`^${step}、`), /^[一二三四五六七八九十]+、/],
  [
    /^\([一二三四五六七八九十]+\)$/,
    (step) => new RegExp(`^[（(]${step.slice(1, -1)}[)）]`),
    /^[（(][一二三四五六七八九十]+[)）]/,
  ],
  // Yanjin's annex 2 counts two sixes: the second is named, `6（双休日服务制）`.
  [
    /^\d+(（.+）)?$/,
    (step) => new RegExp(`^${step.replace(/（(.+)）/, '[.．]$1').replace(/^\d+$/, '$&[.．]')}`),
    /^\d+[.．]/,
  ],
  [/^\(\d+\)$/, (step) => new RegExp(`^[（(]${step.slice(1, -1)}[)）]`), /^[（(]\d+[)）]/],
];

/** The lines under a heading, to the next heading of its level. */
function section(lines: readonly string[], step: string): string[] | null {
  const level = levels.find(([wanted]) => wanted.test(step));
  if (!level) return null;
  const [, heading, any] = level;
  const from = lines.findIndex((line) => heading(step).test(line));
  if (from < 0) return null;
  const length = lines.slice(from + 1).findIndex((line) => any.test(line));
  return lines.slice(from, length < 0 ? undefined : from + 1 + length);
}
