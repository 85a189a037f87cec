import { randomBytes } from 'node:crypto';
import type { CommandInput } from '../../content/model/command.ts';
import type { Actor, Commit } from '../../content/model/record.ts';
import type { Webhook } from '../../content/model/interface.ts';
import { refuse } from '../../content/rule.ts';
import { valueOf } from '../access.ts';
import { Refused } from '../errors.ts';
import { readEvent } from './backlog.ts';
import { Courier, reasonOf, type CourierOptions } from './courier.ts';
import { send, type Message } from './sender.ts';
import { resolveTarget } from './target.ts';

/** What an admin says of a webhook. */
export type WebhookInput = Omit<CommandInput<'webhook:save'>, 'secret' | 'after'>;

/** Every webhook of the hall, each with its courier. Rules: content/interfaces/interfaces.md X10–X16. */
export class Webhooks {
  readonly #options: CourierOptions;
  readonly #couriers = new Map<string, Courier>();
  readonly #stop = new AbortController();
  readonly #stopHearing: () => void;
  readonly #ending = new Set<Promise<void>>();
  #closed: Promise<void> | null = null;

  constructor(options: CourierOptions) {
    this.#options = options;
    for (const { id, body } of options.hall.records.all('webhook')) this.#start(id, body);
    this.#stopHearing = options.hall.onCommit((commit) => this.#hear(commit));
  }

  #start(id: string, body: Webhook): void {
    this.#couriers.set(id, new Courier(id, body, this.#options));
  }

  #hear({ changes }: Commit): void {
    for (const { kind, id, body } of changes) {
      if (kind !== 'webhook') continue;
      const courier = this.#couriers.get(id);
      if (body === null) this.#drop(id);
      else if (courier) courier.update(body as Webhook);
      else this.#start(id, body as Webhook);
    }
    for (const courier of this.#couriers.values()) courier.hear();
  }

  #drop(id: string): void {
    const courier = this.#couriers.get(id);
    if (!courier) return;
    this.#couriers.delete(id);
    const ending = courier.close().then(() => {
      this.#options.notes.forget(id);
      return this.#options.notes.save();
    });
    this.#ending.add(ending);
    void ending.finally(() => this.#ending.delete(ending));
  }

  /** Adds one, or changes it; `secret` is told for a new one and never again. Throws what the target rules and the rule refuse. */
  async save(input: WebhookInput, by: Actor): Promise<{ id: string; secret: string | null }> {
    const { hall, loopback } = this.#options;
    if (input.on) await resolveTarget(input.url, { reach: input.reach, loopback });
    if (input.id !== undefined)
      return { ...valueOf(await hall.execute('webhook:save', input, by)), secret: null };
    const secret = `whsec_${randomBytes(24).toString('base64url')}`;
    const made = { ...input, secret, after: hall.mark.seq };
    return { ...valueOf(await hall.execute('webhook:save', made, by)), secret };
  }

  /** How each webhook goes, by id. */
  async states() {
    const states = [];
    for (const [id, courier] of this.#couriers) states.push({ id, ...(await courier.state()) });
    return states;
  }

  /** Sends a message of type `test`, out of turn. Throws `record.missing`, `webhook.failed`, and what the target rules refuse. */
  async test(id: string): Promise<void> {
    const at = new Date(this.#options.now()).toISOString();
    await this.#sendTo(this.#webhook(id), { id: 'test', type: 'test', at });
  }

  /** Tries at once. Throws `record.missing`. */
  retry(id: string): void {
    this.#webhook(id);
    this.#couriers.get(id)?.rouse();
  }

  /** X15: sends a dead letter again; delivered, it is gone. Throws as `test`. */
  async resend(letter: string, by: Actor): Promise<void> {
    const { hall } = this.#options;
    const kept = hall.records.get('deadletter', letter);
    const event = kept && (await readEvent(hall, kept.event));
    if (!kept || !event) throw new Refused(refuse('record.missing'));
    await this.#sendTo(this.#webhook(kept.webhook), event);
    valueOf(await hall.execute('letter:settle', { ids: [letter] }, by));
  }

  #webhook(id: string): Webhook {
    const webhook = this.#options.hall.records.get('webhook', id);
    if (!webhook) throw new Refused(refuse('record.missing'));
    return webhook;
  }

  async #sendTo(webhook: Webhook, event: Message): Promise<void> {
    const { loopback, now } = this.#options;
    try {
      await send(webhook, event, { loopback, now: now(), signal: this.#stop.signal });
    } catch (error) {
      if (error instanceof Refused) throw error;
      throw new Refused(refuse('webhook.failed', { reason: reasonOf(error) }), { cause: error });
    }
  }

  /** Cuts off what is on its way and notes how far each has come. May be called twice. */
  close(): Promise<void> {
    this.#closed ??= (async () => {
      this.#stopHearing();
      this.#stop.abort();
      await Promise.all([...this.#couriers.values()].map((courier) => courier.close()));
      await Promise.all(this.#ending);
      await this.#options.notes.save();
    })();
    return this.#closed;
  }
}
