import type { TodayView } from '../content/history/live.ts';
import type { Report, ReportAsked } from '../content/history/report.ts';
import type { Asked } from '../content/checks/asked.ts';
import type {
  AccountInput,
  CallHeard,
  Health,
  HolidayPlan,
  JournalPage,
  Me,
  PairInput,
  RevisionLine,
  SetupInput,
  SignInput,
  StandardView,
  UploadMade,
  VoiceTested,
} from '../content/api.ts';
import type {
  FacesMade,
  PrintJobView,
  SendingInput,
  SendingView,
  SheetInput,
  SheetMade,
  SheetPreview,
} from '../content/api/printing.ts';
import type { BundlePreview, ImportPreview } from '../content/api/importing.ts';
import type {
  InterfaceState,
  KeyInput,
  KeyMade,
  WebhookInput,
  WebhookMade,
} from '../content/api/interfaces.ts';
import type { Failure, Reply, ScreenAsk, SlipPrinted } from '../content/protocol.ts';
import { refusals, wordRefusal } from '../content/refusals.ts';
import type { Language, RefusalCode } from '../content/refusals.ts';
import type { TableRead } from '../content/importing/items/read.ts';
import type { NoticeRead } from '../content/importing/notices.ts';
import type { CommandInput, CommandResult } from '../content/model/command.ts';
import type { Previewed } from '../content/model/preview.ts';
import type { ItemText } from '../content/model/item.ts';
import type { OnceInput } from '../content/model/oncesheet.ts';
import type { SheetSize } from '../content/model/sheet.ts';
import type { Certificate } from '../content/model/showing.ts';
import type { Standard } from '../content/model/standard.ts';
import type { FaceState } from '../content/sheets/fonts/fonts.ts';
import type { ContentRow, DayView } from '../content/proof/view.ts';

type Fetch = (path: string, init: RequestInit) => Promise<Response>;

/**
 * The hub's HTTP face (content/api.ts). Every call resolves: an error is a `Failure` in the reader's
 * language, also when the hub cannot be reached or answers something that is not ours.
 */
export class Http {
  readonly #language: Language;
  readonly #fetch: Fetch;

  constructor(language: Language, fetcher: Fetch = (path, init) => fetch(path, init)) {
    this.#language = language;
    this.#fetch = fetcher;
  }

