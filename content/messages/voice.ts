import type { Entries } from './catalogue.ts';

/** What the panel says of spoken calls: key → [中文, English]. */
export const voiceEntries = {
  'voice.volume': ['播报音量', 'Volume of the voice'],
  'voice.percent': ['{percent}%', '{percent}%'],
  'voice.zone': ['播报区域', 'Within earshot'],
  'voice.zone-help': [
    '几块屏幕挨得近、声音会混在一起时，填同样的名字，如：东厅。其中只由最先添加的那块播报。',
    'Screens so close that their voices would mix get the same name. Only the one added first speaks.',
  ],
  'voice.optional': ['选填', 'Optional'],
  'voice.spoken': ['已播报 {number}', 'Spoke {number}'],
  'command.hall:voice': ['设置播报', 'Set how calls are spoken'],
  'command.voice:clip': ['录制叫号用语', 'Recorded a word of calls'],
  'command.upload:keep': ['上传文件', 'Uploaded a file'],
  'command.upload:remove': ['删除上传的文件', 'Removed an upload'],
  'kind-of.upload': ['上传文件', 'upload'],
  'kind-of.clip': ['录音', 'recording'],
} as const satisfies Entries;
