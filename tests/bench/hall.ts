import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandInput, CommandName, CommandResult } from '../../content/model/command.ts';
import type { Actor } from '../../content/model/record.ts';
import { actorOf, valueOf } from '../../server/access.ts';
import { createLog } from '../../server/log.ts';
import { startHub, type Hub } from '../../server/hub.ts';

/** A hub of its own folder with a set-up hall, a clerk at window 2 with a called ticket, and a paired screen. */
export interface BenchHall {
  hub: Hub;
  /** Token of the paired screen. */
  token: string;
  give<C extends CommandName>(name: C, input: CommandInput<C>): Promise<CommandResult<C>>;
  /** The admin, who holds the window. */
  by: Actor;
  window: string;
  service: string;
  close(): Promise<void>;
}

export async function openBenchHall(): Promise<BenchHall> {
  const data = await mkdtemp(join(tmpdir(), 'mingting-bench-'));
  const log = createLog(() => {}, Date.now);
  const config = {
    port: 0,
    host: '127.0.0.1',
    data,
    publicUrl: null,
    browser: null,
    language: 'en',
    demo: false,
    env: process.env,
  } as const;
  const hub = await startHub({ config, log });
  const { who } = await hub.access.setUp(hub.access.setupCode!, {
    standard: 'qianjiang',
    placeKind: 'town',
    place: { county: '青溪县', town: '白石镇' },
    // Open all the time, so that a run on a Sunday measures the same.
    hours: { weekdays: [1, 2, 3, 4, 5, 6, 7], spans: [{ from: '00:00', to: '24:00' }] },
    complaint: '023-79000001',
    admin: { name: 'bench', displayName: '周明远', password: 'white-stone-7788' },
  });
  const by = actorOf(who.id, who.account);
  let request = 0;
  const give: BenchHall['give'] = async (name, input) =>
    valueOf(await hub.hall.execute(name, input, by, `bench-${++request}`));
  const token = 'bench-token-of-one-screen-0123456789abcdefg';
  const tokenHash = createHash('sha256').update(token).digest('hex');
  await give('screen:pair', {
    name: '大厅屏',
    scene: { is: 'board' },
    diagonal: 43,
    distance: 6,
    sound: false,
    tokenHash,
  });
  const at = [...hub.hall.records.all('window')].find(({ body }) => body.number === 2)!;
  await give('window:take', { window: at.id });
  const service = at.body.services[0]!;
  await give('ticket:issue', { service, kind: 'normal' });
  await give('ticket:next', { window: at.id });
  const close = async () => {
    await hub.close();
    await rm(data, { recursive: true, force: true });
  };
  return { hub, token, give, by, window: at.id, service, close };
}