  health = (): Promise<Reply<Health>> => this.#ask('GET', '/api/health');
  standards = (): Promise<Reply<StandardView[]>> => this.#ask('GET', '/api/standards');
  /** A standard with all that it inherits. */
  standard = (id: string): Promise<Reply<Standard>> => this.#ask('GET', `/api/standards/${id}`);
  /** What the hall's standard asks, for the checks. */
  asked = (): Promise<Reply<Partial<Asked>>> => this.#ask('GET', '/api/checks/asked');
  /** 国务院放假安排 of a year; `known` is false until it is published. */
  holidays = (year: number): Promise<Reply<HolidayPlan>> => this.#ask('GET', `/api/holidays?year=${year}`);
  me = (): Promise<Reply<Me>> => this.#ask('GET', '/api/me');
  setup = (input: SetupInput): Promise<Reply<{ name: string }>> => this.#ask('POST', '/api/setup', input);
  signIn = (input: SignInput): Promise<Reply<Me>> => this.#ask('POST', '/api/sign-in', input);
  signOut = (): Promise<Reply<unknown>> => this.#ask('POST', '/api/sign-out', {});
  changePassword = (input: { old: string; new: string }): Promise<Reply<unknown>> =>
    this.#ask('POST', '/api/password', input);
  saveAccount = (input: AccountInput): Promise<Reply<{ id: string }>> =>
    this.#ask('POST', '/api/accounts', input);
  pair = (input: PairInput): Promise<Reply<{ id: string }>> => this.#ask('POST', '/api/screens/pair', input);
  /** Many items at once, all or none: more than a message of the live line holds. */
  putItems = (items: CommandInput<'item:put'>['items']): Promise<Reply<CommandResult<'item:put'>>> =>
    this.#ask('POST', '/api/items/put', { items });
  /** The same of a table; where the hall asks for review as drafts. */
  proposeItems = (items: CommandInput<'item:put'>['items']): Promise<Reply<CommandResult<'item:put'>>> =>
    this.#ask('POST', '/api/items/put', { items, propose: true });
  restoreItems = (items: CommandInput<'item:restore'>['items']): Promise<Reply<{ ids: string[] }>> =>
    this.#ask('POST', '/api/items/restore', { items });
  /** Words that are more than a message of the live line holds. */
  giveWords = <C extends 'notice:save' | 'draft:save'>(
    command: C,
    input: CommandInput<C>,
  ): Promise<Reply<CommandResult<C>>> => this.#ask('POST', `/api/words/${command}`, input);
  /** The rows of a spreadsheet. */
  readTable = (file: File): Promise<Reply<{ rows: string[][] }>> => {
    const form = new FormData();
    form.append('file', file);
    return this.#ask('POST', '/api/notices/table', form);
  };
  /** A Word, PDF or text file as the parts of a notice. */
  readNoticeFile = (file: File): Promise<Reply<NoticeRead>> => {
    const form = new FormData();
    form.append('file', file);
    return this.#ask('POST', '/api/notices/read', form);
  };
  itemSamples = (): Promise<Reply<ItemText[]>> => this.#ask('GET', '/api/items/samples');
  /** What the next `/api/previews/…` show. */
  preview = (of: Previewed): Promise<Reply<FacesMade>> => this.#ask('POST', '/api/previews', { of });
  /** What a draft would change, and where it would be seen. */
  draftFaces = (id: string): Promise<Reply<FacesMade>> => this.#ask('GET', `/api/drafts/${id}/faces`);
  /** What a table of items would change; nothing is changed yet. */
  readItemTable = (file: File): Promise<Reply<TableRead>> => {
    const form = new FormData();
    form.append('file', file);
    return this.#ask('POST', '/api/items/table', form);
  };
  /** Every page of a sheet as its PDF will have it; nothing is registered. */
  previewPages = (input: SheetInput): Promise<Reply<SheetPreview>> =>
    this.#ask('POST', '/api/sheets/preview/pages', input);
  printJobs = (): Promise<Reply<PrintJobView[]>> => this.#ask('GET', '/api/printjobs');
  /** Sheets to be made one after the other. */
  printAll = (sheets: readonly SheetInput[]): Promise<Reply<{ id: string }>> =>
    this.#ask('POST', '/api/printjobs', { sheets });
  /** `cancel` what waits, or `retry` what failed. */
  steerJob = (id: string, what: 'cancel' | 'retry'): Promise<Reply<object>> =>
    this.#ask('POST', `/api/printjobs/${id}/${what}`, {});
  makeSheet = (input: SheetInput): Promise<Reply<SheetMade>> => this.#ask('POST', '/api/sheets', input);
  /** What answers at an address becomes a printer of the hall. */
  addSheetPrinter = (input: { name?: string; address: string }): Promise<Reply<{ id: string }>> =>
    this.#ask('POST', '/api/sheetprinters', input);
  checkSheetPrinters = (): Promise<Reply<object>> => this.#ask('POST', '/api/sheetprinters/check', {});
  printOn = (printer: string, input: SendingInput): Promise<Reply<{ id: string }>> =>
    this.#ask('POST', `/api/sheetprinters/${printer}/print`, input);
  sendings = (): Promise<Reply<SendingView[]>> => this.#ask('GET', '/api/sendings');
  steerSending = (id: string, what: 'cancel' | 'retry'): Promise<Reply<object>> =>
    this.#ask('POST', `/api/sendings/${id}/${what}`, {});
  testPrinter = (id: string): Promise<Reply<SlipPrinted>> =>
    this.#ask('POST', `/api/printers/${id}/test`, {});
  /** Prints the slip of a ticket again, on the hall's own printer. */
  printSlip = (ticket: string): Promise<Reply<SlipPrinted>> => this.#ask('POST', `/api/slips/${ticket}`, {});
  /** The last calls of a screen, and what became of them there. */
  heardCalls = (screen: string): Promise<Reply<CallHeard[]>> =>
    this.#ask('GET', `/api/screens/${screen}/calls`);
  /** Answers when the screen has spoken. */
  askScreen = (screen: string, ask: ScreenAsk): Promise<Reply<{ picture?: string }>> =>
    this.#ask('POST', `/api/screens/${screen}/ask`, { ask });
  testVoice = (screen: string): Promise<Reply<VoiceTested>> =>
    this.#ask('POST', `/api/screens/${screen}/test`, {});
  journal = (before?: number): Promise<Reply<JournalPage>> =>
    this.#ask('GET', `/api/journal${before === undefined ? '' : `?before=${before}`}`);

  /** Every revision of a record, `notice/ID`. */
  revisions = (record: string): Promise<Reply<{ revisions: RevisionLine[] }>> =>
    this.#ask('GET', `/api/revisions/${record}`);
  revision = (record: string, rev: number): Promise<Reply<{ body: Record<string, unknown> }>> =>
    this.#ask('GET', `/api/revisions/${record}/${rev}`);

  interfaces = (): Promise<Reply<InterfaceState>> => this.#ask('GET', '/api/interfaces/state');
  makeKey = (input: KeyInput): Promise<Reply<KeyMade>> => this.#ask('POST', '/api/interfaces/keys', input);
  saveWebhook = (input: WebhookInput): Promise<Reply<WebhookMade>> =>
    this.#ask('POST', '/api/interfaces/webhooks', input);
  testWebhook = (id: string): Promise<Reply<object>> =>
    this.#ask('POST', `/api/interfaces/webhooks/${id}/test`, {});
  retryWebhook = (id: string): Promise<Reply<object>> =>
    this.#ask('POST', `/api/interfaces/webhooks/${id}/retry`, {});
  resendLetter = (id: string): Promise<Reply<object>> =>
    this.#ask('POST', `/api/interfaces/letters/${id}/resend`, {});

