import { z } from 'zod';
import { inQuestion, type Made, type Subject, whatItIs } from './definition.ts';
import { choice, common, type QuestionType } from './fields.ts';
import { text } from './text.ts';

const schema = z.strictObject({ type: z.literal('boolean'), ...common, answer: z.boolean() });

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
  fromDefinition,
};
