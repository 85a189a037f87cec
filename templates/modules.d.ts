declare module 'fontverter' {
  /** Turns WOFF or WOFF2 into plain TrueType. */
  export function convert(font: Uint8Array, to: 'truetype' | 'sfnt'): Promise<Buffer>;
}
