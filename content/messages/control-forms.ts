import type { Entries } from './catalogue.ts';

/** The dialog in which forms are filled and printed. */
export const formEntries = {
  'forms.open': ['打印表单', 'Print a form'],
  'forms.title': ['填写并打印表单', 'Fill in and print a form'],
  'forms.form': ['表单', 'Form'],
  'forms.item': ['事项', 'Item'],
  'forms.item-none': ['不对应事项（空白）', 'None (blank)'],
  'forms.private': [
    '填写的内容只用于这一次打印，系统不保存。',
    'What you type is printed once and kept nowhere.',
  ],
  'forms.by-hand': ['这份表单用笔填写，直接打印。', 'Filled in by hand: print it as it is.'],
  'forms.from-item': ['事项名称、依据、条件、时限、材料等取自办事指南。', 'The rest comes from the guide.'],
  'forms.from-hall': ['不填就印大厅登记的电话。', 'Left empty, the hall’s own phones are printed.'],
  'forms.preview': ['预览', 'Preview'],
  'forms.preview-alt': ['表单第一联预览', 'First copy'],
  'forms.print': ['生成 PDF 打印', 'Make the PDF'],
  'forms.making': ['正在生成…', 'Being made…'],
} as const satisfies Entries;
