import { plainDial } from '../content/appointments/slots.ts';
import { dayOf } from '../content/calendar.ts';
import { readCode } from '../content/code.ts';
import type { CommandInput, CommandResult, PanelCommand } from '../content/model/command.ts';
import { appointmentsOn, unanswered } from '../content/views/appointments.ts';
import type { AppointmentRow } from '../content/views/appointments.ts';
import type { Hall } from './hall.svelte.ts';
import type { Hub } from './hub.svelte.ts';
import type { Flash } from './panel.svelte.ts';
import { Save } from './save.svelte.ts';
import { say } from './words.ts';

/** What appointments need of the session. */
export interface AppointmentWorld {
  hub: Hub;
  hall: Hall;
  clock: { now: number };
  panel: { tell: (flash: Flash) => void };
}

export type Filter = 'all' | 'open' | 'arrived' | 'over';
/** Which dialog is open; `kept` is the appointment that it is about. */
export type Dialog =
  { is: 'ask' } | { is: 'settings' } | { is: 'change' | 'answer' | 'cancel'; row: AppointmentRow };

const STEP_MS = 5_000;
const filters: Record<Exclude<Filter, 'all'>, readonly AppointmentRow['is'][]> = {
  open: ['asked', 'confirmed'],
  arrived: ['arrived'],
  over: ['given-up', 'cancelled', 'refused'],
};

/** Whether a typed word is part of a name, of a phone number, or of a code. */
export function isSought({ kept: { body } }: AppointmentRow, typed: string): boolean {
  const word = typed.normalize('NFKC').trim();
  if (word === '') return true;
  const figures = word.replace(/[\s-]/g, '');
  if (/^\d{3,}$/.test(figures) && plainDial(body.phone).includes(figures)) return true;
  const code = readCode(word);
  return body.name.includes(word) || (code.length > 2 && body.code.startsWith(code));
}

/** The appointments of a day, what is sought in them, and the one that Enter checks in. */
export class Appointments {
  sought = $state('');
  filter = $state<Filter>('all');
  dialog = $state.raw<Dialog | null>(null);
  /** Row that Enter checks in. */
  at = $state(0);
  readonly save = new Save();
  #world: AppointmentWorld;
  /** The chosen day; null is today, also after midnight. */
  #day = $state<string | null>(null);

  constructor(world: AppointmentWorld) {
    this.#world = world;
  }

  #now = $derived.by(() => this.#world.clock.now - (this.#world.clock.now % STEP_MS));
  today = $derived.by(() => dayOf(this.#now, this.#world.hall.zone));
  day = $derived.by(() => this.#day ?? this.today);
  rows = $derived.by(() => appointmentsOn(this.#world.hub.records, this.day, this.#now));
  due = $derived.by(() => unanswered(this.#world.hub.records, this.#now));
  shown = $derived.by(() => {
    const { filter, sought } = this;
    return this.rows.filter(
      (row) => (filter === 'all' || filters[filter].includes(row.is)) && isSought(row, sought),
    );
  });
  marked = $derived.by(() => this.shown[Math.min(this.at, this.shown.length - 1)] ?? null);

  show(day: string): void {
    this.#day = day === this.today ? null : day;
    this.at = 0;
  }

  seek(typed: string): void {
    this.sought = typed;
    this.at = 0;
  }

  step(by: number): void {
    const { length } = this.shown;
    if (length > 0) this.at = (Math.min(this.at, length - 1) + by + length) % length;
  }

  /** Whether it may be checked in now, and how: as agreed, or for an ordinary number because it is too late. */
  arrival({ is, kept }: AppointmentRow): 'kept' | 'late' | null {
    if (this.day !== this.today) return null;
    if (is === 'confirmed') return 'kept';
    const { state } = kept.body;
    return is === 'given-up' && !('ticket' in state && state.ticket) ? 'late' : null;
  }

  /** 签到. Tells the number, and answers it; undefined if it was refused. */
  async arrive(row: AppointmentRow): Promise<CommandResult<'appointment:arrive'> | undefined> {
    const how = this.arrival(row);
    if (how === null) return undefined;
    const late = how === 'late' ? { late: true as const } : {};
    const issued = await this.give('appointment:arrive', { id: row.kept.id, ...late });
    if (!issued) return undefined;
    const { number, ahead } = issued;
    const words = how === 'late' ? 'appointments.did.late' : 'appointments.did.arrive';
    this.#world.panel.tell({ text: say(words, { name: row.kept.body.name, number, ahead }) });
    this.seek('');
    return issued;
  }

  give<C extends PanelCommand>(name: C, input: CommandInput<C>): Promise<CommandResult<C> | undefined> {
    return this.save.run(() => this.#world.hub.give(name, input));
  }

  tell(text: string): void {
    this.#world.panel.tell({ text });
  }

  open(dialog: Dialog): void {
    this.save.failure = null;
    this.dialog = dialog;
  }

  close(): void {
    this.save.failure = null;
    this.dialog = null;
  }
}
