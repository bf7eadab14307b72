import { localized } from '../../core/locale.ts';
import { plural } from '../../language/plural.ts';
import { withParticle } from '../../language/with-particle.ts';
import { slash } from '../../markdown/slash.ts';

/** What several students got wrong, in words that are safe to show: `option` was chosen, or left out. */
interface MistakeWords {
  count: number;
  option: string;
  /** `골랐어요`, `chose`. */
  did: string;
}

/** All that people read of what came of a live quiz. */
interface ResultsText {
  // In the class's channels. Questions are numbered from 1.
  answerTo(number: number): string;
  /** Above the bars of a question that stands before them with its code. */
  howAnswered: string;
  missedInChannel(number: number): string;
  /** How many gave an answer, `isRight` or not. */
  gaveAnswer(count: number, isRight: boolean): string;
  gotItRight(right: number, answers: number): string;
  nobodyRight: string;
  nobodyAnswered: string;
  theAnswer: string;
  untilInstructor: string;
  mayPause: string;
  more: string;
  /** Of a student whose name is empty, or cannot be drawn. */
  unnamed: string;
  /** Names of some who share a rank, and how many more there are. */
  andPeople(names: string, more: number): string;
  andTeams(names: string, more: number): string;
  points(points: number): string;
  meanPoints(points: number): string;
  members(members: number): string;
  over: string;
  why: Readonly<Record<'done' | 'stopped' | 'abandoned', string>>;
  noResult: string;
  practiseAll: string;
  players(players: number): string;
  rightAnswers(right: number, answers: number): string;
  /** How many questions of how many were played. */
  played(played: number, of: number): string;
  /** Beside it: how many the instructor left out. */
  questionsLeftOut(questions: number): string;
  myResult: string;
  forInstructors: string;

  // A player's own result.
  notOverYet: string;
  didNotPlay: string;
  ownScore(right: number, of: number): string;
  pointsName: string;
  rankName: string;
  /** `isShared`: others have as many points. */
  rank(rank: number, of: number, isShared: boolean): string;
  teamName: string;
  /** Of six teams at most. */
  teamRank(rank: number): string;
  /** Of one question: what the student answered, what is right. */
  own: string;
  noAnswer: string;
  notToldYet: string;
  /** Where the form stood: it was sent. */
  sent: string;
  /** Above an answer that is told, to one who was right, was not, or said that they do not know. */
  wasRight: string;
  wasWrong: string;
  didNotKnow: string;
  /** Points that this question alone has brought. */
  thisQuestion: string;
  morePages(from: number, to: number): string;
  /** `from` and `to`: which of what was missed, where it is more than one practice. */
  practise(questions: number): string;
  practiseSome(from: number, to: number): string;
  nothingToPractise: string;
  moreQuestions: string;

  // An instructor's summary.
  noSummary: string;
  summaryLater: string;
  onlyInstructorsSee: string;
  nobodyPlayed: string;
  playersName: string;
  playersEach(players: number, each: number): string;
  rightName: string;
  questionsName: string;
  questionsPlayed(played: number, of: number): string;
  missedTerms: string;
  missedTerm(title: string, percent: string): string;
  mistakes: string;
  mistake(what: MistakeWords): string;
  /** A question, and all that several got wrong in it. */
  mistakesIn(what: { made: readonly string[]; question: string; solution: string }): string;
  leftOut: string;
  nothingMissed: string;
  askAgainCount(questions: number): string;
  marksFile: string;

  // Asking once more what was missed.
  nothingToAsk: string;
  confirmAgain(questions: number): string;
  begin: string;
  notNow: string;
  notBegun: string;
  again: string;

  // Past quizzes.
  past: string;
  neverPlayed: string;
  nothingOlder: string;
  older: string;
  summary: string;
  askAgain: string;
  running: string;
  playedBy(players: number, percent: string): string;
  playedByNobody: string;
}

