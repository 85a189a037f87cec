import { formMessages } from '../../messages/forms.ts';
import { speaker } from '../../messages/catalogue.ts';
import { itemEntries } from '../../messages/items.ts';
import type { FormField } from '../forms/fields.ts';
import type { SheetNow } from '../kinds.ts';

const say = speaker(formMessages, 'zh-CN');
const sayItem = speaker(itemEntries, 'zh-CN');

/** What a document says, as plain lines for a phone. Of a form: what its guide put into it. */
export function linesOfDocument(
  now: Extract<SheetNow, { is: 'form' | 'booklet' | 'items' | 'staff' | 'rules' }>,
): string[] {
  switch (now.is) {
    case 'form': {
      const { title, values, materials } = now.data;
      const fields = Object.entries(values).map(
        ([field, value]) => `${say(`form.field.${field as FormField}`)}\u3000${value}`,
      );
      return [title, ...fields, ...(materials ?? []).map(({ name }) => name)];
    }
    case 'booklet':
      return now.data.guides.map(({ page }) => page.text.name);
    case 'items':
      return now.data.groups.flatMap(({ category, items }) => [
        sayItem(`item.category.${category}`),
        ...items.map(({ name }) => name),
      ]);
    case 'staff':
      return now.data.staff.map(({ name, unit, title, post, phone }) =>
        [name, unit, title, post, phone].filter(Boolean).join('\u3000'),
      );
    case 'rules':
      return now.data.rules.flatMap(({ title, blocks }) => [
        title,
        ...blocks.map(({ number, text }) => number + text),
      ]);
  }
}
