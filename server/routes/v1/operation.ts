import { hash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { KeyRight } from '../../../content/model/interface.ts';
import type { Actor } from '../../../content/model/record.ts';
import { refusals, type RefusalCode } from '../../../content/refusals.ts';
import { refuse } from '../../../content/rule.ts';
import { Refused } from '../../errors.ts';
import { actorOfKey, type Caller } from '../../keys.ts';
import type { Parts } from '../parts.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The system that asks, known by its key; null outside /api/v1. */
    caller: Caller | null;
  }
}

/** A machine of a busy hall asks a few times a second; ten a second is room enough. */
const KEY_A_MINUTE = 600;
/** Whoever guesses keys is slowed down. */
const STRANGER_A_MINUTE = 60;

const FailureShape = Type.Object(
  { ok: Type.Literal(false), code: Type.String(), message: Type.String() },
  {
    description: '出错：message 写明原因和办法，语言按 Accept-Language · Failure, in the language asked for',
    examples: [{ ok: false, code: 'key.unknown', message: refusals['key.unknown'][1] }],
  },
);
export const failures = { '4xx': FailureShape, '5xx': FailureShape };

const Idempotency = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({
      pattern: '^[\\x21-\\x7e]{8,64}$',
      description:
        '自己编的请求编号；重发同一编号只办一次，得到同样的结果 · A repeat with the same key is done once and answered the same',
    }),
  ),
});

/** What the documentation says of an operation. */
export interface Says {
  right: KeyRight;
  tag: 'tickets' | 'windows' | 'queue' | 'events' | 'ratings' | 'alerts';
  zh: string;
  en: string;
  /** Refusals of its own; those of the key stand in the introduction. */
  errors?: readonly RefusalCode[];
  /** Whether it changes something and takes an Idempotency-Key. */
  changes?: boolean;
}

/** Route options of one operation: who may, how often, and what the documentation says. */
export function operation<S extends object>({ keys }: Parts, says: Says, schema: S) {
  const { right, tag, zh, en, errors = [], changes = false } = says;
  return {
    config: {
      rateLimit: {
        timeWindow: 60_000,
        keyGenerator: ({ headers, ip }: FastifyRequest) => {
          const caller = keys.find(headers.authorization);
          return caller ? `key ${caller.id}` : `ip ${ip}`;
        },
        max: (_request: FastifyRequest, name: string) =>
          name.startsWith('key ') ? KEY_A_MINUTE : STRANGER_A_MINUTE,
      },
    },
    bodyLimit: 16 * 1024,
    // After the limit has been counted, so that guesses are counted too.
    preValidation: async (request: FastifyRequest) => {
      request.caller = keys.admit(request.headers.authorization, right);
    },
    schema: {
      ...schema,
      ...(changes ? { headers: Idempotency } : {}),
      tags: [tag],
      summary: `${zh} · ${en}`,
      description: describe(right, errors),
      security: [{ key: [] as string[] }],
    },
  };
}

function describe(right: KeyRight, errors: readonly RefusalCode[]): string {
  const lines = errors.map((code) => {
    const [status, zh, en] = refusals[code];
    return `| ${status} | \`${code}\` | ${zh} | ${en} |`;
  });
  const table = ['| HTTP | code | 中文 | English |', '| --- | --- | --- | --- |', ...lines].join('\n');
  return `权限 · right: \`${right}\`${lines.length ? `\n\n${table}` : ''}`;
}

/** Who gives the command. Throws `key.missing` outside an operation. */
export function callerOf({ caller }: FastifyRequest): Caller {
  if (!caller) throw new Refused(refuse('key.missing'));
  return caller;
}

export function keyActor(request: FastifyRequest): Actor {
  return actorOfKey(callerOf(request));
}

/**
 * The request id of a command (W5), from the Idempotency-Key: the same key sent to another address is another
 * request. Undefined without one.
 */
export function requestId(request: FastifyRequest): string | undefined {
  const given = request.headers['idempotency-key'];
  if (typeof given !== 'string') return undefined;
  return hash('sha256', `${request.method} ${request.url}\n${given}`, 'hex').slice(0, 48);
}
