import type { CommandInput, CommandResult, PanelCommand } from './model/command.ts';
import type { Change } from './model/record.ts';
import type { Role } from './model/account.ts';
import type { Scene } from './model/scene.ts';
import type { Piece } from './model/showing.ts';
import type { Language, RefusalCode } from './refusals.ts';

/** Rises when old pages cannot talk to a new hub: such a page reloads itself. Rules: wire.md. */
export const PROTOCOL = 1;
/** A beacon names the newest `seq` this often, so that a lost patch is noticed. */
export const BEACON_MS = 15_000;
/** A call older than this is shown, not sounded. */
export const CALL_FRESH_MS = 30_000;

/** A place in the journal: `hash` is the first 12 hex digits of the commit's hash, so a restored backup shows. */
export interface Mark {
  seq: number;
  hash: string;
}

/** What a page says when it connects (socket.io `auth`). Panels are known by their cookie, screens by their token. */
export interface Hello {
  protocol: number;
  page: 'display' | 'control';
  language: Language;
  token?: string;
  /** Newest commit the page holds; absent asks for a snapshot. */
  since?: Mark;
  /** `version` of the `You` that the page holds: after an update of the hub it gets a snapshot with the new one. */
  version?: string;
}

/** Everything this viewer may see, at `mark`. `now` is hub time. */
export interface Snapshot {
  mark: Mark;
  now: number;
  you: You;
  records: Change[];
}

/** Changes after commit `after` up to `mark`; a page that holds an earlier commit than `after` asks again. */
export interface Patch {
  after: number;
  mark: Mark;
  changes: Change[];
  /** Hub time, in the patch that a page gets on joining or asking: it may have slept (W14). */
  now?: number;
}

/** Who the hub takes the connected page for. */
export type You =
  /** `engine`: the hub renders calls, to be had at `/speech/CALL.wav` (V22). */
  | { is: 'screen'; id: string; hubUrl: string; version: string; engine?: true }
  | {
      is: 'staff';
      id: string;
      name: string;
      displayName: string;
      roles: Role[];
      /** May interrupt the screens (interrupts.md Z1). */
      interrupts?: true;
      hubUrl: string;
      version: string;
    };

export interface Failure {
  ok: false;
  code: RefusalCode;
  /** In the language of `Hello`. */
  message: string;
}
export type Reply<T> = { ok: true; value: T } | Failure;

/** What a screen itself says of what it does; the panel shows nothing else as its status. */
export interface ScreenReport {
  /** Scene on the glass, or why there is none. */
  showing: Scene['is'] | 'pairing' | 'starting';
  mark: number;
  /** Announcement id last shown. */
  call: string | null;
  /** Announcement id last spoken to its end; null if none was. Absent from pages without a voice. */
  spoken?: string | null;
  /** Announcement ids of what is being spoken, or was last: whoever takes over does not repeat them (V19). */
  saying?: string[];
  sound: 'ready' | 'blocked' | 'off';
  /** Page time minus hub time in ms, as measured by the page. */
  clockError: number;
  width: number;
  height: number;
  version: string;
  /** Newest error the page met, short. */
  trouble: string | null;
  /** Hub time since when `showing` has been so. */
  since?: number;
  /** The interrupt on the glass instead of the scene. */
  interrupt?: string | null;
  /** Interrupts that somebody stopped at the glass and that their records do not note yet (Z9). */
  stopped?: { id: string; at: number }[];
  /** Pictures drawn in a second, as measured over the last ones; absent while the page is hidden. */
  frames?: number;
  /** Megabytes of JavaScript, where the browser tells. */
  memory?: number;
  /** How it would come up again without the hub: by its own connection, by flags of the start script, or not at all. */
  protection?: 'https' | 'flags' | 'plain';
  /** Whether it has kept what it shows. */
  cached?: boolean;
  /** Errors since the page was loaded. */
  errors?: number;
}

