import { Worker } from 'node:worker_threads';

/** A picture that came out: pixels only. */
export interface Drawn {
  type: 'image/jpeg' | 'image/png';
  bytes: Uint8Array;
  width: number;
  height: number;
}

/** `broken`: cannot be read. `locked`: asks for a password. `slow`: not done in time. */
export type DrawingFault = 'broken' | 'locked' | 'pixels' | 'pages' | 'slow';

/**
 * `drawing`: a picture whose lines stay sharp as PNG. `pages`: a PDF. `prints`: one of ours, as PNG at this size.
 * `reduced`: pictures of the library, each once, none of them longer than this.
 */
export type DrawingTask =
  | { is: 'photograph' | 'drawing' | 'pages'; bytes: Uint8Array }
  | { is: 'prints'; bytes: Uint8Array; /** Pixels of the longer side. */ longest: number }
  | { is: 'reduced'; files: readonly Uint8Array[]; longest: number };

/** A hundred pages of drawings take a slow PC two minutes. */
const PATIENCE_MS = 180_000;

/**
 * Draws in a thread of its own, a new one for each file: a picture made to harm takes its thread down and nothing
 * else, and the memory of a large one is given back. Whole first, a small one for lists last.
 */
export function draw(task: DrawingTask, patience = PATIENCE_MS): Promise<Drawn[] | DrawingFault> {
  return new Promise((done) => {
    const worker = new Worker(new URL('./drawingworker.ts', import.meta.url), { workerData: task });
    const end = (answer: Drawn[] | DrawingFault) => {
      clearTimeout(late);
      done(answer);
      void worker.terminate();
    };
    const late = setTimeout(() => end('slow'), patience);
    worker.once('message', (answer: { files: Drawn[] } | { fault: DrawingFault }) =>
      end('files' in answer ? answer.files : answer.fault),
    );
    worker.once('error', () => end('broken'));
    worker.once('exit', () => end('broken'));
  });
}
