import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { Commands } from '../../content/model/command.ts';
import { Rule } from '../../content/model/rule.ts';
import { refuse } from '../../content/rule.ts';
import { sameText, valueOf } from '../access.ts';
import { isLoopback } from '../addresses.ts';
import { Refused } from '../errors.ts';
import { errors, limit, type Plugin } from './parts.ts';

const KeptRules = Type.Object({
  rules: Type.Array(Type.Object({ id: Type.String(), rev: Type.Integer(), body: Rule })),
});

/**
 * `npm run import` on the hub's own computer: GET /api/operator/rules tells the hall's rules, POST takes
 * rules over. Only from loopback and with the key that lies in the data folder, readable by the hub's user
 * alone.
 */
export const operatorRoutes: Plugin =
  ({ hall, access, operatorKey }) =>
  async (app) => {
    const onRequest = operatorOnly(operatorKey);
    app.get(
      '/api/operator/rules',
      { config: limit(60), onRequest, schema: { response: { 200: KeptRules, ...errors } } },
      async () => ({ rules: [...hall.records.all('rule')].map(({ id, rev, body }) => ({ id, rev, body })) }),
    );
    app.post(
      '/api/operator/rules',
      {
        config: limit(60),
        onRequest,
        schema: {
          body: Commands['rule:adopt'].input,
          response: { 200: Type.Object({ ids: Type.Array(Type.String()) }), ...errors },
        },
      },
      async ({ body }) => {
        if (!access.ready) throw new Refused(refuse('setup.missing'));
        return valueOf(await hall.execute('rule:adopt', body, { is: 'system', name: '主机管理' }));
      },
    );
  };

/** Lets in what comes from this computer with the operator's key; seen from outside there is no such address. */
export function operatorOnly(operatorKey: string) {
  return async ({ ip, headers, url }: FastifyRequest): Promise<void> => {
    const key = headers['x-operator-key'];
    if (!isLoopback(ip) || typeof key !== 'string' || !sameText(key, operatorKey))
      throw new Refused(refuse('request.unknown', { what: url }));
  };
}
