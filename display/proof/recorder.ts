import type { Piece, Show } from '../../content/model/showing.ts';
import type { Reply } from '../../content/protocol.ts';
import { MOST_PIECES } from './shelf.ts';
import type { Shelf } from './shelf.ts';
import { Strip } from './strip.ts';

/** What is on the glass is looked at so often. */
export const LOOK_MS = 1_000;
/** The open piece is written so often: a power cut costs no more. */
const KEEP_LOOKS = 15;
/** What is not answered, or refused for now, is handed in again after so many looks. */
const AGAIN_LOOKS = 30;
/** A message of the socket has 64 KB. */
const HAND_BYTES = 40_000;
const HAND_PIECES = 12;

export interface RecorderNeeds {
  shelf: Shelf;
  /** Hub time; null when no believable one is known. */
  now(): number | null;
  /** What is on the glass. */
  look(): Show;
  connected(): boolean;
  hand(pieces: Piece[], answer: (reply: Reply<null>) => void): void;
}

/** Keeps the log of what this page shows, and hands it in while the hub is there (content/proof/proof.md). */
export class Recorder {
  readonly #needs: RecorderNeeds;
  readonly #strip = new Strip();
  #waiting: { key: number; piece: Piece }[] = [];
  #key = 0;
  #looks = 0;
  #rests = 0;

  private constructor(needs: RecorderNeeds) {
    this.#needs = needs;
  }

  /** Takes up what an earlier page left behind. */
  static async open(needs: RecorderNeeds): Promise<Recorder> {
    const recorder = new Recorder(needs);
    recorder.#waiting = await needs.shelf.all().catch(() => []);
    recorder.#key = (recorder.#waiting[recorder.#waiting.length - 1]?.key ?? 0) + 1;
    return recorder;
  }

  /** Looks once. Whoever owns it calls this every LOOK_MS. */
  tick(): void {
    const now = this.#needs.now();
    const done = this.#strip.look(now === null ? null : this.#needs.look(), now ?? 0);
    if (done) this.#close(done);
    this.#looks += 1;
    if (this.#looks % KEEP_LOOKS === 0) this.keep();
    if (this.#rests > 0) this.#rests -= 1;
    else if (this.#waiting.length > 0 && this.#needs.connected()) this.#hand();
  }

  /** Writes the open piece down. */
  keep(): void {
    const { open } = this.#strip;
    if (open) void this.#needs.shelf.put(this.#key, open).catch(() => {});
  }

  #close(piece: Piece): void {
    this.#waiting.push({ key: this.#key, piece });
    void this.#needs.shelf.put(this.#key, piece).catch(() => {});
    this.#key += 1;
    const more = this.#waiting.length - MOST_PIECES;
    if (more > 0) this.#drop(this.#waiting.slice(0, more));
  }

  /** The oldest first, and the next only once the hub has these: it must not learn the end of a day before its beginning. */
  #hand(): void {
    const group = firstOf(this.#waiting);
    this.#rests = AGAIN_LOOKS;
    let answered = false;
    this.#needs.hand(
      group.map(({ piece }) => piece),
      (reply) => {
        if (answered) return;
        answered = true;
        // What the hub cannot read it will never read.
        if (reply.ok || reply.code === 'request.invalid') {
          this.#drop(group);
          this.#rests = 0;
        }
      },
    );
  }

  #drop(group: readonly { key: number }[]): void {
    const keys = group.map(({ key }) => key);
    this.#waiting = this.#waiting.filter(({ key }) => !keys.includes(key));
    void this.#needs.shelf.drop(keys).catch(() => {});
  }
}

function firstOf<P extends { piece: Piece }>(waiting: readonly P[]): P[] {
  const group: P[] = [];
  let bytes = 0;
  for (const one of waiting) {
    bytes += JSON.stringify(one.piece).length;
    if (group.length > 0 && (bytes > HAND_BYTES || group.length >= HAND_PIECES)) break;
    group.push(one);
  }
  return group;
}
