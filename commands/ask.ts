import { command } from '../src/core/command/command.ts';
import type { Context } from '../src/course/context.ts';
import { completeTitles } from '../src/course/find.ts';
import { knowsTopic } from '../src/course/knows.ts';
import { LOOK_UP } from '../src/course/lines.ts';
import { samplesOf } from '../src/course/samples.ts';
import { withParticle } from '../src/language/with-particle.ts';
import { lookUp } from '../src/lookup/answer.ts';

/** What the built-in course called it before a course could name it: messages of that time have buttons that say so. */
const OLDER = 'k8s';

/** Looks things up; how people call it is the course's to say. */
export default (context: Context) => {
  const { lookUp: name } = context.course();
  const all = context.courses().map(({ content }) => content.settings);
  // It is registered once for all courses.
  const subject = all.length > 1 ? undefined : all[0]?.subject;
  const examines = all.some(({ features }) => features.includes('kubernetes'));
  return command({
    name,
    lines: [LOOK_UP, OLDER],
    summary: {
      ko: `${subject === undefined ? '수업에 나오는' : subject.ko} 개념을 찾아 줘요`,
      en: `Looks up a concept of ${subject === undefined ? 'the course' : subject.en}`,
    },
    usedBy: 'everyone',
    answersQuestions: true,
    knows: knowsTopic(context),
    messageMenu: { ko: '이 말 찾아보기', en: 'Look this up' },
    get examples() {
      const { concept, other } = samplesOf(context.course());
      return [
        { ko: `${name} ${concept.ko}`, en: `${name} ${concept.en}` },
        ...(other
          ? [
              {
                ko: `${name} ${withParticle(concept.ko, '이랑/랑')} ${other.ko} 차이`,
                en: `${name} ${concept.en} vs ${other.en}`,
              },
            ]
          : []),
      ];
    },
    options: {
      term: {
        type: 'text',
        korean: '낱말',
        required: 'orFile',
        asTyped: true,
        summary: { ko: '궁금한 말', en: 'word or question' },
        hint: examines
          ? {
              ko: '오류 메시지나 로그, 매니페스트를 여러 줄 그대로 붙여 넣어도 돼요.',
              en: 'You can also paste an error message, a log or a manifest, of as many lines as it has.',
            }
          : {
              ko: '궁금한 글을 여러 줄 그대로 붙여 넣어도 돼요.',
              en: 'You can also paste a text that you wonder about, of as many lines as it has.',
            },
        complete: completeTitles(context),
      },
      file: {
        type: 'file',
        korean: '파일',
        summary: examines
          ? { ko: '매니페스트나 로그 파일', en: 'manifest or log file' }
          : { ko: '궁금한 글이 든 파일', en: 'a file with text that you wonder about' },
      },
    },
    run: ({ term, file }, caller) =>
      lookUp([term, file?.text].filter((one) => one !== undefined).join('\n'), caller, context),
  });
};
