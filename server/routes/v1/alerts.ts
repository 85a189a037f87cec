import Type from 'typebox';
import { valueOf } from '../../access.ts';
import { readCap } from '../../alerts/cap.ts';
import type { Plugin } from '../parts.ts';
import { failures, keyActor, operation } from './operation.ts';

/** Alerts of a county with many areas and languages stay below this. */
const LARGEST = 256 * 1024;
const TYPES = ['application/cap+xml', 'application/xml', 'text/xml'];

const Taken = Type.Object({
  id: Type.Union([Type.String(), Type.Null()], {
    description: '插播编号；未采用时为 null · of the interrupt; null if dropped',
  }),
  state: Type.Union(
    [Type.Literal('waiting'), Type.Literal('on'), Type.Literal('over'), Type.Literal('dropped')],
    {
      description:
        'waiting 待确认 on 已显示 over 已结束 dropped 测试等不采用 · waits for a person, on the screens, over, or no alert for a hall',
    },
  ),
});

/** POST /alerts: CAP 1.2 as XML. Rules: content/interrupts/interrupts.md Z12–Z15. */
export const alertRoutes: Plugin = (parts) => async (app) => {
  const { hall, log } = parts;
  for (const type of TYPES)
    app.addContentTypeParser(type, { parseAs: 'string', bodyLimit: LARGEST }, (_request, body, done) =>
      done(null, body),
    );

  app.post(
    '/alerts',
    {
      ...operation(
        parts,
        {
          right: 'alerts',
          tag: 'alerts',
          zh: '送入 CAP 1.2 预警：等人确认，或按规则直接显示',
          en: 'A CAP 1.2 alert: waits for a person, or passes by a rule',
          errors: ['alert.invalid', 'alert.unknown'],
        },
        {
          body: Type.String({ description: 'CAP 1.2 XML' }),
          response: { 200: Taken, ...failures },
          consumes: TYPES,
        },
      ),
      bodyLimit: LARGEST,
    },
    async (request) => {
      const message = readCap(request.body);
      if (message.is === 'dropped') {
        log.info(`alert ${message.identifier} dropped for its ${message.why}`);
        return { id: null, state: 'dropped' as const };
      }
      return valueOf(await hall.execute('interrupt:alert', message.alert, keyActor(request)));
    },
  );
};
