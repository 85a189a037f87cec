import type { ScreenView } from '../projection.ts';
import type { Records } from '../records.ts';

/** Whether screen `id` is the one that speaks where it stands (V12). */
export function speaksHere(records: Records, id: string): boolean {
  const screen = records.get('screen', id);
  if (!screen || !canSpeak(screen)) return false;
  const zone = zoneOfVoice(screen);
  if (!zone) return true;
  for (const other of records.all('screen'))
    if (canSpeak(other.body) && zoneOfVoice(other.body) === zone && isEarlier(other, { id, body: screen }))
      return false;
  return true;
}

interface Paired {
  id: string;
  body: Pick<ScreenView, 'pairedAt'>;
}

const canSpeak = ({ sound, scene }: ScreenView): boolean => sound && scene.is === 'board';
const zoneOfVoice = ({ voice }: ScreenView): string => voice?.zone?.trim() ?? '';
const isEarlier = (one: Paired, other: Paired): boolean =>
  one.body.pairedAt < other.body.pairedAt || (one.body.pairedAt === other.body.pairedAt && one.id < other.id);
