import type { Localized } from '../core/locale.ts';
import { memoizePer } from '../language/memoize.ts';
import { normalize } from '../language/normalize.ts';
import { numeral } from '../language/numerals.ts';
import { isParticle, nouns, singulars } from '../language/particles.ts';
import { answerReadings } from './framing.ts';

/** `약 30`, `한 30`, `총 30`, `about 30` */
const ABOUT =
  /^(?:(?:약|대략|거의|최대|최소|총|모두|전부|딱|기본|다시|그대로|앞으로|about|around|approximately|approx\.?)\s*(?=\S)|[~≈]\s*|한\s+(?=\d))/;
/** What may follow a number and its unit: `쯤`, `정도예요`, `뒤`, `입니다`. */
const ENDING =
  / ?(?:쯤|정도|가량|까지|부터|뒤|후|씩|뿐|or so|in total)? ?(?:이?에요|이?예요|입니다|이요|요|이?야|이다|임)?$/;
/** What a number may be counted in where its question names no unit. */
export const COUNTERS: readonly string[] = ['', '개', '번', '대', '명', '회', '배', '가지', '곳'];
/** Names of one unit, each as good as the others. */
const SAME_UNIT = [
  ['%', '퍼센트', '프로', 'percent'],
  ['번', '회', '차례', 'times'],
  ['밀리초', 'milliseconds', 'ms', 'msec'],
  ['m', '밀리코어', 'millicores', 'millicpu'],
  ['mi', 'mib', '메비바이트', 'mebibytes'],
  ['gi', 'gib', '기비바이트', 'gibibytes'],
  ['개', '대', '건'],
  ['pods', 'replicas', '복제본'],
];

/** That there are none: `없어요`, `하나도 없음`. */
const NONE = /^(?:하나도 )?(?:없(?:음|어요?|습니다|다|네요)|안 남아요)$|^(?:none|nothing)$/;

/** What a number is the result or the value of: `7-4=3`, `replicas: 3`. */
const RESULT = /^(?:[^=]*=)+ ?|^[a-z][a-z. ]*: ?/;

/** What an answer may count in, folded and in lower case: the units, and what others call them. */
export const unitNames = (units: readonly string[]): string[] => {
  const own = units.map((one) => normalize(one).toLowerCase());
  return [...own, ...SAME_UNIT.filter((names) => names.some((name) => own.includes(name))).flat()];
};

/** Is a text behind a number nothing, a particle, one of the units, or an abbreviation of an English one: `초`, `second`, `s`? */
function isUnit(text: string, units: readonly string[]): boolean {
  // 만 is a number, too: 5백만.
  if (text === '' || (isParticle(text) && !text.startsWith('만'))) return true;
  return (
    [...nouns(text), ...singulars(text)].some((one) => units.includes(one)) ||
    (/^[a-z]+$/.test(text) && units.some((unit) => singulars(unit).some((one) => one.startsWith(text))))
  );
}

/** The words of a question that an answer may say again, also two run together: `30000번 포트`, `종료코드 137`. */
export const wordsOf = memoizePer((ask: Localized): ReadonlySet<string> => {
  const words =
    normalize(`${ask.ko} ${ask.en}`)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const forms = words.map((word) => nouns(word).flatMap(nouns).flatMap(singulars));
  return new Set([...forms.flat(), ...words.flatMap((word, i) => (forms[i + 1] ?? []).map((next) => word + next))]);
});

/**
 * The numbers that an answer may mean, most likely first: `삼십이요` is 30, or else 32. None where it is no number in one
 * of the units, which are as unitNames() gives them.
 */
export function numbersIn(ask: Localized, units: readonly string[], answer: string): number[] {
  const said = wordsOf(ask);
  const isSaid = (word: string): boolean => nouns(word).some((one) => said.has(one)) && numeral(word) === undefined;
  // `9000번포트` as `9000번 포트`.
  const isOwnUnit = (text: string): boolean =>
    isUnit(text, units) ||
    ['', ...units].some((unit) => text.startsWith(unit) && isSaid(text.slice(unit.length).trim()));
  const found = new Set<number>();
  for (const reading of answerReadings(answer).flatMap((one) => [one, one.replace(RESULT, '')])) {
    if (NONE.test(reading)) found.add(0);
    const told = reading.replace(/[−–]/g, '-').replace(ABOUT, '').split(' ');
    const text = told
      .filter((word) => !isSaid(word))
      .join(' ')
      .replace(ABOUT, '');
    for (let end = 1; end <= text.length; end++) {
      const rest = text.slice(end).trim();
      const value = isOwnUnit(rest) || isOwnUnit(rest.replace(ENDING, '')) ? numeral(text.slice(0, end)) : undefined;
      if (value !== undefined) found.add(value);
    }
  }
  return Array.from(found);
}
