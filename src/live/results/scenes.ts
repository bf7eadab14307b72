import type { Question } from '../../content/model.ts';
import type { Locale } from '../../core/locale.ts';
import { sessionOfRoom } from '../../core/page.ts';
import type { Block, Reply } from '../../core/reply/blocks.ts';
import { BOARD, type Row } from '../../core/reply/board.ts';
import { button, buttons, countdown, footer, heading, markdown } from '../../core/reply/builders.ts';
import { markIn } from '../../core/reply/option-mark.ts';
import type { Answer } from '../../core/session.ts';
import { oneLine } from '../../language/normalize.ts';
import { withoutEscapes } from '../../markdown/escape.ts';
import { pressLine } from '../../outbox/lines.ts';
import { codeMarkdown } from '../../questions/code.ts';
import { whoJoined } from '../joined.ts';
import { recapLine, resultLine } from '../lines.ts';
import { isCounted, LIVE_TIMES } from '../machine.ts';
import {
  leftOutBefore,
  pausedNote,
  questionBlocks,
  type SceneData,
  toChannel,
  unreachableNote,
} from '../scene-blocks.ts';
import { sessionTitle } from '../state.ts';
import { text as liveText } from '../text.ts';
import { countAnswers } from './distribution.ts';
import { rankLeaders, renderLeaders, topLeaders } from './leaderboard.ts';
import { answersTo, countedQuestions, playedQuestions, tallyOf } from './played.ts';
import { solutionMarkdown } from './solution.ts';
import { text } from './text.ts';

/** Of the podium; see BOARD. */
const STEPS = 3;
/** How a question was answered, as rows of a picture. */
function answerRows(
  question: Question,
  { id: session, channel }: Pick<SceneData, 'id' | 'channel'>,
  own: readonly Answer[],
  locale: Locale,
): Row[] {
  const counts = countAnswers(question, session, own, locale).slice(0, BOARD.bars);
  return counts.map(({ mark, label, count, right }) => ({
    mark: markIn(mark, channel),
    name: label,
    value: text(locale).gaveAnswer(count, right),
    share: count / own.length,
    best: right,
  }));
}

/** How the quiz goes on from an answer, while that is the latest. */
function onwards({ state, now }: SceneData, at: number, locale: Locale): Block[] {
  const { plan, step, auto, paused } = state.live;
  if (step.kind !== 'told' || step.at !== at) return [];
  const words = text(locale);
  if (paused !== undefined) return pausedNote({ state }, locale).map(footer);
  if (!auto) return [footer(words.untilInstructor)];
  const { clock, inSeconds } = liveText(locale);
  const isLast = at + 1 >= plan.questions.length;
  return [
    countdown(isLast ? clock.result : clock.next, { ends: step.ends, whole: LIVE_TIMES.tell, now }, inSeconds),
    ...(isLast ? [] : [footer(words.mayPause)]),
  ];
}

/** What a channel missed: the question that could not be posted in it while it was open. */
function missedBlocks({ id, state, channel }: SceneData, question: Question, at: number, locale: Locale): Block[] {
  if (!state.unseen.some((one) => one.at === at && one.channel === channel)) return [];
  return [markdown(text(locale).missedInChannel(at + 1)), ...questionBlocks(question, { id, channel }, locale)];
}

