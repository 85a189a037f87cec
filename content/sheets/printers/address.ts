import type { IppAddress } from '../../model/sheetprinter.ts';
import { isPrivate } from '../../slips/address.ts';

const PORT = 631;
const TYPED =
  /^(?:(?:ipp|http):\/\/)?(\[[0-9a-f:]+\]|[0-9a-f:]*:[0-9a-f:]*:[0-9a-f:]*|[0-9.]+)(?::(\d{1,5}))?(\/[!-~]*)?$/i;

/**
 * The address that somebody typed, as it stands on a printer's own page or in a print system: with a port and a path
 * or without. `path` is null where none was typed. Null for anything that is no literal address (IP1, IP2).
 */
export function readIppAddress(typed: string): (Omit<IppAddress, 'path'> & { path: string | null }) | null {
  const text = typed.normalize('NFKC').trim();
  const [, named = '', port, path] = TYPED.exec(text) ?? [];
  const host = named.replace(/^\[|\]$/g, '').toLowerCase();
  const found = { host, port: port === undefined ? usualPort(text) : Number(port), path: path ?? null };
  if (!isAllowed(found)) return null;
  // A lone slash is what a browser adds, not a queue.
  return found.path === '/' ? { ...found, path: null } : found;
}

function usualPort(text: string): number {
  return /^http:/i.test(text) ? 80 : PORT;
}

/** Whether the hub may call this address at all (IP2); whether it is the hub's own computer, the hub finds out. */
export function isAllowed({ host, port }: Pick<IppAddress, 'host' | 'port'>): boolean {
  if (!isPrivate(host) || host.startsWith('169.254.')) return false;
  return port === 80 || port === PORT || (port >= 1024 && port <= 65535);
}

/** The port at which the print system of a computer answers. */
export const isPrintSystem = (port: number): boolean => port === PORT;
