import { localized } from '../core/locale.ts';
import { plural } from '../language/plural.ts';
import { slash } from '../markdown/slash.ts';

/** All that people read of help, of what Dosirak is, and of a person's own first page. */
interface HelpText {
  // The two pages of help, and the buttons between them.
  title: string;
  forgiving: string;
  /** `lines`: such as `/quiz 1장`. */
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
  codeLicence: string;
  /** Of the built-in course, too. */
  courseLicence: string;

  more: string;
  lookedUp: string;
  nothingLookedUp: string;
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
  title: '도시락과 함께 쿠버네티스 배우기',
  forgiving: '오타가 있어도, 초성만 쳐도(ㅋㅂㄴㅌㅅ), 한/영 키를 깜빡해도(ㅔㅐㅇ) 알아들어요.',
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
  codeLicence: '코드는 MIT',
  courseLicence: '코드는 MIT, 수업 내용은 CC BY 4.0',

  more: '자세히',
  lookedUp: '최근에 찾아본 것',
  nothingLookedUp: `아직 찾아본 것이 없어요. ${slash('k8s 파드')}처럼 물어보세요.`,
  practice: '내 연습',
  nothingAnswered: '아직 푼 문제가 없어요. 아래 버튼으로 가볍게 시작해 보세요.',
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
  title: 'Learn Kubernetes with Dosirak',
  forgiving: 'Typos, initial consonants (ㅋㅂㄴㅌㅅ) and the wrong keyboard layout (ㅔㅐㅇ) are fine.',
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
  codeLicence: 'Code: MIT',
  courseLicence: 'Code: MIT. Course content: CC BY 4.0',

  more: 'More',
  lookedUp: 'Looked up last',
  nothingLookedUp: `Nothing yet. Ask something, such as ${slash('k8s pod')}.`,
  practice: 'My practice',
  nothingAnswered: 'No questions answered yet. Start with a few below.',
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
