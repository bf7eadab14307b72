import { compact } from '../../language/normalize.ts';
import { UserError } from '../errors.ts';
import type { Localized } from '../locale.ts';
import { choiceNames } from './command.ts';
import type { ChoiceOption, IntegerOption, TypedOption, WordOption } from './options.ts';
import { text } from './text.ts';
import type { Token } from './tokens.ts';

type Value = string | number;

function checkRange({ summary, min, max }: IntegerOption, digits: string): number {
  const value = Number(digits);
  if (!(value >= min && value <= max))
    throw new UserError(text.both((words, locale) => words.outOfRange(summary[locale], min, max)));
  return value;
}

/** `영어로`, `10시로` -> `영어`, `10시`: what something is to become has this particle. */
const withoutParticle = (text: string): string => text.replace(/(?<=\p{L})(?:으)?로$/u, '');

/** Letters of a part of a label that may stand for it. */
const PART = 2;

/** The only choice whose label has these words in it. */
function choiceByPart({ choices }: ChoiceOption, wanted: string): string | undefined {
  const part = compact(withoutParticle(wanted));
  const [only, ...others] = Object.entries(choices).filter(([, { ko, en }]) =>
    [ko, en].some((label) => compact(label).includes(part)),
  );
  return only && others.length === 0 && part.length >= PART ? only[0] : undefined;
}

function readChoice(option: ChoiceOption, text: string): string | undefined {
  const named = (wanted: string) =>
    Object.entries(option.choices).find(([key, label]) =>
      [key, label.ko, label.en].some((word) => word.toLowerCase() === wanted),
    )?.[0];
  const wanted = text.toLowerCase();
  return named(wanted) ?? named(withoutParticle(wanted)) ?? (option.byPart ? choiceByPart(option, wanted) : undefined);
}

const readWord = ({ read }: WordOption, text: string): string | undefined =>
  read(text) ?? (text.endsWith('로') ? read(withoutParticle(text)) : undefined);

const NATIVE = ['한', '두', '세', '네', '다섯', '여섯', '일곱', '여덟', '아홉', '열'];

/** A number that does not say what it counts. */
const BARE = /^-?\d{1,9}$/;

/** `5`, `5개`, `다섯개`; a Korean numeral is one only with what it counts. */
function readCount(text: string, units: readonly string[]): string | undefined {
  const unit = units.find((one) => text.toLowerCase().endsWith(one));
  const count = unit === undefined ? text : text.slice(0, -unit.length);
  if (BARE.test(count)) return count;
  const native = unit === undefined ? -1 : NATIVE.indexOf(count);
  return native < 0 ? undefined : String(native + 1);
}

