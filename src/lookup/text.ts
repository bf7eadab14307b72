import { localized } from '../core/locale.ts';
import { hasSyllables } from '../language/hangul.ts';
import { nativeCount } from '../language/native-count.ts';
import { withParticle } from '../language/with-particle.ts';
import { literalLine } from '../markdown/escape.ts';
import { slash } from '../markdown/slash.ts';

/** All that people read of a looked-up concept or section, and of a search without an answer. */
interface LookupText {
  readOn(page: number, of: number): string;
  quizOnSection: string;
  alsoCalled: string;
  /** Is another name of a concept of use to the reader? */
  isReadable(name: string): boolean;
  taughtIn: string;
  moreOn(title: string): string;
  /** Of concepts side by side: what sets them apart, and when which is used. */
  howTheyDiffer: string;
  /** Of concepts side by side: those that were not named for sure. */
  guessed(titles: readonly string[]): string;
  /** `strangers`: what was set beside concepts and is none; `titles`: those that are told. */
  without(strangers: readonly string[], titles: readonly string[]): string;
  /** Asked which to choose, where no author has said how they differ. */
  noDifference: string;

  didYouMean: string;
  noExactMatch: string;
  unknown: string;
  tryThese: string;
  /** `line`: the command with words, as it is typed. */
  tryOneWord(line: string): string;
  tryDescription(line: string): string;
  tryCard: string;
  todaysConcept: string;
  quiz: string;
  /** Of a chapter or a week. */
  lessonHas: string;
  seeLesson: string;

  /** `lookUp`: the command that looks things up. */
  textGone(lookUp: string): string;

  // Signs, tasks, examples.
  meaning: string;
  lookFirst: string;
  /** Above what to look at where a paste shows that all is well. */
  ifWrongAllTheSame: string;
  looksWell: string;
  mending: string;
  lookNext: string;
  /** Above the line of a paste that says what is wrong. */
  tellingLine: string;
  alsoPossible: string;
  aboutTerm(title: string): string;
  showExample: string;
  exampleOf(title: string): string;
  docs: string;
  /** Small print on a concept's card. */
  cardFoot: string;

  // Manifests.
  examined(errors: number, warnings: number): string;
  makes: string;
  /** How a paste was read that had something beside its lines. */
  readAs: Readonly<Record<'numbered' | 'diff' | 'diffs', string>>;
  /** A diff may leave out the rest of a file. */
  onlyPart: string;
  /** `path` is of the manifest. */
  atLine(line: number, path: string): string;
  moreFindings(count: number): string;
  moreValues(count: number): string;
  moreObjects(count: number): string;

  // Between sure and refused.
  notSure: string;
  /** A question that only makes sense after another. */
  whichOne: string;
  whichOneHint: string;
}

const ko: LookupText = {
  readOn: (page, of) => `이어서 읽기(${page}/${of})`,
  quizOnSection: '이 절 퀴즈 풀기',
  isReadable: () => true,
  alsoCalled: '다른 이름',
  taughtIn: '배우는 곳',
  moreOn: (title) => `${title} 자세히`,
  howTheyDiffer: '다른 점',
  guessed: (titles) =>
    `${withParticle(`‘${titles.join(', ')}’`, '으로/로')} 알아들었어요. 다른 것을 물었다면 이름으로 다시 물어봐 주세요.`,
  without: (strangers, titles) =>
    `${withParticle(strangers.map((one) => `‘${literalLine(one)}’`).join(', '), '은/는')} 이 수업에서 배우는 개념이 아니어서, ${titles.join(', ')}만 알려 드려요.`,
  noDifference:
    '무엇을 언제 쓰는지는 아직 적어 두지 못했어요. 아래에서 하나씩 살펴보고, 수업에서 선생님께 여쭤 보세요.',

  didYouMean: '혹시 이걸 찾으셨나요?',
  noExactMatch: '딱 맞는 개념은 못 찾았어요. 아래에 찾는 것이 있으면 누르고, 없으면 다른 말로 한 번 더 물어봐 주세요.',
  unknown: '그건 아직 저도 잘 몰라요',
  tryThese: '저는 우리 수업 내용만 알고 있어요. 이렇게 해 보면 어때요?',
  tryOneWord: (line) => `단어 하나로 물어보기: ${slash(line)}`,
  tryDescription: (line) => `말을 풀어서 물어보기: ${slash(line)}`,
  tryCard: `오늘의 개념 구경하기: ${slash('card')}`,
  todaysConcept: '오늘의 개념',
  quiz: '퀴즈 풀기',
  lessonHas: '여기에서 배우는 절과 개념은 목차에서 볼 수 있어요.',
  seeLesson: '절과 개념 보기',

  meaning: '무슨 뜻인가요?',
  lookFirst: '먼저 볼 것',
  ifWrongAllTheSame: '그래도 이상하다면',
  looksWell: '별문제 없어 보여요',
  mending: '고치는 법',
  lookNext: '그다음 볼 것',
  tellingLine: '이 줄을 보고 답해요.',
  alsoPossible: '혹시 이쪽인가요?',
  aboutTerm: (title) => `${title} 알아보기`,
  showExample: '예제 보기',
  exampleOf: (title) => `${title} 예제`,
  docs: '공식 문서',
  cardFoot: '🍱 도시락 개념 카드',

  examined: (errors, warnings) =>
    errors > 0
      ? `❌ 고칠 곳이 ${nativeCount(errors + warnings, '군데')} 있어요`
      : warnings > 0
        ? `⚠️ 살펴볼 곳이 ${nativeCount(warnings, '군데')} 있어요`
        : '✅ 틀린 곳을 찾지 못했어요',
  makes: '무엇을 만드나요?',
  readAs: {
    numbered: '줄 앞의 번호를 빼고 읽었어요. 아래의 줄 번호도 그 번호예요.',
    diff: 'diff에서 지운 줄(`-`)을 빼고, 바꾼 뒤의 매니페스트를 읽었어요. 줄 번호는 바꾼 뒤 파일의 줄이에요.',
    diffs: 'diff가 더하는 파일들을 함께 읽었어요. 줄 번호는 붙여 넣은 글의 줄이에요.',
  },
  onlyPart: '파일의 일부일 수 있어서, 보이는 줄만 살펴봤어요.',
  atLine: (line, path) => `${line}번째 줄${path === '' ? '' : ` · ${path}`}`,
  moreValues: (count) => `그 밖에 정한 것이 ${count}가지 더 있어요.`,
  moreObjects: (count) => `이 밖에 오브젝트가 ${count}개 더 있어요.`,
  moreFindings: (count) =>
    `이것 말고도 ${nativeCount(count, '군데')} 더 있어요. 먼저 이것부터 고치고 다시 물어봐 주세요.`,

  notSure: '딱 이거라고 장담은 못 해요. 찾던 것이 아니면 아래에서 골라 주세요.',
  whichOne: '어떤 개념 이야기인가요?',
  whichOneHint: '개념 이름을 넣어서 한 번 더 물어봐 주세요. 예를 들면 이렇게요.',

  textGone: (lookUp) => `이 글은 이제 없어요. 수업 내용이 바뀌었나 봐요. ${slash(lookUp, '으로/로')} 다시 찾아보세요.`,
};

