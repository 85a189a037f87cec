import Type from 'typebox';
import { Id, Moment, Strict } from '../base.ts';
import { Overruled, Proposal, Remark, ReviewSettings } from '../draft.ts';
import { command, One, Seen } from './command.ts';

/** A draft as its sender saw it: against a newer one the command is refused. */
const Saw = { id: Id, rev: Type.Integer({ minimum: 1 }) };

/** Writing, reviewing and releasing: content/publishing/publishing.md, D. */
export const review = {
  'draft:save': command(
    Type.Object(
      {
        id: Type.Optional(Id),
        rev: Type.Optional(Type.Integer({ minimum: 1 })),
        /** Revision of the live record that these words take into account. */
        base: Type.Integer({ minimum: 0 }),
        of: Proposal,
      },
      Strict,
    ),
    ['editor', 'admin'],
  ),
  'draft:submit': command(Type.Object({ ...Saw, at: Type.Optional(Moment) }, Strict), ['editor', 'admin']),
  'draft:withdraw': command(Type.Object(Saw, Strict), ['editor', 'admin']),
  'draft:return': command(Type.Object({ ...Saw, words: Remark }, Strict), ['reviewer']),
  'draft:approve': command(
    Type.Object(
      {
        ...Saw,
        words: Type.Optional(Remark),
        overrule: Type.Optional(
          Type.Array(Type.Object(Type.Pick(Overruled, ['code', 'reason']).properties, Strict), {
            maxItems: 50,
          }),
        ),
      },
      Strict,
    ),
    ['reviewer'],
  ),
  'draft:release': command(Type.Object({ ...Saw, at: Type.Optional(Moment) }, Strict), [
    'editor',
    'reviewer',
    'admin',
  ]),
  'draft:emergency': command(Type.Object({ ...Saw, reason: Remark }, Strict), ['admin']),
  'draft:discard': command(One, ['editor', 'admin']),
  /** Releases what is due; given by the hub's clock (D12). */
  'draft:due': command(One, 'internal'),
  'review:settings': command(Type.Object({ ...Seen, ...ReviewSettings.properties }, Strict), ['admin']),
} as const;
