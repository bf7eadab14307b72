import { localized } from '../../core/locale.ts';
import { plural } from '../../language/plural.ts';
import { withParticle } from '../../language/with-particle.ts';
import { slash } from '../../markdown/slash.ts';
import type { Part } from './entered.ts';

/** What instructors read of the questions that their class writes itself. */
interface OwnQuestionsText {
  // The form.
  openForm: string;
  newTitle: string;
  editTitle: string;
  /** As it is typed. */
  command: string;
  options: Readonly<Record<'concept' | 'type' | 'edit', string>>;
  /** Stand above the parts; at most 45 characters each. */
  parts: Readonly<Record<Part, string>>;
  /** Stand in the parts while they are empty; at most 100 characters each. */
  hints: Readonly<Record<Part, string>>;
  /** Where no form can be opened. */
  howToType: string;
  /** The question as it can be typed, to be changed. */
  asLines(command: string, lines: string): string;
  fillInAgain: string;
  // What was filled in and is no question yet.
  notWritten: string;
  /** The parts within a sentence. */
  named: Readonly<Record<Part, string>>;
  /** `line`: of a part that has several, from 1. */
  problem(part: string, line: number | undefined, why: string): string;
  moreProblems(count: number): string;
  missing: string;
  tooLong(most: number): string;
  tooMany(most: number): string;
  tooFew(least: number): string;
  strangeLine(line: string): string;
  /** `named`: Markdown. */
  noConcept(named: string): string;
  whichConcept: string;
  whichConceptIsIt: string;
  nameConcept: string;
  nothingBegun: string;
  noSuchQuestion: string;
  goneMeanwhile: string;
  changedMeanwhile: string;
  sameQuestion(concept: string): string;
  tooManyQuestions: string;
  // The question as it is.
  written: string;
  changed: string;
  isAsked: string;
  guessedConcept(concept: string): string;
  preview: string;
  tryIt: string;
  asStudentsSee: string;
  /** `why`: whyNotLive() of its type. */
  notLive(why: string): string;
  triedRight: string;
  triedWrong: string;
  tryAgain: string;
  notRecorded: string;
  hiddenMark: string;
  /** The content has its concept no more. */
  conceptGone: string;
  /** The content asks the same by now. */
  twinMark: string;
  // What can be done with it.
  change: string;
  hide: string;
  hidden: string;
  afterHiding: string;
  askAgain: string;
  askedAgain: string;
  otherConcept: string;
  orTypeConcept: string;
  leaveIt: string;
  moved(concept: string): string;
  delete: string;
  deleted: string;
  afterDeleting: string;
  undo: string;
  undone: string;
  seeIt: string;
  seeAll: string;
  writeAnother: string;
  // All of them.
  ownQuestions(count: number): string;
  noneYet: string;
  onlyThisClass: string;
  look(number: number): string;
  writeNew: string;
  goOn: string;
  export: string;
  exported(count: number): string;
  whereToPut: string;
  take(count: number): string;
  taken(count: number): string;
  previous: string;
  next: string;
  pageOf(page: number, pages: number): string;
}

