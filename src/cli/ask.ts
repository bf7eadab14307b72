import { eachLine } from './each-line.ts';
import { openBot } from './open.ts';
import { type Mode, terminalCaller } from './program.ts';

/** Answers each line of the input with a Reply as JSON. */
export const run: Mode = async (program) => {
  const { bot } = await openBot(program);
  await eachLine(program.input, program.print, (line) => bot.dispatch(line, terminalCaller(program)));
};
