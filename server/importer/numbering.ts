/** A level of a list in a DOCX: its figures, its text such as `%1、` or `%1.%2`, and where it starts. */
export interface Level {
  format: string;
  text: string;
  start: number;
}

/** The lists of a DOCX: `numId` names a list, which has the levels of its abstract list. */
export interface Numbering {
  abstracts: Map<string, Level[]>;
  /** numId → abstract list. */
  lists: Map<string, string>;
}

const digits = '零一二三四五六七八九';

/** Counts the paragraphs of lists as Word shows them: the numbers are nowhere in the text of the file. */
export class Counter {
  readonly #numbering: Numbering;
  readonly #counts = new Map<string, number[]>();

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  /** What Word prints before the next paragraph of this list and level; empty for bullets and unknown lists. */
  next(numId: string, depth: number): string {
    const abstract = this.#numbering.lists.get(numId);
    const levels = abstract === undefined ? undefined : this.#numbering.abstracts.get(abstract);
    const level = levels?.[depth];
    if (abstract === undefined || !levels || !level) return '';
    const counts = this.#counts.get(abstract) ?? [];
    this.#counts.set(abstract, counts);
    // A deeper level begins anew under each number.
    counts.length = Math.min(counts.length, depth + 1);
    for (let i = 0; i <= depth; i++) counts[i] ??= (levels[i]?.start ?? 1) - (i === depth ? 1 : 0);
    counts[depth] = (counts[depth] ?? 0) + 1;
    if (level.format === 'bullet' || level.format === 'none') return '';
    const printed = level.text.replace(/%([1-9])/g, (_, place: string) => {
      const at = Number(place) - 1;
      return figures(counts[at] ?? 1, levels[at]?.format ?? 'decimal');
    });
    return /[0-9A-Za-z.)]$/.test(printed) ? `${printed} ` : printed;
  }
}

function figures(value: number, format: string): string {
  if (/chinese|ideograph|taiwanese|japaneseCounting/i.test(format)) return inChinese(value);
  if (format === 'decimalEnclosedCircle' && value >= 1 && value <= 20)
    return String.fromCodePoint(0x245f + value);
  if (format === 'lowerLetter') return String.fromCodePoint(96 + Math.min(26, value));
  if (format === 'upperLetter') return String.fromCodePoint(64 + Math.min(26, value));
  return String(value);
}

/** 1 → 一, 10 → 十, 21 → 二十一, 105 → 一百零五; from 1000 on in figures. */
export function inChinese(value: number): string {
  if (value < 0 || value >= 1000) return String(value);
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  if (value < 10) return digits[value] ?? '';
  const front = hundreds > 0 ? `${digits[hundreds] ?? ''}百` : '';
  const gap = hundreds > 0 && tens === 0 && ones > 0 ? '零' : '';
  const middle = tens === 0 ? '' : tens === 1 && hundreds === 0 ? '十' : `${digits[tens] ?? ''}十`;
  return front + gap + middle + (ones > 0 ? (digits[ones] ?? '') : '');
}
