import type { Entries } from './catalogue.ts';

/** Fonts with a licence, as the panel words them: content/sheets/fonts/fonts.md. */
export const fontEntries = {
  'fonts.title': ['标准字体', 'Fonts of the standard'],
  'fonts.note': [
    '本地标准指定、需要授权的字体。上传后，牌匾和标语按标准字体印制。',
    'Faces that the standard names and that need a licence. Once uploaded, boards and slogans are set in them.',
  ],
  'fonts.none': ['本地标准没有指定需要授权的字体', 'The standard names no face that needs a licence'],
  'fonts.none-note': ['印制使用系统自带的字体，不必上传。', 'Sheets are set in the faces of the system.'],
  'fonts.column.face': ['标准字体', 'Face'],
  'fonts.column.use': ['用在', 'For'],
  'fonts.column.font': ['现用字体', 'Set in'],
  'fonts.column.licence': ['授权说明', 'Licence'],
  'fonts.use.name': ['机构牌匾', 'Name boards'],
  'fonts.use.slogan': ['服务理念标语', 'Slogans'],
  'fonts.stand-in': ['替代字体', 'Stand-in'],
  'fonts.right': ['标准字体', 'As the standard asks'],
  'fonts.by': ['{name} {day} 上传', 'Uploaded by {name} on {day}'],
  'fonts.upload': ['上传字体', 'Upload the font'],
  'fonts.upload-title': ['上传“{face}”', 'Upload {face}'],
  'fonts.file': ['字体文件（.ttf）', 'Font file (.ttf)'],
  'fonts.file-help': [
    '从字体厂商取得的 TrueType 文件，不超过 40 MB。只用于印制，不对外提供下载。',
    'The TrueType file from the maker, up to 40 MB. It is used for printing only and given to nobody.',
  ],
  'fonts.no-file': ['请选择字体文件。', 'Choose the file of the font.'],
  'fonts.licence': ['授权说明', 'Licence'],
  'fonts.licence-help': [
    '从哪里取得授权、期限多长、凭证存放在哪里。',
    'From whom the licence is, how long it holds, and where the proof is kept.',
  ],
  'fonts.do': ['上传', 'Upload'],
  'fonts.done': ['已上传，新印的件按这个字体。', 'Uploaded; new sheets are set in it.'],
  'fonts.remove': ['删除字体', 'Remove the font'],
  'fonts.remove-title': ['删除字体“{name}”？', 'Remove the font {name}?'],
  'fonts.remove-note': [
    '文件一并删除，以后用替代字体印制。已经印好的件不受影响。',
    'Its file goes too, and sheets are set in a stand-in again. What is printed stays as it is.',
  ],
  'fonts.unused': ['本地标准没有用到', 'The standard does not ask for it'],
  'kind-of.font': ['字体', 'font'],
  'command.font:add': ['上传字体', 'Uploaded a font'],
  'command.font:remove': ['删除字体', 'Removed a font'],
} as const satisfies Entries;
