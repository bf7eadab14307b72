import type { Question } from '../../content/model.ts';
import type { Locale } from '../../core/locale.ts';
import type { Block, Reply } from '../../core/reply/blocks.ts';
import type { Row } from '../../core/reply/board.ts';
import { button } from '../../core/reply/builders.ts';
import type { Answer } from '../../core/session.ts';
import { solution } from '../../questions/types.ts';
import { LIVE_TIMES } from '../machine.ts';
import { pausedNote, questionBlocks, type SceneData, toChannel, unreachableNote } from '../scene-blocks.ts';
import { type LiveState, sessionTitle } from '../state.ts';
import { countAnswers } from './distribution.ts';
import { leaderFields, plural, rankLeaders, topLeaders, UNNAMED } from './leaderboard.ts';

/** Of the podium; see BOARD. */
const STEPS = 3;
/** Rows of a picture of answers. */
const SPREAD = 13;

/** How many of its questions were played: of a session that ended early, up to the last that anybody answered. */
export const countPlayed = ({ live: { plan, step } }: LiveState, answers: readonly Answer[]): number =>
  step.kind === 'over' && step.why === 'done'
    ? plan.questions.length
    : answers.reduce((most, { question }) => Math.max(most, question + 1), 0);

/** How a question was answered, as rows of a picture. */
function spreadRows(showing: SceneData, at: number, own: readonly Answer[], locale: Locale): Row[] {
  const question = showing.questions[at];
  if (!question) return [];
  const ko = locale === 'ko';
  const rows = countAnswers(question, showing.id, own, locale).slice(0, SPREAD);
  return rows.map(({ mark, label, count, right }) => ({
    mark,
    name: label,
    value: `${ko ? `${count}명` : plural(count, 'answer')}${right ? (ko ? ' · 정답' : ' · right') : ''}`,
    share: own.length === 0 ? 0 : count / own.length,
    best: right,
  }));
}

/** How it goes on from an answer. */
function onwards({ state }: SceneData, at: number, locale: Locale): Block[] {
  const { plan, step } = state.live;
  if (step.kind !== 'told' || step.at !== at) return [];
  const ko = locale === 'ko';
  const isLast = at + 1 >= plan.questions.length;
  const seconds = LIVE_TIMES.tell / 1000;
  const words = (): string => {
    if (plan.mode === 'calm') return ko ? '선생님이 넘기면 이어져요' : 'It goes on when the instructor says so';
    if (isLast) return ko ? `${seconds}초 뒤에 결과를 보여 줘요` : `The result comes in ${seconds} seconds`;
    return ko
      ? `${seconds}초 뒤에 다음 문제가 나와요 · 더 이야기하려면 선생님이 ‘잠깐 멈춤’을 누르면 돼요`
      : `The next question comes in ${seconds} seconds · an instructor can pause to say more`;
  };
  return [{ type: 'footer', text: pausedNote({ state }, locale)[0] ?? words() }];
}

/** What a channel missed: the question that could not be posted in it while it was open. */
function missedBlocks({ id, state, channel }: SceneData, question: Question, at: number, locale: Locale): Block[] {
  if (!state.unseen.some((one) => one.at === at && one.channel === channel)) return [];
  const note =
    locale === 'ko'
      ? `⚠️ 이 채널에는 ${at + 1}번 문제를 제때 올리지 못해서 답을 받지 못했어요. 이런 문제였어요.`
      : `⚠️ Question ${at + 1} could not be posted here in time, so nobody here could answer it. This was the question.`;
  return [{ type: 'text', markdown: note }, ...questionBlocks(question, id, locale)];
}

