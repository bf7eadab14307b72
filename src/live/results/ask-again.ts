import type { Class } from '../../core/class.ts';
import type { Caller } from '../../core/command/command.ts';
import { UserError } from '../../core/errors.ts';
import type { Locale, Localized } from '../../core/locale.ts';
import type { Reply } from '../../core/reply/blocks.ts';
import { button, buttons, markdown, notice } from '../../core/reply/builders.ts';
import type { Context } from '../../course/context.ts';
import { ledBy } from '../../course/hidden-questions.ts';
import { recapLine } from '../lines.ts';
import { startLive } from '../start.ts';
import { topicOf } from '../state.ts';
import { findMissed, type PlayedSession } from './played.ts';
import { text } from './text.ts';

/** The whole class sees it at once: an instructor who only looks back is asked first. */
function renderConfirmation(session: string, questions: number, locale: Locale): Reply {
  const words = text(locale);
  const press = (answer: 'yes' | 'no') => recapLine.write({ session, what: 'again', answer });
  return {
    visibility: 'caller',
    accent: 'warning',
    blocks: [
      markdown(words.confirmAgain(questions)),
      buttons(button(words.begin, press('yes'), 'primary'), button(words.notNow, press('no'))),
    ],
  };
}

/** `파드 · 다시`; once, however often it is asked again. */
function againTopic(topic: Localized): Localized {
  const mark = (locale: Locale): string => {
    const suffix = ` · ${text(locale).again}`;
    return topic[locale].endsWith(suffix) ? topic[locale] : topic[locale] + suffix;
  };
  return { ko: mark('ko'), en: mark('en') };
}

/**
 * Begins a new session of what was missed in a played one, in the same mode, once the instructor answers `yes`.
 * @throws UserError where there is nothing to ask.
 */
export async function askAgain(
  one: Class,
  played: PlayedSession,
  answer: 'yes' | 'no' | undefined,
  caller: Caller,
  context: Context,
): Promise<Reply> {
  // As the course has them now: a question that was taken out of it, or that the class hides, is not asked again.
  const { questions: known, questionNamed } = (await ledBy(one, context)).course();
  const questions = findMissed(played).flatMap((name) => known.get(questionNamed(name)?.id ?? '') ?? []);
  if (questions.length === 0) throw new UserError(text.both(({ nothingToAsk }) => nothingToAsk));
  switch (answer) {
    case undefined:
      return renderConfirmation(played.id, questions.length, caller.locale);
    case 'no':
      return { ...notice(text(caller.locale).notBegun), replaces: true };
    case 'yes': {
      // Which of the questions have more time is said of these anew.
      const { long: _, ...how } = played.state.live.plan;
      const start = { ...how, questions };
      return { ...(await startLive(one, start, againTopic(topicOf(played.state)), caller, context)), replaces: true };
    }
    default:
      return answer satisfies never;
  }
}
