import type { Term } from '../src/content/model.ts';
import { buttonCommand } from '../src/core/command/line.ts';
import { actorOf } from '../src/core/learner-records.ts';
import type { Post } from '../src/core/outbox.ts';
import type { Context } from '../src/course/context.ts';
import { cardGone, renderPressed } from '../src/daily/pressed.ts';
import { sceneOfPost } from '../src/live/posts.ts';
import { questionsIn } from '../src/live/session-questions.ts';
import { renderTopic } from '../src/lookup/topic.ts';
import { pressLine } from '../src/outbox/lines.ts';

/** What a post is about: its card's concept, or that of the question whose answer it tells. */
async function termOf(post: Post, context: Context): Promise<Term | undefined> {
  const { terms } = context.course();
  if (post.kind === 'card') return terms.get(post.what);
  const shown = await sceneOfPost(post, context);
  if (shown?.scene.kind !== 'tell') return undefined;
  const question = (await questionsIn(shown.session, shown.state, context))[shown.scene.at];
  return question && terms.get(question.term);
}

/** The buttons of a posted card, or of an answer. What was pressed is the caller's own, and is counted. */
export default (context: Context) =>
  buttonCommand(pressLine, async (said, caller) => {
    const { locale } = caller;
    // Judged by arrival: a person who is forgotten meanwhile had pressed before.
    const at = caller.at ?? context.now().epochMilliseconds;
    const post = said && (await context.outbox.byId(said.post));
    const term = post && (await termOf(post, context));
    // A line that was carried to another channel makes no readers of those who cannot see the post.
    if (!post || !term || post.channel !== caller.channel) throw cardGone();
    const { press } = said;
    context.records.record({ kind: 'press', ...actorOf(caller), post: post.id, term: term.id, press, at });
    switch (press) {
      case 'knew':
      case 'again':
        return renderPressed(press, term, locale);
      case 'more':
        return renderTopic(term.id, context.course(), locale) ?? Promise.reject(cardGone());
      case 'quiz': {
        const quiz = context.commands().find((one) => one.name === 'quiz');
        if (!quiz) throw cardGone();
        return quiz.run({ topic: term.id, count: undefined }, caller);
      }
      default:
        return press satisfies never;
    }
  });
