/** Why a journal cannot be opened or read. Words: messages `journal.*`. */
export type JournalTroubleCode =
  | 'journal.folder' // the folder cannot be written
  | 'journal.locked' // a living process holds it
  | 'journal.broken' // the chain does not hold
  | 'hall.several' // one hub serves one hall
  | 'journal.behind'; // the checkpoint knows more than the journal: lines are missing at the end

/** The medium is not fit for use; the person who runs the hub has to act before it starts. */
export class JournalTrouble extends Error {
  readonly code: JournalTroubleCode;
  readonly params: Record<string, string | number>;

  constructor(code: JournalTroubleCode, params: Record<string, string | number>, cause?: unknown) {
    super(`${code} ${JSON.stringify(params)}`, { cause });
    this.name = 'JournalTrouble';
    this.code = code;
    this.params = params;
  }
}

/** The chain of a hall does not hold at `seq` (J4). */
export class JournalBroken extends JournalTrouble {
  constructor(params: { hall: string; file: string; seq: number; before: number }, cause?: unknown) {
    super('journal.broken', params, cause);
    this.name = 'JournalBroken';
  }
}
