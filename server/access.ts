import { hash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { accountNamed } from '../content/people/accounts.ts';
import { hallOf } from '../content/premises/hall.ts';
import type { Account, Role } from '../content/model/account.ts';
import type { Actor, Kept } from '../content/model/record.ts';
import { refuse } from '../content/rule.ts';
import type { CommandInput } from '../content/model/command.ts';
import { Refused } from './errors.ts';
import type { Answer } from './answers.ts';
import type { Hall } from './hall.ts';
import { hashPassword, isWeak, matchesPassword } from './passwords.ts';

export const COOKIE = 'mingting';
/** A session ends this long after sign-in, used or not. */
export const SESSION_MS = 30 * 24 * 3600_000;
export const LOCK_MS = 15 * 60_000;
const TRIES = 5;
/** Names whose wrong tries are counted; beyond it the oldest are forgotten. */
const COUNTED = 5000;
/** Signs of the set-up code: none that look alike when it is read out. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Who is signed in at a browser. */
export interface Who {
  /** Id of the session record. */
  session: string;
  id: string;
  account: Account;
}

/** A secret as it is kept: nobody can sign in with what stands in a stolen journal. */
export function hashToken(token: string): string {
  return hash('sha256', token, 'hex');
}

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** An account as it signs its commands. */
export function actorOf(id: string, account: Account): Actor {
  return { is: 'account', id, name: account.displayName };
}

/** The value of a command's answer; throws its refusal. */
export function valueOf<R>(answer: Answer<R>): R {
  if (answer.ok) return answer.value;
  throw new Refused(answer);
}

/** Sign-in, sessions, passwords and the set-up code. Rules: content/people/people.md and wire.md. */
export class Access {
  readonly #hall: Hall;
  readonly #now: () => number;
  readonly #setupCode: string;
  /** Wrong tries since the last right one, by folded name, whether or not the name exists. */
  readonly #wrong = new Map<string, { count: number; until: number }>();
  /** Compared against when the name is unknown, so that the answer takes as long. */
  #decoy: Promise<string> | null = null;
  #settingUp = false;

  constructor(hall: Hall, now: () => number) {
    this.#hall = hall;
    this.#now = now;
    this.#setupCode = Array.from({ length: 8 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  }

  /** Whether the hall has been set up. */
  get ready(): boolean {
    return this.#hall.has('hall');
  }

  /** One-time code of the set-up link; null once the hall is set up. New at each start. */
  get setupCode(): string | null {
    return this.ready ? null : this.#setupCode;
  }

  /** Who the cookie stands for now; null if it is unknown, over, or the account is disabled. */
  whoIs(cookie: string | undefined): Who | null {
    return cookie ? this.whoHolds(hashToken(cookie)) : null;
  }

  /** Read from the records each time: a right that was taken away is gone at the next event. */
  whoHolds(session: string): Who | null {
    const { records } = this.#hall;
    const open = records.get('session', session);
    if (!open || open.expiresAt <= this.#now()) return null;
    const account = records.get('account', open.account);
    return account && !account.disabled ? { session, id: open.account, account } : null;
  }

  /** Signs in. Returns the cookie. Throws `session.wrong`, `session.locked`. */
  async signIn(name: string, password: string): Promise<{ cookie: string; who: Who }> {
    const kept = accountNamed(this.#hall.records, name);
    const tries = this.#triesOf(name);
    const until = Math.max(kept?.body.lockedUntil ?? 0, tries.until);
    // An admin who gives a new password takes the lock off the account, and our count with it.
    if (kept && kept.body.lockedUntil === undefined) tries.until = 0;
    else if (until > this.#now()) throw this.#locked(until);
    if (tries.count >= TRIES) throw this.#locked(this.#now() + LOCK_MS);
    // Counted before the comparison: many guesses at once are still only five.
    tries.count += 1;
    const right = await matchesPassword(password, kept?.body.password ?? (await this.#decoyHash()));
    if (!kept || !right || kept.body.disabled) throw await this.#wrongTry(kept, tries);
    this.#wrong.delete(fold(name));
    return this.#openSession(kept);
  }

  async #openSession({ id, body }: Kept<'account'>): Promise<{ cookie: string; who: Who }> {
    const cookie = newToken();
    const session = hashToken(cookie);
    const expiresAt = this.#now() + SESSION_MS;
    valueOf(
      await this.#hall.execute('session:open', { id: session, account: id, expiresAt }, actorOf(id, body)),
    );
    return { cookie, who: { session, id, account: body } };
  }

  #triesOf(name: string): { count: number; until: number } {
    const key = fold(name);
    let tries = this.#wrong.get(key);
    if (!tries) {
      if (this.#wrong.size >= COUNTED) this.#wrong.delete(this.#wrong.keys().next().value!);
      this.#wrong.set(key, (tries = { count: 0, until: 0 }));
    }
    return tries;
  }

  async #wrongTry(
    kept: Kept<'account'> | undefined,
    tries: { count: number; until: number },
  ): Promise<Refused> {
    if (tries.count < TRIES) return new Refused(refuse('session.wrong', { left: TRIES - tries.count }));
    const until = this.#now() + LOCK_MS;
    tries.count = 0;
    tries.until = until;
    if (kept) {
      const by: Actor = { is: 'system', name: '登录' };
      valueOf(await this.#hall.execute('account:lock', { id: kept.id, until }, by));
    }
    return this.#locked(until);
  }

  #locked(until: number): Refused {
    return new Refused(
      refuse('session.locked', { minutes: Math.max(1, Math.ceil((until - this.#now()) / 60_000)) }),
    );
  }

  #decoyHash(): Promise<string> {
    return (this.#decoy ??= hashPassword(newToken()));
  }

  /** Ends a session; one that is not there is ended already. */
  async signOut(who: Who): Promise<void> {
    valueOf(await this.#hall.execute('session:close', { id: who.session }, actorOf(who.id, who.account)));
  }

  /**
   * Changes one's own password: every other browser is signed out, this one gets a new cookie.
   * Throws `session.wrong`, `session.locked`, `account.password-weak`.
   */
  async changePassword(who: Who, old: string, fresh: string): Promise<{ cookie: string; who: Who }> {
    const tries = this.#triesOf(who.account.name);
    const kept: Kept<'account'> = { kind: 'account', id: who.id, rev: 0, body: who.account };
    if (tries.count >= TRIES) throw this.#locked(this.#now() + LOCK_MS);
    tries.count += 1;
    if (!(await matchesPassword(old, who.account.password))) throw await this.#wrongTry(kept, tries);
    this.#wrong.delete(fold(who.account.name));
    const { name, displayName, roles, disabled } = who.account;
    const password = await this.#hashNew(fresh, [name, displayName]);
    valueOf(
      await this.#hall.execute(
        'account:save',
        { id: who.id, name, displayName, roles, disabled, password },
        actorOf(who.id, who.account),
      ),
    );
    return this.#openSession({ ...kept, body: this.#hall.records.get('account', who.id) ?? who.account });
  }

  /** Saves an account as an admin does; a password is checked and hashed. Throws what the rule refuses. */
  async saveAccount(
    input: Omit<CommandInput<'account:save'>, 'password'> & { password?: string },
    by: Actor,
  ): Promise<{ id: string }> {
    const { password: plain, ...said } = input;
    const password =
      plain === undefined ? undefined : await this.#hashNew(plain, [input.name, input.displayName]);
    const saved = valueOf(
      await this.#hall.execute('account:save', password === undefined ? said : { ...said, password }, by),
    );
    if (password !== undefined) this.#wrong.delete(fold(input.name));
    return saved;
  }

  async #hashNew(password: string, names: string[]): Promise<string> {
    const hall = hallOf(this.#hall.records)?.body;
    if (isWeak(password, [...names, hall?.name ?? '', ...Object.values(hall?.place ?? {})]))
      throw new Refused(refuse('account.password-weak'));
    return hashPassword(password);
  }

  /** Sets the hall up with the code that the hub printed, and signs its first admin in. */
  async setUp(
    code: string,
    input: CommandInput<'hall:setup'>,
  ): Promise<{ cookie: string; who: Who; name: string }> {
    if (this.ready || this.#settingUp) throw new Refused(refuse('setup.done'));
    if (!sameText(code.trim().toUpperCase(), this.#setupCode)) throw new Refused(refuse('setup.code'));
    this.#settingUp = true;
    try {
      const { admin } = input;
      const names = [admin.name, admin.displayName, ...Object.values(input.place)];
      const password = await this.#hashNew(admin.password, names);
      const by: Actor = { is: 'system', name: '首次设置' };
      valueOf(await this.#hall.execute('hall:setup', { ...input, admin: { ...admin, password } }, by));
    } finally {
      this.#settingUp = false;
    }
    const admin = accountNamed(this.#hall.records, input.admin.name);
    const name = hallOf(this.#hall.records)?.body.name;
    if (!admin || name === undefined) throw new Error('set-up left no admin or no hall');
    return { ...(await this.#openSession(admin)), name };
  }
}

export function mayDo(account: Account, roles: readonly Role[]): boolean {
  return roles.some((role) => account.roles.includes(role));
}

/** As the rule compares names (people.md A1). */
function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

/** In a time that does not tell how much of it is right. */
export function sameText(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(hashToken(one)), Buffer.from(hashToken(other)));
}
