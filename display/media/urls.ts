/** Addresses of files that the player holds ready, each with how many scenes need it. */
const held = new Map<string, { url: string; holders: number }>();

/** Where a scene finds a file: on the device if the player has it ready, else on the hub. */
export function mediaUrl(digest: string): string {
  return held.get(digest)?.url ?? `/media/${digest}`;
}

/** Makes a file known under an address of this page; returns the way to let it go again. */
export function hold(digest: string, blob: Blob): () => void {
  const known = held.get(digest) ?? { url: URL.createObjectURL(blob), holders: 0 };
  known.holders += 1;
  held.set(digest, known);
  let gone = false;
  return () => {
    if (gone) return;
    gone = true;
    known.holders -= 1;
    if (known.holders > 0) return;
    held.delete(digest);
    URL.revokeObjectURL(known.url);
  };
}
