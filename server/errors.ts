import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { speaker } from '../content/messages/catalogue.ts';
import { hubEntries, type HubKey } from '../content/messages/hub.ts';
import type { Role } from '../content/model/account.ts';
import type { Failure } from '../content/protocol.ts';
import {
  refusals,
  wordRefusal,
  type Language,
  type RefusalCode,
  type RefusalParams,
} from '../content/refusals.ts';
import { isRefusal, type Refusal } from '../content/rule.ts';
import type { Fault } from './input.ts';
import type { Log } from './log.ts';

/** A refusal on its way to the one place that answers it. Roles and faults are worded there, in the reader's language. */
export class Refused extends Error {
  readonly code: RefusalCode;
  readonly params: RefusalParams;
  readonly roles: readonly Role[] | undefined;
  readonly fault: Pick<Fault, 'path' | 'keyword' | 'params'> | undefined;

  constructor(
    { refused, params = {} }: Refusal,
    more: {
      roles?: readonly Role[];
      fault?: Pick<Fault, 'path' | 'keyword' | 'params'>;
      cause?: unknown;
    } = {},
  ) {
    super(refused, { cause: more.cause });
    this.name = 'Refused';
    this.code = refused;
    this.params = params;
    this.roles = more.roles;
    this.fault = more.fault;
  }
}

/** An input does not fit its schema: `request.invalid` with where and what. */
export function invalid(fault: Pick<Fault, 'path' | 'keyword' | 'params'>): Refused {
  return new Refused({ refused: 'request.invalid' }, { fault });
}

/** The account lacks a right: names the roles that have it. */
export function forbidden(roles: readonly Role[]): Refused {
  return new Refused({ refused: 'session.forbidden' }, { roles });
}

const faultKeys: Record<string, HubKey> = {
  required: 'fault.required',
  additionalProperties: 'fault.additional',
  type: 'fault.type',
  minLength: 'fault.short',
  maxLength: 'fault.long',
  minItems: 'fault.few',
  maxItems: 'fault.many',
  uniqueItems: 'fault.twice',
  pattern: 'fault.pattern',
  minimum: 'fault.small',
  maximum: 'fault.big',
  const: 'fault.choice',
  enum: 'fault.choice',
  json: 'fault.json',
  media: 'fault.media',
  file: 'fault.file',
};

/** Words of where and what: ["place", "county"] becomes 地名·县（区）, ["spans", "1"] 时段第2项. */
function wordFault(fault: Pick<Fault, 'path' | 'keyword' | 'params'>, language: Language) {
  const say = speaker(hubEntries, language);
  const name = (part: string) => {
    const key = `field.${part}`;
    return key in hubEntries ? say(key as HubKey) : part;
  };
  const where = fault.path.map((part) => (/^\d+$/.test(part) ? `${Number(part) + 1}` : name(part))).join('·');
  const limit = fault.params['limit'];
  const params = { limit: typeof limit === 'number' ? limit : '' };
  return { where: where || say('field./'), what: say(faultKeys[fault.keyword] ?? 'fault.other', params) };
}

/** Any error as the answer that its sender reads. What is not a refusal says nothing of its insides. */
export function toFailure(error: unknown, language: Language): Failure {
  const refused = error instanceof Refused ? error : (fromRefusal(error) ?? fromFastify(error));
  if (!refused) return { ok: false, code: 'hub.failed', message: wordRefusal('hub.failed', {}, language) };
  const params = { ...refused.params };
  if (refused.fault) Object.assign(params, wordFault(refused.fault, language));
  if (refused.roles) {
    const say = speaker(hubEntries, language);
    params['right'] = refused.roles.map((role) => say(`role.${role}`)).join(say('role.or'));
  }
  return { ok: false, code: refused.code, message: wordRefusal(refused.code, params, language) };
}

/** What templates and printer throw when they refuse. */
function fromRefusal(error: unknown): Refused | null {
  return error instanceof Error && isRefusal(error) ? new Refused(error, { cause: error }) : null;
}

/** Errors that Fastify and its plugins raise by themselves, in our words; null if it is none of them. */
function fromFastify(error: unknown): Refused | null {
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new Refused({ refused: 'request.too-large', params: { limit: '1 MB' } });
  if (code === 'FST_REQ_FILE_TOO_LARGE')
    return new Refused({ refused: 'request.too-large', params: { limit: '5 MB' } });
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || code === 'FST_INVALID_MULTIPART_CONTENT_TYPE')
    return invalid({ path: [], keyword: 'media', params: {} });
  if (code?.startsWith('FST_ERR_CTP_') || error instanceof SyntaxError)
    return invalid({ path: [], keyword: 'json', params: {} });
  if (statusCode === 413) return new Refused({ refused: 'request.too-large', params: { limit: '5 MB' } });
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return invalid({ path: [], keyword: 'other', params: {} });
  return null;
}

/** What the reader of this request reads: Chinese unless the browser asks for English first. */
export function languageOf(accept: string | undefined): Language {
  return accept && /^\s*en\b/i.test(accept) ? 'en' : 'zh-CN';
}

/** The one place where HTTP errors are answered. */
export function answerErrors(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const failure = toFailure(error, languageOf(request.headers['accept-language']));
    const status: number = refusals[failure.code][0];
    if (status >= 500)
      log.error(`${request.method} ${request.routeOptions.url ?? '?'}: ${failure.code}`, error);
    const seconds = error instanceof Refused ? error.params['seconds'] : undefined;
    if (status === 429 && seconds !== undefined) reply.header('retry-after', String(seconds));
    return reply.status(status).header('cache-control', 'no-store').send(failure);
  });
  app.setNotFoundHandler((request, reply) => {
    const refused = new Refused({
      refused: 'request.unknown',
      params: { what: request.url.split('?')[0]!.slice(0, 100) },
    });
    return reply
      .status(404)
      .header('cache-control', 'no-store')
      .send(toFailure(refused, languageOf(request.headers['accept-language'])));
  });
}