const ko: ResultsText = {
  answerTo: (number) => `문제 ${number} 정답`,
  howAnswered: '이렇게 답했어요',
  missedInChannel: (number) =>
    `⚠️ 이 채널에는 ${number}번 문제를 제때 올리지 못해서 답을 받지 못했어요. 이런 문제였어요.`,
  gaveAnswer: (count, isRight) => `${count}명${isRight ? ' · 정답' : ''}`,
  gotItRight: (right, answers) => `${answers}명 중 ${right}명이 맞혔어요`,
  nobodyRight: '이번에는 맞힌 사람이 없어요. 함께 살펴봐요!',
  nobodyAnswered: '답한 사람이 없어요',
  theAnswer: '정답',
  untilInstructor: '선생님이 넘기면 이어져요',
  mayPause: '더 이야기하려면 선생님이 ‘잠깐 멈추기’를 누르면 돼요',
  more: '자세히',
  unnamed: '이름 없는 친구',
  andPeople: (names, more) => `${names} 외 ${more}명`,
  andTeams: (names, more) => `${names} 외 ${more}팀`,
  points: (points) => `${points.toLocaleString('ko')}점`,
  meanPoints: (points) => `평균 ${points.toLocaleString('ko')}점`,
  members: (members) => `${members}명`,
  over: '🏁 라이브 퀴즈가 끝났어요',
  why: {
    done: '모두 수고했어요!',
    stopped: '선생님이 여기서 마쳤어요.',
    abandoned: '한동안 이어지지 않아서 여기서 마쳤어요.',
  },
  noResult: '답한 사람이 없어서 결과가 없어요.',
  practiseAll: '이 문제들 혼자 풀어 보기',
  players: (players) => `${players}명 참여`,
  rightAnswers: (right, answers) => `답 ${answers}개 중 ${right}개가 맞았어요`,
  played: (played, of) => (played < of ? `문제 ${of}개 중 ${played}개를 풀었어요` : `문제 ${of}개`),
  questionsLeftOut: (questions) => `${questions}개는 뺐어요`,
  myResult: '내 결과 보기',
  forInstructors: '선생님용 요약',

  notOverYet: '이 퀴즈의 결과는 아직 없어요.',
  didNotPlay: `이번에는 함께하지 않았네요. 다음에 꼭 같이 풀어요! 지금은 ${slash('quiz', '으로/로')} 혼자 풀어 볼 수 있어요.`,
  ownScore: (right, of) => (right === 0 ? '이번에는 맞힌 문제가 없어요' : `${of}문제 중 ${right}문제를 맞혔어요`),
  pointsName: '점수',
  rankName: '순위',
  rank: (rank, of, isShared) => `${of}명 중 ${isShared ? '공동 ' : ''}${rank}등`,
  teamName: '우리 팀',
  teamRank: (rank) => `${rank}등`,
  own: '내 답',
  noAnswer: '답하지 않았어요',
  notToldYet: '정답은 마감한 뒤에 함께 봐요.',
  sent: '답을 냈어요',
  wasRight: '맞았어요!',
  wasWrong: '틀렸어요',
  didNotKnow: '모르겠다고 답했어요',
  thisQuestion: '이번 문제',
  morePages: (from, to) => (from === to ? `${from}번 문제 보기` : `${from}~${to}번 문제 보기`),
  practise: (questions) => `틀린 문제 풀기(${questions}개)`,
  practiseSome: (from, to) => (from === to ? `틀린 문제 풀기(${from}번째)` : `틀린 문제 풀기(${from}~${to}번째)`),
  nothingToPractise: '다시 풀 문제가 없어요. 모두 맞혔거나, 그 문제가 수업 내용에서 빠졌어요.',
  moreQuestions: '더 풀어 보기',

  noSummary: '이 퀴즈의 요약은 이제 없어요.',
  summaryLater: '요약은 퀴즈가 끝나면 볼 수 있어요.',
  onlyInstructorsSee: '이 요약은 선생님만 볼 수 있어요. 내 결과는 ‘내 결과 보기’를 눌러 주세요.',
  nobodyPlayed: '이번에는 아무도 답하지 않았어요.',
  playersName: '답한 사람',
  playersEach: (players, each) => `${players}명 · 문제마다 평균 ${each}명`,
  rightName: '정답률',
  questionsName: '푼 문제',
  questionsPlayed: (played, of) => `${of}개 중 ${played}개`,
  missedTerms: '많이 틀린 개념',
  missedTerm: (title, percent) => `${title} · 정답률 ${percent}`,
  mistakes: '많이 한 실수',
  mistake: ({ count, option, did }) => `**${count}명**이 ${withParticle(`‘${option}’`, '을/를')} ${did}`,
  mistakesIn: ({ made, question, solution }) => `${made.join(', ')} · ${question} (정답: ${solution})`,
  leftOut: '빠뜨렸어요',
  nothingMissed: '틀린 문제가 하나도 없어요. 정말 잘했어요!',
  askAgainCount: (questions) => `많이 틀린 문제 다시 풀기(${questions}개)`,
  marksFile: '성적 파일 받기',

  nothingToAsk: '다시 풀 문제가 없어요. 틀린 문제가 없거나, 그 문제가 수업 내용에서 빠졌어요.',
  confirmAgain: (questions) =>
    `많이 틀린 문제 **${questions}개**를 수업 채널에서 다 함께 다시 풀까요? 먼저 참여를 받고, 선생님이 시작하면 첫 문제가 나와요.`,
  begin: '시작하기',
  notNow: '나중에 하기',
  notBegun: '시작하지 않았어요.',
  again: '다시',

  past: '지난 라이브 퀴즈',
  neverPlayed: `아직 라이브 퀴즈를 한 적이 없어요. ${slash('live 시작', '으로/로')} 시작해 보세요.`,
  nothingOlder: '더 오래된 기록은 없어요.',
  older: '더 오래된 기록 보기',
  summary: '선생님용 요약',
  askAgain: '많이 틀린 문제 다시 풀기',
  running: '지금 하고 있어요',
  playedBy: (players, percent) => `${players}명 · 정답률 ${percent}`,
  playedByNobody: '답한 사람이 없어요',
};

