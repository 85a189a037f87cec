import { join } from 'node:path';
import type { Standard } from '../../content/model/standard.ts';
import { createPrinter, findBrowser, type Printer } from '../../templates/index.ts';
import type { Config } from '../config.ts';
import type { Hall } from '../hall.ts';
import type { Log } from '../log.ts';
import type { Opened } from '../opened.ts';
import { FontShelf } from '../uploads/fontshelf.ts';
import { Store } from '../uploads/store.ts';
import { PrintJobs, type PrintJob } from './jobs.ts';
import { openListStore } from './jobstore.ts';
import { SheetPress } from './press.ts';
import { Sendings, type Sending } from './sendings.ts';
import { SheetPrinters } from './sheetprinters.ts';

export interface PrintingParts {
  config: Config;
  hall: Hall;
  standards: ReadonlyMap<string, Standard>;
  /** Files that people uploaded, and pictures of what screens showed. */
  store: Store;
  proofPictures: Store;
  now: () => number;
  log: Log;
  opened: Opened;
}

/** All that makes a sheet and brings it to paper. */
export interface Printing {
  printer: Printer;
  /** Makes and keeps sheets; batches of them. */
  press: SheetPress;
  jobs: PrintJobs;
  /** Printers of the hall, and the sheets on their way to them. */
  sheetPrinters: SheetPrinters;
  sendings: Sendings;
  fonts: FontShelf;
}

/** Opens the printing of a hub; what it opens is closed with `opened`. */
export async function openPrinting({
  config,
  hall,
  standards,
  store,
  proofPictures,
  now,
  log,
  opened,
}: PrintingParts): Promise<Printing> {
  const executable = config.browser ?? findBrowser('print', config.env);
  const printer = createPrinter({ executable, log });
  opened.add(() => printer.close());
  const sheetStore = await Store.open(join(config.data, 'sheets'));
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
  const sheetPrinters = new SheetPrinters({ hall, log, loopback: config.hooksLoopback ?? false });
  opened.add(async () => sheetPrinters.close());
  const sendings = await Sendings.open({
    ...{ hall, press, printers: sheetPrinters, now, log },
    store: openListStore<Sending>(config.data, 'sendings.json', log),
  });
  opened.add(() => sendings.close());
  return { printer, press, jobs, sheetPrinters, sendings, fonts };
}

/** Files of several stores as of one. */
function filesOf(...stores: Store[]): Pick<Store, 'has' | 'path'> {
  return {
    has: (name) => stores.some((store) => store.has(name)),
    path: (name) => (stores.find((store) => store.has(name)) ?? stores[0]!).path(name),
  };
}
