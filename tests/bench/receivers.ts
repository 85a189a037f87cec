import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import { clock } from './figures.ts';

/** What the child is told: open `count` sockets to `url`; `hello` is sent as a socket.io handshake if given. */
interface Open {
  do: 'open';
  url: string;
  count: number;
  hello: object | null;
}
/** … and what it tells: `ready`, then for every round the moment when the last socket had got it. */
type Told = { is: 'ready' } | { is: 'received'; last: number };

/** The same number of sockets on both sides of a comparison, in a process of their own, by the same code. */
export class Receivers {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  static async open(url: string, count: number, hello: object | null): Promise<Receivers> {
    const child = fork(fileURLToPath(import.meta.url), ['receivers'], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const receivers = new Receivers(child);
    const ready = receivers.#next('ready');
    child.send({ do: 'open', url, count, hello } satisfies Open);
    await ready;
    return receivers;
  }

  #next(is: 'ready'): Promise<Extract<Told, { is: 'ready' }>>;
  #next(is: 'received'): Promise<Extract<Told, { is: 'received' }>>;
  #next(is: Told['is']): Promise<Told> {
    return new Promise((resolve, reject) => {
      const exit = () => reject(new Error('the receivers ended'));
      this.#child.once('exit', exit);
      const listen = (told: Told) => {
        if (told.is !== is) return;
        this.#child.off('message', listen);
        this.#child.off('exit', exit);
        resolve(told);
      };
      this.#child.on('message', listen);
    });
  }

  /** When the last of the sockets has got the next message, by `clock`. */
  async received(): Promise<number> {
    return (await this.#next('received')).last;
  }

  close(): void {
    this.#child.removeAllListeners();
    this.#child.kill();
  }
}

function receive({ url, count, hello }: Open): void {
  let ready = 0;
  let got = 0;
  const isReady = () => {
    if (++ready === count) process.send!({ is: 'ready' } satisfies Told);
  };
  const isMessage = () => {
    if (++got < count) return;
    got = 0;
    process.send!({ is: 'received', last: clock() } satisfies Told);
  };
  for (let i = 0; i < count; i++) {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    socket.on('error', (error) => {
      console.error(`receiver: ${error.message}`);
      process.exit(1);
    });
    if (!hello) {
      socket.on('open', isReady);
      socket.on('message', isMessage);
      continue;
    }
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      if (text.startsWith('0{')) socket.send(`40${JSON.stringify(hello)}`);
      else if (text === '2') socket.send('3');
      else if (text.startsWith('42["state:replaced"')) isReady();
      else if (text.startsWith('42["state:changed"')) isMessage();
    });
  }
}

if (process.argv[2] === 'receivers') process.on('message', (told: Open) => receive(told));
