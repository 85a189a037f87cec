import { describe, expect, test } from 'vitest';
import { columnsOf, pagesOfUnits } from '../../display/scenes/notices/flow.ts';
import type { Unit } from '../../display/scenes/notices/flow.ts';
import { seeded } from '../support/world.ts';

const LINE = 20;
const row = (table: number, height = LINE): Unit => ({ is: 'row', table, height });
const head = (table: number): Unit => ({ is: 'head', table, height: LINE });
const text = (lines: number, heads = false): Unit => ({ is: 'text', lines, heads });

describe('pages of a notice', () => {
  test('a table that goes on has its head again', () => {
    const units = [head(0), row(0), row(0), row(0), row(0)];
    const pages = pagesOfUnits(units, LINE, LINE * 3);
    expect(pages.map((page) => page.map(({ unit }) => unit))).toEqual([
      [0, 1, 2],
      [0, 3, 4],
    ]);
  });

  test('a heading and a caption stand with what follows', () => {
    const pages = pagesOfUnits([text(2), text(1, true), head(3), row(3)], LINE, LINE * 4);
    expect(pages.map((page) => page.map(({ unit }) => unit))).toEqual([[0], [1, 2, 3]]);
  });

  test('in any notice: all of it once and in order, no page over its room, a row never without its head', () => {
    const draw = seeded(5);
    for (let time = 0; time < 400; time += 1) {
      const units: Unit[] = [];
      for (let part = 0; part < 6; part += 1) {
        if (draw() < 0.5) units.push(text(1 + Math.floor(draw() * 12), draw() < 0.3));
        else {
          const count = Math.floor(draw() * 15);
          units.push(
            head(part),
            ...Array.from({ length: count }, () => row(part, LINE * (1 + Math.floor(draw() * 3)))),
          );
        }
      }
      const room = LINE * (5 + Math.floor(draw() * 10));
      const pages = pagesOfUnits(units, LINE, room);
      const lines = new Map<number, number>();
      let last = -1;
      for (const page of pages) {
        let height = 0;
        for (const [at, piece] of page.entries()) {
          const unit = units[piece.unit]!;
          height += unit.is === 'text' ? piece.lines * LINE : unit.height;
          if (unit.is === 'text') {
            expect(piece.from).toBe(lines.get(piece.unit) ?? 0);
            lines.set(piece.unit, piece.from + piece.lines);
          } else if (unit.is === 'row') {
            const above = units[page[at - 1]!.unit]!;
            expect(above.is === 'head' || above.is === 'row').toBe(true);
            lines.set(piece.unit, (lines.get(piece.unit) ?? 0) + 1);
          } else lines.set(piece.unit, 1);
          if (unit.is !== 'head') {
            expect(piece.unit).toBeGreaterThanOrEqual(last);
            last = piece.unit;
          }
        }
        expect(height).toBeLessThanOrEqual(room);
      }
      for (const [at, unit] of units.entries())
        expect(lines.get(at)).toBe(unit.is === 'text' ? unit.lines : 1);
    }
  });

  test('columns take their width from what stands in them, none all of it', () => {
    const long = '柳湾村集体经济组织成员代表大会';
    const [number, name, note] = columnsOf({
      is: 'table',
      head: ['序', '户主', '备注'],
      rows: [['1', '王＊草', long.repeat(4)]],
    });
    expect(number).toBeLessThan(name!);
    expect(note).toBe(15);
  });
});
