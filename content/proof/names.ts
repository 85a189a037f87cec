import type { Body, Kind } from '../model/record.ts';
import type { Records } from '../records.ts';

/** What a content is called; one that is gone keeps its id. `word` names a scene. */
export function nameOfContent(
  records: Records,
  kind: string,
  id: string,
  word: (scene: string) => string,
): string {
  if (kind === 'scene') return word(id);
  const body = records.get(kind as Kind, id) as Body<Kind> | undefined;
  if (!body) return id;
  if ('title' in body && typeof body.title === 'string') return body.title;
  return 'name' in body && typeof body.name === 'string' ? body.name : id;
}
