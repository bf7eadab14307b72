import { command } from '../src/core/command/command.ts';
import { LINE } from '../src/core/command/options.ts';
import { UserError } from '../src/core/errors.ts';
import type { Locale } from '../src/core/locale.ts';
import { button } from '../src/core/reply/builders.ts';
import type { Context } from '../src/course/context.ts';
import { termButtons } from '../src/course/term-blocks.ts';
import { sceneOfPost } from '../src/live/messages.ts';
import { type ResultSnapshot, shareSnapshots } from '../src/live/results/own-result.ts';
import { questionsIn } from '../src/live/session-questions.ts';
import type { LiveState } from '../src/live/state.ts';
import { teamName, teamOf } from '../src/live/teams.ts';

const AGAIN = 5;

interface Field {
  name: string;
  value: string;
}

/** `2등`; of the six teams at most. */
const rankIn = (rank: number, locale: Locale): string =>
  locale === 'ko' ? `${rank}등` : `${rank}${['st', 'nd', 'rd'][rank - 1] ?? 'th'}`;

/** Points of a person, and the rank where there are any; none in calm mode. */
function ownFields(person: string, { live }: LiveState, { standings }: ResultSnapshot, locale: Locale): Field[] {
  const ko = locale === 'ko';
  const mine = standings.get(person);
  if (!mine || live.plan.mode === 'calm') return [];
  const rank = ko ? `${standings.size}명 가운데 ${mine.rank}등` : `${mine.rank} of ${standings.size}`;
  return [
    { name: ko ? '점수' : 'Points', value: mine.points.toLocaleString(locale) },
    ...(mine.points > 0 ? [{ name: ko ? '순위' : 'Rank', value: rank }] : []),
  ];
}

/** The team of a person, and its rank where it has points. */
function teamFields(
  person: string,
  id: string,
  { live: { plan } }: LiveState,
  { players, teams }: ResultSnapshot,
  locale: Locale,
): Field[] {
  const me = players.get(person);
  if (!me || plan.teams === undefined) return [];
  const own = teamOf(me, id, plan.teams);
  const standing = teams.find(({ team }) => team === own);
  const rank = standing && standing.points > 0 ? ` · ${rankIn(standing.rank, locale)}` : '';
  return [{ name: locale === 'ko' ? '우리 팀' : 'Your team', value: teamName(own, plan, locale) + rank }];
}

function headline(right: number, played: number, locale: Locale): string {
  const ko = locale === 'ko';
  if (right === 0) return ko ? '이번에는 맞힌 문제가 없어요' : 'None right this time';
  return ko ? `${played}문제 가운데 ${right}문제를 맞혔어요` : `${right} of ${played} right`;
}

/** `result <post>`: what a live quiz was for the caller, and what to look at again. */
export default (context: Context) => {
  const lookAt = shareSnapshots(context);
  return command({
    name: 'result',
    summary: { ko: '라이브 퀴즈의 내 결과', en: 'My result of a live quiz' },
    usedBy: 'buttons',
    examples: [],
    options: LINE,
    async run({ line }, { id: person, locale }) {
      const ko = locale === 'ko';
      const shown = await sceneOfPost(await context.outbox.byId(line.split(' ')[0] ?? ''), context);
      if (shown?.state.live.step.kind !== 'over')
        throw new UserError({ ko: '이 퀴즈의 결과는 아직 없어요.', en: 'There is no result of this quiz yet.' });
      const { state } = shown;
      const { id } = shown.session;
      const look = await lookAt(id, state);
      const own = look.answers.get(person) ?? [];
      if (own.length === 0)
        throw new UserError({
          ko: '이번에는 함께하지 않았네요. 다음에 꼭 같이 풀어요! 지금은 `/quiz`로 혼자 풀어 볼 수 있어요.',
          en: 'You did not play this time. Join the next one; meanwhile there is `/quiz`.',
        });
      const fields = [...ownFields(person, state, look, locale), ...teamFields(person, id, state, look, locale)];
      const questions = (await questionsIn(shown.session, state, context)).slice(0, look.played);
      const rightAt = new Set(own.flatMap(({ question, right }) => (right ? [question] : [])));
      const missed = questions.flatMap((one, at) => (rightAt.has(at) ? [] : (one?.term ?? [])));
      const { terms } = context.course();
      const again = Array.from(new Set(missed)).flatMap((term) => terms.get(term) ?? []);
      const marks = questions.map((_, at) =>
        rightAt.has(at) ? '⭕' : own.some(({ question }) => question === at) ? '❌' : '➖',
      );
      const start = ko ? '아래 개념부터 다시 봐요.' : 'Start with these:';
      const more = ko ? '다시 보면 좋은 개념이에요.' : 'Worth another look:';
      return {
        visibility: 'caller',
        accent: rightAt.size === questions.length ? 'success' : 'info',
        blocks: [
          { type: 'heading', text: headline(rightAt.size, questions.length, locale) },
          { type: 'text', markdown: marks.join(' ') },
          ...(fields.length > 0 ? [{ type: 'fields', fields } as const] : []),
          ...(again.length > 0
            ? [
                { type: 'text', markdown: rightAt.size === 0 ? start : more } as const,
                { type: 'buttons', buttons: termButtons(again.slice(0, AGAIN), locale) } as const,
              ]
            : [{ type: 'buttons', buttons: [button(ko ? '더 풀어 보기' : 'More questions', 'quiz')] } as const]),
        ],
      };
    },
  });
};
