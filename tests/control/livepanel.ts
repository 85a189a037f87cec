import '../../content/theme.css';
import '../../control/page.css';
import { vi } from 'vitest';
import { page } from 'vitest/browser';
import type { FacesMade } from '../../content/api/printing.ts';
import { decide } from '../../content/commands.ts';
import type { CommandName } from '../../content/model/command.ts';
import type { Change } from '../../content/model/record.ts';
import type { Reply, Sent } from '../../content/protocol.ts';
import type { RecordMap } from '../../content/records.ts';
import { wordRefusal } from '../../content/refusals.ts';
import { isRefusal } from '../../content/rule.ts';
import { smallHall } from '../support/hall.ts';
import { adminPanel } from './adminpanel.ts';

/** The panel of an admin before a hub that runs every command by its real rule, answers and pushes what changed. */
export async function livePanel(records: RecordMap = smallHall()) {
  await page.viewport(1366, 768);
  localStorage.clear();
  const panel = adminPanel(records);
  const { wire, world } = panel;
  let seq = 10;
  const said = wire.emit.bind(wire);
  wire.emit = (event, word, answer) => {
    said(event, word, answer);
    if (event.startsWith('state:')) return;
    const name = event as CommandName;
    const outcome = decide(records, name, (word as Sent<never>).input, world);
    if (isRefusal(outcome)) {
      const { refused: code, params = {} } = outcome;
      return answer({ ok: false, code, message: wordRefusal(code, params, 'zh-CN') });
    }
    const changes = outcome.changes.map((one) => ({
      ...one,
      rev: records.rev(one.kind, one.id) + 1,
    })) as Change[];
    records.apply(changes);
    seq += 1;
    wire.hear('state:changed', { after: seq - 1, mark: { seq, hash: '0123456789ab' }, changes });
    answer({ ok: true, value: outcome.result });
  };
  // What the hub draws is looked at in tests of the whole; here nothing of it is known.
  const faces = { ok: true as const, value: { live: 'x', changes: [], phone: false, sheet: false } };
  const preview = vi.fn((): Promise<Reply<FacesMade>> => Promise.resolve(faces));
  Object.assign(panel.session.panel, {
    http: { asked: () => Promise.resolve({ ok: true, value: {} }), preview },
  });
  /** What was told last, taken back as its key does. */
  const undo = (): void => panel.flashes.at(-1)?.undo?.run();
  return { ...panel, records, undo, preview };
}
