import { command } from '../src/core/command/command.ts';
import { UserError } from '../src/core/errors.ts';
import { button, type Reply } from '../src/core/reply/reply.ts';
import type { Context } from '../src/course/context.ts';
import { completeTitles } from '../src/course/find.ts';
import { beingAsked, openQuestions } from '../src/live/open-questions.ts';
import { findTopic } from '../src/practice/find-topic.ts';
import { drawQuestions, MOST_QUESTIONS, type Practice, playerOf, skipQuestions } from '../src/practice/practice.ts';
import { newSeed } from '../src/practice/seeded-shuffle.ts';
import { poolsOf, topicKey, topicLine } from '../src/practice/topics.ts';
import { renderQuestion } from '../src/practice/views.ts';

const USUAL = 5;

export default (context: Context) =>
  command({
    name: 'quiz',
    summary: { ko: '혼자서 문제를 풀며 연습해요', en: 'Practise with questions, in private' },
    usedBy: 'everyone',
    spoken: ['퀴즈', '문제', '문제 내줘', '연습'],
    examples: [
      { ko: 'quiz', en: 'quiz' },
      { ko: 'quiz 자가 복구 3', en: 'quiz self-healing 3' },
    ],
    options: {
      topic: {
        type: 'text',
        korean: '주제',
        summary: { ko: '연습할 개념', en: 'concept' },
        complete: completeTitles(context),
      },
      count: {
        type: 'integer',
        korean: '문제수',
        min: 1,
        max: MOST_QUESTIONS,
        units: ['개', '문제', '문항', 'questions', 'question'],
        summary: { ko: '문제 수', en: 'number of questions' },
      },
    },
    async run({ topic: words, count }, { id, locale }): Promise<Reply> {
      const course = context.course();
      const topic = words === undefined ? ({ kind: 'all' } as const) : findTopic(words, course);
      if (!('kind' in topic)) {
        const known = topic.flatMap((id) => course.terms.get(id) ?? []);
        return {
          visibility: 'caller',
          accent: 'warning',
          blocks: [
            { type: 'heading', text: locale === 'ko' ? '무엇을 연습할까요?' : 'What shall we practise?' },
            {
              type: 'text',
              markdown:
                locale === 'ko'
                  ? '그런 주제는 못 찾았어요. 개념 이름으로 다시 적거나 아래 버튼을 눌러 주세요.'
                  : 'I found no such topic. Write the name of a concept, or press a button below.',
            },
            {
              type: 'buttons',
              buttons: [
                ...known.map((term) => button(term.title[locale], topicLine({ kind: 'term', term }))),
                { ...button(locale === 'ko' ? '전체에서 풀기' : 'Anything', 'quiz'), primary: true },
              ],
            },
          ],
        };
      }
      const pools = poolsOf(topic, course.terms);
      // A term's own questions make a practice by themselves; its neighbours' only fill a count that was asked for.
      const usual = topic.kind === 'term' ? Math.max(1, topic.term.questions.length) : USUAL;
      const practice: Practice = {
        topic: topicKey(topic),
        seed: newSeed(context.random),
        player: playerOf(id),
        count: count ?? usual,
        marks: '',
      };
      const questions = drawQuestions(practice, pools);
      if (questions.length === 0)
        throw new UserError(
          course.questions.size > 0
            ? {
                ko: '이 주제에는 아직 문제가 없어요. `/quiz`로 다른 문제를 풀어 보세요.',
                en: 'There are no questions on this yet. Try others with `/quiz`.',
              }
            : { ko: '이 수업에는 아직 문제가 없어요.', en: 'This course has no questions yet.' },
        );
      const begun = skipQuestions({ ...practice, count: questions.length }, questions, await openQuestions(context));
      const first = questions[begun.marks.length];
      if (!first) throw beingAsked();
      return renderQuestion(begun, first, questions.length, locale);
    },
  });
