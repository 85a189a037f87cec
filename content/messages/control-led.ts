import type { Entries } from './catalogue.ts';

/** LED signs in the panel: key → [中文, English]. */
export const ledPanelEntries = {
  'led.colour': ['颜色', 'Colour'],
  'led.colour.red': ['单红', 'Red'],
  'led.colour.amber': ['单黄', 'Amber'],
  'led.colour.full': ['全彩', 'Full colour'],
  'led.colour-help': [
    '按屏幕的灯珠选择。标准要求黑底红字。',
    'By the dots of the sign. The standards ask for red on black.',
  ],
  'led.long': ['放不下的字', 'Text that does not fit'],
  'led.long.pages': ['分页显示', 'Turns pages'],
  'led.long.rolls': ['向左滚动', 'Rolls to the left'],
  'led.long-help': ['放得下的字总是静止的。', 'Text that fits always stands still.'],
  'led.way': ['画面怎么送到屏上', 'How the picture gets there'],
  'led.way.mirror': ['电脑画面（同步卡）', 'From a PC’s screen (synchronous card)'],
  'led.way.fetch': ['控制卡自己取图', 'The controller fetches pictures'],
  'led.way.onbon': ['推送到仰邦 BX-5 控制卡', 'Sent to an ONBON BX-5 controller'],
  'led.way-help': [
    '推送用 TCP 协议。本软件没有用实物试过，第一次使用请站在屏前核对。',
    'Sent over TCP. No real controller was tried: watch the sign the first time.',
  ],
  'led.host': ['控制卡地址', 'Controller address'],
  'led.host-help': [
    '大厅网络里的 IP，如 192.168.1.200。',
    'Its IP in the hall’s network, such as 192.168.1.200.',
  ],
  'led.port': ['端口', 'Port'],
  'led.address': ['屏号', 'Screen number'],
  'led.address-help': [
    '与控制卡软件里的屏号一致，一般是 1。',
    'As in the controller’s own software, mostly 1.',
  ],
  'led.model': ['型号', 'Model'],
  'led.double': ['双基色（红、绿灯珠）', 'Two colours (red and green dots)'],
  'led.url': ['取图地址', 'Address of the picture'],
  'led.url-help': [
    '.png 换成 .bmp 也可以；?bits=1、2、24 选位数；?wait=60 等到画面变化再答复。',
    '.bmp works too; ?bits=1, 2 or 24 chooses the depth; ?wait=60 answers when the picture changes.',
  ],
  'led.fed.well': ['画面已送到', 'Shows the picture'],
  'led.fed.waiting': ['正在连接', 'Connecting'],
  'led.fed.offline': [
    '连不上控制卡，请检查电源、网线和地址',
    'Cannot reach the controller; check power, cable and address',
  ],
  'led.fed.mute': ['控制卡不回答，请核对端口和型号', 'The controller does not answer; check port and model'],
  'led.fed.refused': [
    '控制卡拒收（错误 {error}），请核对型号、屏号和点阵大小',
    'The controller refused (error {error}); check model, number and size',
  ],
  'led.fed.since': ['自 {time}', 'since {time}'],
  'led.budget': ['这块屏一行可显示 {count} 个字。', 'One line of this sign holds {count} characters.'],
  'led.budget-over': [
    '“{text}”有 {length} 个字，这块屏一行只放得下 {count} 个，会分行或分页。',
    '“{text}” has {length} characters; a line of this sign holds {count}, so it takes more lines or pages.',
  ],
  'led.add': ['添加点阵屏', 'Add an LED sign'],
  'led.add-help': [
    '异步控制卡没有浏览器，不用配对，直接在这里添加。由电脑画面映射的屏，请在电脑上打开屏幕网址再配对。',
    'An asynchronous controller has no browser: add it here, without pairing. For a sign that mirrors a PC, open the screen address there and pair it.',
  ],
  'led.unpaired': ['不用配对', 'No pairing'],
} as const satisfies Entries;
