import { dirname } from 'node:path';
import type { Caller } from '../../core/command/command.ts';
import type { Reply } from '../../core/reply/blocks.ts';
import { markdown } from '../../core/reply/builders.ts';
import type { Context } from '../../course/context.ts';
import { courseOf } from '../../course/courses.ts';
import { classToTeach } from '../find.ts';
import { blocksOf, noticeOf } from './problems.ts';
import { text } from './text.ts';

/**
 * What is wrong with the files of a class's course at this moment: a notice told of it once, and may have been missed.
 * @throws UserError to a student.
 */
export async function showFiles(caller: Caller, context: Context): Promise<Reply> {
  const one = await classToTeach(caller, context);
  const { content } = courseOf(context.courses(), one);
  const { problems } = content;
  const { locale } = caller;
  // A file is named with its own folder alone: readers need not know where that is on the machine.
  const folders = Array.from(new Set(problems.map(({ file }) => dirname(file))));
  return {
    visibility: 'caller',
    accent: problems.length > 0 ? 'warning' : 'success',
    blocks:
      problems.length > 0
        ? blocksOf(noticeOf(problems, { folders, isLater: false }), locale)
        : [markdown(text(locale).nothingToMend)],
  };
}
