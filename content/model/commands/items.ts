import Type from 'typebox';
import { Id, Strict } from '../base.ts';
import { Item, ItemText } from '../item.ts';
import { Package } from '../package.ts';
import { command, MaybeId, One, Seen } from './command.ts';

const Ids = Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true });

/** Service items: content/publishing/items.md. */
export const items = {
  'item:save': command(Type.Object({ ...MaybeId, ...Seen, ...ItemText.properties }, Strict), [
    'editor',
    'admin',
  ]),
  /** Many at once, all or none: an import, samples, a change of several, and what takes one of these back. */
  'item:put': command(
    Type.Object(
      {
        items: Type.Array(
          Type.Object(
            { ...MaybeId, ...Seen, text: ItemText, sample: Type.Optional(Type.Literal(true)) },
            Strict,
          ),
          { minItems: 1, maxItems: 500 },
        ),
        /** Where the hall asks for review, as drafts what would be public (items.md U25). */
        propose: Type.Optional(Type.Literal(true)),
      },
      Strict,
    ),
    ['editor', 'admin'],
  ),
  'item:remove': command(Type.Object({ ids: Ids }, Strict), ['editor', 'admin']),
  /** Takes a removal back: the same ids with what they said. */
  'item:restore': command(
    Type.Object(
      {
        items: Type.Array(Type.Object({ id: Id, body: Item }, Strict), { minItems: 1, maxItems: 500 }),
      },
      Strict,
    ),
    ['editor', 'admin'],
  ),
  /** 一件事: several items as one matter. */
  'package:save': command(Type.Object({ ...MaybeId, ...Seen, ...Package.properties }, Strict), [
    'editor',
    'admin',
  ]),
  'package:remove': command(One, ['editor', 'admin']),
  /** Marks samples as checked by the hall; `checked: false` takes it back. */
  'item:check': command(Type.Object({ ids: Ids, checked: Type.Boolean() }, Strict), ['editor', 'admin']),
} as const;
