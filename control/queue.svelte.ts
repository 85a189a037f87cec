import type { OrderPolicy, QueueSettings } from '../content/model/hall.ts';
import type { Kept } from '../content/model/record.ts';
import { arrange, byOrder, CREDIT, creditMs } from '../content/queue/order.ts';

export type Pass = 'list' | 'after' | 'end';

/** A whole number within its bounds, as an input of figures gives it. */
function within(value: number | null, lowest: number, highest: number): value is number {
  return value !== null && Number.isInteger(value) && value >= lowest && value <= highest;
}

/** The rules of the queue as they are being typed: each policy keeps its own figures while another is chosen. */
export class QueueDraft {
  policy = $state<OrderPolicy['is']>('credit');
  minutes = $state<number | null>(15);
  priority = $state<number | null>(1);
  normal = $state<number | null>(2);
  pass = $state<Pass>('list');
  after = $state<number | null>(3);
  passLimit = $state<number | null>(3);
  waiting = $state<number | null>(null);
  wait = $state<number | null>(null);
  phone = $state<NonNullable<QueueSettings['phone']>>('off');
  paper = $state(false);
  issueAhead = $state<number | null>(15);
  stopBefore = $state<number | null>(0);
  /** What the page has no field for goes back as it came. */
  #rest: QueueSettings;

  constructor(settings: QueueSettings = {}) {
    const {
      order = CREDIT,
      passBack = 'list',
      passLimit = 3,
      alarm = {},
      phone,
      paper,
      issueAhead = 15,
      stopBefore = 0,
      ...rest
    } = settings;
    this.policy = order.is;
    if (order.is === 'credit') this.minutes = order.minutes;
    if (order.is === 'ratio') [this.priority, this.normal] = [order.priority, order.normal];
    this.pass = typeof passBack === 'number' ? 'after' : passBack;
    if (typeof passBack === 'number') this.after = passBack;
    this.passLimit = passLimit;
    this.waiting = alarm.waiting ?? null;
    this.wait = alarm.wait ?? null;
    this.phone = phone ?? 'off';
    this.paper = paper ?? false;
    this.issueAhead = issueAhead;
    this.stopBefore = stopBefore;
    this.#rest = rest;
  }

  /** The policy that is chosen; null while one of its figures is missing or out of bounds. */
  order = $derived.by((): OrderPolicy | null => {
    const { policy, minutes, priority, normal } = this;
    if (policy === 'strict') return { is: 'strict' };
    if (policy === 'credit') return within(minutes, 0, 120) ? { is: 'credit', minutes } : null;
    return within(priority, 1, 9) && within(normal, 1, 9) ? { is: 'ratio', priority, normal } : null;
  });

  wrongPass = $derived(
    this.pass !== 'list' &&
      !(within(this.passLimit, 1, 9) && (this.pass === 'end' || within(this.after, 1, 50))),
  );
  wrongAlarm = $derived(
    (this.waiting !== null && !within(this.waiting, 1, 999)) ||
      (this.wait !== null && !within(this.wait, 1, 600)),
  );

  wrongTimes = $derived(!within(this.issueAhead, 0, 240) || !within(this.stopBefore, 0, 240));

  /** What is to be saved; null while a figure is wrong. */
  settings = $derived.by((): QueueSettings | null => {
    const { order, pass, after, passLimit, waiting, wait, issueAhead, stopBefore } = this;
    if (!order || this.wrongPass || this.wrongAlarm || this.wrongTimes) return null;
    const alarm = { ...(waiting !== null && { waiting }), ...(wait !== null && { wait }) };
    return {
      ...this.#rest,
      order,
      passBack: pass === 'after' ? (after ?? 3) : pass,
      ...(within(passLimit, 1, 9) && { passLimit }),
      ...(Object.keys(alarm).length > 0 && { alarm }),
      phone: this.phone,
      paper: this.paper,
      ...(issueAhead !== null && { issueAhead }),
      ...(stopBefore !== null && { stopBefore }),
    };
  });
}

export type Example = Pick<Kept<'ticket'>, 'id' | 'body'>;

/** The tickets in the order in which a policy would call them, had it held when they were issued. */
export function arrangeBy(tickets: readonly Example[], policy: OrderPolicy): Example[] {
  const line = tickets
    .map(({ id, body }) => ({
      id,
      body: { ...body, order: (body.appointed ?? body.issuedAt) - creditMs(policy, body.kind) },
    }))
    .sort(byOrder);
  return arrange(line, policy);
}

/** Six visitors within half an hour, two of them with priority: for a hall where nobody waits now. */
export function madeUpLine(now: number): Example[] {
  const minutes = [30, 26, 20, 12, 8, 3];
  return minutes.map((ago, at) => ({
    id: `example-${at}`,
    body: {
      number: `A00${at + 1}`,
      service: 'example',
      day: '2000-01-01',
      kind: at === 3 || at === 5 ? 'priority' : 'normal',
      issuedAt: now - ago * 60_000,
      order: 0,
      state: { is: 'waiting' },
      call: null,
    },
  }));
}
