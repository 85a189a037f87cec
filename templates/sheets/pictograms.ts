import type { Way } from '../../content/model/area.ts';
import type { PublicSign } from '../../content/model/signsheet.ts';

/**
 * Classes of signs by GB 2894 and GB/T 10001; each has its own ground and colours, which no standard and no design
 * changes: `safe` white on green, `fire` white on red, `forbid` black in a red ring, `care` black on yellow. `info` is
 * white on the hall's colour.
 */
export type SignClass = 'safe' | 'fire' | 'forbid' | 'care' | 'info';

interface Pictogram {
  is: SignClass;
  draw: readonly Shape[];
  /** Width of the box where it is not the square of 100. */
  width?: number;
}

/** One shape, drawn by us: a path that is filled, or a line of so many units with round ends. */
export interface Shape {
  d: string;
  line?: number;
  /** Transformation in SVG's words. */
  move?: string;
}

const f = (d: string): Shape => ({ d });
const s = (d: string, line = 6): Shape => ({ d, line });
const circle = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
const dot = (x: number, y: number, r: number): Shape => f(circle(x, y, r));
const ring = (x: number, y: number, r: number): Shape => s(circle(x, y, r));
const moved = (move: string, shapes: readonly Shape[]): Shape[] =>
  shapes.map((shape) => ({ ...shape, move }));
/** Somebody who stands, 76 high, `x` the middle. */
const person = (x: number): Shape[] => [dot(x, 20, 8), f(`M${x - 10} 32h20v28h-4v30h-5V62h-2v28h-5V60h-4z`)];

/** Running towards the door at the right. */
const runner: readonly Shape[] = [
  s('M58 90V12h30v78', 5),
  dot(47, 22, 7.5),
  s('M44 34 37 56', 9),
  s('M44 36l12 10 9-5', 6.5),
  s('M42 36l-14 4-7 11', 6.5),
  s('M37 56l13 10-3 20', 7.5),
  s('M37 56l-7 17-18 3', 7.5),
];

/** The runner, turned to where the arrow beside it leads; in a box of 160 by 100. */
const leads = (way: 'left' | 'right'): Shape[] =>
  way === 'left'
    ? [...moved('matrix(-1 0 0 1 160 0)', runner), s('M58 50H8M28 28 7 50l21 22', 10)]
    : [...runner, s('M102 50h50M132 28l21 22-21 22', 10)];

const flame = (x: number, y: number): Shape => ({
  d: 'M0-38c4 12 16 17 16 28A16 16 0 0 1-16-8c0-9 5-12 7-20 4 3 5 6 5 10 4-6 5-12 4-20z',
  move: `translate(${x} ${y})`,
});

