import type { Row } from '../core/board.ts';
import type { Locale } from '../core/locale.ts';
import { type Block, button, type Reply } from '../core/reply.ts';
import type { Answer } from '../core/session.ts';
import { solution } from '../questions/types.ts';
import { LIVE } from './live.ts';
import { type Kept, sessionTitle } from './live-kept.ts';
import { type Chosen, chosenOf } from './live-options.ts';
import { type Standing, standings } from './live-score.ts';
import { elsewhere, type Showing, toChannel } from './live-showing.ts';
import { teamName, teamStandings } from './live-teams.ts';

const LEADERS = 5;
const STEPS = 3;
/** Rows of a picture of answers; and of what was typed, beside the rest and those who passed. */
const SPREAD = 12;
const TYPED = 5;
const MEDALS = ['🥇', '🥈', '🥉'];

/** Everyone's standing by the answers so far. */
export const boardOf = ({ live }: Kept, answers: readonly Answer[]): Standing[] =>
  standings(
    live.plan,
    answers.map(({ person, question, right, elapsed }) => ({ person, at: question, right, elapsed })),
  );

/** Somebody, or a team, that leads. */
interface Leader {
  name: string;
  points: number;
  rank: number;
  value: string;
}

const pointsIn = (points: number, locale: Locale): string =>
  locale === 'ko' ? `${points.toLocaleString('ko')}점` : `${points.toLocaleString('en')} points`;

/** Those who lead, as the class knows them; in calm mode nobody is ranked. */
function leadersOf({ id, kept, answers, players }: Showing, locale: Locale): Leader[] {
  const ko = locale === 'ko';
  const { plan } = kept.live;
  const { mode, teams } = plan;
  if (mode === 'calm') return [];
  const board = boardOf(kept, answers);
  if (teams !== undefined)
    return teamStandings(board, players, id, teams).map(({ team, points, rank, members }) => ({
      name: teamName(team, plan, locale),
      points,
      rank,
      value: ko ? `평균 ${pointsIn(points, 'ko')} · ${members}명` : `mean ${points.toLocaleString('en')} · ${members}`,
    }));
  const names = new Map(answers.map(({ person, name }) => [person, name]));
  return board
    .filter(({ points }) => points > 0)
    .slice(0, LEADERS)
    .map(({ person, points, rank }) => {
      const name = names.get(person) || (ko ? '이름 없는 친구' : 'Somebody');
      return { name, points, rank, value: pointsIn(points, locale) };
    });
}

const inFields = (leaders: readonly Leader[]): Block[] =>
  leaders.length === 0
    ? []
    : [
        {
          type: 'fields',
          fields: leaders.map(({ name, rank, value }) => ({
            name: `${MEDALS[rank - 1] ?? `${rank}.`} ${name}`,
            value,
          })),
        },
      ];

/**
 * Of what was typed, what is right, what several had and who passed; all else is one row: nobody's own words stand
 * before the class, and no joke gets its stage.
 */
function typedRows(all: readonly Chosen[], locale: Locale): Chosen[] {
  const own = all.filter(({ right, count, passed }) => right || (count > 1 && !passed));
  const shown = [...own.filter(({ right }) => right), ...own.filter(({ right }) => !right)].slice(0, TYPED);
  const rest = all.filter((one) => !one.passed && !shown.includes(one)).reduce((sum, { count }) => sum + count, 0);
  const others: Chosen = {
    mark: '',
    label: locale === 'ko' ? '그 밖의 답' : 'Other answers',
    count: rest,
    right: false,
  };
  return [...shown, ...(rest > 0 ? [others] : []), ...all.filter(({ passed }) => passed)];
}

/** How a question was answered, as rows of a picture. */
function spreadRows(showing: Showing, at: number, own: readonly Answer[], locale: Locale): Row[] {
  const question = showing.questions[at];
  if (!question) return [];
  const ko = locale === 'ko';
  const all = chosenOf(question, showing.id, own, locale);
  const rows = question.type === 'typed' ? typedRows(all, locale) : all.slice(0, SPREAD);
  return rows.map(({ mark, label, count, right }) => ({
    mark,
    name: label,
    value: `${ko ? `${count}명` : count}${right ? (ko ? ' · 정답' : ' · right') : ''}`,
    share: own.length === 0 ? 0 : count / own.length,
    best: right,
  }));
}

