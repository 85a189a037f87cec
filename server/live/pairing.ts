import { randomInt } from 'node:crypto';
import type { CommandInput } from '../../content/model/command.ts';
import type { Actor } from '../../content/model/record.ts';
import { refuse } from '../../content/rule.ts';
import { hashToken, newToken } from '../access.ts';
import { Refused } from '../errors.ts';
import type { Hall } from '../hall.ts';

/** A code stands on the screen for ten minutes; the person walks to the panel meanwhile. */
export const OFFER_MS = 10 * 60_000;
/** Unpaired screens at once; more is not a hall but a flood. */
const OFFERS = 500;

export interface Offer {
  code: string;
  expiresAt: number;
  socket: string;
}

/** Pairing codes on offer (W8). Only in memory: a restart shows new ones. */
export class Offers {
  readonly #now: () => number;
  readonly #byCode = new Map<string, Offer>();
  readonly #bySocket = new Map<string, Offer>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** A fresh code for a socket in place of its old one; null when too many are out. */
  make(socket: string): Offer | null {
    this.drop(socket);
    if (this.#byCode.size >= OFFERS) return null;
    let code: string;
    do code = String(randomInt(1_000_000)).padStart(6, '0');
    while (this.#byCode.has(code));
    const offer = { code, expiresAt: this.#now() + OFFER_MS, socket };
    this.#byCode.set(code, offer);
    this.#bySocket.set(socket, offer);
    return offer;
  }

  /** Takes a code off the market; null if it is unknown or over. Two admins cannot take one code. */
  take(code: string): Offer | null {
    const offer = this.#byCode.get(code);
    if (!offer || offer.expiresAt <= this.#now()) return null;
    this.drop(offer.socket);
    return offer;
  }

  /** Puts back what was taken when pairing was refused for another reason, such as a wrong window. */
  giveBack(offer: Offer): void {
    if (this.#byCode.has(offer.code) || this.#bySocket.has(offer.socket)) return;
    this.#byCode.set(offer.code, offer);
    this.#bySocket.set(offer.socket, offer);
  }

  drop(socket: string): void {
    const offer = this.#bySocket.get(socket);
    if (!offer) return;
    this.#bySocket.delete(socket);
    this.#byCode.delete(offer.code);
  }

  /** Sockets whose codes end within `ms`. */
  ending(ms: number): string[] {
    const limit = this.#now() + ms;
    return [...this.#bySocket.values()]
      .filter(({ expiresAt }) => expiresAt <= limit)
      .map(({ socket }) => socket);
  }
}

/** What the person in the panel said of the new screen. */
export type PairedScreen = Omit<CommandInput<'screen:pair'>, 'tokenHash'>;

/**
 * Turns the screen that shows `code` into a paired one. `grantOf` finds the line of its socket and gives
 * what seats it, or null when it has gone. Throws `pairing.unknown`, or what the rule refuses; then the
 * code stays good.
 */
export async function pairScreen(
  offers: Offers,
  hall: Hall,
  code: string,
  screen: PairedScreen,
  by: Actor,
  grantOf: (socket: string) => ((id: string, token: string) => void) | null,
): Promise<{ id: string }> {
  const offer = offers.take(code);
  if (!offer) throw new Refused(refuse('pairing.unknown'));
  const token = newToken();
  const answer = await hall.execute('screen:pair', { ...screen, tokenHash: hashToken(token) }, by);
  const grant = grantOf(offer.socket);
  if (!answer.ok) {
    if (grant) offers.giveBack(offer);
    throw new Refused(answer);
  }
  if (!grant) {
    // The screen went away in this very moment and will never know its token.
    await hall.execute('screen:revoke', { id: answer.value.id }, by);
    throw new Refused(refuse('pairing.unknown'));
  }
  grant(answer.value.id, token);
  return answer.value;
}
