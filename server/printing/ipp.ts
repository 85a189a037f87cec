import { randomInt } from 'node:crypto';
import { request } from 'node:http';
import { createRequire } from 'node:module';
import type { NamedSize } from '../../content/model/sheet.ts';
import type {
  IppAddress,
  SheetPrinterAbility,
  SheetPrinterTrouble,
} from '../../content/model/sheetprinter.ts';
import { isAllowed } from '../../content/sheets/printers/address.ts';
import { mediaOf, readPapers } from '../../content/sheets/printers/paper.ts';
import { FAILED, readAnswer, type IppAnswer } from './ippwire.ts';

/** How a printer is by its own word; `ability` is null where it said nothing of use. */
export interface IppState {
  trouble: SheetPrinterTrouble | null;
  name: string;
  ability: SheetPrinterAbility | null;
}

/** `job` null: it was sent, and no answer came. Whether it is printed is not known (IP6). */
export type IppSent = { ok: true; job: number | null } | { ok: false; trouble: SheetPrinterTrouble };

/** What a sheet is printed as. */
export interface IppJob {
  title: string;
  by: string;
  paper: NamedSize;
  copies: number;
  /** Turned over the long edge of an upright sheet, the short one of a wide one. */
  sides: 'one-sided' | 'two-sided-long-edge' | 'two-sided-short-edge';
}

/** `gone`: the printer knows it no more, so it is over. `unheard`: no answer this time. */
export type IppJobState = 'open' | 'done' | 'failed' | 'cancelled' | 'gone' | 'unheard';

interface Message {
  operation: string;
  [group: string]: unknown;
}

// A CommonJS package without types of its own.
const { serialize } = createRequire(import.meta.url)('@sealsystems/ipp') as {
  serialize(message: Message): Buffer;
};

const PDF = 'application/pdf';
/** Milliseconds for a whole answer; a printer may be asleep. A long sheet of pictures has 20 MB to take. */
const PATIENCE = 15_000;
const PATIENCE_SENDING = 180_000;
/** An answer with all attributes of a large printer has some 60 KB. */
const LARGEST = 1 << 20;
/** Bytes of a name on the wire (RFC 8011, 5.1.3). */
const NAME = 255;
const STOPPED = 5;
const NOT_FOUND = 0x0406;
const NO_SUCH_FORMAT = 0x040a;

/** Words of RFC 8011, 5.4.12, that stop the paper; each may end in `-error`, `-warning` or `-report`. */
const reasons: [pattern: RegExp, trouble: SheetPrinterTrouble][] = [
  [/^media-(empty|needed)/, 'paper'],
  [/^media-jam/, 'jam'],
  [/^(cover|door|interlock)-open/, 'cover'],
  [/^(toner|marker-supply)-empty/, 'ink'],
  [/^(shutdown|connecting-to-device|timed-out|offline|deactivated)/, 'offline'],
];
const HARMLESS = /-(report|warning)$/;
/** States of a job (RFC 8011, 5.3.7) that are its last. */
const ends: Record<number, IppJobState> = { 7: 'cancelled', 8: 'failed', 9: 'done' };

/** Asks a printer how and what it is. Never rejects. */
export async function askIpp(address: IppAddress): Promise<IppState> {
  const answer = await exchange(address, 'Get-Printer-Attributes', {
    'requested-attributes': [
      'printer-name',
      'printer-info',
      'printer-make-and-model',
      'printer-state',
      'printer-state-reasons',
      'document-format-supported',
      'media-supported',
      'media-ready',
      'color-supported',
      'sides-supported',
    ],
  });
  if ('trouble' in answer) return { trouble: answer.trouble, name: '', ability: null };
  const told = answer.attributes;
  if (!told.has('printer-state')) return { trouble: 'strange', name: '', ability: null };
  const model = labelOf(told, 'printer-make-and-model');
  const loaded = readPapers(textsOf(told, 'media-ready'));
  return {
    trouble: readTrouble(told),
    name: labelOf(told, 'printer-info') || labelOf(told, 'printer-name'),
    ability: {
      ...(model ? { model } : {}),
      papers: readPapers(textsOf(told, 'media-supported')),
      ...(loaded.length ? { loaded } : {}),
      colour: told.get('color-supported')?.[0] === true,
      twoSided: textsOf(told, 'sides-supported').includes('two-sided-long-edge'),
    },
  };
}

/** Sends a PDF, once (IP6): whoever calls this has asked the printer how it is. Never rejects. */
export async function printIpp(address: IppAddress, pdf: Uint8Array, job: IppJob): Promise<IppSent> {
  const { title, by, paper, copies, sides } = job;
  const answer = await exchange(
    address,
    'Print-Job',
    { 'requesting-user-name': clip(by), 'job-name': clip(title), 'document-format': PDF },
    {
      job: { copies, media: mediaOf(paper), ...(sides === 'one-sided' ? {} : { sides }) },
      document: Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength),
    },
  );
  if (!('trouble' in answer)) {
    const id = answer.attributes.get('job-id')?.[0];
    return { ok: true, job: typeof id === 'number' ? id : null };
  }
  if (answer.sent) return { ok: true, job: null };
  return { ok: false, trouble: answer.trouble };
}

