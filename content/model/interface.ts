import Type, { type Static } from 'typebox';
import { Id, Label, Moment, Person, Strict } from './base.ts';

/** What an API key may do (接口权限). */
export const KeyRight = Type.Union([
  Type.Literal('tickets:read'), // 查询排队
  Type.Literal('tickets:issue'), // 取号、取消
  Type.Literal('tickets:call'), // 叫号
  Type.Literal('ratings:give'), // 评价
  Type.Literal('alerts'), // 送入预警
  Type.Literal('events'), // 事件
]);
export type KeyRight = Static<typeof KeyRight>;

const Rights = Type.Array(KeyRight, { minItems: 1, maxItems: 6, uniqueItems: true });

/** Another system's key (接口密钥). The key itself is told once and kept only as its hash. */
export const Key = Type.Object(
  {
    name: Label,
    rights: Rights,
    /** Windows at which it may call; absent means all of them. */
    windows: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true })),
    /** SHA-256 of the key, hex. Never leaves the hub. */
    hash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    /** Its first signs, to tell one key from another. */
    hint: Type.String({ minLength: 6, maxLength: 12 }),
    createdBy: Person,
    createdAt: Moment,
    revoked: Type.Union([Type.Object({ by: Person, at: Moment }, Strict), Type.Null()]),
  },
  Strict,
);
export type Key = Static<typeof Key>;

/** What other systems hear of (事件). */
export const EventType = Type.Union([
  Type.Literal('ticket.issued'),
  Type.Literal('ticket.called'),
  Type.Literal('ticket.started'),
  Type.Literal('ticket.finished'),
  Type.Literal('ticket.passed'),
  Type.Literal('ticket.held'),
  Type.Literal('ticket.dropped'),
  Type.Literal('ticket.cancelled'),
  Type.Literal('ticket.transferred'),
  Type.Literal('ticket.restored'),
  Type.Literal('window.opened'),
  Type.Literal('window.paused'),
  Type.Literal('window.closed'),
  Type.Literal('rating.given'),
  Type.Literal('screen.silent'),
  Type.Literal('screen.back'),
  Type.Literal('screen.astray'),
  Type.Literal('screen.right'),
]);
export type EventType = Static<typeof EventType>;

/** An address that is told of events (事件推送). */
export const Webhook = Type.Object(
  {
    url: Type.String({ minLength: 8, maxLength: 500, pattern: '^https?://[^\\s/?#@\\\\]+([/?][^\\s#]*)?$' }),
    /** Which events; empty means all. */
    events: Type.Array(EventType, { maxItems: 20, uniqueItems: true }),
    /** Where the address may lie: in the hall's own network, or anywhere. */
    reach: Type.Union([Type.Literal('lan'), Type.Literal('anywhere')]),
    on: Type.Boolean(),
    /** Signs every message. Kept in clear because signing needs it; never leaves the hub after it was shown once. */
    secret: Type.String({ minLength: 16, maxLength: 100 }),
    /** Newest commit when it was added: events after it are sent. */
    after: Type.Integer({ minimum: 0 }),
    createdBy: Person,
    createdAt: Moment,
  },
  Strict,
);
export type Webhook = Static<typeof Webhook>;

/** An event that its receiver did not take for a day (未送达). Only its place in the journal is kept. */
export const DeadLetter = Type.Object(
  {
    webhook: Id,
    /** `SEQ.INDEX` of the event. */
    event: Type.String({ pattern: '^\\d{1,15}\\.\\d{1,4}$' }),
    type: EventType,
    /** When it happened, and since when the receiver failed. */
    at: Moment,
    failing: Moment,
    /** Why the last try failed: `status 500`, `timeout`, a code of the network. */
    reason: Type.String({ maxLength: 120 }),
  },
  Strict,
);
export type DeadLetter = Static<typeof DeadLetter>;
