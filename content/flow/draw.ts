import { heightOf, LEADING, type ChartLine } from './chart.ts';
import type { Placed, PlacedArrow, PlacedBox } from './place.ts';

/** Colours of content/theme.css; an image of its own does not see the page's tokens. */
const INK = '#10151c';
const QUIET = '#5b6672';
const PAPER = '#ffffff';
const ALERT = '#c4161c';
const FACE =
  "'Noto Sans SC', 'PingFang SC', 'HarmonyOS Sans SC', 'MiSans', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif";

/** An SVG image of a placed chart. Nothing in it is styled by CSS, so that it works under any policy. */
export function drawChart(
  { width, height, boxes, arrows }: Placed,
  title: string,
  accent = '#0f4c9c',
): string {
  const parts = [
    ...arrows.map(drawArrow),
    ...boxes.map((box) => drawBox(box, accent)),
    ...arrows.map(drawLabel),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="${FACE}"><title>${escape(title)}</title><rect width="${width}" height="${height}" fill="${PAPER}"/>${parts.join('')}</svg>`;
}

function drawBox({ is, x, y, width, height, lines }: PlacedBox, accent: string): string {
  const stroke = is === 'refuse' ? ALERT : is === 'supplement' ? QUIET : accent;
  const fill = is === 'end' ? accent : PAPER;
  const dashes = is === 'supplement' ? ' stroke-dasharray="5 3"' : '';
  const corner = is === 'end' || is === 'refuse' ? 12 : 3;
  const frame = `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="${corner}" fill="${fill}" stroke="${stroke}" stroke-width="1.5"${dashes}/>`;
  const top = y + (height - heightOf(lines)) / 2;
  return frame + drawLines(lines, x + width / 2, top, is === 'end' ? PAPER : is === 'refuse' ? ALERT : null);
}

function drawLines(lines: readonly ChartLine[], middle: number, top: number, colour: string | null): string {
  let y = top;
  return lines
    .map(({ text, size, tone }) => {
      const baseline = y + size * (LEADING / 2 + 0.36);
      y += size * LEADING;
      const weight = tone === 'strong' ? ' font-weight="700"' : '';
      const fill = colour ?? (tone === 'quiet' ? QUIET : INK);
      return `<text x="${n(middle)}" y="${n(baseline)}" font-size="${size}"${weight} fill="${fill}" text-anchor="middle">${escape(text)}</text>`;
    })
    .join('');
}

function drawArrow({ points, both }: PlacedArrow): string {
  const line = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${n(x)} ${n(y)}`).join('');
  const head = drawHead(points.at(-1)!, points.at(-2)!);
  const tail = both ? drawHead(points[0]!, points[1]!) : '';
  return `<path d="${line}" fill="none" stroke="${QUIET}" stroke-width="1.5" stroke-linejoin="round"/>${head}${tail}`;
}

/** A head at `tip`; the last stretch to it is upright. */
function drawHead(tip: { x: number; y: number }, before: { x: number; y: number }): string {
  const back = tip.y > before.y ? -8 : 8;
  return `<path d="M${n(tip.x)} ${n(tip.y)}l-4.5 ${back}h9z" fill="${QUIET}"/>`;
}

function drawLabel({ label, labelAt, labelWidth, labelHeight }: PlacedArrow): string {
  if (!labelAt) return '';
  const [x, y] = [labelAt.x - labelWidth / 2, labelAt.y - labelHeight / 2];
  const ground = `<rect x="${n(x)}" y="${n(y)}" width="${n(labelWidth)}" height="${n(labelHeight)}" fill="${PAPER}"/>`;
  return ground + drawLines(label, labelAt.x, labelAt.y - heightOf(label) / 2, null);
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
