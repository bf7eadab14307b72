import { expect, test } from 'vitest';
import type { Question } from '../../../src/content/model.ts';
import type { Locale } from '../../../src/core/locale.ts';
import type { Answer, Player } from '../../../src/core/session.ts';
import type { Live, LivePlan } from '../../../src/live/machine.ts';
import { playedQuestions } from '../../../src/live/results/played.ts';
import { renderRecap } from '../../../src/live/results/recap.ts';
import { renderAnswer, renderEnd } from '../../../src/live/results/scenes.ts';
import type { SceneData } from '../../../src/live/scene-blocks.ts';
import { written } from '../../support/questions.ts';
import { blockOf, textsOf } from '../../support/replies.ts';

const DONE: Live['step'] = { kind: 'over', why: 'done' };
const STOPPED: Live['step'] = { kind: 'over', why: 'stopped' };

const question: Question = { ...written({ type: 'typed', accept: ['파드'] }), id: 'q1', term: 'pod' };

/** An answer: `elapsed` milliseconds of ten thousand, so that one of 20 scores a point less. */
const answer = (person: string, elapsed: number, right = true, at = 0): Answer => ({
  ...{ session: 's', question: at, person, name: person, picked: right ? '파드' : '노드', right },
  ...{ elapsed, at: 1 },
});

function showing(answers: readonly Answer[], step = DONE, more: Partial<LivePlan> = {}): SceneData {
  const plan: LivePlan = { questions: ['q1', 'q1', 'q1'], mode: 'speed', open: 10_000, ...more };
  const state = {
    live: { plan, step, auto: true, paused: undefined },
    ...{ topic: undefined, channels: [], away: [], unseen: [], day: '2026-11-25' },
  };
  return {
    ...{ id: 's', post: 'POST', channel: 'discord:1', isAgain: false, answered: 0, state, answers, players: [] },
    questions: [question, question, question],
    now: 0,
  };
}

const said = (of: SceneData, locale: Locale = 'ko'): string => textsOf(renderEnd(of, locale)).join('\n');
const stepsOf = (of: SceneData): string[] =>
  renderEnd(of, 'ko').blocks.flatMap((block) =>
    block.type === 'board' ? block.rows.map(({ mark, name }) => `${mark} ${name}`) : [],
  );
const recap = ({ id, state, questions, answers }: SceneData, locale: Locale = 'ko'): string =>
  textsOf(renderRecap({ id, state, questions, answers }, new Map(), locale)).join('\n');

test('played is what was opened: all of it at its end, and before that up to the last that anybody answered', () => {
  const answers = [answer('a', 0, false, 1)];
  expect(playedQuestions(showing(answers).state, answers)).toEqual([0, 1, 2]);
  expect(playedQuestions(showing(answers, STOPPED).state, answers)).toEqual([0, 1]);
  expect(playedQuestions(showing([], STOPPED).state, [])).toEqual([]);
  expect(said(showing(answers, STOPPED))).toContain('1명 참여 · 문제 3개 중 2개를 풀었어요');
  expect(said(showing(answers, STOPPED), 'en')).toContain('1 player · 2 of 3 questions played');
  expect(said(showing(answers), 'en')).toContain('1 player · 3 questions');
});

test('an end that nobody played says only so', () => {
  expect(textsOf(renderEnd(showing([], STOPPED), 'ko')).filter(Boolean)).toEqual([
    '🏁 라이브 퀴즈가 끝났어요',
    '답한 사람이 없어서 결과가 없어요.',
  ]);
});

test('a leader on a step is not named again below it, and a team is compared by its mean', () => {
  const of = showing(['a', 'b', 'c', 'd', 'e', 'f'].map((who, i) => answer(who, i * 20)));
  expect(stepsOf(of)).toEqual(['1 a', '2 b', '3 c']);
  expect(blockOf(renderEnd(of, 'ko'), 'fields').fields.map(({ name }) => name)).toEqual(['4. d', '5. e']);
  expect(said(of).split('6명 참여')).toHaveLength(2);
  const teams = {
    ...showing([answer('a', 0)], DONE, { mode: 'team', teams: 2 }),
    players: [{ person: 'a', place: 0 }],
  };
  expect(blockOf(renderAnswer(teams, 0, 'en') ?? renderEnd(teams, 'en'), 'fields').fields[0]?.value).toBe(
    '1,000 points on average · 1 member',
  );
});

