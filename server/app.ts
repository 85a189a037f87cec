import type { IncomingMessage } from 'node:http';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify, { type FastifyInstance } from 'fastify';
import type { TSchema } from 'typebox';
import { listedPages } from '../content/premises/pages.ts';
import { refuse } from '../content/rule.ts';
import { COOKIE, type Access } from './access.ts';
import type { Addresses } from './addresses.ts';
import { answerErrors, invalid, Refused } from './errors.ts';
import type { Hall } from './hall.ts';
import { findFault } from './input.ts';
import type { Live } from './live/live.ts';
import type { Log } from './log.ts';
import { protectPages } from './policy.ts';

/** The port that it listens on, also where the system chose it. */
export function portOf(app: FastifyInstance): number {
  const address = app.server.address();
  if (address === null || typeof address === 'string') throw new Error('the hub listens on no port');
  return address.port;
}

/**
 * Before Fastify waits for its connections, and after the hooks of the routes: socket.io closes the server and
 * waits for all of them, also for one that a browser opened ahead and never used.
 */
export async function closeLines(app: FastifyInstance, live: Live): Promise<void> {
  const closed = live.close();
  app.server.closeAllConnections();
  await closed;
}

/** Nobody holds a connection open by sending slowly. */
const SLOWEST_MS = 60_000;

function endLate(raw: IncomingMessage): void {
  if (raw.method === 'GET' || raw.method === 'HEAD') return;
  const late = setTimeout(() => raw.complete || raw.destroy(), SLOWEST_MS).unref();
  raw.once('close', () => clearTimeout(late));
}

/** The HTTP side of a hub without its routes: checks, sessions, errors, what pages may load. */
export async function createApp(access: Access, addresses: Addresses, log: Log, hall: Hall) {
  const app = fastify({
    bodyLimit: 2 ** 20,
    forceCloseConnections: true,
    // The longest that a video takes over Wi-Fi; anything else has SLOWEST_MS.
    requestTimeout: 15 * 60_000,
    // A proxy on this computer may say for whom it asks; anybody else may not.
    trustProxy: 'loopback',
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.setValidatorCompiler<TSchema>(({ schema }) => (value) => {
    const fault = findFault(schema, value);
    return fault ? { error: invalid(fault) } : { value };
  });
  answerErrors(app, log);
  await app.register(cookie);
  await protectPages(app, () => listedPages(hall.records));
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { ttl }) =>
      new Refused(refuse('request.too-many', { seconds: Math.max(1, Math.ceil(ttl / 1000)) })),
  });
  app.decorateRequest('who', null);
  app.addHook('onRequest', async (request) => {
    if (!request.routeOptions.config.patient) endLate(request.raw);
    const { origin, host } = request.headers;
    const asks = request.method === 'GET' || request.method === 'HEAD';
    // A browser names the page that sends; a program that names none has no cookie but its own.
    if (!asks && origin !== undefined && !addresses.isOurs(origin, host))
      throw new Refused(refuse('request.foreign'));
    request.who = access.whoIs(request.cookies[COOKIE]);
  });
  return app;
}
