import type { RefusalTable } from './table.ts';

/** The library of pictures, videos and documents. */
export const media = {
  'medium.used': [
    409,
    '“{name}”正在使用，不能删除。使用它的有 {count} 处：{where}。请先在那里换掉它。',
    '“{name}” is in use in {count} places: {where}. Take it out there first.',
  ],
  'medium.type': [
    415,
    '“{file}”不是可以使用的文件。请用图片（JPG、PNG、WebP、GIF）、视频（MP4、WebM）、PDF、XLSX 或 DOCX。',
    '“{file}” cannot be used. Take pictures (JPEG, PNG, WebP, GIF), videos (MP4, WebM), PDF, XLSX or DOCX.',
  ],
  'medium.heic': [
    415,
    '“{file}”是 HEIC 图片，电视和多数电脑打不开。请在手机设置里把相机格式改为“兼容性最佳”，或另存为 JPG 后再上传。',
    '“{file}” is a HEIC picture, which TVs cannot show. Set the phone’s camera to “Most Compatible”, or save it as JPEG.',
  ],
  'medium.office': [
    415,
    '“{file}”是旧版的 Word 或 Excel 文件。请另存为 DOCX、XLSX 或 PDF 后再上传。',
    '“{file}” is of an old Word or Excel. Save it as DOCX, XLSX or PDF.',
  ],
  'medium.large': [
    413,
    '“{file}”太大，此类文件最大 {limit}。请压缩后再上传。',
    '“{file}” is too large; files of this kind have at most {limit}.',
  ],
  'medium.pixels': [
    413,
    '“{file}”的画面太大，最多 {limit}。请缩小后再上传。',
    'The picture of “{file}” is too large: at most {limit}.',
  ],
  'medium.pages': [
    413,
    '“{file}”超过 {limit} 页。请拆成几个文件再上传。',
    '“{file}” has more than {limit} pages. Split it.',
  ],
  'medium.long': [
    413,
    '“{file}”超过 {minutes} 分钟。请剪短后再上传。',
    '“{file}” is longer than {minutes} minutes. Cut it.',
  ],
  'medium.broken': [
    415,
    '“{file}”已损坏或不完整，读不出来。请重新导出或重新拷贝后再上传。',
    '“{file}” is torn or not whole and cannot be read. Export or copy it again.',
  ],
  'medium.locked': [
    415,
    '“{file}”有打开密码。请去掉密码后再上传。',
    '“{file}” asks for a password. Take it off first.',
  ],
  'medium.slow': [
    503,
    '处理“{file}”花的时间太长，已停止。请缩小或拆开后再上传。',
    '“{file}” took too long and was given up. Make it smaller, or split it.',
  ],
  'medium.codec': [
    415,
    '“{file}”的画面编码是 {codec}，大厅的电视多数播放不了。请转成 H.264（MP4）后再上传。',
    'The picture of “{file}” is coded as {codec}, which most TVs cannot play. Convert it to H.264 (MP4).',
  ],
  'medium.sound': [
    415,
    '“{file}”的声音编码是 {codec}，大厅的电视多数播放不了。请把声音转成 AAC 后再上传。',
    'The sound of “{file}” is coded as {codec}, which most TVs cannot play. Convert it to AAC.',
  ],
  'medium.no-picture': [
    415,
    '“{file}”里没有画面。请上传带画面的视频。',
    '“{file}” has no picture. Take a video that has one.',
  ],
  'medium.no-text': [409, '“{file}”里没有可以读出的文字。', 'No text can be read out of “{file}”.'],
} as const satisfies RefusalTable;
