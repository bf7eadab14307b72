import type { Caller } from '../../src/core/command/command.ts';
import type { Context } from '../../src/course/context.ts';
import { unansweredHomework } from '../../src/homework/assigned.ts';
import { openQuestions } from '../../src/live/open-questions.ts';
import type { FindWithheld } from '../../src/practice/withheld.ts';

/** What a homework keeps back: what classes are asked in live quizzes just now. */
export const withheldInClass =
  (context: Context): FindWithheld =>
  async () =>
    new Map(Array.from(await openQuestions(context), (id) => [id, 'class']));

/** What any other practice keeps back of a person: that, and what their homework has not been answered yet. */
export const withheldFrom =
  (caller: Pick<Caller, 'id' | 'channel'>, context: Context): FindWithheld =>
  async () => {
    const [inClass, atHome] = await Promise.all([withheldInClass(context)(), unansweredHomework(caller, context)]);
    return new Map([...atHome.map((id) => [id, 'homework'] as const), ...inClass]);
  };
