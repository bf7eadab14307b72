import type { Class } from '../core/class.ts';
import { typedTopic } from '../core/command/typed-options.ts';
import { UserError } from '../core/errors.ts';
import type { Locale } from '../core/locale.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { button, buttons, markdown } from '../core/reply/builders.ts';
import { LIMITS } from '../core/reply/limits.ts';
import type { Context } from '../course/context.ts';
import { askedIn } from '../course/hidden-questions.ts';
import { samplesOf } from '../course/samples.ts';
import { truncate } from '../language/truncate.ts';
import { literalLine } from '../markdown/escape.ts';
import { wordsOfTopic } from '../practice/topic-words.ts';
import { poolsOf, titleOf } from '../practice/topics.ts';
import { isPlayable } from './draw-questions.ts';
import type { UnclearTopic } from './find-questions.ts';
import { text } from './text.ts';

/** Topics that are offered as what words may mean. */
const OFFERED = 3;
/** Letters of what was not understood that are shown. */
const SHOWN = 40;

/**
 * Topics that words may mean, each as a button that begins a quiz on it, or calls another `command` with it; `rest` is what
 * else was typed.
 * @throws UserError where there are none.
 */
export async function offerTopics(
  { topics, unread }: UnclearTopic,
  rest: string,
  one: Class,
  locale: Locale,
  context: Context,
  { command = 'live start', choose = text(locale).chooseTopic } = {},
): Promise<Reply> {
  const course = (await askedIn(one, context)).course();
  const found = topics
    .flatMap((topic) => {
      const [title, words] = [titleOf(topic), wordsOfTopic(topic)];
      const line = `${command}${typedTopic(words)}${rest}`;
      const isAsked = words !== undefined && poolsOf(topic, course.terms).flat().some(isPlayable);
      return title && isAsked && Array.from(line).length <= LIMITS.line ? [button(title[locale], line)] : [];
    })
    .slice(0, OFFERED);
  if (found.length === 0) throw new UserError(text.both((words, own) => words.noTopic(samplesOf(course).concept[own])));
  const why = text(locale).unclearTopic(unread === undefined ? undefined : literalLine(truncate(unread, SHOWN)));
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [markdown(`${why} ${choose}`), buttons(...found)],
  };
}
