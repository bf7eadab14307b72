import type { Question } from '../../src/content/model.ts';
import type { Locale } from '../../src/core/locale.ts';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { solution } from '../../src/questions/types.ts';
import { blockOf } from './replies.ts';

/** The question whose reply this is; its id is the last word of the line that answers it. */
export function asked(
  reply: Reply,
  questions: Pick<ReadonlyMap<string, Question>, 'get'>,
): { question: Question; line: string } {
  const { line } = reply.blocks.some((block) => block.type === 'input')
    ? blockOf(reply, 'input')
    : blockOf(reply, 'choice');
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
      return [String(question.answer), `${question.answer}${question.unit?.[locale] ?? ''}`];
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
  if (question.type === 'number') return [wrongNumber(question)];
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
