import { eachLine } from './each-line.ts';
import { openBot } from './open.ts';
import { callerAt, type Mode } from './program.ts';

/** Answers each line of the input with a Reply as JSON. */
export const run: Mode = async (program) => {
  const { bot } = await openBot(program);
  await eachLine(program.input, program.print, (line) => bot.dispatch(line, callerAt(program)));
};
