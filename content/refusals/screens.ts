import type { RefusalTable } from './table.ts';

/** Screens and their pairing. */
export const screens = {
  'pairing.unknown': [
    404,
    '配对码不对或已过期，请核对屏幕上现在显示的 6 位数字。',
    'The pairing code is wrong or expired; check the six digits on the screen.',
  ],
  'voice.spans': [
    400,
    '播报音量的时段有误：每段的结束要晚于开始，各段不能重叠。',
    'The hours of the volume are wrong: each span must end after it starts, and spans must not overlap.',
  ],
  'screen.away': [
    409,
    '这块屏幕现在没有连上。请检查它的电源和网络。',
    'This screen is not connected now; check its power and network.',
  ],
  'screen.unable': [
    409,
    '这块屏幕的浏览器做不到（{why}）。',
    'The browser of this screen cannot do that ({why}).',
  ],
  'screen.silent': [
    409,
    '这块屏幕没有设为播报叫号，请先打开声音并保存。',
    'This screen is not set to speak calls; turn its sound on and save.',
  ],
  'sign.missing': [
    404,
    '没有这块点阵屏，或这块屏幕放的不是窗口屏。请在“屏幕”页里复制它的图像地址。',
    'There is no such sign of dots, or this screen shows something else; copy its address from the page “Screens”.',
  ],
  'sign.no-letters': [
    503,
    '点阵字库还没有生成，请重新运行 npm start。',
    'The dot fonts are not built yet; run npm start again.',
  ],
  'sign.address': [
    400,
    '控制卡地址“{host}”不是局域网地址，请填大厅网络里的 IP，如 192.168.1.200。',
    'The controller address “{host}” is not one of a local network; give an IP of the hall, such as 192.168.1.200.',
  ],
  'scene.no-dots': [
    400,
    '不配对就添加的、由控制卡显示的，只能是设了点数的窗口屏或滚动字幕。其他屏幕请打开屏幕网址再配对。',
    'Without pairing, and on a controller, there can only be a sign or a rolling line with its size in dots; open the screen address on other screens.',
  ],
  'sign.busy': [
    503,
    '等候画面的控制卡太多，请稍后再取。',
    'Too many controllers wait for a frame; ask again later.',
  ],
  'scene.window-twice': [
    409,
    '{number}号窗口分到了两个组，请只留在一个组里。',
    'Window {number} is in two groups; leave it in one.',
  ],
  'scene.group-empty': [
    409,
    '有一个组还没有窗口，请给每个组选窗口，或减少组数。',
    'One group has no windows; choose some for each, or take fewer groups.',
  ],
  'scene.page-unlisted': [
    409,
    '这个网页不在本大厅的网页名单里，请管理员先在“大厅”页把它的网站加进名单。',
    'This page is not on the hall’s list; an administrator adds its site on the page “Hall” first.',
  ],
  'scene.zone-outside': [
    409,
    '有一个分区超出了网格，请缩小或移动它。',
    'A zone reaches beyond the grid; make it smaller or move it.',
  ],
  'scene.zones-overlap': [409, '有两个分区叠在一起，请分开。', 'Two zones lie on each other; part them.'],
  'page.address': [
    400,
    '“{address}”不是网站地址，请写成 https://example.cn 的样子。',
    '“{address}” is no address of a site; write it like https://example.cn.',
  ],
  'screen.revoked': [403, '这块屏幕已被解除配对。', 'This screen was unpaired.'],
} as const satisfies RefusalTable;
