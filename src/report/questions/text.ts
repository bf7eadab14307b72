import { localized } from '../../core/locale.ts';
import type { Oddity } from '../../core/reports.ts';
import { plural } from '../../language/plural.ts';
import { slash } from '../../markdown/slash.ts';

/** All that people read of questions with which something is wrong: the student who says so, and the instructor. */
interface QuestionsText {
  // For the student.
  told: string;
  whatIsWrong: string;
  /** What may be wrong, on a button and in the report. */
  oddities: Readonly<Record<Oddity, string>>;
  toldWhy(oddity: string): string;
  /** The instructors do not see who said so. */
  withoutName: string;
  questionGone: string;
  nobodyToTell: string;

  // For the instructor.
  title: string;
  /** Above the questions in the class's report. */
  reported: string;
  /** `share`: such as `40%(2/5)`. */
  inShort(question: string, people: number, share: string): string;
  /** After a question that the class is not asked. */
  hiddenMark: string;
  showAll(questions: number): string;
  none: string;
  explained: string;
  /** Questions are numbered from 1. */
  numbered(number: number, concept: string): string;
  peopleName: string;
  people(people: number): string;
  rightName: string;
  reasonsName: string;
  reason(oddity: string, people: number): string;
  noReason: string;
  hide(number: number): string;
  show(number: number): string;
  /** Of a question that the class has written itself. */
  edit(number: number): string;
  /** The button belongs to the questions of another class. */
  otherClass: string;
  nowHidden: string;
  nowShown: string;
  pageOf(page: number, pages: number): string;
  previous: string;
  next: string;
}

const ko: QuestionsText = {
  told: '선생님께 알렸어요. 고마워요!',
  whatIsWrong: '어디가 이상한지 골라 주면 더 빨리 고칠 수 있어요. 고르지 않아도 괜찮아요.',
  oddities: {
    answer: '정답이 틀린 것 같아요',
    options: '보기가 이상해요',
    wording: '무엇을 묻는지 모르겠어요',
    why: '설명이 이상해요',
  },
  toldWhy: (oddity) => `‘${oddity}’라고 선생님께 전했어요. 고마워요!`,
  withoutName: '누가 알렸는지는 선생님에게 보이지 않아요',
  questionGone: '이 문제는 이제 수업 내용에 없어요. 그사이에 바뀌었나 봐요.',
  nobodyToTell:
    '아직 수업에 들어 있지 않아서 알릴 선생님이 없어요. 수업 채널에서 문제를 풀거나 카드의 버튼을 누르면 수업에 들어가요.',

  title: '학생들이 이상하다고 한 문제',
  reported: '학생들이 이상하다고 한 문제',
  inShort: (question, people, share) => `${question} · ${people}명 · 정답률 ${share}`,
  hiddenMark: '🙈 빼 둠',
  showAll: (questions) => `이상하다고 한 문제 보기(${questions}개)`,
  none: '이상하다고 한 문제가 아직 없어요. 학생이 문제를 푼 뒤에 ‘문제가 이상해요’를 누르면 여기에 나와요.',
  explained: '뺀 문제는 이 수업 학생의 연습과 복습, 오늘의 카드에서 푸는 문제, 라이브 퀴즈에 나오지 않아요.',
  numbered: (number, concept) => `${number}. ${concept}`,
  peopleName: '알린 학생',
  people: (people) => `${people}명`,
  rightName: '정답률',
  reasonsName: '이유',
  reason: (oddity, people) => `${oddity}(${people}명)`,
  noReason: '고르지 않음',
  hide: (number) => `${number}번 문제 빼기`,
  show: (number) => `${number}번 문제 다시 내기`,
  edit: (number) => `✎ ${number}번 문제 고치기`,
  otherClass: `지금 수업이 아닌 다른 수업의 문제라서 바꾸지 않았어요. ${slash('report 문제', '으로/로')} 지금 수업의 문제를 볼 수 있어요.`,
  nowHidden: '✅ 이제 이 수업에는 그 문제가 나오지 않아요. 아래에서 다시 낼 수 있어요.',
  nowShown: '✅ 이제 이 수업에 그 문제가 다시 나와요.',
  pageOf: (page, pages) => `${page}/${pages}쪽`,
  previous: '이전',
  next: '다음',
};

const en: QuestionsText = {
  told: 'Your instructors will see it. Thank you!',
  whatIsWrong: 'Say what is wrong, and it can be mended sooner. You need not.',
  oddities: {
    answer: 'The answer seems wrong',
    options: 'The options are odd',
    wording: 'I do not see what it asks',
    why: 'The explanation is odd',
  },
  toldWhy: (oddity) => `Your instructors will see “${oddity}”. Thank you!`,
  withoutName: 'Your instructors do not see who said so',
  questionGone: 'This question is no longer in the course; it has changed since.',
  nobodyToTell:
    'You are in no class yet, so there is no instructor to tell. You join one by answering in its channel or pressing a button of its card.',

  title: 'Questions that students find wrong',
  reported: 'Questions that students find wrong',
  inShort: (question, people, share) => `${question} · ${plural(people, 'student')} · ${share} right`,
  hiddenMark: '🙈 hidden',
  showAll: (questions) => `Questions found wrong (${questions})`,
  none: 'There are none yet. They come here once students press “Something is wrong here” below an answered question.',
  explained: 'A hidden question comes in no practice, review, card’s quiz or live quiz of this class.',
  numbered: (number, concept) => `${number}. ${concept}`,
  peopleName: 'Said by',
  people: (people) => plural(people, 'student'),
  rightName: 'Right',
  reasonsName: 'Why',
  reason: (oddity, people) => `${oddity} (${people})`,
  noReason: 'not said',
  hide: (number) => `Hide ${number}`,
  show: (number) => `Ask ${number} again`,
  edit: (number) => `✎ Change ${number}`,
  otherClass: `That is a question of another class, so nothing has changed. ${slash('report questions')} shows those of this class.`,
  nowHidden: '✅ This class is not asked that question any more. You can have it asked again below.',
  nowShown: '✅ That question is asked again.',
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
  previous: 'Previous',
  next: 'Next',
};

export const text = localized({ ko, en });
