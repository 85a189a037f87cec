/** First 32 bits of the fractions of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2). */
const K = primes(64).map((prime) => fraction(Math.cbrt(prime)));

function primes(count: number): number[] {
  const found: number[] = [];
  for (let one = 2; found.length < count; one += 1)
    if (found.every((prime) => one % prime !== 0)) found.push(one);
  return found;
}

function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;
}

/** Square roots of the first eight primes (5.3.3). */
const START = primes(8).map((prime) => fraction(Math.sqrt(prime)));

const BLOCK = 64;

/**
 * SHA-256 over bytes as they arrive. On plain http a page has no crypto.subtle, which would also want a whole video in
 * one piece.
 */
export class Sha256 {
  #state = Int32Array.from(START);
  #words = new Int32Array(64);
  #block = new Uint8Array(BLOCK);
  #filled = 0;
  #length = 0;

  update(bytes: Uint8Array): this {
    this.#length += bytes.length;
    for (let at = 0; at < bytes.length;) {
      const part = Math.min(BLOCK - this.#filled, bytes.length - at);
      this.#block.set(bytes.subarray(at, at + part), this.#filled);
      this.#filled += part;
      at += part;
      if (this.#filled === BLOCK) this.#compress();
    }
    return this;
  }

  /** The digest in hex. Nothing may be added afterwards. */
  hex(): string {
    const bits = this.#length * 8;
    this.#block[this.#filled++] = 0x80;
    if (this.#filled > BLOCK - 8) {
      this.#block.fill(0, this.#filled);
      this.#compress();
    }
    this.#block.fill(0, this.#filled);
    const view = new DataView(this.#block.buffer);
    view.setUint32(BLOCK - 8, Math.floor(bits / 2 ** 32));
    view.setUint32(BLOCK - 4, bits >>> 0);
    this.#compress();
    return Array.from(this.#state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  }

  #compress(): void {
    const words = this.#words;
    const block = this.#block;
    for (let i = 0; i < 16; i += 1)
      words[i] =
        (block[i * 4]! << 24) | (block[i * 4 + 1]! << 16) | (block[i * 4 + 2]! << 8) | block[i * 4 + 3]!;
    for (let i = 16; i < 64; i += 1) {
      const low = words[i - 15]!;
      const high = words[i - 2]!;
      const one = ((low >>> 7) | (low << 25)) ^ ((low >>> 18) | (low << 14)) ^ (low >>> 3);
      const two = ((high >>> 17) | (high << 15)) ^ ((high >>> 19) | (high << 13)) ^ (high >>> 10);
      words[i] = (words[i - 16]! + one + words[i - 7]! + two) | 0;
    }
    const state = this.#state;
    let a = state[0]!;
    let b = state[1]!;
    let c = state[2]!;
    let d = state[3]!;
    let e = state[4]!;
    let f = state[5]!;
    let g = state[6]!;
    let h = state[7]!;
    for (let i = 0; i < 64; i += 1) {
      const upper = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const one = (h + upper + ((e & f) ^ (~e & g)) + K[i]! + words[i]!) | 0;
      const lower = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const two = (lower + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + one) | 0;
      d = c;
      c = b;
      b = a;
      a = (one + two) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] = (state[i]! + word) | 0));
    this.#filled = 0;
  }
}
