import { describe, expect, it } from 'vitest';
import { LIT, paintDots, pixelsOf } from '../../../content/led/dots.ts';
import { Frame } from '../../../content/led/frame.ts';
import { makePack, openPack, PackBroken } from '../../../content/led/glyphs.ts';
import type { Glyph } from '../../../content/led/glyphs.ts';
import { Letters } from '../../../content/led/letters.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { glyphOf, pictureOf } from './packs.ts';

const half = glyphOf('##', '.#', '##', '#.');
const full = glyphOf('#..#', '.##.', '.##.', '#..#');
const solid = (width: number, height: number): Glyph =>
  glyphOf(...Array<string>(height).fill('#'.repeat(width)));

const packOf = (size: number, glyphs: [string, Glyph][]) =>
  openPack(makePack(size, new Map(glyphs.map(([letter, glyph]) => [letter.codePointAt(0) ?? 0, glyph]))));

describe('a frame', () => {
  it('[L1] lights exactly the dots of a glyph, across the bytes of a row', () => {
    const frame = new Frame(20, 5);
    frame.blit(full, 6, 1);
    expect(pictureOf(frame)).toEqual([
      '....................',
      '......#..#..........',
      '.......##...........',
      '.......##...........',
      '......#..#..........',
    ]);
  });

  it('[L1] draws the same at every offset as dot by dot', () => {
    const glyph = glyphOf('#.##..##.#', '.#.#.#.#.#', '##########');
    for (let x = 0; x <= 22; x++) {
      const frame = new Frame(32, 3);
      frame.blit(glyph, x, 0);
      expect(pictureOf(frame, { x, width: 10 })).toEqual(pictureOf(frameOf(glyph)));
      expect(pictureOf(frame).join('').split('#').length).toBe(
        pictureOf(frameOf(glyph)).join('').split('#').length,
      );
    }
  });

  it('[L1] leaves out what lies outside, and keeps the rest in place', () => {
    const frame = new Frame(6, 3);
    frame.blit(full, 4, -1);
    expect(pictureOf(frame)).toEqual(['.....#', '.....#', '....#.']);
    expect(frame.lit(-1, 0)).toBe(false);
    expect(frame.lit(6, 0)).toBe(false);
  });

  it('[L2] enlarges by whole dots', () => {
    const frame = new Frame(4, 8);
    frame.blit(half, 0, 0, 2);
    expect(pictureOf(frame)).toEqual(['####', '####', '..##', '..##', '####', '####', '##..', '##..']);
  });
});

function frameOf(glyph: Glyph): Frame {
  const frame = new Frame(glyph.width, glyph.height);
  for (let y = 0; y < glyph.height; y++)
    for (let x = 0; x < glyph.width; x++)
      if ((glyph.rows[y * glyph.stride + (x >> 3)] ?? 0) & (0x80 >> (x & 7)))
        frame.fill({ x, y, width: 1, height: 1 });
  return frame;
}

describe('a pack', () => {
  it('keeps every glyph with its width, found by its code point', () => {
    const pack = packOf(4, [
      ['国', full],
      ['A', half],
      ['𠮷', full],
    ]);
    expect(pack.find(0x41)).toMatchObject({ width: 2, height: 4 });
    expect([...(pack.find(0x56fd)?.rows ?? [])]).toEqual([...full.rows]);
    expect(pack.find(0x20bb7)?.width).toBe(4);
    expect(pack.find(0x42)).toBeUndefined();
  });

  it('refuses bytes that are none, as an error page of a proxy, and a pack that is cut off', () => {
    expect(() => openPack(new TextEncoder().encode('<!doctype html><p>Bad Gateway</p>'))).toThrow(PackBroken);
    expect(() => openPack(new Uint8Array(3))).toThrow(PackBroken);
    const bytes = makePack(4, new Map([[0x41, half]]));
    for (const length of [16, bytes.length - 1])
      expect(() => openPack(bytes.subarray(0, length))).toThrow(PackBroken);
  });
});

describe('letters', () => {
  const draw = (letters: Letters, text: string, size: number) => {
    const missing = new Set<string>();
    const frame = new Frame(letters.measure(text, size), size);
    letters.draw(frame, text, 0, 0, size, missing);
    return { picture: pictureOf(frame), missing: [...missing] };
  };

  it('[L2] stand side by side, half and full places, without a gap', () => {
    const letters = new Letters([
      packOf(4, [
        ['A', half],
        ['国', full],
      ]),
    ]);
    expect(draw(letters, 'A国A', 4)).toEqual({
      picture: ['###..###', '.#.##..#', '##.##.##', '#.#..##.'],
      missing: [],
    });
  });

  it('[L2] of another size are whole multiples of the largest pack that divides it', () => {
    const letters = new Letters([packOf(2, [['国', solid(2, 2)]]), packOf(4, [['国', full]])]);
    expect(draw(letters, '国', 8).picture[0]).toBe('##....##');
    expect(draw(letters, '国', 6).picture).toEqual(Array(6).fill('######'));
  });

  it('[L3] come from a smaller pack, centred, where the right one lacks them', () => {
    const letters = new Letters([packOf(4, [['A', half]]), packOf(6, [['A', solid(3, 6)]])]);
    const small = new Letters([packOf(4, [['国', full]]), packOf(6, [['A', solid(3, 6)]])]);
    expect(draw(letters, 'A', 6).picture[0]).toBe('###');
    expect(draw(small, '国', 6)).toEqual({
      picture: ['......', '.#..#.', '..##..', '..##..', '.#..#.', '......'],
      missing: [],
    });
  });

  it('[L3] that no pack has are hollow boxes, and are named once', () => {
    const letters = new Letters([packOf(6, [['A', solid(3, 6)]])]);
    expect(draw(letters, '国国', 6)).toEqual({
      picture: [
        '............',
        '.####..####.',
        '.#..#..#..#.',
        '.#..#..#..#.',
        '.####..####.',
        '............',
      ],
      missing: ['国'],
    });
  });
});

describe('the picture of a frame', () => {
  const frame = new Frame(2, 1);
  frame.fill({ x: 1, y: 0, width: 1, height: 1 });

  it('[L11] is one pixel for each dot, in the red of the theme on black', () => {
    expect([...pixelsOf(frame)]).toEqual([0, 0, 0, 255, ...LIT, 255]);
    const theme = readFileSync(join(import.meta.dirname, '../../../content/theme.css'), 'utf8');
    const hex = LIT.map((part) => part.toString(16).padStart(2, '0')).join('');
    expect(theme).toContain(`--led: #${hex};`);
  });

  it('shows lit and dark dots as round ones at the pitch', () => {
    const arcs: [string, number, number][] = [];
    const canvas = {
      fillStyle: '' as unknown,
      fillRect: () => {},
      beginPath: () => {},
      moveTo: () => {},
      arc: (x: number, y: number) => arcs.push([String(canvas.fillStyle), x, y]),
      fill: () => {},
    };
    paintDots(canvas, frame, 4);
    expect(arcs.map(([, x, y]) => [x, y])).toEqual([
      [2, 2],
      [6, 2],
    ]);
    expect(new Set(arcs.map(([colour]) => colour)).size).toBe(2);
  });
});
