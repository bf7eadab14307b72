import { z } from 'zod';
import { inQuestion, type Made, type Subject, whatItIs } from './definition.ts';
import { choice, common, type FilledAnswer, type QuestionType } from './fields.ts';
import { text } from './text.ts';

const schema = z.strictObject({ type: z.literal('boolean'), ...common, answer: z.boolean() });

/** How people write that a statement is true, or that it is not. */
const TRUTHS = [
  [true, /^(?:o|ㅇ|○|〇|⭕️?|t|true|yes|맞(?:다|음|아요?|습니다)|참|예|네)$/i],
  [false, /^(?:x|×|✕|✗|❌|f|false|no|틀(?:리다|림|려요?|렸다|립니다)|거짓|아니(?:오|요|다))$/i],
] as const;

const truthIn = (written: string): boolean | undefined =>
  TRUTHS.find(([, form]) => form.test(written.replace(/(?<![ .!])[ .!]+$/, '')))?.[0];

const oneTruth = ({ right: [first, ...others] }: FilledAnswer): boolean | undefined =>
  first === undefined || others.length > 0 ? undefined : truthIn(first);
type Statement = z.infer<typeof schema>;

/** Is it what the concept means? Of every other concept the definition is another one's. */
function fromDefinition(subject: Subject): Made<Statement>[] {
  const { title, clue, strangers, lot } = subject;
  const [nearest, ...more] = strangers;
  // Where nothing else could be said of it, everybody would know that it is true.
  if (!nearest) return [];
  const isTrue = lot % 2 === 0;
  const why = whatItIs(subject);
  const said = isTrue ? { title, clue } : (more[(lot >> 1) % (more.length + 1)] ?? nearest);
  const question: Statement = {
    type: 'boolean',
    ask: text.both(({ isMeaning }, locale) => isMeaning(inQuestion(title[locale]), inQuestion(said.clue[locale]))),
    answer: isTrue,
    practical: false,
    why: isTrue ? why : text.both((words, locale) => words.meansOther(inQuestion(said.title[locale]), why[locale])),
  };
  return [{ kind: 'truth', question }];
}

/** A statement that is true or not. Never shuffled: people expect O before X. */
export const boolean: QuestionType<Statement> = {
  schema,
  level: 1,
  form: (_question, locale) => choice([text(locale).isTrue, text(locale).isFalse], { min: 1, max: 1 }),
  isRight: (question, answer) => answer === (question.answer ? 'a' : 'b'),
  solution: (question, locale) => (question.answer ? text(locale).isTrue : text(locale).isFalse),
  exchange: {
    give: ({ answer }) => ({ kind: 'truth', isTrue: answer }),
    take: (answer) => (answer.kind === 'truth' ? { answer: answer.isTrue } : undefined),
  },
  writing: {
    name: text.both(({ typeNames }) => typeNames.boolean),
    labels: { right: text.both(({ labels }) => labels.truth) },
    choices: [
      { value: 'O', label: text.both(({ isTrue }) => isTrue) },
      { value: 'X', label: text.both(({ isFalse }) => isFalse) },
    ],
    looks: (filled) => (filled.wrong.length === 0 && oneTruth(filled) !== undefined ? 'surely' : 'not'),
    read(filled) {
      if (filled.wrong.length > 0) return { part: 'wrong', why: text.both(({ misfits }) => misfits.noWrong) };
      const answer = oneTruth(filled);
      return answer === undefined && filled.right.length > 0
        ? { part: 'right', why: text.both(({ misfits }) => misfits.noTruth) }
        : { answer };
    },
    write: ({ answer }) => ({ right: [answer ? 'O' : 'X'], wrong: [] }),
  },
  fromDefinition,
};
