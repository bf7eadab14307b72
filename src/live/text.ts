import { localized } from '../core/locale.ts';
import type { ClockWords } from '../core/reply/blocks.ts';
import { plural, wordFor } from '../language/plural.ts';
import { withParticle } from '../language/with-particle.ts';
import { slash } from '../markdown/slash.ts';
import type { ModeName } from './modes.ts';

/** All that people read of a live quiz as it is begun, played and steered; of its results, see results/text.ts. */
interface LiveText {
  title(topic: string): string;
  /** Topics that no author has named: the whole course, and what the class misses most. */
  everything: string;
  missedMost: string;

  // Beginning one.
  noneRunning: string;
  oneRunning: string;
  classClosed: string;
  teamsOrMode: string;
  /** Of seconds, and of when a question closes, in a mode without a clock. */
  noClock: string;
  noTeamRole: string;
  rolesOnDiscordOnly: string;
  oneTeam: string;
  tooFewAnswers: string;
  noQuestions: string;
  /** `concept`: one of the course's. */
  noTopic(concept: string): string;
  /** `unread`: what was typed beside a topic and is none. */
  unclearTopic(unread: string | undefined): string;
  chooseTopic: string;
  /** `areFewer`: the instructor asked for more questions than there are. After `minutes` a lobby ends by itself. */
  begun(questions: number, areFewer: boolean, minutes: number): string;

  // How it is played.
  modes: Readonly<Record<ModeName, string>>;
  closing: Readonly<Record<'early' | 'full', string>>;
  goingOn: Readonly<Record<'auto' | 'manual', string>>;
  teams: readonly string[];
  teamCount(teams: number): string;
  questionCount(questions: number): string;
  calmRules(questions: number): string;
  speedRules(questions: number, clock: string): string;
  /** In the rules of a mode: how long a question is open, and `long` one in several parts. */
  eachTakes(seconds: number, long: number | undefined): string;
  teamRules(questions: number, clock: string, teams: number): string;
  /** Roles make the teams; `names` of them. */
  roleRules(questions: number, clock: string, names: string): string;

  // Messages in the class's channels. Questions are numbered from 1.
  beginsSoon(topic: string): string;
  hasBegun(topic: string): string;
  howToAnswer: string;
  /** Added to it where a question may close before its time. */
  closesEarly: string;
  join: string;
  joinedCount(people: number): string;
  /** The lobby waits until the instructor begins. */
  held: string;
  /** `names`: of those who joined; `others`: how many more there are. */
  whoJoined(names: string, others: number): string;
  /** What a clock counts down to, and how it words what is left: together one line, `20초 후 마감`. */
  clock: Readonly<Record<'begins' | 'closes' | 'next' | 'result', ClockWords>>;
  inSeconds(seconds: number): string;
  question(number: number, of: number): string;
  questionRemoved(number: number): string;
  answered(people: number): string;
  closed: string;
  /** A question that its instructor left out. */
  leftOut: string;
  /** In the message after it: which were left out just before, from 1. */
  leftOutBefore(numbers: readonly number[]): string;
  answersReturn: string;
  ownAnswer: string;
  repostedQuestion: string;
  paused: string;
  unreachable(platforms: string): string;

  // What a student reads after pressing an answer.
  refused: Readonly<
    Record<
      'late' | 'paused' | 'over' | 'unseen' | 'twice' | 'elsewhere' | 'empty' | 'unpicked' | 'gone' | 'removed',
      string
    >
  >;
  /** `seconds`: how long the student took; undefined where time does not count. */
  accepted(seconds: number | undefined): string;
  yourAnswer: string;
  yourTeam: string;
  joined: string;
  joinedAs(name: string): string;
  /** Another student has the same name. */
  nameTaken: string;

