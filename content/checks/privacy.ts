import type { Found, FindingCode } from './finding.ts';
import { findNames } from './names.ts';
import { findPersonal, isMobile, plainFigures } from './personal.ts';
import type { Personal } from './personal.ts';

/** What a text's privacy is judged against. */
export interface PrivacyContext {
  /** The title of the record: 低保名单 makes a list of names what it is. */
  title: string;
  /** Digits of the hall's own public phones: they may stand anywhere. */
  phones: ReadonlySet<string>;
}

const near = (label: string, signs = 6): RegExp => new RegExp(`(?:${label})[^\\d\\n]{0,${signs}}$`);
/** A number by these names is a thing's or a body's, whatever its digits look like. */
const CODE = near('统一社会信用代码|信用代码|组织机构代码|机构代码|税号|纳税人识别号', 8);
const THING = near(
  '注册号|登记号|许可证|许可证号|执照|执照号|编号|文号|合同|合同号|备案号|批准号|案号|订单|订单号|运单|运单号|快递单号|快递号|条码|流水号|单号|受理号|档案号|户号|表号|设备号|QQ|qq|群号|宗地|不动产单元|项目代码|资产号',
  8,
);
/** An account of a body, not of a person. */
const BODY_ACCOUNT =
  /对公|专户|基本(?:存款)?账户|单位(?:银行)?账|财政|国库|零余额|捐赠|捐款|(?:户名|收款单位|收款人|开户名称|账户名称|缴款)[^\n]{0,8}?[\u4e00-\u9fff]*(?:局|所|院|公司|政府|委员会|中心|学校|小学|中学|合作社|办事处|村委会|居委会|工会|协会|基金会|慈善会|总会)/;
const ACCOUNT =
  /(?:银行(?:账|帐)[号户]|(?:账|帐)[号户]|卡号|一卡通(?:账号|号)?|存折号?码?)[^\d\n]{0,6}(\d[\d -]{9,28}\d)/g;
const ACCOUNT_DIGITS = /^\d{12,21}$/;
/** What is measured in something, or goes on in letters, is no phone. */
const AMOUNT = /^(?:元(?!旦)|万|亿|亩|吨|字节|平方|立方|千|公里|[A-WYZa-wyz])/;
const HOME_PHONE = /(?:家庭电话|住宅电话|家里电话|宅电)[^\d\n]{0,6}$/;

/** Identity numbers, mobiles, cards, accounts, homes, and names beside sensitive matters, in what is to be released (K5–K9). */
export function findPrivate(text: string, context: PrivacyContext): Found[] {
  const plain = plainFigures(text);
  const found: Found[] = [];
  const add = (code: FindingCode, start: number, end: number): void => {
    if (found.some((one) => start < one.end && one.start < end)) return;
    found.push({ code, start, end, params: { text: text.slice(start, end) } });
  };
  for (const number of findPersonal(text)) {
    const code = codeOf(number, plain, context);
    if (code) add(code, number.from, number.to);
  }
  for (const match of plain.matchAll(ACCOUNT)) {
    const digits = (match[1] ?? '').replace(/\D/g, '');
    const start = match.index + match[0].length - (match[1]?.length ?? 0);
    if (ACCOUNT_DIGITS.test(digits) && !isOfBody(plain, match.index + 2))
      add('privacy.bank', start, start + (match[1]?.length ?? 0));
  }
  for (const { start, end } of findMasked(plain)) add('privacy.masked', start, end);
  for (const { start, end, home } of findHomes(plain))
    add(home ? 'privacy.home' : 'privacy.address', start, end);
  for (const { start, end, grave } of findNames(plain, context.title))
    add(grave ? 'privacy.sensitive' : 'privacy.name', start, end);
  return found.sort((one, other) => one.start - other.start);
}