test('equals have steps of their own while there are enough, and share one where they are not', () => {
  const two = showing([answer('a', 0), answer('b', 0), answer('c', 20)]);
  expect(stepsOf(two)).toEqual(['1 a', '1 b', '3 c']);
  const third = showing([answer('a', 0), answer('b', 20), answer('c', 40), answer('d', 40), answer('e', 60)]);
  expect(stepsOf(third)).toEqual(['1 a', '2 b', '3 c, d']);
  const fifth = showing(['a', 'b', 'c', 'd', 'e', 'f'].map((who, i) => answer(who, Math.min(4, i) * 20)));
  expect(blockOf(renderEnd(fifth, 'ko'), 'fields').fields.map(({ name }) => name)).toEqual(['4. d', '5. e, f']);
});

test('an answer that nobody had, or that nobody gave, shames nobody', () => {
  const foot = (answers: readonly Answer[], locale: Locale): string =>
    textsOf(renderAnswer(showing(answers), 0, locale) ?? renderEnd(showing([]), locale)).join('\n');
  expect(foot([answer('a', 0, false)], 'ko')).toContain('이번에는 맞힌 사람이 없어요. 함께 살펴봐요!');
  expect(foot([answer('a', 0)], 'ko')).toContain('1명 중 1명이 맞혔어요');
  expect(foot([answer('a', 0)], 'en')).toContain('1 of 1 got it right');
  expect(foot([], 'ko')).toContain('답한 사람이 없어요');
});

test('a told answer is the question with its code, then bars, the answer, and why', () => {
  const code = '$ kubectl get svc\nNAME  TYPE';
  const about = { ...showing([answer('a', 0, false), answer('b', 0)]), questions: [{ ...question, code }] };
  const told = (of: SceneData) =>
    (renderAnswer(of, 0, 'ko')?.blocks ?? []).flatMap((block) =>
      block.type === 'board' ? [`board: ${block.title}`] : block.type === 'text' ? [block.markdown] : [],
    );
  expect(told(about)).toEqual([
    `${question.ask.ko}\n\n\`\`\`console\n${code}\n\`\`\``,
    'board: 이렇게 답했어요',
    '✅ 정답: **파드**',
    question.why.ko,
  ]);
  // Without code the bars name the question.
  expect(told({ ...about, questions: [question] })[0]).toBe(`board: ${question.ask.ko}`);
});

test('the summary says what was typed, how many took part in what was opened, and a share as reports do', () => {
  const answers = [
    ...['a', 'b', 'c'].map((who) => answer(who, 0, who === 'a')),
    ...['a', 'b', 'c'].map((who) => answer(who, 0, true, 1)),
    ...['a', 'b'].map((who) => answer(who, 0, false, 2)),
  ];
  const of = showing(answers.slice(0, 5), STOPPED);
  expect(recap(of)).toContain('**2명**이 ‘노드’를 적었어요');
  expect(recap(of, 'en')).toContain('**2** typed ‘노드’');
  expect(recap(of)).toContain('3명 · 문제마다 평균 2.5명');
  expect(recap(of)).toContain('3개 중 2개');
  // Four of six, 66.7 %.
  expect(recap(showing(answers.slice(0, 6)))).toContain('67%');
  expect(recap(showing([]), 'en')).toContain('Nobody answered this time');
});

const joined = (person: string): Player => ({ person, name: person, place: 0 });

test('all who play are on the board, also those without points or answers; a podium is for those with points', () => {
  const hidden: Player = { ...joined('d'), isHidden: true };
  const few = {
    ...showing([answer('a', 0), answer('b', 100, false)]),
    players: [joined('c'), hidden],
  };
  expect(stepsOf(few)).toEqual(['1 a']);
  expect(said(few)).toContain('b\n0점\nc\n0점');
  // Who keeps out of reports is not named for having done nothing.
  expect(said(few)).not.toMatch(/\bd\b/);
  // Nobody is first or last before there are points.
  expect(said({ ...showing([answer('b', 100, false)]), players: [joined('c')] })).not.toContain('0점');
});
