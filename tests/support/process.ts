import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A port that was free a moment ago: for a hub that must come back on the same one. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** A program of this project as its own process, with everything that it printed. */
export class Process {
  out = '';
  err = '';
  readonly #child: ChildProcessByStdio<null, Readable, Readable>;
  readonly #ended: Promise<number | null>;
  readonly #waiting = new Set<() => void>();

  /** @param words arguments for Node, the script first */
  constructor(words: readonly string[], options: { env?: Record<string, string>; cwd?: string } = {}) {
    this.#child = spawn(process.execPath, words, {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const hear = (stream: Readable, add: (text: string) => void) =>
      stream.setEncoding('utf8').on('data', (text: string) => {
        add(text);
        for (const wake of this.#waiting) wake();
      });
    hear(this.#child.stdout, (text) => (this.out += text));
    hear(this.#child.stderr, (text) => (this.err += text));
    this.#ended = once(this.#child, 'close').then(([code]) => {
      for (const wake of this.#waiting) wake();
      return code as number | null;
    });
  }

  /** Waits until it has printed something that fits; throws with all it said if it ends before. */
  async prints(pattern: RegExp): Promise<RegExpMatchArray> {
    for (;;) {
      const found = this.out.match(pattern);
      if (found) return found;
      if (this.#child.exitCode !== null) throw new Error(`ended without ${pattern}:\n${this.out}${this.err}`);
      await new Promise<void>((resolve) => {
        const wake = () => {
          this.#waiting.delete(wake);
          resolve();
        };
        this.#waiting.add(wake);
      });
    }
  }

  /** Its exit code once it has ended by itself. */
  ended(): Promise<number | null> {
    return this.#ended;
  }

  /** Ends it and waits; SIGKILL is the power cut. */
  async kill(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    this.#child.kill(signal);
    await this.#ended;
  }
}

/** The hub as a process of its own, on a fixed port so that it can come back. */
export class HubProcess {
  readonly port: number;
  readonly data: string;
  process: Process;

  private constructor(port: number, data: string, words: readonly string[], cwd: string) {
    this.port = port;
    this.data = data;
    const given = ['--port', String(port), '--data', data, '--host', '127.0.0.1', ...words];
    this.process = new Process(['server/main.ts', ...given], { cwd });
  }

  /** @param cwd folder of its sources; absent, these */
  static async start(
    data: string,
    port?: number,
    words: readonly string[] = [],
    cwd = root,
  ): Promise<HubProcess> {
    const hub = new HubProcess(port ?? (await freePort()), data, words, cwd);
    await hub.process.prints(/Ctrl\+C/);
    return hub;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The one-time code of the set-up link that it printed. */
  get setupCode(): string {
    return this.process.out.match(/setup\?code=([A-Z0-9]+)/)?.[1] ?? '';
  }
}
