import { binary } from './refusals.ts';

/** Text may hold a stray control character; more than one in a hundred is something else under a text's name. */
const maxControlShare = 0.01;

/**
 * The bytes as text: UTF-8, UTF-16 with a byte order mark, or the charset given; line ends become `\n`.
 * Throws PROVISO_INPUT_BINARY for what is not text.
 */
export function decodeText(bytes: Uint8Array, source: string, charset = 'utf-8'): string {
  const text = decodeBytes(bytes, source, charset).replace(/\r\n?/g, '\n');
  if (text.includes('\0')) throw binary(source, 'it has NUL characters');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is counted
  const controls = text.match(/[\x01-\x08\x0e-\x1f\x7f]/g)?.length ?? 0;
  if (controls > text.length * maxControlShare) throw binary(source, 'it is full of control characters');
  return text;
}

function decodeBytes(bytes: Uint8Array, source: string, charset: string): string {
  const encoding = markedEncoding(bytes) ?? charset;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw binary(source, `its bytes are not valid ${encoding.toUpperCase()}`);
  }
}

function markedEncoding([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

/**
 * The charset to read bytes in, given what their server (null: none) and they themselves say. Both are often wrong:
 * UTF-8 with letters beyond ASCII is never so by chance, and what is not valid as said is read as the next best.
 */
export function likelyCharset(bytes: Uint8Array, said: string | null, declared: string): string {
  const isUtf8 = decodes(bytes, 'utf-8');
  if (isUtf8 && bytes.some((byte) => byte > 0x7f)) return 'utf-8';
  const valid = [said, declared].find((charset) => charset !== null && decodes(bytes, charset));
  // The web's own last resort (WHATWG, Encoding); a file that nobody sent is rather refused.
  return valid ?? (said === null ? declared : 'windows-1252');
}

function decodes(bytes: Uint8Array, charset: string): boolean {
  try {
    new TextDecoder(charset, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The charset that an HTML page declares in its first kilobyte; UTF-8 when it declares none we know. */
export function declaredCharset(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const [, charset = 'utf-8'] = /charset\s*=\s*["']?([\w-]+)/i.exec(head) ?? [];
  try {
    const { encoding } = new TextDecoder(charset);
    // A declaration that can be read byte by byte cannot itself be UTF-16 (HTML standard).
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return 'utf-8';
  }
}
