import type { Question } from '../content/model.ts';
import type { Locale } from '../core/locale.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { markdown } from '../core/reply/builders.ts';
import { formBlock } from '../questions/asking.ts';
import { codeMarkdown } from '../questions/code.ts';
import type { Shuffle } from '../questions/fields.ts';
import { form } from '../questions/types.ts';
import { pickLine } from './lines.ts';

/**
 * An open question for one student, with what they picked of its menus so far: the class's message cannot show what one
 * has picked. `isNew`: it is opened from the class's message, which stays.
 */
export const renderPicking = (
  question: Question,
  { post, picked, isNew }: { post: string; picked: readonly string[]; isNew: boolean },
  shuffle: Shuffle,
  locale: Locale,
): Reply => ({
  visibility: 'caller',
  accent: 'info',
  ...(isNew ? {} : { replaces: true }),
  blocks: [
    markdown(question.ask[locale] + codeMarkdown(question)),
    formBlock(form(question, locale, shuffle), pickLine.write({ post }), picked),
  ],
});
