import type { Term } from '../content/model.ts';
import type { Class } from '../core/class.ts';
import type { Press } from '../core/learner-records.ts';
import type { Locale } from '../core/locale.ts';
import type { Post } from '../core/outbox.ts';
import type { Block, Reply } from '../core/reply/blocks.ts';
import { button } from '../core/reply/builders.ts';
import type { Course } from '../course/course.ts';
import { courseOf } from '../course/courses.ts';
import { cardOf } from '../course/term-blocks.ts';
import type { PostHandler } from '../outbox/handler.ts';
import { pressLine } from '../outbox/lines.ts';
import { cardFoot } from './card.ts';
import { text } from './text.ts';

/** What a class reads on a card, above its buttons; `foot`: its small print. */
export const cardBlocks = (term: Term, foot: string, locale: Locale): Block[] => [
  cardOf(term, foot, locale),
  { type: 'text', markdown: text(locale).doYouKnow(term.title[locale]) },
];

/**
 * A class's card of a day. The messenger finds it again by the post's id in its buttons; a press is answered to the
 * student who pressed, and counted.
 */
function renderCard(term: Term, { id, day, readers }: Post, locale: Locale): Reply {
  const words = text(locale);
  const press = (label: string, press: Press) => button(label, pressLine.write({ post: id, press }));
  return {
    visibility: 'channel',
    accent: 'info',
    blocks: [
      ...cardBlocks(term, cardFoot(day, locale), locale),
      {
        type: 'buttons',
        buttons: [
          { ...press(words.known, 'knew'), primary: true },
          press(words.again, 'again'),
          ...(term.questions.length > 0 ? [press(words.quiz, 'quiz')] : []),
          press(words.more, 'more'),
        ],
      },
      ...(readers > 0 ? [{ type: 'footer', text: words.readBy(readers) } as const] : []),
    ],
  };
}

/** Milliseconds that a request may take, and that two clocks may differ: the next day has a card of its own. */
const ARRIVES = 12_000;

/** The daily card. */
export const cardHandler = ({ courses }: { courses: () => readonly Course[] }): PostHandler => ({
  editEvery: 5000,
  margin: ARRIVES,
  async render(post, one) {
    const term = courseOf(courses(), one).terms.get(post.what);
    return term && renderCard(term, post, one.locale);
  },
  /** For a paused class, but not where an instructor has asked for a card since; where a channel is lost, only there. */
  waits({ channel, due, at }, { paused }: Class) {
    if (!paused) return false;
    return paused.why === 'asked' ? due < at : paused.channel === channel;
  },
});