/** `<#123>`, `<#C123|general>` as Discord and Slack write a channel, `#general` as people do. */
const CHANNEL = /^(?:<#([A-Za-z0-9]+)(?:\|[^<>]*)?>|#([^\s<>#]+))$/;

/** `<@123>`, `<@!123>`, `<@&123>` (a role) and `<@U123|name>` as Discord and Slack write them, `@name` as people do. */
const MENTIONABLE = /^(?:<@!?(&?[A-Za-z0-9]+)(?:\|[^<>]*)?>|@([^\s<>@]+))$/;

function idIn(form: RegExp, text: string): string | undefined {
  const [, id, typed] = form.exec(text) ?? [];
  return id ?? typed;
}

/** The id itself, as Discord sends it, or a name: both say by their option what they are. */
const bare = (text: string): string | undefined => (/^[^\s<>#@]+$/.test(text) ? text : undefined);

const wrongForm = ({ summary }: TypedOption, example: Localized): UserError =>
  new UserError(text.both((words, locale) => words.wrongForm(summary[locale], example[locale])));

/**
 * The value that a text is for an option that was named.
 * @throws UserError where it is none.
 */
export function readValue(option: TypedOption, written: string): Value {
  switch (option.type) {
    case 'text':
      return written;
    case 'integer':
      return checkRange(option, readCount(written, option.units) ?? 'NaN');
    case 'choice': {
      const value = readChoice(option, written);
      if (value !== undefined) return value;
      throw new UserError(
        text.both((words, locale) => words.noChoice(option.summary[locale], choiceNames(option, locale))),
      );
    }
    case 'word': {
      const value = readWord(option, written) ?? option.readNamed?.(written);
      if (value !== undefined) return value;
      throw wrongForm(option, option.example);
    }
    case 'channel': {
      const value = idIn(CHANNEL, written) ?? bare(written);
      if (value !== undefined) return value;
      throw wrongForm(
        option,
        text.both((words) => words.channelExample),
      );
    }
    case 'mentionable': {
      const value = idIn(MENTIONABLE, written) ?? bare(written);
      if (value !== undefined) return value;
      throw wrongForm(
        option,
        text.both((words) => words.personExample),
      );
    }
    default:
      return option satisfies never;
  }
}

/** Takes a count out of the tokens, the last that says what it counts: one word (`5개`) or two (`5 questions`, `두 문제`). */
function takeNumber(rest: Token[], units: readonly string[]): string | undefined {
  for (let at = rest.length - 1; at >= 0; at--) {
    const [first, second] = rest.slice(at, at + 2);
    if (!first || first.quoted) continue;
    const together = second && !second.quoted && units.includes(second.text.toLowerCase());
    const found =
      together || !BARE.test(first.text)
        ? readCount(together ? first.text + second.text : first.text, units)
        : undefined;
    if (found !== undefined) {
      rest.splice(at, together ? 2 : 1);
      return found;
    }
  }
  return undefined;
}

/** Words of one value, at most: `오후 2시 30분` are three. */
const LONGEST_RUN = 4;
/** Words of a line among which a value is looked for: people write it near the beginning. */
const STARTS = 100;

/** How an option of whose values some have several words reads one. */
function readRun(option: TypedOption): ((text: string) => string | undefined) | undefined {
  if (option.type === 'word') return (text) => readWord(option, text);
  if (option.type !== 'choice') return undefined;
  const isSpaced = Object.values(option.choices).some(({ ko, en }) => `${ko}${en}`.includes(' '));
  return isSpaced ? (text) => readChoice(option, text) : undefined;
}

/** Takes the longest run of words that the option reads, the first of those: from anywhere, or from `start` alone. */
function takeRun(rest: Token[], option: TypedOption, start?: number): string | undefined {
  const read = readRun(option);
  if (!read) return undefined;
  const starts = start === undefined ? Array.from(rest.keys()).slice(0, STARTS) : [start];
  for (let length = LONGEST_RUN; length > 0; length--)
    for (const at of starts) {
      const run = rest.slice(at, at + length);
      if (run.length < length || run.some(({ quoted }) => quoted)) continue;
      const value = read(run.map(({ text }) => text).join(' '));
      if (value === undefined) continue;
      rest.splice(at, length);
      return value;
    }
  return undefined;
}

function takeOne(rest: Token[], find: 'findIndex' | 'findLastIndex', read: (text: string) => string | undefined) {
  const at = rest[find]((token) => !token.quoted && read(token.text) !== undefined);
  const [token] = at < 0 ? [] : rest.splice(at, 1);
  return token && read(token.text);
}

/**
 * Takes numbers that do not say what they count, the last there are, for so many options in the order in which they
 * stand: of `5 20` the first is the count.
 * @throws UserError for a number out of range.
 */
export function takeBare(rest: Token[], options: readonly IntegerOption[]): number[] {
  const at = rest
    .flatMap((token, i) => (!token.quoted && BARE.test(token.text) ? [i] : []))
    .slice(-options.length || rest.length);
  const found = at.map((i) => rest[i]?.text ?? '');
  for (const i of at.toReversed()) rest.splice(i, 1);
  return options.slice(0, found.length).map((option, i) => checkRange(option, found[i] ?? ''));
}

/**
 * Takes what an option's value looks like out of the words of a line; free words, of a text option, look like nothing.
 * @throws UserError for a number out of range.
 */
export function takeValue(option: TypedOption, rest: Token[]): Value | undefined {
  switch (option.type) {
    case 'text':
      return undefined;
    case 'integer': {
      const count = takeNumber(rest, option.units);
      return count === undefined ? undefined : checkRange(option, count);
    }
    case 'choice':
      return takeRun(rest, option) ?? takeOne(rest, 'findLastIndex', (text) => readChoice(option, text));
    case 'word':
      return takeRun(rest, option);
    case 'channel':
      return takeOne(rest, 'findIndex', (text) => idIn(CHANNEL, text));
    case 'mentionable':
      return takeOne(rest, 'findIndex', (text) => idIn(MENTIONABLE, text));
    default:
      return option satisfies never;
  }
}

/**
 * Takes the value of an option whose name stood just before `at`: one word, or as many as make one value.
 * @throws UserError where there is none.
 */
export function takeNamed(option: TypedOption, rest: Token[], at: number): Value {
  return takeRun(rest, option, at) ?? readValue(option, rest.splice(at, 1)[0]?.text ?? '');
}
