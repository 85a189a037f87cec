import Type from 'typebox';
import { afterCommit, readPlace, type EventPlace } from '../../../content/interfaces/events.ts';
import { PublicEvent } from '../../../content/model/event.ts';
import { EventType } from '../../../content/model/interface.ts';
import { refuse } from '../../../content/rule.ts';
import { invalid, Refused } from '../../errors.ts';
import type { Hall } from '../../hall.ts';
import type { Plugin } from '../parts.ts';
import { callerOf, failures, operation } from './operation.ts';

/** Lines that one key may hold open. */
const STREAMS = 10;

const types: readonly string[] = EventType.anyOf.map((one) => one.const);

const Query = Type.Object({
  after: Type.Optional(
    Type.String({
      pattern: '^\\d{1,15}(\\.\\d{1,4})?$',
      description: '从这个事件之后开始，同 Last-Event-ID · begin behind this event',
    }),
  ),
  types: Type.Optional(
    Type.String({
      pattern: '^[a-z.]+(,[a-z.]+)*$',
      description: '只要这些事件，逗号分开 · only these, with commas between',
      examples: ['ticket.called,ticket.finished'],
    }),
  ),
});

/** GET /events: Server-Sent Events that go on where they were cut off (X9). */
export const eventRoutes: Plugin = (parts) => async (app) => {
  const { hall, streams } = parts;

  app.get(
    '/events',
    operation(
      parts,
      {
        right: 'events',
        tag: 'events',
        zh: '事件流（SSE）：断了用 Last-Event-ID 接上，不漏不重',
        en: 'Event stream (SSE); resumes with Last-Event-ID',
        errors: ['event.unknown'],
      },
      {
        querystring: Query,
        headers: Type.Object({ 'last-event-id': Type.Optional(Type.String({ maxLength: 40 })) }),
        response: {
          200: {
            description: 'id: 1208.0 / event: ticket.called / data: {…}',
            content: { 'text/event-stream': { schema: PublicEvent } },
          },
          ...failures,
        },
      },
    ),
    async (request, reply) => {
      const { id: key } = callerOf(request);
      const { after, types: wanted } = request.query;
      const place = placeFrom(hall, after ?? request.headers['last-event-id'] ?? '');
      const chosen = typesFrom(wanted);
      if (streams.count(key) >= STREAMS) throw new Refused(refuse('request.too-many', { seconds: 10 }));
      reply.hijack();
      streams.open(reply.raw, { hall, key, place, types: chosen });
    },
  );
};

/** Now, if nothing is named. Throws `event.unknown` for what the journal has not reached. */
function placeFrom(hall: Hall, named: string): EventPlace {
  const { seq } = hall.mark;
  if (named === '') return afterCommit(seq);
  const place = readPlace(named);
  if (!place || place.seq > seq) throw new Refused(refuse('event.unknown', { event: named }));
  return place;
}

function typesFrom(named: string | undefined): EventType[] {
  const wanted = named?.split(',') ?? [];
  if (wanted.some((one) => !types.includes(one)))
    throw invalid({ path: ['types'], keyword: 'enum', params: {} });
  return wanted as EventType[];
}
