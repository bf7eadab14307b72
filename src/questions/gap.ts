import { z } from 'zod';
import type { Locale } from '../core/locale.ts';
import { boxRoom, splitTyped } from '../core/reply/controls.ts';
import { circled, uncircled } from '../language/circled.ts';
import { memoizePer } from '../language/memoize.ts';
import { compact, normalize } from '../language/normalize.ts';
import type { Accepting } from './accepted.ts';
import { areNumbersOf, numberBlanks, onlyBlank } from './blanks.ts';
import { common, distinct, lettered, menu, optionText, type QuestionType, type Shuffle } from './fields.ts';
import { areAllRight, gradedParts, type PartAnswer, partShares, partsInLine, partsSolution } from './parts.ts';
import { text } from './text.ts';
import { namesFor, sharedLabel, typedSolution } from './typed.ts';
import { findAccepted } from './typed-answer.ts';

/** Blanks of one question. */
const MOST = 5;

/** Filled from a menu. */
const picked = z
  .strictObject({ right: optionText, wrong: z.array(optionText).min(1).max(5) })
  .refine(({ right, wrong }) => distinct([right, ...wrong]), { message: 'same-options' });

/** A number counts as it is written; nothing is longer than the box that it is typed into. */
const accepted = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z.string().trim().min(1).max(boxRoom(MOST)),
);

/** Filled by typing, as a typed question is answered. */
const typed = z.strictObject({
  accept: z.array(accepted).min(1),
  names: z.array(z.string()).optional(),
});

type Blank = z.infer<typeof picked> | z.infer<typeof typed>;

/** Each by its own schema, so that what is wrong is told of its own fields. */
const blank = z.looseObject({}).transform((data, context): Blank => {
  const checked = ('accept' in data ? typed : picked).safeParse(data);
  if (checked.success) return checked.data;
  for (const issue of checked.error.issues) context.addIssue({ ...issue });
  return z.NEVER;
});

const isTyped = (one: Blank): one is z.infer<typeof typed> => 'accept' in one;

const fields = z.strictObject({
  type: z.literal('gap'),
  ...common,
  /** By their numbers. */
  blanks: z.array(blank).min(1).max(MOST),
});

type Gap = z.infer<typeof fields>;

/** The question with its blanks numbered; they stand in its code, or else in what is asked, in both languages. */
const schema: z.ZodType<Gap> = fields
  .refine(({ blanks }) => blanks.every(isTyped) || !blanks.some(isTyped), {
    path: ['blanks'],
    message: 'mixed-blanks',
    abort: true,
  })
  .transform((question, context): Gap => {
    const { ask, code = '', blanks } = question;
    const [ko, en, inCode] = [numberBlanks(ask.ko), numberBlanks(ask.en), numberBlanks(code)];
    const isInCode = inCode.numbers.length > 0;
    // Where the code has them, what is asked has none.
    const inAsk = isInCode ? 0 : blanks.length;
    const wrong = [
      ...(isInCode && !areNumbersOf(inCode.numbers, blanks.length) ? ['code'] : []),
      ...(areNumbersOf(ko.numbers, inAsk) && areNumbersOf(en.numbers, inAsk) ? [] : ['ask']),
    ];
    for (const path of wrong) context.addIssue({ code: 'custom', path: [path], message: 'blank-count' });
    return {
      ...question,
      ask: { ko: ko.text, en: en.text },
      ...(question.code === undefined ? {} : { code: inCode.text }),
    };
  });

/** What is right in a blank, as it is shown. */
const solutionOf = (one: Blank, locale: Locale): string =>
  isTyped(one) ? typedSolution(one.accept, locale) : one.right[locale];

/** What is typed into each blank is held against: the question with all other blanks filled in. */
const acceptings = memoizePer(({ ask, code, blanks }: Gap): (Accepting | undefined)[] => {
  const filledIn = (locale: Locale) => blanks.map((one) => solutionOf(one, locale));
  const alone = (words: string, i: number, locale: Locale): string => onlyBlank(words, i + 1, filledIn(locale));
  return blanks.map((one, i) =>
    isTyped(one)
      ? {
          ask: { ko: alone(ask.ko, i, 'ko'), en: alone(ask.en, i, 'en') },
          code: code === undefined ? undefined : alone(code, i, 'en'),
          ...one,
        }
      : undefined,
  );
});

/** What stands between answers that are typed in one line. */
const COMMA = /[,，、;；\n]| \/ /;

/** A blank's number as people write it before an answer: `①`, `(1)`, `1.` */
const NUMBER = /([①-⑤])|\(([1-5])\)|(?<!\S)([1-5])[.)](?=\s)/g;

