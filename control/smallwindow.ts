import { pathOf } from './route.ts';

/** Of the small window beside the clerk's other programs, in CSS pixels. */
export const SMALL = { width: 360, height: 480 };

interface PictureInPicture {
  requestWindow(size: { width: number; height: number }): Promise<Window>;
}

/**
 * Opens the small window (C16): one that stays above all others where the browser has such, with what `show`
 * mounts into it, else a pop-up with the same page. `show` answers how to take it away again. Resolves to how it
 * may be closed, or null if the browser opened none.
 */
export async function openSmall(show: (target: HTMLElement) => () => void): Promise<(() => void) | null> {
  const above = (window as { documentPictureInPicture?: PictureInPicture }).documentPictureInPicture;
  const floating = await above?.requestWindow(SMALL).catch(() => null);
  if (floating) return furnish(floating, show);
  const popup = window.open(
    pathOf('small'),
    'mingting-small',
    `popup,width=${SMALL.width},height=${SMALL.height}`,
  );
  popup?.focus();
  return popup ? () => popup.close() : null;
}

/** Its document is empty: it gets the page's styles and language, then what is shown. */
function furnish(floating: Window, show: (target: HTMLElement) => () => void): () => void {
  const { document: inside } = floating;
  inside.documentElement.lang = document.documentElement.lang;
  inside.title = document.title;
  for (const node of document.querySelectorAll<HTMLLinkElement | HTMLStyleElement>(
    'link[rel="stylesheet"], style',
  )) {
    const copy = inside.importNode(node, true);
    // Relative addresses have nothing to stand on there.
    if (copy.localName === 'link') (copy as HTMLLinkElement).href = (node as HTMLLinkElement).href;
    inside.head.append(copy);
  }
  const takeAway = show(inside.body);
  floating.addEventListener('pagehide', takeAway, { once: true });
  return () => floating.close();
}
