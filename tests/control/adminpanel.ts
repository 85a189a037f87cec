import type { Flash, Session } from '../../control/panel.svelte.ts';
import { Hall } from '../../control/hall.svelte.ts';
import { Hub } from '../../control/hub.svelte.ts';
import type { RecordMap } from '../../content/records.ts';
import type { Change, Kept } from '../../content/model/record.ts';
import { smallHall } from '../support/hall.ts';
import { testWorld } from '../support/world.ts';
import { FakeWire, snapshot } from './wire.ts';

/** The panel of an admin over a hall that a test holds; `more` are records that no command of the test made. */
export function adminPanel(records: RecordMap = smallHall(), more: readonly (Kept | Change)[] = []) {
  const world = testWorld().as('chen', '陈管理');
  const wire = new FakeWire();
  const hub = new Hub('zh-CN', wire.dial);
  hub.open();
  wire.rise();
  wire.hear('state:replaced', snapshot([...records.everything(), ...more], world.now, 'chen'));
  const flashes: Flash[] = [];
  const went: string[] = [];
  const session = {
    me: { id: 'chen', name: 'chen', displayName: '陈管理', roles: ['admin', 'editor'] },
    hub,
    hall: new Hall(hub),
    clock: { now: world.now },
    panel: {
      tell: (flash: Flash) => flashes.push(flash),
      // What the hub draws is looked at elsewhere.
      http: {
        asked: () => Promise.resolve({ ok: true, value: {} }),
        preview: () => Promise.resolve({ ok: false, code: 'request.invalid', message: '' }),
      },
      router: { query: new URLSearchParams(), go: (page: string) => went.push(page) },
    },
  } as unknown as Session;
  const given = () => wire.commands().map(({ name, sent }) => ({ name, input: sent.input }));
  return { world, wire, hub, session, flashes, went, given };
}
