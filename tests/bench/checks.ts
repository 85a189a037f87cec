import { checkText } from '../../content/checks/text.ts';
import { median, printTable, quantile, short } from './figures.ts';
import { measure, precision, readSample, recall, SAMPLE_NOW, sampleFacts } from './checks/sample.ts';

/** A long text as a clerk might paste it: the sample over and over. */
function longText(signs: number): string {
  const lines = readSample().map(({ text }) => text);
  let text = '';
  for (let i = 0; text.length < signs; i += 1) text += `${lines[i % lines.length]}\n`;
  return text.slice(0, signs);
}

/** Precision and recall of every check on the labelled sample, and the time of one look at 20 000 signs. */
export function benchChecks(looks: number): void {
  const sample = readSample();
  const { rows, faults } = measure(sample);
  const innocent = sample.filter(({ expected }) => expected.length === 0).length;
  printTable(
    `checks on ${sample.length} labelled lines, ${innocent} of them innocent`,
    ['check', 'precision', 'recall', 'right', 'wrong', 'missed'],
    rows.map((row) => [
      row.code,
      precision(row).toFixed(3),
      recall(row).toFixed(3),
      ...[row.right, row.wrong, row.missed].map(String),
    ]),
  );
  if (faults.length) console.log(`\n${faults.join('\n')}`);
  const plain = '请持本人身份证原件到窗口办理，当场办结；咨询电话：023-79000001。\n'
    .repeat(600)
    .slice(0, 20_000);
  const times = (['20 000 signs of prose', '20 000 signs of the sample'] as const).map((name, i) => {
    const text = i === 0 ? plain : longText(20_000);
    const taken = Array.from({ length: looks }, () => {
      const from = performance.now();
      checkText(text, { is: 'guide', facts: sampleFacts, now: SAMPLE_NOW });
      return performance.now() - from;
    });
    return [name, short(median(taken)), short(quantile(taken, 0.95))];
  });
  printTable('one look at a text, ms', ['text', 'median', 'p95'], times);
}
