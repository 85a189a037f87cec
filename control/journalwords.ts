import type { JournalLine } from '../content/api.ts';
import type { CommandName } from '../content/model/command.ts';
import type { Kind } from '../content/model/record.ts';
import type { Hall } from './hall.svelte.ts';
import { say } from './words.ts';

type Key = Parameters<typeof say>[0];

/** A command in words; one that this page does not know yet is shown by its name. */
export function wordCommand(command: string): string {
  return say(`command.${command as CommandName}` as Key);
}

/** Records that every command of its kind touches and that tell a reader nothing. */
const silent: readonly string[] = ['series', 'session'] satisfies Kind[];
/** More names than this are counted instead. */
const NAMED = 3;

/** What a commit touched, by the names that people use; records that are gone by their kind. */
export function wordTouched(line: JournalLine, hall: Hall): string {
  const words = line.touched
    .filter(({ kind }) => !silent.includes(kind))
    .map(({ kind, id }) => nameOf(kind as Kind, id, hall));
  const named = [...new Set(words)];
  const shown = named.slice(0, NAMED).join(say('list.comma'));
  return named.length > NAMED ? say('journal.and-more', { shown, count: named.length }) : shown;
}

function nameOf(kind: Kind, id: string, hall: Hall): string {
  const word = say(`kind-of.${kind}` as Key);
  const name = recordName(kind, id, hall);
  return name ? `${word} ${name}` : word;
}

function recordName(kind: Kind, id: string, hall: Hall): string {
  const titled = <T extends { id: string }>(list: readonly T[]): T | undefined =>
    list.find((one) => one.id === id);
  switch (kind) {
    case 'ticket':
      return titled(hall.tickets)?.body.number ?? '';
    case 'window':
      return String(titled(hall.windows)?.body.number ?? '');
    case 'service':
      return titled(hall.services)?.body.name ?? '';
    case 'notice':
      return titled(hall.notices)?.body.title ?? '';
    case 'rule':
      return titled(hall.rules)?.body.title ?? '';
    case 'contact':
      return titled(hall.contacts)?.body.label ?? '';
    case 'screen':
      return titled(hall.screens)?.body.name ?? '';
    case 'account':
      return titled(hall.accounts)?.body.displayName ?? '';
    case 'key':
      return titled(hall.keys)?.body.name ?? '';
    case 'webhook':
      return hall.webhook(id)?.body.url ?? '';
    case 'sheet':
      return id;
    default:
      return '';
  }
}