  // Steering: where it stands, the buttons, and what came of them.
  sessionGone: string;
  onlyInstructorsSteer: string;
  standing: {
    countdown: string;
    /** The lobby waits until the instructor begins. */
    gathering: string;
    asking(number: number, of: number): string;
    told(number: number, of: number): string;
    over: string;
    paused(standing: string): string;
  };
  /** How many have joined before the first question. */
  inLobby(joined: number): string;
  /** How many have answered the question that is asked, of those who have joined by then. */
  progress(answered: number, joined: number): string;
  buttons: Readonly<
    Record<
      | 'begin'
      | 'beginNow'
      | 'close'
      | 'results'
      | 'next'
      | 'hold'
      | 'pause'
      | 'resume'
      | 'stop'
      | 'confirmStop'
      | 'confirmSkip'
      | 'show'
      | 'keepGoing'
      | 'auto'
      | 'manual'
      | 'skip',
      string
    >
  > & {
    /** From a lobby that waits to the first question. */
    countIn(seconds: number): string;
  };
  confirmStop: string;
  confirmSkip(number: number): string;
  notPostedYet: string;
  skippedNow(standing: string): string;
  closedNow: string;
  allDone: string;
  /** `isTimed`: a clock stands still. */
  pausedNow(isTimed: boolean): string;
  notPaused: string;
  resumed: string;
  /** From now on it goes on by itself after an answer, or does not. */
  autoNow(seconds: number): string;
  manualNow: string;
  stopped: string;
  movedOn(standing: string): string;

  // A state that cannot be read.
  beingUpdated: string;
  unreadable: string;
  whatNow(session: string): string;
}

