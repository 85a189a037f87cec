import Type from 'typebox';
import { Strict } from '../../../content/model/base.ts';
import { Commands } from '../../../content/model/command.ts';
import { valueOf } from '../../access.ts';
import type { Plugin } from '../parts.ts';
import { failures, keyActor, operation, requestId } from './operation.ts';
import { findTicket } from './tickets.ts';

const { degree, reasons, words, contact } = Commands['rating:give'].input.properties;
const RatingInput = Type.Object(
  {
    ticket: Type.String({ minLength: 1, maxLength: 64, description: '号码或编号 · number or id' }),
    degree,
    reasons,
    words,
    contact,
  },
  {
    ...Strict,
    description:
      'degree: 5 非常满意 4 满意 3 基本满意 2 不满意 1 非常不满意；contact: 差评回访电话，可不填 · for a call-back, optional',
    examples: [{ ticket: 'A012', degree: 5 }],
  },
);

/** Rating devices at the counters (好差评): the visitor presses, the device tells. */
export const ratingRoutes: Plugin = (parts) => async (app) => {
  const { hall, now } = parts;
  app.post(
    '/ratings',
    operation(
      parts,
      {
        right: 'ratings:give',
        tag: 'ratings',
        zh: '评价一次办理',
        en: 'Rate a visit',
        errors: ['ticket.missing', 'rating.unserved', 'rating.done', 'rating.over'],
        changes: true,
      },
      { body: RatingInput, response: { 200: Type.Object({ id: Type.String() }), ...failures } },
    ),
    async (request) => {
      const { ticket, ...said } = request.body;
      const input = { ...said, ticket: findTicket(hall.records, ticket, now()).id };
      return valueOf(await hall.execute('rating:give', input, keyActor(request), requestId(request)));
    },
  );
};
