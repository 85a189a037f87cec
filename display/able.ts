/** What the page cannot do without and cannot be given: Chrome 66 has it all. By the name that an engineer can look up. */
export function lacks(): string[] {
  const needed: Record<string, boolean> = {
    ResizeObserver: 'ResizeObserver' in window,
    WebSocket: 'WebSocket' in window,
    AbortController: 'AbortController' in window,
    IndexedDB: 'indexedDB' in window || 'localStorage' in window,
    'CSS grid': CSS.supports('display', 'grid'),
  };
  return Object.keys(needed).filter((name) => !needed[name]);
}

/** Whether the browser is older than what the page is written for, and has to be taught first. */
export function isOlder(): boolean {
  return !('toSorted' in Array.prototype && 'structuredClone' in window && 'hasOwn' in Object);
}
