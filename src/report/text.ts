import { type Localized, localized } from '../core/locale.ts';
import type { HeatMap } from '../core/reply/heat.ts';
import { plural, wordFor } from '../language/plural.ts';
import { withParticle } from '../language/with-particle.ts';
import { slash } from '../markdown/slash.ts';

/** All that instructors read of how their class is doing. */
export interface ReportText {
  title: string;
  students: string;
  /** Of how many students, `7` and `30` days back. */
  active: string;
  people(n: number): string;
  readers: string;
  /** `mean`: how many have read a card, such as `1.5`. */
  meanReaders(mean: string): string;
  /** The head of the table of weeks: week, answers, right answers, readers a card. */
  weekColumns: readonly [string, string, string, string];
  weekReaders(mean: string): string;
  nothingYet: string;
  /** `few`: answers that a concept needs before it is called strong or weak. */
  tooFew(few: number): string;
  teachAgain: string;
  strongest: string;
  byStudents: string;
  asFile: string;
  asNumbers: string;
  marks: string;
  attendance: string;
  homework: string;
  onlyForYou: string;
  /** `n`: students who keep out of reports. */
  hiddenAreCounted(n: number): string;
  hiddenAreInTotals(n: number): string;

  heatTitle: string;
  legend(limits: { many: number; few: number }): HeatMap['legend'];
  heatColumns: HeatMap['columns'];
  heatFigures: string;
  otherConcepts: string;
  lastWeeks(n: number): string;
  unanswered(n: number): string;

  /** Above what several people asked without finding an answer. */
  inVain: string;
  /** Of one such question: how many people asked it. */
  askers(n: number): string;
  /** `day`: such as `11월 20일(금)`. */
  askedLast(day: string): string;
  nothingInVain: string;
  makeTerm: string;
  stubTitle: string;
  /** `example`: the id of another term. */
  stubHelp(example: string | undefined): string;
  /** Comments in the file of a new term, each above what its author writes; `explanation`: in its two languages. */
  stub: {
    id(example: string | undefined): string;
    /** `isOne`: the course is written in one language. */
    title(isOne: boolean, example: string | undefined): string;
    definition: string;
    asks: string;
    explanation: Localized;
  };

  studentsTitle(n: number): string;
  noStudents: string;
  nameless: string;
  known(n: number): string;
  shaky(n: number): string;
  /** `percent`: such as `50%`. */
  right(right: number, answered: number, percent: string): string;
  /** A share of answers, as `50%`, and how many were right of how many. */
  share(percent: string, right: number, answered: number): string;
  lastActive(day: string): string;
  streak(days: number): string;
  /** One student: names of figures, and their values. */
  knownName: string;
  shakyName: string;
  rightName: string;
  daysThere(weeks: number): string;
  daysOfWhich(days: number, which: Readonly<Record<'live' | 'card' | 'practice', number>>): string;
  lastName: string;
  streakName: string;
  concepts(n: number): string;
  days(n: number): string;
  /** `name`: what was typed. */
  severalOfName(name: string, students: number): string;
  nearName(name: string): string;
  noneOfName(name: string): string;
  moreOfThem(n: number): string;
  /** Of a person who was mentioned. */
  notInClass: string;
  pageOf(page: number, pages: number): string;
  previous: string;
  next: string;
  byNeed: string;
  byName: string;

  fileTitle(n: number): string;
  fileHasNames: string;
  fileHasNumbers: string;
  nameColumns: readonly [string, string];
  numberColumns: readonly [string];
  /** The head of a table of students, as short as a phone needs it. */
  tableColumns: readonly [string, string, string, string, string, string];
  /** Concepts known, concepts shaky, questions answered, right answers, percent right, last day, streak. */
  columns: readonly [string, string, string, string, string, string, string];
}

