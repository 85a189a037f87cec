import type { Rung, Saying } from './rung.ts';

/** Whether the rung said the sentence to its end within `longest` ms. It is silent afterwards in any case. */
export async function attempt(
  rung: Rung,
  saying: Saying,
  out: GainNode,
  longest: number,
  ended: AbortSignal,
): Promise<boolean> {
  let giveUp = () => {};
  const givenUp = new Promise<boolean>((resolve) => (giveUp = () => resolve(false)));
  const watchdog = setTimeout(giveUp, longest);
  ended.addEventListener('abort', giveUp);
  try {
    if (!rung.canSay(saying)) return false;
    return await Promise.race([rung.say(saying, out).then(() => true), givenUp]);
  } catch {
    // The next rung says it.
    return false;
  } finally {
    clearTimeout(watchdog);
    ended.removeEventListener('abort', giveUp);
    silence(rung);
  }
}

function silence(rung: Rung): void {
  try {
    rung.stop();
  } catch {
    // An engine that cannot even be silenced must not hold up the next call.
  }
}