/** How it goes on from an answer. */
function onwards({ kept }: Showing, at: number, locale: Locale): Block[] {
  const { plan, step, paused } = kept.live;
  if (step.kind === 'over') return [];
  const ko = locale === 'ko';
  const isLast = at + 1 >= plan.questions.length;
  const seconds = LIVE.tell / 1000;
  const words = (): string => {
    if (paused !== undefined) return ko ? '⏸ 잠깐 멈췄어요' : '⏸ Paused';
    if (plan.mode === 'calm') return ko ? '선생님이 넘기면 이어져요' : 'It goes on when the instructor says so';
    if (isLast) return ko ? `${seconds}초 뒤에 결과를 보여 줘요` : `The result comes in ${seconds} seconds`;
    return ko
      ? `${seconds}초 뒤에 다음 문제가 나와요 · 더 이야기하려면 선생님이 ‘잠깐 멈춤’을 누르면 돼요`
      : `The next question comes in ${seconds} seconds · an instructor can pause to say more`;
  };
  return [{ type: 'footer', text: words() }];
}

/** The answer of a question, why, how it was answered, and who leads. */
export function told(showing: Showing, at: number, locale: Locale): Reply | undefined {
  const { post, questions, answers } = showing;
  const question = questions[at];
  if (!question) return undefined;
  const ko = locale === 'ko';
  const own = answers.filter((answer) => answer.question === at);
  const right = own.filter((answer) => answer.right).length;
  const answer = solution(question, locale);
  const marks = chosenOf(question, showing.id, [], locale).flatMap(({ mark, right: is }) => (is && mark ? [mark] : []));
  // The class asks which number it is.
  const numbered = marks.length === 1 ? `${marks[0]}. ` : '';
  const foot = ko ? `${own.length}명 가운데 ${right}명이 맞혔어요` : `${right} of ${own.length} were right`;
  const spread: Block =
    own.length === 0
      ? { type: 'footer', text: ko ? '아직 답한 사람이 없었어요' : 'Nobody has answered' }
      : {
          type: 'board',
          look: 'bars',
          title: question.ask[locale].replaceAll('`', ''),
          rows: spreadRows(showing, at, own, locale),
          foot,
        };
  return toChannel('success', [
    { type: 'heading', text: ko ? `문제 ${at + 1} 정답` : `The answer to question ${at + 1}` },
    { type: 'text', markdown: answer.includes('\n') ? answer : `**${numbered}${answer.replaceAll('*', '\\*')}**` },
    { type: 'text', markdown: question.why[locale] },
    spread,
    ...inFields(leadersOf(showing, locale)),
    ...elsewhere(showing, locale),
    ...onwards(showing, at, locale),
    { type: 'buttons', buttons: [button(ko ? '자세히' : 'More', `seen ${post} more`)] },
  ]);
}

function reason({ live: { step } }: Kept, locale: Locale): string {
  const ko = locale === 'ko';
  const why = step.kind === 'over' ? step.why : 'done';
  switch (why) {
    case 'abandoned':
      return ko ? '기다려도 이어지지 않아서 여기서 마쳤어요.' : 'Nobody went on, so it ends here.';
    case 'stopped':
      return ko ? '선생님이 여기서 마쳤어요.' : 'The instructor has ended it here.';
    case 'done':
      return ko ? '모두 수고했어요!' : 'Well played, everyone!';
    default:
      return why satisfies never;
  }
}

/** The end of a session: who won, and the way to one's own result. */
export function ended(showing: Showing, locale: Locale): Reply {
  const ko = locale === 'ko';
  const { id, post, kept, answers } = showing;
  const { plan } = kept.live;
  const players = new Set(answers.map(({ person }) => person)).size;
  const right = answers.filter((answer) => answer.right).length;
  const leaders = leadersOf(showing, locale);
  const first = leaders[0]?.points ?? 0;
  const podium: Block[] =
    first === 0
      ? []
      : [
          {
            type: 'board',
            look: 'podium',
            title: sessionTitle(kept, locale),
            rows: leaders.slice(0, STEPS).map(({ name, points, rank, value }) => ({
              ...{ mark: String(rank), name, value },
              ...{ share: points / first, best: rank === 1 },
            })),
            foot: ko ? `${players}명 참여` : `${players} player${players === 1 ? '' : 's'}`,
          },
        ];
  return toChannel('success', [
    { type: 'heading', text: ko ? '🏁 라이브 퀴즈가 끝났어요' : '🏁 The live quiz is over' },
    { type: 'text', markdown: reason(kept, locale) },
    ...podium,
    ...inFields(leaders),
    ...elsewhere(showing, locale),
    ...(players > 0
      ? [
          {
            type: 'buttons',
            buttons: [
              { ...button(ko ? '내 결과 보기' : 'My result', `result ${post}`), primary: true },
              button(ko ? '선생님용 요약' : 'For instructors', `recap ${id}`),
            ],
          } as const,
        ]
      : []),
    {
      type: 'footer',
      text: ko
        ? `${players}명 참여 · 답 ${answers.length}개 가운데 ${right}개가 맞았어요 · 문제 ${plan.questions.length}개 · ${post}`
        : `${players} player${players === 1 ? '' : 's'} · ${right} of ${answers.length} answers right · ${plan.questions.length} questions · ${post}`,
    },
  ]);
}
