const SIZE = 64;
/** More than two digits are not read on a tab. */
const MOST = 99;

interface Badged {
  setAppBadge?: (count: number) => Promise<void>;
  clearAppBadge?: () => Promise<void>;
}

let plain: string | undefined;

/** Shows a count on the page's icon and, where it is installed as an app, on the app's (C17); 0 takes it away. */
export function showBadge(count: number): void {
  const icon = document.querySelector<HTMLLinkElement>('link[rel~="icon"]');
  if (icon) {
    plain ??= icon.href;
    icon.href = count > 0 ? (drawCount(count) ?? plain) : plain;
  }
  const { setAppBadge, clearAppBadge } = navigator as Badged;
  // Refused where the page is no app; the tab's icon then says it alone.
  const told = count > 0 ? setAppBadge?.call(navigator, count) : clearAppBadge?.call(navigator);
  told?.catch(() => undefined);
}

/** A white count on the accent, as a picture's address; null without a canvas. */
function drawCount(count: number): string | null {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIZE;
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  const style = getComputedStyle(document.documentElement);
  const words = count > MOST ? `${MOST}` : `${count}`;
  pen.fillStyle = style.getPropertyValue('--accent');
  pen.beginPath();
  pen.arc(SIZE / 2, SIZE / 2, SIZE / 2, 0, 2 * Math.PI);
  pen.fill();
  pen.fillStyle = style.getPropertyValue('--paper');
  pen.font = `700 ${words.length > 1 ? 38 : 46}px ${style.getPropertyValue('--face-sans')}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(words, SIZE / 2, SIZE / 2 + 3);
  return canvas.toDataURL('image/png');
}
