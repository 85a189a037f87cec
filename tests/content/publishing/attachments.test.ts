import { describe, expect, it } from 'vitest';
import type { Medium } from '../../../content/model/medium.ts';
import type { Scan } from '../../../content/model/scan.ts';
import { must, mustRefuse } from '../../support/world.ts';
import { notice, reviewHall } from './reviewhall.ts';

const by = { id: 'sun', name: '孙编辑' };
const ticked = { by, at: 0 };
const FILE = 'c'.repeat(64);

/** A hall with one review, and a notice that gives a document away; with what the hub knows of it. */
function handedIn(medium: Partial<Medium> | null, scan: Partial<Scan> | null) {
  const hall = reviewHall(1);
  if (medium)
    hall.records.apply([
      {
        ...{ kind: 'medium' as const, id: 'doc', rev: 1 },
        body: {
          ...{ name: '名单', is: 'document', upload: FILE, type: 'application/pdf', size: 9, pages: [] },
          ...{ by, at: 0, checked: null },
          ...medium,
        } as unknown as Medium,
      },
    ]);
  if (scan)
    hall.records.apply([
      {
        ...{ kind: 'scan' as const, id: 'doc', rev: 1 },
        body: { digest: FILE, at: 0, readable: true, found: [], ...scan },
      },
    ]);
  const id = hall.submitted(notice({ attachments: ['doc'] }));
  return { ...hall, id };
}

describe('what a notice shows and gives away', () => {
  it('[O15] blocks its release while nobody looked, while the hub has not read it, and once it is gone', () => {
    const rows: [Partial<Medium> | null, Partial<Scan> | null, string[]][] = [
      [null, null, ['media.missing']],
      [{ checked: null }, {}, ['media.unchecked']],
      [{ checked: ticked }, null, ['media.unread']],
      // Another file under the same name is read anew.
      [{ checked: ticked }, { digest: 'd'.repeat(64) }, ['media.unread']],
      [{ checked: ticked }, { found: [{ code: 'privacy.identity', count: 3 }] }, ['media.private']],
    ];
    for (const [medium, scan, codes] of rows) {
      const { records, world, id } = handedIn(medium, scan);
      world.as('luo');
      const approve = { id, rev: 2 };
      expect(mustRefuse(records, 'draft:approve', approve, world).refused, codes[0]).toBe('draft.blocked');
      const overrule = codes.map((code) => ({ code, reason: '已逐页核对' }));
      must(records, 'draft:approve', { ...approve, overrule }, world);
      expect(records.get('draft', id)?.overruled.map(({ code, by: who }) => [code, who.id])).toEqual(
        codes.map((code) => [code, 'luo']),
      );
    }
  });

  it('[O15] goes out once somebody looked and nothing private was read; a doubt or a scanned page only warns', () => {
    for (const scan of [{}, { readable: false }, { found: [{ code: 'privacy.name', count: 2 }] }]) {
      const { records, world, id } = handedIn({ checked: ticked }, scan);
      must(records, 'draft:approve', { id, rev: 2 }, world.as('luo'));
    }
  });
});