const en: ResultsText = {
  answerTo: (number) => `The answer to question ${number}`,
  howAnswered: 'How you answered',
  missedInChannel: (number) =>
    `⚠️ Question ${number} could not be posted here in time, so nobody here could answer it. This was the question.`,
  gaveAnswer: (count, isRight) => `${plural(count, 'answer')}${isRight ? ' · right' : ''}`,
  gotItRight: (right, answers) => `${right} of ${answers} got it right`,
  nobodyRight: 'Nobody got it this time. Let’s look at it together.',
  nobodyAnswered: 'Nobody answered',
  theAnswer: 'The answer',
  untilInstructor: 'It goes on when the instructor says so',
  mayPause: 'An instructor can pause to say more',
  more: 'More',
  unnamed: 'Somebody',
  andPeople: (names, more) => `${names} and ${more} more`,
  andTeams: (names, more) => `${names} and ${more} more`,
  points: (points) => `${points.toLocaleString('en')} points`,
  meanPoints: (points) => `${points.toLocaleString('en')} points on average`,
  members: (members) => plural(members, 'member'),
  over: '🏁 The live quiz is over',
  why: {
    done: 'Well played, everyone!',
    stopped: 'The instructor ended it here.',
    abandoned: 'Nobody went on, so it ends here.',
  },
  noResult: 'Nobody answered, so there is no result.',
  practiseAll: 'Practise these by yourself',
  players: (players) => plural(players, 'player'),
  rightAnswers: (right, answers) => `${right} of ${plural(answers, 'answer')} right`,
  played: (played, of) => (played < of ? `${played} of ${plural(of, 'question')} played` : plural(of, 'question')),
  questionsLeftOut: (questions) => `${questions} left out`,
  myResult: 'My result',
  forInstructors: 'For instructors',

  notOverYet: 'There is no result of this quiz yet.',
  didNotPlay: `You did not play this time. Join the next one; meanwhile there is ${slash('quiz')}.`,
  ownScore: (right, of) => (right === 0 ? 'None right this time' : `${right} of ${of} right`),
  pointsName: 'Points',
  rankName: 'Rank',
  rank: (rank, of, isShared) => `${rank} of ${of}${isShared ? ', shared' : ''}`,
  teamName: 'Your team',
  teamRank: (rank) => `${rank}${['st', 'nd', 'rd'][rank - 1] ?? 'th'}`,
  own: 'Your answer',
  noAnswer: 'not answered',
  notToldYet: 'You see the right one when the question closes.',
  sent: 'Your answer is in',
  wasRight: 'You got it right!',
  wasWrong: 'Not this time',
  didNotKnow: 'You did not know',
  thisQuestion: 'This question',
  morePages: (from, to) => (from === to ? `Question ${from}` : `Questions ${from}–${to}`),
  practise: (questions) => `Practise what you missed (${questions})`,
  practiseSome: (from, to) =>
    from === to ? `Practise what you missed (no. ${from})` : `Practise what you missed (${from}–${to})`,
  nothingToPractise: 'There is nothing to practise: nothing was missed, or its questions are no longer in the course.',
  moreQuestions: 'More questions',

  noSummary: 'The summary of this quiz is gone.',
  summaryLater: 'The summary is there once the quiz is over.',
  onlyInstructorsSee: 'Only instructors see this. Press “My result” for your own.',
  nobodyPlayed: 'Nobody answered this time.',
  playersName: 'Answered',
  playersEach: (players, each) => `${players} · ${each} per question`,
  rightName: 'Right',
  questionsName: 'Questions',
  questionsPlayed: (played, of) => `${played} of ${of}`,
  missedTerms: 'Concepts missed most',
  missedTerm: (title, percent) => `${title} · ${percent} right`,
  mistakes: 'Mistakes made most',
  mistake: ({ count, option, did }) => `**${count}** ${did} ‘${option}’`,
  mistakesIn: ({ made, question, solution }) => `${made.join(', ')} · ${question} (right: ${solution})`,
  leftOut: 'left out',
  nothingMissed: 'Nothing was missed. Well done!',
  askAgainCount: (questions) => `Ask again what was missed most (${questions})`,
  marksFile: 'Marks as a file',

  nothingToAsk: 'There is nothing to ask again: nothing was missed, or its questions are no longer in the course.',
  confirmAgain: (questions) =>
    `Shall the whole class play **${plural(questions, 'question')}** again in its channels? The class joins first, and the first one comes when you begin.`,
  begin: 'Begin',
  notNow: 'Not now',
  notBegun: 'Nothing has begun.',
  again: 'again',

  past: 'Past live quizzes',
  neverPlayed: `There has been no live quiz yet. Begin one with ${slash('live start')}.`,
  nothingOlder: 'There is nothing older.',
  older: 'Older ones',
  summary: 'Summary',
  askAgain: 'Ask again what was missed most',
  running: 'on right now',
  playedBy: (players, percent) => `${plural(players, 'player')} · ${percent} right`,
  playedByNobody: 'nobody answered',
};

export const text = localized({ ko, en });
