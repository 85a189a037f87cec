/** What stands on the glass, line by line, as a reader sees it. */

export interface Line {
  /** The text that it is a line of, and which. */
  key: string;
  text: string;
  /** Its share of the characters of the text. */
  share: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  size: number;
  element: HTMLElement;
}

export interface Glance {
  seen: Line[];
  /** Keys of lines that stand on another page. */
  hidden: string[];
  /** Lines of which a part cannot be seen, and by what they are cut. */
  cut: string[];
}

const named = (element: Element): string => `${element.tagName.toLowerCase()}.${element.className}`;

/** Every line of text of the page: seen, on another page, or cut. The glass is so wide and high; `base` its type. */
export function glance(width: number, height: number, base: number): Glance {
  const found: Glance = { seen: [], hidden: [], cut: [] };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement!;
    const text = node.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    if (!text || element.closest('style, script, title')) continue;
    const style = getComputedStyle(element);
    // Of duties a wall tells a line or two (TX5).
    if (style.visibility === 'hidden' || element.closest('.duties')) continue;
    const size = Number.parseFloat(style.fontSize);
    const frames = framesOf(element, width, height);
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
    for (const [at, box] of boxes.entries()) {
      const middle = box.top + box.height / 2;
      const ink = {
        left: box.left,
        right: box.right,
        top: middle - size * 0.44,
        bottom: middle + size * 0.44,
      };
      const line = { key: `${text}#${at}`, text, share: 1 / boxes.length, ...ink, size, element };
      const within = frames.map(({ box: outer, name }) => ({ name, how: standing(ink, outer, base) }));
      const out = within.find(({ how }) => how === 'out');
      const cut = within.find(({ how }) => how === 'cut');
      if (out) found.hidden.push(line.key);
      else if (cut) found.cut.push(`“${text.slice(0, 40)}” line ${at} by ${cut.name}`);
      else found.seen.push(line);
    }
  }
  return found;
}

interface Frame {
  name: string;
  box: { left: number; right: number; top: number; bottom: number };
}

function framesOf(element: HTMLElement, width: number, height: number): Frame[] {
  const frames: Frame[] = [{ name: 'glass', box: { left: 0, top: 0, right: width, bottom: height } }];
  for (let frame: HTMLElement | null = element; frame; frame = frame.parentElement)
    if (
      getComputedStyle(frame).overflow !== 'visible' &&
      frame !== document.body &&
      frame !== document.documentElement
    )
      frames.push({ name: named(frame), box: frame.getBoundingClientRect() });
  return frames;
}

function standing(ink: Frame['box'], outer: Frame['box'], base: number): 'in' | 'cut' | 'out' {
  // A twentieth of the base is less than the side bearing of a character.
  const slack = base / 20 + 1;
  if (ink.bottom <= outer.top + slack || ink.top >= outer.bottom - slack) return 'out';
  if (ink.right <= outer.left + slack || ink.left >= outer.right - slack) return 'out';
  const inside =
    ink.left >= outer.left - slack &&
    ink.right <= outer.right + slack &&
    ink.top >= outer.top - slack &&
    ink.bottom <= outer.bottom + slack;
  return inside ? 'in' : 'cut';
}

/** Pairs of lines that stand on each other. */
export function collisions(lines: readonly Line[]): string[] {
  const found: string[] = [];
  for (const [at, one] of lines.entries())
    for (const other of lines.slice(at + 1)) {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (across > 2 && down > Math.min(one.size, other.size) * 0.2)
        found.push(`“${one.text.slice(0, 20)}” and “${other.text.slice(0, 20)}”`);
    }
  return found;
}

/** What is not read from a bench (TX8): the head and the foot, words on a plan, under a code, heads of figures. */
const AROUND = 'header, footer, aside, dt, .kind, .legend, .foot, .mark, .since, .window small';

/** Lines in smaller type than they may have. */
export function tooSmall(lines: readonly Line[], base: number): string[] {
  return lines
    .filter(({ element, size }) => {
      const own = element.closest<HTMLElement>('.own-base');
      const its = own ? Number.parseFloat(own.style.getPropertyValue('--base')) : base;
      const least = element.closest('.plan .mark, .mark') ? 0.3 : element.closest(AROUND) ? 0.5 : 0.86;
      return size < its * least - 0.5;
    })
    .map(
      ({ text, size, element }) => `“${text.slice(0, 24)}” ${size.toFixed(1)} of ${base} (${named(element)})`,
    );
}

type Rgb = readonly [number, number, number];

function rgbOf(colour: string): { rgb: Rgb; alpha: number } {
  const [red = 0, green = 0, blue = 0, alpha = 1] = [...colour.matchAll(/[\d.]+/g)].map(([part]) =>
    Number(part),
  );
  return { rgb: [red, green, blue], alpha };
}

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** Lines that do not stand out from their ground (TX9). */
export function tooFaint(lines: readonly Line[], base: number): string[] {
  return lines.flatMap(({ text, size, element }) => {
    let ground: HTMLElement | null = element;
    while (ground && rgbOf(getComputedStyle(ground).backgroundColor).alpha < 1) ground = ground.parentElement;
    const under = ground ? rgbOf(getComputedStyle(ground).backgroundColor).rgb : ([255, 255, 255] as const);
    const [dark, light] = [luminance(rgbOf(getComputedStyle(element).color).rgb), luminance(under)].toSorted(
      (one, other) => one - other,
    );
    const ratio = (light! + 0.05) / (dark! + 0.05);
    return ratio < (size >= base * 1.5 ? 3 : 4.5) ? [`“${text.slice(0, 20)}” ${ratio.toFixed(2)}`] : [];
  });
}

/** What there is to read in lines that stand under the head of a scene, as `readingLoad` counts. */
export function toRead(lines: readonly Line[], load: (text: string) => number): number {
  return lines
    .filter(({ element }) => !element.closest('header, footer, aside, dl, .kind, .foot'))
    .reduce((sum, { text, share }) => sum + load(text) * share, 0);
}
