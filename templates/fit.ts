/** What the fit made of a document. */
export interface Fitted {
  /** Type size in millimetres; 0 for documents that are not fitted. */
  size: number;
  columns: number;
  /** Part of the field's height that the text takes, 0 to 1. */
  fill: number;
  /** The text did not fit one page and runs over several. */
  over: boolean;
}

/**
 * Runs inside the page, called by the printer on a body that only paper shows; waits for fonts and pictures and finds
 * the largest type with which the text fits its field (`data-fit`, between `data-smallest` and
 * `data-largest` millimetres) and sets it as `--size`. Two columns (`data-columns`) are taken when short lines gain much
 * by it. `null` when the text does not fit at its smallest size; with `data-over` it is then set at that size in
 * millimetres and flows over several pages. All in one call, as every question to the page costs a turn of two
 * processes, and with as few layouts as it takes: they are most of the work. It must not refer to anything outside
 * itself: only its source is sent. Documents without a field are left alone; of several, each is fitted by itself.
 */
export async function fitSheet(): Promise<Fitted | null> {
  // Asked for by name: a layout that only finds out which fonts are needed would be thrown away.
  await Promise.all([
    ...[...document.fonts].map((font) => font.load()),
    ...[...document.images].map((image) => image.decode().catch(() => {})),
  ]);
  const fields = [...document.querySelectorAll<HTMLElement>('[data-fit]')];
  // While it lasts, a change of size lays out the field alone, and at first not even that.
  for (const field of fields) {
    field.style.contain = 'strict';
    if (field.firstElementChild instanceof HTMLElement) field.firstElementChild.style.display = 'none';
  }
  const none: Fitted = { size: 0, columns: 1, fill: 1, over: false };
  const boxes = fields.map((field) => field.getBoundingClientRect());
  const fitField = (field: HTMLElement, index: number): Fitted | null => {
    const flow = field.firstElementChild;
    if (!(flow instanceof HTMLElement)) return none;
    flow.style.display = '';
    const smallest = Number(field.dataset.smallest);
    const largest = Number(field.dataset.largest);
    const box = boxes[index]!;
    const room = box.height;
    const set = (name: string, millimetres: number) =>
      flow.style.setProperty(name, `${millimetres.toFixed(3)}mm`);
    let last = { size: 0, columns: 0, height: 0 };
    const measure = (size: number, columns: number) => {
      if (size === last.size && columns === last.columns) return last.height;
      set('--size', size);
      flow.style.columnCount = columns === 1 ? 'auto' : String(columns);
      // What sticks out to the side fits no better than what hangs out below.
      const wide = flow.scrollWidth > flow.clientWidth + 1;
      last = { size, columns, height: wide ? Infinity : flow.getBoundingClientRect().height };
      return last.height;
    };
    /** As if every character took a square of 1.9: near enough that the search ends after three or four looks. */
    const letters = (flow.textContent ?? '').length;
    const guessSize = (Math.sqrt((box.width * room) / (Math.max(letters, 1) * 1.9)) / 96) * 25.4;
    /**
     * Area grows with the square of the size, so the root is a good guess, halving a safe one. 98 % of the
     * height is full: one more step of type would gain a line at most. 0 when not even `least` fits.
     */
    const search = (columns: number, least: number, start: number) => {
      let low = 0;
      let high = Infinity;
      let guess = Math.min(largest, Math.max(least, start));
      for (let look = 0; look < 24; look++) {
        const height = measure(guess, columns);
        if (height <= room) low = guess;
        else high = guess;
        if (low >= largest || high <= least) break;
        if (low && (height <= room ? height > room * 0.98 : false)) break;
        if (high - low <= low * 0.005) break;
        guess *= Math.sqrt((room * 0.99) / height);
        if (guess <= low || guess >= high) guess = (Math.max(low, least) + Math.min(high, largest)) / 2;
        // The ends themselves are tried before anything is said of what lies beyond them.
        if (guess < least || (low === 0 && guess < least * 1.01)) guess = least;
        if (guess > largest || (high === Infinity && guess > largest * 0.99)) guess = largest;
      }
      return low;
    };
    const arrange = () => {
      // What may run over pages is mostly long: one look tells, and where it fits, how much larger it may be.
      const height = field.dataset.over ? measure(smallest, 1) : null;
      if (height !== null && height > room) return { size: 0, columns: 1 };
      const start = height === null ? guessSize : smallest * Math.sqrt((room * 0.99) / height);
      const one = search(1, smallest, start);
      // Paragraphs that fill their lines gain little by columns, unless nothing else makes them fit.
      const filled = one > 0 && letters > 40 * flow.childElementCount;
      if (Number(field.dataset.columns) < 2 || filled || one > largest * 0.6)
        return { size: one, columns: 1 };
      const two = search(2, Math.max(smallest, one * 1.15), Math.max(smallest, one * 1.15));
      return two ? { size: two, columns: 2 } : { size: one, columns: 1 };
    };
    let { size, columns } = arrange();
    if (!size && !field.dataset.over) {
      // Closer lines before a refusal: a list of short lines needs height more than anything.
      flow.style.setProperty('--leading', '1.5');
      last.size = 0;
      ({ size, columns } = arrange());
    }
    if (!size && field.dataset.over) {
      set('--size', Number(field.dataset.over));
      flow.style.columnCount = 'auto';
      field.closest('.sheet')?.classList.add('over');
      return { size: Number(field.dataset.over), columns: 1, fill: 1, over: true };
    }
    if (!size) return null;
    const height = measure(size, columns);
    /*
     * A paragraph whose last line holds its last three characters only is set up to 4 % closer if that takes them up
     * into the line before, which would gape otherwise. All are looked at before any is changed: reading after
     * writing lays the page out again.
     */
    const runts = () =>
      [...flow.querySelectorAll<HTMLElement>('.tail')].filter((tail) => {
        const words = tail.parentElement;
        return words && tail.getBoundingClientRect().left - words.getBoundingClientRect().left < 2;
      });
    const tried = runts();
    let alone = tried;
    for (const spacing of ['-0.02em', '-0.04em', '']) {
      if (alone.length === 0) break;
      for (const tail of alone) tail.parentElement!.style.letterSpacing = spacing;
      const still = new Set(runts());
      alone = alone.filter((tail) => still.has(tail));
    }
    // What height is left becomes air between the paragraphs, up to nearly a line each, and a text that is still
    // short stands a little above the middle. Two columns are left as they are: they are balanced.
    if (columns === 1) {
      const type = Number.parseFloat(getComputedStyle(flow).fontSize);
      const after = tried.length ? flow.getBoundingClientRect().height : height;
      const spare = room - after;
      const gaps = flow.childElementCount - 1;
      const air = Math.max(0, Math.min(spare / (gaps + 2), type * 0.9));
      flow.style.setProperty('--air', `${air.toFixed(2)}px`);
      flow.style.marginTop = `${Math.max(0, (spare - air * gaps) * 0.4).toFixed(2)}px`;
    }
    return { size, columns, fill: height / room, over: false };
  };
  // A tent has two faces, a set of cards as many fields as cards.
  const fitted = fields.map(fitField);
  for (const field of fields) field.style.contain = '';
  return fitted.includes(null) ? null : (fitted[0] ?? none);
}
