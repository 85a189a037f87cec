import { describe, expect, it } from 'vitest';
import { choose, mergeBodies, mergeLists } from '../../../content/publishing/merge.ts';
import { testWorld } from '../../support/world.ts';

const base = { title: '公示', text: '第一段。\n第二段。\n第三段。', until: 9, owner: '镇纪委' };

describe('two changes of one body (publishing.md)', () => {
  it('[D13] what only one changed is taken, and named', () => {
    const merged = mergeBodies(base, { ...base, title: '更正公示' }, { ...base, until: 12 });
    expect(merged).toEqual({
      body: { ...base, title: '更正公示', until: 12 },
      conflicts: [],
      taken: ['title'],
    });
  });

  it('[D13] a text is merged paragraph by paragraph', () => {
    const theirs = { ...base, text: '第一段，改。\n第二段。\n第三段。' };
    const mine = { ...base, text: '第一段。\n第二段。\n第三段。\n第四段。' };
    const merged = mergeBodies(base, theirs, mine);
    expect(merged.body.text).toBe('第一段，改。\n第二段。\n第三段。\n第四段。');
    expect(merged.conflicts).toEqual([]);
    expect(merged.taken).toEqual(['text']);
  });

  it('[D13] neighbouring paragraphs are two places', () => {
    const merged = mergeLists(['一', '二'], ['一改', '二'], ['一', '二改']);
    expect(merged).toEqual(['一改', '二改']);
  });

  it('[D13] what both changed is chosen by a person', () => {
    const theirs = { ...base, text: '甲\n第二段。\n第三段。', until: 10 };
    const mine = { ...base, text: '乙\n第二段。\n第三段。', until: 12 };
    const merged = mergeBodies(base, theirs, mine);
    expect(merged.conflicts.map(({ field }) => field)).toEqual(['text', 'until']);
    expect(merged.body).toEqual(mine);
    expect(choose(merged, new Set(['text']))).toEqual({ ...mine, text: theirs.text });
  });

  it('[D13] a field that one took away is gone, or chosen', () => {
    const without = { title: base.title, text: base.text, until: base.until };
    expect(mergeBodies(base, without as typeof base, base).body).toEqual(without);
    const merged = mergeBodies(base, without as typeof base, { ...base, owner: '县纪委' });
    expect(merged.conflicts).toEqual([{ field: 'owner', base: '镇纪委', theirs: undefined, mine: '县纪委' }]);
    expect(choose(merged, new Set(['owner']))).toEqual(without);
  });

  it('[D13] articles are merged one by one, also where one was put in and another taken out', () => {
    const articles = ['一', '二', '三', '四'];
    expect(mergeLists(articles, ['一', '新', '二', '三', '四'], ['一', '二', '三'])).toEqual([
      '一',
      '新',
      '二',
      '三',
    ]);
    expect(mergeLists(articles, ['一', '二改', '三', '四'], ['一', '二另改', '三', '四'])).toBeNull();
  });

  it('[D13] whatever each of two people put in is there afterwards, or they are asked', () => {
    const world = testWorld(7);
    for (let round = 0; round < 400; round++) {
      const from = Array.from({ length: world.draw(8) }, (_, index) => `原${index}`);
      const edit = (who: string): string[] => {
        const list = [...from];
        for (let deed = world.draw(3); deed >= 0; deed--) {
          const at = world.draw(list.length + 1);
          if (world.draw(3) > 0 || list.length === 0) list.splice(at, 0, `${who}${deed}`);
          else list.splice(Math.min(at, list.length - 1), 1);
        }
        return list;
      };
      const [theirs, mine] = [edit('甲'), edit('乙')];
      const merged = mergeLists(from, theirs, mine);
      if (merged === null) continue;
      const added = [...theirs, ...mine].filter((part) => !from.includes(part));
      expect(merged).toEqual(expect.arrayContaining(added));
      // What one of them took out is gone, what neither touched is there, and nothing is doubled.
      const stays = from.filter((part) => theirs.includes(part) && mine.includes(part));
      expect([...merged].sort()).toEqual([...new Set([...stays, ...added])].sort());
    }
  });
});
