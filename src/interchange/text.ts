import { localized } from '../core/locale.ts';
import { plural } from '../language/plural.ts';
import { withParticle } from '../language/with-particle.ts';
import type { ExchangedKind } from '../questions/exchange.ts';
import type { Medium } from './html.ts';
import type { LeftOutKind } from './left-out.ts';

/** All that people read of what comes from other programs and goes to them. */
interface InterchangeText {
  // Why nothing of a file can be read.
  cannotOpen(why: string): string;
  tooLarge(megabytes: number): string;
  empty: string;
  notText: string;
  unknownFormat: string;
  brokenArchive: string;
  bomb: string;
  unknownArchive: string;
  brokenCollection: string;
  // Why something in it is not taken.
  braces: string;
  description: string;
  essay: string;
  noRight: string;
  noPair: string;
  noNumber(said: string): string;
  noOption(said: string): string;
  noAsk: string;
  noTitle: string;
  noDefinition: string;
  longTitle(most: number): string;
  longText: string;
  openQuote: string;
  unknownKind(kind: string): string;
  unknownColumn(heading: string): string;
  nestedBlanks: string;
  noType: Readonly<Record<ExchangedKind, string>>;
  tooMany(most: number): string;
  /** `line`: of the other one, in the same file. */
  sameTerm(title: string, line: number): string;
  termInFolder(title: string, file: string): string;
  sameQuestion(line: number): string;
  questionInFolder(file: string): string;
  // What is left of something that is taken.
  left: Readonly<Record<Medium, string>>;
  partMarks(answer: string, percent: number): string;
  anyRight: string;
  wildcard(answer: string): string;
  catchAll: string;
  longWhy(most: number): string;
  // What is written into files, for students.
  answerIs(solution: string): string;
  topicDefinition(topic: string, questions: number): string;
  topicBody(topic: string): string;
  // What was done.
  imported(counts: { files: number; terms: number; questions: number; folder: string }): string;
  importedNothing: string;
  lostSome(places: number): string;
  /** Some questions have the right answer alone as their why. */
  unexplained(questions: number): string;
  /** What to do next, a line each; `path`: the folder as a shell takes it. */
  next(path: string): readonly string[];
  folderExists(folder: string): string;
  exported(counts: { file: string; terms: number; questions: number }): string;
  /** Of a course in two languages only the reader's has been written. */
  inOneLanguage: string;
  leftOut: Readonly<Record<LeftOutKind, (count: number) => string>>;
}

/** `용어 3개, 문제 12개`; what there is none of is not named. */
const countsInWords = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([noun, count]) => `${noun} ${count}개`)
    .join(', ');

