import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decide } from '../content/commands.ts';
import { Access, newToken } from './access.ts';
import { Addresses } from './addresses.ts';
import { closeLines, createApp, portOf } from './app.ts';
import type { Config } from './config.ts';
import { Hall } from './hall.ts';
import { History } from './history/history.ts';
import { Learner } from './history/learner.ts';
import { newId } from './ids.ts';
import { Interrupts } from './interrupts.ts';
import { openFilesJournal } from './journal/files.ts';
import { JournalTrouble } from './journal/trouble.ts';
import { Keys } from './keys.ts';
import { Live } from './live/live.ts';
import { Looks } from './looks.ts';
import type { Log } from './log.ts';
import { Opened } from './opened.ts';
import { removeOperator, writeOperator } from './operator.ts';
import { openPrinting } from './printing/printing.ts';
import { DayLogs } from './journal/daylog.ts';
import { Proof } from './proof/proof.ts';
import { Printers } from './printers/printers.ts';
import { Feeder } from './led/feeder.ts';
import { FedSigns } from './proof/fedsigns.ts';
import { Slips } from './printers/slips.ts';
import { Releases } from './releases.ts';
import { routes } from './routes/index.ts';
import type { Parts } from './routes/parts.ts';
import { Speech } from './speech/speech.ts';
import { EventStreams } from './routes/v1/stream.ts';
import { SilenceWatch } from './silence.ts';
import { Scans } from './scans.ts';
import { Sweeper } from './sweeper.ts';
import { loadStandards } from './standards.ts';
import { Library } from './uploads/library.ts';
import { Store } from './uploads/store.ts';
import { Uploads } from './uploads/uploads.ts';
import { Notes } from './webhooks/notes.ts';
import { Webhooks } from './webhooks/webhooks.ts';

/** The id of the only hall of a hub that stores in files. */
const HALL = 'hall';
const root = fileURLToPath(new URL('..', import.meta.url));

export interface HubOptions {
  config: Config;
  log: Log;
  /** Hub time in ms; tests hand in a clock that they move. */
  now?: () => number;
  /** How long a page that misbehaves is held before it is cut off (W11, W16), in ms; absent, ten seconds. */
  heldMs?: number;
}

/** A running hub. */
export interface Hub {
  readonly hall: Hall;
  readonly history: History;
  readonly access: Access;
  readonly live: Live;
  readonly addresses: Addresses;
  readonly printers: Printers;
  readonly library: Library;
  readonly proof: Proof;
  readonly port: number;
  readonly version: string;
  /** Whether the pages have been built. */
  readonly built: boolean;
  /** Saves, closes every line and lets go of the folder. May be called twice. */
  close(): Promise<void>;
}

/**
 * Starts a hub: folder, records, HTTP and sockets, in this order. Throws JournalTrouble when the folder
 * is not fit, and the listening error of the system when the port is not free; nothing stays open then.
 */
