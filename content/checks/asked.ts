/** What checks read of a hall's standard, as it comes resolved; words and lists of other parts are not needed. */
export interface Asked {
  banned: readonly { word: string; level: 'block' | 'warn'; instead?: string | undefined }[];
  taboo: readonly { text: string }[];
  disclosures: readonly {
    key: string;
    label: string;
    on: readonly ('guide' | 'wall' | 'screen')[];
    force?: string;
  }[];
  categories: readonly { key: string; label: string; fresh: number }[];
  institutions: readonly {
    key: string;
    label: string;
    titles: readonly string[];
    by: 'rule' | 'pledge';
    force?: string;
  }[];
  checklist: readonly ScoreLine[];
  extras: readonly ScoreExtra[];
  score: readonly { full: number; extra?: number | undefined; deduction?: number | undefined }[];
  windows: readonly { level: string; number: number; name: string; force?: string }[];
  pledges: readonly { role: string; title: string; lines: readonly string[]; force?: string }[];
  names: readonly { placeKind: string; level: string }[];
  areas: readonly { key: string; label: string; level?: string | undefined; force?: string }[];
  reviews: readonly { levels: number; force?: string }[];
  words: readonly { key: string; word: string }[];
  slips: readonly { key: string; title: string; when?: readonly string[] | undefined; force?: string }[];
  caseTypes: readonly { key: string; label: string; text?: string }[];
}

/** A line of a checklist; without points it is yes or no. `evidence` `tick` asks a person who looked. */
export interface ScoreLine {
  key: string;
  group: string;
  label: string;
  points?: number | undefined;
  evidence: readonly string[];
  detail?: string | undefined;
  level?: string | undefined;
  source?: string;
}

/** What is added (or, below zero, taken) by a person, from `least` to `most`. */
export interface ScoreExtra {
  key: string;
  label: string;
  least: number;
  most: number;
  steps?: readonly number[] | undefined;
}

/**
 * Where no standard says it: 水田乡 四3 names 其他材料 and 有关部门 as wording without end in a guide; the others
 * leave a visitor as much in the dark.
 */
const banned: Asked['banned'] = [
  { word: '其他材料', level: 'block', instead: '逐项写明材料名称' },
  { word: '其它材料', level: 'block', instead: '逐项写明材料名称' },
  { word: '有关部门', level: 'block', instead: '写明部门名称' },
  { word: '相关部门', level: 'block', instead: '写明部门名称' },
  { word: '等材料', level: 'block', instead: '逐项写明材料名称' },
  { word: '等有关', level: 'block', instead: '写明是哪些' },
  { word: '等相关', level: 'block', instead: '写明是哪些' },
  { word: '有关材料', level: 'block', instead: '逐项写明材料名称' },
  { word: '相关材料', level: 'block', instead: '逐项写明材料名称' },
  { word: '有关证明', level: 'block', instead: '写明证明名称' },
  { word: '相关证明', level: 'block', instead: '写明证明名称' },
  { word: '有关手续', level: 'warn', instead: '写明手续名称' },
  { word: '相关手续', level: 'warn', instead: '写明手续名称' },
  { word: '其他条件', level: 'warn', instead: '逐项写明条件' },
  { word: '视情况', level: 'warn', instead: '写明哪种情形' },
  { word: '必要时', level: 'warn', instead: '写明哪种情形' },
  { word: '原则上', level: 'warn', instead: '写明例外' },
  { word: '酌情', level: 'warn', instead: '写明标准' },
  { word: '依规定', level: 'warn', instead: '写明哪条规定' },
  { word: '按有关规定', level: 'warn', instead: '写明哪条规定' },
  { word: '按相关规定', level: 'warn', instead: '写明哪条规定' },
];

/** 服务忌语 of QJ annex 7 四, and what says the same in fewer words. */
const taboo: Asked['taboo'] = [
  '有事快说',
  '不知道，问别人去',
  '快下班了，明天再来',
  '说了半天，您怎么还不明白',
  '这事我不管',
  '想找谁找谁去',
  '到外边等着去',
  '你这人怎么事儿这么多',
  '你懂不懂',
  '自己看去',
  '谁答应你的找谁去',
  '谁给你说的找谁去',
  '你管我姓什么',
  '你着什么急',
  '没看我正忙着',
  '怎么还问',
  '不归我管',
  '有意见找领导去',
].map((text) => ({ text }));

const bare: Asked = {
  banned,
  taboo,
  disclosures: [],
  categories: [],
  institutions: [],
  checklist: [],
  extras: [],
  score: [],
  windows: [],
  pledges: [],
  names: [],
  areas: [],
  reviews: [],
  words: [],
  slips: [],
  caseTypes: [],
};

/** The lists of a standard; those that it does not fill are ours where we have one, and empty where not (K4). */
export function askedOf(standard: Partial<Asked> | null | undefined): Asked {
  const own = Object.entries(standard ?? {}).filter(
    ([part, list]) => part in bare && Array.isArray(list) && list.length > 0,
  );
  return { ...bare, ...(Object.fromEntries(own) as Partial<Asked>) };
}
