import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import { refuse } from '../../content/rule.ts';
import { Refused } from '../errors.ts';
import { encodeBmp, encodePng, type Bits } from '../led/encode.ts';
import { loadLetters } from '../led/letters.ts';
import { nameOf, pictureOf, type Picture } from '../led/picture.ts';
import { errors, guard, limit, type Plugin } from './parts.ts';

/** Seconds for which an answer is held at most. */
const LONGEST_WAIT = 60;
/** Held answers at once: each is a connection. */
const MOST_WAITING = 200;

const Query = Type.Object(
  {
    bits: Type.Optional(Type.Union([Type.Literal('1'), Type.Literal('2'), Type.Literal('24')])),
    wait: Type.Optional(Type.String({ pattern: '^\\d{1,2}$' })),
  },
  { additionalProperties: false },
);

/**
 * The frames of signs, for controllers that fetch pictures (led.md L15): `/led/SCREEN.png?bits=1`, `.bmp`. What a
 * sign shows is public; its address is as long as a screen's id. And how fed controllers are, for the panel.
 */
export const ledRoutes: Plugin =
  ({ hall, feeder, now }) =>
  async (app) => {
    let waiting = 0;

    /** The picture as it is now. Throws `screen.missing`, `sign.no-letters`. */
    const draw = async (id: string): Promise<Picture> => {
      const letters = await loadLetters();
      if (!letters) throw new Refused(refuse('sign.no-letters'));
      const picture = pictureOf(hall.records, id, letters, now());
      if (!picture) throw new Refused(refuse('sign.missing'));
      return picture;
    };

    /** Waits until the sign looks different from `name`, for `seconds` at most or until `gone`. */
    const waitFor = async (
      id: string,
      name: string,
      seconds: number,
      gone: AbortSignal,
    ): Promise<Picture> => {
      const end = now() + seconds * 1000;
      for (;;) {
        const picture = await draw(id);
        if (nameOf(picture) !== name || now() >= end || gone.aborted) return picture;
        await changed(Math.min(end, picture.until ?? end) - now(), gone);
      }
    };

    /** Resolves at the next commit, after `ms`, or when nobody waits any more. */
    const changed = (ms: number, gone: AbortSignal): Promise<void> =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          stop();
          gone.removeEventListener('abort', done);
          resolve();
        };
        const timer = setTimeout(done, Math.max(1, ms));
        const stop = hall.onCommit(done);
        gone.addEventListener('abort', done);
      });

    for (const kind of ['png', 'bmp'] as const)
      app.get(
        `/led/:screen.${kind}`,
        {
          config: limit(600),
          schema: {
            params: Type.Object({ screen: Type.String({ maxLength: 64 }) }),
            querystring: Query,
            response: { 200: Type.Unknown(), ...errors },
          },
        },
        async ({ params, query, headers, raw }, reply): Promise<FastifyReply> => {
          const bits = Number(query.bits ?? 1) as Bits;
          const known = headers['if-none-match']?.replace(/^W\//, '');
          const tagOf = (picture: Picture) => `"${bits}-${nameOf(picture)}"`;
          let picture = await draw(params.screen);
          const seconds = Math.min(LONGEST_WAIT, Number(query.wait ?? 0));
          if (seconds > 0 && known === tagOf(picture)) {
            if (waiting >= MOST_WAITING) throw new Refused(refuse('sign.busy'));
            const gone = new AbortController();
            raw.once('close', () => gone.abort());
            waiting++;
            try {
              picture = await waitFor(params.screen, nameOf(picture), seconds, gone.signal);
            } finally {
              waiting--;
            }
          }
          void reply.header('etag', tagOf(picture)).header('cache-control', 'no-cache');
          if (known === tagOf(picture)) return reply.status(304).send();
          const encode = kind === 'png' ? encodePng : encodeBmp;
          return reply.type(`image/${kind}`).send(encode(picture.frame, picture.ink, bits));
        },
      );

    app.get('/api/led', { onRequest: guard() }, async (_request, reply) => {
      void reply.header('cache-control', 'no-store');
      return Object.fromEntries(feeder.states);
    });
  };