export async function startHub({ config, log, now = Date.now, heldMs }: HubOptions): Promise<Hub> {
  const opened = new Opened(log);
  try {
    return await assemble(config, log, now, opened, heldMs);
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function assemble(
  config: Config,
  log: Log,
  now: () => number,
  opened: Opened,
  heldMs: number | undefined,
): Promise<Hub> {
  const standards = await loadStandards(`${root}content/standards`);
  const journal = await openFilesJournal(config.data, { warn: (text) => log.warn(text) });
  opened.add(() => journal.close());
  const halls = await journal.halls();
  if (halls.length > 1) throw new JournalTrouble('hall.several', { halls: halls.join(' ') });
  const hall = await Hall.open({
    id: halls[0] ?? HALL,
    journal,
    decide,
    standard: (id) => standards.get(id),
    now,
    newId,
    log,
  });
  opened.add(() => hall.close());
  const history = new History(hall, now);
  opened.add(async () => history.close());
  const learner = new Learner({ hall, history, now, log });
  opened.add(() => learner.close());
  const logs = await DayLogs.open(join(config.data, 'proof'), (text) => log.warn(text));
  const proofPictures = await Store.open(join(config.data, 'proof', 'pictures'));
  const proof = new Proof({ hall, logs, pictures: proofPictures, now, log });
  opened.add(() => proof.close());
  const sweeper = new Sweeper(hall, log);
  opened.add(() => sweeper.close());
  void sweeper.sweep();
  const looks = new Looks(hall, log);
  opened.add(() => looks.close());
  const releases = new Releases({ hall, now, log });
  opened.add(() => releases.close());
  const interrupts = new Interrupts({ hall, now, log });
  opened.add(() => interrupts.close());
  const access = new Access(hall, now);
  const notes = await Notes.open(config.data, log);
  const keys = new Keys(hall, notes, now);
  const loopback = config.hooksLoopback ?? false;
  const webhooks = new Webhooks({ hall, notes, now, chance: Math.random, loopback, log });
  opened.add(() => webhooks.close());
  const addresses = new Addresses(config.publicUrl, config.host, config.port);
  const store = await Store.open(join(config.data, 'uploads'));
  const printing = await openPrinting({ config, hall, standards, store, proofPictures, now, log, opened });
  const printers = new Printers({ hall, log });
  opened.add(() => printers.close());
  const slips = new Slips({ hall, printers, now });
  const fed = new FedSigns({ hall, now, log, hand: (screen, pieces) => proof.hand(screen, pieces) });
  const feeder = new Feeder({ hall, log, now, heard: fed });
  opened.add(async () => feeder.close());
  const uploads = new Uploads({ hall, store, log });
  opened.add(() => uploads.close());
  const library = new Library({ hall, store, log });
  opened.add(() => library.close());
  const scans = new Scans({ hall, textOf: (digest) => library.textOf(digest), log });
  opened.add(() => scans.close());
  const speech = config.voice ? await openSpeech(config.voice, hall, config.data, now, log) : null;
  if (speech) opened.add(() => speech.close());
  const { version, built } = await readVersion();
  const app = await createApp(access, addresses, log, hall);
  const streams = new EventStreams();
  // Before the sockets let go: they wait for every other line of the server.
  app.addHook('preClose', async () => streams.close());
  const live = new Live(app.server, {
    hall,
    access,
    addresses,
    now,
    log,
    version,
    slips,
    proof,
    engine: speech !== null,
    interrupts,
    heldMs,
  });
  const silence = new SilenceWatch({ hall, now, log, heardOf: (screen) => live.screens.heardOf(screen) });
  opened.add(() => app.close());
  opened.add(() => silence.close());
  const operatorKey = newToken();
  const { language } = config;
  const parts: Parts = {
    hall,
    history,
    access,
    live,
    addresses,
    standards,
    ...printing,
    slips,
    proof,
    feeder,
    uploads,
    library,
    speech,
    keys,
    webhooks,
    streams,
    now,
    log,
    language,
    version,
    operatorKey,
  };
  for (const plugin of routes) await app.register(plugin(parts));
  await app.register(async (last) => void last.addHook('preClose', () => closeLines(app, live)));
  await app.listen({ port: config.port, host: config.host });
  const port = portOf(app);
  addresses.listenAt(port);
  await writeOperator(config.data, { url: `http://127.0.0.1:${port}`, key: operatorKey, pid: process.pid });
  opened.add(() => removeOperator(config.data));
  return {
    hall,
    history,
    access,
    live,
    addresses,
    printers,
    library,
    proof,
    port,
    version,
    built,
    close: () => opened.close(),
  };
}

async function openSpeech(command: string, hall: Hall, data: string, now: () => number, log: Log) {
  const store = await Store.open(join(data, 'speech'));
  return new Speech({ command, hall, store, now, log });
}

/** The package's version with a mark of the built pages: after an update every page sees another one. */
async function readVersion(): Promise<{ version: string; built: boolean }> {
  const { version } = JSON.parse(await readFile(`${root}package.json`, 'utf8')) as { version: string };
  const pages = await Promise.all(
    ['display', 'control'].map((name) =>
      readFile(`${root}build/pages/${name}/index.html`, 'utf8').catch(() => ''),
    ),
  );
  const built = pages.every((page) => page !== '');
  return { version: `${version}+${hash('sha256', pages.join('\n'), 'hex').slice(0, 8)}`, built };
}
