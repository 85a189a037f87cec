/** Where the hub tells the person who runs it what happened. Causes go here and never to clients. */
export interface Log {
  info(text: string): void;
  warn(text: string): void;
  error(text: string, cause?: unknown): void;
}

/** One bad device can fail every second; a line is written at most this often. */
const REPEAT_MS = 60_000;

/** Writes lines with the time; the same text within a minute is counted, not written. */
export function createLog(write: (line: string) => void, now: () => number): Log {
  const last = new Map<string, { at: number; more: number }>();
  const put = (level: string, text: string, cause?: unknown) => {
    const at = now();
    const before = last.get(text);
    if (before && at - before.at < REPEAT_MS) {
      before.more += 1;
      return;
    }
    if (last.size > 200) last.clear();
    last.set(text, { at, more: 0 });
    const repeats = before?.more ? ` (+${before.more})` : '';
    const why =
      cause === undefined
        ? ''
        : `\n  ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`;
    write(`${new Date(at).toISOString()} ${level} ${text}${repeats}${why}`);
  };
  return {
    info: (text) => write(text),
    warn: (text) => put('warn', text),
    error: (text, cause) => put('error', text, cause),
  };
}
