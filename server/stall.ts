/** A reader that does not read costs memory: 212 MB for one in a trial. */
const WAITING_PACKETS = 256;

/** What the engine under a socket has and its types do not show. */
interface Engine {
  writeBuffer: unknown[];
  transport: { socket?: { terminate(): void } };
}

/** Cuts a connection with too many packets waiting (W11). Says whether it did. */
export function closeStalled(connection: unknown): boolean {
  const { writeBuffer, transport } = connection as Engine;
  if (writeBuffer.length <= WAITING_PACKETS) return false;
  // A polite close would wait behind the packets that nobody reads.
  transport.socket?.terminate();
  return true;
}