const ko: OwnQuestionsText = {
  openForm: '✎ 문제 쓰기',
  newTitle: '우리 수업 문제 쓰기',
  editTitle: '문제 고치기',
  command: 'class 문제',
  options: { concept: '개념', type: '유형', edit: '고치기' },
  parts: {
    question: '문제',
    code: '함께 보여 줄 코드(없어도 돼요)',
    right: '정답(여러 개면 한 줄에 하나씩)',
    wrong: '오답(한 줄에 하나씩)',
    why: '정답인 이유',
  },
  hints: {
    question: '글자 그대로 나와요. `코드`만 코드로 보여요.',
    code: '들여쓰기까지 그대로 보여 줘요.',
    right: 'O나 X, 숫자, 순서(1. 2. 3.)도 돼요. 오답을 비우면 주관식이에요.',
    wrong: '다섯 개까지 적을 수 있어요.',
    why: '답한 뒤에 함께 보여 줘요.',
  },
  howToType: [
    '이렇게 여러 줄로 적어 주세요. 첫 줄은 문제, `=`은 정답, `-`는 오답, `>`는 이유예요.',
    '',
    '```text',
    '/class 문제',
    '세계에서 가장 높은 산은 무엇일까요?',
    '= 에베레스트산',
    '- 백두산',
    '- 한라산',
    '> 높이가 8,848m예요.',
    '```',
    '',
    '- 정답이 O나 X면 참인지 묻는 문제, 숫자면 숫자 문제(`= 30초 ±5`), 오답이 없으면 주관식이 돼요.',
    '- `1. 먼저`, `2. 다음`처럼 번호를 붙이면 순서를 맞히는 문제, `= 왼쪽 = 오른쪽` 줄만 있으면 짝을 맞추는 문제예요.',
    '- 코드는 위아래 줄에 백틱(\\`)을 세 개씩 적어서 감싸요.',
    `- 개념과 유형은 첫 줄에 적어요. 예: ${slash('class 문제 개념:이름 유형:여러개')}`,
    `- 한 줄로 적으려면 줄마다 따옴표로 묶어요. 예: ${slash('class 문제 "2 더하기 3은?" "= 5" "> 세어 보면 다섯이에요."')}`,
  ].join('\n'),
  asLines: (command, lines) => `고쳐서 이렇게 다시 적어 주세요.\n\n~~~~~~text\n/${command}\n${lines}\n~~~~~~`,
  fillInAgain: '✎ 고쳐서 다시 보내기',
  notWritten: '아직 저장하지 않았어요',
  named: { question: '문제', code: '코드', right: '정답', wrong: '오답', why: '이유' },
  problem: (part, line, why) => `**${part}**${line === undefined ? '' : ` ${line}번째 줄`}: ${why}`,
  moreProblems: (count) => `이 밖에 ${count}가지가 더 있어요.`,
  missing: '비어 있어요. 적어 주세요.',
  tooLong: (most) => `너무 길어요. ${most.toLocaleString('en')}자까지로 줄여 주세요(*, # 같은 기호는 두 글자로 세요).`,
  tooMany: (most) => `너무 많아요. ${most}개까지만 적어 주세요.`,
  tooFew: (least) => `모자라요. ${least}개 이상 적어 주세요.`,
  strangeLine: (line) =>
    `‘${line}’ 줄이 무엇인지 알 수 없어요. 앞에 \`=\`(정답), \`-\`(오답), \`>\`(이유) 가운데 하나를 붙여 주세요.`,
  noConcept: (named) => `${withParticle(`‘${named}’`, '이라는/라는')} 개념이 없어요.`,
  whichConcept: '어느 개념의 문제인가요?',
  whichConceptIsIt: '문제의 말만으로는 알 수 없었어요. 개념을 고르면 바로 저장해요.',
  nameConcept: `문제의 말과 가까운 개념을 찾지 못했어요. 개념을 함께 적어 다시 보내 주세요. 예: ${slash('class 문제 개념:이름')}`,
  nothingBegun: `쓰다 만 문제가 없어요. ${slash('class 문제', '으로/로')} 새로 쓸 수 있어요.`,
  noSuchQuestion: `이 수업에는 그 문제가 없어요. ${slash('class 문제목록')}에서 지금 있는 문제를 볼 수 있어요.`,
  goneMeanwhile: '고치는 사이에 그 문제가 지워졌어요. 다시 보내면 새 문제로 저장해요.',
  changedMeanwhile:
    '고치는 사이에 다른 선생님이 이 문제를 고쳤어요. 지금 문제를 보고, 그래도 바꾸려면 다시 보내 주세요.',
  sameQuestion: (concept) => `같은 문제가 이미 있어요(${concept}). 문제나 보기를 다르게 고쳐 주세요.`,
  tooManyQuestions: '이 수업이 쓴 문제가 너무 많아요. 쓰지 않는 문제를 지우고 다시 보내 주세요.',

  written: '문제를 저장했어요',
  changed: '문제를 고쳤어요',
  isAsked: '이제 이 수업 학생의 연습과 복습, 라이브 퀴즈에 나와요. 아래에서 직접 풀어 보세요.',
  guessedConcept: (concept) =>
    `문제의 말을 보고 **${concept}** 문제로 저장했어요. 아니라면 ‘다른 개념으로’를 눌러 주세요. 이제 이 수업의 연습과 복습, 라이브 퀴즈에 나와요.`,
  preview: '우리 수업 문제',
  tryIt: '직접 풀어 보세요.',
  asStudentsSee: '학생에게는 이렇게 보여요',
  notLive: (why) => `${withParticle(why, '이라서/라서')} 라이브 퀴즈에는 나오지 않아요`,
  triedRight: '⭕ 맞아요',
  triedWrong: '❌ 아쉬워요',
  tryAgain: '다시 풀기',
  notRecorded: '풀어 본 것은 기록되지 않아요',
  hiddenMark: '🙈 빼 둠',
  conceptGone: '⚠️ 개념이 없어져서 나오지 않음',
  twinMark: '같은 문제가 수업 내용에 있음',
  change: '✎ 고치기',
  hide: '🙈 빼기',
  hidden: '이 문제를 뺐어요',
  afterHiding: '학생에게 나오지 않아요. 언제든 다시 낼 수 있어요.',
  askAgain: '다시 내기',
  askedAgain: '이 문제를 다시 내요',
  otherConcept: '다른 개념으로',
  orTypeConcept: '여기에 없으면, 문제를 고칠 때 첫 줄에 개념을 적어 주세요.',
  leaveIt: '그대로 두기',
  moved: (concept) => `${withParticle(concept, '으로/로')} 옮겼어요`,
  delete: '지우기',
  deleted: '문제를 지웠어요',
  afterDeleting: '이제 나오지 않아요. 30일 안에는 되돌릴 수 있어요.',
  undo: '되돌리기',
  undone: '지운 문제를 되돌렸어요',
  seeIt: '그 문제 보기',
  seeAll: '문제 목록',
  writeAnother: '＋ 하나 더 쓰기',
  ownQuestions: (count) => (count === 0 ? '우리 수업 문제' : `우리 수업 문제 ${count}개`),
  noneYet: '아직 이 수업이 쓴 문제가 없어요. 쓰면 이 수업 학생에게만, 수업 내용의 문제와 함께 나와요.',
  onlyThisClass: '이 수업 학생에게만 나와요',
  look: (number) => `${number}번 보기`,
  writeNew: '＋ 문제 쓰기',
  goOn: '쓰다 만 문제 이어 쓰기',
  export: '마크다운으로 내보내기',
  exported: (count) => `문제 ${count}개를 파일에 담았어요`,
  whereToPut:
    '이 파일을 수업 내용 폴더에 넣으면 모든 수업에 나와요. 문제의 id가 그대로라서 그동안의 기록도 이어져요. 넣은 다음에는 여기의 같은 문제는 저절로 쉬어요.',
  take: (count) => `지난 학기 문제 가져오기(${count}개)`,
  taken: (count) =>
    count === 0
      ? '새로 가져올 문제가 없었어요.'
      : `✅ 지난 학기의 문제 ${count}개를 가져왔어요. 지난 수업의 기록은 그대로예요.`,
  previous: '이전',
  next: '다음',
  pageOf: (page, pages) => `${page}/${pages}쪽`,
};

