import { expect, test } from 'vitest';
import { cutNotice } from '../../../content/importing/cut.ts';
import { readBothWays } from './whole.ts';

/** A small seeded generator, so that a failure can be had again. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const lines = [
  '',
  '',
  '附件1',
  '附件 2：接待制度',
  '附件：1.甲制度',
  '2.乙制度',
  '# 青溪区管理办法',
  '一、总则',
  '（一）请销假制度',
  '（二）考核管理制',
  '1.首问负责制。首问责任人立即接办。',
  '2.一次性告知制。一次说清，',
  '实行AB岗工作制。各岗都有人。',
  '1  人员配备',
  '1.1  配备主任。',
  '1.2  配备工作人员若干，',
  '2  学习培训',
  '2.1  每周学习，不得无故缺席，应当按时参加集中学习并做好',
  '笔记。',
  '- 14 -',
  '3',
  '区分\t面积',
  '窗口工作人员应当在工作时间内佩戴工作证，不得擅自离开工作岗',
  '2021年3月4日',
  '各乡镇人民政府：',
];

test('[I19] whatever stands in a file, its words are in one rule or told as left out', () => {
  for (let seed = 1; seed <= 3000; seed++) {
    const random = seeded(seed);
    const text = Array.from({ length: 4 + random(40) }, () => lines[random(lines.length)] ?? '').join(
      random(5) === 0 ? '\n\f' : '\n',
    );
    const cut = cutNotice(text);
    if (cut.rules.length === 0) continue;
    const { source, rules } = readBothWays(text, cut);
    expect(rules, `seed ${seed}:\n${text}`).toBe(source);
  }
});
