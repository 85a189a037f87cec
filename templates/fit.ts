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
  /** Area grows with the square of the size, so the root is a good guess; then the gap is halved. */
  const search = (columns: number) => {
    const least = measure(smallest, columns);
    if (least > room) return 0;
    if (measure(largest, columns) <= room) return largest;
    let low = smallest;
    let high = largest;
    let guess = smallest * Math.sqrt(room / least);
    while (high - low > low * 0.004) {
      if (guess <= low || guess >= high) guess = (low + high) / 2;
      const height = measure(guess, columns);
      if (height <= room) low = guess;
      else high = guess;
      guess *= Math.sqrt((room * 0.995) / height);
    }
    return low;
  };
  const arrange = () => {
    const one = search(1);
    const two = Number(field.dataset.columns) > 1 && one < largest * 0.6 ? search(2) : 0;
    return two > one * 1.15 ? { size: two, columns: 2 } : { size: one, columns: 1 };
  };
  let { size, columns } = arrange();
  if (!size) {
    // Closer lines before a refusal: a list of short lines needs height more than anything.
    flow.style.setProperty('--leading', '1.5');
    ({ size, columns } = arrange());
  }
  if (!size) return null;
  const height = measure(size, columns);
  const spare = ((room - height) * 25.4) / 96;
  const gaps = flow.childElementCount - 1;
  if (columns === 1 && spare > size) {
    // A short text gets air between its paragraphs, then stands a little above the middle.
    const air = gaps ? Math.min(spare / (gaps + 2), size * 0.9) : 0;
    set('--air', air);
    flow.style.marginTop = `${Math.max(0, (spare - air * gaps) * 0.4).toFixed(3)}mm`;
  }
  return { size, columns, fill: height / room };
}
