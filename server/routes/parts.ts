import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Role } from '../../content/model/account.ts';
import type { Standard } from '../../content/model/standard.ts';
import type { Language } from '../../content/refusals.ts';
import { refuse } from '../../content/rule.ts';
import { COOKIE, mayDo, SESSION_MS, type Access, type Who } from '../access.ts';
import type { Addresses } from '../addresses.ts';
import { forbidden, Refused } from '../errors.ts';
import type { Hall } from '../hall.ts';
import type { History } from '../history/history.ts';
import type { Keys } from '../keys.ts';
import type { Live } from '../live/live.ts';
import type { Log } from '../log.ts';
import type { Feeder } from '../led/feeder.ts';
import type { Printing } from '../printing/printing.ts';
import type { Slips } from '../printers/slips.ts';
import type { Proof } from '../proof/proof.ts';
import type { Speech } from '../speech/speech.ts';
import type { Library } from '../uploads/library.ts';
import type { Uploads } from '../uploads/uploads.ts';
import type { Webhooks } from '../webhooks/webhooks.ts';
import type { EventStreams } from './v1/stream.ts';

/** What routes are made of, handed in by hub.ts. */
export interface Parts extends Printing {
  hall: Hall;
  access: Access;
  live: Live;
  addresses: Addresses;
  standards: ReadonlyMap<string, Standard>;
  slips: Slips;
  proof: Proof;
  feeder: Feeder;
  uploads: Uploads;
  library: Library;
  /** Null where no engine is set. */
  speech: Speech | null;
  history: History;
  keys: Keys;
  webhooks: Webhooks;
  streams: EventStreams;
  now: () => number;
  log: Log;
  language: Language;
  version: string;
  operatorKey: string;
}

export type Plugin = (parts: Parts) => FastifyPluginAsyncTypebox;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What comes in may take minutes: a video over Wi-Fi. */
    patient?: boolean;
  }
  interface FastifyRequest {
    /** Who is signed in at this browser, or null. */
    who: Who | null;
  }
}

/** Body of every error: `Failure`. */
export const FailureBody = Type.Object({
  ok: Type.Literal(false),
  code: Type.String(),
  message: Type.String(),
});
export const errors = { '4xx': FailureBody, '5xx': FailureBody };
export const Empty = Type.Object({}, { additionalProperties: false });

/** Lets in whoever is signed in, and only with one of `roles` if any are named. */
export function guard(...roles: Role[]) {
  return async (request: FastifyRequest): Promise<void> => {
    const { account } = whoOf(request);
    if (roles.length && !mayDo(account, roles)) throw forbidden(roles);
  };
}

/** Who is signed in. Throws `session.missing`. */
export function whoOf(request: FastifyRequest): Who {
  if (!request.who) throw new Refused(refuse('session.missing'));
  return request.who;
}

/** At most `max` a minute from one address; the answer names the seconds to wait. */
export function limit(max: number) {
  return { rateLimit: { max, timeWindow: 60_000 } };
}

/** SameSite=Strict keeps foreign pages from using it, httpOnly keeps it from our own scripts. */
export function setCookie(reply: FastifyReply, cookie: string, secure: boolean): void {
  void reply.setCookie(COOKIE, cookie, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure,
    maxAge: Math.floor(SESSION_MS / 1000),
  });
}
