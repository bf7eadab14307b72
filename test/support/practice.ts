import type { Question } from '../../src/content/model.ts';
import type { Locale } from '../../src/core/locale.ts';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { joinTyped } from '../../src/core/reply/controls.ts';
import { circled } from '../../src/language/circled.ts';
import { solution } from '../../src/questions/types.ts';
import { blockOf } from './replies.ts';

/** The question whose reply this is; its id is the last word of the line that answers it. */
export function asked(
  reply: Reply,
  questions: Pick<ReadonlyMap<string, Question>, 'get'>,
): { question: Question; line: string } {
  const type = (['input', 'menus', 'choice'] as const).find((one) => reply.blocks.some((block) => block.type === one));
  const { line } = blockOf(reply, type ?? 'choice');
  const question = questions.get(line.split(' ').at(-1) ?? '');
  if (!question) throw new Error(`no question in ${line}`);
  return { question, line };
}

/** The letters of the options with these labels, in the labels' order. */
function letters(reply: Reply, labels: readonly string[]): string {
  const { options } = blockOf(reply, 'choice');
  return labels
    .map((text) => {
      // Marks of code are not shown in a label.
      const wanted = text.replaceAll('`', '');
      const [found, twin] = options.filter(({ label }) => label === wanted);
      if (!found || twin) throw new Error(`"${wanted}" is ${twin ? 'twice' : 'not'} among the options`);
      return found.value;
    })
    .join('');
}

const sorted = (text: string): string => Array.from(text).sort().join('');

const plain = (text: string): string => text.replaceAll('`', '');

/** What belongs in each menu of a question, by the menus' labels, to a student who knows it, or takes another one for it. */
export function wantedInMenus(question: Question, knows: boolean, locale: Locale): ReadonlyMap<string, string> {
  switch (question.type) {
    case 'match': {
      const { pairs } = question;
      const turned = [...pairs.slice(1), ...pairs.slice(0, 1)];
      const rights = (knows ? pairs : turned).map(({ right }) => plain(right[locale]));
      return new Map(pairs.map(({ left }, i) => [plain(left[locale]), rights[i] ?? '']));
    }
    case 'gap':
      return new Map(
        question.blanks.flatMap((blank, i) =>
          'accept' in blank
            ? []
            : [[circled(i + 1), plain((knows ? blank.right : (blank.wrong[0] ?? blank.right))[locale])] as const],
        ),
      );
    default:
      return new Map();
  }
}

/** What is typed into each blank. */
export const typedInBlanks = (question: Question, knows: boolean): string[] =>
  question.type === 'gap'
    ? question.blanks.flatMap((blank) => ('accept' in blank ? [knows ? (blank.accept[0] ?? '') : 'xyzzy'] : []))
    : [];

/** The letters of what is picked in a reply's menus. */
function menuLetters(reply: Reply, wanted: ReadonlyMap<string, string>): string {
  return blockOf(reply, 'menus')
    .menus.map(({ label, options }) => {
      const found = options.find((option) => option.label === wanted.get(label));
      if (!found) throw new Error(`"${wanted.get(label)}" is not among the options of ${label}`);
      return found.value;
    })
    .join('');
}

/** What a student who knows everything sends: found by what the options say, as a student would. */
export function rightAnswers(question: Question, reply: Reply, locale: Locale): string[] {
  switch (question.type) {
    case 'single':
      return [letters(reply, [question.right[locale]])];
    case 'multiple':
      return [
        letters(
          reply,
          question.right.map((option) => option[locale]),
        ),
      ];
    case 'boolean':
      return [
        letters(reply, [{ ko: ['틀려요 (X)', '맞아요 (O)'], en: ['False', 'True'] }[locale][+question.answer] ?? '']),
      ];
    case 'order':
      return [
        letters(
          reply,
          question.steps.map((step) => step[locale]),
        ),
      ];
    case 'typed':
      return question.accept;
    case 'number':
    case 'estimate':
      return [String(question.answer), `${question.answer}${question.unit?.[locale] ?? ''}`];
    case 'match':
      return [menuLetters(reply, wantedInMenus(question, true, locale))];
    case 'gap': {
      const typed = typedInBlanks(question, true);
      if (typed.length > 0) return [joinTyped(typed), typed.join(', ')];
      return [menuLetters(reply, wantedInMenus(question, true, locale))];
    }
    default:
      return [typedAnswer(question, true, locale)];
  }
}

/** What a student types who knows the answer, or does not: also to a type of question that these tests do not know. */
export const typedAnswer = (question: Question, knows: boolean, locale: Locale): string =>
  knows ? solution(question, locale) : 'xyzzy';

/** A number that is far from the right one. */
export const wrongNumber = ({ answer, tolerance = 0 }: { answer: number; tolerance?: number | undefined }): string =>
  String(answer + 1000 + 2 * tolerance);

/** Answers that are wrong, whatever the question: every other option, one too few, one too many, the wrong way round. */
export function wrongAnswers(question: Question, reply: Reply, locale: Locale): string[] {
  if (question.type === 'number' || question.type === 'estimate') return [wrongNumber(question)];
  if (reply.blocks.some(({ type }) => type === 'menus'))
    return [menuLetters(reply, wantedInMenus(question, false, locale))];
  const blanks = typedInBlanks(question, false);
  if (blanks.length > 0) return [joinTyped(blanks), blanks.map(() => '🤷').join(', ')];
  if (reply.blocks.some(({ type }) => type === 'input')) return ['다른 무엇이에요', '🤷', 'xyzzy'];
  const [right = ''] = rightAnswers(question, reply, locale);
  const all = blockOf(reply, 'choice').options.map(({ value }) => value);
  const others = all.filter((value) => !right.includes(value));
  switch (question.type) {
    case 'order':
      return [Array.from(right).reverse().join(''), right.slice(1) + right.slice(0, 1)];
    case 'multiple':
      return [all.join(''), others.join(''), ...others.map((other) => sorted(right + other)), 'z'];
    default:
      return [...others, 'z'];
  }
}
