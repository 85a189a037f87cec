import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';

/** A screen that comes and goes without a pause, or one that asks and reports as fast as its socket takes it. */
export type Nuisance = 'flapping' | 'flooding';

interface Ask {
  how: Nuisance;
  url: string;
  hello: object;
}

/** One screen that misbehaves, in a process of its own. */
export class Troublemaker {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /** Resolves once it has been connected for the first time. */
  static async start(ask: Ask): Promise<Troublemaker> {
    const child = fork(fileURLToPath(import.meta.url), ['nuisance']);
    child.send(ask);
    await once(child, 'message');
    return new Troublemaker(child);
  }

  /** Ends it. Answers how often it came, and how many events it sent. */
  async stop(): Promise<{ came: number; sent: number }> {
    this.#child.send('stop');
    const [done] = (await once(this.#child, 'message')) as [{ came: number; sent: number }];
    this.#child.kill();
    return done;
  }
}

/** Events in one go, before the socket is given time to drain. */
const BURST = 50;
/** What the hub has not read by then waits in this process: it must not cost the computer more than the hub. */
const WAITING_BYTES = 1 << 20;
/** One that comes and goes does not wait longer for its state. */
const PATIENCE_MS = 20;

function annoy({ how, url, hello }: Ask): void {
  const done = { came: 0, sent: 0 };
  let over = false;
  let told = false;
  const connect = (): void => {
    if (over) return;
    done.came++;
    const socket = new WebSocket(url, { perMessageDeflate: false });
    const again = () => setImmediate(connect);
    socket.on('error', () => socket.terminate());
    socket.on('close', again);
    if (how === 'flapping') setTimeout(() => socket.terminate(), PATIENCE_MS);
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      if (text.startsWith('0{')) socket.send(`40${JSON.stringify(hello)}`);
      else if (text === '2') socket.send('3');
      // Let in or held: whether it gets a state is the hub's own business.
      else if (text.startsWith('40')) {
        if (!told) process.send!('ready');
        told = true;
        if (how === 'flapping') socket.close();
        else flood();
      }
    });
    const flood = (): void => {
      if (over || socket.readyState !== WebSocket.OPEN) return;
      for (let count = 0; count < BURST && socket.bufferedAmount < WAITING_BYTES; count++)
        socket.send(`42${done.sent++}["clock:read"]`);
      setTimeout(flood, 1);
    };
  };
  process.on('message', (word) => {
    if (word !== 'stop') return;
    over = true;
    process.send!(done);
  });
  connect();
}

if (process.argv[2] === 'nuisance') process.once('message', (ask: Ask) => annoy(ask));
