import { randomInt } from 'node:crypto';
import { request } from 'node:http';
import { createRequire } from 'node:module';
import { isPrivate } from '../../content/slips/address.ts';

/** A printer that speaks IPP (RFC 8010, 8011): address in the hall, and the path of its queue. */
export interface IppAddress {
  host: string;
  port: number;
  /** `/ipp/print` on nearly every printer, `/printers/NAME` on a CUPS. */
  path: string;
}

/** Why nothing can be printed there now. `format`: it takes no PDF. `strange`: what answers is no printer. */
export type IppTrouble = 'offline' | 'paper' | 'cover' | 'jam' | 'ink' | 'fault' | 'format' | 'strange';

/** How a printer is by its own word. */
export interface IppState {
  trouble: IppTrouble | null;
  name: string;
  /** Papers that it has, in names of PWG 5101.1: `iso_a4_210x297mm`. */
  papers: string[];
}

export type IppSent = { ok: true; job: number } | { ok: false; trouble: IppTrouble };

type Attributes = Record<string, unknown>;
interface Message {
  statusCode?: string;
  [group: string]: unknown;
}
interface Wire {
  serialize(message: Message): Buffer;
  parse(bytes: Buffer): Message;
}

// A CommonJS package without types of its own.
const { serialize, parse } = createRequire(import.meta.url)('@sealsystems/ipp') as Wire;

const PDF = 'application/pdf';
/** Milliseconds that a printer is given to answer; it may be asleep. */
const PATIENCE = 15_000;
/** An answer with all attributes of a large printer has some 60 KB. */
const LARGEST = 1 << 20;

/** Words of RFC 8011, 5.4.12, that stop the paper; each may end in `-error`, `-warning` or `-report`. */
const reasons: [pattern: RegExp, trouble: IppTrouble][] = [
  [/^media-(empty|needed)/, 'paper'],
  [/^media-jam/, 'jam'],
  [/^(cover|door|interlock)-open/, 'cover'],
  [/^(toner|marker-supply)-empty/, 'ink'],
  [/^(shutdown|connecting-to-device|timed-out|offline|deactivated)/, 'offline'],
];
const HARMLESS = /-(report|warning)$/;

/** Asks a printer how it is. Never rejects. */
export async function askIpp(address: IppAddress): Promise<IppState> {
  const answer = await exchange(address, 'Get-Printer-Attributes', {
    'requested-attributes': [
      'printer-name',
      'printer-state',
      'printer-state-reasons',
      'document-format-supported',
      'media-supported',
    ],
  });
  if (typeof answer === 'string') return { trouble: answer, name: '', papers: [] };
  const told = (answer['printer-attributes-tag'] ?? {}) as Attributes;
  const papers = listOf(told['media-supported']);
  const name = typeof told['printer-name'] === 'string' ? told['printer-name'] : '';
  return { trouble: readTrouble(told), name, papers };
}

/**
 * Prints a PDF: asks first, and sends it once and never again, whatever is heard afterwards. Never rejects.
 * @param size what the paper is to be, `iso_a3_297x420mm`; absent, the printer's own choice
 */
export async function printIpp(
  address: IppAddress,
  pdf: Uint8Array,
  { title, by, size, copies = 1 }: { title: string; by: string; size?: string; copies?: number },
): Promise<IppSent> {
  const { trouble } = await askIpp(address);
  if (trouble) return { ok: false, trouble };
  const answer = await exchange(
    address,
    'Print-Job',
    { 'requesting-user-name': by, 'job-name': title, 'document-format': PDF },
    {
      job: { copies, ...(size ? { media: size } : {}) },
      document: Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength),
    },
  );
  if (typeof answer === 'string') return { ok: false, trouble: answer };
  const told = (answer['job-attributes-tag'] ?? {}) as Attributes;
  return { ok: true, job: Number(told['job-id'] ?? 0) };
}

function readTrouble(told: Attributes): IppTrouble | null {
  if (!told['printer-state']) return 'strange';
  const formats = listOf(told['document-format-supported']);
  if (!formats.includes(PDF)) return 'format';
  for (const reason of listOf(told['printer-state-reasons'])) {
    if (HARMLESS.test(reason)) continue;
    const found = reasons.find(([pattern]) => pattern.test(reason));
    if (found) return found[1];
  }
  return told['printer-state'] === 'stopped' ? 'fault' : null;
}

function listOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** One question and its answer. An address that is not private is not called, whatever a record says. */
async function exchange(
  { host, port, path }: IppAddress,
  operation: string,
  attributes: Attributes,
  more: { job?: Attributes; document?: Buffer } = {},
): Promise<Message | IppTrouble> {
  if (!isPrivate(host)) return 'offline';
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
  const bytes = await post({ host, port, path }, body).catch(() => null);
  if (!bytes) return 'offline';
  try {
    const answer = parse(bytes);
    if (answer.statusCode === 'client-error-document-format-not-supported') return 'format';
    return answer.statusCode?.startsWith('successful') ? answer : 'fault';
  } catch {
    return 'strange';
  }
}

function post({ host, port, path }: IppAddress, body: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        ...{ host, port, path, method: 'POST', timeout: PATIENCE },
        headers: { 'content-type': 'application/ipp', 'content-length': body.length },
      },
      (answer) => {
        const pieces: Buffer[] = [];
        let size = 0;
        answer.on('data', (piece: Buffer) => {
          size += piece.length;
          if (size > LARGEST) asked.destroy(new Error('too much'));
          else pieces.push(piece);
        });
        answer.on('end', () => resolve(Buffer.concat(pieces)));
        answer.on('error', reject);
      },
    );
    asked.on('timeout', () => asked.destroy(new Error('too late')));
    asked.on('error', reject);
    asked.end(body);
  });
}
