import type { Scene } from '../content/model/scene.ts';

export type Sign = Extract<Scene, { is: 'sign' }>;
export type Controller = NonNullable<Sign['controller']>;

export const models = ['5E1', '5E2', '5E3', '5Q0+', '5Q1+', '5Q2+'] as const satisfies Controller['model'][];

/** As most controllers come out of the box. */
export const usualController: Controller = {
  is: 'onbon',
  host: '',
  port: 5005,
  address: 1,
  model: '5E2',
  double: false,
};

/** Full-width characters that one line of a sign holds beside the number of its window, in its usual letters (L4, L10). */
export function budgetOf({ width, height }: Pick<Sign, 'width' | 'height'>): number {
  const letters = height < 16 ? 12 : 16;
  const plate = height >= 32 && width >= 128 && (height < 64 || width >= height * 3.5);
  const scale = plate ? Math.min(Math.floor(height / 32), Math.floor(width / 128)) : 1;
  return Math.floor((width - (plate ? 38 * scale : 0)) / (letters * scale));
}

/** Characters as wide as a Chinese one; two Latin ones make one. */
export const lengthOf = (text: string): number =>
  Math.ceil([...text].reduce((sum, one) => sum + ((one.codePointAt(0) ?? 0) < 0x2000 ? 0.5 : 1), 0));