/** A number's own code, or null where its label or its digits say that it is nobody's. */
function codeOf(
  { is, from, to, digits }: Personal,
  plain: string,
  context: PrivacyContext,
): FindingCode | null {
  const before = plain.slice(Math.max(0, from - 20), from);
  switch (is) {
    case 'identity':
      return CODE.test(before) || (digits.length === 15 && THING.test(before)) ? null : 'privacy.identity';
    case 'bank':
      return CODE.test(before) || THING.test(before) || isOfBody(plain, from) ? null : 'privacy.bank';
    case 'phone': {
      if (context.phones.has(localDigits(digits))) return null;
      if (!isMobile(digits)) return HOME_PHONE.test(before) ? 'privacy.mobile' : null;
      return CODE.test(before) || THING.test(before) || AMOUNT.test(plain.slice(to))
        ? null
        : 'privacy.mobile';
    }
  }
}

/** Digits of a phone without the country's code, for comparing. */
export function localDigits(number: string): string {
  return plainFigures(number)
    .replace(/\D/g, '')
    .replace(/^(?:0{0,2}86|0)(?=1[3-9]\d{9}$)/, '');
}

/** Whether an account at `at` is a body's: what stands before it in its line and the line before says so. */
function isOfBody(plain: string, at: number): boolean {
  const line = plain.lastIndexOf('\n', at - 1);
  const from = Math.max(0, at - 60, plain.lastIndexOf('\n', line - 1) + 1);
  return BODY_ACCOUNT.test(plain.slice(from, at)) || /国库|对公|专户/.test(restOfLine(plain, at));
}

const restOfLine = (plain: string, at: number): string => plain.slice(at, at + 50).split('\n')[0] ?? '';

const MASKED =
  /(?<![\d*])(?:\d{3,14}[*•●]{3,15}\d{0,4}[Xx]?|\d{3,14}[×xX]{3,15}\d{2,4}|[*•●]{3,15}\d{4,8}[*•●]*)(?![\d*])/g;

/** Numbers that somebody masked in another way than the hall's: two such masks together tell the number (K10). */
function findMasked(plain: string): { start: number; end: number }[] {
  return [...plain.matchAll(MASKED)].map(({ index, 0: whole }) => ({
    start: index,
    end: index + whole.length,
  }));
}

const HOUSE =
  /(?:[\u4e00-\u9fff]{1,6}(?:镇|乡|街道))?[\u4e00-\u9fff]{1,12}(?:路|街|巷|弄|村|组|社区|小区|花园|苑|园|城|里|屯|庄|湾|坪|社)[\u4e00-\u9fff]{0,4}(?:\d{1,5}(?:组|社|队))?(?:\d{1,5}(?:号|栋|幢|单元|楼|弄|座)(?:附\d{1,4}号|之\d{1,3})?){0,4}\d{1,5}(?:室|户|号)(?:楼|附\d{1,4}号)?/g;
const HOME_LABEL =
  /(?:家庭住址|家庭地址|家住|住址|现住(?:址)?|居住地址?|常住地址?|户籍地址?|户口所在地)[^\n]{0,4}$/;
const OFFICE =
  /中心|局|所|院|办公|大厅|窗口|会议|大楼|政府|行政|服务站|服务点|学校|公司|银行|法庭|超市|医|站|馆|厂|店|停车|门面|招租|工地|标段|拍卖|项目/;

/** House numbers of homes. Only with a label, or down to the room or the household, and not an office's. */
function findHomes(plain: string): { start: number; end: number; home: boolean }[] {
  return [...plain.matchAll(HOUSE)].flatMap(({ index, 0: whole }) => {
    const inside =
      /(?:家庭住址|家庭地址|家住|住址|现住址?|居住地址?|常住地址?|户籍地址?|户口所在地)(?:为|是|在)?/.exec(
        whole,
      );
    const start = index + (inside ? inside.index + inside[0].length : 0);
    const end = index + whole.length;
    const home = inside !== null || HOME_LABEL.test(plain.slice(Math.max(0, index - 12), index));
    const around = plain.slice(Math.max(0, index - 8), end + 10);
    if (!home && (OFFICE.test(around) || !/(?:室|户|组\d{1,5}号|单元\d{1,5}号)$/.test(whole))) return [];
    return [{ start, end, home }];
  });
}
