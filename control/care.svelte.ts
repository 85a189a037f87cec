import type { Care } from '../content/model/care.ts';
import type { Reply } from '../content/protocol.ts';
import { careNames, wordCare } from './carewords.ts';
import type { CareField } from './carewords.ts';
import type { Hub } from './hub.svelte.ts';
import { Meeting } from './meeting.svelte.ts';

/** The draft of the care of the hall's screens, or of one of them. */
export class CareDraft {
  care = $state.raw<Care>({});
  /** Brings it together with what another saved meanwhile, field by field (D13). */
  readonly meeting: Meeting<Care>;
  readonly #read: () => { words: Care; rev: number } | undefined;

  constructor(hub: Pick<Hub, 'records' | 'give'>, screen?: string) {
    const { records } = hub;
    this.#read = () => {
      const body = screen === undefined ? records.get('hall', 'hall') : records.get('screen', screen);
      const rev = screen === undefined ? records.rev('hall', 'hall') : records.rev('screen', screen);
      return body && { words: body.care ?? {}, rev };
    };
    const whose = screen === undefined ? {} : { screen };
    this.meeting = new Meeting<Care>({
      hub,
      read: this.#read,
      send: (care, rev) => hub.give('care:save', { ...whose, rev, care }),
    });
    this.begin();
  }

  /** Takes what is kept. */
  begin(): void {
    this.care = this.#read()?.words ?? {};
  }

  give(): Promise<Reply<unknown>> {
    return this.meeting.give(this.care);
  }
}

/** What a field of the care is called, and what it says, where somebody has to choose. */
export const labelCare = (field: string): string => careNames()[field as CareField];
export const valueCare = (field: string, value: unknown): string =>
  wordCare(field as CareField, { [field]: value } as Care);
