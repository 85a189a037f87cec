import type { NoticeBlock } from '../model/notice.ts';
import type { Body, Kind } from '../model/record.ts';
import type { TextSort } from './text.ts';

/** One text of a record and where it stands. */
export interface TextOf {
  path: string;
  text: string;
  is: TextSort;
}

type Texts = { [K in Kind]?: (body: Body<K>) => TextOf[] };

const line = (path: string, text: string | undefined, is: TextSort = 'public'): TextOf[] =>
  text ? [{ path, text, is }] : [];
const lines = (path: string, texts: readonly string[], is: TextSort = 'public'): TextOf[] =>
  texts.flatMap((text, i) => line(`${path}.${i}`, text, is));

/** The texts of each kind of record that visitors read. A kind that is not here shows none. */
const texts: Texts = {
  notice: ({ title, text, blocks, signer, publicity }) => [
    ...line('title', title),
    ...(blocks ? blocks.flatMap((block, i) => textsOfBlock(block, `blocks.${i}`)) : line('text', text)),
    ...line('signer', signer),
    ...line('publicity.objections', publicity?.objections),
  ],
  rule: ({ title, blocks, wording }) => {
    const is = wording === 'imported' ? 'official' : 'public';
    return [
      ...line('title', title, is),
      ...blocks.flatMap(({ text }, i) => line(`blocks.${i}.text`, text, is)),
    ];
  },
  pledge: (body) => [...line('title', body.title), ...lines('lines', body.lines)],
  contact: ({ label, owner }) => [...line('label', label), ...line('owner', owner)],
  service: ({ name }) => line('name', name),
  window: ({ name, business }) => [...line('name', name), ...lines('business', business)],
  calendar: ({ lines: own }) =>
    own.flatMap(({ title, when }, i) => line(`lines.${i}.title`, `${title} ${when}`)),
  item: (body) => [
    ...line('name', body.name),
    ...body.basis.flatMap(({ law, article }, i) => [
      ...line(`basis.${i}.law`, law, 'official'),
      ...line(`basis.${i}.article`, article, 'official'),
    ]),
    ...lines('conditions', body.conditions, 'guide'),
    ...body.materials.flatMap(({ name, when, source, note }, i) => [
      ...line(`materials.${i}.name`, name, 'guide'),
      ...line(`materials.${i}.when`, when, 'guide'),
      ...line(`materials.${i}.source`, source, 'guide'),
      ...line(`materials.${i}.note`, note, 'guide'),
    ]),
    ...body.steps.flatMap(({ name, who, result }, i) => [
      ...line(`steps.${i}.name`, name, 'guide'),
      ...line(`steps.${i}.who`, who, 'guide'),
      ...line(`steps.${i}.result`, result, 'guide'),
    ]),
    ...line('limitNote', body.limitNote, 'guide'),
    ...(body.fees?.is === 'charged'
      ? body.fees.lines.flatMap(({ amount }, i) => line(`fees.lines.${i}.amount`, amount, 'guide'))
      : []),
    ...line('agent.whom', body.agent?.whom, 'guide'),
    ...line('note', body.note, 'guide'),
  ],
  package: ({ name, note }) => [...line('name', name), ...line('note', note, 'guide')],
  staff: ({ unit, title, post, duties = [] }) => [
    ...line('unit', unit),
    ...line('title', title),
    ...line('post', post),
    ...lines('duties', duties),
  ],
};

/** A table's rows are read by their columns (tables.ts), not here. */
function textsOfBlock(block: NoticeBlock, path: string): TextOf[] {
  switch (block.is) {
    case 'heading':
    case 'paragraph':
      return line(`${path}.text`, block.text);
    case 'list':
      return lines(`${path}.lines`, block.lines);
    case 'picture':
      return line(`${path}.caption`, block.caption);
    case 'table':
      return line(`${path}.caption`, block.caption);
  }
}

export function textsOf<K extends Kind>(kind: K, body: Body<K>): TextOf[] {
  return texts[kind]?.(body) ?? [];
}