  today = (): Promise<Reply<TodayView>> => this.#ask('GET', '/api/reports/today');
  report = (asked: ReportAsked): Promise<Reply<Report>> =>
    this.#ask('GET', `/api/reports?${new URLSearchParams({ ...asked })}`);

  /** What screens showed on a day, and totals by content over days. */
  shownOn = (day: string): Promise<Reply<DayView>> => this.#ask('GET', `/api/proof/days/${day}`);
  shownContents = (from: string, to: string): Promise<Reply<ContentRow[]>> =>
    this.#ask('GET', `/api/proof/contents?${new URLSearchParams({ from, to })}`);
  /** The certificate of a 公示 as the log proves it now; and the same, made and kept. */
  certificate = (notice: string): Promise<Reply<Certificate>> =>
    this.#ask('GET', `/api/proof/certificates/${notice}`);
  keepCertificate = (notice: string): Promise<Reply<Certificate>> =>
    this.#ask('POST', '/api/proof/certificates', { notice });

  /** Faces that the standard asks for, and the fonts that stand for them. */
  fontFaces = (): Promise<Reply<FaceState[]>> => this.#ask('GET', '/api/fonts/faces');
  /** A font for a face that the standard names. */
  addFont = (file: File, face: string, licence: string): Promise<Reply<{ id: string }>> => {
    const form = new FormData();
    form.append('for', face);
    form.append('licence', licence);
    form.append('file', file);
    return this.#ask('POST', '/api/fonts', form);
  };

  upload(file: Blob, name: string): Promise<Reply<UploadMade>> {
    const form = new FormData();
    form.append('file', file, name);
    return this.#ask('POST', '/api/uploads', form);
  }

  /** Media whose files are not on the hub's disk, and the bytes that may still come. */
  missingMedia = (): Promise<Reply<{ missing: string[]; room: number }>> =>
    this.#ask('GET', '/api/media/missing');

  /** Address of the whole hall as a ZIP. */
  readonly bundleAddress = '/api/bundle';

  previewBundle(file: File): Promise<Reply<BundlePreview>> {
    const form = new FormData();
    form.append('file', file);
    return this.#ask('POST', '/api/bundle/preview', form);
  }

  /** Takes records of an exported hall over; the choice stands before the file. */
  adoptBundle(file: File, take: readonly string[]): Promise<Reply<CommandResult<'bundle:adopt'>>> {
    const form = new FormData();
    form.append('take', take.join('\n'));
    form.append('file', file);
    return this.#ask('POST', '/api/bundle/adopt', form);
  }

  previewImport(file: File): Promise<Reply<ImportPreview>> {
    const form = new FormData();
    form.append('file', file);
    return this.#ask('POST', '/api/import/preview', form);
  }

  /** A paper that is printed once and kept nowhere, as an address of this browser that the caller must revoke. */
  printOnce = async (input: OnceInput, as: 'pdf' | 'page'): Promise<Reply<string>> => {
    const answer = await this.#send('POST', `/api/sheets/once?as=${as}`, input);
    if (!(answer instanceof Response)) return answer;
    return { ok: true, value: URL.createObjectURL(await answer.blob()) };
  };

  /** A picture true to the PDF, as an address for `<img>` that the caller must revoke. */
  async previewSheet(record: string, size: SheetSize): Promise<Reply<string>> {
    const query = new URLSearchParams({ record, size });
    const answer = await this.#send('GET', `/api/sheets/preview.png?${query}`);
    if (!(answer instanceof Response)) return answer;
    return { ok: true, value: URL.createObjectURL(await answer.blob()) };
  }

  async #ask<T>(method: string, path: string, body?: object): Promise<Reply<T>> {
    const answer = await this.#send(method, path, body);
    if (!(answer instanceof Response)) return answer;
    try {
      return { ok: true, value: (await answer.json()) as T };
    } catch {
      return this.#fail('hub.failed');
    }
  }

  async #send(method: string, path: string, body?: object): Promise<Response | Failure> {
    const headers: Record<string, string> = { 'accept-language': this.#language };
    const form = body instanceof FormData;
    if (body && !form) headers['content-type'] = 'application/json';
    let answer: Response;
    try {
      answer = await this.#fetch(path, {
        method,
        headers,
        credentials: 'same-origin',
        ...(body ? { body: form ? body : JSON.stringify(body) } : {}),
      });
    } catch {
      return this.#fail('hub.unreachable');
    }
    return answer.ok ? answer : this.#readFailure(answer);
  }

  async #readFailure(answer: Response): Promise<Failure> {
    try {
      const body = (await answer.json()) as Partial<Failure>;
      if (typeof body.message === 'string' && typeof body.code === 'string' && body.code in refusals)
        return { ok: false, code: body.code, message: body.message };
    } catch {
      // Not our JSON: a proxy's page or a cut connection. The words below say so.
    }
    return this.#fail('hub.failed');
  }

  #fail(code: RefusalCode): Failure {
    return { ok: false, code, message: wordRefusal(code, {}, this.#language) };
  }
}
