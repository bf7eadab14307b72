import { localized } from '../../core/locale.ts';
import type { Presence } from '../../core/reports.ts';
import { plural, wordFor } from '../../language/plural.ts';
import { slash } from '../../markdown/slash.ts';

/** All that instructors read of marks and attendance. */
interface MarksText {
  title: string;
  /** A live quiz, numbered from 1, the latest first; `played`: how many played and how well, in words. */
  quiz(number: number, topic: string, time: string, played: string): string;
  playedBy(players: number, percent: string): string;
  playedByNobody: string;
  file(number: number): string;
  older: string;
  newer: string;
  noQuiz: string;
  noSuchQuiz(quizzes: number): string;
  notOver: string;
  gone: string;
  onlyInstructors: string;

  marksTitle(topic: string): string;
  marksHelp(time: string, students: number): string;
  nameless: string;
  /** Platform id, name, joined, questions answered, right answers, points. */
  columns: readonly [string, string, string, string, string, string];
  yes: string;
  no: string;
  allMarks: string;

  homeworkTitle: string;
  noHomework: string;
  noSuchHomework(homework: number): string;
  /** In one line; `progress`: numbers of students. */
  homework(topic: string, when: string, progress: { begun: number; done: number; late: number }): string;
  homeworkHelp(topic: string, when: string, students: number): string;
  /** Platform id, name, begun, done, late, right answers, points of 100. */
  homeworkColumns: readonly [string, string, string, string, string, string, string];
  allHomework: string;

  attendance: string;
  attendanceTitle(students: number): string;
  /** `period`: such as `11월 23일(월)~27일(금)`. */
  attendanceHelp(period: string): string;
  nobodyYet: string;
  /** Platform id, name, days there; the days themselves follow. */
  attendanceColumns: readonly [string, string, string];
  /** What a student did on a day. */
  how: Readonly<Record<Presence['how'], string>>;
  /** `n`: students who keep out of reports. */
  hidden(n: number): string;
}

const ko: MarksText = {
  title: '라이브 퀴즈 성적',
  quiz: (number, topic, time, played) => `${number}. ${topic} · ${time} · ${played}`,
  playedBy: (players, percent) => `${players}명 · 정답률 ${percent}`,
  playedByNobody: '답한 사람이 없어요',
  file: (number) => `${number}번 성적 파일`,
  older: '더 오래된 퀴즈',
  newer: '더 최근 퀴즈',
  noQuiz: `아직 끝난 라이브 퀴즈가 없어요. ${slash('live 시작', '으로/로')} 시작하면, 끝난 뒤에 여기에서 성적을 받을 수 있어요.`,
  noSuchQuiz: (quizzes) => `끝난 라이브 퀴즈는 ${quizzes}개예요. 1은 가장 최근 퀴즈예요.`,
  notOver: '이 퀴즈는 아직 하고 있어요. 끝나면 성적을 받을 수 있어요.',
  gone: '이 퀴즈의 기록은 이제 없어요.',
  onlyInstructors: '성적은 선생님만 볼 수 있어요.',

  marksTitle: (topic) => `${topic} · 성적`,
  marksHelp: (time, students) => `${time}에 한 퀴즈예요. 학생 ${students}명이 들어 있고, 참여하지 않은 학생도 나와요.`,
  nameless: '(이름 모름)',
  columns: ['ID', '이름', '참여', '답한 문제', '맞힌 문제', '점수'],
  yes: '예',
  no: '아니요',
  allMarks: '다른 퀴즈의 성적',

  homeworkTitle: '숙제',
  noHomework: `아직 낸 숙제가 없어요. ${slash('class 숙제 1장 12월 3일까지')}처럼 내면 여기에서 성적을 받을 수 있어요.`,
  noSuchHomework: (homework) => `숙제는 ${homework}개예요. 1은 가장 최근에 낸 숙제예요.`,
  homework: (topic, when, { begun, done, late }) =>
    `${topic} · ${when}까지 · 시작 ${begun}명 · 완료 ${done}명${late > 0 ? `(늦게 냄 ${late}명)` : ''}`,
  homeworkHelp: (topic, when, students) =>
    `**${topic}** · ${when}까지. 학생 ${students}명이 들어 있고, 시작하지 않은 학생도 나와요. 마지막 문제에 답한 때가 ‘완료한 때’이고, 아직이면 칸이 비어 있어요. 문제마다 처음 고른 답이 점수가 돼요.`,
  homeworkColumns: ['ID', '이름', '시작한 때', '완료한 때', '늦게 냄', '맞힌 문제', '점수(100점 만점)'],
  allHomework: '다른 숙제의 성적',

  attendance: '출석 파일',
  attendanceTitle: (students) => `학생 ${students}명의 출석이에요`,
  attendanceHelp: (period) =>
    `${period}의 출석이에요. 라이브 퀴즈에 답하거나 카드의 버튼을 누르거나 문제를 푼 날에 무엇을 했는지 적혀 있어요. 빈칸은 아무것도 하지 않은 날이에요.`,
  nobodyYet: '아직 출석한 학생이 없어요. 라이브 퀴즈에 답하거나 카드의 버튼을 누르거나 문제를 풀면 그날 출석이 돼요.',
  attendanceColumns: ['ID', '이름', '나온 날 수'],
  how: { live: '라이브', card: '카드', practice: '연습' },
  hidden: (n) => `보고서에서 이름을 뺀 학생 ${n}명은 들어 있지 않아요`,
};

