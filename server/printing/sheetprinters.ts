import { networkInterfaces } from 'node:os';
import type { Actor, Kept } from '../../content/model/record.ts';
import type { IppAddress } from '../../content/model/sheetprinter.ts';
import { refuse } from '../../content/rule.ts';
import { isPrintSystem, readIppAddress } from '../../content/sheets/printers/address.ts';
import { valueOf } from '../access.ts';
import { isLoopback } from '../addresses.ts';
import { Refused } from '../errors.ts';
import type { Hall } from '../hall.ts';
import type { Log } from '../log.ts';
import { askIpp, type IppState } from './ipp.ts';

const WATCH_MS = 60_000;
const BY: Actor = { is: 'system', name: '打印' };
/** Queues that printers answer at, the usual one first, for an address typed without a path. */
const PATHS = ['/ipp/print', '/ipp/printer', '/ipp', '/printer'];

export interface SheetPrintersOptions {
  hall: Hall;
  log: Log;
  /** Whether any port of this very computer may be called (IP2). */
  loopback: boolean;
}

/** The hall's printers for sheets: found by their address, asked how they are, and what they say written down. */
export class SheetPrinters {
  readonly #options: SheetPrintersOptions;
  readonly #timer: NodeJS.Timeout;
  readonly #asking = new Map<string, Promise<IppState>>();

  constructor(options: SheetPrintersOptions) {
    this.#options = options;
    this.#timer = setInterval(() => void this.checkAll(), WATCH_MS).unref();
  }

  /**
   * Registers what answers at an address that was typed (IP1); without a name it is called what it calls itself.
   * Throws `sheetprinter.address`, `own`, `offline`, `strange`, `format`, `taken`.
   */
  async add(typed: string, name: string | undefined, by: Actor): Promise<string> {
    const read = readIppAddress(typed);
    if (!read) throw new Refused(refuse('sheetprinter.address'));
    if (!this.#mayCall(read)) throw new Refused(refuse('sheetprinter.own'));
    const { address, state } = await this.#find(read);
    const { host } = address;
    const { trouble, ability } = state;
    if (!ability)
      throw new Refused(refuse(`sheetprinter.${trouble === 'offline' ? 'offline' : 'strange'}`, { host }));
    if (trouble === 'format') throw new Refused(refuse('sheetprinter.format'));
    const printer = { name: name ?? (state.name || host), ...address, ...ability };
    const { id } = valueOf(await this.#options.hall.execute('sheetprinter:add', printer, by));
    await this.#note(id, address, state);
    return id;
  }

  async #find({ host, port, path }: Omit<IppAddress, 'path'> & { path: string | null }) {
    let found = {
      address: { host, port, path: path ?? PATHS[0]! },
      state: await askIpp({ host, port, path: path ?? PATHS[0]! }),
    };
    for (const next of path === null ? PATHS.slice(1) : []) {
      if (found.state.ability || found.state.trouble === 'offline') break;
      const address = { host, port, path: next };
      found = { address, state: await askIpp(address) };
    }
    return found;
  }

  /** How a printer is now; two who ask at once get one answer. Never rejects. */
  ask({ id, body: { host, port, path } }: Kept<'sheetprinter'>): Promise<IppState> {
    const address = { host, port, path };
    const asked = this.#asking.get(id) ?? this.#ask(id, address);
    this.#asking.set(id, asked);
    return asked;
  }

  async #ask(id: string, address: IppAddress): Promise<IppState> {
    try {
      const state = this.#mayCall(address)
        ? await askIpp(address)
        : { trouble: 'offline' as const, name: '', ability: null };
      await this.#note(id, address, state);
      return state;
    } finally {
      this.#asking.delete(id);
    }
  }

  /** Asks every printer how it is (IP10). */
  async checkAll(): Promise<void> {
    await Promise.all(
      [...this.#options.hall.records.all('sheetprinter')].map((printer) => this.ask(printer)),
    );
  }

  async #note(id: string, { host, port, path }: IppAddress, { trouble, ability }: IppState): Promise<void> {
    const { hall, log } = this.#options;
    const now = hall.records.get('sheetprinter', id);
    // It may be gone meanwhile.
    if (now?.host !== host || now.port !== port || now.path !== path) return;
    if (trouble !== (now.trouble?.is ?? null)) log.info(`printer ${now.name}: ${trouble ?? 'well'}`);
    await hall.execute('sheetprinter:report', { id, trouble, ability }, BY).catch((error: unknown) => {
      log.error('the state of a printer was not written down', error);
    });
  }

  #mayCall({ host, port }: Pick<IppAddress, 'host' | 'port'>): boolean {
    return this.#options.loopback || isPrintSystem(port) || !isThisComputer(host);
  }

  close(): void {
    clearInterval(this.#timer);
  }
}

function isThisComputer(host: string): boolean {
  const own = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return isLoopback(host) || own.some(({ address }) => address === host);
}