const en: OwnQuestionsText = {
  openForm: '✎ Write a question',
  newTitle: 'A question of our own',
  editTitle: 'Change the question',
  command: 'class question',
  options: { concept: 'concept', type: 'type', edit: 'edit' },
  parts: {
    question: 'Question',
    code: 'Code to show with it (optional)',
    right: 'Right answers (one a line)',
    wrong: 'Wrong answers (one a line)',
    why: 'Why that is right',
  },
  hints: {
    question: 'Shown as it is; only `code` is shown as code.',
    code: 'Shown as it is, with its indentation.',
    right: 'Also true or false, a number, or steps (1. 2. 3.). Without wrong answers it is typed.',
    wrong: 'Up to five.',
    why: 'Shown once it is answered.',
  },
  howToType: [
    'Write it in lines: first what is asked, then `=` right, `-` wrong and `>` why.',
    '',
    '```text',
    '/class question',
    'What is the highest mountain on Earth?',
    '= Mount Everest',
    '- Mont Blanc',
    '- Mount Fuji',
    '> It is 8,848 m high.',
    '```',
    '',
    '- With true or false as the right answer it asks for that, with a number for a number (`= 30 s ±5`), and without wrong answers the answer is typed.',
    '- Steps with numbers (`1. first`, `2. then`) are to be put in their order; `= left = right` in every line makes pairs.',
    '- Code stands between two lines of three backticks (\\`).',
    `- Concept and type stand in the first line: ${slash('class question concept:name type:multiple')}`,
    `- In a single line, put quotes around each of them: ${slash('class question "What is 2 + 3?" "= 5" "> Count them."')}`,
  ].join('\n'),
  asLines: (command, lines) => `Change it and type it again.\n\n~~~~~~text\n/${command}\n${lines}\n~~~~~~`,
  fillInAgain: '✎ Correct it',
  notWritten: 'It is not saved yet',
  named: { question: 'Question', code: 'Code', right: 'Right answer', wrong: 'Wrong answers', why: 'Why' },
  problem: (part, line, why) => `**“${part}”**${line === undefined ? '' : `, line ${line},`} ${why}`,
  moreProblems: (count) => `And ${count} more.`,
  missing: 'is empty; write it.',
  tooLong: (most) =>
    `is too long; at most ${most.toLocaleString('en')} characters, where signs such as * and # count twice.`,
  tooMany: (most) => `has too many; at most ${most}.`,
  tooFew: (least) => `has too few; at least ${least}.`,
  strangeLine: (line) =>
    `I cannot tell what the line ‘${line}’ is. Begin it with \`=\` (right), \`-\` (wrong) or \`>\` (why).`,
  noConcept: (named) => `There is no concept ‘${named}’.`,
  whichConcept: 'Which concept is it about?',
  whichConceptIsIt: 'Its words did not tell. Choose the concept, and it is saved.',
  nameConcept: `I found no concept near its words. Send it again with a concept, such as ${slash('class question concept:name')}.`,
  nothingBegun: `There is no question that you began. Write one with ${slash('class question')}.`,
  noSuchQuestion: `This class has no such question. ${slash('class questions')} shows those that it has.`,
  goneMeanwhile: 'That question was deleted meanwhile. Sent again, this becomes a new one.',
  changedMeanwhile:
    'Another instructor has changed this question meanwhile. Look at it; to replace it all the same, send yours again.',
  sameQuestion: (concept) => `There is the same question already (${concept}). Change what it asks or its options.`,
  tooManyQuestions: 'This class has too many questions of its own. Delete some, then send it again.',

  written: 'The question is saved',
  changed: 'The question is changed',
  isAsked: 'It comes in practice, reviews and live quizzes of this class. Try it below.',
  guessedConcept: (concept) =>
    `By its words I took it for a question on **${concept}**; if it is not, press “Another concept”. It comes in practice, reviews and live quizzes of this class.`,
  preview: 'A question of our own',
  tryIt: 'Try it.',
  asStudentsSee: 'Students see it like this',
  notLive: (why) => `It comes in no live quiz, since it ${why}`,
  triedRight: '⭕ Right',
  triedWrong: '❌ Not quite',
  tryAgain: 'Try again',
  notRecorded: 'What you try is not recorded',
  hiddenMark: '🙈 hidden',
  conceptGone: '⚠️ not asked: its concept is gone',
  twinMark: 'the content asks the same',
  change: '✎ Change',
  hide: '🙈 Hide',
  hidden: 'The question is hidden',
  afterHiding: 'Students are not asked it. You can have it asked again at any time.',
  askAgain: 'Ask it again',
  askedAgain: 'The question is asked again',
  otherConcept: 'Another concept',
  orTypeConcept: 'If it is none of these, name the concept in the first line when you change the question.',
  leaveIt: 'Leave it',
  moved: (concept) => `It is a question on ${concept} now`,
  delete: 'Delete',
  deleted: 'The question is deleted',
  afterDeleting: 'It is asked no more. You can take that back within 30 days.',
  undo: 'Undo',
  undone: 'The question is back',
  seeIt: 'See that question',
  seeAll: 'All questions',
  writeAnother: '＋ Write another',
  ownQuestions: (count) => (count === 0 ? 'Questions of our own' : `${plural(count, 'question')} of our own`),
  noneYet:
    'This class has written no question yet. Once it does, its own students are asked it beside those of the content.',
  onlyThisClass: 'Only students of this class are asked them',
  look: (number) => `See ${number}`,
  writeNew: '＋ Write a question',
  goOn: 'Go on with the one you began',
  export: 'Export as Markdown',
  exported: (count) => `A file with ${plural(count, 'question')}`,
  whereToPut:
    'Put this file into a folder of content, and every class is asked them. Their ids stay, so that all that was recorded still counts. The same questions here then rest by themselves.',
  take: (count) => `Take over ${plural(count, 'question')} of the last term`,
  taken: (count) =>
    count === 0
      ? 'There was nothing new to take over.'
      : `✅ ${plural(count, 'question')} of the last term taken over. The records of that class stay as they are.`,
  previous: 'Previous',
  next: 'Next',
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
};

export const text = localized({ ko, en });