const en: MarksText = {
  title: 'Marks of live quizzes',
  quiz: (number, topic, time, played) => `${number}. ${topic} · ${time} · ${played}`,
  playedBy: (players, percent) => `${plural(players, 'player')} · ${percent} right`,
  playedByNobody: 'nobody answered',
  file: (number) => `Marks of ${number}`,
  older: 'Older quizzes',
  newer: 'Newer quizzes',
  noQuiz: `No live quiz is over yet. Begin one with ${slash('live start')}; its marks are here once it is over.`,
  noSuchQuiz: (quizzes) =>
    `${plural(quizzes, 'live quiz', 'live quizzes')} ${wordFor(quizzes, 'is', 'are')} over; 1 is the latest.`,
  notOver: 'This quiz is still on. Its marks are here once it is over.',
  gone: 'This quiz is gone.',
  onlyInstructors: 'Only instructors see marks.',

  marksTitle: (topic) => `${topic} · marks`,
  marksHelp: (time, students) =>
    `Played on ${time}. ${plural(students, 'student')} in all, with those who did not join.`,
  nameless: '(no name)',
  columns: ['id', 'name', 'joined', 'answered', 'right', 'points'],
  yes: 'yes',
  no: 'no',
  allMarks: 'Marks of other quizzes',

  homeworkTitle: 'Homework',
  noHomework: `No homework so far. Give some with ${slash('class homework chapter 1 until 3 December')}; its marks are here then.`,
  noSuchHomework: (homework) => `There ${wordFor(homework, 'is', 'are')} ${homework}; 1 is the latest.`,
  homework: (topic, when, { begun, done, late }) =>
    `${topic} · due ${when} · ${begun} begun · ${done} done${late > 0 ? ` (${late} late)` : ''}`,
  homeworkHelp: (topic, when, students) =>
    `**${topic}** · due ${when}. ${plural(students, 'student')} in all, with those who have not begun. It is done when each question has an answer, and first answers count.`,
  homeworkColumns: ['id', 'name', 'begun', 'done', 'late', 'right', 'points (of 100)'],
  allHomework: 'Marks of other homework',

  attendance: 'Attendance as a file',
  attendanceTitle: (students) => `The attendance of ${plural(students, 'student')}`,
  attendanceHelp: (period) =>
    `${period}: what they did on each day, answering in a live quiz, pressing a card’s button or practising. Where a day is empty, they did nothing.`,
  nobodyYet:
    'Nobody was there yet. A student is there on a day by answering in a live quiz, pressing a card’s button or practising.',
  attendanceColumns: ['id', 'name', 'days there'],
  how: { live: 'live', card: 'card', practice: 'practice' },
  hidden: (n) => `${n} who ${wordFor(n, 'keeps', 'keep')} out of reports: not in the file`,
};

export const text = localized({ ko, en });
