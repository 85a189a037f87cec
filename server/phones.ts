import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../content/model/record.ts';
import { hashToken, newToken } from './access.ts';

const COOKIE = 'mingting-phone';
/** Tickets last a day, and nobody is known for longer than that. */
const COOKIE_S = 24 * 3600;
/** As `newToken` makes them. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The hash by which a ticket knows this phone, or null if it has no cookie (M5). */
export function phoneOf({ cookies }: FastifyRequest): string | null {
  const token = cookies[COOKIE];
  return token !== undefined && TOKEN.test(token) ? hashToken(token).slice(0, 32) : null;
}

/**
 * Gives the phone its cookie, or keeps it for another day. Lax: a phone that comes from a link in a message is
 * still the same phone, and a foreign page cannot send its forms.
 */
export function markPhone(request: FastifyRequest, reply: FastifyReply, secure: boolean): void {
  const known = phoneOf(request) !== null;
  const token = known ? request.cookies[COOKIE] : undefined;
  void reply.setCookie(COOKIE, token ?? newToken(), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: COOKIE_S,
  });
}

/** A phone as it signs its commands; one that holds only a slip has no name of its own. */
export function visitor(phone: string | null): Actor {
  return { is: 'visitor', id: phone ?? 'slip', name: '手机' };
}
