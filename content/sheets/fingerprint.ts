/**
 * Sixteen hex digits that stand for a value: equal for values that say the same (whatever the order of their
 * keys), different for all others for any practical purpose. Pure, so that the panel can tell what is stale;
 * not for secrets.
 */
export function fingerprint(value: unknown): string {
  let one = 0xdeadbeef;
  let other = 0x41c6ce57;
  for (const character of write(value)) {
    const point = character.codePointAt(0)!;
    one = Math.imul(one ^ point, 2654435761);
    other = Math.imul(other ^ point, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return [one, other].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

function write(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
