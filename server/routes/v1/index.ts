import type { Plugin } from '../parts.ts';
import { describeRoutes, serveDocs } from './docs.ts';
import { alertRoutes } from './alerts.ts';
import { eventRoutes } from './events.ts';
import { queueRoutes } from './queue.ts';
import { ratingRoutes } from './ratings.ts';
import { ticketRoutes } from './tickets.ts';
import { windowRoutes } from './windows.ts';

/** The API for other systems, and its documentation. Rules: content/interfaces/interfaces.md; use: docs/api.md. */
export const apiRoutes: Plugin = (parts) => async (app) => {
  app.decorateRequest('caller', null);
  await describeRoutes(app, parts.version.split('+')[0]!);
  for (const plugin of [ticketRoutes, windowRoutes, queueRoutes, ratingRoutes, alertRoutes, eventRoutes])
    await app.register(plugin(parts), { prefix: '/api/v1' });
  await serveDocs(app);
};
