import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify, { type FastifyInstance } from 'fastify';
import type { TSchema } from 'typebox';
import { listedPages } from '../content/premises/pages.ts';
import { decide } from '../content/commands.ts';
import { refuse } from '../content/rule.ts';
import { createPrinter, findBrowser } from '../templates/index.ts';
import { Access, COOKIE, newToken } from './access.ts';
import { Addresses } from './addresses.ts';
import type { Config } from './config.ts';
import { answerErrors, invalid, Refused } from './errors.ts';
import { Hall } from './hall.ts';
import { History } from './history/history.ts';
import { Learner } from './history/learner.ts';
import { newId } from './ids.ts';
import { findFault } from './input.ts';
import { Interrupts } from './interrupts.ts';
import { openFilesJournal } from './journal/files.ts';
import { JournalTrouble } from './journal/trouble.ts';
import { Keys } from './keys.ts';
import { Live } from './live/live.ts';
import { Looks } from './looks.ts';
import type { Log } from './log.ts';
import { removeOperator, writeOperator } from './operator.ts';
import { PrintJobs, type PrintJob } from './printing/jobs.ts';
import { openListStore } from './printing/jobstore.ts';
import { SheetPress } from './printing/press.ts';
import { Sendings, type Sending } from './printing/sendings.ts';
import { SheetPrinters } from './printing/sheetprinters.ts';
import { DayLogs } from './journal/daylog.ts';
import { Proof } from './proof/proof.ts';
import { Printers } from './printers/printers.ts';
import { Feeder } from './led/feeder.ts';
import { Slips } from './printers/slips.ts';
import { protectPages } from './policy.ts';
import { Releases } from './releases.ts';
import { routes } from './routes/index.ts';
import type { Parts } from './routes/parts.ts';
import { Speech } from './speech/speech.ts';
import { EventStreams } from './routes/v1/stream.ts';
import { SilenceWatch } from './silence.ts';
import { Scans } from './scans.ts';
import { Sweeper } from './sweeper.ts';
import { loadStandards } from './standards.ts';
import { FontShelf } from './uploads/fontshelf.ts';
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

/** Undoes what has been opened so far, last first; what fails to close does not keep the rest open. */
class Opened {
  readonly #log: Log;
  readonly #steps: (() => Promise<unknown>)[] = [];
  #closed: Promise<void> | null = null;

  constructor(log: Log) {
    this.#log = log;
  }

  add(close: () => Promise<unknown>): void {
    this.#steps.unshift(close);
  }

  close(): Promise<void> {
    this.#closed ??= (async () => {
      for (const step of this.#steps)
        await step().catch((error: unknown) => this.#log.error('a part did not close', error));
    })();
    return this.#closed;
  }
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
  const executable = config.browser ?? findBrowser('print', config.env);
  const printer = createPrinter({ executable, log });
  opened.add(() => printer.close());
  const sheetStore = await Store.open(join(config.data, 'sheets'));
  const store = await Store.open(join(config.data, 'uploads'));
  const fonts = new FontShelf({ hall, store, log });
  opened.add(() => fonts.close());
  const press = new SheetPress({
    hall,
    standards,
    printer,
    store: sheetStore,
    uploads: filesOf(store, proofPictures),
    fonts,
    now,
  });
  const jobStore = openListStore<PrintJob>(config.data, 'printjobs.json', log);
  const jobs = await PrintJobs.open({ press, store: jobStore, now, log });
  opened.add(() => jobs.close());
  const sheetPrinters = new SheetPrinters({ hall, log, loopback });
  opened.add(async () => sheetPrinters.close());
  const sendings = await Sendings.open({
    ...{ hall, press, printers: sheetPrinters, now, log },
    store: openListStore<Sending>(config.data, 'sendings.json', log),
  });
  opened.add(() => sendings.close());
  const printers = new Printers({ hall, log });
  opened.add(() => printers.close());
  const slips = new Slips({ hall, printers, now });
  const feeder = new Feeder({ hall, log, now });
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
    printer,
    press,
    jobs,
    sheetPrinters,
    sendings,
    slips,
    proof,
    feeder,
    uploads,
    library,
    fonts,
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

/** Files of several stores as of one. */
function filesOf(...stores: Store[]): Pick<Store, 'has' | 'path'> {
  return {
    has: (name) => stores.some((store) => store.has(name)),
    path: (name) => (stores.find((store) => store.has(name)) ?? stores[0]!).path(name),
  };
}

/**
 * Before Fastify waits for its connections, and after the hooks of the routes: socket.io closes the server and
 * waits for all of them, also for one that a browser opened ahead and never used.
 */
async function closeLines(app: FastifyInstance, live: Live): Promise<void> {
  const closed = live.close();
  app.server.closeAllConnections();
  await closed;
}

async function openSpeech(command: string, hall: Hall, data: string, now: () => number, log: Log) {
  const store = await Store.open(join(data, 'speech'));
  return new Speech({ command, hall, store, now, log });
}

function portOf(app: FastifyInstance): number {
  const address = app.server.address();
  if (address === null || typeof address === 'string') throw new Error('the hub listens on no port');
  return address.port;
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

/** Nobody holds a connection open by sending slowly. */
const SLOWEST_MS = 60_000;

function endLate(raw: IncomingMessage): void {
  if (raw.method === 'GET' || raw.method === 'HEAD') return;
  const late = setTimeout(() => raw.complete || raw.destroy(), SLOWEST_MS).unref();
  raw.once('close', () => clearTimeout(late));
}

async function createApp(access: Access, addresses: Addresses, log: Log, hall: Hall) {
  const app = fastify({
    bodyLimit: 2 ** 20,
    forceCloseConnections: true,
    // The longest that a video takes over Wi-Fi; anything else has SLOWEST_MS.
    requestTimeout: 15 * 60_000,
    // A proxy on this computer may say for whom it asks; anybody else may not.
    trustProxy: 'loopback',
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.setValidatorCompiler<TSchema>(({ schema }) => (value) => {
    const fault = findFault(schema, value);
    return fault ? { error: invalid(fault) } : { value };
  });
  answerErrors(app, log);
  await app.register(cookie);
  await protectPages(app, () => listedPages(hall.records));
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { ttl }) =>
      new Refused(refuse('request.too-many', { seconds: Math.max(1, Math.ceil(ttl / 1000)) })),
  });
  app.decorateRequest('who', null);
  app.addHook('onRequest', async (request) => {
    if (!request.routeOptions.config.patient) endLate(request.raw);
    const { origin, host } = request.headers;
    const asks = request.method === 'GET' || request.method === 'HEAD';
    // A browser names the page that sends; a program that names none has no cookie but its own.
    if (!asks && origin !== undefined && !addresses.isOurs(origin, host))
      throw new Refused(refuse('request.foreign'));
    request.who = access.whoIs(request.cookies[COOKIE]);
  });
  return app;
}
