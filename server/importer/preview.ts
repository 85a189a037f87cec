import type { FoundRule, ImportPreview, ImportWarning } from '../../content/api/importing.ts';
import type { Caution } from '../../content/importing/cautions.ts';
import type { CutRule } from '../../content/importing/passage.ts';
import { speaker } from '../../content/messages/catalogue.ts';
import { importEntries } from '../../content/messages/importing.ts';
import { ruleCalled, saysSame } from '../../content/publishing/rules.ts';
import type { Records } from '../../content/records.ts';
import type { Language } from '../../content/refusals.ts';
import { isRefusal, refuse } from '../../content/rule.ts';
import type { Refusal } from '../../content/rule.ts';
import { cutFile } from './cutter.ts';
import type { NoticeFile } from './read.ts';

/** Nobody reads more; a text in such a state has to be compared as a whole. */
const WARNINGS = 100;
/** Lines of the file that the panel shows beside what was found. */
const LINES = 20_000;

/**
 * Cuts a handed-in notice into its rules and compares them with the hall's. Changes nothing. Refuses
 * `import.no-rules`
 * and what cannot be read.
 */
export async function previewNotice(
  file: NoticeFile,
  records: Records,
  language: Language = 'zh-CN',
): Promise<ImportPreview | Refusal> {
  const found = await cutFile(file);
  if (isRefusal(found)) return found;
  const { title, issuer, date, rules, cautions, left } = found.cut;
  return {
    file: file.name,
    title: title || file.name,
    ...(issuer ? { issuer } : {}),
    ...(date ? { date } : {}),
    rules: rules.map((rule) => ({ ...rule, existing: existing(rule, records) })),
    source: found.source.slice(0, LINES),
    left: left.map(({ at, text, kind }) => ({ at, text, kind })).slice(0, LINES),
    warnings: cautions.slice(0, WARNINGS).map((caution) => wordCaution(caution, language)),
  };
}

/** The rules chosen by title, as `rule:adopt` takes them. `import.choose` if none, `import.unknown` for a title that is not there. */
export function chooseRules(
  { rules }: ImportPreview,
  titles: readonly string[],
): { rules: CutRule[] } | Refusal {
  if (titles.length === 0) return refuse('import.choose');
  const unknown = titles.find((title) => !rules.some((rule) => rule.title === title));
  if (unknown !== undefined)
    return refuse('import.unknown', { title: unknown, titles: rules.map(({ title }) => title).join('、') });
  const chosen = rules.filter(({ title }) => titles.includes(title));
  return { rules: chosen.map(({ title, blocks, source }) => ({ title, blocks, source })) };
}

function existing(rule: CutRule, records: Records): FoundRule['existing'] {
  const kept = ruleCalled(records, rule.title)?.body;
  if (!kept) return 'none';
  return saysSame(kept, { ...rule, wording: 'imported' }) ? 'same' : 'different';
}

function wordCaution({ code, params }: Caution, language: Language): ImportWarning {
  const say = speaker(importEntries, language);
  const starts = code === 'articles-skip' && params['before'] === '';
  return { code, text: say(starts ? 'import.warning.articles-start' : `import.warning.${code}`, params) };
}
