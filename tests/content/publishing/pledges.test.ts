import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../content/model/rule.ts';
import { kept, smallHall } from '../../support/hall.ts';
import { MORNING, must, mustRefuse, testWorld } from '../../support/world.ts';

const by = { id: 'sun', name: '孙编辑' };
const official: Rule = {
  title: '首问责任制',
  blocks: [{ number: '一、', depth: 0, text: '首先接待的人负责到底。' }],
  source: { title: '关于便民服务中心建设的通知', date: '2020年9月21日' },
  wording: 'imported',
  adoptedBy: by,
  adoptedAt: MORNING,
};
const { title, blocks, source } = official;
const words = { title, blocks, source };

function hall() {
  const records = smallHall();
  records.apply([
    kept('rule', 'asked', official),
    kept('pledge', 'only', { role: 'slogan', title: '服务理念', lines: ['用心办事'] }),
  ]);
  return { records, world: testWorld().as('sun', '孙编辑') };
}

describe('writing rules', () => {
  it("[O1] official wording that is changed is the hall's own, and still names its source", () => {
    const { records, world } = hall();
    const blocks = [...official.blocks, { number: '二、', depth: 0 as const, text: '一次说清。' }];
    must(records, 'rule:save', { id: 'asked', rev: 1, ...words, blocks }, world);
    expect(records.get('rule', 'asked')).toMatchObject({ wording: 'own', source: official.source, blocks });
  });

  it('[O1] another title alone leaves the wording official', () => {
    const { records, world } = hall();
    must(records, 'rule:save', { id: 'asked', rev: 1, ...words, title: '首问负责制' }, world);
    expect(records.get('rule', 'asked')).toMatchObject({ title: '首问负责制', wording: 'imported' });
  });

  it('[P4] [O5] a save against an older revision, and a title that is taken, are refused', () => {
    const { records, world } = hall();
    const { id } = must(records, 'rule:save', { ...words, title: '一次性告知制' }, world);
    expect(records.get('rule', id)?.wording).toBe('own');
    expect(mustRefuse(records, 'rule:save', { ...words }, world)).toEqual({
      refused: 'rule.title-taken',
      params: { title: '首问责任制' },
    });
    must(records, 'rule:save', { id, rev: 1, ...words, title: '一次告知制' }, world);
    expect(mustRefuse(records, 'rule:save', { id, rev: 1, ...words, title: '告知制' }, world).refused).toBe(
      'record.changed',
    );
  });

  it('[D2] with reviews in force a rule is not published directly', () => {
    const { records, world } = hall();
    must(records, 'review:settings', { levels: 1 }, world);
    expect(mustRefuse(records, 'rule:save', { ...words, title: '新制度' }, world).refused).toBe(
      'review.needed',
    );
  });
});

describe('pledges', () => {
  const pledge = { role: 'pledge' as const, title: '服务承诺', lines: ['能办马上办'] };

  it('[O5] [P13] saved, and the same again makes no revision', () => {
    const { records, world } = hall();
    const { id } = must(records, 'pledge:save', pledge, world);
    must(records, 'pledge:save', { id, rev: 1, ...pledge }, world);
    expect(records.rev('pledge', id)).toBe(1);
    expect(mustRefuse(records, 'pledge:save', pledge, world)).toEqual({
      refused: 'pledge.title-taken',
      params: { title: '服务承诺' },
    });
  });

  it('[O6] the last slogan stays; it may be changed', () => {
    const { records, world } = hall();
    for (const { id } of [...records.all('pledge')])
      if (id !== 'only') must(records, 'pledge:remove', { id }, world);
    expect(mustRefuse(records, 'pledge:remove', { id: 'only' }, world).refused).toBe('pledge.last-slogan');
    const other = { role: 'pledge' as const, title: '服务理念', lines: ['用心办事'] };
    expect(mustRefuse(records, 'pledge:save', { id: 'only', rev: 1, ...other }, world).refused).toBe(
      'pledge.last-slogan',
    );
    must(
      records,
      'pledge:save',
      { id: 'only', rev: 1, ...other, role: 'slogan', lines: ['为民办实事'] },
      world,
    );
    expect(records.get('pledge', 'only')?.lines).toEqual(['为民办实事']);
  });

  it('[P9] one that is not there is not removed', () => {
    const { records, world } = hall();
    expect(mustRefuse(records, 'pledge:remove', { id: 'gone' }, world).refused).toBe('record.missing');
  });
});
