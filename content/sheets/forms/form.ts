import { addWorkingDays } from '../../calendar.ts';
import { speaker } from '../../messages/catalogue.ts';
import { itemEntries } from '../../messages/items.ts';
import type { FormKind } from '../../model/documentsheet.ts';
import type { Item, Material } from '../../model/item.ts';
import type { FormFill } from '../../model/oncesheet.ts';
import type { Made, SheetOfKind } from '../../model/sheet.ts';
import type { Standard } from '../../model/standard.ts';
import type { Records } from '../../records.ts';
import { refuse, type Refusal } from '../../rule.ts';
import { emptyItem, textOf } from '../../publishing/items.ts';
import { itemPage, type ItemPage } from '../../views/itempage.ts';
import { madeOf, type Gather, type Gathered } from '../gathered.ts';
import { formFields, isField, type FormField } from './fields.ts';
import { fieldsOfForm, forms } from './forms.ts';

/** A form as it is printed: blank where nothing stands in `values`. */
export interface FormSheetData {
  form: FormKind;
  title: string;
  /** Who keeps each copy; empty: one copy without a name. */
  copies: string[];
  /** Revision of the guide that its words come from; null without an item. */
  guide: number | null;
  values: Partial<Record<FormField, string>>;
  /** Papers of the item; null without an item. */
  materials: Material[] | null;
  /** Places in `materials` of those that are missing. */
  missing: number[];
}

const say = speaker(itemEntries, 'zh-CN');

export const gatherForm: Gather<'form', FormSheetData> = (records, of, standard) =>
  fillForm(records, of, {}, standard);

/**
 * A form with what was typed into it (S21, S22): what the item says goes first where it says something, and a typed
 * day of receipt gives the day on which it is due. Keys that the form does not have are left out. Refuses
 * `record.missing`.
 */
export function fillForm(
  records: Records,
  { form, item: id }: SheetOfKind<'form'>,
  fill: FormFill,
  standard: Standard | undefined,
): Gathered<FormSheetData> | Refusal {
  const item = id === undefined ? undefined : records.get('item', id);
  if (id !== undefined && !item) return refuse('record.missing');
  const { title, copies } = namesOf(form, standard);
  const page = item && itemPage(records, textOf(item));
  const typed = typedInto(form, fill);
  const values = { ...phonesOf(records, page), ...typed, ...(page ? wordsOf(page) : {}) };
  const due = typed.due ?? dueOf(records, item, typed.received);
  const own = new Set(fieldsOfForm(form));
  const made: Made[] = id === undefined ? [] : [{ kind: 'item', id, rev: records.rev('item', id) }];
  const used = new Set(item?.windows);
  return {
    title: item ? `${title}（${item.name}）` : title,
    data: {
      form,
      title,
      copies,
      guide: id === undefined ? null : records.rev('item', id),
      values: Object.fromEntries(
        Object.entries({ ...values, ...(due ? { due } : {}) }).filter(([key]) => own.has(key as FormField)),
      ),
      materials: item ? item.materials : null,
      missing: placesOf(fill.missing, item?.materials.length ?? 0),
    },
    made: [...made, ...[...records.all('window')].filter((window) => used.has(window.id)).map(madeOf)],
    single: id !== undefined,
  };
}

/** Title and copies: the standard's where it knows the form by one of its names (S23). */
function namesOf(kind: FormKind, standard: Standard | undefined): { title: string; copies: string[] } {
  const { titles, copies } = forms[kind];
  const slip = standard?.slips.find(({ title }) => titles.includes(title));
  return { title: slip?.title ?? titles[0], copies: [...(slip?.copies ?? copies)] };
}

function typedInto(kind: FormKind, fill: FormFill): Partial<Record<FormField, string>> {
  const own = new Set(fieldsOfForm(kind));
  return Object.fromEntries(
    Object.entries(fill)
      .filter(([key]) => isField(key) && own.has(key) && formFields[key] !== 'papers')
      .map(([key, value]) => [key, value.trim()])
      .filter(([, value]) => value !== ''),
  );
}

/** What the guide says where a form asks for it. */
function wordsOf({ text, windows }: ItemPage): Partial<Record<FormField, string>> {
  const days = (count: number) => (count === 0 ? say('item.now') : say('item.days', { days: count }));
  const { fees, promisedDays, statutoryDays } = text;
  const words: Partial<Record<FormField, string>> = {
    item: text.name,
    basis: text.basis.map(({ law, article }) => say('item.law', { law }) + (article ?? '')).join('\n'),
    conditions: text.conditions.join('\n'),
    steps: text.steps.map(({ name }) => name).join(' → '),
    limit:
      promisedDays !== undefined
        ? days(promisedDays)
        : statutoryDays !== undefined
          ? days(statutoryDays)
          : '',
    fee:
      fees === undefined
        ? ''
        : fees.is === 'free'
          ? say('item.free')
          : fees.lines.map(({ amount }) => amount).join('\n'),
    where: windows.map(({ number, name }) => `${say('item.window', { number })} ${name}`).join('、'),
  };
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== ''));
}

/** The item's phones, or the hall's. */
function phonesOf(records: Records, page: ItemPage | undefined): Partial<Record<FormField, string>> {
  const { consult, complain } = page ?? itemPage(records, { ...none });
  const list = (phones: ItemPage['consult']) => phones.map(({ value }) => value).join('、');
  return Object.fromEntries(
    Object.entries({ consult: list(consult), complain: list(complain) }).filter(([, value]) => value !== ''),
  );
}

/** As much of an item as its phones need. */
const none: ItemPage['text'] = { ...emptyItem, name: '', category: 'other', type: 'instant' };

function dueOf(records: Records, item: Item | undefined, received: string | undefined): string | undefined {
  const days = item?.promisedDays ?? item?.statutoryDays;
  if (days === undefined || received === undefined || !/^\d{4}-\d\d-\d\d$/.test(received)) return undefined;
  return addWorkingDays(records.get('calendar', 'calendar'), received, days);
}

/** `1,3` are the first and the third. */
function placesOf(typed: string | undefined, count: number): number[] {
  const places = (typed ?? '').split(',').map((one) => Number(one) - 1);
  return [...new Set(places)].filter((place) => Number.isInteger(place) && place >= 0 && place < count);
}
