import { readFileSync } from 'node:fs';
import type { FindingCode } from '../../../content/checks/finding.ts';
import { factsOf } from '../../../content/checks/facts.ts';
import { checkText } from '../../../content/checks/text.ts';
import type { Body } from '../../../content/model/record.ts';
import { RecordMap } from '../../../content/records.ts';

/** The words of the sample for what is to be found. */
const words: Record<string, FindingCode> = {
  identity: 'privacy.identity',
  bank: 'privacy.bank',
  mobile: 'privacy.mobile',
  home: 'privacy.home',
  address: 'privacy.address',
  name: 'privacy.name',
  sensitive: 'privacy.sensitive',
  masked: 'privacy.masked',
  banned: 'wording.banned',
  doubtful: 'wording.doubtful',
  taboo: 'wording.taboo',
  vague: 'wording.vague',
  doubled: 'wording.doubled',
  brackets: 'wording.brackets',
  placeholder: 'wording.placeholder',
  traditional: 'wording.traditional',
  'impossible-phone': 'phone.impossible',
  'impossible-date': 'date.impossible',
  weekday: 'date.weekday',
  over: 'date.over',
  'same-name': 'same.name',
  'same-phone': 'same.phone',
  'same-hours': 'same.hours',
};

export interface Labelled {
  line: number;
  text: string;
  expected: FindingCode[];
}

/** The labelled lines of sample.tsv. Throws on a word that is not in the list. */
export function readSample(): Labelled[] {
  const text = readFileSync(new URL('./sample.tsv', import.meta.url), 'utf8');
  return text.split('\n').flatMap((row, i) => {
    if (row === '' || row.startsWith('#')) return [];
    const tab = row.indexOf('\t');
    const expected = row
      .slice(0, tab)
      .split(' ')
      .filter((word) => word !== '-')
      .map((word) => {
        const code = words[word];
        if (!code) throw new Error(`sample.tsv:${i + 1}: nothing is called ${word}`);
        return code;
      });
    return [
      {
        line: i + 1,
        expected,
        text: row
          .slice(tab + 1)
          .replaceAll('\\n', '\n')
          .replaceAll('\\t', '\t'),
      },
    ];
  });
}

/** Saturday, 2026-11-21, 09:00 in China: the day of the sample. */
export const SAMPLE_NOW = Date.UTC(2026, 10, 21, 1);

const hall: Body<'hall'> = {
  name: '白石镇公共服务中心',
  standard: 'sample',
  placeKind: 'town',
  place: { county: '青溪县', town: '白石镇' },
  timeZone: 'Asia/Shanghai',
  hours: {
    weekdays: [1, 2, 3, 4, 5],
    spans: [
      { from: '09:00', to: '12:00' },
      { from: '14:00', to: '17:00' },
    ],
  },
};

/** The hall that the sample's texts are written in. */
export const sampleFacts = factsOf(
  new RecordMap([
    { kind: 'hall', id: 'hall', rev: 1, body: hall },
    {
      kind: 'contact',
      id: 'consult',
      rev: 1,
      body: { role: 'consult', label: '咨询电话', value: '023-79000001' },
    },
  ]),
  null,
);

/** The codes found in one line, read as a guide, which is what is read most strictly. */
export const codesOf = (text: string): FindingCode[] =>
  checkText(text, { is: 'guide', facts: sampleFacts, now: SAMPLE_NOW }).map(({ code }) => code);

export interface Measured {
  code: FindingCode;
  /** Found and meant, found and not meant, meant and not found. */
  right: number;
  wrong: number;
  missed: number;
}

/** Every code against the sample, with the lines that went wrong. */
export function measure(sample: readonly Labelled[] = readSample()): { rows: Measured[]; faults: string[] } {
  const rows = new Map<FindingCode, Measured>();
  const faults: string[] = [];
  const rowOf = (code: FindingCode): Measured => {
    const row = rows.get(code) ?? { code, right: 0, wrong: 0, missed: 0 };
    rows.set(code, row);
    return row;
  };
  for (const { line, text, expected } of sample) {
    const left = [...expected];
    for (const code of codesOf(text)) {
      const at = left.indexOf(code);
      if (at >= 0) {
        left.splice(at, 1);
        rowOf(code).right += 1;
      } else {
        rowOf(code).wrong += 1;
        faults.push(`${line}: ${code} wrongly found in ${text}`);
      }
    }
    for (const code of left) {
      rowOf(code).missed += 1;
      faults.push(`${line}: ${code} missed in ${text}`);
    }
  }
  return { rows: [...rows.values()].sort((a, b) => a.code.localeCompare(b.code)), faults };
}

export const precision = ({ right, wrong }: Measured): number =>
  right + wrong ? right / (right + wrong) : 1;
export const recall = ({ right, missed }: Measured): number =>
  right + missed ? right / (right + missed) : 1;
