declare module 'fontverter' {
  /** Turns WOFF or WOFF2 into plain TrueType. */
  export function convert(font: Uint8Array, to: 'truetype' | 'sfnt'): Promise<Buffer>;
}

declare module 'subset-font' {
  export default function subsetFont(
    font: Uint8Array,
    characters: string,
    options: {
      targetFormat: 'truetype';
      keepFeatures?: string[];
      noHinting?: boolean;
      noLayoutClosure?: boolean;
    },
  ): Promise<Buffer>;
}
