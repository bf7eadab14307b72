import { otherLayout } from '../../language/hangul.ts';
import { UserError } from '../errors.ts';
import type { Locale } from '../locale.ts';
import type { Reply } from '../reply/blocks.ts';
import { type Action, type Caller, type Command, isTyped } from './command.ts';
import { parseArgs } from './parse-line.ts';

/** The action that a word names, and its own name: `setup`, `설정`, or `ㄴㄷ셔ㅔ` in the other keyboard layout. */
export function actionOf(word: string, { actions }: Command): readonly [name: string, action: Action] | undefined {
  if (actions === undefined) return undefined;
  const all = Object.entries(actions);
  const find = (one: string) => all.find(([name, { korean }]) => one === name || one === korean);
  return find(word) ?? find(otherLayout(word) ?? '');
}

function whichOne({ name, actions = {} }: Command): UserError {
  const list = (locale: Locale): string =>
    Object.entries(actions)
      .map(([action, { summary }]) => `- \`/${name} ${action}\` ${summary[locale]}`)
      .join('\n');
  return new UserError({
    ko: `\`/${name}\` 뒤에는 이 가운데 하나를 적어 주세요.\n\n${list('ko')}`,
    en: `After \`/${name}\` write one of these.\n\n${list('en')}`,
  });
}

/**
 * Do the words after a command's name say something to it: nothing at all, an action, or anything where it has options?
 * What buttons say is always meant.
 */
export function hears(command: Command, text: string): boolean {
  if (text === '' || !isTyped(command)) return true;
  if (command.actions === undefined) return Object.keys(command.options).length > 0;
  return actionOf(text.split(' ')[0]?.toLowerCase() ?? '', command) !== undefined;
}

/**
 * Runs a command on the words after its name, as fold() leaves them.
 * @throws UserError for words that it cannot take, or that name none of its actions.
 */
export function runCommand(command: Command, text: string, caller: Caller): Reply | Promise<Reply> {
  const [first = '', ...rest] = text.split(' ');
  const [name, action] = actionOf(first.toLowerCase(), command) ?? [];
  if (name === undefined || action === undefined) {
    if (command.actions && text !== '') throw whichOne(command);
    return command.run(parseArgs(command, text), caller);
  }
  const names = [name, action.korean ?? name].map((one) => `${command.name} ${one}`);
  const examples = command.examples.filter(({ ko }) => names.some((one) => `${ko} `.startsWith(`${one} `)));
  const { usedBy } = command;
  const called = { name: `${command.name} ${name}`, usedBy, examples, options: action.options };
  return action.run(parseArgs(called, rest.join(' ')), caller);
}
