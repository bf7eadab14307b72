/** What came of a live quiz: held against every press of its students, and every message of its channels. */
import type { Answer, Player } from '../../src/core/session.ts';
import { whoJoined } from '../../src/live/joined.ts';
import type { LivePlan } from '../../src/live/machine.ts';
import { openTime } from '../../src/live/open-time.ts';
import { type LiveState, sceneName, sceneOfStep } from '../../src/live/state.ts';
import type { Press, Told } from './live-side.ts';

/** A student's press. */
export interface Pressed {
  person: string;
  /** From 0. */
  question: number;
  picked: string;
  press: Press;
}

export interface Counts {
  /** Channels that had a lobby before the first question. */
  lobbies: number;
  /** Students who were told that they have joined, and those of them who have not. */
  joined: number;
  unjoined: number;
  presses: number;
  /** Presses that were told that the answer is in. */
  acknowledged: number;
  /** Told so, and not kept as it was picked. */
  lost: number;
  /** Told so for a question for which the same student was told so before. */
  again: number;
  /** Answers that are kept. */
  kept: number;
  /** Of them, those that their student has not pressed, or only after being told to have answered. */
  strange: number;
  /** Questions, answers and ends that there should be in the channels; how many of them are there twice, and not at all. */
  expected: number;
  seen: number;
  twice: number;
  missing: number;
  /** Messages whose counts or points are not those of the store. */
  wrong: number;
  /** Questions that closed before their time since all who joined had answered. */
  allIn: number;
  /** Questions whose channel had less than their time for another reason, and that came to it when they were closed. */
  early: number;
  closed: number;
  /** Quizzes that ended before their last question. */
  abandoned: number;
}

export interface Counted extends Counts {
  /** Milliseconds that each question stayed open after its time, or once a program was there again that could close it. */
  late: readonly number[];
  /** What is wrong, as it is said in a channel. */
  wrongly: readonly string[];
}

export interface Played {
  /** As it was at each look. */
  states: readonly LiveState[];
  answers: readonly Answer[];
  players: readonly Player[];
  /** In the order in which they were made. */
  pressed: readonly Pressed[];
  /** Students who were told that they have joined. */
  joined: ReadonlySet<string>;
  /** Messages that could be joined by. */
  lobbies: ReadonlySet<Told>;
  /** Messages that could be answered. */
  asked: ReadonlySet<Told>;
  channels: readonly { channel: string; messages: readonly Told[] }[];
  names: ReadonlyMap<string, string>;
  /** When a program was there again, epoch milliseconds. */
  started: readonly number[];
}

const IN = '답을 받았어요';
const TWICE = '이미 답했어요';

/** Everything that a student has pressed for a question, and what is kept of it. */
function countAnswers({ pressed, answers }: Played) {
  const keyOf = ({ person, question }: Pick<Answer, 'person' | 'question'>): string => `${person} ${question}`;
  const kept = new Map(answers.map((answer) => [keyOf(answer), answer.picked]));
  const by = Map.groupBy(pressed, keyOf);
  const counts = { presses: pressed.length, acknowledged: 0, lost: 0, again: 0, kept: answers.length, strange: 0 };
  for (const [key, own] of by) {
    const picked = kept.get(key);
    const isIn = own.filter(({ press }) => press.said().includes(IN));
    counts.acknowledged += isIn.length;
    counts.lost += isIn.filter((one) => one.picked !== picked).length;
    counts.again += Math.max(0, isIn.length - 1);
    const first = own.findIndex(({ press }) => press.said().includes(TWICE));
    const before = first < 0 ? own : own.slice(0, first + 1);
    if (picked === undefined ? first >= 0 : !before.some((one) => one.picked === picked)) counts.strange++;
  }
  counts.strange += Array.from(kept.keys()).filter((key) => !by.has(key)).length;
  return counts;
}

/** What a scene's message says, whatever else it does. */
function wordsOf(scene: string, { questions }: LivePlan): string {
  const [, kind, at] = /^([a-z]+)(\d*)$/.exec(scene) ?? [];
  const number = Number(at) + 1;
  if (kind === 'ask') return `문제 ${number} / ${questions.length}`;
  return kind === 'tell' ? `문제 ${number} 정답` : kind === 'count' ? '라이브 퀴즈를 시작' : '라이브 퀴즈가 끝났어요';
}

/** Points as they are told in the rules: all of a thousand at once, half of it at the end. */
const pointsOf = ({ question, right, elapsed }: Answer, plan: LivePlan): number =>
  right ? Math.round(1000 - 500 * Math.min(1, elapsed / openTime(plan, question))) : 0;

/** Those who have joined: they pressed that they do, and it is stored. */
const joinedOf = ({ players }: Pick<Played, 'players'>): string[] =>
  players.flatMap(({ person, name }) => (name === undefined ? [] : [person]));

