import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isRefusal } from '../../../content/rule.ts';
import { gatherSheet } from '../../../content/sheets/kinds.ts';
import { readPictures } from '../../../server/printing/pictures.ts';
import { Store } from '../../../server/uploads/store.ts';
import { kept } from '../../support/hall.ts';
import { signHall } from '../../templates/signhall.ts';
import { vips } from '../uploads/files.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingting-pictures-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('[P34] a photo as a phone takes it is printed small, once made, and a picture alone stays as it is', async () => {
  const { Image } = await vips();
  const photo = Image.gaussnoise(3024, 3840, { mean: 128, sigma: 20 })
    .cast('uchar')
    .jpegsaveBuffer({ Q: 90 });
  const upload = createHash('sha256').update(photo).digest('hex');
  const files = await Store.open(join(folder, 'files'));
  const sheets = await Store.open(join(folder, 'sheets'));
  await files.put(upload, photo);
  const records = signHall();
  const size = { upload, type: 'image/jpeg' as const, size: photo.length, width: 3024, height: 3840 };
  for (const id of ['face', 'drawing'])
    records.apply([kept('medium', id, { ...records.get('medium', id)!, ...size })]);
  const read = async (of: { is: 'wall'; day: string } | { is: 'plan'; plan: string }) => {
    const now = gatherSheet(records, of, undefined);
    if (isRefusal(now)) throw new Error(now.refused);
    const [, data = ''] = (await readPictures(records, now, files, sheets))[upload]!.split(',');
    return Buffer.from(data, 'base64');
  };
  const small = Image.newFromBuffer(await read({ is: 'wall', day: '2026-11-23' }));
  expect([small.width, small.height]).toEqual([709, 900]);
  expect(sheets.has(`${upload}-900`)).toBe(true);
  expect((await read({ is: 'wall', day: '2026-11-23' })).length).toBeLessThan(photo.length / 8);
  expect((await read({ is: 'plan', plan: 'ground' })).equals(Buffer.from(photo))).toBe(true);
});