const ko: LiveText = {
  title: (topic) => `라이브 퀴즈: ${topic}`,
  everything: '전체',
  missedMost: '자주 틀린 개념',

  noneRunning: `지금 하고 있는 라이브 퀴즈가 없어요. ${slash('live 시작', '으로/로')} 시작해 보세요.`,
  oneRunning: `이 수업에서는 이미 라이브 퀴즈를 하고 있어요. ${slash('live 다음', '으로/로')} 이어 가거나 ${slash('live 그만', '으로/로')} 마친 다음 새로 시작해 주세요.`,
  classClosed: `이 수업은 이미 마쳤어요. 새 수업은 ${slash('class 설정', '으로/로')} 시작할 수 있어요.`,
  noClock:
    '`차분하게` 풀 때는 시간 제한이 없어서 초나 `끝까지`, `일찍마감`과 함께 쓸 수 없어요. 둘 중 하나만 적어 주세요.',
  teamsOrMode: '팀으로 겨룰 때는 `빠르게`나 `차분하게`를 함께 쓸 수 없어요. 둘 중 하나만 적어 주세요.',
  noTeamRole:
    '팀으로 쓸 역할을 `@`를 치면 나오는 목록에서 골라 주세요. 사람이나 모두(`@everyone`)는 팀이 될 수 없어요.',
  rolesOnDiscordOnly: `역할로 팀을 나누는 건 Discord에서만 할 수 있어요. 여기서는 ${slash('live 시작 3팀')}처럼 적으면 제가 무작위로 나눠요.`,
  oneTeam: '겨루려면 팀이 둘은 있어야 해요. 역할을 하나 더 골라 주세요.',
  tooFewAnswers:
    '이 수업에서 모인 답이 아직 모자라서 무엇을 자주 틀리는지 알 수 없어요. 퀴즈를 몇 번 풀고 나면 `취약`으로 시작할 수 있어요. 오늘은 개념이나 절의 이름으로 시작해 주세요.',
  noQuestions: '이 주제에는 함께 풀 문제가 아직 없어요. 다른 주제로 시작해 주세요.',
  noTopic: (concept) =>
    `그런 주제는 못 찾았어요. 개념이나 절, 문제집의 이름 또는 \`취약\`(이 수업이 자주 틀린 개념)을 적어 주세요. 예: ${slash(`live 시작 ${concept} 5개 20초`)}`,
  unclearTopic: (unread) =>
    unread === undefined
      ? '어떤 주제인지 잘 모르겠어요.'
      : `${withParticle(`‘${unread}’`, '을/를')} 알아듣지 못했어요.`,
  chooseTopic: '아래에서 고르면 바로 시작할게요.',
  begun: (questions, areFewer, minutes) =>
    `참여를 받고 있어요. 모두 들어오면 ‘시작하기’를 눌러 주세요. 문제 **${questions}개**를 함께 풀어요. ${areFewer ? '낼 수 있는 문제가 그만큼뿐이에요. ' : ''}${minutes}분 안에 시작하지 않으면 저절로 끝나요. 아래 버튼은 선생님에게만 보여요. 버튼이 사라지면 ${slash('live 진행', '을/를')} 입력해 주세요.`,

  modes: { speed: '빠르게', calm: '차분하게', team: '팀으로' },
  closing: { early: '일찍마감', full: '끝까지' },
  goingOn: { auto: '자동으로', manual: '수동으로' },
  teams: ['🍙 주먹밥 팀', '🍳 달걀 팀', '🥕 당근 팀', '🍤 새우 팀', '🥦 브로콜리 팀', '🍓 딸기 팀'],
  teamCount: (teams) => `${teams}팀`,
  questionCount: (questions) => `문제 ${questions}개`,
  calmRules: (questions) => `문제 ${questions}개 · 시간 제한 없이 차분하게 풀어요 · 순위는 매기지 않아요`,
  speedRules: (questions, clock) => `문제 ${questions}개 · ${clock} · 빨리 맞힐수록 점수가 높아요`,
  eachTakes: (seconds, long) =>
    `문제마다 ${seconds}초${long === undefined ? '' : `(짝 맞추기와 빈칸 채우기는 ${long}초)`}`,
  teamRules: (questions, clock, teams) =>
    `문제 ${questions}개 · ${clock} · ${teams}팀으로 나누어 팀원 평균 점수로 겨뤄요. 내 팀은 참여하거나 첫 답을 내면 알 수 있어요.`,
  roleRules: (questions, clock, names) =>
    `문제 ${questions}개 · ${clock} · 내 역할에 맞는 팀으로 풀어요: ${names}. 해당하는 역할이 없으면 팀을 무작위로 정해요. 팀원 평균 점수로 겨루고, 내 팀은 참여하거나 첫 답을 내면 알 수 있어요.`,

  beginsSoon: (topic) => `🍱 곧 라이브 퀴즈를 시작해요: ${topic}`,
  hasBegun: (topic) => `🍱 라이브 퀴즈를 시작했어요: ${topic}`,
  howToAnswer: '문제가 나오면 답을 눌러 주세요. 고른 답은 나만 볼 수 있고, 처음 누른 답만 인정해요.',
  closesEarly: '참여한 사람이 모두 답하면 시간이 남아도 바로 마감하니, 함께할 사람은 ‘참여하기’를 눌러 주세요.',
  join: '참여하기',
  joinedCount: (people) => (people === 0 ? '참여할 사람을 기다리고 있어요' : `${people}명이 참여했어요`),
  held: '선생님이 시작하면 첫 문제가 나와요',
  whoJoined: (names, others) => `**참여한 사람** ${names}${others === 0 ? '' : ` 외 ${others}명`}`,
  clock: {
    begins: { before: '', after: '시작' },
    closes: { before: '', after: '마감' },
    next: { before: '', after: '다음 문제' },
    result: { before: '', after: '결과' },
  },
  inSeconds: (seconds) => `${seconds}초 후`,
  question: (number, of) => `문제 ${number} / ${of}`,
  questionRemoved: (number) => `${number}번 문제는 그사이 수업 내용에서 빠졌어요. 곧 다음으로 넘어가요.`,
  answered: (people) => (people === 0 ? '답을 기다리고 있어요' : `${people}명이 답했어요`),
  closed: '마감했어요',
  leftOut: '빼고 넘어간 문제예요. 점수와 기록에 넣지 않아요',
  leftOutBefore: (numbers) => `✂️ ${numbers.join(', ')}번 문제는 뺐어요. 이 문제에 낸 답은 점수와 기록에 넣지 않아요.`,
  answersReturn: '이어서 하면 그때 답할 수 있어요.',
  ownAnswer: '내 답 보기',
  repostedQuestion: '🔁 앞의 메시지가 지워져서 다시 올렸어요. 시간은 그대로 가고, 이미 낸 답도 그대로예요.',
  paused: '⏸ 잠깐 멈췄어요',
  unreachable: (platforms) => `⚠️ ${platforms} 채널에는 지금 글을 올릴 수 없어요. 여기서 계속해요.`,

  refused: {
    late: '⏰ 이 문제는 이미 마감해서 답을 받지 못했어요.',
    paused: '⏸ 지금은 잠깐 멈췄어요. 다시 시작하면 그때 눌러 주세요.',
    over: '🏁 이 퀴즈는 끝났어요.',
    unseen: '아직 답을 받을 수 없어요. 잠시 뒤에 다시 눌러 주세요.',
    twice: '이미 답했어요. 처음 고른 답만 인정해요.',
    elsewhere: '다른 채널에 나온 문제예요. 그 채널에서 버튼을 눌러 주세요.',
    empty: '답이 비어 있어요. 단어나 숫자를 적어 주세요.',
    unpicked: '아직 고른 답이 없어요. 하나 이상 고르고 제출해 주세요.',
    gone: '이 퀴즈는 이제 없어요.',
    removed: '선생님이 이 퀴즈에서 내보냈어요. 이유가 궁금하면 선생님께 여쭤보세요.',
  },
  accepted: (seconds) =>
    `✅ 답을 받았어요${seconds === undefined ? '' : `(${seconds.toFixed(1)}초)`}. 정답은 마감한 뒤에 함께 봐요.`,
  yourAnswer: '내 답',
  yourTeam: '🙌 우리 팀',
  joined: '✅ 참여했어요. 문제가 나오면 답을 눌러 주세요.',
  joinedAs: (name) => `✅ **${name}** 이름으로 참여했어요. 문제가 나오면 답을 눌러 주세요.`,
  nameTaken: '먼저 참여한 사람과 이름이 같아서, 누구인지 알 수 있게 번호를 붙였어요.',

  sessionGone: `이 라이브 퀴즈는 이제 없어요. ${slash('live 시작', '으로/로')} 새로 시작해 주세요.`,
  onlyInstructorsSteer: '라이브 퀴즈는 선생님만 진행할 수 있어요.',
  standing: {
    countdown: '곧 첫 문제가 나와요.',
    gathering: '참여를 받고 있어요. 모두 들어오면 ‘시작하기’를 눌러 주세요.',
    asking: (number, of) => `${of}문제 중 ${number}번째 문제를 풀고 있어요.`,
    told: (number, of) => `${of}문제 중 ${number}번째 문제의 정답을 보고 있어요.`,
    over: '이 라이브 퀴즈는 끝났어요.',
    paused: (standing) => `⏸ 잠깐 멈춰 있어요. ${standing}`,
  },
  inLobby: (joined) => (joined === 0 ? '아직 참여한 사람이 없어요.' : `지금까지 **${joined}명**이 참여했어요.`),
  progress: (answered, joined) =>
    answered === 0 ? '아직 답한 사람이 없어요.' : `지금까지 참여한 ${joined}명 중 **${answered}명**이 답했어요.`,
  buttons: {
    begin: '시작하기',
    beginNow: '바로 시작하기',
    countIn: (seconds) => `${seconds}초 뒤에 시작하기`,
    close: '마감하고 정답 보기',
    results: '결과 보기',
    next: '다음 문제',
    skip: '이 문제 빼기',
    hold: '더 기다리기',
    pause: '잠깐 멈추기',
    resume: '이어서 하기',
    stop: '여기서 마치기',
    confirmStop: '마치기',
    confirmSkip: '빼기',
    show: '진행 버튼 보기',
    keepGoing: '계속하기',
    auto: '자동으로 넘기기',
    manual: '내가 넘길게요',
  },
  confirmStop: '정말 여기서 마칠까요? 남은 문제는 나오지 않아요.',
  confirmSkip: (number) =>
    `${number}번 문제를 뺄까요? 이 문제에 낸 답은 점수와 기록에 넣지 않고, 다음으로 넘어가요. 되돌릴 수 없어요.`,
  notPostedYet: '문제를 아직 올리는 중이에요. 잠시 뒤에 다시 눌러 주세요.',
  closedNow: '마감하고 정답을 올렸어요.',
  skippedNow: (standing) => `이 문제는 빼고 넘어가요. 점수와 기록에 넣지 않아요. ${standing}`,
  allDone: '문제를 모두 마쳤어요. 결과는 채널에 올릴게요.',
  pausedNow: (isTimed) => `⏸ 잠깐 멈췄어요.${isTimed ? ' 남은 시간은 그대로예요.' : ''}`,
  notPaused: '지금은 멈춰 있지 않아요. 퀴즈는 그대로 이어지고 있어요.',
  resumed: '이어서 할게요.',
  autoNow: (seconds) => `이제 정답을 보여 주고 ${seconds}초 뒤에 알아서 넘어가요.`,
  manualNow: '이제 정답을 보여 준 다음에는 선생님이 넘길 때까지 기다려요.',
  stopped: '라이브 퀴즈를 마쳤어요. 결과는 채널에 올릴게요.',
  movedOn: (standing) => `그사이에 이미 넘어갔어요. ${standing}`,

  beingUpdated: '도시락을 새 버전으로 바꾸는 중이에요. 잠시 뒤에 다시 해 주세요.',
  unreadable: '라이브 퀴즈를 이어 가지 못했어요',
  whatNow: (session) =>
    `저장해 둔 진행 상태를 읽을 수 없어서 퀴즈를 여기서 마쳤어요. 마감한 문제의 답은 학생들의 기록에 남아 있지만, ${slash('live 기록')}에는 나오지 않아요. 수업 채널에서 ${slash('live 시작', '으로/로')} 새로 시작해 주세요. 또 이런 일이 생기면 도시락을 운영하는 분께 이 번호를 알려 주세요: \`${session}\``,
};

