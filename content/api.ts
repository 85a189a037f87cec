import type { ExceptionalDay } from './model/calendar.ts';
import type { Role } from './model/account.ts';
import type { Hours, Place, PlaceKind } from './model/hall.ts';
import type { Scene, Voice } from './model/screen.ts';
import type { Failure, Heard } from './protocol.ts';

/**
 * The HTTP face of the hub. Live content and the panel's commands go over the socket (protocol.ts);
 * HTTP carries what comes before a socket (set-up, sign-in) and what is a file (import, sheets).
 * Every error body is `Failure`, in the language of Accept-Language.
 *
 *   GET  /api/health                        Health
 *   GET  /api/standards                     StandardView[]          before set-up, or signed in
 *   GET  /api/standards/ID                  Standard (model/standard.ts)  signed in
 *   POST /api/setup            SetupInput → { name }                with the one-time code; signs in
 *   POST /api/sign-in          SignInput  → Me                      sets the cookie
 *   POST /api/sign-out         {}         → {}
 *   GET  /api/me                            Me
 *   POST /api/password         { old, new } → {}
 *   POST /api/accounts         AccountInput → { id }                admin
 *   POST /api/screens/pair     PairInput  → { id }                  admin
 *   GET  /api/screens/ID/calls              CallHeard[]             admin
 *   POST /api/screens/ID/test  {}         → { heard }               admin, clerk; a test of its voice
 *   POST /api/uploads          multipart `file` → UploadMade        admin, editor
 *   GET  /api/fonts/faces                                          signed in; FaceState[] of content/sheets/fonts/fonts.ts
 *   POST /api/fonts            multipart `licence`, `for`, `file` → { id }  admin; fonts are given to nobody
 *   GET  /uploads/SHA256                                            the file itself, kept for ever by whoever has it
 *   GET  /speech/CALL.wav                                           a call as the hub's engine speaks it
 *   GET  /api/bundle           → the whole hall as a ZIP                admin
 *   POST /api/bundle/preview   multipart `file` → BundlePreview        admin
 *   POST /api/bundle/adopt     multipart `take`, `file` → {ids, drafts} admin
 *   POST /api/import/preview   multipart `file` → ImportPreview     editor, admin
 *   GET  /api/sheets/preview.png?record=ID&size=A3                  signed in; picture true to the PDF
 *   POST /api/sheets           SheetInput → SheetMade               registers the sheet
 *   POST /api/sheets/preview?as=pdf|png  SheetInput → a file        signed in; registers nothing
 *   POST /api/sheets/preview/pages  SheetInput → SheetPreview  every page of the PDF as a picture
 *   POST /api/sheets/once?as=pdf|page OnceInput → a file, its first page; signed in; reports, ledger and score by role. Kept nowhere
 *   GET  /api/sheets/CODE.pdf  /CODE.png?dpi=150                    signed in; PNGs of several pages as one ZIP
 *   POST /api/printjobs        { sheets: SheetInput[] } → { id }    editor, reviewer, admin
 *   GET  /api/printjobs  /api/printjobs/ID  PrintJobView[], PrintJobView   with ETag; 304 while nothing changed
 *   POST /api/printjobs/ID/cancel  /ID/retry  {} → {}
 *   GET  /api/printjobs/ID/files.zip?as=pdf|png&dpi=150             what is ready
 *   POST /api/sheetprinters     { name?, address } → { id }    admin; asks what answers there
 *   POST /api/sheetprinters/check  {} → {}                     asks every one how it is
 *   POST /api/sheetprinters/ID/print  SendingInput → { id }    editor, reviewer, admin
 *   GET  /api/sendings          SendingView[]                  with ETag; POST /api/sendings/ID/cancel | /retry
 *   GET  /api/reports/today                 TodayView               admin, auditor, clerk
 *   GET  /api/reports?from=DAY&to=DAY&by=…  Report                  admin, auditor
 *   GET  /api/reports.csv  /api/reports.xlsx   the same as a file; &lang=en
 *   GET  /api/revisions/KIND/ID             { revisions: RevisionLine[] }   editor, reviewer, admin, auditor
 *   GET  /api/revisions/KIND/ID/REV         { body }                what that revision said
 *   GET  /api/drafts/ID/phone  /sheet.png   how a draft will look   editor, reviewer, admin
 *   GET  /api/journal?before=SEQ            JournalPage             admin, auditor
 *   POST /api/interfaces/keys  KeyInput → KeyMade               admin; the key is told once
 *   POST /api/interfaces/webhooks  WebhookInput → WebhookMade   admin
 *   GET  /api/interfaces/state              InterfaceState          admin
 *   POST /api/interfaces/webhooks/ID/test | /ID/retry  → {}     admin
 *   POST /api/interfaces/letters/ID/resend  → {}                admin
 *        /api/v1/…                          other systems, with a key: docs/api.md
 *   GET  /p  /p/rules/ID  /s/CODE           phone pages, public
 *   GET  /c/CODE                            whether a printed certificate is genuine; phone page, public
 *   GET  /p/items?q=…&list=…  /p/items/ID  /p/items/ID/flow.svg     guides, public
 */
