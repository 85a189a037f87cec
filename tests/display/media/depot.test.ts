import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Depot } from '../../../display/media/depot.ts';
import { smallMediaStore } from '../../../display/media/store.ts';
import type { MediaStore } from '../../../display/media/store.ts';
import { mediaUrl } from '../../../display/media/urls.ts';

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

interface Given {
  store?: MediaStore;
  budget?: number;
  fetch?: (digest: string, signal: AbortSignal) => Promise<Response>;
}

/** A depot beside a hub that has these texts as files. */
function depotOf(texts: readonly string[], { store = smallMediaStore(), budget = 1_000, fetch }: Given = {}) {
  const files = new Map(texts.map((text) => [digestOf(text), text]));
  const asked: string[] = [];
  const troubles: string[] = [];
  const depot = new Depot({
    store,
    budget,
    ontrouble: (words) => troubles.push(words),
    fetch:
      fetch ??
      (async (digest) => {
        asked.push(files.get(digest) ?? '?');
        const text = files.get(digest);
        return text === undefined ? new Response(null, { status: 404 }) : new Response(text);
      }),
  });
  return { depot, store, asked, troubles };
}

const keptIn = async (store: MediaStore): Promise<string[]> =>
  Promise.all((await store.notes()).map(async ({ digest }) => (await store.read(digest))!.text()));

afterEach(() => vi.useRealTimers());

describe('[L16] files of a screen', () => {
  test('are fetched once, kept, and ready until they are let go', async () => {
    const { depot, store, asked } = depotOf(['film']);
    const digest = digestOf('film');
    const [one, other] = await Promise.all([depot.ready([digest]), depot.ready([digest])]);
    expect(asked).toEqual(['film']);
    expect(mediaUrl(digest)).toMatch(/^blob:/);
    one();
    one();
    expect(mediaUrl(digest)).toMatch(/^blob:/);
    other();
    expect(mediaUrl(digest)).toBe(`/media/${digest}`);
    expect(await keptIn(store)).toEqual(['film']);
    (await depotOf([], { store }).depot.ready([digest]))();
    expect(asked).toEqual(['film']);
  });

  test('are all on the device or not, as the screen tells it; a store that ends with the page keeps none', async () => {
    const lasting = { ...smallMediaStore(), lasts: true };
    const { depot } = depotOf(['film'], { store: lasting });
    expect(depot.whole).toBe(true);
    const wanted = depot.want(depot, [digestOf('film'), digestOf('gone')]);
    expect(depot.whole).toBe(false);
    await wanted;
    expect(depot.whole).toBe(false);
    await depot.want(depot, [digestOf('film')]);
    expect(depot.whole).toBe(true);
    const small = depotOf(['film']).depot;
    await small.want(small, [digestOf('film')]);
    expect(small.whole).toBe(false);
  });

  test('that are other than their digest says are neither shown nor kept', async () => {
    const { depot, store } = depotOf([], { fetch: async () => new Response('forged') });
    await expect(depot.ready([digestOf('film')])).rejects.toThrow('digest');
    expect(await store.notes()).toEqual([]);
    expect(mediaUrl(digestOf('film'))).toMatch(/^\/media\//);
  });

  test('of which one is missing hold none of the others', async () => {
    const { depot } = depotOf(['film']);
    await expect(depot.ready([digestOf('film'), digestOf('gone')])).rejects.toThrow('404');
    expect(mediaUrl(digestOf('film'))).toMatch(/^\/media\//);
  });

  test('that come slowly are waited for; one of which nothing comes is given up and asked for again', async () => {
    vi.useFakeTimers();
    let feed: ReadableStreamDefaultController<Uint8Array> | undefined;
    let times = 0;
    const { depot } = depotOf([], {
      fetch: async (_digest, signal) => {
        times += 1;
        const body = new ReadableStream<Uint8Array>({
          start: (controller) => {
            feed = controller;
            signal.addEventListener('abort', () => controller.error(new Error('given up')));
          },
        });
        return new Response(body);
      },
    });
    const slow = depot.ready([digestOf('film')]);
    for (const sign of 'film') {
      await vi.advanceTimersByTimeAsync(29_000);
      feed?.enqueue(new TextEncoder().encode(sign));
    }
    await vi.advanceTimersByTimeAsync(0);
    feed?.close();
    (await slow)();

    const dead = depot.ready([digestOf('other')]);
    const fails = expect(dead).rejects.toThrow('given up');
    await vi.advanceTimersByTimeAsync(31_000);
    await fails;
    void depot.ready([digestOf('other')]).catch(() => undefined);
    await vi.advanceTimersByTimeAsync(0);
    expect(times).toBe(3);
    await vi.advanceTimersByTimeAsync(31_000);
  });

  test('that nothing needs make room, the oldest first; those that a player will need stay', async () => {
    const { depot, store } = depotOf(['aaaa', 'bbbb', 'cccc', 'dddd'], { budget: 12 });
    const player = {};
    await depot.want(player, [digestOf('aaaa')]);
    for (const text of ['bbbb', 'cccc', 'dddd']) (await depot.ready([digestOf(text)]))();
    expect((await keptIn(store)).sort()).toEqual(['aaaa', 'cccc', 'dddd']);
    depot.leave(player);
    (await depot.ready([digestOf('bbbb')]))();
    expect((await keptIn(store)).sort()).toEqual(['bbbb', 'cccc', 'dddd']);
  });

  test('that the device has no room for are played from memory, and the panel is told', async () => {
    const full: MediaStore = {
      ...smallMediaStore(),
      write: () => Promise.reject(new DOMException('no room', 'QuotaExceededError')),
    };
    const { depot, troubles } = depotOf(['film'], { store: full });
    const end = await depot.ready([digestOf('film')]);
    expect(mediaUrl(digestOf('film'))).toMatch(/^blob:/);
    expect(troubles.join()).toContain('no room');
    end();
  });
});
