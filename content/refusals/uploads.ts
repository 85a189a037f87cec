import type { RefusalTable } from './table.ts';

/** Files that people give to the hall, and the hall's own voice. */
export const uploads = {
  'upload.type': [
    415,
    '这不是可以使用的文件。录音请用 WAV、MP3、OGG 或 M4A 格式。',
    'This file cannot be used. Recordings are WAV, MP3, OGG or M4A.',
  ],
  'upload.full': [
    507,
    '主机上留给上传文件的空间（{limit}）已满，请先删除不用的文件。',
    'The space for uploads on the hub ({limit}) is full; remove what is not used.',
  ],
  'upload.missing': [
    404,
    '找不到上传的文件，请重新上传。',
    'The uploaded file is not there; upload it again.',
  ],
  'upload.used': [409, '这个文件正在使用，不能删除。', 'This file is in use and cannot be removed.'],
  'voice.incomplete': [
    409,
    '录音还不齐，缺：{words}。补齐后才能启用。',
    'Recordings are missing: {words}. The voice can be used once they are there.',
  ],
} as const satisfies RefusalTable;
