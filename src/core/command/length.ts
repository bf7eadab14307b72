import { UserError } from '../errors.ts';
import type { CommandInput, Invocation } from './route.ts';
import { text } from './text.ts';

/** Code points of the longest text that is read; Discord's text option takes as many, Slack's command text less. */
export const LONGEST = 6000;

/** Of an invocation, what people wrote: the values of its options. What is longer comes as a file. */
const typedIn = ({ options }: Invocation): string =>
  Object.values(options)
    .filter((value) => typeof value !== 'object')
    .join(' ');

/** A code point has one or two UTF-16 units. */
function isTooLong(line: string): boolean {
  return line.length > LONGEST && (line.length > 2 * LONGEST || Array.from(line).length > LONGEST);
}

/**
 * A message is as long as its platform lets it be: the student who looks it up did not write it.
 * @throws UserError for an input whose text is longer than any that is read.
 */
export function refuseTooLong(input: CommandInput): void {
  if (typeof input === 'object' && 'message' in input) return;
  const typed = typeof input === 'string' ? input : 'command' in input ? typedIn(input) : input.line;
  // A forged form may have anything for a name.
  const names = typeof input === 'object' && 'command' in input ? [input.command, input.action ?? ''] : [];
  if ([typed, ...names].some(isTooLong)) throw new UserError(text.both((words) => words.tooLong(LONGEST)));
}
