/** What a column of a list holds, told by its head. */
export type ColumnKind = 'name' | 'identity' | 'mobile' | 'bank' | 'home' | 'health' | 'serial';

const heads: readonly (readonly [ColumnKind, RegExp])[] = [
  ['identity', /身份证|证件号|身份号|公民身份|残疾人?证(?:号|编号)|户口簿号|护照号/],
  ['bank', /银行|卡号|一卡通|存折|(?:账|帐)[号户]|开户/],
  ['mobile', /手机|移动电话|联系(?:电话|方式)|电话|微信号|QQ/],
  ['home', /住址|地址|门牌|户籍所在|户口所在/],
  ['health', /残疾(?:类别|类型|等级|级别|情况)|病种|病情|疾病|健康状况|致贫原因|患病/],
  ['serial', /^(?:序号|编号|序|No\.?|№|#)$/i],
  [
    'name',
    /姓名|户主|申请人|受益人|享受人|救助对象|保障对象|受助人|监护人|持证人|承包方代表|被征地农户|学生(?!数|人数)|人员名单/,
  ],
];
/** A thing's or an office's, whatever else the head says. */
const OF_OFFICE = /单位|机构|部门|企业|公司|项目|工程|窗口|科室|办公|监督|举报|投诉|咨询/;

/** What a column holds by its head; null where the head does not tell. */
export function headOf(head: string): ColumnKind | null {
  const plain = head.replace(/[\s（）()：:]/g, '');
  if (plain === '') return null;
  for (const [kind, pattern] of heads)
    if (pattern.test(plain))
      return OF_OFFICE.test(plain) && kind !== 'identity' && kind !== 'bank' ? null : kind;
  return null;
}
