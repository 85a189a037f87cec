import Type from 'typebox';
import { Id, Label, Moment, Strict } from '../base.ts';
import { QueueSettings } from '../hall.ts';
import { CancelReason, TicketKind, WalkInKind } from '../ticket.ts';
import { PauseReason } from '../window.ts';
import { At, AtSeen, command, Seen } from './command.ts';

/** Calling and what a hall decides about it: content/queue/queue.md. */
export const queue = {
  'ticket:issue': command(
    // `confirmed` once the person at the desk knows that no numbers are given out now (Q58)
    Type.Object({ service: Id, kind: WalkInKind, confirmed: Type.Optional(Type.Literal(true)) }, Strict),
    ['clerk', 'admin'],
    ['kiosk'],
  ),
  'ticket:next': command(At, ['clerk', 'admin']), // 顺呼
  'ticket:call': command(Type.Object({ ...AtSeen, ticket: Id }, Strict), ['clerk', 'admin']), // 选呼
  'ticket:paper': command(
    // 叫纸质号: the typed number, or the next of the roll (+1); `again` once the clerk knows that it was called today
    Type.Object(
      {
        ...AtSeen,
        number: Type.Optional(Type.String({ minLength: 1, maxLength: 12 })),
        service: Type.Optional(Id),
        again: Type.Optional(Type.Literal(true)),
      },
      Strict,
    ),
    ['clerk', 'admin'],
  ),
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
  'ticket:cancel': command(
    // 取消
    Type.Object({ ticket: Id, reason: Type.Optional(CancelReason) }, Strict),
    ['clerk', 'admin'],
  ),
  'ticket:move': command(Type.Object({ ticket: Id, service: Id }, Strict), ['clerk', 'admin']), // 改业务
  'ticket:kind': command(Type.Object({ ticket: Id, kind: TicketKind }, Strict), ['clerk', 'admin']), // 改号别
  'ticket:return': command(Type.Object({ ticket: Id }, Strict), ['clerk', 'admin']), // 重新排队
  'window:take': command(At, ['clerk', 'admin']), // 上岗
  'window:takeover': command(
    // A/B 岗接替; `reason` from whoever is not named for the window
    Type.Object({ ...AtSeen, reason: Type.Optional(Label) }, Strict),
    ['clerk', 'admin'],
  ),
  'window:leave': command(
    // 离岗; `reason` once the clerk knows that people wait for this window only
    Type.Object({ window: Id, reason: Type.Optional(Label) }, Strict),
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
  'queue:settings': command(Type.Object({ ...Seen, ...QueueSettings.properties }, Strict), ['admin']),
} as const;
