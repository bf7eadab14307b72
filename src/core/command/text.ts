import { oneLine } from '../../language/normalize.ts';
import { truncate } from '../../language/truncate.ts';
import { slash } from '../../markdown/slash.ts';
import { localized } from '../locale.ts';

/** All that people read of an input that is refused, and of what went wrong. Examples come with ` 예: …` in front. */
interface CommandText {
  button: string;
  bug(reference: string): string;
  tooLong(most: number): string;
  unknownCommand(name: string): string;
  /** With a button for the command that may have been meant. */
  didYouMean(name: string): string;
  nameAnAction(command: string, actions: readonly { name: string; summary: string }[]): string;
  /** `more`: a hint and examples, each after a space. */
  missing(command: string, option: string, more: string): string;
  nothingFollows(command: string, words: string): string;
  /** `lines` as they may be typed instead. */
  notUnderstood(words: string, lines: readonly string[]): string;
  /** Titles of which one may be typed; `what` they are. */
  choicesAre(what: string, titles: readonly string[]): string;
  /** Of an option that the platform still offers: it has an older declaration. */
  noSuchOption(command: string, words: string): string;
  examples(lines: readonly string[]): string;
  outOfRange(option: string, min: number, max: number): string;
  noChoice(option: string, choices: readonly string[]): string;
  wrongForm(option: string, example: string): string;
  channelExample: string;
  personExample: string;
  cannotShare: string;
  /** `most` in bytes. */
  fileTooLarge(name: string, most: number): string;
  fileUnavailable(name: string): string;
  noText(name: string): string;
  emptyFile(name: string): string;
  /** Of a message that is handed over. */
  nothingSaid: string;
}

const megabytes = (bytes: number): string => `${Math.floor(bytes / 1024 ** 2)}MB`;
/** A file's name in a sentence; its sender's own words, cut. */
const named = (file: string): string => truncate(oneLine(file).replaceAll('`', ''), 60);
/** What is no command. */
const code = (line: string): string => `\`/${line}\``;
const listed = (command: string, actions: readonly { name: string; summary: string }[]): string =>
  actions.map(({ name, summary }) => `- ${slash(`${command} ${name}`)} ${summary}`).join('\n');

const ko: CommandText = {
  button: '버튼',
  bug: (reference) =>
    `앗, 도시락 안에서 문제가 생겼어요. 잠시 뒤에 다시 해 보고, 또 그러면 선생님께 이 번호를 알려 주세요: \`${reference}\``,
  tooLong: (most) =>
    `너무 길어서 읽지 못했어요. 글은 ${most.toLocaleString('en')}자까지 읽을 수 있으니, 꼭 필요한 부분만 남겨 다시 보내 주세요. Discord와 Slack에서는 파일로 올려도 돼요.`,
  unknownCommand: (name) =>
    `${code(name)} 명령은 없어요. ${slash('dosirak', '을/를')} 입력하면 할 수 있는 일을 볼 수 있어요.`,
  didYouMean: (name) =>
    `${code(name)} 명령은 없어요. 혹시 이 명령인가요? 아니라면 ${slash('dosirak')}에서 골라 보세요.`,
  nameAnAction: (command, actions) => `\`/${command}\` 뒤에는 이 중 하나를 적어 주세요.\n\n${listed(command, actions)}`,
  missing: (command, option, more) => `${slash(command)}에는 내용을 적어 주세요(${option}).${more}`,
  nothingFollows: (command, words) =>
    `${slash(command)} 뒤에는 다른 말을 붙이지 않아요. ‘${words}’ 없이 ${slash(command)}만 입력해 주세요.`,
  notUnderstood: (words, lines) =>
    `‘${words}’ 부분을 알아듣지 못했어요. ${lines.map((line) => slash(line)).join(', ')}처럼 적어 주세요.`,
  choicesAre: (what, titles) => `${what}: ${titles.map((title) => `‘${title}’`).join(', ')}`,
  noSuchOption: (command, words) =>
    `‘${words}’ 칸은 이제 쓰지 않아요. 명령을 다시 입력하면 지금 쓰는 칸이 보여요: ${slash(command)}`,
  examples: (lines) => ` 예: ${lines.map((line) => slash(line)).join(', ')}`,
  outOfRange: (option, min, max) =>
    min === max ? `${option}: ${min}만 적을 수 있어요.` : `${option}: ${min}부터 ${max}까지의 숫자로 적어 주세요.`,
  noChoice: (option, choices) => `${option}: 이 중 하나를 적어 주세요: ${choices.join(', ')}`,
  wrongForm: (option, example) => `${option}: 이렇게 적어 주세요. 예: ${example}`,
  channelExample: '`#일반`',
  personExample: '`@민수`',
  cannotShare: '이건 이제 공유할 수 없어요. 수업 내용이 바뀌었나 봐요. 다시 찾아보세요.',
  fileTooLarge: (name, most) =>
    `‘${named(name)}’ 파일이 너무 커서 읽지 못했어요. ${megabytes(most)}까지 읽을 수 있으니, 필요한 부분만 남겨 다시 올려 주세요.`,
  fileUnavailable: (name) =>
    `‘${named(name)}’ 파일을 받아 오지 못했어요. 다시 올리거나, 내용을 복사해 붙여 넣어 주세요.`,
  noText: (name) => `‘${named(name)}’ 파일은 글로 읽을 수 없어요. 텍스트 파일(UTF-8)로 저장해 다시 올려 주세요.`,
  emptyFile: (name) => `‘${named(name)}’ 파일이 비어 있어요. 내용이 있는 파일을 올려 주세요.`,
  nothingSaid: '이 메시지에는 읽을 수 있는 글이 없어요. 그림 속 글자는 읽지 못하니, 글로 복사해 붙여 넣어 주세요.',
};

