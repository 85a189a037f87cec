import type { SheetKind, SheetSize } from '../model/sheet.ts';
import type { Gather } from './gathered.ts';

/** What hub and panel know of a kind of sheet; how it looks stands in templates/sheets/registry.ts. */
export interface SheetKindEntry<K extends SheetKind, Data> {
  gather: Gather<K, Data>;
  /** Sizes offered, the usual one first; any other may be asked for. */
  sizes: readonly [SheetSize, ...SheetSize[]];
  orientation: 'upright' | 'wide';
  /** Designs by key, the usual one first. Words: messages `sheet.design.*`. */
  designs: readonly [string, ...string[]];
}