export const pictograms: Record<PublicSign, Pictogram> = {
  exit: { is: 'safe', draw: runner },
  'exit-left': { is: 'safe', draw: leads('left'), width: 160 },
  'exit-right': { is: 'safe', draw: leads('right'), width: 160 },
  'first-aid': { is: 'safe', draw: [f('M38 12h24v26h26v24H62v26H38V62H12V38h26z')] },
  extinguisher: {
    is: 'fire',
    draw: [
      f('M30 40a14 14 0 0 1 28 0v44a5 5 0 0 1-5 5H35a5 5 0 0 1-5-5zM39 16h10v12H39z'),
      s('M36 16h20M56 16l10-6', 5),
      s('M40 22C22 20 16 32 17 54', 5),
      flame(76, 84),
    ],
  },
  'fire-alarm': {
    is: 'fire',
    draw: [ring(36, 54, 24), dot(36, 54, 10), flame(80, 80), s('M14 22a34 34 0 0 1 44 0', 5)],
  },
  'no-smoking': {
    is: 'forbid',
    draw: [
      f('M4 54h58v14H4zM66 54h6v14h-6zM76 54h6v14h-6z'),
      s('M69 46c0-10-12-7-12-16s9-8 9-16M79 46c0-13-11-9-11-18', 5),
    ],
  },
  'no-noise': {
    is: 'forbid',
    draw: [f('M12 38h16l24-20v64L28 62H12z'), s('M62 38a17 17 0 0 1 0 24M71 26a34 34 0 0 1 0 48')],
  },
  slippery: {
    is: 'care',
    draw: [
      dot(60, 40, 5),
      s('M57 48 46 61', 6),
      s('M56 50l13 4M54 51l-12-4', 4.5),
      s('M46 61l12 6 12-1M46 61l-7 9-9-1', 5),
      s('M27 80q5.5-5 11 0t11 0 11 0 11 0', 3.5),
    ],
  },
  step: {
    is: 'care',
    draw: [
      dot(47, 38, 5),
      s('M46 46l3 14', 6),
      s('M47 48l11 5M46 49l-8 8', 4.5),
      s('M49 60l9 5-1 7M49 60l-8 7-8-1', 5),
      s('M24 80h22v-7h16v7h14', 4),
    ],
  },
  electric: { is: 'care', draw: [f('M57 32 36 63h11l-6 21 22-30H52z')] },
  toilet: {
    is: 'info',
    draw: [
      person(26),
      s('M50 8v84', 3),
      dot(74, 20, 8),
      f('M66 32h16l10 32H81v26h-5V64h-4v26h-5V64H56z'),
    ].flat(),
  },
  accessible: {
    is: 'info',
    draw: [
      dot(43, 13, 7.5),
      s('M43 26v28h24l10 25 8-3', 8),
      s('M44 38h20', 6),
      s('M35 42a25 25 0 1 0 32 34', 6),
    ],
  },
  lift: {
    is: 'info',
    draw: [
      s('M14 24h72v68H14z', 5),
      f('M36 2l9 14H27zM64 16 73 2H55z'),
      moved('translate(14 24) scale(0.66)', [person(32), person(76)].flat()),
    ].flat(),
  },
  stairs: { is: 'info', draw: [s('M8 88h20V70h20V52h20V34h24', 7), s('M18 52 56 14M38 12h19v19', 5)] },
  water: {
    is: 'info',
    draw: [
      s('M28 52h44l-6 38H34z', 5),
      f('M50 6c9 13 13 18 13 24a13 13 0 0 1-26 0c0-6 4-11 13-24z'),
      f('M33 66h34l-3 22H36z'),
    ],
  },
  kiosk: {
    is: 'info',
    draw: [
      s('M26 8h48v56H26zM34 64v28M66 64v28', 5),
      f('M34 16h32v20H34zM38 50h24v34l-4-4-4 4-4-4-4 4-4-4-4 4z'),
    ],
  },
  charger: { is: 'info', draw: [s('M30 8h40v84H30z'), f('M55 24 39 54h9l-4 24 18-32h-9z')] },
  baby: {
    is: 'info',
    draw: [
      s('M40 34h20l8 13v36a7 7 0 0 1-7 7H39a7 7 0 0 1-7-7V47z', 5),
      f('M40 32v-8h20v8zM45 22c0-6 1-12 5-12s5 6 5 12z'),
      s('M54 58h8M54 68h8M54 78h8', 4),
    ],
  },
  glasses: {
    is: 'info',
    draw: [ring(28, 56, 18), ring(72, 56, 18), s('M45 52q5-5 10 0M11 50l8-22M89 50l-8-22')],
  },
  copy: {
    is: 'info',
    draw: [s('M36 8h48v62H70M36 8v12', 5), s('M16 26h48v66H16zM26 44h28M26 58h28M26 72h28', 5)],
  },
  box: { is: 'info', draw: [s('M14 46h72v42H14zM38 46h24', 6), f('M32 6h36v40H32z')] },
  camera: {
    is: 'info',
    draw: [f('M10 34 66 16l9 27-56 18zM80 22l10-3 7 21-10 3z'), s('M32 60v22H10M10 70v24', 6)],
  },
  'one-metre': { is: 'info', draw: [person(22), s('M48 8v84', 5), person(70), f('M88 46h8v44h-8z')].flat() },
};

/** Arrows of direction boards, lines in a square of 24. */
export const arrows: Record<Way, string> = {
  ahead: 'M12 21V4M5 11l7-7 7 7',
  left: 'M21 12H4M11 5l-7 7 7 7',
  right: 'M3 12h17M13 5l7 7-7 7',
  up: 'M3 20h5v-5h5v-5h5V5M14 5h4v4',
  down: 'M3 4h5v5h5v5h5v5M14 19h4v-4',
  here: 'M12 21s-7-6-7-11a7 7 0 0 1 14 0c0 5-7 11-7 11zM12 10h.01',
};
