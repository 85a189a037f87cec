/** How a controller that is fed is, as the hub says it at `/api/led`. */
export interface Fed {
  is: 'well' | 'offline' | 'mute' | 'refused' | 'waiting';
  since: number;
  error: number;
}

const ASK_MS = 5_000;

/** The state of every fed controller by the screen's id, asked for every few seconds while somebody looks. */
export class Feeds {
  all = $state.raw<Record<string, Fed>>({});

  /** Begins to ask; answers how to end it. How a controller is stands in no record, since it changes with every cable. */
  watch(): () => void {
    const ask = async (): Promise<void> => {
      const answer = await fetch('/api/led').catch(() => null);
      if (answer?.ok) this.all = (await answer.json()) as Record<string, Fed>;
    };
    void ask();
    const timer = setInterval(() => void ask(), ASK_MS);
    return () => clearInterval(timer);
  }
}

export const fedTones = {
  well: 'good',
  waiting: 'none',
  offline: 'bad',
  mute: 'bad',
  refused: 'bad',
} as const;
