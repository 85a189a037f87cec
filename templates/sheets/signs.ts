import type { SignSheetKind } from '../../content/sheets/signs/kinds.ts';
import type { Paper } from '../paper.ts';
import type { SheetTemplate } from './template.ts';

/** Largest type as a share of the short side. */
const share =
  (part: number) =>
  ({ width, height }: Paper): number =>
    Math.min(width, height) * part;

const plate = ['./sheets/plate.css'] as const;
const card = ['./sheets/plate.css', './sheets/person.css', './sheets/card.css'] as const;
const board = ['./sheets/board.css', './sheets/signboard.css'] as const;

/** `WIFI:` as phones read it: `\ ; , : "` are escaped. */
function wifiCode(network: string, password: string): string {
  const plain = (text: string) => text.replace(/[\\;,:"]/g, '\\$&');
  return `WIFI:T:${password ? 'WPA' : 'nopass'};S:${plain(network)};${password ? `P:${plain(password)};` : ''};`;
}

/** One line for each sign, board, plate and card. */
export const signTemplates: { [K in SignSheetKind]: SheetTemplate<K> } = {
  slogan: { component: './sheets/SloganSheet.svelte', styles: plate, runs: 'page', largest: share(0.46) },
  name: {
    component: './sheets/NameSheet.svelte',
    styles: plate,
    runs: 'page',
    largest: share(0.52),
    across: ({ data }) => data.look.across,
  },
  road: { component: './sheets/RoadSheet.svelte', styles: plate, runs: 'page', largest: share(0.3) },
  window: {
    component: './sheets/WindowSheet.svelte',
    styles: plate,
    runs: 'page',
    largest: share(0.28),
    finest: 0.42,
  },
  area: {
    component: './sheets/AreaSheet.svelte',
    styles: plate,
    runs: 'page',
    largest: share(0.36),
    finest: 0.32,
  },
  sign: {
    component: './sheets/SignSheet.svelte',
    styles: plate,
    runs: 'page',
    largest: share(0.145),
    finest: 0.5,
  },
  pause: {
    component: './sheets/PauseSheet.svelte',
    styles: plate,
    runs: 'page',
    largest: share(0.3),
    finest: 0.2,
  },
  directions: {
    component: './sheets/DirectionsSheet.svelte',
    styles: board,
    runs: 'page',
    largest: share(0.085),
    finest: 0.6,
  },
  conduct: { component: './sheets/ConductSheet.svelte', styles: board, runs: 'page', largest: share(0.06) },
  hours: {
    component: './sheets/HoursSheet.svelte',
    styles: board,
    runs: 'page',
    largest: share(0.06),
    finest: 0.8,
  },
  plan: {
    component: './sheets/PlanSheet.svelte',
    styles: board,
    runs: 'page',
    largest: share(0.04),
    near: 2,
    finest: 0.6,
  },
  wall: {
    component: './sheets/WallSheet.svelte',
    styles: [...board, './sheets/person.css'],
    runs: 'page',
    largest: share(0.03),
    near: 2,
    finest: 0.85,
  },
  desk: {
    component: './sheets/DeskSheet.svelte',
    styles: card,
    runs: 'page',
    largest: share(0.032),
    finest: 0.9,
  },
  badge: {
    component: './sheets/BadgeSheet.svelte',
    styles: card,
    runs: 'page',
    largest: share(0.06),
    cards: true,
  },
  post: {
    component: './sheets/PostSheet.svelte',
    styles: ['./sheets/person.css', './sheets/card.css'],
    runs: 'page',
    largest: share(0.035),
    finest: 0.9,
  },
  code: {
    component: './sheets/CodeSheet.svelte',
    styles: card,
    runs: 'page',
    largest: share(0.1),
    finest: 0.6,
    inner: ({ data }, origin) => origin + data.path,
  },
  wifi: {
    component: './sheets/WifiSheet.svelte',
    styles: card,
    runs: 'page',
    largest: share(0.09),
    finest: 0.6,
    inner: ({ data }) => wifiCode(data.network, data.password),
  },
};
