import { fileTypeFromFile } from 'file-type';
import { refuse } from '../../content/rule.ts';
import type { Refusal } from '../../content/rule.ts';

/** What a file given to the library is, before it is read as a whole. */
export type Given =
  | { is: 'picture'; drawing: boolean }
  | { is: 'video' }
  | { is: 'document'; type: 'application/pdf' | typeof XLSX | typeof DOCX };

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const MB = 2 ** 20;
/** How large a file of each kind may be, in bytes. */
export const limits = { picture: 40 * MB, video: 500 * MB, document: 50 * MB };

const kinds: Record<string, Given> = {
  'image/jpeg': { is: 'picture', drawing: false },
  'image/webp': { is: 'picture', drawing: false },
  'image/png': { is: 'picture', drawing: true },
  'image/apng': { is: 'picture', drawing: true },
  'image/gif': { is: 'picture', drawing: true },
  'video/mp4': { is: 'video' },
  'video/x-m4v': { is: 'video' },
  'video/quicktime': { is: 'video' },
  'video/webm': { is: 'video' },
  'application/pdf': { is: 'document', type: 'application/pdf' },
  [XLSX]: { is: 'document', type: XLSX },
  [DOCX]: { is: 'document', type: DOCX },
};
const apple = new Set([
  'image/heic',
  'image/heif',
  'image/heic-sequence',
  'image/heif-sequence',
  'image/avif',
]);

/**
 * Tells by a file's content what it is, never by its name. Refuses `medium.type`, `medium.heic`, `medium.office`,
 * `medium.large`.
 */
export async function sniff(path: string, size: number, file: string): Promise<Given | Refusal> {
  const mime = (await fileTypeFromFile(path))?.mime ?? '';
  if (apple.has(mime)) return refuse('medium.heic', { file });
  if (mime === 'application/x-cfb') return refuse('medium.office', { file });
  const given = kinds[mime];
  if (!given) return refuse('medium.type', { file });
  const limit = limits[given.is];
  return size > limit ? refuse('medium.large', { file, limit: `${limit / MB} MB` }) : given;
}
