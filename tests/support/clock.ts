/** A clock that a test moves by hand. */
export class TestClock {
  /** A Thursday, 2026-11-19, 09:00 in Asia/Shanghai. */
  time = Date.UTC(2026, 10, 19, 1, 0, 0);
  readonly now = (): number => this.time;

  pass(ms: number): void {
    this.time += ms;
  }
}
