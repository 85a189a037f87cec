import type { PrinterTrouble } from '../../content/model/printer.ts';

/** Answers to `DLE EOT` 1 to 4, in this order. Source: ESC/POS, real-time status transmission. */
export type Answers = readonly [printer: number, offline: number, error: number, paper: number];

/** Bits 0 and 7 are off, 1 and 4 on, in every such answer. */
export function isStatus(byte: number): boolean {
  return (byte & 0x93) === 0x12;
}

/** The answer to `GS r 1`: bits 4 and 7 are off. */
export function isPaperStatus(byte: number): boolean {
  return (byte & 0x90) === 0;
}
export function isPaperOut(byte: number): boolean {
  return (byte & 0x0c) !== 0;
}

/** What keeps a printer from printing, the plainest first: an open cover also reads as no paper, and as offline. */
export function readTrouble([printer, offline, error, paper]: Answers): PrinterTrouble | null {
  if (offline & 0x04) return 'cover';
  if (offline & 0x20 || (paper & 0x60) !== 0) return 'paper';
  if (error & 0x68 || offline & 0x40) return 'fault';
  return printer & 0x08 ? 'offline' : null;
}

/** The sensor near the end of the roll. */
export function readPaperLow([, , , paper]: Answers): boolean {
  return (paper & 0x0c) !== 0;
}
