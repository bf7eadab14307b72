import { ENTERED } from '../src/classes/questions/entered.ts';
import { RECEIVER } from '../src/classes/questions/form.ts';
import { saveQuestion } from '../src/classes/questions/save.ts';
import { filledCommand } from '../src/core/command/filled.ts';
import type { Context } from '../src/course/context.ts';

/** Takes what was filled in of a class's own question. */
export default (context: Context) =>
  filledCommand(RECEIVER, ENTERED, (entered, caller) => saveQuestion(entered, caller, context));