const en: CommandText = {
  button: 'Button',
  bug: (reference) =>
    `Something went wrong inside Dosirak. Try again in a moment; if it happens again, tell your instructor this number: \`${reference}\``,
  tooLong: (most) =>
    `That is too long for me to read: I read up to ${most.toLocaleString('en')} characters. Please shorten it and send it again. On Discord and Slack you can also upload it as a file.`,
  unknownCommand: (name) => `There is no command ${code(name)}. Type ${slash('dosirak')} to see what I can do.`,
  didYouMean: (name) =>
    `There is no command ${code(name)}. Did you mean this one? If not, look at ${slash('dosirak')}.`,
  nameAnAction: (command, actions) => `After ${code(command)} write one of these.\n\n${listed(command, actions)}`,
  missing: (command, option, more) => `${slash(command)} needs some more (${option}).${more}`,
  nothingFollows: (command, words) =>
    `Nothing goes after ${slash(command)}. Type ${slash(command)} alone, without ‘${words}’.`,
  notUnderstood: (words, lines) =>
    `I do not understand ‘${words}’. Write it like ${lines.map((line) => slash(line)).join(', ')}.`,
  choicesAre: (what, titles) => `Choose a ${what}: ${titles.map((title) => `“${title}”`).join(', ')}.`,
  noSuchOption: (command, words) =>
    `‘${words}’ is no longer an option. Type ${slash(command)} anew to see those that there are.`,
  examples: (lines) => ` For example: ${lines.map((line) => slash(line)).join(', ')}`,
  outOfRange: (option, min, max) => `${option}: give a number from ${min} to ${max}.`,
  noChoice: (option, choices) => `${option}: write one of these: ${choices.join(', ')}`,
  wrongForm: (option, example) => `${option}: write it like this: ${example}`,
  channelExample: '`#general`',
  personExample: '`@minsu`',
  cannotShare: 'This can no longer be shared; the course has changed. Please look it up again.',
  fileTooLarge: (name, most) =>
    `The file ‘${named(name)}’ is too large for me to read. I read up to ${megabytes(most)}: please keep what matters and upload it again.`,
  fileUnavailable: (name) =>
    `I could not fetch the file ‘${named(name)}’. Please upload it again, or copy and paste what it says.`,
  noText: (name) =>
    `I cannot read the file ‘${named(name)}’ as text. Please save it as a text file (UTF-8) and upload it again.`,
  emptyFile: (name) => `The file ‘${named(name)}’ is empty. Please upload one that says something.`,
  nothingSaid:
    'There is no text that I can read in this message. I cannot read pictures; please paste the text itself.',
};

export const text = localized({ ko, en });