/** What somebody at the panel asks of one screen; it answers when it has done so. */
export type ScreenAsk = 'identify' | 'reload' | 'picture';
/** `picture`: a JPEG of what the page draws, as a data address. */
export type ScreenAnswer = { done: true; picture?: string } | { done: false; why: string };

/** A screen as the hub last heard of it. `connected` is the socket, `report` the page's own word. */
export interface ScreenPresence {
  screen: string;
  connected: boolean;
  heardAt: number | null;
  report: ScreenReport | null;
  /** Its page was closed or loaded anew, or its computer shut down: not the line went, and it plays no more. */
  left?: boolean;
  /** Since when it cannot be heard: away, or its sound is not free. Null while it can, or when nothing is known. */
  muteSince?: number | null;
}

/** Which screens of a zone speak; `said` are announcement ids begun by a speaker lately, oldest first (V19). */
export interface SpeakersNamed {
  speakers: string[];
  said: string[];
}

/** How a test of the voice was heard: by which rung of the ladder, or why not at all (V24). */
export type Heard = 'own' | 'engine' | 'clips' | 'browser' | 'bell' | 'blocked' | 'off';

/** Facts, hub → page: past tense. */
export interface Facts {
  'state:replaced': (snapshot: Snapshot) => void;
  'state:changed': (patch: Patch) => void;
  'state:beaconed': (beacon: { seq: number; now: number }) => void;
  /** The page speaks another protocol: it reloads once the hub's health answers. */
  'page:outdated': (hub: { protocol: number }) => void;
  'pairing:offered': (offer: { code: string; expiresAt: number; now: number; url: string }) => void;
  'pairing:granted': (grant: { token: string }) => void;
  'screen:revoked': () => void;
  /** Signed out elsewhere, expired or disabled. */
  'session:ended': () => void;
  'speakers:named': (named: SpeakersNamed) => void;
  /** Somebody wants to hear this screen; it answers when it has spoken. */
  'screen:asked': (ask: ScreenAsk, answer: (reply: ScreenAnswer) => void) => void;
  'voice:tested': (answer: (heard: Heard) => void) => void;
  'screens:reported': (screens: ScreenPresence[]) => void;
}

/** A command on its way: `request` makes a repeat harmless (same answer, nothing done twice). */
export interface Sent<I> {
  request: string;
  input: I;
}

/** A kiosk asks for the slip of a ticket that it took. */
export interface SlipAsk {
  ticket: string;
}
/** A page's own picture as evidence of a notice. */
export interface ProofPicture {
  notice: string;
  picture: string;
}

/** The slip came out; `unsure` where the printer says nothing of itself. Refused: `printer.*`, `slip.missing`. */
export interface SlipPrinted {
  unsure: boolean;
}

/** Requests, page → hub: `noun:verb`, each answered by a `Reply`. */
export type Requests = {
  'state:ask': (ask: { since?: Mark }, answer: (reply: Reply<Patch | Snapshot>) => void) => void;
  'clock:read': (answer: (reply: Reply<{ now: number }>) => void) => void;
  'screen:report': (report: ScreenReport, answer: (reply: Reply<null>) => void) => void;
  /** Stretches of what stood on the glass, the oldest first (proof.md PS2). Answered once they are on disk. */
  'proof:hand': (hand: { pieces: Piece[] }, answer: (reply: Reply<null>) => void) => void;
  /** A picture that the page drew of itself while a 公示 stood there (PS7): a JPEG as a data address. */
  'proof:picture': (picture: ProofPicture, answer: (reply: Reply<null>) => void) => void;
  /** From a kiosk only; asked twice for one ticket it prints once and answers the same. */
  'slip:print': (ask: SlipAsk, answer: (reply: Reply<SlipPrinted>) => void) => void;
} & {
  [C in PanelCommand]: (
    sent: Sent<CommandInput<C>>,
    answer: (reply: Reply<CommandResult<C>>) => void,
  ) => void;
};
