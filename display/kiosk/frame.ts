/** A page that the hub does not send in this time is not printed. */
const LOAD_MS = 8_000;
/** Chromium has taken over the page by then, also where it reports no end of printing. */
const PRINT_MS = 10_000;

/**
 * Has the browser print a slip: in kiosk mode (`--kiosk-printing`) without a question, on its default printer.
 * False if the slip could not be had. Whether paper came out, a browser does not say.
 */
export function printPage(code: string, width: 58 | 80): Promise<boolean> {
  return new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.hidden = true;
    frame.title = code;
    frame.src = `/slip/${code}?width=${width}`;
    const end = (printed: boolean): void => {
      clearTimeout(late);
      if (!frame.isConnected) return;
      resolve(printed);
      setTimeout(() => frame.remove(), PRINT_MS);
    };
    const late = setTimeout(() => end(false), LOAD_MS);
    frame.onload = () => void print();
    const print = async (): Promise<void> => {
      const page = frame.contentDocument;
      // An error page of the hub is a document too.
      if (!page?.querySelector('[data-slip]')) return end(false);
      await page.fonts.ready;
      frame.contentWindow?.print();
      end(true);
    };
    frame.onerror = () => end(false);
    document.body.append(frame);
  });
}
