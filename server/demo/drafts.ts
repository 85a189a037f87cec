import { liveWords } from '../../content/publishing/live.ts';
import type { Draft } from '../../content/model/draft.ts';
import type { Actor } from '../../content/model/record.ts';
import { valueOf } from '../access.ts';
import type { Hall } from '../hall.ts';

const DAY = 24 * 3_600_000;

/**
 * Puts review in force in the demo's hall and hands some drafts in, so that its reviewer's inbox lives: a new
 * notice, a rule and a phone that are changed, and one that is still being written.
 */
export async function demoDrafts(hall: Hall, admin: Actor, editor: Actor, now: number): Promise<void> {
  const { records } = hall;
  valueOf(await hall.execute('review:settings', { levels: 1 }, admin));
  const begin = async (of: Draft['of']): Promise<{ id: string; rev: number }> => {
    const base = of.id === undefined ? 0 : records.rev(of.kind, of.id);
    return valueOf(await hall.execute('draft:save', { base, of }, editor));
  };
  const handIn = async (of: Draft['of']): Promise<void> => {
    const { id, rev } = await begin(of);
    valueOf(await hall.execute('draft:submit', { id, rev }, editor));
  };
  await handIn({
    kind: 'notice',
    body: {
      title: '元旦假期值班安排',
      text: '1月1日至3日窗口休息。\n急事请拨打咨询电话，值班人员全天接听。',
      category: 'general',
      from: now,
      until: now + 45 * DAY,
    },
  });
  const [rule] = records.all('rule');
  const words = rule && liveWords(records, 'rule', rule.id);
  if (rule && words) {
    const last = { number: '', depth: 0 as const, text: '本制度自公布之日起执行，由中心主任负责监督。' };
    const body = { ...words, blocks: [...words.blocks, last], wording: 'own' as const };
    await handIn({ kind: 'rule', id: rule.id, body });
  }
  const [pledge] = [...records.all('pledge')].filter(({ body }) => body.role === 'pledge');
  if (pledge) {
    const body = { ...pledge.body, lines: [...pledge.body.lines, '行动不便的群众，上门代办。'] };
    await begin({ kind: 'pledge', id: pledge.id, body });
  }
}
