import type { Locale } from '../../core/locale.ts';
import type { Reply } from '../../core/reply/blocks.ts';
import { button, buttons, markdown } from '../../core/reply/builders.ts';
import { asksAnything, type Course } from '../../course/course.ts';
import type { TalkKind } from './read.ts';
import { text } from './text.ts';

/** A command that is offered next. */
type Next = 'card' | 'quiz' | 'quiz homework' | 'review' | 'dosirak';

/** What to do next, the likeliest first. */
const NEXT: Readonly<Record<TalkKind, readonly Next[]>> = {
  greeting: ['card', 'quiz', 'dosirak'],
  thanks: ['quiz', 'card'],
  stop: ['dosirak'],
  who: ['dosirak', 'card', 'quiz'],
  upset: ['dosirak'],
  discouraged: ['card', 'dosirak'],
  crisis: [],
  class: ['quiz homework', 'quiz', 'review', 'dosirak'],
};

/** A short, kind answer to talk, and what to do next. */
export function renderTalk(kind: TalkKind, course: Pick<Course, 'content'>, locale: Locale): Reply {
  const words = text(locale);
  const labels: Readonly<Record<Next, string>> = {
    card: words.todaysConcept,
    quiz: words.quiz,
    'quiz homework': words.homework,
    review: words.review,
    dosirak: words.help,
  };
  const next = NEXT[kind].filter((name) => name !== 'quiz' || asksAnything(course));
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      markdown(words.answers[kind]),
      ...(next.length > 0 ? [buttons(...next.map((name) => button(labels[name], name)))] : []),
    ],
  };
}
