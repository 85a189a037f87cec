import type { CarriedKind } from '../model/bundle.ts';
import type { Caution } from '../importing/cautions.ts';
import type { Block, Source } from '../model/rule.ts';

// Notices and whole halls over HTTP; the routes stand in content/api.ts.

/** One rule found in an imported notice, not yet taken over. */
export interface FoundRule {
  title: string;
  blocks: Block[];
  source: Source;
  /** Whether the hall has a rule of this title: none, in the same words, or in others (taking over replaces it). */
  existing: 'none' | 'same' | 'different';
  /** First and last line of `ImportPreview.source` that it was cut from. */
  lines: [first: number, last: number];
  /** Title of the rule whose text holds this one as well. */
  within?: string;
}

/** Something the importer noticed and a person should look at; words in messages `import.warning.*`. */
export interface ImportWarning {
  code: Caution['code'];
  text: string;
}

export interface ImportPreview {
  file: string;
  title: string;
  issuer?: string;
  date?: string;
  rules: FoundRule[];
  /** Lines of the file, as far as they can be shown. */
  source: string[];
  /** What is in no rule: `at` is a line of `source`. */
  left: { at: number; text: string; kind: string }[];
  warnings: ImportWarning[];
}

/** One record of an exported hall beside this one's. */
export interface BundleEntry {
  key: string;
  kind: CarriedKind;
  title: string;
  state: 'new' | 'changed' | 'same';
  /** Whether it is there at once, is a draft to review first, or waits for an open draft of the same (bundle.md C9). */
  goes: 'live' | 'draft' | 'waits';
}

/** What an exported hall would change here. */
export interface BundlePreview {
  file: string;
  hall: string;
  at: number;
  entries: BundleEntry[];
}
