/** A panel's clock that a test moves by hand, and that pages follow. */
export function panelClock(start: number): { now: number } {
  let now = $state(start);
  return {
    get now() {
      return now;
    },
    set now(moment: number) {
      now = moment;
    },
  };
}
