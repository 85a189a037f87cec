import type { Kept, Kind } from '../content/model/record.ts';
import { inWallOrder } from '../content/people/staff.ts';
import { inAreaOrder } from '../content/premises/areas.ts';
import { inItemOrder } from '../content/publishing/items.ts';
import { byOrder } from '../content/queue/tickets.ts';
import type { Hub } from './hub.svelte.ts';

const ZONE = 'Asia/Shanghai';

/** The records of the hall as lists that pages draw, derived anew with every change. */
export class Hall {
  #hub: Hub;

  constructor(hub: Hub) {
    this.#hub = hub;
  }

  hall = $derived.by(() => this.#list('hall')[0] ?? null);
  zone = $derived.by(() => this.hall?.body.timeZone ?? ZONE);
  windows = $derived.by(() => this.#list('window').sort((a, b) => a.body.number - b.body.number));
  services = $derived.by(() =>
    this.#list('service').sort((a, b) => a.body.prefix.localeCompare(b.body.prefix)),
  );
  tickets = $derived.by(() => this.#list('ticket'));
  /** Waiting tickets of the whole hall, first in line first (Q4). */
  waiting = $derived.by(() =>
    this.tickets.filter((ticket) => ticket.body.state.is === 'waiting').sort(byOrder),
  );
  notices = $derived.by(() => this.#list('notice').sort((a, b) => b.body.from - a.body.from));
  rules = $derived.by(() =>
    this.#list('rule').sort((a, b) => a.body.title.localeCompare(b.body.title, 'zh-CN')),
  );
  pledges = $derived.by(() =>
    this.#list('pledge').sort((a, b) => pledgeRoles.indexOf(a.body.role) - pledgeRoles.indexOf(b.body.role)),
  );
  items = $derived.by(() => inItemOrder(this.#list('item')));
  /** What stands in the library, the newest first. */
  media = $derived.by(() =>
    this.#list('medium')
      .filter(({ body }) => !body.removed)
      .sort((a, b) => b.body.at - a.body.at),
  );
  staff = $derived.by(() => inWallOrder(this.#list('staff')));
  areas = $derived.by(() => inAreaOrder(this.#list('area')));
  plans = $derived.by(() =>
    this.#list('plan').sort((a, b) => a.body.name.localeCompare(b.body.name, 'zh-CN')),
  );
  contacts = $derived.by(() => this.#list('contact').sort((a, b) => rank(a) - rank(b)));
  screens = $derived.by(() => this.#list('screen').sort((a, b) => a.body.pairedAt - b.body.pairedAt));
  sheets = $derived.by(() => this.#list('sheet').sort((a, b) => b.body.printedAt - a.body.printedAt));
  accounts = $derived.by(() => this.#list('account').sort((a, b) => a.body.name.localeCompare(b.body.name)));

  /** Working keys first, then the newest. */
  keys = $derived.by(() =>
    this.#list('key').sort(
      (a, b) =>
        Number(a.body.revoked !== null) - Number(b.body.revoked !== null) ||
        b.body.createdAt - a.body.createdAt,
    ),
  );
  webhooks = $derived.by(() => this.#list('webhook').sort((a, b) => a.body.createdAt - b.body.createdAt));
  deadletters = $derived.by(() => this.#list('deadletter').sort((a, b) => b.body.at - a.body.at));

  serviceName(id: string): string {
    return this.services.find((service) => service.id === id)?.body.name ?? id;
  }

  window(id: string): Kept<'window'> | undefined {
    return this.windows.find((window) => window.id === id);
  }

  webhook(id: string): Kept<'webhook'> | undefined {
    return this.webhooks.find((webhook) => webhook.id === id);
  }

  ticket(id: string): Kept<'ticket'> | undefined {
    return this.tickets.find((ticket) => ticket.id === id);
  }

  #list<K extends Kind>(kind: K): Kept<K>[] {
    return [...this.#hub.records.all(kind)];
  }
}

const pledgeRoles = ['slogan', 'pledge', 'conduct'];
const roles = ['consult', 'complain', 'hotline', 'address'];
function rank(contact: Kept<'contact'>): number {
  return roles.indexOf(contact.body.role);
}