/** Is what the message of a scene says of players, answers and points what the store has? */
function isTrue(scene: string, said: string, played: Played, plan: LivePlan): boolean {
  const { answers, names } = played;
  const joined = whoJoined(played.players, answers).size;
  if (scene === 'count') {
    // A kill may come between the end and the count of those who joined by an answer to the last question.
    const told = Number(/(\d+)명이 참여했어요/.exec(said)?.[1] ?? 0);
    return told >= joinedOf(played).length && told <= joined;
  }
  if (scene.startsWith('ask')) {
    const own = answers.filter(({ question }) => question === Number(scene.slice(3)));
    return said.includes(own.length === 0 ? '마감했어요' : `마감했어요 · ${own.length}명이 답했어요`);
  }
  if (scene !== 'end') return true;
  const by = Map.groupBy(answers, ({ person }) => person);
  const points = Array.from(by, ([person, own]) => ({
    name: names.get(person) ?? '',
    sum: own.reduce((sum, answer) => sum + pointsOf(answer, plan), 0),
  }));
  const leaders = points.filter(({ sum }) => sum > 0).sort((a, b) => b.sum - a.sum);
  // Of those with the same points, any may be named.
  const least = leaders[4]?.sum ?? 0;
  const right = answers.filter((answer) => answer.right).length;
  return (
    said.includes(by.size === 0 ? '답한 사람이 없어서' : `${joined}명 참여`) &&
    (right === 0 || said.includes(`답 ${answers.length}개 중 ${right}개가 맞았어요`)) &&
    leaders
      .filter(({ sum }) => sum > least || leaders.length < 5)
      .every(({ name, sum }) => new RegExp(`${name}[^점]*${sum.toLocaleString('ko')}점`, 'u').test(said))
  );
}

/** What is in the channels. */
function countMessages(played: Played, plan: LivePlan) {
  const { states, channels, asked } = played;
  const scenes = new Set(['count', ...states.map(({ live }) => sceneName(sceneOfStep(live)))]);
  const counts = { expected: 0, seen: 0, twice: 0, missing: 0, closed: 0 };
  const wrongly: string[] = [];
  for (const scene of scenes)
    for (const { messages } of channels) {
      const own = messages.filter((message) => message.said().includes(wordsOf(scene, plan)));
      counts.twice += Number(own.length > 1);
      const said = own.map((message) => message.said()).filter((words) => !isTrue(scene, words, played, plan));
      wrongly.push(...said.map((words) => `${scene}: ${words}`));
      // A lobby that no student could see in time is not made up for.
      if (scene === 'count') continue;
      counts.expected++;
      counts.seen += own.length;
      counts.missing += Number(own.length === 0);
      if (scene.startsWith('ask')) counts.closed += own.filter((message) => !asked.has(message)).length;
    }
  return { ...counts, wrong: wrongly.length, wrongly };
}

/** Milliseconds before a program says so, in which it may have gone on. */
const BEFORE = 1000;

/** Had all who joined before a question, or answered an earlier one, answered it? */
function areAllIn(at: number, played: Played): boolean {
  const { answers } = played;
  const roster = new Set([
    ...joinedOf(played),
    ...answers.flatMap(({ person, question }) => (question < at ? [person] : [])),
  ]);
  for (const { person, question } of answers) if (question === at) roster.delete(person);
  return roster.size === 0;
}

/** How long questions were open. */
function countTime(played: Played, plan: LivePlan) {
  const { states, channels, asked, started } = played;
  const late: number[] = [];
  let early = 0;
  let allIn = 0;
  for (const at of plan.questions.keys()) {
    const told = states.findLast(({ live: { step } }) => step.kind === 'told' && step.at === at)?.live.step;
    const open = states.findLast(({ live: { step } }) => step.kind === 'asking' && step.at === at)?.live.step;
    if (told?.kind !== 'told' || open?.kind !== 'asking') continue;
    const closed = told.since;
    const there = started.filter((ms) => ms <= closed + BEFORE);
    const time = openTime(plan, at);
    const ends = Math.max(...Object.values(open.seen)) + time;
    late.push(Math.max(0, closed - Math.max(ends, ...there)));
    if (areAllIn(at, played)) {
      allIn += Number(closed < ends);
      continue;
    }
    for (const { messages } of channels)
      for (const message of messages)
        if (asked.has(message) && message.said().includes(wordsOf(`ask${at}`, plan)))
          early += Number(closed < message.at + time);
  }
  return { late, early, allIn };
}

export function countLive(played: Played): Counted {
  const last = played.states.at(-1)?.live;
  if (!last) throw new Error('nobody has looked at it');
  const { plan, step } = last;
  const abandoned = Number(step.kind !== 'over' || step.why !== 'done');
  const stored = new Set(joinedOf(played));
  const joins = {
    lobbies: played.lobbies.size,
    joined: played.joined.size,
    unjoined: Array.from(played.joined).filter((person) => !stored.has(person)).length,
  };
  return { ...joins, ...countAnswers(played), ...countMessages(played, plan), ...countTime(played, plan), abandoned };
}
