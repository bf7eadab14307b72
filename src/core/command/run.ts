import type { Reply } from '../reply/blocks.ts';
import type { Callable, Caller, Command } from './command.ts';
import type { Args, Options } from './options.ts';
import { parseValues } from './parse-values.ts';
import { parseWords } from './parse-words.ts';
import { unknownAction } from './refusals.ts';
import type { Found } from './route.ts';

/** The action as it is called, `class setup`, with the command's examples of it. */
function callableOf([name, { korean, options }]: NonNullable<Found['action']>, command: Command): Callable {
  const names = [name, korean ?? name].map((one) => `${command.name} ${one}`);
  const examples = command.examples.filter(({ ko }) => names.some((one) => `${ko} `.startsWith(`${one} `)));
  return { name: `${command.name} ${name}`, usedBy: command.usedBy, examples, options };
}

/**
 * Runs a command, or its action, on what was given for its options.
 * @throws UserError for words or values that it cannot take, or that name none of its actions.
 */
export function runCommand({ command, action, given }: Found, caller: Caller): Reply | Promise<Reply> {
  const argsOf = (callable: Callable): Args<Options> =>
    typeof given === 'string' ? parseWords(callable, given) : parseValues(callable, given);
  if (action) return action[1].run(argsOf(callableOf(action, command)), caller);
  if (command.actions && typeof given === 'string' && given !== '') throw unknownAction(command);
  return command.run(argsOf(command), caller);
}
