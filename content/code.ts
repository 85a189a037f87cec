/**
 * Signs that are not taken for each other on paper: no 0 and O, no 1 and I. There are 32 of them, so that
 * eight hold 40 bits: codes are on public walls, and nobody should find the next sheet by counting.
 */
const signs = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** The code of a printed sheet, eight signs, made from an unguessable id of any form. */
export function makeCode(id: string): string {
  let high = 0x811c9dc5;
  let low = 0x9e3779b9;
  for (let i = 0; i < id.length; i++) {
    const unit = id.charCodeAt(i);
    high = Math.imul(high ^ unit, 0x85ebca6b);
    low = Math.imul(low ^ unit, 0xc2b2ae35);
    high ^= low >>> 13;
    low ^= high >>> 16;
  }
  return spell(high) + spell(low);
}

/** Four signs of 20 bits. */
function spell(bits: number): string {
  return [27, 22, 17, 12].map((shift) => signs[(bits >>> shift) & 31]).join('');
}

/** A code as somebody typed it off a sheet: any case, with or without spaces and dashes. */
export function readCode(typed: string): string {
  return typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');
}
