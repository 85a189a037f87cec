import type { Role } from '../content/model/account.ts';
import type { PageName } from './route.ts';

/** Who finds a page in the rail. The hub checks every command again; this only spares people dead ends. */
const readers: Partial<Record<PageName, readonly Role[]>> = {
  overview: ['admin'],
  live: ['admin', 'auditor', 'clerk'],
  reports: ['admin', 'auditor'],
  caller: ['clerk', 'admin'],
  small: ['clerk', 'admin'],
  desk: ['clerk', 'admin'],
  appointments: ['clerk', 'admin'],
  notices: ['editor', 'reviewer', 'admin'],
  notice: ['editor', 'admin'],
  items: ['editor', 'reviewer', 'admin'],
  itemimport: ['editor', 'admin'],
  item: ['editor', 'admin'],
  rules: ['editor', 'reviewer', 'admin'],
  rule: ['editor', 'reviewer', 'admin'],
  ruleedit: ['editor', 'admin'],
  pledge: ['editor', 'admin'],
  packages: ['editor', 'admin'],
  assessments: ['editor', 'reviewer', 'admin', 'auditor'],
  contents: ['editor', 'reviewer', 'admin'],
  import: ['editor', 'admin'],
  media: ['editor', 'reviewer', 'admin'],
  contacts: ['editor', 'admin'],
  checks: ['editor', 'reviewer', 'admin', 'auditor'],
  review: ['editor', 'reviewer', 'admin'],
  draft: ['editor', 'reviewer', 'admin'],
  history: ['editor', 'reviewer', 'admin', 'auditor'],
  staff: ['editor', 'admin'],
  roster: ['editor', 'admin'],
  areas: ['editor', 'admin'],
  plan: ['editor', 'admin'],
  windows: ['admin'],
  queue: ['admin'],
  voice: ['admin'],
  screens: ['admin'],
  screen: ['admin'],
  pair: ['admin'],
  ratings: ['admin', 'reviewer', 'auditor'],
  case: ['admin', 'reviewer', 'auditor'],
  print: ['editor', 'reviewer', 'admin'],
  sheets: ['editor', 'reviewer', 'clerk', 'admin'],
  printers: ['admin'],
  playlists: ['editor', 'admin'],
  schedule: ['editor', 'admin'],
  proof: ['admin', 'editor', 'reviewer', 'auditor'],
  hall: ['admin'],
  accounts: ['admin'],
  interfaces: ['admin'],
  journal: ['admin', 'auditor'],
  welcome: ['admin'],
};

/** Groups of the rail; their words are `rail.NAME`. What leads the day has none. */
export const railHeads = ['', 'calling', 'content', 'paper', 'screens', 'manage'] as const;

/** Pages of the rail in their order, one list for each of `railHeads`. */
export const railPages: readonly (readonly PageName[])[] = [
  ['overview'],
  ['live', 'caller', 'desk', 'appointments', 'ratings', 'reports', 'windows', 'queue'],
  [
    'review',
    'contents',
    'items',
    'notices',
    'rules',
    'media',
    'contacts',
    'staff',
    'roster',
    'areas',
    'checks',
  ],
  ['print', 'sheets'],
  ['screens', 'playlists', 'schedule', 'proof', 'printers'],
  ['hall', 'standards', 'calendar', 'accounts', 'interfaces', 'journal'],
];

export function mayRead(page: PageName, roles: readonly Role[]): boolean {
  const asked = readers[page];
  return !asked || asked.some((role) => roles.includes(role));
}

/** Whether one of these roles may change what is published. */
export function mayEdit(roles: readonly Role[]): boolean {
  return roles.includes('editor') || roles.includes('admin');
}

/** Where a person begins. */
export function homeOf(roles: readonly Role[]): PageName {
  if (roles.includes('admin')) return 'overview';
  if (roles.includes('clerk')) return 'caller';
  if (roles.includes('auditor')) return 'journal';
  if (roles.includes('reviewer') && !roles.includes('editor')) return 'review';
  return 'notices';
}
