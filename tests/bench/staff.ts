import type { Actor } from '../../content/model/record.ts';
import { valueOf } from '../../server/access.ts';
import type { BenchHall } from './hall.ts';

/** An open window and the clerk who holds it. */
export interface Staffed {
  window: string;
  by: Actor;
}

/** Opens windows 1 to `count` for the hall's service with a clerk each; the admin lets go of the first. */
export async function staffWindows(hall: BenchHall, count: number): Promise<Staffed[]> {
  const { hub, give, service } = hall;
  await give('ticket:finish', { window: hall.window });
  await give('window:leave', { window: hall.window, reason: '下班' });
  const staffed: Staffed[] = [];
  for (let number = 1; number <= count; number++) {
    const at = [...hub.hall.records.all('window')].find(({ body }) => body.number === number);
    const settings = { number, name: `${number}号`, business: [], services: [service] };
    const { id: window } = await give('window:save', { ...settings, id: at?.id });
    const by = await hire(hub, `clerk${number}`);
    await hub.hall.execute('window:take', { window }, by);
    staffed.push({ window, by });
  }
  return staffed;
}

/** A clerk without a password that anybody knows: the benchmark speaks to the hall itself. */
async function hire({ hall }: BenchHall['hub'], name: string): Promise<Actor> {
  const account = { name, displayName: name, roles: ['clerk' as const], password: 'none', disabled: false };
  const { id } = valueOf(await hall.execute('account:save', account, { is: 'system', name: 'bench' }));
  return { is: 'account', id, name };
}
