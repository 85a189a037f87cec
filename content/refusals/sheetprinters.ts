import type { RefusalTable } from './table.ts';

/** Printers of the hall that sheets are printed on. */
export const sheetprinters = {
  'sheetprinter.address': [
    422,
    '请填打印机的 IP 地址，如 192.168.1.50，或 ipp://192.168.1.50/ipp/print；不能填网址、外网地址和加密的 ipps 地址。',
    'Enter the printer’s IP address, such as 192.168.1.50 or ipp://192.168.1.50/ipp/print; no names, no addresses outside the hall, no ipps.',
  ],
  'sheetprinter.own': [
    422,
    '这是主机自己的地址。接在主机上的打印机，请用本机打印系统的地址，如 127.0.0.1:631/printers/名称。',
    'This is the hub’s own computer. A printer plugged into it is reached through its print system, such as 127.0.0.1:631/printers/NAME.',
  ],
  'sheetprinter.offline': [
    503,
    '{host} 没有回应。请看看打印机开了没有、网线插好没有，再核对地址。',
    '{host} does not answer. Is the printer on and plugged in? Check the address.',
  ],
  'sheetprinter.strange': [
    422,
    '{host} 有回应，但不像是网络打印机（IPP）。请核对地址；带路径的地址请整个填写。',
    '{host} answers, but not as a printer (IPP). Check the address, and enter its path if it has one.',
  ],
  'sheetprinter.format': [
    422,
    '这台打印机不能直接收 PDF。请在电脑上打开 PDF 文件，用它的驱动打印。',
    'This printer takes no PDF. Open the PDF on a computer and print it with its driver.',
  ],
  'sheetprinter.taken': [409, '这台打印机已经添加，叫“{name}”。', 'This printer is there already: {name}.'],
  'sheetprinter.paper': [
    422,
    '打印机“{name}”印不了这个版式的纸张，请改用它有的纸，或分成几张拼接。',
    'The printer {name} has no paper for this layout; take one that it has, or print in tiles.',
  ],
  'sheetprinter.busy': [
    503,
    '打印机“{name}”前面还有 {count} 份，请稍后再送。',
    'The printer {name} has {count} to print first; send it later.',
  ],
  'sheetprinter.dropped': [
    502,
    '打印机“{name}”没有印出这一份。请看打印机上的提示，再送一次。',
    'The printer {name} did not bring this one out. Look at its display and send it again.',
  ],
  'sheetprinter.waited': [
    504,
    '等了半小时，打印机“{name}”还不能打印，这一份没有送出。修好后再送一次。',
    'The printer {name} could not print for half an hour, so this one was not sent. Send it again when it can.',
  ],
  'sheetprinter.sending-missing': [
    404,
    '没有这份打印，可能已经清理。',
    'There is no such print any more; it may be cleared away.',
  ],
} as const satisfies RefusalTable;
