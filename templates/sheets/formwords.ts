import { formMessages } from '../../content/messages/forms.ts';
import { speaker } from '../../content/messages/catalogue.ts';
import type { FormCell } from '../../content/sheets/forms/parts.ts';
import { formFields, type FormField } from '../../content/sheets/forms/fields.ts';
import { wordDate } from './noticewords.ts';

export const say = speaker(formMessages, 'zh-CN');

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 第一联 窗口. */
export function wordCopy(keeper: string, place: number): string {
  return say('form.copy', { number: numerals[place] ?? place + 1, keeper });
}

/** 一式三联：第一联窗口，第二联中心管理员，第三联服务对象. */
export function wordCopies(copies: readonly string[]): string {
  const each = copies.map((keeper, place) =>
    say('form.copy.each', { number: numerals[place] ?? place + 1, keeper }),
  );
  return say('form.copies', { count: numerals[copies.length - 1] ?? copies.length, copies: each.join('，') });
}

/** What was typed into a field as it is printed, empty if nothing was. */
export function wordValue(field: FormField, value: string | undefined): string {
  if (!value) return '';
  return formFields[field] === 'day' && /^\d{4}-\d\d-\d\d$/.test(value) ? wordDate(value) : value;
}

/** What stands in the box of a cell: what was typed, its choices, or where a day is written. */
export function wordCell(
  { field, way }: Pick<FormCell, 'field' | 'way'>,
  values: Partial<Record<FormField, string>>,
): string {
  if (way) return say(`form.way.${way}`);
  return wordValue(field, values[field]) || (formFields[field] === 'day' ? say('form.blank-day') : '');
}

/** Widths of register columns in parts: days and names are short, contents long. */
export function widthOf(field: FormField): number {
  if (formFields[field] === 'text') return 4;
  return field === 'item' || field === 'phone' || field === 'time' || field === 'came' ? 2.2 : 1.4;
}
