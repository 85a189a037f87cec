import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { BundlePreview, ImportPreview } from '../../content/api/importing.ts';
import type { CommandResult } from '../../content/model/command.ts';
import { speaker } from '../../content/messages/catalogue.ts';
import { hubEntries } from '../../content/messages/hub.ts';
import { importEntries } from '../../content/messages/importing.ts';
import { wordRefusal } from '../../content/refusals.ts';
import type { Language } from '../../content/refusals.ts';
import { isRefusal } from '../../content/rule.ts';
import type { Refusal } from '../../content/rule.ts';
import { readConfig } from '../config.ts';
import { JournalTrouble } from '../journal/trouble.ts';
import { createLog } from '../log.ts';
import { askBundle, isBundle } from './hallfile.ts';
import { openDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { listPreview, readAnswer } from './listing.ts';
import { readOptions } from './options.ts';
import type { ImportOptions } from './options.ts';
import { chooseRules, previewNotice } from './preview.ts';
import type { NoticeFile } from './read.ts';

/** As much as the panel takes. */
const FILE_BYTES = 20 * 2 ** 20;
/** A person who answers wrongly this often has gone. */
const ASKS = 5;

/** What the command is run with; tests hand in their own. */
export interface Terminal {
  argv: readonly string[];
  env: Record<string, string | undefined>;
  print(line: string): void;
  complain(line: string): void;
  /** Null when nobody is there to ask. */
  ask: ((question: string) => Promise<string>) | null;
}

/** Something that one line tells; it ends the command with exit code 1. */
class Stop extends Error {}

/** `npm run import`: shows what is in a notice and takes rules over. Answers the exit code. */
export async function runImport(terminal: Terminal): Promise<number> {
  const options = readOptions(terminal.argv);
  const config = readConfig(options.shared, terminal.env);
  const { language } = config;
  const say = speaker(importEntries, language);
  try {
    if ('error' in config) throw new Stop(speaker(hubEntries, language)(config.error, config.params));
    if ('fault' in options) throw new Stop(say(options.fault, options.params));
    const file = await readGiven(options.file, language);
    if (isBundle(file.bytes)) {
      await takeBundle(terminal, options, file, config.data, language);
      return 0;
    }
    const log = createLog(terminal.complain, Date.now);
    const desk = await openDesk(config.data, language, log);
    try {
      await takeOver(terminal, options, file, desk, language);
    } finally {
      await desk.close();
    }
    return 0;
  } catch (error) {
    terminal.complain(wordError(error, language));
    return 1;
  }
}

async function takeOver(
  terminal: Terminal,
  options: ImportOptions,
  file: NoticeFile,
  desk: Desk,
  language: Language,
): Promise<void> {
  const say = speaker(importEntries, language);
  const preview = orStop(await previewNotice(file, desk.records, language), language);
  const titles = await titlesOf(terminal, options, preview, language);
  if (titles === null) return;
  if (titles.length === 0) return terminal.print(say('cli.taken-none'));
  const { rules } = orStop(chooseRules(preview, titles), language);
  const adopted = await desk.adopt(rules);
  if (!adopted.ok && !adopted.same) throw new Stop(adopted.message);
  const taken = { count: rules.length, titles: rules.map(({ title }) => title).join(say('cli.list')) };
  terminal.print(adopted.ok ? say('cli.taken', taken) : say('cli.taken-same'));
}

/** A whole hall (content/bundle/bundle.md): through the running hub only, which has the files beside the records. */
async function takeBundle(
  terminal: Terminal,
  { take }: ImportOptions,
  file: NoticeFile,
  folder: string,
  language: Language,
): Promise<void> {
  const say = speaker(importEntries, language);
  const found = await askBundle(folder, file, [], language);
  if (!found.ok) throw new Stop(found.message);
  const { hall, entries } = found.value as BundlePreview;
  const other = entries.filter(({ state }) => state !== 'same');
  terminal.print(say('cli.bundle', { hall, count: other.length, all: entries.length }));
  for (const { kind, title, state, goes } of other) {
    const line = say(state === 'new' ? 'cli.bundle-new' : 'cli.bundle-changed', { kind, title });
    terminal.print(goes === 'live' ? line : `${line} ${say(`cli.bundle-${goes}`)}`);
  }
  // What a draft is in the way of stays behind: the rest is not held up by it (C9).
  const open = other.filter(({ goes }) => goes !== 'waits');
  const drafts = open.filter(({ goes }) => goes === 'draft').length;
  if (drafts > 0) terminal.print(say('cli.bundle-review', { drafts, live: open.length - drafts }));
  if (open.length < other.length)
    terminal.print(say('cli.bundle-waiting', { count: other.length - open.length }));
  if (open.length === 0) return terminal.print(say('cli.taken-same'));
  if (!take.includes('all')) return terminal.print(say('cli.bundle-how', { file: file.name }));
  const taken = await askBundle(
    folder,
    file,
    open.map(({ key }) => key),
    language,
  );
  if (!taken.ok) throw new Stop(taken.message);
  const made = taken.value as CommandResult<'bundle:adopt'>;
  terminal.print(say('cli.bundle-taken', { count: made.ids.length }));
  if (made.drafts > 0) terminal.print(say('cli.bundle-drafts', { count: made.drafts }));
}

/** Titles to take over, after showing what there is; null when it was only to be shown. */
async function titlesOf(
  terminal: Terminal,
  { file, take }: ImportOptions,
  preview: ImportPreview,
  language: Language,
): Promise<string[] | null> {
  const say = speaker(importEntries, language);
  const titles = preview.rules.map(({ title }) => title);
  for (const line of listPreview(preview, language)) terminal.print(line);
  terminal.print('');
  if (take.includes('all')) return titles;
  if (take.length > 0) return take.map((title) => title.replace(/^《(.*)》$/, '$1'));
  if (!terminal.ask) {
    terminal.print(say('cli.how', { file, title: titles[0] ?? '' }));
    return null;
  }
  for (let i = 0; i < ASKS; i++) {
    const answer = await terminal.ask(say('cli.ask'));
    const chosen = readAnswer(answer, titles);
    if (chosen) return chosen;
    terminal.print(say('cli.ask-again', { answer: answer.trim(), count: titles.length }));
  }
  return [];
}

async function readGiven(path: string, language: Language): Promise<NoticeFile> {
  const say = speaker(importEntries, language);
  try {
    const { size } = await stat(path);
    if (size > FILE_BYTES) throw new Stop(wordRefusal('request.too-large', { limit: '20 MB' }, language));
    return { name: basename(path), bytes: await readFile(path) };
  } catch (error) {
    if (error instanceof Stop) throw error;
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new Stop(say('cli.file-missing', { file: path }));
    if (code === 'EISDIR') throw new Stop(say('cli.file-folder', { file: path }));
    throw new Stop(say('cli.file-unreadable', { file: path, why: code || message }), { cause: error });
  }
}

function orStop<T extends object>(found: T | Refusal, language: Language): T {
  if (isRefusal(found)) throw new Stop(wordRefusal(found.refused, found.params, language));
  return found as T;
}

function wordError(error: unknown, language: Language): string {
  if (error instanceof Stop) return error.message;
  if (error instanceof JournalTrouble) return speaker(hubEntries, language)(error.code, error.params);
  const why = error instanceof Error ? error.message : String(error);
  return speaker(importEntries, language)('cli.failed', { why });
}
