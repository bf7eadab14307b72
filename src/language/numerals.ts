/** Longer than any number that people type. */
const LONGEST = 60;

const SINO: Readonly<Record<string, number>> = {
  ...{ 공: 0, 영: 0, 일: 1, 이: 2, 삼: 3, 사: 4, 오: 5, 육: 6, 륙: 6, 칠: 7, 팔: 8, 구: 9 },
};

const TENS: Readonly<Record<string, number>> = {
  ...{ 열: 10, 스물: 20, 스무: 20, 서른: 30, 마흔: 40, 쉰: 50, 예순: 60, 일흔: 70, 여든: 80, 아흔: 90 },
};

const ONES: Readonly<Record<string, number>> = {
  ...{ 하나: 1, 한: 1, 둘: 2, 두: 2, 셋: 3, 세: 3, 석: 3, 넷: 4, 네: 4, 넉: 4, 다섯: 5, 여섯: 6, 일곱: 7 },
  ...{ 여덟: 8, 아홉: 9 },
};

export const NATIVE = new RegExp(`^(${Object.keys(TENS).join('|')})?(${Object.keys(ONES).join('|')})?$`);

const ENGLISH: ReadonlyMap<string, number> = new Map([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, i): [string, number] => [word, i]),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, i): [string, number] => [word, 20 + 10 * i]),
]);

/** `30`, `30,000`, `30 000`, `1.5`, `.5` */
const ARABIC = /^(?:\d{1,3}(?:[, ]\d{3})+|\d+)?(?:(?<=\d)|(?=\.\d))(?:\.\d+)?$/;

const arabic = (text: string): number | undefined =>
  text !== '' && ARABIC.test(text) ? Number(text.replace(/[, ]/g, '')) : undefined;

/** A part's digits before `unit` (none of them: one), and what follows it. */
function split(text: string, unit: string): [head: string | undefined, rest: string] {
  const at = text.indexOf(unit);
  return at < 0 ? [undefined, text] : [text.slice(0, at), text.slice(at + unit.length)];
}

/** The sum of `3천5백` by units, largest first; `digits` reads what stands before a unit and at the end. */
function sum(
  text: string,
  units: readonly (readonly [unit: string, worth: number])[],
  digits: (text: string) => number | undefined,
): number | undefined {
  let total = 0;
  let left = text;
  for (const [unit, worth] of units) {
    const [head, rest] = split(left, unit);
    if (head === undefined) continue;
    const times = head === '' ? 1 : digits(head);
    if (times === undefined) return undefined;
    total += times * worth;
    left = rest;
  }
  const last = left === '' ? 0 : digits(left);
  return last === undefined ? undefined : total + last;
}

/** `팔공팔공` -> 8080 */
const spelled = (text: string): number | undefined =>
  Array.from(text).every((digit) => digit in SINO)
    ? Number(Array.from(text, (digit) => SINO[digit]).join(''))
    : undefined;

/** `스물다섯` -> 25 */
function native(text: string): number | undefined {
  const [, tens, ones] = (text !== '' && NATIVE.exec(text)) || [];
  if (tens === undefined && ones === undefined) return undefined;
  return (TENS[tens ?? ''] ?? 0) + (ONES[ones ?? ''] ?? 0);
}

const SMALL = [
  ['천', 1000],
  ['백', 100],
  ['십', 10],
] as const;
const LARGE = [
  ['조', 1e12],
  ['억', 1e8],
  ['만', 1e4],
] as const;

const small = (text: string): number | undefined =>
  arabic(text) ?? sum(text, SMALL, (digits) => arabic(digits) ?? spelled(digits) ?? native(digits));

/** `3만5천`, `삼십`, `서른`, `일점오` */
function korean(text: string): number | undefined {
  const [whole = '', fraction, ...more] = text.replace(/\s/g, '').split('점');
  if (more.length > 0) return undefined;
  const value = sum(whole, LARGE, small);
  if (value === undefined) return undefined;
  // 1.1만 is 11,000: what only binary fractions add is no part of it.
  if (fraction === undefined) return Number(value.toPrecision(15));
  const digits = /^\d+$/.test(fraction) ? fraction : String(spelled(fraction) ?? '');
  // Zeros in front of a fraction count: 영점영오.
  return fraction === '' || digits === '' ? undefined : value + Number(`0.${digits.padStart(fraction.length, '0')}`);
}

/** `thirty thousand`, `twenty-five` */
function english(text: string): number | undefined {
  let total = 0;
  let part = 0;
  for (const word of text.replace(/^an? (?=hundred|thousand|million)/, '').split(/ and |[\s-]+/)) {
    const value = ENGLISH.get(word);
    if (value !== undefined) part += value;
    else if (word === 'hundred') part = (part || 1) * 100;
    else if (word === 'thousand' || word === 'million') {
      total += (part || 1) * (word === 'thousand' ? 1e3 : 1e6);
      part = 0;
    } else return undefined;
  }
  return total + part;
}

/**
 * The number that a text says, in digits or in words of either language: `30,000`, `-1.5`, `3만 5천`, `서른`, `thirty`.
 * `text` is folded and in lower case. Undefined where it says anything besides.
 */
export function numeral(text: string): number | undefined {
  if (text === '' || text.length > LONGEST) return undefined;
  const [sign = ''] = /^(?:[-+]|마이너스|영하|minus)\s*/.exec(text) ?? [];
  const bare = text.slice(sign.length);
  if (!/[\p{L}\p{N}]$/u.test(bare)) return undefined;
  const size = arabic(bare) ?? (/[가-힣]/.test(bare) ? korean(bare) : english(bare));
  return size === undefined || size === 0 || !/^(?:-|마|영|minus)/.test(sign) ? size : -size;
}
