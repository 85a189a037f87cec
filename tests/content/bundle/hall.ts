import { fileURLToPath } from 'node:url';
import { cutNotice } from '../../../content/importing/cut.ts';
import { RecordMap } from '../../../content/records.ts';
import { loadStandards } from '../../../server/standards.ts';
import { must, testWorld } from '../../support/world.ts';
import type { TestWorld } from '../../support/world.ts';

const standards = await loadStandards(fileURLToPath(new URL('../../../content/standards', import.meta.url)));

/** A hall that was set up, with rules of its own. Ids differ by seed, as between two hubs. */
export function setUpHall(
  town: string,
  seed = 1,
  rules: readonly string[] = ['接待制度', '告知制度'],
): { records: RecordMap; world: TestWorld } {
  const records = new RecordMap();
  const world = testWorld(seed);
  for (const [id, standard] of standards) world.standards.set(id, standard);
  must(
    records,
    'hall:setup',
    {
      standard: 'qianjiang',
      placeKind: 'town',
      place: { county: '黔江区', town: `${town}镇` },
      hours: { weekdays: [1, 2, 3, 4, 5], spans: [{ from: '09:00', to: '17:00' }] },
      complaint: '023-79000001',
      admin: { name: 'admin', displayName: '陈静', password: 'scrypt$hash' },
    },
    world,
  );
  const [account] = [...records.all('account')];
  if (account) world.as(account.id, account.body.displayName);
  const text = rules.map((title, i) => `附件${i + 1}\n${title}\n一、甲。\n二、乙。`).join('\n');
  const cut = cutNotice(text).rules.map(({ title, blocks, source }) => ({ title, blocks, source }));
  if (cut.length > 0) must(records, 'rule:adopt', { rules: cut }, world);
  return { records, world };
}
