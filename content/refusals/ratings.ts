import type { RefusalTable } from './table.ts';

/** Ratings and what is done about bad ones. The first are read by visitors. */
export const ratings = {
  'rating.done': [409, '这次服务已经评价过了，谢谢您。', 'This visit has been rated already. Thank you.'],
  'rating.unserved': [
    409,
    '{number} 号还没有开始办理，办理后再评价。',
    'Number {number} has not been served yet; rate it afterwards.',
  ],
  'rating.over': [
    404,
    '找不到可以评价的业务。评价当天有效；窗口二维码在办完后 10 分钟内有效，号票上的二维码当天都可以用。',
    'There is no visit to rate. A visit is rated on its day; the window’s code works for 10 minutes after it, the slip’s all day.',
  ],
  'rating.elsewhere': [
    409,
    '这张号票不在本窗口办理，请在办理的窗口评价。',
    'This ticket was served at another window; rate it there.',
  ],
  'rating.phone': [
    400,
    '{contact} 不像电话号码。请填写手机号或带区号的电话，也可以不填。',
    '{contact} is no phone number. Enter a mobile or a landline with its area code, or leave it out.',
  ],
  'words.identity': [
    400,
    '文字里好像有身份证号。请勿填写身份证号、电话、银行卡号等个人信息，删掉后再提交。',
    'The text seems to hold an identity number. Take out identity, phone and card numbers and send it again.',
  ],
  'words.phone': [
    400,
    '文字里好像有电话号码。请勿填写身份证号、电话、银行卡号等个人信息，删掉后再提交。',
    'The text seems to hold a phone number. Take out identity, phone and card numbers and send it again.',
  ],
  'words.bank': [
    400,
    '文字里好像有银行卡号。请勿填写身份证号、电话、银行卡号等个人信息，删掉后再提交。',
    'The text seems to hold a card number. Take out identity, phone and card numbers and send it again.',
  ],
  'case.closed': [409, '这条差评已经办结，不能再改。', 'This case is closed and cannot be changed.'],
  'case.own': [
    403,
    '这条差评评的是您本人，核实、回访和办结要由别人来做。',
    'This rating is about yourself: somebody else checks it, calls back and closes it.',
  ],
  'case.result': [
    400,
    '请选择结果：核实选“属实”或“不属实”，回访选回访结果，整改不用选。',
    'Choose what came of it: founded or not for a check, how the call went for a call-back; none for mending.',
  ],
  'case.steps': [
    409,
    '还不能办结：要有整改（或核实为不属实），并且要有回访记录。',
    'It cannot be closed yet: it needs mending (or a check that found it unfounded) and a call-back.',
  ],
  'case.full': [409, '这条差评的记录已满 50 条，请办结。', 'This case has 50 steps; close it.'],
} as const satisfies RefusalTable;
