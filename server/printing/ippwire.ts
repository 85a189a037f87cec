/** Attributes of one answer by name, every value of each; what is neither text, number nor yes or no is left out. */
export type IppAnswer = ReadonlyMap<string, readonly (string | number | boolean)[]>;

/** Tags of RFC 8010, 3.5. */
const END = 0x03;
const LAST_DELIMITER = 0x0f;
const INTEGER = 0x21;
const BOOLEAN = 0x22;
const ENUM = 0x23;
const TEXT_WITH_LANGUAGE = 0x35;
const NAME_WITH_LANGUAGE = 0x36;
const FIRST_TEXT = 0x41;
const LAST_TEXT = 0x49;
const MEMBER_NAME = 0x4a;
const HEAD = 8;
/** Status codes below are successes (RFC 8011, 4.1.6). */
export const FAILED = 0x0400;

/**
 * Reads an answer (RFC 8010, 3.1). Null for what is none: cut short, or with a length that leads out of it (IP9). The
 * library that writes our questions follows such lengths backwards and never ends, so it reads nothing here.
 */
export function readAnswer(bytes: Buffer): { status: number; attributes: IppAnswer } | null {
  if (bytes.length <= HEAD || bytes[0]! < 1 || bytes[0]! > 2) return null;
  const attributes = new Map<string, (string | number | boolean)[]>();
  let at = HEAD;
  let name = '';
  const take = (): Buffer | null => {
    if (at + 2 > bytes.length) return null;
    const end = at + 2 + bytes.readUInt16BE(at);
    if (end > bytes.length) return null;
    const taken = bytes.subarray(at + 2, end);
    at = end;
    return taken;
  };
  while (at < bytes.length) {
    const tag = bytes[at++]!;
    if (tag === END) return { status: bytes.readUInt16BE(2), attributes };
    if (tag <= LAST_DELIMITER) continue;
    const named = take();
    const value = named && take();
    if (!value) return null;
    // A value without a name is one more of the attribute before it.
    if (named.length > 0) name = named.toString('utf8');
    const read = readValue(tag, value);
    if (read !== null) attributes.set(name, [...(attributes.get(name) ?? []), read]);
  }
  return null;
}

function readValue(tag: number, value: Buffer): string | number | boolean | null {
  if (tag === INTEGER || tag === ENUM) return value.length === 4 ? value.readInt32BE(0) : null;
  if (tag === BOOLEAN) return value.length === 1 ? value[0] !== 0 : null;
  if (tag === TEXT_WITH_LANGUAGE || tag === NAME_WITH_LANGUAGE) return afterLanguage(value);
  // Names of members belong to collections, whose parts are of no use here.
  if (tag >= FIRST_TEXT && tag <= LAST_TEXT && tag !== MEMBER_NAME) return value.toString('utf8');
  return null;
}

function afterLanguage(value: Buffer): string | null {
  if (value.length < 2) return null;
  const at = 2 + value.readUInt16BE(0);
  if (at + 2 > value.length) return null;
  return value.subarray(at + 2, at + 2 + value.readUInt16BE(at)).toString('utf8');
}
