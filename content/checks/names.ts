/** Names beside sensitive matters, as lists carry them. Not every name in a text: those that a list gives away. */
export interface NameFound {
  start: number;
  end: number;
  /** Health, disability, minors, violence, correction: never public (PIPL 28, 31). Else a matter whose list is ordered. */
  grave: boolean;
}

const GRAVE =
  /残疾|肢体[一二三四]?级?|智力[一二三四]?级|视力[一二三四]级|听力[一二三四]级|精神(?:障碍|[一二三四]级|病)|患(?:有|病|者)|癌|肿瘤|艾滋|HIV|尿毒|白血病|重病|大病|病情|疾病|传染|未成年|孤儿|留守儿童|困境儿童|家暴|家庭暴力|吸毒|戒毒|社区矫正|刑满/;
const ORDERED =
  /低保|最低生活保障|特困|贫困|困难(?:群众|家庭|职工|户|学生)|救助|救济|五保|临时救助|优抚|高龄津贴|监测户|脱贫户|公租房|廉租/;

/** The commonest surnames, which nearly everybody has; the two-character ones stand apart. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤冉欧文庞樊兰殷施牟洪翟安颜倪鲁伍温芦俞喻焦耿章柳葛岳齐梅庄辛涂祝柴翁毕申聂焉瞿蒲谷阮项代简游霍祁凌鄢靳古舒娄季';
const DOUBLE = '欧阳|上官|司马|诸葛|司徒|慕容|皇甫|夏侯|尉迟|东方|令狐';
const NAME = `(?:(?:${DOUBLE})[\\u4e00-\\u9fff]{1,2}|[${SURNAMES}][\\u4e00-\\u9fff]{1,2})`;
/** Words of two or three characters that begin like a surname. */
const NO_NAME =
  /^(?:金额|方式|方法|文件|文号|高龄|高中|安全|安置|白天|程序|万元|时间|时限|单位|单价|项目|项数|代码|代办|严重|温馨|温度|游客|武装|文化|石油|夏季|秋季|江北|江南|向阳|毛坯|古建|简介|简易|章程|申请|申报|申请人|申报人|田地|林地|林权|黄金|马上|高新区|高速|金融|方案|任务|任何|余额|许可|许可证|于今年|于本月|武陵|安排|安装|常住|易地|易地搬|云南|广东|季度|石柱|万州|江津|白石|白石镇|柳湾|柳湾村|齐全|代缴|沈阳|郑州|温州|孔雀|汤池|龙头|龙门|向导|洪水|雷雨|雷电|柴油|谷物|庄稼|毕业|毕业生|万人|方面|程度|余人|余户|文本|文字|田间|钟表|毛重|单亲|何时|何地|何种|安康|高血压|施工|施行|施救|施策|兰花|梅花|章节|温暖|游泳|凌晨|史料|陶瓷|石头|水田|严禁|严格|顾客|左右)/;
const LABEL =
  '(?:姓名|户主姓名|户主|申请人|受助人|受益人|救助对象|保障对象|享受人|享受对象|监护人|家长|患者|死者|学生姓名|残疾人姓名|持证人|被监护人|被救助人)';
const EDGE = '[\\s、，,；;：:（(）)。|｜]';

const patterns: readonly RegExp[] = [
  // 户主：张三丰
  new RegExp(`${LABEL}[：: ]{1,2}(${NAME})(?![\\u4e00-\\u9fff])`, 'g'),
  // 张三（肢体二级）, 张三丰，男
  new RegExp(
    `(?<![\\u4e00-\\u9fff])(${NAME})(?=[（(](?:男|女|残疾|肢体|智力|视力|听力|精神|[一二三四]级|低保|特困|患)|[，, \\t、]+[男女][，, \\t、\\n)）])`,
    'g',
  ),
  // 3  张三丰  白石村: a line of a list, its number first
  new RegExp(`(?<=^[ \\t]*\\d{1,4}[.、\\t |｜]{1,3} ?)(${NAME})(?=[\\s|｜，,、:：]|$)`, 'gm'),
  // 张三\t3人: a cell of a table
  new RegExp(`(?<=^|[\\t|｜]) ?(${NAME}) ?(?=[\\t|｜])`, 'gm'),
];
/** 张三、李四、王五: three or more in a row. */
const ROW = new RegExp(`(?<![\\u4e00-\\u9fff])${NAME}(?:[、，, ]${NAME}){2,}(?=${EDGE}|等|$)`, 'gm');

/** Names that stand as in a list, where the text or its title is about a sensitive matter. */
export function findNames(text: string, title: string): NameFound[] {
  const about = `${title}\n${text}`;
  const grave = GRAVE.test(about);
  if (!grave && !ORDERED.test(about)) return [];
  const found = new Map<number, NameFound>();
  const add = (name: string, start: number): void => {
    if (!NO_NAME.test(name)) found.set(start, { start, end: start + name.length, grave });
  };
  for (const pattern of patterns)
    for (const match of text.matchAll(pattern)) {
      const name = match[1] ?? '';
      add(name, match.index + match[0].lastIndexOf(name));
    }
  for (const { index, 0: row } of text.matchAll(ROW)) {
    const names = row.split(/([、，, ])/);
    if (names.filter((one, i) => i % 2 === 0 && !NO_NAME.test(one)).length < 3) continue;
    let at = index;
    for (const [i, one] of names.entries()) {
      if (i % 2 === 0) add(one, at);
      at += one.length;
    }
  }
  return [...found.values()].sort((one, other) => one.start - other.start);
}

const WHOLE = new RegExp(`^${NAME}$`);

/** Whether a cell holds nothing but what looks like a person's name. */
export function looksLikeName(cell: string): boolean {
  return WHOLE.test(cell) && !NO_NAME.test(cell);
}

/** Whether words are about matters that no name may stand beside (true), about one whose lists are ordered (false), or neither. */
export function aboutPersons(words: string): boolean | null {
  return GRAVE.test(words) ? true : ORDERED.test(words) ? false : null;
}
