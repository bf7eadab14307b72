import type { Survey } from '../content/survey.ts';
import { localized } from '../core/locale.ts';
import { nativeCount } from '../language/native-count.ts';
import { plural, wordFor } from '../language/plural.ts';

/** All that people read of what `npm run …` has done. Mistakes in the configuration are told to operators in English. */
interface CliText {
  noFolder(folder: string): string;
  /** Parts of the content were left out at the start, since they have problems. */
  startedWithout(problems: number): string;
  /** What was read of the content. */
  checked(counts: { chapters: number; terms: number; questions: number; sets: number; problems: number }): string;
  /** What stands before what could be better. */
  hint: string;
  surveyed(survey: Survey): string;
  /** A set that is kept back, with so many questions; whoever can read the file reads them all the same. */
  keptBack(title: string, questions: number): string;
  noIdsWritten: string;
  idsWritten(ids: number, files: number): string;
  /** Files that have problems, so that no ids were written into them. */
  leftAsTheyAre(files: number): string;
  /** What a course has learned of, and where it was written; `others`: questions on other subjects. */
  learned(of: { title: string; phrases: number; asked: number; others: number; file: string }): string;
  /** The small print of a card. */
  card: string;
  cardsDrawn(cards: number, folder: string): string;
  backedUp(file: string): string;
  shardsConnected(processes: number): string;
  // Where the page is, beside a chat at the terminal.
  page(url: string): string;
  portTaken(asked: number, port: number): string;
  instructorLink(url: string): string;
  anybody: string;
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

const ko: CliText = {
  noFolder: (folder) => `${folder} 폴더가 없어요. 경로를 확인해 주세요.`,
  startedWithout: (problems) =>
    `수업 내용에 고칠 곳이 ${nativeCount(problems, '군데')} 있어서 그 부분은 빼고 시작해요. npm run content:check로 확인해 주세요.`,
  checked: ({ chapters, terms, questions, sets, problems }) =>
    `장 ${chapters}개, 용어 ${terms}개, 문제 ${questions}개, 문제집 ${sets}개를 읽었고, 고칠 곳은 ${problems}군데예요.`,
  hint: '힌트: ',
  surveyed: ({ questions, practical, guess, types, levels, longest }) =>
    [
      `문제 ${questions}개 가운데 실습 ${percent(practical)}, 찍어서 맞힐 확률 ${percent(guess)}`,
      `유형: ${types.map(([type, count]) => `${type} ${count}개(${percent(count / questions)})`).join(', ')}`,
      ...(levels.length > 0 ? [`난이도 1·2·3: ${levels.join('·')}개`] : []),
      `맞는 것 하나를 고를 때 그것이 가장 긴 문제 ${percent(longest.right)}(우연이면 ${percent(longest.chance)})`,
    ].join('. '),
  keptBack: (title, questions) =>
    `‘${title}’ 문제집의 문제 ${questions}개는 선생님이 열기 전에는 학생에게 나오지 않아요. 다만 공개 저장소에 올린 파일은 누구나 읽을 수 있으니, 시험 문제는 공개하지 않는 폴더에 두세요.`,
  noIdsWritten: '새로 적은 id는 없어요.',
  idsWritten: (ids, files) => `파일 ${files}개에 문제 id ${ids}개를 적었어요.`,
  leftAsTheyAre: (files) => `고칠 곳이 있는 파일 ${files}개는 그대로 두었어요. 고친 다음 다시 실행해 주세요.`,
  learned: ({ title, phrases, asked, others, file }) =>
    `‘${title}’ 수업의 글 ${phrases}개와 사람들이 물은 말 ${asked}개${others === 0 ? '' : `, 다른 주제의 물음 ${others}개`}로 배운 것을 ${file}에 적었어요.`,
  card: '개념 카드',
  cardsDrawn: (cards, folder) => `${folder}에 카드 그림 ${cards}장을 그렸어요.`,
  backedUp: (file) => `${file}에 백업했어요.`,
  shardsConnected: (processes) => `Discord에 프로세스 ${processes}개로 접속했어요(샤드마다 하나).`,
  page: (url) => `브라우저에서도 쓸 수 있어요: ${url}`,
  portTaken: (asked, port) => `${asked}번 포트는 다른 프로그램이 쓰고 있어서 ${port}번으로 열었어요.`,
  instructorLink: (url) => `선생님 화면을 여는 링크(10분 안에 한 번): ${url}`,
  anybody: '휴대폰으로 이 QR 코드를 찍어 보세요. 같은 와이파이에 있으면 누구나 들어올 수 있어요.',
};

const en: CliText = {
  noFolder: (folder) => `there is no folder ${folder}`,
  startedWithout: (problems) =>
    `${plural(problems, 'problem')} in the content; those parts are left out. See npm run content:check.`,
  checked: ({ chapters, terms, questions, sets, problems }) =>
    [
      [plural(chapters, 'chapter'), plural(terms, 'term'), plural(questions, 'question'), plural(sets, 'set')].join(
        ', ',
      ),
      `${plural(problems, 'problem')}.`,
    ].join('; '),
  hint: 'Hint: ',
  surveyed: ({ questions, practical, guess, types, levels, longest }) =>
    [
      `Of ${plural(questions, 'question')}, ${percent(practical)} are practical and ${percent(guess)} can be guessed`,
      `Types: ${types.map(([type, count]) => `${type} ${count} (${percent(count / questions)})`).join(', ')}`,
      ...(levels.length > 0 ? [`Levels 1/2/3: ${levels.join('/')}`] : []),
      `Where one option is right, it is the longest in ${percent(longest.right)} (by chance ${percent(longest.chance)})`,
    ].join('. '),
  keptBack: (title, questions) =>
    `The ${plural(questions, 'question')} of “${title}” ${wordFor(questions, 'comes', 'come')} to no student until an instructor opens the set. But what stands in a public repository is public: keep exams in a folder that is not.`,
  noIdsWritten: 'No ids were written.',
  idsWritten: (ids, files) => `Wrote ${plural(ids, 'id')} into ${plural(files, 'file')}.`,
  leftAsTheyAre: (files) =>
    `Left ${plural(files, 'file')} with problems as ${wordFor(files, 'it is', 'they are')}; fix ${wordFor(files, 'it', 'them')} and run this again.`,
  learned: ({ title, phrases, asked, others, file }) =>
    `“${title}” learned from ${plural(phrases, 'phrase')} of its own and ${plural(asked, 'question')} that people asked${others === 0 ? '' : `, and from ${others} on other subjects`}; it stands in ${file}.`,
  card: 'Concept card',
  cardsDrawn: (cards, folder) => `Drew ${plural(cards, 'card')} in ${folder}.`,
  backedUp: (file) => `The backup is in ${file}.`,
  shardsConnected: (processes) =>
    `Connected to Discord with ${plural(processes, 'process', 'processes')}, one per shard.`,
  page: (url) => `Also in your browser: ${url}`,
  portTaken: (asked, port) => `Another program uses port ${asked}, so the page is on ${port}.`,
  instructorLink: (url) => `Link to the instructor’s page (once, within ten minutes): ${url}`,
  anybody: 'Scan this QR code with a phone. Anybody on the same Wi-Fi can come in.',
};

export const text = localized({ ko, en });
