import type { Body, Kept } from '../../content/model/record.ts';
import { RecordMap } from '../../content/records.ts';

/** Saturday, 2026-11-21, 09:41 in China. */
export const NOW = Date.UTC(2026, 10, 21, 1, 41, 0);
export const MINUTE = 60_000;

/** A board with sound. */
export function boardIn(id: string, more: Partial<Body<'screen'>> = {}): Kept<'screen'> {
  const body: Body<'screen'> = {
    name: id,
    scene: { is: 'board' },
    diagonal: 43,
    distance: 6,
    sound: true,
    tokenHash: '0'.repeat(64),
    pairedBy: { id: 'chen', name: '陈晓' },
    pairedAt: 1,
    ...more,
  };
  return { kind: 'screen', id, rev: 1, body };
}

/** A hall in which these tickets have just been called, 2 ms apart from `at` on. */
export function hallOf(
  calls: [number: string, windowNumber: number][],
  screens = [boardIn('s1')],
  at = NOW,
): RecordMap {
  const tickets = calls.map(([number, windowNumber], index): Kept<'ticket'> => {
    const when = at + 2 * index;
    const window = `w${windowNumber}`;
    return {
      kind: 'ticket',
      id: `t${number}`,
      rev: 1,
      body: {
        number,
        service: 'social',
        day: '2026-11-21',
        kind: 'normal',
        issuedAt: at - 60 * MINUTE,
        order: at - 60 * MINUTE,
        state: { is: 'called', window, since: when },
        call: { id: `call${number}`, at: when, window, windowNumber, count: 1 },
      },
    };
  });
  return new RecordMap([...screens, ...tickets]);
}
