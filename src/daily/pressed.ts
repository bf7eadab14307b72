import type { Term } from '../content/model.ts';
import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import { actorOf, type Press } from '../core/learner-records.ts';
import type { Locale } from '../core/locale.ts';
import type { Post } from '../core/outbox.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { buttons, markdown } from '../core/reply/builders.ts';
import type { Context } from '../course/context.ts';
import { quizButton, termButtons } from '../course/term-blocks.ts';
import { text } from './text.ts';

/** What a student who says that they know a card's concept, or want it again, can do next. */
export const renderPressed = (press: 'knew' | 'again', term: Term, locale: Locale): Reply => ({
  visibility: 'caller',
  accent: press === 'knew' ? 'success' : 'info',
  blocks: [markdown(text(locale).pressed[press]), buttons(...quizButton(term, locale), ...termButtons([term], locale))],
});

export const cardGone = (): UserError => new UserError(text.both((words) => words.cardGone));

/**
 * Records what the caller has pressed under a card, or under a post that `termOfOther` knows. It is the caller's own, and
 * is counted among the readers of the post.
 * @throws UserError where the post or its concept is gone, and for a line that was carried to another channel: it makes no
 * readers of those who cannot see the post.
 */
export async function recordPress(
  said: { post: string; press: Press } | undefined,
  caller: Caller,
  termOfOther: (post: Post) => Promise<Term | undefined>,
  { outbox, records, courses, now }: Context,
): Promise<{ press: Press; term: Term }> {
  // Judged by arrival: a person who is forgotten meanwhile had pressed before.
  const at = caller.at ?? now().epochMilliseconds;
  const post = said && (await outbox.byId(said.post));
  const term =
    post &&
    (post.kind === 'card'
      ? courses()
          .map(({ terms }) => terms.get(post.what))
          .find(Boolean)
      : await termOfOther(post));
  if (!post || !term || post.channel !== caller.channel) throw cardGone();
  const { press } = said;
  records.record({ kind: 'press', ...actorOf(caller), post: post.id, term: term.id, press, at });
  return { press, term };
}
