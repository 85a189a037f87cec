import Type from 'typebox';
import { windowFacts } from '../../../content/interfaces/facts.ts';
import { Strict } from '../../../content/model/base.ts';
import type { CommandInput, CommandName } from '../../../content/model/command.ts';
import { Commands } from '../../../content/model/command.ts';
import { WindowFacts } from '../../../content/model/event.ts';
import type { Kept } from '../../../content/model/record.ts';
import type { Records } from '../../../content/records.ts';
import type { RefusalCode } from '../../../content/refusals.ts';
import { refuse } from '../../../content/rule.ts';
import { valueOf } from '../../access.ts';
import { Refused } from '../../errors.ts';
import type { Parts, Plugin } from '../parts.ts';
import { failures, keyActor, operation, requestId } from './operation.ts';
import { findTicket } from './tickets.ts';

const Which = Type.Object({
  number: Type.String({ pattern: '^[1-9]\\d{0,2}$', description: '窗口号 · window number', examples: ['2'] }),
});
const Told = Type.Object({
  window: WindowFacts,
  /** The ticket that the deed was about. */
  ticket: Type.Union([Type.Object({ id: Type.String(), number: Type.String() }), Type.Null()]),
});

/** Deeds at a window that need nothing but the window. */
const plain = [
  ['next', 'ticket:next', '顺呼下一位', 'Call the next', ['queue.empty', 'window.paused']],
  ['recall', 'ticket:recall', '重呼', 'Call again', ['window.no-ticket']],
  ['start', 'ticket:start', '开始办理', 'Start serving', ['window.no-ticket']],
  ['finish', 'ticket:finish', '办理完成', 'Finish', ['window.no-ticket']],
  ['pass', 'ticket:pass', '过号', 'Pass: nobody came', ['window.no-ticket', 'ticket.started']],
  ['hold', 'ticket:hold', '挂起', 'Put on hold', ['window.no-ticket']],
  ['drop', 'ticket:drop', '弃号', 'Drop: nobody came', ['window.no-ticket', 'ticket.being-served']],
  [
    'undo',
    'ticket:undo',
    '撤销刚才的操作',
    'Take the last deed back',
    ['undo.nothing', 'undo.late', 'undo.changed'],
  ],
  ['resume', 'window:resume', '恢复服务', 'Resume after a pause', ['window.not-paused']],
] as const satisfies readonly (readonly [string, CommandName, string, string, readonly RefusalCode[]])[];

const common: readonly RefusalCode[] = ['window.unknown', 'window.unheld', 'key.window'];

const Empty = Type.Optional(Type.Union([Type.Object({}, Strict), Type.Null()]));
const CallInput = Type.Object(
  { ticket: Type.String({ minLength: 1, maxLength: 64, description: '号码或编号 · number or id' }) },
  { ...Strict, examples: [{ ticket: 'A012' }] },
);
const TransferInput = Type.Object(
  {
    service: Type.Optional(
      Type.String({ minLength: 1, maxLength: 64, description: '业务编号 · service id' }),
    ),
    toWindow: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 999, description: '窗口号 · window number' }),
    ),
  },
  { ...Strict, examples: [{ toWindow: 3 }] },
);
const { reason, until, goTo } = Commands['window:pause'].input.properties;
const PauseInput = Type.Object(
  { reason, until, goTo },
  { ...Strict, examples: [{ reason: 'away' }], description: 'until: ms since 1970' },
);

/** The window of this number. Throws `window.unknown`. */
export function findWindow(records: Records, number: number): Kept<'window'> {
  for (const window of records.all('window')) if (window.body.number === number) return window;
  throw new Refused(refuse('window.unknown', { number }));
}

/** Calling pads (X5): they act for the clerk who holds the window. */
export const windowRoutes: Plugin = (parts) => async (app) => {
  const { hall, now } = parts;

  for (const [deed, command, zh, en, errors] of plain)
    app.post(
      `/windows/:number/${deed}`,
      operation(parts, saysOf(zh, en, errors), {
        params: Which,
        body: Empty,
        response: { 200: Told, ...failures },
      }),
      async (request) => {
        const { id } = findWindow(hall.records, Number(request.params.number));
        const told = valueOf(
          await hall.execute(command, { window: id }, keyActor(request), requestId(request)),
        );
        return tell(parts, id, told);
      },
    );

  app.post(
    '/windows/:number/call',
    operation(
      parts,
      saysOf('选呼一个号', 'Call one ticket', [
        'ticket.missing',
        'ticket.at-window',
        'ticket.finished',
        'ticket.over',
        'window.paused',
      ]),
      { params: Which, body: CallInput, response: { 200: Told, ...failures } },
    ),
    async (request) => {
      const { id } = findWindow(hall.records, Number(request.params.number));
      const ticket = findTicket(hall.records, request.body.ticket, now()).id;
      const input = { window: id, ticket };
      const told = await hall.execute('ticket:call', input, keyActor(request), requestId(request));
      return tell(parts, id, valueOf(told));
    },
  );

  app.post(
    '/windows/:number/transfer',
    operation(
      parts,
      saysOf('转到别的业务或窗口', 'Transfer', ['window.no-ticket', 'service.missing', 'transfer.nowhere']),
      { params: Which, body: TransferInput, response: { 200: Told, ...failures } },
    ),
    async (request) => {
      const { id } = findWindow(hall.records, Number(request.params.number));
      const { service, toWindow } = request.body;
      const input: CommandInput<'ticket:transfer'> = { window: id };
      if (service !== undefined) input.service = service;
      if (toWindow !== undefined) input.toWindow = findWindow(hall.records, toWindow).id;
      const told = await hall.execute('ticket:transfer', input, keyActor(request), requestId(request));
      return tell(parts, id, valueOf(told));
    },
  );

  app.post(
    '/windows/:number/pause',
    operation(parts, saysOf('暂停服务', 'Pause', ['window.busy', 'window.until-past', 'window.go-to-self']), {
      params: Which,
      body: PauseInput,
      response: { 200: Told, ...failures },
    }),
    async (request) => {
      const { id } = findWindow(hall.records, Number(request.params.number));
      const input = { window: id, ...request.body };
      const told = await hall.execute('window:pause', input, keyActor(request), requestId(request));
      return tell(parts, id, valueOf(told));
    },
  );
};

function saysOf(zh: string, en: string, errors: readonly RefusalCode[]) {
  return {
    right: 'tickets:call' as const,
    tag: 'windows' as const,
    zh,
    en,
    errors: [...errors, ...common],
    changes: true,
  };
}

/** The window as it is now, and the ticket that the command named. */
function tell({ hall }: Parts, id: string, told: { id: string; number?: string }) {
  const { records } = hall;
  const window = records.get('window', id);
  if (!window) throw new Refused(refuse('window.missing'));
  const number = told.number ?? records.get('ticket', told.id)?.number;
  return { window: windowFacts(id, window), ticket: number === undefined ? null : { id: told.id, number } };
}
