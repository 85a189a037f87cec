import Type from 'typebox';
import { Id, Strict } from '../base.ts';
import { RatingSettings } from '../hall.ts';
import { CaseDeed, CaseResult, Degree, RatingReason } from '../rating.ts';
import { command, One, Seen } from './command.ts';

/** Ratings of visits, and what is done about bad ones: content/ratings/ratings.md. */
export const ratings = {
  // No role may give it: a visitor rates, by phone, at the counter screen or through another system (E4).
  'rating:give': command(
    Type.Object(
      {
        ticket: Id,
        degree: Degree,
        reasons: Type.Optional(Type.Array(RatingReason, { maxItems: 8, uniqueItems: true })),
        words: Type.Optional(Type.String({ maxLength: 200 })),
        /** For a call-back after a bad rating; the visitor may leave it out. */
        contact: Type.Optional(Type.String({ maxLength: 40 })),
        /** How a phone came to its page; for others the actor tells. */
        by: Type.Optional(Type.Union([Type.Literal('slip'), Type.Literal('sign')])),
      },
      Strict,
    ),
    [],
    ['counter'],
  ),
  'case:note': command(
    Type.Object(
      {
        id: Id,
        what: CaseDeed,
        text: Type.String({ minLength: 1, maxLength: 500 }),
        result: Type.Optional(CaseResult),
      },
      Strict,
    ),
    ['admin', 'reviewer'],
  ),
  'case:close': command(One, ['admin', 'reviewer']),
  'rating:settings': command(Type.Object({ ...Seen, ...RatingSettings.properties }, Strict), ['admin']),
  'rates:count': command(Type.Object({}, Strict), 'internal'),
} as const;
