import type { Records } from '../records.ts';
import type { Use } from './uses.ts';

/** What people call a record: its title, name or label, wherever its kind keeps it. */
export function nameRecord(records: Records, { kind, id }: Use): string {
  const body: unknown = records.get(kind, id);
  return titleIn(body) ?? titleIn(within(body)) ?? kind;
}

function titleIn(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { title, name, label } = body as { title?: unknown; name?: unknown; label?: unknown };
  return [title, name, label].find((one): one is string => typeof one === 'string' && one.trim() !== '');
}

/** A draft keeps what it would publish one level down. */
function within(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return undefined;
  return Object.values(body).find((one) => titleIn(one) !== undefined);
}