export interface Health {
  ok: true;
  version: string;
  protocol: number;
  /** False until the first admin has set the hall up. */
  ready: boolean;
}

export interface StandardView {
  id: string;
  title: string;
  /** Whom it is for, in a line. */
  purpose: string;
  from: string;
  effective: string;
  accent: string;
  /** How the name board is set: its colour, and typefaces from the wished one to one that ships. */
  board: { colour?: string; families: string[] };
  names: { placeKind: PlaceKind; level: 'town' | 'village'; label: string; pattern: string }[];
  endings: Record<string, string[]>;
  hours: Hours;
  /** Empty where the standard asks for none. */
  prompts: PromptView[];
}

/** What is said to a visitor at a moment of the visit (三声服务). */
export interface PromptView {
  when: 'called' | 'serving' | 'finished';
  text: string;
}

export interface SetupInput {
  code: string;
  standard: string;
  placeKind: PlaceKind;
  place: Place;
  hours: Hours;
  complaint: string;
  consult?: string;
  admin: { name: string; displayName: string; password: string };
}

export interface SignInput {
  name: string;
  password: string;
}

export interface Me {
  id: string;
  name: string;
  displayName: string;
  roles: Role[];
}

export interface AccountInput {
  id?: string;
  rev?: number;
  name: string;
  displayName: string;
  roles: Role[];
  /** Needed for a new account; absent keeps the old one. */
  password?: string;
  disabled: boolean;
  /** The right to interrupt the screens; absent keeps it as it is. */
  interrupts?: boolean;
}

export interface PairInput {
  code: string;
  name: string;
  scene: Scene;
  diagonal: number;
  distance: number;
  sound: boolean;
  voice?: Voice;
}

export interface JournalLine {
  seq: number;
  at: number;
  by: string;
  command: string;
  /** Kind and id of each record changed. */
  touched: { kind: string; id: string; gone: boolean }[];
  hash: string;
}

export interface JournalPage {
  lines: JournalLine[];
  /** False once there is nothing older. */
  more: boolean;
}

/** One revision of a record, newest first; `release` tells who wrote and checked it, null if it was saved directly. */
export interface RevisionLine {
  rev: number;
  seq: number;
  at: number;
  by: string;
  command: string;
  gone: boolean;
  release: { wrote: string[]; checked: string[]; emergency: string | null } | null;
}

export type { Failure };

/** A call on one screen, by that screen's own word. Times are hub time in ms. */
export interface CallHeard {
  /** Announcement id. */
  call: string;
  number: string;
  windowNumber: number;
  at: number;
  /** When it stood on the glass; null if it did not. */
  shown: number | null;
  /** When it had been spoken to its end. */
  spoken: number | null;
  /** Whether it could be heard then: `other` is for another screen of its zone to speak, or none is to. */
  sound: 'ready' | 'blocked' | 'away' | 'other';
}

export interface VoiceTested {
  heard: Heard;
}

export interface UploadMade {
  /** SHA-256 of the bytes, hex. */
  id: string;
  type: string;
  size: number;
}

/** 国务院放假安排 of a year, to be looked through before the hall takes it into its calendar. */
export interface HolidayPlan {
  year: number;
  /** Whether the year's plan was published when this version was made. */
  known: boolean;
  days: ExceptionalDay[];
}
