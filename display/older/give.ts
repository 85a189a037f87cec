/** Gives `owner` a method of this name where the browser has none; like a built-in one it is not listed by loops. */
export function give<T extends object>(
  owner: T,
  name: string,
  made: (this: never, ...words: never[]) => unknown,
): void {
  if (name in owner) return;
  Object.defineProperty(owner, name, { value: made, writable: true, configurable: true });
}
