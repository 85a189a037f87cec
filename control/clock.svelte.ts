/** Hub time that components may read: it moves on every second while somebody listens. */
export class Clock {
  now = $state(0);
  #read: () => number;

  constructor(read: () => number) {
    this.#read = read;
    this.now = read();
  }

  /** Returns the way to stop. */
  run(): () => void {
    this.now = this.#read();
    const timer = setInterval(() => (this.now = this.#read()), 1000);
    return () => clearInterval(timer);
  }
}
