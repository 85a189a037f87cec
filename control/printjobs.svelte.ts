import type { PrintJobView, SendingInput, SendingView, SheetInput } from '../content/api/printing.ts';
import type { Reply } from '../content/protocol.ts';
import { refusals, wordRefusal, type RefusalCode } from '../content/refusals.ts';
import type { Http } from './http.ts';
import { language } from './words.ts';

const BUSY_MS = 600;
const CALM_MS = 5000;

/** The batches of the hub and what is on its way to printers, asked for while somebody looks. */
export class PrintJobs {
  readonly #http: Http;
  list = $state.raw<readonly PrintJobView[] | null>(null);
  sendings = $state.raw<readonly SendingView[]>([]);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #left = false;

  constructor(http: Http) {
    this.#http = http;
  }

  open = $derived.by(() => [...(this.list ?? []), ...this.sendings].filter(({ is }) => is !== 'done').length);

  /** Asks again and again until the returned function is called. */
  watch(): () => void {
    this.#left = false;
    void this.#ask();
    return () => {
      this.#left = true;
      clearTimeout(this.#timer);
    };
  }

  async start(sheets: readonly SheetInput[]): Promise<Reply<{ id: string }>> {
    const reply = await this.#http.printAll(sheets);
    await this.#ask();
    return reply;
  }

  async steer(id: string, what: 'cancel' | 'retry'): Promise<Reply<object>> {
    const reply = await this.#http.steerJob(id, what);
    await this.#ask();
    return reply;
  }

  async send(printer: string, input: SendingInput): Promise<Reply<{ id: string }>> {
    const reply = await this.#http.printOn(printer, input);
    await this.#ask();
    return reply;
  }

  async steerSending(id: string, what: 'cancel' | 'retry'): Promise<Reply<object>> {
    const reply = await this.#http.steerSending(id, what);
    await this.#ask();
    return reply;
  }

  async #ask(): Promise<void> {
    clearTimeout(this.#timer);
    const [reply, sent] = await Promise.all([this.#http.printJobs(), this.#http.sendings()]);
    if (reply.ok) this.list = reply.value;
    if (sent.ok) this.sendings = sent.value;
    if (this.#left) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), this.open ? BUSY_MS : CALM_MS);
  }
}

/** Why a sheet was not made or not printed. */
export function wordWhy({ refused, params }: NonNullable<PrintJobView['sheets'][number]['why']>): string {
  const code = refused in refusals ? (refused as RefusalCode) : 'print.failed';
  return wordRefusal(code, params ?? {}, language);
}
