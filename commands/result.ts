import { termButtons } from '../src/content/show.ts';
import { command } from '../src/core/command.ts';
import { UserError } from '../src/core/errors.ts';
import { button } from '../src/core/reply.ts';
import { shownBy } from '../src/quiz/live-play.ts';
import { boardOf } from '../src/quiz/live-results.ts';
import type { World } from '../src/world.ts';

const AGAIN = 5;

/** `result <post>`: what a live quiz was for the caller, and what to look at again. */
export default (world: World) =>
  command({
    name: 'result',
    summary: { ko: '라이브 퀴즈의 내 결과', en: 'My result of a live quiz' },
    usedBy: 'buttons',
    examples: [],
    options: { line: { type: 'text', required: true, summary: { ko: '버튼의 내용', en: 'What the button carries' } } },
    async run({ line }, { id: person, locale }) {
      const ko = locale === 'ko';
      const shown = await shownBy(await world.posts.byId(line.split(' ')[0] ?? ''), world);
      if (shown?.kept.live.step.kind !== 'over')
        throw new UserError({ ko: '이 퀴즈의 결과는 아직 없어요.', en: 'There is no result of this quiz yet.' });
      const { session, kept } = shown;
      const answers = await world.sessions.answers(session.id);
      const own = answers.filter((answer) => answer.person === person);
      if (own.length === 0)
        throw new UserError({
          ko: '이번에는 함께하지 않았네요. 다음에 꼭 같이 풀어요! 지금은 `/quiz`로 혼자 풀어 볼 수 있어요.',
          en: 'You did not play this time. Join the next one; meanwhile there is `/quiz`.',
        });
      const board = boardOf(kept, answers);
      const mine = board.find((standing) => standing.person === person);
      const { questions, mode } = kept.live.plan;
      const rightAt = new Set(own.flatMap(({ question, right }) => (right ? [question] : [])));
      const missed = questions.flatMap((one, at) => (rightAt.has(at) ? [] : (world.questions.get(one)?.term ?? [])));
      const again = Array.from(new Set(missed)).flatMap((term) => world.terms.get(term) ?? []);
      const marks = questions.map((_, at) =>
        rightAt.has(at) ? '⭕' : own.some(({ question }) => question === at) ? '❌' : '➖',
      );
      return {
        visibility: 'caller',
        accent: rightAt.size === questions.length ? 'success' : 'info',
        blocks: [
          {
            type: 'heading',
            text: ko
              ? `${questions.length}문제 가운데 ${rightAt.size}문제를 맞혔어요`
              : `${rightAt.size} of ${questions.length} right`,
          },
          { type: 'text', markdown: marks.join(' ') },
          ...(mine && mode !== 'calm'
            ? [
                {
                  type: 'fields',
                  fields: [
                    { name: ko ? '점수' : 'Points', value: mine.points.toLocaleString(ko ? 'ko' : 'en') },
                    {
                      name: ko ? '순위' : 'Rank',
                      value: ko ? `${board.length}명 가운데 ${mine.rank}등` : `${mine.rank} of ${board.length}`,
                    },
                  ],
                } as const,
              ]
            : []),
          ...(again.length > 0
            ? [
                { type: 'text', markdown: ko ? '다시 보면 좋은 개념이에요.' : 'Worth another look:' } as const,
                { type: 'buttons', buttons: termButtons(again.slice(0, AGAIN), locale) } as const,
              ]
            : [{ type: 'buttons', buttons: [button(ko ? '더 풀어 보기' : 'More questions', 'quiz')] } as const]),
        ],
      };
    },
  });
