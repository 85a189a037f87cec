import type { Change } from '../model/record.ts';
import type { SheetLayout, SheetOf } from '../model/sheet.ts';
import type { SheetPrinterTrouble } from '../model/sheetprinter.ts';

// Sheets, jobs and printers over HTTP; the routes stand in content/api.ts.

export interface SheetInput extends SheetLayout {
  of: SheetOf;
  /** Where it is to hang. */
  place?: string;
}

/** What is being typed, as the hub would keep it: the record that it is about, and where it would be seen. */
export interface FacesMade {
  live: string;
  changes: Change[];
  /** Whether a phone shows it, and whether there is a sheet of it. */
  phone: boolean;
  sheet: boolean;
}

/** A page of a preview: the address of its picture, and its sides in pixels. */
export interface PreviewPage {
  picture: string;
  width: number;
  height: number;
}

/** A sheet before it is printed; `faces` are the fonts that others stand in for. */
export interface SheetPreview {
  pages: PreviewPage[];
  faces: { wanted: string; used: string }[];
}

/** A batch of sheets and how far it is. */
export interface PrintJobView {
  id: string;
  /** Name of who asked for it. */
  by: string;
  at: number;
  is: 'waiting' | 'working' | 'done';
  /** Jobs before it. */
  place: number;
  total: number;
  done: number;
  failed: number;
  cancelled: number;
  /** Null until there is a pace to go by. */
  secondsLeft: number | null;
  sheets: (SheetInput & {
    is: 'waiting' | 'done' | 'failed' | 'cancelled';
    code?: string;
    why?: { refused: string; params?: Record<string, string | number> };
  })[];
}

/** Sheets on their way to a printer of the hall. */
export interface SendingView {
  id: string;
  /** Its name. */
  printer: string;
  /** Name of who asked for it. */
  by: string;
  at: number;
  copies: number;
  is: 'waiting' | 'working' | 'done';
  /** Why nothing comes out at the moment; it goes on by itself. */
  trouble: SheetPrinterTrouble | null;
  sheets: (SheetInput & {
    /** `sent`: the printer is at it. `unsure`: it was sent, and the printer did not answer. */
    is: 'waiting' | 'sent' | 'done' | 'unsure' | 'failed' | 'cancelled';
    code?: string;
    why?: { refused: string; params?: Record<string, string | number> };
  })[];
}

export interface SendingInput {
  sheets: readonly SheetInput[];
  copies: number;
  twoSided: boolean;
}

export interface SheetMade {
  code: string;
  /** Where the PDF is fetched. */
  pdf: string;
}