const en: LookupText = {
  readOn: (page, of) => `Read on (${page}/${of})`,
  quizOnSection: 'Quiz me on this',
  isReadable: (name) => !hasSyllables(name),
  alsoCalled: 'Also called',
  taughtIn: 'In the chapter',
  moreOn: (title) => `More on ${title}`,
  howTheyDiffer: 'How they differ',
  guessed: (titles) => `I take you to mean “${titles.join(', ')}”. If you meant something else, ask by its name.`,
  without: (strangers, titles) =>
    `${strangers.map((one) => `‘${literalLine(one)}’`).join(', ')} ${strangers.length > 1 ? 'are' : 'is'} not taught in this course, so here is ${titles.join(' and ')} alone.`,
  noDifference:
    'Nobody has written down yet when which is used. Look at each of them below, and ask your instructor in class.',

  didYouMean: 'Did you mean one of these?',
  noExactMatch: 'I found no exact match. Pick one below, or ask again in other words.',
  unknown: 'I do not know that one yet',
  tryThese: 'I only know what our course teaches. Try one of these:',
  tryOneWord: (line) => `Ask with one word: ${slash(line)}`,
  tryDescription: (line) => `Ask in your own words: ${slash(line)}`,
  tryCard: `See today’s concept: ${slash('card')}`,
  todaysConcept: "Today's concept",
  quiz: 'Quiz me',
  lessonHas: 'The contents show its sections and concepts.',
  seeLesson: 'See sections and concepts',

  meaning: 'What it means',
  lookFirst: 'Look here first',
  ifWrongAllTheSame: 'If something is wrong all the same',
  looksWell: 'This looks fine',
  mending: 'How to mend it',
  lookNext: 'What to look at next',
  tellingLine: 'This line decides:',
  alsoPossible: 'Or is it one of these?',
  aboutTerm: (title) => `About ${title}`,
  showExample: 'Show an example',
  exampleOf: (title) => `An example: ${title}`,
  docs: 'Official documentation',
  cardFoot: '🍱 Dosirak concept card',

  examined: (errors, warnings) =>
    errors > 0
      ? `❌ ${errors + warnings} to mend`
      : warnings > 0
        ? `⚠️ ${warnings} to look at`
        : '✅ I found nothing wrong',
  makes: 'What it makes',
  readAs: {
    numbered: 'I took the numbers before the lines away to read it; the lines below are told by these numbers.',
    diff: 'I left out the lines that the diff removes (`-`), and read the manifest as it is afterwards. Lines are counted in that file.',
    diffs: 'I read the files that the diff adds together. Lines are counted in what you pasted.',
  },
  onlyPart: 'It may be a part of the file, so I only looked at the lines that are there.',
  atLine: (line, path) => `Line ${line}${path === '' ? '' : ` · ${path}`}`,
  moreValues: (count) => `It sets ${count} more ${count === 1 ? 'thing' : 'things'}.`,
  moreObjects: (count) => `There ${count === 1 ? 'is one more object' : `are ${count} more objects`}.`,
  moreFindings: (count) => `There ${count === 1 ? 'is one' : `are ${count}`} more. Mend these first, then ask again.`,

  notSure: 'I am not sure that this is it. If not, pick one below.',
  whichOne: 'Which concept do you mean?',
  whichOneHint: 'Ask again with its name, like this:',

  textGone: (lookUp) => `This text is gone; the course has changed. Look it up again with ${slash(lookUp)}.`,
};

export const text = localized({ ko, en });
