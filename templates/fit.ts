/** What the fit made of a document. `null` when the text does not fit at its smallest size. */
export interface Fitted {
  /** Type size in millimetres. */
  size: number;
  columns: number;
  /** Part of the field's height that the text takes, 0 to 1. */
  fill: number;
}

/**
 * Runs inside the page, called by the printer: finds the largest type with which the text fits its
 * field and sets it as `--size`. Two columns are taken when short lines gain much by it. It must not
 * refer to anything outside itself, as only its source is sent. Documents without a field are left alone.
 */
export function fitText(): Fitted | null | undefined {
  const field = document.querySelector<HTMLElement>('[data-fit]');
  const flow = field?.firstElementChild;
  if (!field || !(flow instanceof HTMLElement)) return undefined;
  const smallest = Number(field.dataset.smallest);
  const largest = Number(field.dataset.largest);
  const room = field.getBoundingClientRect().height;
  const set = (name: string, millimetres: number) =>
    flow.style.setProperty(name, `${millimetres.toFixed(3)}mm`);
  const measure = (size: number, columns: number) => {
    set('--size', size);
    flow.style.columnCount = columns === 1 ? 'auto' : String(columns);
    return flow.getBoundingClientRect().height;
  };
  /**
   * Area grows with the square of the size, so the root is a good guess, halving a safe one. 98 % of the
   * height is full: one more step of type would gain a line at most.
   */
  const search = (columns: number, least: number) => {
    const first = measure(least, columns);
    if (first > room) return 0;
    if (measure(largest, columns) <= room) return largest;
    let low = least;
    let high = largest;
    let guess = least * Math.sqrt((room * 0.99) / first);
    while (high - low > low * 0.005) {
      if (guess <= low || guess >= high) guess = (low + high) / 2;
      const height = measure(guess, columns);
      if (height <= room) low = guess;
      else high = guess;
      if (height <= room && height > room * 0.98) break;
      guess *= Math.sqrt((room * 0.99) / height);
    }
    return low;
  };
  const arrange = () => {
    const one = search(1, smallest);
    if (Number(field.dataset.columns) < 2 || one > largest * 0.6) return { size: one, columns: 1 };
    const two = search(2, Math.max(smallest, one * 1.15));
    return two ? { size: two, columns: 2 } : { size: one, columns: 1 };
  };
  // While it lasts, a change of size lays out the field alone.
  field.style.contain = 'strict';
  let { size, columns } = arrange();
  if (!size) {
    // Closer lines before a refusal: a list of short lines needs height more than anything.
    flow.style.setProperty('--leading', '1.5');
    ({ size, columns } = arrange());
  }
  field.style.contain = '';
  if (!size) return null;
  return { size, columns, fill: measure(size, columns) / room };
}

/**
 * Runs inside the page after `fitText`: a paragraph whose last line holds its last three characters only
 * is set up to 4 % closer if that takes them up into the line before, which would gape otherwise.
 * Self-contained like `fitText`.
 */
export function takeUpRunts(): void {
  for (const tail of document.querySelectorAll<HTMLElement>('[data-fit] .tail')) {
    const words = tail.parentElement;
    if (!words) continue;
    const alone = () => tail.getBoundingClientRect().left - words.getBoundingClientRect().left < 2;
    for (const spacing of ['-0.01em', '-0.02em', '-0.03em', '-0.04em', '']) {
      if (!alone()) break;
      words.style.letterSpacing = spacing;
    }
  }
}

/**
 * Runs inside the page at last: what height is left becomes air between the paragraphs, up to nearly a
 * line each, and a text that is still short stands a little above the middle. Two columns are left as they
 * are: they are balanced. Self-contained like `fitText`.
 */
export function airText(): void {
  const field = document.querySelector<HTMLElement>('[data-fit]');
  const flow = field?.firstElementChild;
  if (!field || !(flow instanceof HTMLElement) || flow.style.columnCount !== 'auto') return;
  const spare = field.getBoundingClientRect().height - flow.getBoundingClientRect().height;
  const size = Number.parseFloat(getComputedStyle(flow).fontSize);
  const gaps = flow.childElementCount - 1;
  const air = Math.max(0, Math.min(spare / (gaps + 2), size * 0.9));
  flow.style.setProperty('--air', `${air.toFixed(2)}px`);
  flow.style.marginTop = `${Math.max(0, (spare - air * gaps) * 0.4).toFixed(2)}px`;
}
