import { normalize } from '../language/normalize.ts';
import { isMachineText } from '../search/machine-text.ts';

/** The most that is kept of a question, in code points. */
const LONGEST = 100;
/** Digits of the shortest phone number, such as 1588-0000. */
const PHONE = 7;
/** Words of a line that only programs write; one or two may stand in a person's sentence. */
const PASTED = 3;

/**
 * Mentions, links and emoji as platforms send them, spaces within them included: `<@123>`, `<@U1|kim>`, `<!here>`,
 * `<https://a.b|a page>`, `<t:1764:R>`.
 */
const MARKUP = /<(?:[@#!/:]|(?:a|t|https?|mailto|tel):)[^<>]*>/gu;

/** A word that has any of these is an address, or names a person or a machine. */
const ADDRESSES: readonly RegExp[] = [
  // E-mail and mentions.
  /@/,
  /:\/\//,
  /(?<![a-z0-9-])www\./,
  // Ends of hosts that people name; other `.io` are groups of the API and registries.
  /[\p{L}\p{Nd}]\.(?:com|net|org|edu|gov|kr|co|me|us|jp|cn|info|biz|shop|site|xyz|dev|app|ai|be|so|한국)(?![a-z0-9_-])/u,
  /(?:github|gitlab|velog)\.io/,
  // IPv4; IPv6 and hardware addresses.
  /\d\.\d+\.\d+\.\d/,
  /:[0-9a-f]{0,4}:/,
  // A home folder is named after a person.
  /[/\\](?:home|users)[/\\]/,
];

/** Hashes, tokens and keys: long, with digits between the letters. */
const isToken = (word: string): boolean => (word.match(/[a-z0-9_]{16,}/g) ?? []).some((part) => /\d/.test(part));

/** What a controller adds to a Pod's name: `-7d9f8b6c5-x2k9z`. */
const SUFFIX = /-[a-z0-9]{6,10}-[a-z0-9]{5}(?![a-z0-9-])/g;

/** Digits, and what stands between those of one number. */
const NUMBER = /[+:(]?\p{Nd}[\p{Nd} ().-]*/gu;

const digitsIn = (text: string): number => text.match(/\p{Nd}/gu)?.length ?? 0;

/** Phone numbers, dates, ids and ports are left out; `1.34`, 137 and `3` stay. */
function withoutLongNumbers(text: string): string {
  return text.replace(NUMBER, (found) => {
    // Only a phone number is written with spaces: 010 1234 5678.
    if (/^\(?[+0]/.test(found) && digitsIn(found) > PHONE) return ' ';
    return found
      .split(' ')
      .map((part) => (digitsIn(part) >= PHONE ? ' ' : part.replace(/:?\p{Nd}{4,}/gu, ' ')))
      .join(' ');
  });
}

/** `env=prod`, `image:tag`, `apps/v1`, `containerStatuses`, `{}`. */
const isProgramsWord = (word: string): boolean => /[=/{}[\]\\|"_]|[a-z][A-Z]|[A-Za-z\d]:/.test(word);

/** Unicode's two code points that are no characters and that YAML does not take, in a term's file. */
const UNPRINTABLE = /[\uFFFE\uFFFF]/g;

/** Something that was copied rather than asked: of several lines, or a long one with a program's words in it. */
function isPaste(text: string): boolean {
  if (/[\n\r\u2028\u2029]/.test(text)) return true;
  if (text.length <= LONGEST || Array.from(text).length <= LONGEST) return false;
  return isMachineText(text) || text.split(/\s+/).filter(isProgramsWord).length >= PASTED;
}

/** The start of a text, at most 100 code points, with no letter cut from its marks. */
function start(text: string): string {
  if (text.length <= LONGEST) return text;
  // A letter has at most 30 marks, see normalize().
  const points = Array.from(text).slice(0, 2 * LONGEST);
  let head = '';
  let length = 0;
  for (const { segment } of new Intl.Segmenter('ko').segment(points.join(''))) {
    length += Array.from(segment).length;
    if (length > LONGEST) break;
    head += segment;
  }
  return head;
}

/**
 * What may be kept of a question that found no answer: at most 100 code points in one spelling (lower case, single spaces,
 * no signs around it), so that the same question of two people is the same text. Addresses, mentions, phone numbers and
 * other numbers of more than three digits are left out. Undefined for what was pasted, and where no letter is left.
 */
export function keptQuestion(text: string): string | undefined {
  const typed = text.trim();
  if (isPaste(typed)) return undefined;
  const plain = normalize(normalize(typed.toWellFormed().replace(UNPRINTABLE, ' ')).toLowerCase())
    .replace(MARKUP, ' ')
    .split(' ')
    .filter((word) => !ADDRESSES.some((address) => address.test(word)) && !isToken(word))
    .join(' ')
    .replace(SUFFIX, '');
  const kept = start(normalize(withoutLongNumbers(plain)))
    .replace(/^[ ?!.,;:~…"'`·]+/, '')
    .replace(/(?<![ ?!.,;:~…"'`·])[ ?!.,;:~…"'`·]+$/, '');
  return /\p{L}/u.test(kept) ? kept : undefined;
}
