import { Compile } from 'typebox/compile';
import { isMap, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { StandardPack } from '../content/model/standard.ts';
import type { StandardFault } from './standardcheck.ts';

const validator = Compile(StandardPack);

/** One file of a standard, its text null if it is not there. Each part of the standard stands in one of them. */
export interface StandardText {
  file: string;
  text: string | null;
}

/** A fault in the file of a standard, with its line from 1. */
export type PlacedFault = StandardFault & { file: string; line: number };

interface Sheet {
  file: string;
  document: Document;
  counter: LineCounter;
}

/** The texts of a standard read as one, so that a fault anywhere in it can be told with file and line. */
export class StandardFile {
  readonly #sheets: Sheet[] = [];
  readonly #value: Record<string, unknown> = {};
  readonly faults: PlacedFault[] = [];

  constructor(texts: readonly StandardText[]) {
    for (const { file, text } of texts)
      if (text === null) this.faults.push({ code: 'standard.no-file', path: [], params: {}, file, line: 1 });
      else this.#read(file, text);
  }

  /** The standard as it stands in the files, or null with its faults in `faults`. */
  check(): StandardPack | null {
    if (this.faults.length > 0) return null;
    if (validator.Check(this.#value)) return this.#value as unknown as StandardPack;
    for (const fault of schemaFaults(this.#value)) this.add(fault);
    return null;
  }

  /** Adds a fault, at the line of the value that its path names, or of the nearest one around it. */
  add(fault: StandardFault): void {
    this.faults.push({ ...fault, ...this.#placeOf(fault.path) });
  }

  #read(file: string, text: string): void {
    const counter = new LineCounter();
    const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
    const sheet = { file, document, counter };
    this.#sheets.push(sheet);
    for (const { message, pos } of document.errors)
      this.faults.push({
        code: 'standard.syntax',
        path: [],
        params: { detail: message },
        file,
        line: counter.linePos(pos[0]).line,
      });
    if (document.errors.length > 0) return;
    const value: unknown = document.toJS();
    if (value === null || typeof value !== 'object' || Array.isArray(value)) {
      this.faults.push({ code: 'standard.no-map', path: [], params: {}, file, line: 1 });
      return;
    }
    for (const [part, found] of Object.entries(value)) {
      if (part in this.#value)
        this.faults.push({
          code: 'standard.part-twice',
          path: [part],
          params: {},
          file,
          line: lineIn(sheet, [part]) ?? 1,
        });
      else this.#value[part] = found;
    }
  }

  #placeOf(path: readonly string[]): { file: string; line: number } {
    for (const sheet of this.#sheets) {
      const line = lineIn(sheet, path);
      if (line !== null) return { file: sheet.file, line };
    }
    return { file: this.#sheets[0]?.file ?? '', line: 1 };
  }
}

/** The line of a value, or of the nearest one around it that the file has; null if the file has nothing of it. */
function lineIn({ document, counter }: Sheet, path: readonly string[]): number | null {
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
  return null;
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
