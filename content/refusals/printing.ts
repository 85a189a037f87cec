import type { RefusalTable } from './table.ts';

/** Sheets and the print service. */
export const printing = {
  'sheet.missing': [
    404,
    '没有编号为 {code} 的印刷件，请核对编号。',
    'There is no sheet with the code {code}.',
  ],
  'sheet.down': [
    409,
    '印刷件 {code} 已经取下，请重新印制。',
    'The sheet {code} was taken down; print it again.',
  ],
  'sheet.no-slogan': [
    404,
    '还没有服务理念，请先在“服务承诺”里写好。',
    'There is no slogan yet; write one under pledges first.',
  ],
  'sheet.no-conduct': [
    404,
    '还没有“三清、四亮、五个一样、六零”这样的服务规范，请先在“服务承诺”里写好。',
    'There are no lists of conduct yet; write them under pledges first.',
  ],
  'sheet.no-areas': [
    404,
    '还没有功能区，请先在“功能区”里登记。',
    'There are no areas yet; enter them first.',
  ],
  'sheet.no-staff': [
    404,
    '还没有工作人员，请先在“工作人员”里登记。',
    'There are no people yet; enter them first.',
  ],
  'sheet.no-posts': [
    404,
    '{number} 号窗口还没有 A 岗、B 岗人员，请先在“窗口”里指定。',
    'Window {number} has no A or B post yet; name them first.',
  ],
  'sheet.typed': [
    422,
    '这种印刷件只在预览里下载，不登记、不保存。',
    'This sheet is downloaded from its preview; it is neither registered nor kept.',
  ],
  'print.across': [
    422,
    '本地标准要求横排，请选横向的尺寸。',
    'The standard asks for it across; take a wide size.',
  ],
  'print.size': [
    422,
    '没有 {size} 这样的纸张。可用 A5 到 A0，或每边 30 到 5000 毫米。',
    'There is no paper of {size}. Take A5 to A0, or sides of 30 to 5000 mm.',
  ],
  'print.no-browser': [
    503,
    '这台电脑还没有打印用的浏览器。请安装 Chromium 或 Chrome 后重新启动主机。',
    'There is no browser to print with on this computer. Install Chromium or Chrome and restart the hub.',
  ],
  'print.busy': [
    503,
    '打印任务太多，前面还有 {place} 份，请稍后再试。',
    'Too many print jobs; {place} are ahead of you.',
  ],
  'print.too-long': [
    422,
    '文字太多，{size} 放不下（从墙前看不清）。请分成几份上墙，或印成 A4 供近处阅读。',
    'The text does not fit {size} at a legible size; part it into several sheets, or print A4 to be read at hand.',
  ],
  'print.no-glyph': [
    422,
    '字体里没有这些字：{characters}，印出来会缺字。请核对原文，或改用通行的写法。',
    'No font has these characters: {characters}. Check the wording, or write them in another way.',
  ],
  'print.job-missing': [
    404,
    '没有这个打印任务，可能已经清理。请重新提交。',
    'There is no such print job; it may be cleared away. Send it again.',
  ],
  'print.none-ready': [
    409,
    '这个任务还没有印好的文件，请稍候再下载。',
    'No file of this job is ready yet; wait a little.',
  ],
  'print.failed': [500, '这一份没有印成，请重试。', 'This sheet could not be rendered; try again.'],
} as const satisfies RefusalTable;