const ko: ReportText = {
  title: '수업 보고서',
  students: '함께하는 학생',
  active: '최근 7일 / 30일 동안 공부한 학생',
  people: (n) => `${n}명`,
  readers: '카드를 읽은 사람',
  meanReaders: (mean) => `한 장에 평균 ${mean}명`,
  weekColumns: ['주', '답', '정답률', '카드 한 장을 읽은 사람(평균)'],
  weekReaders: (mean) => `${mean}명`,
  nothingYet: `아직 보여 줄 것이 없어요. 학생들이 카드의 버튼을 누르거나 수업 채널에서 ${slash('quiz', '으로/로')} 문제를 풀면 여기가 채워져요.`,
  tooFew: (few) => `개념마다 답이 ${few}개는 모여야 얼마나 아는지 알 수 있어요.`,
  teachAgain: '다시 가르치면 좋은 개념',
  strongest: '가장 잘 아는 개념',
  byStudents: '학생별로 보기',
  asFile: '진도 파일 받기',
  asNumbers: '이름 대신 번호로 받기',
  marks: '라이브 퀴즈 성적',
  attendance: '출석 파일 받기',
  homework: '숙제',
  onlyForYou: '이 보고서는 선생님에게만 보여요',
  hiddenAreCounted: (n) => `보고서에서 이름을 뺀 학생 ${n}명도 이 숫자에 들어 있어요`,
  hiddenAreInTotals: (n) => `보고서에서 이름을 뺀 학생 ${n}명은 수업 전체의 합계에만 들어 있어요`,

  heatTitle: '우리 수업은 어떤 개념을 잘 알까요?',
  legend: ({ many, few }) => [
    '50% 미만',
    '50~69%',
    '70~84%',
    '85% 이상',
    `테두리만: 답 ${many}개 미만`,
    `답 ${few}개 미만`,
  ],
  heatColumns: ['배운 곳', '정답률', '답'],
  heatFigures: '33% · 3/9 = 답 9개 중 3개가 정답',
  otherConcepts: '그 밖의 개념',
  lastWeeks: (n) => `최근 ${n}주`,
  unanswered: (n) => `아직 답이 없는 개념 ${n}개`,

  inVain: '학생들이 물었지만 답을 못 찾은 말',
  askers: (n) => `${n}명`,
  askedLast: (day) => `마지막 ${day}`,
  nothingInVain: `두 사람 이상 물었는데 답을 못 찾은 말이 아직 없어요. 생기면 ${slash('report 보기')}에 나오고, 그 말로 용어 파일을 만들 수 있어요.`,
  makeTerm: '새 용어 파일 만들기',
  stubTitle: '새 용어의 초안이에요',
  stubHelp: (example) =>
    [
      '학생들이 물은 말을 `asks`에 넣어 두었어요. 이렇게 이어서 써 주세요.',
      '',
      '1. 파일을 열고 빈 따옴표와 `<!-- -->` 자리를 채워요. 무엇을 적을지 줄마다 적혀 있어요.',
      '2. `asks`에서 이 용어와 상관없는 말은 지워요.',
      `3. 수업 내용의 \`glossary\` 폴더에 \`id\`와 같은 이름으로 저장해요.${example === undefined ? '' : ` 예: \`${example}.md\``}`,
      '4. `npm run content:check`로 확인해요. 저장한 파일은 봇이 곧 스스로 다시 읽어요.',
    ].join('\n'),
  stub: {
    id: (example) => `영어 소문자, 숫자, 붙임표로 짧게 적어요.${example === undefined ? '' : ` 예: ${example}`}`,
    title: (isOne, example) =>
      `용어의 이름을 ${isOne ? '' : '한국어와 영어로 '}적어요.${example === undefined ? '' : ` 예: ${example}`}`,
    definition: '무엇인지 한 문장으로 적어요. 한국어는 100자, 영어는 180자까지예요.',
    asks: '학생들이 물은 말이에요. 이 용어와 상관없는 줄은 지우고, 다르게 물을 만한 말을 더해도 좋아요.',
    explanation: {
      ko: '여기에 설명을 적어요. 생활에 빗댄 설명은 그 아래에 "> "로 시작하는 줄로 적어요.',
      en: '영어 설명을 여기에 적어요. 한국어로만 가르친다면 "## English"부터 지워요.',
    },
  },

  studentsTitle: (n) => `학생별 진도(${n}명)`,
  noStudents: '아직 보여 줄 학생이 없어요. 수업 채널에서 카드의 버튼을 누르거나 문제를 풀면 여기에 나와요.',
  nameless: '(이름 모름)',
  known: (n) => `잘 아는 개념 ${n}`,
  shaky: (n) => `익히는 중 ${n}`,
  right: (right, answered, percent) => `맞힌 문제 ${right}/${answered}(${percent})`,
  share: (percent, right, answered) => `${percent}(${right}/${answered})`,
  lastActive: (day) => `마지막 활동 ${day}`,
  streak: (days) => `연속 ${days}일`,
  knownName: '잘 아는 개념',
  shakyName: '익히는 중인 개념',
  rightName: '맞힌 문제',
  daysThere: (weeks) => `최근 ${weeks}주 동안 나온 날`,
  daysOfWhich: (days, { live, card, practice }) =>
    days === 0 ? '없음' : `${days}일(라이브 퀴즈 ${live}일, 카드 ${card}일, 연습 ${practice}일)`,
  lastName: '마지막 활동',
  streakName: '연속 공부',
  concepts: (n) => `${n}개`,
  days: (n) => `${n}일`,
  severalOfName: (name, students) =>
    `이름에 ${withParticle(`‘${name}’`, '이/가')} 들어가는 학생이 ${students}명이에요. 누구를 볼까요?`,
  nearName: (name) => `${withParticle(`‘${name}’`, '이라는/라는')} 학생은 없어요. 혹시 아래에 있는 학생인가요?`,
  noneOfName: (name) =>
    `${withParticle(`‘${name}’`, '이라는/라는')} 학생은 못 찾았어요. 이름의 일부만 적어도 찾을 수 있어요.`,
  notInClass:
    '그 사람은 아직 이 수업의 학생 목록에 없어요. 카드의 버튼을 누르거나 수업 채널에서 문제를 풀면 목록에 나와요.',
  moreOfThem: (n) => `이 밖에도 ${n}명이 더 있어요. 이름을 더 길게 적어 주세요`,
  pageOf: (page, pages) => `${page}/${pages}쪽`,
  previous: '이전',
  next: '다음',
  byNeed: '어려워하는 학생부터',
  byName: '이름순으로',

  fileTitle: (n) => `학생 ${n}명의 진도예요`,
  fileHasNames: `학생의 이름이 들어 있으니, 다른 사람에게 줄 때는 이름 대신 번호가 든 파일을 받아서 써 주세요: ${slash('report 파일 번호로')}`,
  fileHasNumbers: '번호는 이 파일에서만 써요. 받을 때마다 새로 섞어서, 번호로는 누구인지 알 수 없어요.',
  nameColumns: ['이름', '메신저'],
  numberColumns: ['번호'],
  tableColumns: ['이름', '잘 아는 개념', '익히는 중', '맞힌 문제', '마지막 활동', '연속 공부'],
  columns: ['잘 아는 개념', '익히는 중인 개념', '푼 문제', '맞힌 문제', '정답률(%)', '마지막 활동', '연속 공부(일)'],
};

const en: ReportText = {
  title: 'How the class is doing',
  students: 'Students',
  active: 'Active in the last 7 / 30 days',
  people: String,
  readers: 'Readers per card',
  meanReaders: (mean) => `${mean} on average`,
  weekColumns: ['Week', 'Answers', 'Right', 'Readers per card (mean)'],
  weekReaders: (mean) => mean,
  nothingYet: `There is nothing to show yet. It fills once students press a card’s buttons or type ${slash('quiz')} in the channel.`,
  tooFew: (few) => `It takes ${few} answers on a concept to tell how well it is known.`,
  teachAgain: 'To teach again',
  strongest: 'Strongest',
  byStudents: 'By students',
  asFile: 'Progress as a file',
  asNumbers: 'With numbers instead of names',
  marks: 'Marks of live quizzes',
  attendance: 'Attendance as a file',
  homework: 'Homework',
  onlyForYou: 'Only you see this',
  hiddenAreCounted: (n) => `${n} who ${wordFor(n, 'keeps', 'keep')} out of reports ${wordFor(n, 'is', 'are')} counted`,
  hiddenAreInTotals: (n) => `${n} who ${wordFor(n, 'keeps', 'keep')} out of reports: counted in the totals only`,

  heatTitle: 'How well the class knows each concept',
  legend: ({ many, few }) => [
    'under 50%',
    '50–69%',
    '70–84%',
    '85% and up',
    `outline: under ${many} answers`,
    `under ${few} answers`,
  ],
  heatColumns: ['Taught in', 'Right', 'Answers'],
  heatFigures: '33% · 3/9 = 3 of 9 answers were right',
  otherConcepts: 'Other concepts',
  lastWeeks: (n) => `The last ${n} weeks`,
  unanswered: (n) => `${plural(n, 'concept has', 'concepts have')} no answers yet`,

  inVain: 'Asked in vain by students',
  askers: (n) => plural(n, 'person', 'people'),
  askedLast: (day) => `last on ${day}`,
  nothingInVain: `There is nothing yet that two people asked without finding an answer. It will appear in ${slash('report show')}, and can be made into a term’s file.`,
  makeTerm: 'Make a new term',
  stubTitle: 'A draft of a new term',
  stubHelp: (example) =>
    [
      'What students asked is in it as `asks`. To finish it:',
      '',
      '1. Open the file and fill in the empty quotes and the places marked `<!-- -->`. Each has a line that says what to write.',
      '2. Delete what does not belong to this term from `asks`.',
      `3. Save it in the \`glossary\` folder of your content, named after its \`id\`${example === undefined ? '' : `, such as \`${example}.md\``}.`,
      '4. Check it with `npm run content:check`. The bot soon reads a saved file by itself.',
    ].join('\n'),
  stub: {
    id: (example) =>
      `Short: lower-case letters, digits and hyphens${example === undefined ? '' : `, such as ${example}`}`,
    title: (isOne, example) =>
      `The name of the term${isOne ? '' : ' in Korean and English'}${example === undefined ? '' : `, such as ${example}`}`,
    definition: 'What it is, in one sentence: at most 100 characters in Korean, 180 in English',
    asks: 'What students asked. Delete what does not belong to this term; add other ways to ask for it.',
    explanation: {
      ko: 'Write the explanation in Korean here, and an analogy below it in lines that begin with "> ".',
      en: 'Write the explanation in English here. If you teach in one language, delete "## English" and this.',
    },
  },

  studentsTitle: (n) => `Students (${n})`,
  noStudents: 'No students to show yet. They come here once they press a card’s buttons or answer in the channel.',
  nameless: '(no name)',
  known: (n) => `${n} known well`,
  shaky: (n) => `${n} shaky`,
  right: (right, answered, percent) => `${right}/${answered} right (${percent})`,
  share: (percent, right, answered) => `${percent} (${right}/${answered})`,
  lastActive: (day) => `last on ${day}`,
  streak: (days) => `${days}-day streak`,
  knownName: 'Known well',
  shakyName: 'Shaky',
  rightName: 'Right',
  daysThere: (weeks) => `Days there in the last ${weeks} weeks`,
  daysOfWhich: (days, { live, card, practice }) =>
    days === 0 ? 'none' : `${days} (live quiz ${live}, card ${card}, practice ${practice})`,
  lastName: 'Last active',
  streakName: 'Streak',
  concepts: (n) => plural(n, 'concept'),
  days: (n) => plural(n, 'day'),
  severalOfName: (name, students) =>
    `The names of ${plural(students, 'student')} have “${name}” in them. Whom do you mean?`,
  nearName: (name) => `There is no student “${name}”. Do you mean this one?`,
  noneOfName: (name) => `There is no student “${name}”. A part of the name is enough.`,
  notInClass:
    'They are not among the students of this class yet. They come here once they press a card’s buttons or answer in the channel.',
  moreOfThem: (n) => `and ${n} more: write more of the name`,
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
  previous: 'Previous',
  next: 'Next',
  byNeed: 'By need',
  byName: 'By name',

  fileTitle: (n) => `The progress of ${plural(n, 'student')}`,
  fileHasNames: `It has students’ names in it. To pass it on, use the file from ${slash('report csv numbers')}.`,
  fileHasNumbers: 'The numbers are for this file only: they are drawn anew each time, so nobody can be told by them.',
  nameColumns: ['name', 'messenger'],
  numberColumns: ['number'],
  tableColumns: ['Name', 'Known well', 'Shaky', 'Right', 'Last active', 'Streak'],
  columns: ['known well', 'shaky', 'answered', 'right', 'right (%)', 'last active', 'streak (days)'],
};

export const text = localized({ ko, en });
