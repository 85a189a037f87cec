import { parentPort, workerData } from 'node:worker_threads';
import { cutNotice } from '../../content/importing/cut.ts';
import type { CutNotice } from '../../content/importing/cut.ts';
import { isRefusal, refuse } from '../../content/rule.ts';
import type { Refusal } from '../../content/rule.ts';
import { readAny } from './read.ts';
import type { NoticeFile } from './read.ts';

/** What the worker answers: what it cut, with the lines that it cut from. */
export type Cutting = { cut: CutNotice; source: string[] } | Refusal;

/** The longest name of a file that a source carries. */
const NAME = 200;

async function cutFile(file: NoticeFile): Promise<Cutting> {
  const read = await readAny(file);
  if (isRefusal(read)) return read;
  const cut = cutNotice(read.text, file.name.slice(-NAME));
  if (cut.rules.length === 0) return refuse('import.no-rules', { file: file.name });
  if (read.columns > 0) cut.cautions.unshift({ code: 'columns', params: { count: read.columns } });
  const source = read.text.split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/u).map((line) => line.trim());
  return { cut, source };
}

// This file is the worker: it reads the one file that it was given, and ends.
parentPort?.postMessage(await cutFile(workerData as NoticeFile));
