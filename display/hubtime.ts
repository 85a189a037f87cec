/** The software is younger than this: a clock before it is wrong (an empty battery starts in 1970 or 2015). */
export const RELEASED = Date.UTC(2026, 0, 1);
/** Round trips asked for one measurement; the quickest of them is the most exact. */
export const PROBES = 8;

/** One round trip: `sent` and `received` on the steady clock, `hub` what the hub's clock said between them. */
export interface Probe {
  sent: number;
  received: number;
  hub: number;
}

/** The probe with the shortest round trip; of equal ones the newest. */
export function bestProbe(probes: readonly Probe[]): Probe | undefined {
  let best: Probe | undefined;
  for (const probe of probes)
    if (!best || probe.received - probe.sent <= best.received - best.sent) best = probe;
  return best;
}

/**
 * The time to go by before the hub has answered (L28). A clock may still be as wrong as it was, or have been set since:
 * what comes nearest after the last known moment is right. Without such a moment a clock is believed as it is.
 */
export function believed(wall: number, lastKnown: number, ahead: number): number {
  if (lastKnown === 0) return wall >= RELEASED ? wall : 0;
  const able = [wall + ahead, wall].filter((time) => time >= lastKnown);
  return able.length > 0 ? Math.min(...able) : lastKnown;
}

/**
 * Hub time, measured over the socket and carried on by a clock that never jumps. Until the first
 * measurement it goes by the page's own clock if that is believable, else from the last hub time it knew.
 */
export class HubTime {
  #steady: () => number;
  /** Hub time less steady time. */
  #offset: number;
  #measured = false;

  /** `ahead`: by how much hub time was ahead of the device's clock when both were known last. */
  constructor(wall: number, steady: () => number, lastKnown = 0, ahead = 0) {
    this.#steady = steady;
    this.#offset = believed(wall, lastKnown, ahead) - steady();
  }

  get measured(): boolean {
    return this.#measured;
  }

  /** False while neither the hub nor the page has a believable time. */
  get valid(): boolean {
    return this.now() >= RELEASED;
  }

  now(): number {
    return this.#steady() + this.#offset;
  }

  /** Sets the time by a message without its round trip: good to the network's delay, enough until probes are in. */
  hint(hub: number): void {
    this.#offset = hub - this.#steady();
  }

  /** Sets the time by the best of some probes. */
  measure(probes: readonly Probe[]): void {
    const best = bestProbe(probes);
    if (!best) return;
    this.#offset = best.hub - (best.sent + best.received) / 2;
    this.#measured = true;
  }
}
