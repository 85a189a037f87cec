import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyReply } from 'fastify';
import { speaker } from '../../content/messages/catalogue.ts';
import { hubEntries } from '../../content/messages/hub.ts';
import { languageOf } from '../errors.ts';
import type { Plugin } from './parts.ts';

const built = fileURLToPath(new URL('../../build/pages', import.meta.url));
const glyphs = fileURLToPath(new URL('../../build/led', import.meta.url));

/**
 * With the hub down a screen still starts from a page that it may keep for a day; `no-cache` would leave
 * it blank (field notes). The page compares its version with the hub's and reloads itself.
 */
const DISPLAY_CACHE = 'max-age=86400';
const PANEL_CACHE = 'no-cache';

async function readPage(name: 'display' | 'control', version: string): Promise<string | null> {
  try {
    const html = await readFile(`${built}/${name}/index.html`, 'utf8');
    return html.replace('<head>', `<head>\n    <meta name="mingting-version" content="${version}" />`);
  } catch {
    return null;
  }
}

/** The two built pages and their files. */
export const pageRoutes: Plugin =
  ({ version }) =>
  async (app) => {
    await app.register(fastifyStatic, {
      root: `${built}/assets`,
      prefix: '/assets/',
      // Names carry a hash of the content.
      immutable: true,
      maxAge: '365d',
      index: false,
      // The build leaves a packed copy beside each text file.
      preCompressed: true,
    });
    // Dot fonts of the window signs; like the display page itself they must be there with the hub down.
    await app.register(fastifyStatic, {
      root: glyphs,
      prefix: '/led/',
      maxAge: '1d',
      index: false,
      decorateReply: false,
    });
    const pages = {
      display: await readPage('display', version),
      control: await readPage('control', version),
    };
    const send = (reply: FastifyReply, name: 'display' | 'control', accept: string | undefined) => {
      const html = pages[name];
      if (html === null) {
        const say = speaker(hubEntries, languageOf(accept));
        return reply.status(503).type('text/plain; charset=utf-8').send(say('start.unbuilt'));
      }
      return reply
        .type('text/html; charset=utf-8')
        .header('cache-control', name === 'display' ? DISPLAY_CACHE : PANEL_CACHE)
        .send(html);
    };

    app.get('/', async (_request, reply) => reply.redirect('/control/'));
    app.get('/control', async (_request, reply) => reply.redirect('/control/'));
    app.get('/control/*', async ({ headers }, reply) => send(reply, 'control', headers['accept-language']));
    app.get('/display', async ({ headers }, reply) => send(reply, 'display', headers['accept-language']));
    app.get('/display/', async (_request, reply) => reply.redirect('/display'));
  };
