import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { decide } from '../../content/commands.ts';
import type { CutRule } from '../../content/importing/passage.ts';
import type { Kept } from '../../content/model/record.ts';
import type { Failure } from '../../content/protocol.ts';
import { RecordMap } from '../../content/records.ts';
import type { Records } from '../../content/records.ts';
import { wordRefusal } from '../../content/refusals.ts';
import type { Language } from '../../content/refusals.ts';
import { Hall } from '../hall.ts';
import { openFilesJournal } from '../journal/files.ts';
import type { Log } from '../log.ts';
import { readOperator } from '../operator.ts';
import type { Operator } from '../operator.ts';

/** How an adoption ended; `same` when the hall has all of it in the same words. */
export type Adopted = { ok: true } | { ok: false; same: boolean; message: string };

/** The hall that rules are taken into, through the running hub or in its folder. */
export interface Desk {
  readonly records: Records;
  adopt(rules: CutRule[]): Promise<Adopted>;
  close(): Promise<void>;
}

/** The hub answers at once from memory; one that does not is not there. */
const PATIENCE_MS = 10_000;

/**
 * Asks the hub that runs on the folder; if none does, opens the folder itself, which keeps a hub off it
 * until `close`. A folder that is not there is not made. Throws JournalTrouble.
 */
export async function openDesk(folder: string, language: Language, log: Log): Promise<Desk> {
  const operator = await readOperator(folder);
  const records = operator && (await askRules(operator));
  if (operator && records) return hubDesk(operator, records, language);
  return existsSync(folder) ? folderDesk(folder, language, log) : emptyDesk(language);
}

/** The rules of the running hub; null when nothing answers there, as after a power cut. */
async function askRules({ url, key }: Operator): Promise<RecordMap | null> {
  try {
    const answer = await fetch(`${url}/api/operator/rules`, {
      headers: { 'x-operator-key': key },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!answer.ok) return null;
    const { rules } = (await answer.json()) as { rules: Omit<Kept<'rule'>, 'kind'>[] };
    return new RecordMap(rules.map((rule) => ({ ...rule, kind: 'rule' as const })));
  } catch {
    return null;
  }
}

function hubDesk({ url, key }: Operator, records: Records, language: Language): Desk {
  return {
    records,
    close: async () => undefined,
    adopt: async (rules) => {
      const answer = await fetch(`${url}/api/operator/rules`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-operator-key': key, 'accept-language': language },
        body: JSON.stringify({ rules }),
        signal: AbortSignal.timeout(PATIENCE_MS),
      }).catch(() => null);
      if (!answer) return refused('hub.unreachable', {}, language);
      if (answer.ok) return { ok: true };
      const { code, message } = (await answer.json()) as Failure;
      return { ok: false, same: code === 'rule.exists', message };
    },
  };
}

async function folderDesk(folder: string, language: Language, log: Log): Promise<Desk> {
  const journal = await openFilesJournal(folder, { warn: (text) => log.warn(text) });
  try {
    const [id] = await journal.halls();
    if (id === undefined) {
      await journal.close();
      return emptyDesk(language);
    }
    const newId = () => randomBytes(12).toString('base64url');
    const hall = await Hall.open({
      id,
      journal,
      decide,
      standard: () => undefined,
      now: Date.now,
      newId,
      log,
    });
    return {
      records: hall.records,
      adopt: async (rules) => {
        if (hall.records.count('hall') === 0) return refused('setup.missing', {}, language);
        const answer = await hall.execute('rule:adopt', { rules }, { is: 'system', name: '主机管理' });
        return answer.ok ? { ok: true } : refused(answer.refused, answer.params, language);
      },
      close: async () => {
        await hall.close();
        await journal.close();
      },
    };
  } catch (error) {
    await journal.close();
    throw error;
  }
}

/** Nothing is set up: a notice can be looked at, but not taken over. */
function emptyDesk(language: Language): Desk {
  return {
    records: new RecordMap(),
    adopt: async () => refused('setup.missing', {}, language),
    close: async () => undefined,
  };
}

function refused(
  code: Parameters<typeof wordRefusal>[0],
  params: Parameters<typeof wordRefusal>[1],
  language: Language,
): Adopted {
  return { ok: false, same: code === 'rule.exists', message: wordRefusal(code, params, language) };
}
