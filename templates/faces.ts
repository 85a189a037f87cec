import type { TypeWords } from '../content/views/casewords.ts';
import type { PackageView } from '../content/publishing/packages.ts';
import type { Contact, Pledge, Rule } from '../content/model/rule.ts';
import type { Notice } from '../content/model/notice.ts';
import type { Hall } from '../content/model/hall.ts';
import type { Certificate } from '../content/model/showing.ts';
import type { SheetSize } from '../content/model/sheet.ts';
import type { Kept } from '../content/model/record.ts';
import type { ItemList } from '../content/views/itemlist.ts';
import type { ItemPage } from '../content/views/itempage.ts';
import type { HallDays } from '../content/views/days.ts';
import type { StaffPage } from '../content/views/staffpage.ts';
import type { TakePage } from '../content/views/takepage.ts';
import type { TicketPage } from '../content/views/ticketpage.ts';

/** What a phone page needs of the hall. */
export interface PhoneHall {
  hall: Hall;
  accent: string;
  contacts: Contact[];
  /** What the hall's standard calls the types of items. */
  types?: TypeWords;
}

export interface PhoneHome extends PhoneHall {
  slogan: Pledge | null;
  rules: { id: string; title: string }[];
  notices: { id: string; notice: Notice }[];
  /** How many guides there are to read; absent: none. */
  guides?: number;
  /** Whether numbers are given out by phone; absent: no. */
  canTake?: boolean;
  /** Whether appointments are made on a page; absent: no. */
  canBook?: boolean;
  /** Whether there is a page of who is at which window; absent: no. */
  staff?: boolean;
  /** Today's hours, and days that are not as usual; absent: every week is like the others. */
  days?: HallDays;
}

/** Who leads the day, and who is at which window. */
export interface PhoneStaff extends PhoneHall {
  staff: StaffPage;
}

/** The guides of service items, or those that a word or a list leads to. */
export interface PhoneItems extends PhoneHall {
  found: Kept<'item'>[];
  /** What was searched for; empty if nothing was. */
  word: string;
  list: ItemList | null;
  /** Lists that have items, with how many. */
  lists: { list: ItemList; count: number }[];
  /** How many packages (一件事) there are. */
  packages: number;
}

/** 一件事, as a list. */
export interface PhonePackages extends PhoneHall {
  packages: { id: string; view: PackageView }[];
}

/** One of them. */
export interface PhonePackage extends PhoneHall {
  view: PackageView;
}

/** One guide. */
export interface PhoneItem extends PhoneHall {
  page: ItemPage;
  /** 0 in a preview. */
  revision: number;
  savedAt: number;
  /** Address of the flow chart and its words; null without steps. */
  chart: { src: string; alt: string } | null;
}

export interface PhoneRule extends PhoneHall {
  rule: Rule;
  revision: number;
  /** Present when reached by a sheet's code: whether that sheet still says what the rule says. */
  sheet: {
    code: string;
    size: SheetSize;
    printedAt: number;
    current: boolean;
    changedAt: number | null;
    /** The rule is no longer in force: what is shown are the words of the sheet, not current ones. */
    removed?: boolean;
    /** What the sheet is about is not there any more, and nothing is shown. */
    gone?: boolean;
    /** Present for staff who are signed in on this phone (S20). */
    staff?: SheetStaffView;
  } | null;
}

/** What staff before a sheet see of where it hangs, and whether they were refused. */
export interface SheetStaffView {
  /** Who is signed in. */
  name: string;
  hung: { by: string; at: number } | null;
  down: { by: string; at: number } | null;
  /** Where it hangs or was meant to; empty if nobody said. */
  place: string;
  /** Places to choose from. */
  places: string[];
  refused?: string;
}

/** A sheet of any kind but a rule, reached by its code: whether it is current, and what it says today. */
export interface PhoneSheet extends PhoneHall {
  title: string;
  lines: string[];
  /** The page of the record, where there is one. */
  href: string | null;
  sheet: NonNullable<PhoneRule['sheet']>;
}

/** A certificate of showing, reached by its code: whether it is genuine, and what it says (proof.md PS16). */
export interface PhoneCertificate extends PhoneHall {
  code: string;
  certificate: Certificate;
  /** Days whose log says something else by now. */
  astray: string[];
  /** Days whose log is kept no longer. */
  gone: string[];
  /** When a later certificate of the same 公示 was made, or null. */
  later: number | null;
}

/** A sheet's code that the hall does not know, or no code for a page that is gone; `hall` is null before set-up. */
export interface PhoneMissing {
  hall: PhoneHall | null;
  code: string;
}

/** Taking a number on the phone: content/queue/phone.md. */
export interface PhoneTake extends PhoneHall {
  page: TakePage;
  /** Id of the request that the form will send (M6). */
  request: string;
  /** Code of the day as the QR carried it or somebody typed it; empty if there is none yet. */
  entry: string;
  /** Why the last try was refused, in words. */
  refused: string | null;
}

/** The page of a ticket. */
export interface PhoneTicket extends PhoneHall {
  page: TicketPage;
  code: string;
}

/** A page of a few words in place of one that cannot be shown. */
export interface PhoneNote extends PhoneHall {
  title: string;
  text: string;
  /** Whether it offers a new number. */
  canTake: boolean;
}