/** `① job ② from`: the answers by the numbers before them; empty where not every blank has one. */
function numberedParts(answer: string, blanks: number): string[] {
  const marks = Array.from(answer.matchAll(NUMBER), ({ 0: { length }, index, ...groups }) => {
    const [sign = '', ...digits] = [groups[1], groups[2], groups[3]];
    return { number: uncircled(sign) ?? Number(digits.find(Boolean)), from: index, to: index + length };
  });
  const [first] = marks;
  const numbers = marks.map(({ number }) => number);
  if (!first || answer.slice(0, first.from).trim() !== '' || !areNumbersOf(numbers, blanks)) return [];
  const parts = marks.map(({ number, to }, i) => ({ number, part: answer.slice(to, marks[i + 1]?.from).trim() }));
  return parts.sort((a, b) => a.number - b.number).map(({ part }) => part.replace(/[,，、;；]$/, ''));
}

/**
 * What was typed into each of so many blanks, an empty text where nothing was; undefined for an answer of another number
 * of parts, or of none.
 */
function typedParts(answer: string, blanks: number): string[] | undefined {
  const boxes = splitTyped(answer);
  const ways =
    blanks === 1 ? [boxes] : [boxes, numberedParts(answer, blanks), answer.split(COMMA), answer.trim().split(/\s+/)];
  const parts = ways.find(({ length }) => length === blanks)?.map((part) => part.trim());
  return parts?.some((part) => part !== '') ? parts : undefined;
}

const optionsOf = ({ right, wrong }: z.infer<typeof picked>, shuffle: Shuffle) => shuffle([right, ...wrong]);

/** Each blank with what was answered to it; undefined for the right answer. */
function partsOf(question: Gap, answer: string | undefined, locale: Locale, shuffle: Shuffle): PartAnswer[] {
  const { blanks } = question;
  const all = acceptings(question);
  const words = answer === undefined ? undefined : typedParts(answer, blanks.length);
  return blanks.map((one, i): PartAnswer => {
    const solution = solutionOf(one, locale);
    const before = `${circled(i + 1)} `;
    if (answer === undefined) return { before, given: solution, right: true, solution };
    if (!isTyped(one)) {
      const letters = answer.length === blanks.length ? answer : '';
      const given = lettered(optionsOf(one, shuffle), letters[i]);
      return { before, given: given?.[locale], right: given === one.right, solution };
    }
    const given = words?.[i] || undefined;
    const accepting = all[i];
    const right = given !== undefined && accepting !== undefined && findAccepted(accepting, given) !== undefined;
    return { before, given, right, solution };
  });
}

/** Blanks in a text or a manifest, filled from menus or by typing. */
export const gap: QuestionType<Gap> = {
  schema,
  form: ({ blanks }, locale, shuffle) => {
    const menus = blanks.flatMap((one, i) =>
      isTyped(one)
        ? []
        : [
            menu(
              circled(i + 1),
              optionsOf(one, shuffle).map((option) => option[locale]),
            ),
          ],
    );
    if (menus.length > 0) return { type: 'menus', menus, picked: [] };
    const boxes = blanks.length;
    return { type: 'input', label: text(locale).typeBlanks(boxes), ...(boxes === 1 ? {} : { boxes }) };
  },
  isRight: (question, answer, shuffle) => areAllRight(partsOf(question, answer, 'ko', shuffle)),
  solution: (question, locale) => partsSolution(partsOf(question, undefined, locale, (items) => [...items])),
  unclear: ({ blanks }, answer, locale) =>
    !blanks.some(isTyped) || typedParts(answer, blanks.length)
      ? undefined
      : text(locale).notThatManyBlanks(blanks.length),
  withNames: (question, namesOf) => ({
    ...question,
    blanks: question.blanks.map((one) =>
      isTyped(one) ? { ...one, ...namesFor({ ...question, ...one }, namesOf) } : one,
    ),
  }),
  graded: (question, answer, locale, shuffle) =>
    gradedParts(partsOf(question, answer, locale, shuffle), answer, locale),
  inLine: (question, answer, locale, shuffle) => partsInLine(partsOf(question, answer, locale, shuffle)),
  shares: (question, given, locale, shuffle) =>
    partShares(
      partsOf(question, undefined, locale, shuffle),
      given.map((one) => partsOf(question, one.picked, locale, shuffle)),
      question.blanks.some(isTyped)
        ? { keyOf: (words) => compact(words) || normalize(words), called: sharedLabel }
        : {},
    ),
  exchange: {
    give: ({ blanks }, locale) => ({
      kind: 'blanks',
      blanks: blanks.map((one) =>
        isTyped(one)
          ? { accept: one.accept }
          : { right: one.right[locale], wrong: one.wrong.map((option) => option[locale]) },
      ),
    }),
    take: (answer) => (answer.kind === 'blanks' ? { blanks: answer.blanks } : undefined),
  },
};
