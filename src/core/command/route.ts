import { otherLayout } from '../../language/hangul.ts';
import { memoizePer } from '../../language/memoize.ts';
import { compact, normalize, splitFirstWord, withoutMargins } from '../../language/normalize.ts';
import type { Localized } from '../locale.ts';
import { type Action, type Command, isTyped } from './command.ts';
import type { SentFile } from './files.ts';
import { guessLine, splitCommand } from './guess.ts';
import { type Posted, valuesOf } from './posted.ts';
import { requested } from './spoken-request.ts';

/** What a platform has for an option, or, where its files are read, a command is given; nothing is checked yet. */
type Value<File> = string | number | boolean | File;
/** Values of options by the options' names. */
export type Values<File = SentFile> = Readonly<Record<string, Value<File>>>;

/** A command with typed options, as Discord's clients send it. */
export interface Invocation {
  command: string;
  action?: string;
  options: Values;
  /** A form sent it: where it is refused, the form is offered again with what was entered. */
  filled?: true;
}

/** A line that a file came with. */
interface LineWithFile {
  line: string;
  file: SentFile;
}

/** A message of somebody's, from whose menu the command with a `messageMenu` was chosen. */
interface FromMessage {
  message: Posted;
}

/** What people ask of the bot: a line, typed or of a button, perhaps with a file, a message, or an invocation. */
export type CommandInput = string | LineWithFile | FromMessage | Invocation;

/** What an input runs. */
export interface Found {
  command: Command;
  /** Of a command with actions, the one that is named, and its own name. */
  action?: readonly [name: string, action: Action];
  /** What is left for the options: words as they were typed, or values. */
  given: string | Values;
  /** What came with a line; a command that takes no files is run without it. */
  file?: SentFile;
}

/** Where an input goes; to no command where what it names is none. `guess`: the line that was probably meant. */
export type Route = Found | { command: undefined; name: string; guess?: Localized };

/** The command that takes the lines that name none. */
export const findQuestionCommand = (commands: readonly Command[]): Command | undefined =>
  commands.find(({ answersQuestions }) => answersQuestions);

/** The command that a message's menu hands the message to. */
const findMessageCommand = (commands: readonly Command[]): Command | undefined =>
  commands.find(({ messageMenu }) => messageMenu !== undefined);

/** The commands by all that names them. */
const indexOf = memoizePer((commands: readonly Command[]) => ({
  // A command's own name goes before another's older one.
  byName: new Map([
    ...commands.flatMap((command) => (command.lines ?? []).map((name) => [name, command] as const)),
    ...commands.map((command) => [command.name, command] as const),
  ]),
  bySpokenWord: new Map(commands.flatMap((command) => (command.spoken ?? []).map((word) => [word, command] as const))),
  bySpoken: new Map(
    commands.flatMap((command) => (command.spoken ?? []).map((words) => [compact(words), command] as const)),
  ),
  hearing: commands.filter(({ hears }) => hears !== undefined),
  answering: findQuestionCommand(commands),
  reading: findMessageCommand(commands),
}));

/** The action that a word names: `setup`, `설정`, or `ㄴㄷ셔ㅔ` in the other keyboard layout. */
function findAction(word: string, { actions }: Command): Found['action'] {
  if (actions === undefined) return undefined;
  const all = Object.entries(actions);
  const find = (one: string) => all.find(([name, { korean }]) => one === name || one === korean);
  return find(word) ?? find(otherLayout(word) ?? '');
}

/** A command that was surely meant: `quiz`, `퀴즈`, or `벼ㅑㅋ` in the other keyboard layout. Buttons' own are not typed. */
function findCommand(word: string, commands: readonly Command[]): Command | undefined {
  const { byName, bySpokenWord } = indexOf(commands);
  const name = word.toLowerCase();
  const switched = otherLayout(name) ?? '';
  const command = byName.get(name) ?? bySpokenWord.get(name) ?? byName.get(switched) ?? bySpokenWord.get(switched);
  return command && isTyped(command) ? command : undefined;
}

function findInWords(command: Command, words: string): Found {
  const [first, rest] = splitFirstWord(words);
  const action = findAction(first.toLowerCase(), command);
  return action ? { command, action, given: rest } : { command, given: words };
}

function routeInvocation(
  { command: written, action: word, options, filled }: Invocation,
  commands: readonly Command[],
): Route {
  const name = normalize(written);
  // A form of ours may send what nobody types.
  const command = filled ? indexOf(commands).byName.get(name) : findCommand(name, commands);
  if (command === undefined) return { command, name };
  if (word === undefined) return { command, given: options };
  const action = findAction(normalize(word).toLowerCase(), command);
  return action ? { command, action, given: options } : { command, given: normalize(word) };
}

