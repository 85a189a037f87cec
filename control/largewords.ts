import type { CommandInput, CommandResult } from '../content/model/command.ts';
import type { Reply } from '../content/protocol.ts';
import type { Session } from './panel.svelte.ts';

/** A message of the live line holds 64 KB; a Chinese character takes three bytes. */
const LIVE_CHARACTERS = 18_000;

/** Saves words over the live line, or over HTTP where they are too long for it. */
export function giveWords<C extends 'notice:save' | 'draft:save'>(
  { hub, panel }: Pick<Session, 'hub' | 'panel'>,
  command: C,
  input: CommandInput<C>,
): Promise<Reply<CommandResult<C>>> {
  const long = JSON.stringify(input).length > LIVE_CHARACTERS;
  return long ? panel.http.giveWords(command, input) : hub.give(command, input as never);
}
