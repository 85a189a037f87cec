import Type from 'typebox';
import { Label, Strict } from '../base.ts';
import { Notice } from '../notice.ts';
import { Block, Contact, Source } from '../rule.ts';
import { command, MaybeId, One, Seen } from './command.ts';

/** What the hall publishes: content/publishing/publishing.md. */
export const publishing = {
  'notice:save': command(
    Type.Object(
      {
        ...MaybeId,
        ...Seen,
        ...Type.Pick(Notice, ['title', 'text', 'category', 'from', 'until']).properties,
      },
      Strict,
    ),
    ['editor', 'admin'],
  ),
  'notice:withdraw': command(One, ['editor', 'admin']),
  'rule:adopt': command(
    Type.Object(
      {
        rules: Type.Array(
          Type.Object(
            { title: Label, blocks: Type.Array(Block, { minItems: 1, maxItems: 400 }), source: Source },
            Strict,
          ),
          { minItems: 1, maxItems: 60 },
        ),
      },
      Strict,
    ),
    ['editor', 'admin'],
  ),
  'rule:remove': command(One, ['editor', 'admin']),
  'contact:save': command(Type.Object({ ...MaybeId, ...Seen, ...Contact.properties }, Strict), [
    'editor',
    'admin',
  ]),
  'contact:remove': command(One, ['editor', 'admin']),
} as const;
