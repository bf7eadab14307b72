import { localized } from '../core/locale.ts';
import { plural } from '../language/plural.ts';
import { slash } from '../markdown/slash.ts';

/** All that people read of help, of what Dosirak is, and of a person's own first page. */
interface HelpText {
  // The two pages of help, and the buttons between them.
  /** `subject`: what is taught, where the course says it. */
  title(subject: string | undefined): string;
  /** `initials` of a concept, and one that was typed in the wrong layout, where it has them. */
  forgiving(initials: string | undefined, switched: string | undefined): string;
  /** `lines`: commands as they are typed. */
  alsoTry(lines: readonly string[]): string;
  forInstructors: string;
  forStudents: string;
  about: string;
  instructorTitle: string;
  /** The actions of a command of instructors'. */
  actionsOf(command: string, actions: readonly string[]): string;

  name: string;
  version: string;
  chapters: string;
  concepts: string;
  questions: string;
  count(count: number): string;
  licence: string;
  /** Of the code, and of the course where that says it. */
  licences(course: string | undefined): string;
  course: string;
  /** What the course stands on. */
  credits: string;

  /** Which course the reader is taught, above buttons with the others. */
  studying(course: string): string;
  courseChosen: string;
  courseGone: string;

  more: string;
  lookedUp: string;
  /** `line`: a look-up as it is typed. */
  nothingLookedUp(line: string): string;
  practice: string;
  nothingAnswered: string;
  answered(answered: number, right: number): string;
  worthAnotherLook: string;
  // Where a practice begins.
  begin: string;
  /** `chapter`: with its number. */
  thisChapter(chapter: string): string;
  missed: string;
  quiz: string;
  progress: string;
  help: string;
}

const ko: HelpText = {
  title: (subject) => (subject === undefined ? '도시락과 함께 배우기' : `도시락과 함께 ${subject} 배우기`),
  forgiving: (initials, switched) =>
    `${['오타가 있어도', ...(initials ? [`초성만 쳐도(${initials})`] : []), ...(switched ? [`한/영 키를 깜빡해도(${switched})`] : [])].join(', ')} 알아들어요.`,
  alsoTry: (lines) => `이렇게도 연습해요: ${lines.join(', ')}`,
  forInstructors: '선생님 도움말',
  forStudents: '학생 도움말',
  about: '소개',
  instructorTitle: '선생님을 위한 도움말',
  actionsOf: (command, actions) => `\`/${command}\`: ${actions.join(' · ')}`,

  name: '도시락',
  version: '버전',
  chapters: '장',
  concepts: '개념',
  questions: '문제',
  count: (count) => `${count}개`,
  licence: '라이선스',
  licences: (course) => (course === undefined ? '코드는 MIT' : `코드는 MIT, 수업 내용은 ${course}`),
  course: '과목',
  credits: '참고한 자료',

  studying: (course) => `지금 **${course}** 과목으로 답하고 있어요. 다른 과목은 아래에서 고를 수 있어요.`,
  courseChosen: '이제 수업 채널 밖에서는 이 과목으로 답할게요. 수업 채널에서는 언제나 그 수업의 과목으로 답해요.',
  courseGone: '그 과목은 이제 없어요. 도움말에서 다시 골라 주세요.',

  more: '자세히',
  lookedUp: '최근에 찾아본 것',
  nothingLookedUp: (line) => `아직 찾아본 것이 없어요. ${slash(line)}처럼 물어보세요.`,
  practice: '내 연습',
  nothingAnswered: '아직 푼 문제가 없어요. 위의 버튼으로 가볍게 시작해 보세요.',
  answered: (answered, right) => `지금까지 ${answered}문제를 풀어 **${right}문제**를 맞혔어요.`,
  worthAnotherLook: '다시 보면 좋은 개념이에요.',
  begin: '지금 해 볼 것',
  thisChapter: (chapter) => `이번 장 풀기: ${chapter}`,
  missed: '틀린 문제 풀기',
  quiz: '아무거나 풀기',
  progress: '내 진도',
  help: '할 수 있는 일',
};

const en: HelpText = {
  title: (subject) => `Learn ${subject === undefined ? '' : `${subject} `}with Dosirak`,
  forgiving: (initials, switched) => {
    const kinds = [
      'Typos',
      ...(initials ? [`initials (${initials})`] : []),
      ...(switched ? [`the wrong keyboard layout (${switched})`] : []),
    ];
    return `${kinds.length > 1 ? `${kinds.slice(0, -1).join(', ')} and ${kinds.at(-1)}` : kinds[0]} are fine.`;
  },
  alsoTry: (lines) => `Also try ${lines.join(', ')}`,
  forInstructors: 'For instructors',
  forStudents: 'For students',
  about: 'About',
  instructorTitle: 'Help for instructors',
  actionsOf: (command, actions) => `\`/${command}\`: ${actions.join(' · ')}`,

  name: 'Dosirak',
  version: 'Version',
  chapters: 'Chapters',
  concepts: 'Concepts',
  questions: 'Questions',
  count: String,
  licence: 'Licence',
  licences: (course) => (course === undefined ? 'Code: MIT' : `Code: MIT. Course content: ${course}`),
  course: 'Course',
  credits: 'Sources',

  studying: (course) => `I answer from **${course}** here. You can choose another course below.`,
  courseChosen:
    'From now on I answer from this course outside class channels. In a class channel it is always the course of that class.',
  courseGone: 'That course is gone. Please choose again in the help.',

  more: 'More',
  lookedUp: 'Looked up last',
  nothingLookedUp: (line) => `Nothing yet. Ask something, such as ${slash(line)}.`,
  practice: 'My practice',
  nothingAnswered: 'No questions answered yet. Start with a few above.',
  answered: (answered, right) => `You have answered ${plural(answered, 'question')}, **${right}** of them right.`,
  worthAnotherLook: 'Worth another look:',
  begin: 'What to do now',
  thisChapter: (chapter) => `Practise ${chapter}`,
  missed: 'Practise what I missed',
  quiz: 'Quiz me on anything',
  progress: 'My progress',
  help: 'What I can do',
};

export const text = localized({ ko, en });
