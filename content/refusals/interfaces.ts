import type { RefusalTable } from './table.ts';

/** API keys, webhooks, and the API for other systems. */
export const interfaces = {
  'key.missing': [
    401,
    '请求里没有接口密钥。请加上请求头 Authorization: Bearer 密钥。',
    'The request carries no API key; add the header Authorization: Bearer KEY.',
  ],
  'key.unknown': [
    401,
    '接口密钥不对，或者已停用。请向大厅管理员要一个新的。',
    'The API key is wrong or revoked; ask the hall’s admin for a new one.',
  ],
  'key.forbidden': [
    403,
    '接口密钥“{name}”没有 {right} 权限，请让管理员在“接口”页加上。',
    'The API key {name} lacks the right {right}; ask the admin to add it on the Interfaces page.',
  ],
  'key.window': [
    403,
    '这个接口密钥不能在 {number} 号窗口叫号，请让管理员在“接口”页加上。',
    'This API key may not call at window {number}; ask the admin to add it on the Interfaces page.',
  ],
  'key.revoked': [
    409,
    '接口密钥“{name}”已停用，不能再修改。请新建一个。',
    'The key {name} is revoked and cannot be changed; make a new one.',
  ],
  'key.name-taken': [
    409,
    '已经有一个叫“{name}”的接口密钥，请换个名称。',
    'There is a key called {name}; choose another name.',
  ],
  'key.too-many': [
    409,
    '最多 {limit} 个接口密钥，请先停用不用的。',
    'At most {limit} keys; revoke those not in use.',
  ],
  'window.unheld': [
    409,
    '{number} 号窗口现在无人值守，请窗口人员先上岗。',
    'Nobody holds window {number}; its clerk has to take it first.',
  ],
  'window.unknown': [
    404,
    '没有 {number} 号窗口，请核对窗口号。',
    'There is no window {number}; check the number.',
  ],
  'webhook.twice': [409, '这个地址已经在推送了。', 'This address is told of events already.'],
  'webhook.too-many': [
    409,
    '最多 {limit} 个推送地址，请先删除不用的。',
    'At most {limit} addresses; remove those not in use.',
  ],
  'webhook.address': [
    400,
    '地址要以 http:// 或 https:// 开头，不能带用户名和密码。',
    'The address must begin with http:// or https:// and carry no name and password.',
  ],
  'webhook.unresolved': [
    400,
    '找不到主机 {host}。请核对地址，或改用 IP 地址。',
    'The host {host} is not found; check the address, or use an IP address.',
  ],
  'webhook.loopback': [
    400,
    '不能推送到 {address}：它指向主机自己或网络设备。请填接收系统所在电脑的地址。',
    'Events are not sent to {address}: it means the hub itself or network equipment. Name the computer of the receiving system.',
  ],
  'webhook.outside': [
    400,
    '{address} 不在大厅的局域网里。确实要推送到外面，请选“任何地址”。',
    '{address} is not in the hall’s network. To send events outside, choose “Any address”.',
  ],
  'webhook.failed': [
    502,
    '没有送到：{reason}。请看看接收系统是否开着、地址对不对。',
    'Not delivered: {reason}. Check that the receiving system is up and the address is right.',
  ],
  'event.unknown': [
    410,
    '没有编号为 {event} 的事件，主机的数据可能换过。请去掉 Last-Event-ID 重新开始。',
    'There is no event {event}; the hub’s data may have been replaced. Start again without Last-Event-ID.',
  ],
} as const satisfies RefusalTable;
