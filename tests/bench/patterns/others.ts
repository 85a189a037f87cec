import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import type { Commit } from '../../../content/model/record.ts';
import { project } from '../../../content/projection.ts';
import type { Hall } from '../../../server/hall.ts';

/** A call as the other patterns hand it out. */
export interface Listed {
  id: string;
  number: string;
  at: number;
}

/** The announcement that a commit makes, if it makes one. */
export function calledIn({ changes }: Commit): Listed | null {
  for (const { kind, body } of changes) {
    if (kind !== 'ticket' || !body || !('call' in body) || !body.call) continue;
    if (body.state.is === 'called') return { id: body.call.id, number: body.number, at: body.call.at };
  }
  return null;
}

/** Serves one hall in the ways that other call systems do: events that say little, and lists to fetch. */
export class OtherHub {
  readonly #http: HttpServer;
  readonly #io: Server;
  readonly #stop: () => void;

  private constructor(hall: Hall) {
    this.#http = createServer((request, response) => {
      const body = request.url === '/ten' ? lastTen(hall) : everything(hall);
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    });
    this.#io = new Server(this.#http, { transports: ['websocket'], perMessageDeflate: false });
    this.#stop = hall.onCommit((commit) => {
      const call = calledIn(commit);
      if (!call) return;
      this.#io.emit('changed');
      this.#io.emit('called', { id: call.id });
    });
  }

  static async open(hall: Hall): Promise<OtherHub> {
    const other = new OtherHub(hall);
    await new Promise<void>((resolve) => other.#http.listen(0, '127.0.0.1', resolve));
    return other;
  }

  get port(): number {
    return (this.#http.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    this.#stop();
    await this.#io.close();
  }
}

function everything({ records }: Hall): object[] {
  const all = [...records.all('ticket')].map((one) => ({ ...one }));
  return project('screen', all);
}

function lastTen({ records }: Hall): Listed[] {
  const called: Listed[] = [];
  for (const { body } of records.all('ticket'))
    if (body.call) called.push({ id: body.call.id, number: body.number, at: body.call.at });
  return called.sort((one, other) => other.at - one.at).slice(0, 10);
}
