import type { ScreenAnswer, ScreenAsk } from '../../content/protocol.ts';

const IDENTIFY_MS = 15_000;
/** The answer leaves before the page does. */
const RELOAD_MS = 500;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Does what somebody at the panel asks of this screen. Rejects where the browser cannot. */
export async function obey(page: { identifies: boolean }, ask: ScreenAsk): Promise<ScreenAnswer> {
  switch (ask) {
    case 'identify':
      clearTimeout(timer);
      page.identifies = true;
      timer = setTimeout(() => (page.identifies = false), IDENTIFY_MS);
      return { done: true };
    case 'reload':
      setTimeout(() => location.reload(), RELOAD_MS);
      return { done: true };
    case 'picture': {
      const { takePicture } = await import('./picture.ts');
      return { done: true, picture: await takePicture() };
    }
  }
}
