import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { postSuffix, typeWords } from '../../../content/views/casewords.ts';
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

test('[Y14] the two posts of a window are called as the standard calls them', async () => {
  const folder = fileURLToPath(new URL('../../../content/standards', import.meta.url));
  const standards = await loadStandards(folder);
  const words = ['national', 'qianjiang', 'yanjin', 'shuitian'].map((id) => postSuffix(standards.get(id)));
  expect(words).toEqual(['岗', '角', '角', '岗']);
  expect(postSuffix({ words: [{ key: 'ab-post', word: '双岗制' }] })).toBe('岗');
  expect(postSuffix(null)).toBe('岗');
});
