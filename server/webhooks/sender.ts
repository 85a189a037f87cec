import { createHmac } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Webhook } from '../../content/model/interface.ts';
import { resolveTarget } from './target.ts';

/** How long a receiver may take to answer; a good one only notes the event down. */
const PATIENCE_MS = 10_000;

export interface SendOptions {
  loopback: boolean;
  /** Hub time in ms. */
  now: number;
  signal: AbortSignal;
  patience?: number;
}

/** What is sent: an event, or a test. */
export interface Message {
  id: string;
  type: string;
  at: string;
}

/** The receiver did not take the message. `reason` is short and technical: `status 500`, `ECONNREFUSED`. */
export class NotTaken extends Error {
  readonly reason: string;

  constructor(reason: string, cause?: unknown) {
    super(reason, { cause });
    this.name = 'NotTaken';
    this.reason = reason;
  }
}

/** `t=SECONDS,v1=HEX`: the HMAC-SHA256 of `SECONDS.BODY` under the secret (X10). */
export function sign(secret: string, body: string, now: number): string {
  const t = Math.floor(now / 1000);
  return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`;
}

/**
 * Sends one message and resolves once the receiver has answered 2xx. Throws NotTaken, or what resolveTarget
 * refuses. Redirects are not followed: the address that was checked is the one that is told.
 */
export async function send(
  { url, reach, secret }: Pick<Webhook, 'url' | 'reach' | 'secret'>,
  event: Message,
  { loopback, now, signal, patience = PATIENCE_MS }: SendOptions,
): Promise<void> {
  const { address, family } = await resolveTarget(url, { reach, loopback });
  const body = JSON.stringify(event);
  const fixed: LookupFunction = (_host, options, found) =>
    options.all ? found(null, [{ address, family }]) : found(null, address, family);
  const status = await post(url, body, {
    lookup: fixed,
    signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      'user-agent': 'Mingting',
      'mingting-event': event.id,
      'mingting-signature': sign(secret, body, now),
    },
  });
  if (status < 200 || status > 299) throw new NotTaken(`status ${status}`);
}

function post(url: string, body: string, options: http.RequestOptions): Promise<number> {
  const { request } = url.startsWith('https:') ? https : http;
  return new Promise((resolve, reject) => {
    const sent = request(url, { ...options, method: 'POST', agent: false }, (answer) => {
      resolve(answer.statusCode ?? 0);
      // What a receiver says beyond its status is of no use, and may be endless.
      answer.destroy();
    });
    sent.on('error', (error: NodeJS.ErrnoException) => {
      const late = options.signal?.aborted === true;
      reject(new NotTaken(late ? 'timeout' : (error.code ?? error.message).slice(0, 100), error));
    });
    sent.end(body);
  });
}
