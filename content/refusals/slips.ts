import type { RefusalTable } from './table.ts';

/** Slips and the printers that they come out of. */
export const slips = {
  'printer.address': [
    400,
    '{host} 不是本地网络的地址。请填打印机的 IP 地址，如 192.168.1.60；不能填网址或公网地址。',
    '{host} is no address of the local network. Enter the printer’s IP address, such as 192.168.1.60; names and public addresses are not taken.',
  ],
  'printer.host-taken': [
    409,
    '这个地址和端口已经用于“{name}”。',
    'This address and port are already those of {name}.',
  ],
  'printer.none': [
    409,
    '还没有设置小票打印机。请管理员在“打印机”页添加。',
    'There is no slip printer yet. An administrator adds one on the page Printers.',
  ],
  'printer.offline': [
    503,
    '连不上打印机“{name}”。请看看电源、网线和联机灯。',
    'The printer {name} cannot be reached. Check power, cable and its online light.',
  ],
  'printer.paper': [503, '打印机“{name}”没有纸了，请换纸。', 'The printer {name} is out of paper.'],
  'printer.cover': [503, '打印机“{name}”的盖子没有盖好。', 'The cover of the printer {name} is open.'],
  'printer.fault': [
    503,
    '打印机“{name}”报告故障（切刀卡纸等）。请打开盖子检查后关机重开。',
    'The printer {name} reports a fault. Check the cutter and switch it off and on.',
  ],
  'printer.strange': [
    503,
    '“{name}”这个地址上的设备不像小票打印机，请核对地址和端口。',
    'What answers at the address of {name} does not seem to be a slip printer; check address and port.',
  ],
  'printer.unsure': [
    503,
    '小票已发给打印机“{name}”，但没有收到打完的回答。请看看有没有打出来。',
    'The slip went to the printer {name}, but it did not say that it was printed. Look whether it came out.',
  ],
  'printer.busy': [
    503,
    '打印机“{name}”前面还有 {count} 张小票，请稍等。',
    'The printer {name} has {count} slips to print first; wait a moment.',
  ],
  'slip.missing': [
    404,
    '没有这张号票的小票：今天没有发过，或网址不完整。',
    'There is no such slip today; check the address.',
  ],
} as const satisfies RefusalTable;
