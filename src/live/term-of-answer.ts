import type { Term } from '../content/model.ts';
import type { Post } from '../core/outbox.ts';
import type { Context } from '../course/context.ts';
import { sceneOfPost } from './posts.ts';
import { questionsIn } from './session-questions.ts';

/** The concept of the question whose answer a post tells; undefined for any other post. */
export async function termOfAnswer(post: Post, context: Context): Promise<Term | undefined> {
  const shown = await sceneOfPost(post, context);
  if (shown?.scene.kind !== 'tell') return undefined;
  const question = (await questionsIn(shown.session, shown.state, context))[shown.scene.at];
  return question && context.course().terms.get(question.term);
}
