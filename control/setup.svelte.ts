import type { SetupInput, StandardView } from '../content/api.ts';
import { checkHours } from '../content/calendar.ts';
import type { Hours, Place, PlaceKind } from '../content/model/hall.ts';
import { tidyPlace } from '../content/naming.ts';
import type { Failure } from '../content/protocol.ts';
import { wordRefusal } from '../content/refusals.ts';
import type { Http } from './http.ts';
import { nameOf } from './naming.ts';
import { Save } from './save.svelte.ts';
import { language } from './words.ts';

/** The six questions of the set-up, and what is known of the answers while they are given. */
export class Setup {
  standards = $state.raw<StandardView[]>([]);
  trouble = $state.raw<Failure | null>(null);
  code = $state('');
  standard = $state.raw<StandardView | null>(null);
  placeKind = $state<PlaceKind>('town');
  place = $state.raw<Place>({});
  hours = $state.raw<Hours>({ weekdays: [1, 2, 3, 4, 5], spans: [] });
  complaint = $state('');
  consult = $state('');
  displayName = $state('');
  signInName = $state('admin');
  password = $state('');
  again = $state('');
  /** Somebody has tried to finish: what is missing is told from now on. */
  strict = $state(false);
  readonly save = new Save([
    'phone.wrong',
    'hours.wrong',
    'name.part-missing',
    'name.part-wrong',
    'account.password-weak',
    'setup.code',
  ]);
  #http: Http;

  constructor(http: Http, code: string) {
    this.#http = http;
    this.code = code;
  }

  levels = $derived.by(() => this.standard?.names ?? []);
  name = $derived.by(() => (this.standard ? nameOf(this.standard, this.placeKind, this.place) : null));
  hoursFault = $derived.by(() =>
    checkHours(this.hours) || this.hours.spans.length === 0
      ? wordRefusal('hours.wrong', {}, language)
      : this.save.at('hours.wrong'),
  );
  /** The hub's word about a phone names the number; it stands beside the field that holds it. */
  consultFault = $derived.by(() => {
    const fault = this.save.at('phone.wrong');
    return fault && this.consult.trim() && fault.includes(this.consult.trim()) ? fault : null;
  });
  complaintFault = $derived.by(() => (this.consultFault ? null : this.save.at('phone.wrong')));
  ready = $derived.by(() =>
    Boolean(
      this.code.trim() &&
      this.name &&
      !checkHours(this.hours) &&
      this.complaint.trim() &&
      this.displayName.trim() &&
      this.signInName.trim().length > 1 &&
      this.password.length > 7 &&
      this.password === this.again,
    ),
  );

  async load(): Promise<void> {
    const reply = await this.#http.standards();
    if (!reply.ok) {
      this.trouble = reply;
      return;
    }
    this.trouble = null;
    this.standards = reply.value;
    const first = reply.value[0];
    if (first) this.choose(first);
  }

  /** Takes a standard with its hours; the level stays if the standard has it. */
  choose(standard: StandardView): void {
    this.standard = standard;
    this.hours = structuredClone(standard.hours);
    const has = standard.names.some(({ placeKind }) => placeKind === this.placeKind);
    if (!has) this.placeKind = standard.names[0]?.placeKind ?? 'town';
  }

  /** Answers whether the hall is made. */
  async finish(): Promise<boolean> {
    this.strict = true;
    const standard = this.standard;
    if (!this.ready || !standard) return false;
    const input: SetupInput = {
      code: this.code.trim(),
      standard: standard.id,
      placeKind: this.placeKind,
      place: tidyPlace(this.place),
      hours: this.hours,
      complaint: this.complaint.trim(),
      ...(this.consult.trim() ? { consult: this.consult.trim() } : {}),
      admin: {
        name: this.signInName.trim(),
        displayName: this.displayName.trim(),
        password: this.password,
      },
    };
    return (await this.save.run(() => this.#http.setup(input))) !== undefined;
  }
}
