import type { Term } from '../src/content/model.ts';
import { command } from '../src/core/command/command.ts';
import { LINE } from '../src/core/command/options.ts';
import { UserError } from '../src/core/errors.ts';
import { actorOf, PRESSES, type Press } from '../src/core/learner-records.ts';
import type { Post } from '../src/core/outbox.ts';
import type { Reply } from '../src/core/reply/blocks.ts';
import type { Context } from '../src/course/context.ts';
import { quizButton, termButtons } from '../src/course/term-blocks.ts';
import { sceneOfPost } from '../src/live/messages.ts';
import { questionsIn } from '../src/live/session-questions.ts';
import { replyOf } from '../src/lookup/reply.ts';

const gone = () =>
  new UserError({
    ko: '이 카드는 이제 없어요. 오늘의 카드는 `/card`로 볼 수 있어요.',
    en: "This card is gone. See today's with `/card`.",
  });

/** What a post is about: its card's concept, or that of the question whose answer it tells. */
async function termOf(post: Post, context: Context): Promise<Term | undefined> {
  const { terms } = context.course();
  if (post.kind === 'card') return terms.get(post.what);
  const shown = await sceneOfPost(post, context);
  if (shown?.scene.kind !== 'tell') return undefined;
  const question = (await questionsIn(shown.session, shown.state, context))[shown.scene.at];
  return question && terms.get(question.term);
}

/** The buttons of a posted card: `seen <post> <press>`. What was pressed is the caller's own, and is counted. */
export default (context: Context) =>
  command({
    name: 'seen',
    summary: { ko: '오늘의 카드의 버튼', en: "The daily card's buttons" },
    usedBy: 'buttons',
    examples: [],
    options: LINE,
    async run({ line }, caller): Promise<Reply> {
      const { locale } = caller;
      const ko = locale === 'ko';
      const [name = '', what = ''] = line.split(' ');
      // When it was pressed: whoever is forgotten meanwhile had pressed it before.
      const at = caller.at ?? context.now().epochMilliseconds;
      const press: Press | undefined = PRESSES.find((one) => one === what);
      const post = press && (await context.outbox.byId(name));
      const term = post && (await termOf(post, context));
      // A post's buttons are where it is: no line that was carried off makes readers of those who cannot see it.
      if (!press || !post || !term || post.channel !== caller.channel) throw gone();
      context.records.record({ kind: 'press', ...actorOf(caller), post: post.id, term: term.id, press, at });
      switch (press) {
        case 'knew':
        case 'again': {
          const said =
            press === 'knew'
              ? ko
                ? '좋아요! 잊을 때쯤 `/review`에서 다시 물어볼게요.'
                : 'Good! I shall ask again in `/review` before you forget.'
              : ko
                ? '괜찮아요. 내일 `/review`에서 다시 만나요. 지금 바로 살펴봐도 좋아요.'
                : 'No worries. It comes back tomorrow in `/review`; or have a look right now.';
          return {
            visibility: 'caller',
            accent: press === 'knew' ? 'success' : 'info',
            blocks: [
              { type: 'text', markdown: said },
              { type: 'buttons', buttons: [...quizButton(term, locale), ...termButtons([term], locale)] },
            ],
          };
        }
        case 'more':
          return replyOf(term.id, context.course(), locale) ?? Promise.reject(gone());
        case 'quiz': {
          const quiz = context.commands().find((one) => one.name === 'quiz');
          if (!quiz) throw gone();
          return quiz.run({ topic: term.id, count: undefined }, caller);
        }
        default:
          return press satisfies never;
      }
    },
  });
