import type { CommandInput } from '../model/command.ts';
import type { Hall } from '../model/hall.ts';
import type { Upload } from '../model/upload.ts';
import { personOf } from '../people/person.ts';
import { hallOf } from '../premises/hall.ts';
import type { Records } from '../records.ts';
import { checkSeen, sameBody } from '../revision.ts';
import { refuse } from '../rule.ts';
import type { RuleOf, Wanted } from '../rule.ts';
import { clipId, ownVoice } from './own.ts';

type Answer = { id: string };

/**
 * Sets the second language (V17) and whether the hall's own recordings speak (V20). Refuses `setup.missing`,
 * `record.changed`, `voice.incomplete`.
 */
export const setVoice: RuleOf<CommandInput<'hall:voice'>, Answer> = (records, { rev, second, own }) => {
  const hall = hallOf(records);
  if (!hall) return refuse('setup.missing');
  const stale = checkSeen(records, 'hall', { id: hall.id, rev });
  if (stale) return stale;
  const { missing } = ownVoice(records);
  if (own && missing.length > 0) return refuse('voice.incomplete', { words: missing.join(' ') });
  const before = hall.body.voice ?? {};
  const language = second === undefined ? before.second : (second ?? undefined);
  const speaks = own ?? before.own;
  const voice = { ...(language ? { second: language } : {}), ...(speaks ? { own: speaks } : {}) };
  const body: Hall = { ...hall.body, voice };
  if (Object.keys(voice).length === 0) delete body.voice;
  const changes = sameBody(hall.body, body) ? [] : [{ kind: 'hall' as const, id: hall.id, body }];
  return { changes, result: { id: hall.id } };
};

/** Takes a recording of a word, or takes it away (V20); the one before is dropped with it. Refuses `upload.missing`. */
export const setClip: RuleOf<CommandInput<'voice:clip'>, Answer> = (records, { word, upload }) => {
  const id = clipId(word);
  const file = upload === null ? null : records.get('upload', upload);
  if (upload !== null && file?.type !== 'audio/wav') return refuse('upload.missing');
  const old = records.get('clip', id);
  if ((old?.upload ?? null) === upload) return { changes: [], result: { id } };
  const changes: Wanted[] = [{ kind: 'clip', id, body: upload === null ? null : { word, upload } }];
  if (old && !usedBeside(records, id, old.upload))
    changes.push({ kind: 'upload', id: old.upload, body: null });
  return { changes, result: { id } };
};

/** Two words may be one file. */
function usedBeside(records: Records, clip: string, upload: string): boolean {
  return [...records.all('clip')].some(({ id, body }) => id !== clip && body.upload === upload);
}

/** Notes a file that stands in the store (U1). The same bytes again change nothing. */
export const keepUpload: RuleOf<CommandInput<'upload:keep'>, Answer> = (records, { id, ...file }, world) => {
  if (records.get('upload', id)) return { changes: [], result: { id } };
  const body: Upload = { ...file, by: personOf(records, world.by), at: world.now };
  return { changes: [{ kind: 'upload', id, body }], result: { id } };
};

/** Drops a file that nothing uses (U4). Refuses `record.missing`, `upload.used`. */
export const removeUpload: RuleOf<CommandInput<'upload:remove'>, Answer> = (records, { id }) => {
  if (!records.get('upload', id)) return refuse('record.missing');
  if ([...records.all('clip')].some(({ body }) => body.upload === id)) return refuse('upload.used');
  return { changes: [{ kind: 'upload', id, body: null }], result: { id } };
};
