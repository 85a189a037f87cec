import type { Entries } from './catalogue.ts';

/** What is wrong with a table of items, and its page in the panel. */
export const itemTableEntries = {
  'table.heading': [
    '表头里没有“{column}”这一列，请照模板补上',
    'There is no column {column}; see the template',
  ],
  'table.empty': ['表里没有事项，请从第 2 行开始填', 'There are no items; begin in row 2'],
  'table.many': ['一次最多导入 {most} 项，请分成几个表', 'At most {most} items at once; split the table'],
  'table.name': ['没有写事项名称，请填写', 'The name is missing'],
  'table.twice': ['“{item}”与第 {row} 行重复，请删掉一行', '{item} is in row {row} already; remove one'],
  'table.code': ['“{value}”不像编码，只能用字母、数字和短横线', '{value} does not look like a code'],
  'table.choice': ['“{value}”不在可选的范围，请改为：{choices}', '{value} must be one of {choices}'],
  'table.days': [
    '“{value}”不是天数，请写数字，如 20；当场办结写 0',
    '{value} is no number of days; write 20, or 0',
  ],
  'table.long': ['字数太多，最多 {most} 字', 'Too long: at most {most} signs'],
  'table.count': ['份数“{value}”应是 1 到 99 的数字', 'Copies must be 1 to 99, not {value}'],
  'table.material': [
    '“{value}”没有材料名称，请写在最前面',
    '{value} has no name of the material at its head',
  ],
  'table.step': ['“{value}”没有环节名称，请写在最前面', '{value} has no name of the step at its head'],
  'table.way': [
    '“{value}”看不懂，请写成“材料不齐=补正”“不符合=不予受理”“紧急=转到:环节名”或“材料齐全=继续”',
    '{value} is not understood; see the template for how branches are written',
  ],
  'table.way-to': ['没有叫“{value}”的环节，请核对名称', 'There is no step called {value}'],
  'table.ways': ['一个环节最多 4 个分支', 'A step has at most 4 branches'],
  'table.steps': [
    '环节“{step}”走不到或转回了自己，请调整顺序',
    'The step {step} cannot be reached, or leads to itself',
  ],
  'table.fees': [
    '“{value}”看不懂，请写“不收费”，或者“项目和标准|依据”',
    '{value}: write 不收费, or the fee and its basis',
  ],
  'table.window': ['没有 {value} 号窗口，请先在“窗口”里添加', 'There is no window {value}'],
  'table.service': ['没有叫“{value}”的取号业务，请核对名称', 'There is no service {value}'],
  'table.phone': ['“{value}”不像电话，请写成“名称|电话”', '{value} does not look like a phone'],
  'table.online': ['“{value}”不是网址，应以 http:// 或 https:// 开头', '{value} is no address of the web'],
  'table.visits': ['“{value}”不是次数，请写 0 到 9 的数字', '{value} is no number of visits'],
  'table.late': [
    '承诺时限 {promised} 个工作日比法定时限 {statutory} 个工作日还长，请核对',
    'The promised {promised} days are longer than the statutory {statutory}',
  ],
  'table.unreadable': [
    '读不出这个表格。请另存为 .xlsx 或 .csv 再试',
    'The table cannot be read; save it as .xlsx or .csv',
  ],
  'itemtable.note': [
    '一行一个事项。先核对，再导入；有一处错误就一项也不导入。',
    'One item a row. First you look at it; with one mistake nothing is imported.',
  ],
  'itemtable.template': ['下载模板', 'Download the template'],
  'itemtable.choose': ['选择表格文件', 'Choose a table'],
  'itemtable.drop': ['把表格拖到这里', 'Drop the table here'],
  'itemtable.kinds': ['.xlsx 或 .csv，一次最多 500 项', '.xlsx or .csv, up to 500 items'],
  'itemtable.reading': ['正在读取…', 'Reading…'],
  'itemtable.faults': [
    '有 {count} 处要改，改好后重新选择文件',
    '{count} to be mended; then choose the file again',
  ],
  'itemtable.row': ['行', 'Row'],
  'itemtable.column': ['列', 'Column'],
  'itemtable.what': ['问题和办法', 'What is wrong, and what to do'],
  'itemtable.new': ['新增', 'New'],
  'itemtable.changed': ['修改', 'Changed'],
  'itemtable.same': ['没有变化', 'The same'],
  'itemtable.sum': [
    '新增 {fresh} 项，修改 {changed} 项，没有变化 {same} 项',
    '{fresh} new, {changed} changed, {same} the same',
  ],
  'itemtable.unknown': ['这些列不认识，没有导入：{columns}', 'These columns are passed over: {columns}'],
  'itemtable.take': ['导入 {count} 项', 'Import {count}'],
  'itemtable.again': ['重新选择', 'Choose another'],
  'itemtable.nothing': ['和现有事项一样，不用导入。', 'The same as what is there: nothing to import.'],
  'itemtable.taken': ['已导入 {count} 项', '{count} imported'],
  'itemtable.goes.draft': ['成为稿件', 'Draft'],
  'itemtable.goes.waits': ['已有稿件', 'Has a draft'],
  'itemtable.goes.live': ['不公开，直接保存', 'Not public, saved at once'],
  'itemtable.review': [
    '本中心先审后发：{drafts} 项将成为稿件，审核通过后才公开；{live} 项还不公开，直接保存。',
    'This hall reviews first: {drafts} become drafts and are public once reviewed; {live} are not public and saved at once.',
  ],
  'itemtable.waits': [
    '{count} 项已有还没发布的稿件，这次不导入。请先发布或丢弃那份稿件。',
    '{count} have a draft that is not released and are left out; release or discard it first.',
  ],
  'itemtable.taken-drafts': [
    '已导入 {count} 项，其中 {drafts} 项是稿件，请在“全部内容”里提交审核',
    '{count} imported, {drafts} as drafts to be submitted',
  ],
  'itemtable.public': [
    '导入的事项会马上公开。要先核对再公开，请勾选：',
    'Imported items are public at once. To check them first, tick:',
  ],
  'itemtable.sample': ['新增的先作为待核对，不公开', 'New ones are to be checked first'],
  'itemtable.diff': ['逐字看改动', 'Word by word'],
  'itemtable.diff-close': ['收起', 'Close'],
} as const satisfies Entries;
