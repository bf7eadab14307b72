import { localized } from '../locale.ts';

/** All that people read of an input that is refused, and of what went wrong. Examples come with ` 예: …` in front. */
interface CommandText {
  button: string;
  bug(reference: string): string;
  tooLong(most: number): string;
  unknownCommand(name: string): string;
  nameAnAction(command: string, actions: readonly { name: string; summary: string }[]): string;
  missing(command: string, option: string, examples: string): string;
  nothingFollows(command: string, words: string): string;
  notUnderstood(words: string, usage: string, examples: string): string;
  examples(lines: readonly string[]): string;
  outOfRange(option: string, min: number, max: number): string;
  noChoice(option: string, choices: readonly string[]): string;
  wrongForm(option: string, example: string): string;
  channelExample: string;
  personExample: string;
  cannotShare: string;
}

const code = (line: string): string => `\`/${line}\``;
const listed = (command: string, actions: readonly { name: string; summary: string }[]): string =>
  actions.map(({ name, summary }) => `- ${code(`${command} ${name}`)} ${summary}`).join('\n');

const ko: CommandText = {
  button: '버튼',
  bug: (reference) =>
    `앗, 도시락 안에서 문제가 생겼어요. 잠시 뒤에 다시 해 보고, 또 그러면 선생님께 이 번호를 알려 주세요: \`${reference}\``,
  tooLong: (most) =>
    `너무 길어서 읽지 못했어요. 명령 이름을 포함해 ${most.toLocaleString('en')}자까지 읽을 수 있으니, 꼭 필요한 부분만 남겨 다시 보내 주세요.`,
  unknownCommand: (name) => `${code(name)} 명령은 없어요. \`/dosirak\`을 입력하면 할 수 있는 일을 모두 볼 수 있어요.`,
  nameAnAction: (command, actions) =>
    `${code(command)} 뒤에는 이 중 하나를 적어 주세요.\n\n${listed(command, actions)}`,
  missing: (command, option, examples) => `${code(command)} 뒤에 내용을 적어 주세요(${option}).${examples}`,
  nothingFollows: (command, words) =>
    `${code(command)} 뒤에는 다른 말을 붙이지 않아요. ‘${words}’ 없이 ${code(command)}만 입력해 주세요.`,
  notUnderstood: (words, usage, examples) =>
    `‘${words}’ 부분을 알아듣지 못했어요. \`${usage}\`처럼 적어 주세요.${examples}`,
  examples: (lines) => ` 예: ${lines.map(code).join(', ')}`,
  outOfRange: (option, min, max) => `${option}: ${min}부터 ${max}까지의 숫자로 적어 주세요.`,
  noChoice: (option, choices) => `${option}: 이 중 하나를 적어 주세요: ${choices.join(', ')}`,
  wrongForm: (option, example) => `${option}: 이렇게 적어 주세요. 예: ${example}`,
  channelExample: '`#일반`',
  personExample: '`@민수`',
  cannotShare: '이건 이제 공유할 수 없어요. 수업 내용이 바뀌었나 봐요. `/k8s`로 다시 찾아보세요.',
};

const en: CommandText = {
  button: 'Button',
  bug: (reference) =>
    `Something went wrong inside Dosirak. Try again in a moment; if it happens again, tell your instructor this number: \`${reference}\``,
  tooLong: (most) =>
    `That is too long for me to read: up to ${most.toLocaleString('en')} characters, the command's name included. Please shorten it and send it again.`,
  unknownCommand: (name) => `There is no command ${code(name)}. Type \`/dosirak\` to see everything I can do.`,
  nameAnAction: (command, actions) => `After ${code(command)} write one of these.\n\n${listed(command, actions)}`,
  missing: (command, option, examples) => `Write something after ${code(command)} (${option}).${examples}`,
  nothingFollows: (command, words) =>
    `Nothing goes after ${code(command)}. Type ${code(command)} alone, without ‘${words}’.`,
  notUnderstood: (words, usage, examples) => `I do not understand ‘${words}’. Write it like \`${usage}\`.${examples}`,
  examples: (lines) => ` For example: ${lines.map(code).join(', ')}`,
  outOfRange: (option, min, max) => `${option}: give a number from ${min} to ${max}.`,
  noChoice: (option, choices) => `${option}: write one of these: ${choices.join(', ')}`,
  wrongForm: (option, example) => `${option}: write it like this: ${example}`,
  channelExample: '`#general`',
  personExample: '`@minsu`',
  cannotShare: 'This can no longer be shared; the course has changed. Look it up again with `/k8s`.',
};

export const text = localized({ ko, en });
