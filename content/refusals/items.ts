import type { RefusalTable } from './table.ts';

/** Service items and their import. */
export const items = {
  'item.name-taken': [
    409,
    '已经有一个事项叫“{item}”。请改名称，或去修改那一个。',
    'There is an item called {item} already. Change the name, or edit that one.',
  ],
  'item.code-taken': [
    409,
    '事项编码 {code} 已由“{other}”使用。请核对编码。',
    'The code {code} belongs to {other}. Check the code.',
  ],
  'item.promise-late': [
    400,
    '“{item}”的承诺时限 {promised} 个工作日比法定时限 {statutory} 个工作日还长。请核对。',
    '{item}: the promised {promised} working days are longer than the statutory {statutory}.',
  ],
  'item.no-materials': [
    400,
    '“{item}”标为零材料，材料清单里却还有内容。请删掉材料，或取消零材料。',
    '{item} asks for no materials but lists some. Remove them, or take the mark away.',
  ],
  'item.step-twice': [
    400,
    '“{item}”的环节“{step}”重复。请删掉其中一个。',
    '{item}: the step {step} is there twice. Remove one.',
  ],
  'item.step-missing': [
    400,
    '“{item}”的环节“{step}”在“{when}”时要去的环节已经没有了。请重新选择。',
    '{item}: {step} leads to a step that is gone when {when}. Choose again.',
  ],
  'item.step-self': [
    400,
    '“{item}”的环节“{step}”在“{when}”时又回到自己。要补材料的，请选“补正后回到本环节”。',
    '{item}: when {when}, {step} leads to itself. For missing papers choose that one comes back to the step.',
  ],
  'item.step-unreachable': [
    400,
    '“{item}”的环节“{step}”走不到：前面的环节已经结束。请调整顺序，或取消前面的“到此办结”。',
    '{item}: no path leads to {step}. Move it, or let the step before go on.',
  ],
  'itemtable.unreadable': [
    400,
    '读不出这个表格。请另存为 .xlsx 或 .csv 再试。',
    'This table cannot be read. Save it as .xlsx or .csv and try again.',
  ],
  'package.name-taken': [
    409,
    '已经有一个“一件事”叫“{name}”。请改名称，或去修改那一个。',
    'There is a package called {name} already. Change the name, or edit that one.',
  ],
  'package.item-missing': [
    409,
    '其中有事项已经删除。请重新选择事项。',
    'One of the items has been removed. Choose the items again.',
  ],
  'package.promise-late': [
    400,
    '一件事的承诺时限 {promised} 个工作日，比各事项逐个办理合计的 {days} 个工作日还长。请核对。',
    'The promised {promised} working days are longer than the {days} that the items take one by one.',
  ],
  'item.exists': [409, '“{item}”已经在了，不用恢复。', '{item} is there already.'],
} as const satisfies RefusalTable;
