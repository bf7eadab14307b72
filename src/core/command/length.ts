import { UserError } from '../errors.ts';
import type { CommandInput } from './route.ts';
import { text } from './text.ts';

/** Code points of the longest input that is read; Discord's text option takes as many, Slack's command text less. */
const LONGEST = 6000;

/** An invocation is as long as what one would type for it, without the names of its options. */
const typedOut = ({ command, action, options }: Exclude<CommandInput, string>): string =>
  [`/${command}`, ...(action === undefined ? [] : [action]), ...Object.values(options)].join(' ');

/** A code point has one or two UTF-16 units. */
function isTooLong(line: string): boolean {
  return line.length > LONGEST && (line.length > 2 * LONGEST || Array.from(line).length > LONGEST);
}

/** @throws UserError for an input that is longer than any that is read, the command's name included. */
export function refuseTooLong(input: CommandInput): void {
  if (isTooLong(typeof input === 'string' ? input : typedOut(input)))
    throw new UserError(text.both((words) => words.tooLong(LONGEST)));
}