/** How far a job is. Never rejects. */
export async function jobIpp(address: IppAddress, job: number): Promise<IppJobState> {
  const answer = await exchange(address, 'Get-Job-Attributes', {
    'job-id': job,
    'requested-attributes': ['job-id', 'job-state', 'job-state-reasons'],
  });
  if ('trouble' in answer) return answer.status === NOT_FOUND ? 'gone' : 'unheard';
  const state = answer.attributes.get('job-state')?.[0];
  return typeof state === 'number' ? (ends[state] ?? 'open') : 'gone';
}

/** Asks the printer to drop a job; whether it does is its own business. Never rejects. */
export async function cancelIpp(address: IppAddress, job: number, by: string): Promise<void> {
  await exchange(address, 'Cancel-Job', { 'job-id': job, 'requesting-user-name': clip(by) });
}

function readTrouble(told: IppAnswer): SheetPrinterTrouble | null {
  if (!textsOf(told, 'document-format-supported').includes(PDF)) return 'format';
  for (const reason of textsOf(told, 'printer-state-reasons')) {
    if (HARMLESS.test(reason)) continue;
    const found = reasons.find(([pattern]) => pattern.test(reason));
    if (found) return found[1];
  }
  return told.get('printer-state')?.[0] === STOPPED ? 'fault' : null;
}

function textsOf(told: IppAnswer, name: string): string[] {
  return (told.get(name) ?? []).filter((one) => typeof one === 'string');
}

/** A line of the printer's own words, as a record keeps a label. */
function labelOf(told: IppAnswer, name: string): string {
  const text = textsOf(told, name)[0] ?? '';
  return [...text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()].slice(0, 40).join('');
}

/** As many whole characters as a name on the wire holds. */
function clip(text: string): string {
  let bytes = 0;
  return [...text].filter((character) => (bytes += Buffer.byteLength(character)) <= NAME).join('');
}

type Exchanged =
  | { attributes: IppAnswer }
  /** `sent`: all of it may have arrived. */
  | { trouble: SheetPrinterTrouble; sent: boolean; status?: number };

/** One question and its answer. An address that is not allowed is not called, whatever a record says (IP2). */
async function exchange(
  { host, port, path }: IppAddress,
  operation: string,
  attributes: Record<string, unknown>,
  more: { job?: Record<string, unknown>; document?: Buffer } = {},
): Promise<Exchanged> {
  if (!isAllowed({ host, port })) return { trouble: 'offline', sent: false };
  const authority = host.includes(':') ? `[${host}]` : host;
  const head = serialize({
    version: '1.1',
    operation,
    id: randomInt(1, 1 << 30),
    'operation-attributes-tag': {
      'attributes-charset': 'utf-8',
      'attributes-natural-language': 'zh-cn',
      'printer-uri': `ipp://${authority}:${port}${path}`,
      ...attributes,
    },
    ...(more.job ? { 'job-attributes-tag': more.job } : {}),
  });
  const body = more.document ? Buffer.concat([head, more.document]) : head;
  const heard = await post({ host, port, path }, body, more.document ? PATIENCE_SENDING : PATIENCE);
  if (!heard.bytes) return { trouble: heard.refused ? 'strange' : 'offline', sent: heard.sent };
  const answer = readAnswer(heard.bytes);
  if (!answer) return { trouble: 'strange', sent: heard.sent };
  const { status } = answer;
  if (status < FAILED) return { attributes: answer.attributes };
  return { trouble: status === NO_SUCH_FORMAT ? 'format' : 'fault', sent: false, status };
}

interface Heard {
  /** Null without a whole answer of a printer. */
  bytes: Buffer | null;
  /** All that was said went out. */
  sent: boolean;
  /** What answers is a web server that knows no such queue. */
  refused: boolean;
}

function post({ host, port, path }: IppAddress, body: Buffer, patience: number): Promise<Heard> {
  return new Promise((resolve) => {
    let sent = false;
    const over = (bytes: Buffer | null, refused = false) =>
      resolve({ bytes, sent: sent && !refused, refused });
    const asked = request(
      {
        ...{ host, port, path, method: 'POST', agent: false },
        // The whole conversation: one that drips on would hold the line for ever.
        signal: AbortSignal.timeout(patience),
        headers: { 'content-type': 'application/ipp', 'content-length': body.length },
      },
      (answer) => {
        if (answer.statusCode !== 200) {
          asked.destroy();
          return over(null, true);
        }
        const pieces: Buffer[] = [];
        let size = 0;
        answer.on('data', (piece: Buffer) => {
          size += piece.length;
          pieces.push(piece);
          if (size > LARGEST) asked.destroy();
        });
        answer.on('end', () => over(size > LARGEST ? null : Buffer.concat(pieces)));
        answer.on('close', () => over(null));
        answer.on('error', () => over(null));
      },
    );
    asked.on('finish', () => (sent = true));
    asked.on('error', () => over(null));
    asked.end(body);
  });
}