const en: LiveText = {
  title: (topic) => `Live quiz: ${topic}`,
  everything: 'everything',
  missedMost: 'what we miss most',

  noneRunning: `No live quiz is on. Begin one with ${slash('live start')}.`,
  oneRunning: `A live quiz is on in this class already. Go on with ${slash('live next')}, or end it with ${slash('live stop')} first.`,
  classClosed: `The term of this class is over. A new class begins with ${slash('class setup')}.`,
  noClock: 'A `calm` quiz has no clock: it does not go with seconds, `full` or `early`. Write one or the other.',
  teamsOrMode: 'Teams do not go with `speed` or `calm`. Write one or the other.',
  noTeamRole: 'Pick roles for the teams from the list that `@` opens. A person, or everyone, cannot be a team.',
  rolesOnDiscordOnly: `Teams by role work on Discord only. Here, type ${slash('live start 3 teams')} and I draw the teams.`,
  oneTeam: 'It takes two teams to compete. Pick another role.',
  tooFewAnswers:
    'This class has not answered enough yet to tell what it misses most. Begin with a concept or a section today; `worst` works after a few quizzes.',
  noQuestions: 'There are no questions on this to play together yet. Try another topic.',
  noTopic: (concept) =>
    `I found no such topic. Name a concept, a section, a set, or \`worst\` (what this class misses most), for example ${slash(`live start ${concept} 5 20s`)}.`,
  unclearTopic: (unread) =>
    unread === undefined ? 'I am not sure which topic you mean.' : `I do not understand ‘${unread}’.`,
  chooseTopic: 'Choose one, and it begins.',
  begun: (questions, areFewer, minutes) =>
    `Your class can join now. Press “Begin” when everybody is there. It has **${questions}** ${wordFor(questions, 'question')}. ${areFewer ? 'There are no more questions on this. ' : ''}It ends by itself if it does not begin within ${minutes} minutes. Only you see these buttons; type ${slash('live show')} if they are gone.`,

  modes: { speed: 'speed', calm: 'calm', team: 'team' },
  closing: { early: 'early', full: 'full' },
  goingOn: { auto: 'auto', manual: 'manual' },
  teams: [
    '🍙 Team Rice Ball',
    '🍳 Team Egg',
    '🥕 Team Carrot',
    '🍤 Team Prawn',
    '🥦 Team Broccoli',
    '🍓 Team Strawberry',
  ],
  teamCount: (teams) => plural(teams, 'team'),
  questionCount: (questions) => plural(questions, 'question'),
  calmRules: (questions) => `${plural(questions, 'question')} · no clock · nobody is ranked`,
  speedRules: (questions, clock) => `${plural(questions, 'question')} · ${clock} · the faster, the more points`,
  eachTakes: (seconds, long) => `${seconds} seconds each${long === undefined ? '' : ` (${long} for pairs and blanks)`}`,
  teamRules: (questions, clock, teams) =>
    `${plural(questions, 'question')} · ${clock} · ${teams} teams, compared by their members’ average. You learn your team when you join or first answer.`,
  roleRules: (questions, clock, names) =>
    `${plural(questions, 'question')} · ${clock} · you play for the team of your role: ${names}. Without one of these roles you are put into a random team. Teams are compared by their members’ average; you learn yours when you join or first answer.`,

  beginsSoon: (topic) => `🍱 A live quiz is about to begin: ${topic}`,
  hasBegun: (topic) => `🍱 The live quiz has begun: ${topic}`,
  howToAnswer: 'Press your answer when a question comes. Only you see it, and the first one counts.',
  closesEarly: 'A question closes as soon as everyone who joined has answered, so press “Join” to play along.',
  join: 'Join',
  joinedCount: (people) => (people === 0 ? 'Waiting for players' : `${people} joined`),
  held: 'It begins when your instructor says so',
  whoJoined: (names, others) => `**Joined:** ${names}${others === 0 ? '' : ` and ${others} more`}`,
  clock: {
    begins: { before: 'Begins', after: '' },
    closes: { before: 'Closes', after: '' },
    next: { before: 'Next question', after: '' },
    result: { before: 'Result', after: '' },
  },
  inSeconds: (seconds) => `in ${seconds} s`,
  question: (number, of) => `Question ${number} of ${of}`,
  questionRemoved: (number) => `Question ${number} is no longer in the course; the next one comes in a moment.`,
  answered: (people) => (people === 0 ? 'Waiting for answers' : `${people} answered`),
  closed: 'Closed',
  leftOut: 'Left out: it counts for nothing',
  leftOutBefore: (numbers) =>
    `✂️ ${numbers.length === 1 ? 'Question' : 'Questions'} ${numbers.join(', ')} left out: answers to ${numbers.length === 1 ? 'it' : 'them'} count for nothing.`,
  answersReturn: 'It can be answered once it goes on.',
  ownAnswer: 'My answer',
  repostedQuestion:
    '🔁 The message was deleted, so here it is again. The clock goes on, and answers given still count.',
  paused: '⏸ Paused',
  unreachable: (platforms) => `⚠️ I cannot write to the channel on ${platforms} right now; the quiz goes on here.`,

  refused: {
    late: '⏰ This question is closed; this answer does not count.',
    paused: '⏸ It is paused. Press again when it goes on.',
    over: '🏁 This quiz is over.',
    unseen: 'Answers are not open yet. Press again in a moment.',
    twice: 'You have answered already; the first one counts.',
    elsewhere: 'This question belongs to another channel. Press the button there.',
    empty: 'That answer is empty. Write a word or a number.',
    unpicked: 'Nothing is picked yet. Pick at least one, then submit.',
    gone: 'This quiz is gone.',
    removed: 'Your instructor has removed you from this quiz. Ask them why.',
  },
  accepted: (seconds) =>
    `✅ Your answer is in${seconds === undefined ? '' : ` (${seconds.toFixed(1)} s)`}. You see the right one when the question closes.`,
  yourAnswer: 'Your answer',
  yourTeam: '🙌 Your team',
  joined: '✅ You are in. Press your answer when a question comes.',
  joinedAs: (name) => `✅ You are in as **${name}**. Press your answer when a question comes.`,
  nameTaken: 'Somebody who joined before you has the same name, so yours has a number.',

  sessionGone: `This live quiz is gone. Start a new one with ${slash('live start')}.`,
  onlyInstructorsSteer: 'Only instructors can run a live quiz.',
  standing: {
    countdown: 'The first question is about to come.',
    gathering: 'Your class can join now. Press “Begin” when everybody is there.',
    asking: (number, of) => `Question ${number} of ${of} is open.`,
    told: (number, of) => `The answer to question ${number} of ${of} is up.`,
    over: 'This live quiz is over.',
    paused: (standing) => `⏸ Paused. ${standing}`,
  },
  inLobby: (joined) => (joined === 0 ? 'Nobody has joined yet.' : `**${joined}** joined so far.`),
  progress: (answered, joined) =>
    answered === 0
      ? 'Nobody has answered yet.'
      : `**${answered}** of the ${joined} who have joined so far have answered.`,
  buttons: {
    begin: 'Begin',
    beginNow: 'Begin now',
    countIn: (seconds) => `Begin in ${seconds} s`,
    close: 'Close, show the answer',
    results: 'Results',
    next: 'Next question',
    skip: 'Leave this one out',
    hold: 'Wait for more',
    pause: 'Pause',
    resume: 'Go on',
    stop: 'Stop',
    confirmStop: 'End it',
    confirmSkip: 'Leave it out',
    show: 'Show the controls',
    keepGoing: 'Keep going',
    auto: 'Go on by itself',
    manual: 'Wait for me',
  },
  confirmStop: 'End it here? The remaining questions will not be asked.',
  confirmSkip: (number) =>
    `Leave question ${number} out? Answers to it count for nothing, and the quiz goes on to what comes next. This cannot be undone.`,
  notPostedYet: 'The question is not up yet. Press again in a moment.',
  closedNow: 'Closed; the answer is up.',
  skippedNow: (standing) => `This question is left out: it counts for nothing. ${standing}`,
  allDone: 'That was all; the channel sees the result.',
  pausedNow: (isTimed) => `⏸ Paused${isTimed ? '; the clock waits' : ''}.`,
  notPaused: 'The quiz is not paused; it is going on.',
  resumed: 'On we go.',
  autoNow: (seconds) => `From now on it goes on by itself, ${seconds} seconds after each answer.`,
  manualNow: 'From now on it waits for you after each answer.',
  stopped: 'The live quiz is over; the channel sees the result.',
  movedOn: (standing) => `It has moved on meanwhile. ${standing}`,

  beingUpdated: 'Dosirak is being updated. Please try again in a moment.',
  unreadable: 'The live quiz could not go on',
  whatNow: (session) =>
    `Its saved state could not be read, so the quiz was ended. Answers to questions that were closed still count for your students, but ${slash('live history')} does not show this quiz. Start a new one with ${slash('live start')} in the class channel. If it happens again, tell the person who runs Dosirak this number: \`${session}\``,
};

export const text = localized({ ko, en });