/** A question with how it was answered, its answer, why, and who leads; undefined where the question is gone. */
export function renderAnswer(data: SceneData, at: number, locale: Locale): Reply | undefined {
  const { id, post, channel, questions } = data;
  const question = questions[at];
  if (!question) return undefined;
  const words = text(locale);
  const own = answersTo(data, at);
  const { right } = tallyOf(own);
  const missed = missedBlocks(data, question, at, locale);
  const code = codeMarkdown(question);
  // The bars name the question, but for one whose code has to stand between.
  const isNamed = own.length > 0 && code === '';
  const asked = missed.length > 0 || isNamed ? [] : [markdown(question.ask[locale] + code)];
  const spread: Block =
    own.length === 0
      ? footer(isCounted(data.state.live, at) ? words.nobodyAnswered : liveText(locale).leftOut)
      : {
          type: 'board',
          look: 'bars',
          title: isNamed ? oneLine(withoutEscapes(question.ask[locale]).replaceAll('`', '')) : words.howAnswered,
          rows: answerRows(question, data, own, locale),
          foot: right === 0 ? words.nobodyRight : words.gotItRight(right, own.length),
        };
  return toChannel('success', [
    heading(words.answerTo(at + 1)),
    ...missed,
    ...asked,
    spread,
    markdown(solutionMarkdown(question, id, { locale, channel })),
    markdown(question.why[locale]),
    ...renderLeaders(rankLeaders(data, locale)),
    ...unreachableNote(data, locale),
    ...onwards(data, at, locale),
    buttons(
      // Nobody who answered nothing has one; the message is found by the other button as well.
      ...(own.length === 0 ? [] : [button(liveText(locale).ownAnswer, resultLine.write({ post }))]),
      button(words.more, pressLine.write({ post, press: 'more' })),
    ),
  ]);
}

/** What was played, in small print: `답 8개 중 4개가 맞았어요 · 문제 6개 중 2개를 풀었어요`. */
function playedNotes({ state, answers }: SceneData, locale: Locale): string[] {
  const words = text(locale);
  const { answered, right } = tallyOf(answers);
  const counted = countedQuestions(state);
  const played = words.played(playedQuestions(state, answers).length, counted.length);
  const leftOut = state.live.plan.questions.length - counted.length;
  return [
    ...(right === 0 ? [] : [words.rightAnswers(right, answered)]),
    played,
    ...(leftOut === 0 ? [] : [words.questionsLeftOut(leftOut)]),
  ];
}

const ending = (accent: Reply['accent'], blocks: readonly Block[]): Reply => ({
  ...toChannel(accent, blocks),
  final: true,
});

/** The end of a session: who won, and the way to one's own result. */
export function renderEnd(data: SceneData, locale: Locale): Reply {
  const { id, post, state, answers, players } = data;
  const { step } = state.live;
  const words = text(locale);
  if (answers.length === 0)
    return ending('info', [
      heading(words.over),
      markdown(words.noResult),
      ...leftOutBefore(data, state.live.plan.questions.length, locale),
      ...unreachableNote(data, locale),
      buttons(button(words.practiseAll, resultLine.write({ post, what: 'again', number: 1 }))),
    ]);
  const count = words.players(whoJoined(players, answers).size);
  const leaders = rankLeaders(data, locale);
  const best = leaders[0]?.points ?? 0;
  const winners = leaders.filter(({ points }) => points > 0);
  const podium: Block = {
    type: 'board',
    look: 'podium',
    title: sessionTitle(state, locale),
    rows: topLeaders(winners, STEPS, locale).map(({ name, points, rank, value }) => ({
      ...{ mark: String(rank), name, value },
      ...{ share: points / best, best: rank === 1 },
    })),
    unnamed: words.unnamed,
    foot: count,
  };
  // Leaders on a step of the podium are named there.
  const others = leaders.filter(({ rank, points }) => points === 0 || rank > STEPS);
  return ending('success', [
    heading(words.over),
    markdown(words.why[step.kind === 'over' ? step.why : 'done']),
    ...leftOutBefore(data, state.live.plan.questions.length, locale),
    ...(best === 0 ? [] : [podium]),
    ...renderLeaders(others),
    ...unreachableNote(data, locale),
    buttons(
      button(words.myResult, resultLine.write({ post }), 'primary'),
      // In a room students alone read it: its instructor has the summary in their own hand.
      ...(sessionOfRoom(data.channel) === undefined
        ? [button(words.forInstructors, recapLine.write({ session: id }))]
        : []),
    ),
    footer([...(best === 0 ? [count] : []), ...playedNotes(data, locale)].join(' · ')),
  ]);
}
