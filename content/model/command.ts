import Type, { type Static, type TSchema } from 'typebox';
import { Role, SignInName } from './account.ts';
import { Id, Label, Moment, Strict } from './base.ts';
import { Hours, Place, PlaceKind, QueueSettings } from './hall.ts';
import { Notice } from './notice.ts';
import { Block, Contact, type Rule, Source } from './rule.ts';
import { type Scene, Screen } from './screen.ts';
import { Sheet, SheetSize } from './sheet.ts';
import { TicketKind } from './ticket.ts';
import { PauseReason, Service, type Undo, Window } from './window.ts';

const At = Type.Object({ window: Id }, Strict);
const One = Type.Object({ id: Id }, Strict);
const MaybeId = { id: Type.Optional(Id) };
/** Revision that the sender was looking at; a save against an older one is refused, not lost. */
const Seen = { rev: Type.Optional(Type.Integer({ minimum: 0 })) };

/**
 * Every command that changes a hall: its input and who may give it. `internal` ones are given by the
 * hub itself (set-up, sign-in, pairing, printing) and are not reachable over the socket.
 */
export const Commands = {
  // the queue: content/queue/queue.md
  'ticket:issue': command(Type.Object({ service: Id, kind: TicketKind }, Strict), ['clerk', 'admin']),
  'ticket:next': command(At, ['clerk', 'admin']), // 顺呼
  'ticket:call': command(Type.Object({ window: Id, ticket: Id }, Strict), ['clerk', 'admin']), // 选呼
  'ticket:recall': command(At, ['clerk', 'admin']), // 重呼
  'ticket:start': command(At, ['clerk', 'admin']), // 开始
  'ticket:pass': command(At, ['clerk', 'admin']), // 过号
  'ticket:finish': command(At, ['clerk', 'admin']), // 完成
  'ticket:transfer': command(
    // 转移: to another service, to one window, or both; one of the two at least
    Type.Object({ window: Id, service: Type.Optional(Id), toWindow: Type.Optional(Id) }, Strict),
    ['clerk', 'admin'],
  ),
  'ticket:hold': command(At, ['clerk', 'admin']), // 挂起
  'ticket:drop': command(At, ['clerk', 'admin']), // 弃号
  'ticket:undo': command(At, ['clerk', 'admin']), // 撤销, within ten seconds
  'ticket:cancel': command(Type.Object({ ticket: Id }, Strict), ['clerk', 'admin']), // 取消
  'window:take': command(At, ['clerk', 'admin']), // 上岗
  'window:takeover': command(At, ['clerk', 'admin']), // A/B 岗接替
  'window:leave': command(
    // 离岗; `confirmed` once the clerk knows that people wait for this window only
    Type.Object({ window: Id, confirmed: Type.Optional(Type.Literal(true)) }, Strict),
    ['clerk', 'admin'],
  ),
  'window:pause': command(
    Type.Object(
      {
        window: Id,
        reason: PauseReason,
        until: Type.Optional(Moment),
        goTo: Type.Optional(Type.Integer({ minimum: 1, maximum: 999 })),
      },
      Strict,
    ),
    ['clerk', 'admin'],
  ),
  'window:resume': command(At, ['clerk', 'admin']),
  'window:save': command(
    Type.Object(
      {
        ...MaybeId,
        ...Seen,
        ...Type.Pick(Window, ['number', 'name', 'business', 'services', 'backup', 'place']).properties,
      },
      Strict,
    ),
    ['admin'],
  ),
  'window:remove': command(One, ['admin']),
  'service:save': command(Type.Object({ ...MaybeId, ...Seen, ...Service.properties }, Strict), ['admin']),
  'service:remove': command(One, ['admin']),
  // publications: content/publishing/publishing.md
  'notice:save': command(
    Type.Object(
      {
        ...MaybeId,
        ...Seen,
        ...Type.Pick(Notice, ['title', 'text', 'category', 'from', 'until']).properties,
      },
      Strict,
    ),
    ['editor', 'admin'],
  ),
  'notice:withdraw': command(One, ['editor', 'admin']),
  'rule:adopt': command(
    Type.Object(
      {
        rules: Type.Array(
          Type.Object(
            { title: Label, blocks: Type.Array(Block, { minItems: 1, maxItems: 400 }), source: Source },
            Strict,
          ),
          { minItems: 1, maxItems: 60 },
        ),
      },
      Strict,
    ),
    ['editor', 'admin'],
  ),
  'rule:remove': command(One, ['editor', 'admin']),
  'contact:save': command(Type.Object({ ...MaybeId, ...Seen, ...Contact.properties }, Strict), [
    'editor',
    'admin',
  ]),
  'contact:remove': command(One, ['editor', 'admin']),
  // the hall, its screens and people
  'hall:update': command(Type.Object({ ...Seen, placeKind: PlaceKind, place: Place, hours: Hours }, Strict), [
    'admin',
  ]),
  'queue:settings': command(Type.Object({ ...Seen, ...QueueSettings.properties }, Strict), ['admin']),
  'screen:save': command(
    Type.Object(
      { id: Id, ...Seen, ...Type.Omit(Screen, ['tokenHash', 'pairedBy', 'pairedAt']).properties },
      Strict,
    ),
    ['admin'],
  ),
  'screen:revoke': command(One, ['admin']),
  // internal: the hub checks, hashes or makes something first
  'hall:setup': command(
    Type.Object(
      {
        standard: Type.String(),
        placeKind: PlaceKind,
        place: Place,
        hours: Hours,
        complaint: Type.String(),
        consult: Type.Optional(Type.String()),
        admin: Type.Object({ name: SignInName, displayName: Label, password: Type.String() }, Strict),
      },
      Strict,
    ),
    'internal',
  ),
  'account:save': command(
    Type.Object(
      {
        ...MaybeId,
        ...Seen,
        name: SignInName,
        displayName: Label,
        roles: Type.Array(Role, { minItems: 1, maxItems: 5, uniqueItems: true }),
        /** Already hashed; absent keeps the old one. */
        password: Type.Optional(Type.String()),
        disabled: Type.Boolean(),
      },
      Strict,
    ),
    'internal',
  ),
  'account:lock': command(Type.Object({ id: Id, until: Moment }, Strict), 'internal'),
  'session:open': command(Type.Object({ id: Id, account: Id, expiresAt: Moment }, Strict), 'internal'),
  'session:close': command(One, 'internal'),
  'screen:pair': command(
    Type.Object({ ...Type.Omit(Screen, ['pairedBy', 'pairedAt']).properties }, Strict),
    'internal',
  ),
  'sheet:print': command(
    Type.Object(
      { kind: Sheet.properties.kind, record: Id, revision: Type.Integer(), size: SheetSize },
      Strict,
    ),
    'internal',
  ),
} as const;

function command<S extends TSchema, R extends readonly Role[] | 'internal'>(input: S, roles: R) {
  return { input, roles } as const;
}

export type CommandName = keyof typeof Commands;
export type CommandInput<C extends CommandName> = Static<(typeof Commands)[C]['input']>;

/** Commands that a signed-in panel may send over its socket. */
export type PanelCommand = {
  [C in CommandName]: (typeof Commands)[C]['roles'] extends 'internal' ? never : C;
}[CommandName];

/** What each command answers when it succeeds; commands not named here answer `{ id }` of the record. */
export interface CommandResults {
  'ticket:issue': { id: string; number: string; ahead: number };
  'ticket:next': { id: string; number: string };
  'ticket:call': { id: string; number: string };
  'ticket:undo': { id: string; undone: Undo['deed'] };
  'rule:adopt': { ids: string[] };
  'sheet:print': { id: string; code: string };
}
export type CommandResult<C extends CommandName> = C extends keyof CommandResults
  ? CommandResults[C]
  : { id: string };

export type { Rule, Scene };
