import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Compile } from 'typebox/compile';
import { isMap, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { speaker } from '../content/messages/catalogue.ts';
import { standardEntries } from '../content/messages/standards.ts';
import { Standard } from '../content/model/standard.ts';
import type { Language } from '../content/refusals.ts';
import { checkStandard } from './standardcheck.ts';
import type { StandardFault } from './standardcheck.ts';

const FILE = 'standard.yaml';

/** A fault in the file of a standard, with its line from 1. */
export type PlacedFault = StandardFault & { file: string; line: number };

/** Files of standards that cannot be used. `word` says for every fault the file, the line and what is wrong. */
export class StandardTrouble extends Error {
  readonly faults: readonly PlacedFault[];

  constructor(faults: readonly PlacedFault[]) {
    super(wordFaults(faults, 'zh-CN'));
    this.name = 'StandardTrouble';
    this.faults = faults;
  }

  word(language: Language): string {
    return wordFaults(this.faults, language);
  }
}

function wordFaults(faults: readonly PlacedFault[], language: Language): string {
  const say = speaker(standardEntries, language);
  return faults
    .map(({ file, line, code, path, params }) =>
      say('standard.at', { file, line, what: say(code, { path: path.join('.') || '/', ...params }) }),
    )
    .join('\n');
}

const validator = Compile(Standard);

/**
 * Reads every `NAME/standard.yaml` below `folder`, by id. Throws StandardTrouble naming all faults of all
 * files, so that whoever adapts a standard mends them in one go.
 */
export async function loadStandards(folder: string): Promise<Map<string, Standard>> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const standards = new Map<string, Standard>();
  const faults: PlacedFault[] = [];
  for (const name of names.sort()) {
    const file = join(folder, name, FILE);
    const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOENT') return null;
      throw cause;
    });
    const read = text === null ? noFile : readStandard(text, name);
    if ('faults' in read) faults.push(...read.faults.map((fault) => ({ ...fault, file })));
    else standards.set(read.standard.id, read.standard);
  }
  if (faults.length > 0) throw new StandardTrouble(faults);
  return standards;
}

type Read = { standard: Standard } | { faults: Omit<PlacedFault, 'file'>[] };

const noFile: Read = { faults: [{ code: 'standard.no-file', path: [], params: {}, line: 1 }] };

/** The standard in a text of YAML whose folder is `name`, or its faults with their lines. */
export function readStandard(text: string, name: string): Read {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  if (document.errors.length > 0)
    return {
      faults: document.errors.map(({ message, pos }) => ({
        code: 'standard.syntax',
        path: [],
        params: { detail: message },
        line: counter.linePos(pos[0]).line,
      })),
    };
  const value: unknown = document.toJS();
  const faults = validator.Check(value) ? checkStandard(value, name) : schemaFaults(value);
  if (faults.length === 0) return { standard: value as Standard };
  return { faults: faults.map((fault) => ({ ...fault, line: lineOf(document, counter, fault.path) })) };
}

/** Keywords that only say that something inside, or one of several choices, does not fit. */
const vague = new Set(['anyOf', 'allOf', 'oneOf', 'boolean']);

interface SchemaError {
  keyword: string;
  instancePath: string;
  params: Record<string, unknown>;
  message: string;
}

/** One fault for each place; the choices of a union are told together. */
function schemaFaults(value: unknown): StandardFault[] {
  const faults = new Map<string, StandardFault>();
  const errors = validator.Errors(value) as SchemaError[];
  const ordered = [...errors].sort(
    (one, other) => Number(vague.has(one.keyword)) - Number(vague.has(other.keyword)),
  );
  for (const { keyword, instancePath, params, message } of ordered) {
    const path = instancePath.split('/').slice(1).map(unescapePointer);
    const lacking = params['requiredProperties'];
    const extra = params['additionalProperties'];
    if (keyword === 'required' && Array.isArray(lacking))
      for (const name of lacking) add([...path, String(name)], 'standard.missing', '');
    else if (keyword === 'additionalProperties' && Array.isArray(extra))
      for (const name of extra) add([...path, String(name)], 'standard.extra', '');
    else if (keyword === 'const') addChoice(path, String(params['allowedValue']));
    else add(path, 'standard.wrong', message);
  }
  return [...faults.values()];

  function add(path: string[], code: StandardFault['code'], detail: string): void {
    const key = path.join('/');
    if (!faults.has(key)) faults.set(key, { code, path, params: { detail } });
  }

  function addChoice(path: string[], choice: string): void {
    const before = faults.get(path.join('/'));
    if (before) before.params['choices'] = `${before.params['choices']} ${choice}`;
    else faults.set(path.join('/'), { code: 'standard.choice', path, params: { choices: choice } });
  }
}

function unescapePointer(name: string): string {
  return name.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** The line of a value, or of the nearest one around it that the file has. */
function lineOf(document: Document, counter: LineCounter, path: readonly string[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const steps = path.slice(0, depth).map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    const parent: unknown = depth === 1 ? document.contents : document.getIn(steps.slice(0, -1), true);
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => String(key) === String(steps.at(-1)))
      : undefined;
    const node = (pair?.key ?? document.getIn(steps, true)) as
      { range?: [number, number, number] } | undefined;
    if (node?.range) return counter.linePos(node.range[0]).line;
  }
  return 1;
}
