import type { Entries } from './catalogue.ts';

/** Printers of the hall that sheets are printed on, and what is on its way to them. */
export const sheetPrintersEntries = {
  'sheetprinters.title': ['文件打印机', 'Printers for sheets'],
  'sheetprinters.note': [
    '大厅网络里的激光、喷墨打印机（IPP）。印刷页可以直接在上面打印。',
    'Laser and ink printers of the hall’s network (IPP), for the print desk.',
  ],
  'sheetprinters.none': ['还没有文件打印机', 'No printers for sheets yet'],
  'sheetprinters.none-note': [
    '添加后，印刷页可以不经过 PDF 文件直接打印。',
    'Once one is added, the print desk prints without a PDF in between.',
  ],
  'sheetprinters.add': ['添加文件打印机', 'Add a printer for sheets'],
  'sheetprinters.find': ['查找并添加', 'Find and add'],
  'sheetprinters.finding': ['正在询问这个地址…', 'Asking what is there…'],
  'sheetprinters.added': ['已添加“{name}”', 'Added {name}'],
  'sheetprinters.address': ['地址', 'Address'],
  'sheetprinters.address-help': [
    '打印机面板“网络”里的 IP 地址，如 192.168.1.50；接在主机上的填 127.0.0.1:631/printers/名称。请在路由器里把地址固定下来。',
    'The IP address on the printer’s panel, such as 192.168.1.50; of one plugged into the hub 127.0.0.1:631/printers/NAME. Fix it in the router.',
  ],
  'sheetprinters.name': ['名称', 'Name'],
  'sheetprinters.name-help': [
    '写位置最好认，如：导办台打印机。不填就用它自己报的名称。',
    'Say where it stands; left empty, it is called as it calls itself.',
  ],
  'sheetprinters.column.can': ['纸张和功能', 'Papers and abilities'],
  'sheetprinters.colour': ['彩色', 'colour'],
  'sheetprinters.black': ['黑白', 'black'],
  'sheetprinters.two-sided': ['双面', 'two-sided'],
  'sheetprinters.no-paper': ['没有 A 系列纸', 'no A sizes'],
  'sheetprinters.remove': ['删除文件打印机', 'Remove printer'],
  'sheetprinters.remove-title': ['删除文件打印机“{name}”？', 'Remove the printer {name}?'],
  'sheetprinters.remove-note': [
    '印过的登记不变；正在送的不再送。',
    'The register keeps what it printed; what is on its way is not sent.',
  ],
  'sheetprinters.check': ['看看状态', 'Ask how they are'],
  'sheetprinters.state.good': ['正常', 'Ready'],
  'sheetprinters.state.offline': ['连不上', 'Not reached'],
  'sheetprinters.state.paper': ['缺纸', 'Out of paper'],
  'sheetprinters.state.cover': ['盖子没盖好', 'Cover open'],
  'sheetprinters.state.jam': ['卡纸', 'Paper jam'],
  'sheetprinters.state.ink': ['没有墨粉', 'Out of toner'],
  'sheetprinters.state.fault': ['故障', 'Fault'],
  'sheetprinters.state.format': ['不收 PDF', 'Takes no PDF'],
  'sheetprinters.state.strange': ['不像打印机', 'No printer'],
  'sheetprinters.trouble.offline': [
    '连不上打印机，请看看电源和网线；连上后自动接着印。',
    'The printer cannot be reached: check power and cable. It goes on by itself.',
  ],
  'sheetprinters.trouble.paper': [
    '打印机没有纸了，或纸盒里不是要的纸；加好后自动接着印。',
    'The printer is out of this paper. It goes on by itself once filled.',
  ],
  'sheetprinters.trouble.cover': [
    '打印机的盖子没有盖好，盖好后自动接着印。',
    'The printer’s cover is open; it goes on by itself.',
  ],
  'sheetprinters.trouble.jam': [
    '打印机卡纸，请打开取出；取出后自动接着印。',
    'Paper is jammed in the printer; it goes on by itself once freed.',
  ],
  'sheetprinters.trouble.ink': [
    '打印机没有墨粉或墨水了，换好后自动接着印。',
    'The printer is out of toner or ink; it goes on by itself.',
  ],
  'sheetprinters.trouble.fault': [
    '打印机报告故障，请看它的显示屏；好了自动接着印。',
    'The printer reports a fault; look at its display. It goes on by itself.',
  ],
  'sheetprinters.trouble.format': [
    '这台打印机不收 PDF，请打开 PDF 文件用驱动打印。',
    'This printer takes no PDF; print the file with its driver.',
  ],
  'sheetprinters.trouble.strange': [
    '这个地址上的设备不像打印机，请管理员核对。',
    'What answers at its address is no printer; an administrator checks it.',
  ],
  'onprinter.title': ['在打印机上打印', 'Print on a printer'],
  'onprinter.which': ['打印机', 'Printer'],
  'onprinter.copies': ['份数', 'Copies'],
  'onprinter.two-sided': ['双面', 'Two-sided'],
  'onprinter.run': ['打印', 'Print'],
  'onprinter.run-many': ['打印 {count} 张', 'Print {count}'],
  'onprinter.sent': ['已送往“{name}”', 'On its way to {name}'],
  'onprinter.tiles': [
    '“{name}”没有这么大的纸。可以分成几张 {on} 拼接。',
    '{name} has no such large paper; several {on} can be put together.',
  ],
  'onprinter.nup': [
    '“{name}”没有这种纸。可以几份拼在一页 {on} 上，印好裁开。',
    '{name} has no such paper; several fit on one {on}, to be cut.',
  ],
  'onprinter.take-tiles': ['改成 {on} 拼接', 'Take tiles of {on}'],
  'onprinter.take-nup': ['改成拼在 {on} 上', 'Take several on {on}'],
  'onprinter.bleed': [
    '带出血的版式是给印刷店的，请把输出改成“整张”。',
    'With bleed it is for a print shop; take the whole sheet.',
  ],
  'onprinter.none': ['“{name}”没有 A4、A3 纸，印不了。', '{name} has neither A4 nor A3.'],
  'onprinter.unfit': [
    '{count} 张的纸“{name}”没有，请改成拼接或几份一页。',
    '{name} has no paper for {count} of them; take tiles or several on a page.',
  ],
  'onprinter.take-fit': ['这 {count} 张改成能印的版式', 'Lay these {count} out to fit'],
  'onprinter.not-loaded': [
    '纸盒里现在没有 {paper}，请先放好。',
    'There is no {paper} in its trays now; put some in.',
  ],
  'sendings.title': ['正在打印机上', 'On printers'],
  'sendings.to': ['{printer}：{done} / {total} 张', '{printer}: {done} of {total}'],
  'sendings.copies': ['每张 {copies} 份', '{copies} copies each'],
  'sendings.cancel': ['取消打印', 'Cancel'],
  'sendings.again': ['没印成的再送一次', 'Send the failed again'],
  'sendings.waiting': ['排队中', 'Waiting'],
  'sendings.working': ['正在打印', 'Printing'],
  'sendings.done': ['印好了', 'Done'],
  'sendings.unsure': [
    '{count} 张已送出，但打印机没有回答。请看看印出来没有，不要急着再印。',
    '{count} were sent, and the printer did not answer. Look whether they came out before printing again.',
  ],
  'sheets.output': [
    '{time}由{by}在“{printer}”上印出 {copies} 份',
    '{copies} brought out by {printer} for {by}, {time}',
  ],
} as const satisfies Entries;
