import iconv from 'iconv-lite';
import { composed } from './markup.ts';
import { UnreadableError } from './taken.ts';
import { text as words } from './text.ts';

/** What a file may begin with (Encoding Standard, BOM sniff). */
const MARKS: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];
/** Bytes that are looked at for a text of two bytes a letter. */
const LOOKED_AT = 4096;

/** Of UTF-16 without its mark every other byte of a Latin text, line ends and commas included, is 0. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const start = bytes.subarray(0, LOOKED_AT - (LOOKED_AT % 2));
  const zeros = [0, 0];
  for (const [at, byte] of start.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // Spaces and line ends alone are more; a single zero is a mistake.
  const least = start.length / 100;
  if (odd > least && odd > even * 8) return 'utf-16le';
  return even > least && even > odd * 8 ? 'utf-16be' : undefined;
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** CP949, whole: TextDecoder's euc-kr has none of the letters that Microsoft put to KS X 1001. */
function decodedKorean(bytes: Uint8Array): string | undefined {
  const text = iconv.decode(bytes, 'cp949');
  return text.includes('\uFFFD') ? undefined : text;
}

/**
 * A file's text, its lines ended by \n: UTF-8, UTF-16 (what Excel calls Unicode text), or else CP949, as a Korean Excel
 * writes CSV.
 * @throws UnreadableError for anything else.
 */
export function decode(bytes: Uint8Array): string {
  const marked = MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))?.[1];
  const wide = marked ?? wideEncoding(bytes);
  const text = wide === undefined ? (decoded(bytes, 'utf-8') ?? decodedKorean(bytes)) : decoded(bytes, wide);
  if (text === undefined || text.includes('\0')) throw new UnreadableError(words.both(({ notText }) => notText));
  return composed(text.replace(/\r\n?/g, '\n'));
}
