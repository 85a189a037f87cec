/** The pages of the panel and where they live under `/control/`. */
const paths = {
  home: '',
  setup: 'setup',
  welcome: 'welcome',
  password: 'password',
  overview: 'overview',
  live: 'live',
  reports: 'reports',
  caller: 'caller',
  small: 'caller/small',
  desk: 'desk',
  appointments: 'appointments',
  notices: 'notices',
  notice: 'notices/:id',
  assessments: 'assessments',
  items: 'items',
  itemimport: 'items/import',
  item: 'items/:id',
  rules: 'rules',
  rule: 'rules/:id',
  ruleedit: 'rules/edit/:id',
  pledge: 'pledges/:id',
  packages: 'packages',
  contents: 'contents',
  review: 'review',
  draft: 'review/:id',
  history: 'history/:id',
  import: 'import',
  interrupts: 'interrupts',
  screens: 'screens',
  screen: 'screens/:id',
  pair: 'pair',
  ratings: 'ratings',
  case: 'ratings/:id',
  print: 'print',
  sheets: 'sheets',
  printers: 'printers',
  playlists: 'playlists',
  schedule: 'schedule',
  proof: 'proof',
  staff: 'staff',
  roster: 'roster',
  areas: 'areas',
  plan: 'areas/:id',
  windows: 'windows',
  queue: 'queue',
  voice: 'voice',
  media: 'media',
  contacts: 'contacts',
  checks: 'checks',
  hall: 'hall',
  calendar: 'calendar',
  standards: 'standards',
  accounts: 'accounts',
  journal: 'journal',
  interfaces: 'interfaces',
} as const;

export type PageName = keyof typeof paths;

export interface Route {
  page: PageName | 'lost';
  /** The `:id` of the path, if the page has one. */
  id: string | null;
}

const ROOT = '/control';

/** The page of an address path, `/control/notices/new`. Unknown paths are `lost`. */
export function findRoute(path: string): Route {
  const rest = path.startsWith(ROOT) ? path.slice(ROOT.length).replace(/^\/+|\/+$/g, '') : path;
  for (const [page, pattern] of Object.entries(paths) as [PageName, string][]) {
    if (pattern === rest) return { page, id: null };
    const stem = pattern.endsWith('/:id') ? pattern.slice(0, -3) : null;
    if (stem === null || !rest.startsWith(stem)) continue;
    const id = rest.slice(stem.length);
    if (/^[A-Za-z0-9_-]+$/.test(id)) return { page, id };
  }
  return { page: 'lost', id: null };
}

/** The address path of a page; `id` fills the `:id` of those that have one. */
export function pathOf(page: PageName, id = 'new'): string {
  return `${ROOT}/${paths[page].replace(':id', id)}`;
}

/** The address path and search of a link into the panel; null if it leads elsewhere. */
export function panelAddress(href: string, here: string): string | null {
  const address = new URL(href, here);
  const inside = address.origin === new URL(here).origin && /^\/control(\/|$)/.test(address.pathname);
  return inside ? address.pathname + address.search : null;
}

/** What stands after `?` in an address. */
export function readQuery(search: string): URLSearchParams {
  return new URLSearchParams(search);
}

/** `?code=123456`, or nothing if there is nothing to say. */
export function writeQuery(query: Record<string, string>): string {
  const search = new URLSearchParams(query).toString();
  return search ? `?${search}` : '';
}
