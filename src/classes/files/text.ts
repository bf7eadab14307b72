import { localized } from '../../core/locale.ts';
import { nativeCount } from '../../language/native-count.ts';
import { plural } from '../../language/plural.ts';

/** What instructors read of the files of their course. */
interface FilesText {
  toMend: string;
  nothingToMend: string;
  /** What is taught until then, and that saving is enough. */
  meanwhile: string;
  /** Of more places than are listed. */
  more(places: number): string;
  /** Something was saved that the bot cannot change while it runs. */
  nextStart: string;
  /** Without their slashes: how the command that looks things up is called now, and in the files. */
  newCommand(now: string, next: string): string;
  // At a terminal, whose instructor is the author.
  readAgain: string;
}

const ko: FilesText = {
  toMend: '수업 파일에 고칠 곳이 있어요',
  nothingToMend: '✅ 수업 파일에 고칠 곳이 없어요.',
  meanwhile:
    '고칠 때까지는 잘못된 곳만 빼고 가르쳐요. 아예 읽을 수 없는 파일은, 전에 읽은 내용이 있으면 그 내용으로 가르쳐요. 고쳐서 저장하면 바로 다시 읽어요.',
  more: (places) => `이 밖에 ${nativeCount(places, '군데')} 더 있어요. \`npm run content:check\`로 모두 볼 수 있어요.`,
  nextStart: '봇을 다시 시작해야 바뀌는 것이 있어요',
  newCommand: (now, next) =>
    `command: 새 이름(/${next})은 봇을 다시 시작한 뒤부터 쓸 수 있어요. 그때까지는 지금 이름(/${now})을 써 주세요.`,
  readAgain: '🔄 저장한 수업 내용을 새로 읽었어요.',
};

const en: FilesText = {
  toMend: 'The course’s files need corrections',
  nothingToMend: '✅ The course’s files need no corrections.',
  meanwhile:
    'Until then only the parts that are wrong are left out. A file that cannot be read at all is taught as it was read before, if it was. Save the corrected file, and it is read again at once.',
  more: (places) =>
    `There ${places === 1 ? 'is' : 'are'} ${plural(places, 'more place', 'more places')}. \`npm run content:check\` shows all of them.`,
  nextStart: 'Some changes wait until the bot is started again',
  newCommand: (now, next) =>
    `command: the new name (/${next}) works once the bot has been started again. Until then use the present one (/${now}).`,
  readAgain: '🔄 The saved content was read again.',
};

export const text = localized({ ko, en });
