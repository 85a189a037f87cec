/** A reader that does not read costs memory: 212 MB for one in a trial. */
const WAITING_PACKETS = 256;

/** What the engine under a socket has and its types do not show. */
interface Engine {
  writeBuffer: unknown[];
  transport: { socket?: { terminate(): void; pause?(): void; removeAllListeners?(event: 'message'): void } };
}

/** Cuts a connection with too many packets waiting (W11). Says whether it did. */
export function closeStalled(connection: unknown): boolean {
  const { writeBuffer, transport } = connection as Engine;
  if (writeBuffer.length <= WAITING_PACKETS) return false;
  // A polite close would wait behind the packets that nobody reads.
  transport.socket?.terminate();
  return true;
}

/** So long a socket that is not read any more is kept before it is cut off: it cannot come back at once. */
const HELD_MS = 10_000;

/** Reads nothing more from a connection, which costs the hub nothing however much is sent, and cuts it off later (W11, W16). */
export function hold(connection: unknown, ms = HELD_MS): void {
  const { transport } = connection as Engine;
  // What has come already is not looked at either.
  transport.socket?.removeAllListeners?.('message');
  transport.socket?.pause?.();
  setTimeout(() => transport.socket?.terminate(), ms).unref();
}