/**
 * Do the words after a command's name say something to it: nothing at all, an action, or anything where it has options?
 * What buttons say is always meant.
 */
function understands({ command, action, given }: Found): boolean {
  if (given === '' || action || !isTyped(command)) return true;
  return command.actions === undefined && !command.wordsNeedSlash && Object.keys(command.options).length > 0;
}

/** A path or a program's message, and no name that people give a command: `/etc/kubernetes`, `/bin/sh: not found`. */
const looksPasted = (name: string, typed: string): boolean =>
  /^[\p{L}\p{N}_-]+[./:]/u.test(name) || typed.includes('\n');

/** One short Latin word, as commands are named: with a slip it is hardly a concept's. `/start` is no Startup probe. */
const looksNamed = (question: string): boolean => /^[\w-]{0,5}$/.test(question);

/**
 * Where a line with a slash goes whose first word is the name of no command. What has that name itself is asked about,
 * `/파드`; then a command with a nearly equal name is offered, `/qiuz`, and never run; then it is a question if there is
 * an answer to it.
 */
function routeUnknown(typed: string, commands: readonly Command[]): Route {
  const [first, rest] = splitFirstWord(typed);
  const name = first.slice(1);
  const question = `${name} ${rest}`.trimEnd();
  const { byName, bySpoken, answering } = indexOf(commands);
  const said = bySpoken.get(compact(typed));
  if (said) return { command: said, given: '' };
  // What only buttons say has no answer.
  if (byName.has(name.toLowerCase())) return { command: undefined, name };
  if (answering) {
    if (looksPasted(name, typed)) return { command: answering, given: typed };
    const split = splitCommand(name, commands);
    if (split?.command === answering) return { command: answering, given: `${split.following} ${rest}`.trim() };
    if (answering.knows?.(name) === 'name') return { command: answering, given: question };
  }
  const guess = guessLine(name, rest, commands);
  const isAnswered = guess === undefined && !looksNamed(question) && answering?.knows?.(question) !== undefined;
  if (isAnswered) return { command: answering, given: question };
  return { command: undefined, name, ...(guess === undefined ? {} : { guess }) };
}

/** Is it a line with a slash that names a command, rather than an answer that begins with one? */
export const namesCommand = (line: string, commands: readonly Command[]): boolean => {
  const [first] = splitFirstWord(line);
  return first.startsWith('/') && findCommand(first.slice(1), commands) !== undefined;
};

/**
 * Where a line goes. `/` in front of it is optional. A line whose first word is no command is a question, unless a `/`
 * shows that a command was meant; so is one whose first word is a command that does not hear the others: `live probe`,
 * `progress bar`. No button says several lines: those are pasted, whatever they begin with.
 */
function routeLine(line: string, commands: readonly Command[]): Route {
  const typed = withoutMargins(line);
  const [name, rest] = splitFirstWord(typed);
  if (name.startsWith('/')) {
    const command = findCommand(name.slice(1), commands);
    return command ? findInWords(command, rest) : routeUnknown(typed, commands);
  }
  const { byName, bySpokenWord, bySpoken, hearing, answering } = indexOf(commands);
  const said = bySpokenWord.get(
    normalize(typed)
      .toLowerCase()
      .replace(/(?<![!?.~ ])[!?.~ ]+$/, ''),
  );
  if (said) return { command: said, given: '' };
  const asked = bySpoken.get(requested(typed) ?? '');
  // An instructor's are typed as they are called: `수업 시작` may be anything.
  if (asked?.usedBy === 'everyone') return { command: asked, given: '' };
  for (const command of hearing) {
    const given = command.hears?.(typed);
    if (given !== undefined) return { command, given };
  }
  const command = byName.get(name.toLowerCase());
  const found = command && findInWords(command, rest);
  // Bare `k8s`, with nothing to look up, asks about k8s itself.
  const isBare = rest === '' && command?.answersQuestions === true;
  const isPasted = command !== undefined && !isTyped(command) && typed.includes('\n');
  if (found && (!answering || (!isBare && !isPasted && understands(found)))) return found;
  return answering ? { command: answering, given: typed } : { command: undefined, name };
}

/** The one way from an input to a command, its action and what is left for the options. */
export function route(input: CommandInput, commands: readonly Command[]): Route {
  if (typeof input === 'string') return routeLine(input, commands);
  if ('command' in input) return routeInvocation(input, commands);
  if ('message' in input) {
    const command = indexOf(commands).reading;
    return command ? { command, given: valuesOf(input.message, command) } : { command, name: '' };
  }
  const { line, file } = input;
  const routed = routeLine(line, commands);
  return routed.command === undefined ? routed : { ...routed, file };
}
