import type { BundlePreview } from '../../content/api/importing.ts';
import type { CommandResult } from '../../content/model/command.ts';
import type { Failure, Reply } from '../../content/protocol.ts';
import { wordRefusal } from '../../content/refusals.ts';
import type { Language } from '../../content/refusals.ts';
import { readOperator } from '../operator.ts';
import { openZip } from './archive.ts';
import type { NoticeFile } from './read.ts';

/** A large hall with its recordings is compared and written in a few seconds. */
const PATIENCE_MS = 120_000;

/** Whether a file is the export of a whole hall: a ZIP with a manifest. */
export function isBundle(bytes: Uint8Array): boolean {
  const found = openZip(bytes, (path) => path === 'manifest.json', { bytes: 2 ** 20, files: 5000 });
  return typeof found !== 'string' && found.has('manifest.json');
}

/** Asks the hub that runs on the folder what such a file would change, or with `take` to take it over. */
export async function askBundle(
  folder: string,
  { name, bytes }: NoticeFile,
  take: readonly string[],
  language: Language,
): Promise<Reply<BundlePreview | CommandResult<'bundle:adopt'>>> {
  const code = 'hub.unreachable';
  const failed = { ok: false, code, message: wordRefusal(code, {}, language) } as const;
  const operator = await readOperator(folder);
  if (!operator) return failed;
  const body = new FormData();
  body.append('take', take.join('\n'));
  body.append('file', new Blob([new Uint8Array(bytes)]), name);
  const answer = await fetch(`${operator.url}/api/operator/bundle`, {
    method: 'POST',
    headers: { 'x-operator-key': operator.key, 'accept-language': language },
    body,
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => null);
  if (!answer) return failed;
  if (!answer.ok) return (await answer.json()) as Failure;
  return { ok: true, value: (await answer.json()) as BundlePreview | CommandResult<'bundle:adopt'> };
}