const ko: InterchangeText = {
  cannotOpen: (why) => `파일을 열 수 없어요: ${why}`,
  tooLarge: (megabytes) => `파일이 ${megabytes}MB보다 커요. 나눠서 가져와 주세요.`,
  empty: '파일이 비어 있어요.',
  notText: '글자를 읽을 수 없어요. UTF-8로 저장해서 다시 가져와 주세요(UTF-16, CP949도 읽어요).',
  unknownFormat:
    '어떤 형식인지 알 수 없어요. GIFT(.gift, .txt), Anki(.txt, .apkg), CSV, TSV(Quizlet), Kahoot(.xlsx) 파일을 가져올 수 있어요.',
  brokenArchive: '압축 파일이 깨졌거나, 파일 이름이 압축 밖을 가리키고 있어서 열지 않았어요.',
  bomb: '압축을 풀면 지나치게 커지는 파일이라서 열지 않았어요.',
  unknownArchive: 'Anki 덱(.apkg)도 엑셀 파일(.xlsx)도 아니에요.',
  brokenCollection: 'Anki 덱의 내용을 읽을 수 없어요. Anki에서 다시 내보내 주세요.',
  braces: '{ }가 하나뿐이거나, 짝이 맞지 않거나, 한 문제에 두 번 나와요. 글자로 쓰려면 \\{ \\}로 적어 주세요.',
  description: '답이 없는 안내문이라서 문제로 옮기지 않았어요.',
  essay: '길게 쓰는 문제는 저절로 채점할 수 없어서 옮기지 않았어요.',
  noRight: '맞는 답이 없어서 옮기지 않았어요.',
  noPair: '짝을 지을 ->가 없는 답이 있어서 옮기지 않았어요.',
  noNumber: (said) => `${withParticle(`‘${said}’`, '은/는')} 숫자로 읽을 수 없어서 답에서 뺐어요.`,
  noOption: (said) =>
    said === ''
      ? '맞는 답이 몇 번인지 적혀 있지 않아서 옮기지 않았어요.'
      : `맞는 답이 ‘${said}’인데, 그런 보기가 없어서 옮기지 않았어요.`,
  noAsk: '묻는 말이 없어서 옮기지 않았어요.',
  noTitle: '용어가 비어 있어서 옮기지 않았어요.',
  noDefinition: '뜻이 비어 있어서 옮기지 않았어요.',
  longTitle: (most) => `용어가 너무 길어서 옮기지 않았어요. ${most}자까지 쓸 수 있어요.`,
  longText: '글이 너무 길거나 기호가 너무 많아서 옮기지 않았어요.',
  openQuote: '여기에서 연 큰따옴표(")가 닫히지 않아서, 이 줄부터 끝까지 옮기지 못했어요.',
  unknownKind: (kind) => `kind가 ‘${kind}’인 줄은 모르는 종류라서 옮기지 않았어요.`,
  unknownColumn: (heading) => `‘${heading}’ 칸은 무엇인지 몰라서 옮기지 않았어요.`,
  nestedBlanks: '빈칸 안에 빈칸이 있어서 옮기지 않았어요.',
  noType: {
    options: '고르는 문제인데 맞는 답이 하나가 아니라서 옮기지 않았어요.',
    truth: '맞고 틀림을 고르는 문제는 옮길 수 없어요.',
    words: '짧게 쓰는 문제는 옮길 수 없어요.',
    amounts: '맞는 수가 여러 범위라서 옮기지 않았어요.',
    pairs: '짝을 맞추는 문제는 옮길 수 없어요.',
    blanks: '빈칸을 채우는 문제는 옮길 수 없어요.',
    steps: '순서를 맞추는 문제는 옮길 수 없어요.',
  },
  tooMany: (most) => `한 번에 ${most.toLocaleString('ko')}개까지만 옮겨요. 여기부터는 파일을 나눠서 가져와 주세요.`,
  sameTerm: (title, line) =>
    `${withParticle(`‘${title}’`, '은/는')} ${line}번째 줄의 용어와 이름이 같아서 옮기지 않았어요.`,
  termInFolder: (title, file) => `${withParticle(`‘${title}’`, '은/는')} ${file} 파일에 이미 있어서 옮기지 않았어요.`,
  sameQuestion: (line) => `${line}번째 줄의 문제와 똑같아서 옮기지 않았어요.`,
  questionInFolder: (file) => `${file} 파일에 똑같은 문제가 이미 있어서 옮기지 않았어요.`,
  left: {
    picture: '그림은 옮기지 못했어요. 글만 옮겼어요.',
    sound: '소리는 옮기지 못했어요. 글만 옮겼어요.',
  },
  partMarks: (answer, percent) => `‘${answer}’의 부분 점수 ${percent}%는 옮길 수 없어서 틀린 답으로 두었어요.`,
  anyRight: '맞는 답 가운데 하나만 골라도 되던 문제인데, 모두 골라야 맞는 문제로 바꾸었어요.',
  wildcard: (answer) =>
    `${withParticle(`‘${answer}’`, '은/는')} 아무 글자나 뜻하는 *가 들어 있어서 맞는 답에서 뺐어요.`,
  catchAll: '틀린 답 모두에 보여 주던 말은 옮기지 않았어요.',
  longWhy: (most) => `해설이 너무 길어서 ${most.toLocaleString('ko')}자까지만 옮겼어요.`,
  answerIs: (solution) => `정답: ${solution}`,
  topicDefinition: (topic, questions) => `‘${topic}’ 문제 ${questions}개를 모아 두었어요.`,
  topicBody: (topic) => `문제를 풀면서 ‘${topic}’의 내용을 익혀요.`,
  imported: ({ files, terms, questions, folder }) =>
    `${folder}에 파일 ${files}개를 만들었어요(${countsInWords({ 용어: terms, 문제: questions })}).`,
  importedNothing: '옮긴 것이 없어서 파일을 만들지 않았어요.',
  lostSome: (places) => `옮기지 못한 것이 ${places}군데 있어요. 줄 번호와 이유를 위에 적었어요.`,
  unexplained: (questions) =>
    `문제 ${questions}개에는 해설이 없어서 정답만 적어 두었어요. 나중에 파일의 why에 이유를 적어 주세요.`,
  next: (path) => [
    `읽어 보고 고친 다음 확인하기: npm run content:check -- ${path}`,
    `이 내용으로 시작하기: CONTENT_DIR=${path} npm start`,
  ],
  folderExists: (folder) => `${folder} 폴더가 이미 있어요. 거기에 더하려면 폴더를 파일 이름 뒤에 적어 주세요.`,
  exported: ({ file, terms, questions }) =>
    `${file}에 ${terms > 0 ? `용어 ${terms}개와 ` : ''}문제 ${questions}개를 적었어요.`,
  inOneLanguage: '한국어로 적은 것만 담았어요. 영어로 내보내려면 앞에 DOSIRAK_LOCALE=en을 붙여 주세요.',
  leftOut: {
    definitions: (count) => `용어 ${count}개의 설명은 이 형식에 담을 수 없어서 뺐어요.`,
    units: (count) => `답이 수인 문제 ${count}개의 단위는 이 형식에 담을 수 없어서 뺐어요.`,
    guides: (count) => `용어의 그림, 예제, 할 일, 오류 메시지 ${count}개는 이 형식에 담을 수 없어서 뺐어요.`,
    arrows: (count) => `답에 ->가 든 문제 ${count}개는 이 형식에서 다르게 읽혀서 뺐어요.`,
    untold: (count) => `다른 프로그램에 없는 유형의 문제 ${count}개를 뺐어요.`,
    options: (count) => `고르는 문제 ${count}개는 이 형식에 담을 수 없어서 뺐어요.`,
    truth: (count) => `맞고 틀림을 고르는 문제 ${count}개는 이 형식에 담을 수 없어서 뺐어요.`,
    words: (count) => `짧게 쓰는 문제 ${count}개는 이 형식에 담을 수 없어서 뺐어요.`,
    amounts: (count) => `답이 수인 문제 ${count}개는 이 형식에 담을 수 없어서 뺐어요.`,
    pairs: (count) => `짝을 맞추는 문제 ${count}개는 이 형식에 담을 수 없어서 뺐어요.`,
    nearest: (count) => `가장 가까운 수를 겨루는 문제 ${count}개는 범위 안의 수를 맞히는 문제로 적었어요.`,
    blanks: (count) => `빈칸이 여럿인 문제 ${count}개는 이 형식에 담을 수 없어서 뺐어요.`,
    steps: (count) => `순서를 맞추는 문제 ${count}개는 이 형식에 담을 수 없어서 뺐어요.`,
  },
};

