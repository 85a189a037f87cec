import { randomBytes } from 'node:crypto';
import { hallOf } from '../../content/premises/hall.ts';
import { accountNamed } from '../../content/people/accounts.ts';
import type { CommandInput, CommandName, CommandResult } from '../../content/model/command.ts';
import type { Role } from '../../content/model/account.ts';
import type { Actor } from '../../content/model/record.ts';
import { actorOf, valueOf } from '../access.ts';
import { demoAppointments } from './appointments.ts';
import { demoDrafts } from './drafts.ts';
import { demoItems } from './items.ts';
import { demoPlaylists, demoSchedule } from './program.ts';
import { areas, demoPlan, demoPosts, demoRosters, demoStaff, planPicture } from './staff.ts';
import { notices, people, phones, place, visits } from './hall.ts';
import type { Hub } from '../hub.ts';

export interface DemoSignIn {
  name: string;
  displayName: string;
  password: string;
}

/**
 * Fills an empty hall with a fictional town and fictional people, and gives its accounts a new password
 * at every start: a demo has no fixed one that somebody else on the network could know.
 */
export async function seedDemo(hub: Hub): Promise<DemoSignIn[]> {
  const password = randomBytes(6).toString('base64url');
  const fresh = hallOf(hub.hall.records) === undefined;
  if (fresh) await openHall(hub, password);
  for (const { name, displayName, roles } of people)
    await givePassword(hub, name, displayName, roles, password);
  if (fresh) await fillHall(hub);
  return people.map(({ name, displayName }) => ({ name, displayName, password }));
}

async function openHall({ access }: Hub, password: string): Promise<void> {
  const admin = people.find(({ roles }) => roles.includes('admin'))!;
  await access.setUp(access.setupCode ?? '', {
    standard: 'qianjiang',
    placeKind: 'town',
    place,
    // Open day and night, so that whoever tries the demo at any hour can take a number.
    hours: { weekdays: [1, 2, 3, 4, 5, 6, 7], spans: [{ from: '00:00', to: '24:00' }] },
    complaint: phones.complaint,
    consult: phones.consult,
    admin: { name: admin.name, displayName: admin.displayName, password },
  });
}

async function givePassword(
  { access, hall }: Hub,
  name: string,
  displayName: string,
  roles: Role[],
  password: string,
) {
  const id = accountNamed(hall.records, name)?.id;
  await access.saveAccount(
    { id, name, displayName, roles, password, disabled: false },
    { is: 'system', name: '演示' },
  );
}

async function fillHall({ hall, library }: Hub): Promise<void> {
  const actor = (name: string): Actor => {
    const account = accountNamed(hall.records, name);
    if (!account) throw new Error(`the demo has no account ${name}`);
    return actorOf(account.id, account.body);
  };
  const give = async <C extends CommandName>(
    by: Actor,
    name: C,
    input: CommandInput<C>,
  ): Promise<CommandResult<C>> => valueOf(await hall.execute(name, input, by));
  await give(actor('admin'), 'queue:settings', { phone: 'anywhere' });
  const editor = actor('bianji');
  const now = Date.now();
  for (const { from, until, ...notice } of notices)
    await give(editor, 'notice:save', { ...notice, from: now + from, until: now + until });
  const { ids } = await give(editor, 'item:put', await demoItems(hall.records));
  // Most of the demo's items have been checked; the last are left, to show what is not public yet.
  await give(editor, 'item:check', { ids: ids.slice(0, -6), checked: true });
  const named = ['残疾人证办理', '困难残疾人生活补贴和重度残疾人护理补贴'].flatMap((name) =>
    [...hall.records.all('item')].filter(({ body }) => body.name === name).map(({ id }) => id),
  );
  await give(editor, 'package:save', { name: '残疾人帮扶一件事', items: named });
  const windows = new Map([...hall.records.all('window')].map(({ id, body }) => [body.number, { id, body }]));
  for (const { name, window } of people)
    if (window !== undefined) await give(actor(name), 'window:take', { window: windows.get(window)!.id });
  for (const { window, does, kind } of visits) {
    const { id, body } = windows.get(window)!;
    const clerk = people.find((one) => one.window === window);
    if (does === 'issue') {
      await give(guideDesk(actor), 'ticket:issue', { service: body.services[0]!, kind: kind ?? 'normal' });
    } else if (clerk) {
      await give(actor(clerk.name), `ticket:${does}`, { window: id });
    }
  }
  await fillPeople();
  const lists: string[] = [];
  for (const list of demoPlaylists) lists.push((await give(actor('admin'), 'playlist:save', list)).id);
  for (const entry of demoSchedule(lists[0]!, lists[1]!)) await give(actor('admin'), 'schedule:save', entry);
  await demoDrafts(hall, actor('admin'), editor, now);
  await give(actor('admin'), 'appointment:settings', { page: 'at-once' });
  const services = [...windows.values()].flatMap(({ body }) => body.services);
  for (const asked of demoAppointments([...new Set(services)], now))
    await give(guideDesk(actor), 'appointment:ask', asked);

  async function fillPeople(): Promise<void> {
    const admin = actor('admin');
    const accounts = new Map([...hall.records.all('account')].map(({ id, body }) => [body.name, id]));
    const { ids: staff } = await give(admin, 'staff:put', demoStaff(accounts));
    for (const window of demoPosts(hall.records, staff)) await give(admin, 'window:save', window);
    for (const roster of demoRosters(staff, now)) await give(admin, 'roster:save', roster);
    const placed: string[] = [];
    for (const { name, is, way, text, windows: numbers } of areas) {
      const there = numbers.flatMap((number) => windows.get(number)?.id ?? []);
      placed.push((await give(admin, 'area:save', { name, is, way, text, windows: there })).id);
    }
    // A hall that cannot keep pictures lists its areas instead.
    const drawn = await library
      .take({ name: '一楼平面图.png', stream: planPicture() }, admin)
      .catch(() => null);
    if (drawn) await give(admin, 'medium:check', { ids: [drawn.id] });
    await give(admin, 'plan:save', demoPlan(hall.records, placed, drawn?.id));
  }
}

/** Numbers are given out by the guide desk, for which the first clerk stands. */
function guideDesk(actor: (name: string) => Actor): Actor {
  return actor(people.find(({ window }) => window !== undefined)!.name);
}
