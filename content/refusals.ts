/**
 * Every error that a person or program can be answered: code → [HTTP status, 中文, English].
 * The words say what is wrong and what to do. `{x}` is filled from the refusal's params.
 */
export const refusals = {
  // sign-in and rights
  'session.missing': [401, '请先登录。', 'Please sign in first.'],
  'session.wrong': [
    401,
    '用户名或密码不对，还可以再试 {left} 次。',
    'Wrong name or password; {left} tries left.',
  ],
  'session.locked': [
    423,
    '密码连续输错 5 次，账户已锁定。请在 {minutes} 分钟后再试，或请管理员重设密码。',
    'Five wrong passwords: this account is locked. Try again in {minutes} minutes, or ask the admin for a new password.',
  ],
  'session.forbidden': [
    403,
    '您的账户没有“{right}”的权限，请联系管理员。',
    'Your account may not do this ({right}); ask the admin.',
  ],
  'request.foreign': [
    403,
    '请求来自其他网站，已拒绝。请从本系统的页面操作。',
    'The request came from another site and was refused.',
  ],
  'request.invalid': [
    400,
    '提交的内容有误：{where} {what}。请改正后重试。',
    'Bad input: {where} {what}. Correct it and try again.',
  ],
  'request.too-many': [
    429,
    '操作太频繁，请在 {seconds} 秒后再试。',
    'Too many requests; try again in {seconds} seconds.',
  ],
  'request.too-large': [413, '内容太大，上限为 {limit}。', 'Too large; the limit is {limit}.'],
  'request.unknown': [404, '没有这个地址或操作：{what}。', 'There is no such address or operation: {what}.'],
  'record.missing': [
    404,
    '找不到这条记录，可能已被删除。请刷新后再看。',
    'This record is not there; it may have been removed.',
  ],
  'record.changed': [
    409,
    '这条记录刚刚被别人修改过，请看过新内容后再保存。',
    'Somebody else has just changed this record; look at it again before you save.',
  ],
  // set-up
  'setup.done': [409, '本中心已经完成设置，请直接登录。', 'This hall is already set up; sign in instead.'],
  'setup.code': [
    403,
    '设置码不对或已失效。请使用主机启动时显示的设置链接。',
    'The set-up code is wrong or used; take the link that the hub printed when it started.',
  ],
  'setup.missing': [
    409,
    '本中心还没有设置，请先打开主机启动时显示的设置链接。',
    'This hall is not set up yet; open the set-up link that the hub printed.',
  ],
  'standard.unknown': [400, '没有“{standard}”这个标准包。', 'There is no standard called {standard}.'],
  'name.part-missing': [400, '还缺{part}，名称无法生成。', 'The name needs the part {part}.'],
  'name.part-wrong': [400, '{part}应以“{endings}”结尾。', 'The part {part} must end with one of {endings}.'],
  'name.too-long': [
    400,
    '名称超过 {limit} 个字，请核对地名。',
    'The name is longer than {limit} characters; check the place names.',
  ],
  'name.kind-unknown': [
    400,
    '这个标准没有规定这一级的名称，请换一个级别。',
    'This standard has no name for this level.',
  ],
  'hours.wrong': [
    400,
    '办公时间有误：每段的结束要晚于开始，各段不能重叠。',
    'The hours are wrong: each span must end after it starts, and spans must not overlap.',
  ],
  'phone.wrong': [
    400,
    '“{value}”不像电话号码，请填写如 023-79200000 或 12345。',
    '{value} does not look like a phone number.',
  ],
  // accounts
  'account.name-taken': [
    409,
    '用户名“{name}”已被使用，请换一个。',
    'The name {name} is taken; choose another.',
  ],
  'account.password-weak': [
    400,
    '密码至少 8 位，不能是常见密码，也不能与用户名相同。',
    'The password needs at least 8 characters and must be neither common nor the name.',
  ],
  'account.last-admin': [409, '至少要保留一名可用的管理员。', 'At least one working admin must remain.'],
  // windows and queue
  'window.missing': [404, '没有这个窗口。', 'There is no such window.'],
  'window.number-taken': [
    409,
    '{number} 号窗口已经存在，请换一个号。',
    'Window {number} exists already; choose another number.',
  ],
  'window.taken': [
    409,
    '{number} 号窗口正由{clerk}值守，请选其他窗口，或请对方先离岗。',
    'Window {number} is held by {clerk}; take another, or let them leave first.',
  ],
  'window.other': [
    409,
    '您正在 {number} 号窗口值守，请先在那里离岗。',
    'You hold window {number}; leave it first.',
  ],
  'window.not-yours': [
    409,
    '您没有值守 {number} 号窗口，请先上岗。',
    'You do not hold window {number}; take it first.',
  ],
  'window.paused': [
    409,
    '{number} 号窗口暂停服务中，请先恢复服务再叫号。',
    'Window {number} is paused; resume it before you call.',
  ],
  'window.not-paused': [409, '{number} 号窗口没有暂停。', 'Window {number} is not paused.'],
  'window.busy': [
    409,
    '{ticket} 号还在 {number} 号窗口，请先完成或过号。',
    'Ticket {ticket} is still at window {number}; finish or pass it first.',
  ],
  'window.no-ticket': [409, '{number} 号窗口现在没有叫到的号。', 'No ticket is at window {number} now.'],
  'window.in-use': [
    409,
    '{number} 号窗口正在使用，不能删除。',
    'Window {number} is in use and cannot be removed.',
  ],
  'window.until-past': [400, '返回时间要晚于现在。', 'The return time must be later than now.'],
  'window.go-to-self': [
    400,
    '替代窗口不能是本窗口，也必须存在。',
    'The window that stands in must exist and be another one.',
  ],
  'window.nobody': [
    409,
    '{number} 号窗口现在无人值守，不用接替，请直接上岗。',
    'Nobody holds window {number}; take it.',
  ],
  'window.people-waiting': [
    409,
    '还有 {count} 人在等 {number} 号窗口的业务，别的窗口都没有在办。确实要离岗，请再按一次“离岗”。',
    '{count} people wait for what only window {number} serves now. To leave all the same, press Leave again.',
  ],
  'service.missing': [404, '没有这项业务，请刷新后再选。', 'There is no such service; choose again.'],
  'service.in-use': [
    409,
    '“{name}”还有人在等候或正在办理，不能删除。',
    'Tickets of {name} are still open; it cannot be removed.',
  ],
  'service.prefix-taken': [
    409,
    '字母 {prefix} 已被“{name}”使用，请换一个。',
    'The letter {prefix} is used by {name}; choose another.',
  ],
  'queue.empty': [409, '现在没有人在等候。', 'Nobody is waiting now.'],
  'queue.full': [409, '“{name}”今天的号已经发完。', 'All numbers of {name} are given out for today.'],
  'limit.morning': [
    409,
    '{name}上午的号已发完，下午 {from} 起发号。',
    'The morning’s numbers of {name} are given out; there are more from {from}.',
  ],
  'limit.afternoon': [
    409,
    '{name}下午的号已发完，请改天再来。',
    'The afternoon’s numbers of {name} are given out; come another day.',
  ],
  'limit.day': [
    409,
    '{name}今天的号已发完，请改天再来。',
    'Today’s numbers of {name} are given out; come another day.',
  ],
  'limit.last': [
    409,
    '{name}每天 {time} 停止取号，请改天再来。',
    '{name} gives out no numbers after {time}; come another day.',
  ],
  'ticket.missing': [404, '没有这张号票，请核对号码。', 'There is no such ticket; check the number.'],
  'ticket.at-window': [
    409,
    '{number} 号已叫到 {window} 号窗口，不能再呼叫。',
    'Ticket {number} is at window {window} and cannot be called.',
  ],
  'ticket.finished': [
    409,
    '{number} 号已经办结，不能再呼叫。',
    'Ticket {number} is finished and cannot be called.',
  ],
  'ticket.started': [
    409,
    '{number} 号已经开始办理，不能过号。',
    'Ticket {number} is being served and cannot be passed.',
  ],
  'ticket.over': [
    409,
    '{number} 号已经弃号或取消，请重新取号。',
    'Ticket {number} was dropped or cancelled; take a new one.',
  ],
  'ticket.being-served': [
    409,
    '{number} 号正在办理，不能弃号。请点“完成”或“挂起”。',
    'Ticket {number} is being served and cannot be dropped; finish or hold it.',
  ],
  'ticket.cancel-at-window': [
    409,
    '{number} 号正在 {window} 号窗口，不能取消。请在窗口办结或弃号。',
    'Ticket {number} is at window {window} and cannot be cancelled; finish or drop it there.',
  ],
  'ticket.cancel-over': [
    409,
    '{number} 号已经结束，不用取消。',
    'Ticket {number} is over; nothing to cancel.',
  ],
  'transfer.nowhere': [
    400,
    '请选择要转到的业务或窗口，不能是原来的业务和本窗口。',
    'Choose another service or another window to transfer to.',
  ],
  'undo.nothing': [
    409,
    '{number} 号窗口没有可以撤销的操作。',
    'There is nothing to take back at window {number}.',
  ],
  'undo.late': [
    409,
    '已超过 {seconds} 秒，不能撤销。如有需要，请用选呼重新叫号。',
    'More than {seconds} seconds have passed: too late to take back. Call the ticket by choice instead.',
  ],
  'undo.changed': [
    409,
    '{ticket} 号在这之后又有了变化，不能撤销。',
    'Ticket {ticket} has changed since; this can no longer be taken back.',
  ],
  // publications
  'notice.ends-early': [400, '结束时间要晚于开始时间。', 'The notice must end after it begins.'],
  'notice.over': [
    400,
    '结束时间已经过去，这条公告不会显示。请改结束时间。',
    'The end is in the past: this notice would never show. Change the end.',
  ],
  'notice.withdrawn': [
    409,
    '这条公告已经撤回，不能再改。请另发一条。',
    'This notice was withdrawn; post a new one.',
  ],
  'contact.last-complaint': [
    409,
    '投诉电话必须保留：它要显示在每块屏幕上。',
    'The complaint phone must stay: it is shown on every screen.',
  ],
  'rule.exists': [
    409,
    '制度“{title}”已经按同一文字采用，没有变化。',
    'The rule {title} has been adopted in the same words already.',
  ],
  'rule.title-twice': [
    400,
    '选中的制度里有两份都叫“{title}”，请只选其中一份。',
    'Two of the chosen rules are called {title}; choose one of them.',
  ],
  'import.not-text': [
    400,
    '“{file}”不是文本文件（TXT 或 Markdown）。请先另存为纯文本再导入。',
    '{file} is not a text file (TXT or Markdown); save it as plain text first.',
  ],
  'import.encoding': [
    400,
    '“{file}”的文字编码无法识别，请另存为 UTF-8 后再导入。',
    'The encoding of {file} cannot be read; save it as UTF-8.',
  ],
  'import.no-rules': [
    400,
    '“{file}”里没有找到制度条文（如“附件1”或“一、”开头的条目）。请核对是否选错了文件。',
    'No rules (annexes or articles such as 一、) were found in {file}; is it the right file?',
  ],
  'import.choose': [400, '没有选中任何制度。', 'No rule was chosen.'],
  'import.unknown': [
    400,
    '文件里没有“{title}”。可选：{titles}',
    'The file has no rule called {title}. It has: {titles}',
  ],
  // screens and sheets
  'pairing.unknown': [
    404,
    '配对码不对或已过期，请核对屏幕上现在显示的 6 位数字。',
    'The pairing code is wrong or expired; check the six digits on the screen.',
  ],
  'screen.revoked': [403, '这块屏幕已被解除配对。', 'This screen was unpaired.'],
  'sheet.missing': [
    404,
    '没有编号为 {code} 的印刷件，请核对编号。',
    'There is no sheet with the code {code}.',
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
  'print.failed': [500, '这一份没有印成，请重试。', 'This sheet could not be rendered; try again.'],
  // storage
  'journal.failed': [
    503,
    '数据没有存上，这次操作不算数。请检查主机的磁盘空间后重试。',
    'The change could not be stored and does not count; check the disk of the hub and try again.',
  ],
  'hub.unreachable': [
    503,
    '连不上主机。请看看网线或无线网络是否接好、主机是否开着，然后再试一次。',
    'The hub cannot be reached. Check the network cable or Wi-Fi and that the hub is on, then try again.',
  ],
  'hub.closing': [503, '主机正在关闭，请稍后再试。', 'The hub is closing; try again later.'],
  'hub.failed': [
    500,
    '主机出错了，操作没有完成。请重试；若仍不行，请把时间告诉管理员。',
    'The hub failed and nothing was changed. Try again; if it persists, tell the admin the time.',
  ],
} as const satisfies Record<string, readonly [number, string, string]>;

export type RefusalCode = keyof typeof refusals;
export type RefusalParams = Record<string, string | number>;
export type Language = 'zh-CN' | 'en';

/** The words of a refusal in the reader's language. */
export function wordRefusal(
  code: RefusalCode,
  params: RefusalParams = {},
  language: Language = 'zh-CN',
): string {
  const words = refusals[code][language === 'en' ? 2 : 1];
  return words.replace(/\{(\w+)\}/g, (whole, key: string) => String(params[key] ?? whole));
}