const notHeld = (noun: string, many: string) => (count: number) =>
  `Left out ${plural(count, noun, many)}: the format has no such thing.`;

const en: InterchangeText = {
  cannotOpen: (why) => `The file cannot be opened: ${why}`,
  tooLarge: (megabytes) => `The file is over ${megabytes} MB. Split it.`,
  empty: 'The file is empty.',
  notText: 'Its letters cannot be read. Save it as UTF-8 (UTF-16 and CP949 are read, too).',
  unknownFormat:
    'I cannot tell what this is. I read GIFT (.gift, .txt), Anki (.txt, .apkg), CSV, TSV (Quizlet) and Kahoot (.xlsx).',
  brokenArchive: 'Not opened: the archive is broken, or a name in it leads out of it.',
  bomb: 'Not opened: unpacked, it would be far too large.',
  unknownArchive: 'This is neither an Anki deck (.apkg) nor a spreadsheet (.xlsx).',
  brokenCollection: 'The notes of this Anki deck cannot be read. Export it from Anki once more.',
  braces: 'Not taken: { } must stand once in a question, both of them. As text they are written \\{ \\}.',
  description: 'Not taken: it has no answers.',
  essay: 'Not taken: an essay cannot be graded by itself.',
  noRight: 'Not taken: it has no right answer.',
  noPair: 'Not taken: an answer has no -> that makes it a pair.',
  noNumber: (said) => `Left out the answer “${said}”: it is no number.`,
  noOption: (said) =>
    said === '' ? 'Not taken: it does not say which answer is right.' : `Not taken: there is no answer “${said}”.`,
  noAsk: 'Not taken: it asks nothing.',
  noTitle: 'Not taken: the term is empty.',
  noDefinition: 'Not taken: the definition is empty.',
  longTitle: (most) => `Not taken: the term is too long; at most ${most} characters.`,
  longText: 'Not taken: the text is too long, or has too many marks.',
  openQuote: 'The quote (") that opens here never closes: nothing from this line on was taken.',
  unknownKind: (kind) => `Not taken: there is no kind “${kind}”.`,
  unknownColumn: (heading) => `Not taken: the column “${heading}”, of which nothing is known.`,
  nestedBlanks: 'Not taken: a blank stands within a blank.',
  noType: {
    options: 'Not taken: there must be one right option.',
    truth: 'Not taken: true or false cannot be asked.',
    words: 'Not taken: a short answer cannot be asked.',
    amounts: 'Not taken: several ranges of numbers are right.',
    pairs: 'Not taken: matching cannot be asked.',
    blanks: 'Not taken: blanks cannot be asked.',
    steps: 'Not taken: an order cannot be asked.',
  },
  tooMany: (most) => `Not taken from here on: at most ${most.toLocaleString('en')} at a time. Split the file.`,
  sameTerm: (title, line) => `Not taken: “${title}” is called like the term on line ${line}.`,
  termInFolder: (title, file) => `Not taken: “${title}” is in ${file} already.`,
  sameQuestion: (line) => `Not taken: it is the same question as on line ${line}.`,
  questionInFolder: (file) => `Not taken: the same question is in ${file} already.`,
  left: {
    picture: 'A picture was left out; the text was taken.',
    sound: 'A sound was left out; the text was taken.',
  },
  partMarks: (answer, percent) => `“${answer}” counts as wrong now: its ${percent}% of the marks cannot be kept.`,
  anyRight: 'Any one of its right answers was enough; now all of them are to be picked.',
  wildcard: (answer) => `Left out the answer “${answer}”: its * stands for anything.`,
  catchAll: 'Left out what is said to every wrong answer.',
  longWhy: (most) => `Its feedback was cut to ${most.toLocaleString('en')} characters.`,
  answerIs: (solution) => `Answer: ${solution}`,
  topicDefinition: (topic, questions) => `${plural(questions, 'question')} on “${topic}”.`,
  topicBody: (topic) => `Practise “${topic}” by answering its questions.`,
  imported: ({ files, terms, questions, folder }) =>
    `Wrote ${plural(files, 'file')} into ${folder} (${[
      ...(terms > 0 ? [plural(terms, 'term')] : []),
      ...(questions > 0 ? [plural(questions, 'question')] : []),
    ].join(', ')}).`,
  importedNothing: 'Nothing was taken, so no file was written.',
  lostSome: (places) => `${plural(places, 'thing')} could not be taken; see the lines above.`,
  unexplained: (questions) =>
    `${plural(questions, 'question')} came without feedback and only tell the right answer; write the reason as why.`,
  next: (path) => [
    `Read and mend it, then check it: npm run content:check -- ${path}`,
    `Teach with it: CONTENT_DIR=${path} npm start`,
  ],
  folderExists: (folder) => `There is a folder ${folder} already. To add to it, name it behind the file.`,
  exported: ({ file, terms, questions }) =>
    `Wrote ${terms > 0 ? `${plural(terms, 'term')} and ` : ''}${plural(questions, 'question')} to ${file}.`,
  inOneLanguage: 'Only its English was written; for the Korean put DOSIRAK_LOCALE=ko in front.',
  leftOut: {
    definitions: (count) => `Left out the texts of ${plural(count, 'term')}: the format has no place for them.`,
    units: (count) => `Left out the units of ${plural(count, 'question')}: the format has no place for them.`,
    guides: (count) =>
      `Left out ${plural(count, 'diagram, example, task or sign', 'diagrams, examples, tasks and signs')}.`,
    arrows: (count) =>
      `Left out ${plural(count, 'question')} with -> in an answer: the format would read it otherwise.`,
    untold: (count) => `Left out ${plural(count, 'question')} of a type that other programs do not have.`,
    options: notHeld('question with options', 'questions with options'),
    truth: notHeld('question of true or false', 'questions of true or false'),
    words: notHeld('question with a short answer', 'questions with a short answer'),
    amounts: notHeld('question with a number', 'questions with a number'),
    pairs: notHeld('question with pairs', 'questions with pairs'),
    nearest: (count) => `Wrote ${plural(count, 'question')} for the nearest number as questions about a range.`,
    blanks: notHeld('question with several blanks', 'questions with several blanks'),
    steps: notHeld('question about an order', 'questions about an order'),
  },
};

export const text = localized({ ko, en });
