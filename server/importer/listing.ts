import type { FoundRule, ImportPreview } from '../../content/api/importing.ts';
import { speaker } from '../../content/messages/catalogue.ts';
import { importEntries } from '../../content/messages/importing.ts';
import type { Language } from '../../content/refusals.ts';

/** What was found in a notice, as lines for a terminal: heading, table of rules, warnings. */
export function listPreview(preview: ImportPreview, language: Language): string[] {
  const say = speaker(importEntries, language);
  const from = [preview.issuer, preview.date].filter(Boolean).join('  ');
  const head = ['number', 'annex', 'title', 'articles', 'paragraphs', 'state'] as const;
  const rows = [
    head.map((column) => say(`cli.head.${column}`)),
    ...preview.rules.map((rule, i) => [
      String(i + 1),
      rule.source.annex ?? '—',
      rule.title,
      String(articlesOf(rule) || '—'),
      String(rule.blocks.length),
      say(`cli.state.${rule.existing}`),
    ]),
  ];
  return [
    say('cli.notice', { title: preview.title }),
    ...(from ? [say('cli.from', { from })] : []),
    '',
    ...alignRows(rows),
    ...(preview.warnings.length > 0 ? ['', say('cli.warnings')] : []),
    ...preview.warnings.map(({ text }) => say('cli.warning', { text })),
  ];
}

/** Articles of the outermost numbering: 一、 to 六、 are six, whatever stands below them. */
function articlesOf({ blocks }: FoundRule): number {
  const numbered = blocks.filter(({ number }) => number !== '');
  const top = Math.min(...numbered.map(({ depth }) => depth));
  return numbered.filter(({ depth }) => depth === top).length;
}

function alignRows(rows: readonly string[][]): string[] {
  const widths =
    rows[0]?.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? '')))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  );
}

/** Columns that a text takes in a terminal: Chinese characters and punctuation take two. */
function widthOf(text: string): number {
  return [...text].reduce(
    (sum, sign) => sum + (/[\p{Script=Han}\u3000-\u303f\uff00-\uff60\u2014\u201c\u201d]/u.test(sign) ? 2 : 1),
    0,
  );
}

/** The titles meant by `1,3-5`, `all` or nothing; null when the answer cannot be read. */
export function readAnswer(answer: string, titles: readonly string[]): string[] | null {
  const plain = answer.normalize('NFKC').trim();
  if (plain === '') return [];
  if (/^(all|全部)$/i.test(plain)) return [...titles];
  const chosen = new Set<number>();
  for (const piece of plain.split(/[,、，\s]+/)) {
    const [, first, last = first] = /^(\d{1,3})(?:[-–~](\d{1,3}))?$/.exec(piece) ?? [];
    if (first === undefined || Number(first) < 1 || Number(last) > titles.length) return null;
    if (Number(last) < Number(first)) return null;
    for (let number = Number(first); number <= Number(last); number++) chosen.add(number);
  }
  return titles.filter((_, i) => chosen.has(i + 1));
}
