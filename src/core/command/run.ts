import type { Reply } from '../reply/blocks.ts';
import type { Callable, Caller, Command } from './command.ts';
import { type FileText, readFile } from './files.ts';
import { guessAction } from './guess.ts';
import type { Args, Options } from './options.ts';
import { parseValues } from './parse-values.ts';
import { parseWords } from './parse-words.ts';
import { unknownAction } from './refusals.ts';
import type { Found, Values } from './route.ts';

/** The action as it is called, `class setup`, with the command's examples of it. */
function callableOf([name, { korean, options }]: NonNullable<Found['action']>, command: Command): Callable {
  const called = { name: `${command.name} ${name}`, korean: `${command.name} ${korean ?? name}` };
  const names = Object.values(called);
  const examples = command.examples.filter(({ ko }) => names.some((one) => `${ko} `.startsWith(`${one} `)));
  return { ...called, usedBy: command.usedBy, examples, options };
}

/** Values with their files read. @throws UserError for a file that cannot be read. */
async function readFiles(values: Values): Promise<Values<FileText>> {
  const all = Object.entries(values).map(
    async ([name, value]) => [name, typeof value === 'object' ? await readFile(value) : value] as const,
  );
  return Object.fromEntries(await Promise.all(all));
}

/** Arguments from what was typed, and from what came with it where the command takes a file. */
async function argsOf(callable: Callable, { given, file }: Pick<Found, 'given' | 'file'>): Promise<Args<Options>> {
  if (typeof given !== 'string') return parseValues(callable, await readFiles(given));
  const isTaken = Object.values(callable.options).some(({ type }) => type === 'file');
  return parseWords(callable, given, file && isTaken ? await readFile(file) : undefined);
}

/**
 * Runs a command, or its action, on what was given for its options.
 * @throws UserError for words, values or files that it cannot take, or that name none of its actions.
 */
export async function runCommand(found: Found, caller: Caller): Promise<Reply> {
  const { command, action, given } = found;
  if (action?.[1].runTyped && typeof given === 'string') return action[1].runTyped(given, caller);
  if (action) return action[1].run(await argsOf(callableOf(action, command), found), caller);
  if (command.actions && typeof given === 'string' && given !== '')
    throw unknownAction(command, guessAction(command, given));
  return command.run(await argsOf(command, found), caller);
}
