import type { Found } from './finding.ts';
import { plainFigures } from './personal.ts';

const LABELLED =
  /(?:电话|热线|手机|传真|联系方式|致电|拨打)(?:号码)?[^\dXx\n：:。；，]{0,8}[：: ]{0,2}(?:为|是)?\s?(\+?\d[\d \-–()（）]{1,18}\d)(?!\d)/g;

/** Whether a number can be dialled here: a mobile, a landline (three digits of area have eight, C-20), 400, 800, or a short one. */
export function canBePhone(number: string): boolean {
  const digits = plainFigures(number).replace(/\D/g, '');
  return (
    /^(?:0{0,2}86|0)?1[3-9]\d{9}$/.test(digits) ||
    /^(?:0(?:10|2\d)[2-9]\d{7}|0[3-9]\d\d[2-9]\d{6,7})(?:\d{1,4})?$/.test(digits) ||
    /^[2-9]\d{6,7}$/.test(digits) ||
    /^[48]00\d{7}$/.test(digits) ||
    /^(?:1[0-2]\d|1\d{4}|9[5-6]\d{3,4}|12\d{3})$/.test(digits)
  );
}

/** Numbers called a phone that nobody can dial (K15). */
export function findPhones(text: string): Found[] {
  const plain = plainFigures(text);
  return [...plain.matchAll(LABELLED)].flatMap(({ index, 0: whole, 1: number = '' }) => {
    const start = index + whole.length - number.length;
    // A second number behind a space or in brackets is one of its own.
    const parts = number.split(/[ （(](?=\d{7,})/);
    if (parts.every(canBePhone) || canBePhone(number)) return [];
    return [
      {
        code: 'phone.impossible' as const,
        start,
        end: start + number.length,
        params: { text: number.trim() },
      },
    ];
  });
}
