import { hallOf } from '../../content/premises/hall.ts';
import { standardOf } from '../../content/premises/standard.ts';
import { typeWords } from '../../content/views/casewords.ts';
import type { FastifyInstance } from 'fastify';
import type { Records } from '../../content/records.ts';
import { refusals } from '../../content/refusals.ts';
import { renderVisitRefused, type PhoneHall } from '../../templates/index.ts';
import { Refused, toFailure } from '../errors.ts';
import type { Parts } from './parts.ts';

export const HTML = 'text/html; charset=utf-8';

/** What phone pages are made of: the hall's records as they are, or as they would be. */
export interface Shown {
  hall: { records: Records };
  standards: Parts['standards'];
}

/** What every phone page shows of the hall; null before set-up. */
export function phoneHall({ hall, standards }: Shown): PhoneHall | null {
  const own = hallOf(hall.records)?.body;
  if (!own) return null;
  const contacts = [...hall.records.all('contact')].map(({ body }) => body);
  const types = typeWords(standardOf(hall.records, { standard: (id) => standards.get(id) }));
  return { hall: own, types, accent: standards.get(own.standard)?.accent ?? '#0f4c9c', contacts };
}

/** Errors of these routes are read by visitors: in a page, not as data. */
export function answerVisitors(app: FastifyInstance, parts: Parts): void {
  app.setErrorHandler((error: unknown, request, reply) => {
    const { code, message } = toFailure(error, 'zh-CN');
    const [status] = refusals[code];
    if (status >= 500)
      parts.log.error(`${request.method} ${request.routeOptions.url ?? '?'}: ${code}`, error);
    const seconds = error instanceof Refused ? error.params['seconds'] : undefined;
    if (seconds !== undefined) void reply.header('retry-after', String(seconds));
    const own = phoneHall(parts);
    void reply.status(status).header('cache-control', 'no-store');
    return own
      ? reply.type(HTML).send(renderVisitRefused(own, message))
      : reply.type('text/plain; charset=utf-8').send(message);
  });
}
