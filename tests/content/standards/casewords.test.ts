import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { typeWords } from '../../../content/views/casewords.ts';
import { loadStandards } from '../../../server/standards.ts';

test('[Y13] each standard says which word is shown for a type of item', async () => {
  const folder = fileURLToPath(new URL('../../../content/standards', import.meta.url));
  const standards = await loadStandards(folder);
  expect(typeWords(standards.get('henan'))).toMatchObject({ instant: '即办件', reported: '报批件' });
  expect(typeWords(standards.get('national'))).toMatchObject({ reported: '上报件', joint: '联办件' });
  expect(typeWords(undefined)).toEqual({});
});

test('[Y13] what is a state of a case, and no type of item, is left out', () => {
  const caseTypes = [
    { key: 'returned', label: '退回件' },
    { key: 'joint', label: '联合办理件' },
  ];
  expect(typeWords({ caseTypes })).toEqual({ joint: '联合办理件' });
});
