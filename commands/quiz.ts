import { inThisWeek } from '../src/chapters/show.ts';
import { command } from '../src/core/command/command.ts';
import type { Context } from '../src/course/context.ts';
import { practisedBy } from '../src/course/hidden-questions.ts';
import { samplesOf } from '../src/course/samples.ts';
import {
  asksForHomework,
  HOMEWORK_TOPIC,
  offerHomework,
  refuseBesideHomework,
  startHomework,
} from '../src/homework/student.ts';
import { completeTopics } from '../src/practice/find-topic.ts';
import { completePreferences, readPreference } from '../src/practice/preference.ts';
import { topicSpoken } from '../src/practice/spoken.ts';
import { startPractice } from '../src/practice/start.ts';
import { questionCount } from './options/question-count.ts';
import { withheldFrom, withheldInClass } from './options/withheld.ts';

/** quiz me: no topic, only how people ask for one. */
const REQUEST = /^(?:me|us)?(?: ?please)?$/i;

export default (context: Context) =>
  command({
    name: 'quiz',
    summary: { ko: '혼자서 문제를 풀며 연습해요', en: 'Practise with questions, in private' },
    usedBy: 'everyone',
    spoken: ['퀴즈', '문제', '문제 내줘', '연습', '문제 하나만 내봐', 'give me a quiz', 'test me'],
    hears: (line) => topicSpoken(line, context.course()),
    homeBox: { ko: '✏️ 무엇을 연습할까요?', en: '✏️ What shall we practise?' },
    get examples() {
      const course = context.course();
      const { concept } = samplesOf(course);
      const chapter = { ko: 'quiz 1장', en: 'quiz chapter 1' };
      return [
        { ko: 'quiz', en: 'quiz' },
        { ko: `quiz ${concept.ko} 3`, en: `quiz ${concept.en} 3` },
        ...(course.content.chapters.length > 0 ? [chapter] : []),
        { ko: 'quiz 숙제', en: 'quiz homework' },
        { ko: 'quiz 틀린 문제', en: 'quiz missed' },
        { ko: `quiz ${concept.ko} 어렵게`, en: `quiz ${concept.en} harder` },
      ];
    },
    options: {
      topic: {
        type: 'text',
        korean: '주제',
        summary: {
          ko: '개념, 1장, 3주차, 숙제, 틀린 문제, 실습',
          en: 'concept, chapter 1, week 3, homework, missed, hands-on',
        },
        complete: completeTopics(context, { first: [HOMEWORK_TOPIC] }),
      },
      count: questionCount,
      level: {
        type: 'word',
        korean: '난이도',
        summary: { ko: '어렵게 또는 쉽게', en: 'harder or easier' },
        example: { ko: '어렵게', en: 'harder' },
        read: readPreference,
        complete: completePreferences,
      },
    },
    async run({ topic: said, count, level }, caller) {
      const topic = said !== undefined && REQUEST.test(said) ? undefined : said;
      const isOpen = topic === undefined && count === undefined && level === undefined;
      if (asksForHomework(topic)) {
        if (count !== undefined || level !== undefined) refuseBesideHomework();
        return startHomework(caller, { ...context, withheld: withheldInClass(context) });
      }
      // At once: each of them waits for a database that is away.
      const [homework, own] = await Promise.all([
        isOpen ? offerHomework(caller, context) : undefined,
        practisedBy(caller, context),
      ]);
      if (homework) return homework;
      const asked = { topic: await inThisWeek(topic, caller, own), count, level };
      return startPractice(asked, caller, { ...own, withheld: withheldFrom(caller, context) });
    },
  });
