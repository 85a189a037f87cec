import Type from 'typebox';
import { readCode } from '../../content/code.ts';
import { renderPhoneCertificate, renderPhoneMissing } from '../../templates/index.ts';
import { GenuineDesk } from '../proof/genuine.ts';
import { limit, type Plugin } from './parts.ts';
import { HTML, phoneHall } from './phonehall.ts';

/** The page that the code on a printed certificate opens (proof.md PS15, PS16): public, for whoever holds the paper. */
export const certificateRoutes: Plugin = (parts) => async (app) => {
  const desk = new GenuineDesk(parts);

  app.get(
    '/c/:code',
    { config: limit(60), schema: { params: Type.Object({ code: Type.String({ maxLength: 64 }) }) } },
    async ({ params }, reply) => {
      const code = readCode(params.code);
      const own = phoneHall(parts);
      const genuine = own ? await desk.ask(code) : null;
      // What is asked here is how it stands now; no search engine needs it.
      void reply.type(HTML).header('cache-control', 'no-store').header('x-robots-tag', 'noindex');
      if (!own || !genuine) return reply.status(404).send(renderPhoneMissing({ hall: own, code }));
      return reply.send(renderPhoneCertificate({ ...own, code, ...genuine }));
    },
  );
};
