export { chooseRules, previewNotice } from './preview.ts';
export { readNotice } from './read.ts';
export type { NoticeFile } from './read.ts';
