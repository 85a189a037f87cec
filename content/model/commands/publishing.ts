import Type from 'typebox';
import { Assessment } from '../assessment.ts';
import { Id, Label, Strict } from '../base.ts';
import { Notice } from '../notice.ts';
import { Block, Contact, Pledge, Rule, Source } from '../rule.ts';
import { Scan } from '../scan.ts';
import { command, MaybeId, One, Seen } from './command.ts';

/** What the hall publishes: content/publishing/publishing.md. */
export const publishing = {
  'notice:save': command(
    Type.Object(
      {
        ...MaybeId,
        ...Seen,
        ...Type.Omit(Notice, ['text', 'postedBy', 'postedAt', 'withdrawn']).properties,
        /** May be left out where there are blocks. */
        text: Type.Optional(Notice.properties.text),
      },
      Strict,
    ),
    ['editor', 'admin'],
  ),
  'notice:withdraw': command(One, ['editor', 'admin']),
  'assessment:save': command(
    Type.Object(
      {
        ...MaybeId,
        ...Seen,
        ...Type.Omit(Assessment, ['by', 'at', 'ended']).properties,
        /** The one that ends because this takes its place. */
        replaces: Type.Optional(Id),
      },
      Strict,
    ),
    ['editor', 'admin'],
  ),
  'assessment:end': command(One, ['editor', 'admin']),
  /** Takes away what was kept its three years; given by the hub. */
  'assessment:sweep': command(Type.Object({}, Strict), 'internal'),
  /** What the hub found in a document's text; given by the hub. */
  'scan:keep': command(Type.Object({ id: Id, ...Type.Omit(Scan, ['at']).properties }, Strict), 'internal'),
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
  'rule:save': command(
    Type.Object(
      { ...MaybeId, ...Seen, ...Type.Omit(Rule, ['wording', 'adoptedBy', 'adoptedAt']).properties },
      Strict,
    ),
    ['editor', 'admin'],
  ),
  'pledge:save': command(Type.Object({ ...MaybeId, ...Seen, ...Pledge.properties }, Strict), [
    'editor',
    'admin',
  ]),
  'pledge:remove': command(One, ['editor', 'admin']),
  'rule:remove': command(One, ['editor', 'admin']),
  'contact:save': command(Type.Object({ ...MaybeId, ...Seen, ...Contact.properties }, Strict), [
    'editor',
    'admin',
  ]),
  'contact:remove': command(One, ['editor', 'admin']),
} as const;