/** The answer of a question, why, how it was answered, and who leads. */
export function answerReply(showing: SceneData, at: number, locale: Locale): Reply | undefined {
  const { post, questions, answers } = showing;
  const question = questions[at];
  if (!question) return undefined;
  const ko = locale === 'ko';
  const own = answers.filter((answer) => answer.question === at);
  const right = own.filter((answer) => answer.right).length;
  const answer = solution(question, locale);
  const marks = countAnswers(question, showing.id, [], locale).flatMap(({ mark, right: is }) =>
    is && mark ? [mark] : [],
  );
  // The class asks which number it is.
  const numbered = marks.length === 1 ? `${marks[0]}. ` : '';
  const some = ko ? `${own.length}명 가운데 ${right}명이 맞혔어요` : `${right} of ${own.length} got it right`;
  const none = ko
    ? '이번에는 맞힌 사람이 없어요. 함께 살펴봐요!'
    : 'Nobody had it this time. Let us look at it together.';
  const spread: Block =
    own.length === 0
      ? { type: 'footer', text: ko ? '답한 사람이 없어요' : 'Nobody answered' }
      : {
          type: 'board',
          look: 'bars',
          title: question.ask[locale].replaceAll('`', ''),
          rows: spreadRows(showing, at, own, locale),
          foot: right === 0 ? none : some,
        };
  return toChannel('success', [
    { type: 'heading', text: ko ? `문제 ${at + 1} 정답` : `The answer to question ${at + 1}` },
    ...missedBlocks(showing, question, at, locale),
    { type: 'text', markdown: answer.includes('\n') ? answer : `**${numbered}${answer.replaceAll('*', '\\*')}**` },
    { type: 'text', markdown: question.why[locale] },
    spread,
    ...leaderFields(rankLeaders(showing, locale)),
    ...unreachableNote(showing, locale),
    ...onwards(showing, at, locale),
    { type: 'buttons', buttons: [button(ko ? '자세히' : 'More', `seen ${post} more`)] },
  ]);
}

function reason({ live: { step } }: LiveState, locale: Locale): string {
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

/** What was played, in small print: `답 8개 가운데 4개가 맞았어요 · 문제 6개 가운데 2개를 풀었어요`. */
function played({ state, answers }: SceneData, locale: Locale): string[] {
  const ko = locale === 'ko';
  const all = state.live.plan.questions.length;
  const count = countPlayed(state, answers);
  const right = answers.filter((answer) => answer.right).length;
  const questions = ko ? `문제 ${all}개` : plural(all, 'question');
  const part = ko ? `${questions} 가운데 ${count}개를 풀었어요` : `${count} of ${questions} played`;
  const known = ko
    ? `답 ${answers.length}개 가운데 ${right}개가 맞았어요`
    : `${right} of ${plural(answers.length, 'answer')} right`;
  return [...(right === 0 ? [] : [known]), count < all ? part : questions];
}

/** The end of a session: who won, and the way to one's own result. */
export function endReply(showing: SceneData, locale: Locale): Reply {
  const ko = locale === 'ko';
  const { id, post, state, answers } = showing;
  const head: Block = { type: 'heading', text: ko ? '🏁 라이브 퀴즈가 끝났어요' : '🏁 The live quiz is over' };
  if (answers.length === 0)
    return toChannel('info', [
      head,
      {
        type: 'text',
        markdown: ko ? '답한 사람이 없어서 결과가 없어요.' : 'Nobody answered, so there is no result.',
      },
      ...unreachableNote(showing, locale),
      { type: 'footer', text: ko ? `라이브 퀴즈 ${post}` : `Live quiz ${post}` },
    ]);
  const players = new Set(answers.map(({ person }) => person)).size;
  const count = ko ? `${players}명 참여` : plural(players, 'player');
  const leaders = rankLeaders(showing, locale);
  const best = leaders[0]?.points ?? 0;
  const podium: Block[] =
    best === 0
      ? []
      : [
          {
            type: 'board',
            look: 'podium',
            title: sessionTitle(state, locale),
            rows: topLeaders(leaders, STEPS).map(({ name, points, rank, value }) => ({
              ...{ mark: String(rank), name, value },
              ...{ share: points / best, best: rank === 1 },
            })),
            unnamed: UNNAMED[locale],
            foot: count,
          },
        ];
  // Whoever stands on a step is named there.
  const others = leaders.filter(({ rank }) => best === 0 || rank > STEPS);
  return toChannel('success', [
    head,
    { type: 'text', markdown: reason(state, locale) },
    ...podium,
    ...leaderFields(others),
    ...unreachableNote(showing, locale),
    {
      type: 'buttons',
      buttons: [
        { ...button(ko ? '내 결과 보기' : 'My result', `result ${post}`), primary: true },
        button(ko ? '선생님용 요약' : 'For instructors', `recap ${id}`),
      ],
    },
    {
      type: 'footer',
      text: [...(podium.length === 0 ? [count] : []), ...played(showing, locale), post].join(' · '),
    },
  ]);
}
