import { expect, test } from 'vitest';
import type { Locale } from '../../../src/core/locale.ts';
import { solution } from '../../../src/questions/types.ts';
import {
  AGAIN,
  type Asked,
  answerIt,
  GRADES,
  NEXT,
  PASS,
  PLACES,
  type Player,
  playerOn,
  press,
  questionIn,
  RESULT,
  startQuiz,
} from '../../fakes/slack/playing.ts';
import { fromBot, labelsSeen, NOBODY, said, spoken, titleOf } from '../../fakes/slack/seen.ts';
import { sample } from '../../support/sample.ts';
import { botOf, COURSE } from '../../support/world.ts';

const { bot, world, logged: bugs } = await botOf([COURSE]);
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

/** Plays to the end in one and the same message or modal; `right` decides question by question. Gives the ids. */
async function play(how: Player, on: Asked, total: number, right: (at: number) => boolean | 'pass') {
  const { locale } = how;
  const seen: string[] = [];
  let missed = 0;
  for (let at = 1; at <= total; at++) {
    expect(titleOf(on)).toBe(locale === 'ko' ? `문제 ${at} / ${total}` : `Question ${at} of ${total}`);
    const question = questionIn(on, world.course().questions);
    seen.push(question.id);
    const knows = right(at);
    const graded = knows === 'pass' ? await press(how, on, PASS[locale]) : await answerIt(how, on, question, knows);
    expect(graded).toBe(on);
    const grade = knows === 'pass' ? 'unknown' : knows ? 'right' : 'wrong';
    missed += Number(!(knows === true));
    expect(titleOf(on), question.ask.ko).toBe(GRADES[locale][grade]);
    expect(letters(said(on))).toContain(letters(question.ask[locale]));
    expect(letters(said(on))).toContain(letters(question.why[locale]));
    for (const part of solution(question, locale).split(/, |\n| → |[①-⑤] /))
      expect(letters(said(on))).toContain(letters(part));
    if ('pings' in on) expect([on.pings, spoken(on).split('\n')[0]]).toEqual([NOBODY, titleOf(on)]);
    const label = at < total ? NEXT[locale] : missed > 0 ? AGAIN[locale] : RESULT[locale];
    expect(await press(how, on, label)).toBe(on);
  }
  // What was not right comes back, once.
  for (let at = 1; at <= missed; at++) {
    expect(titleOf(on)).toBe(locale === 'ko' ? `다시 풀기 ${at} / ${missed}` : `Once more, ${at} of ${missed}`);
    await answerIt(how, on, questionIn(on, world.course().questions), true);
    await press(how, on, at < missed ? NEXT[locale] : RESULT[locale]);
  }
  return seen;
}

/** Most types of questions are in these two; all others in test/contract/question-types.test.ts. */
const TOPICS = ['virtual-machine', 'service'].map((id) => {
  const term = world.course().terms.get(id);
  if (!term) throw new Error(`no ${id}`);
  return term;
});

const ROUNDS: [Locale, string, (at: number) => boolean | 'pass'][] = [
  ['ko', 'knowing everything', () => true],
  ['ko', 'knowing nothing', () => false],
  ['ko', 'saying so', () => 'pass'],
  ['en', 'knowing half', (at: number) => at % 2 === 0],
];

test.each(PLACES.flatMap((place) => ROUNDS.map((round) => [place, ...round] as const)))(
  'a round with questions of many types is played in one message or modal (%s, %s, %s)',
  async (place, locale, _, right) => {
    const how = await playerOn(bot, locale);
    const { slack, user } = how;
    for (const [played, term] of TOPICS.entries()) {
      const on = await startQuiz(how, term.title[locale], place);
      const total = term.questions.length;
      const seen = await play(how, on, total, right);
      expect(seen.toSorted()).toEqual(term.questions.map(({ id }) => id).toSorted());
      const score = term.questions.filter((_, i) => right(i + 1) === true).length;
      expect(titleOf(on)).toBe(
        locale === 'ko' ? `${total}문제 중 ${score}문제를 맞혔어요` : `${score} of ${total} right`,
      );
      const squares = (said(on).match(/🟩|🟥|⬜/gu) ?? []).join('');
      const squareOf = { pass: '⬜', true: '🟩', false: '🟥' } as const;
      expect(squares).toBe(term.questions.map((_, i) => squareOf[`${right(i + 1)}`]).join(''));
      // What was missed is a button away.
      expect(labelsSeen(on).includes(term.title[locale])).toBe(score < total);
      if (place === 'modal')
        expect([fromBot(slack, user, 'class', user), fromBot(slack, user, 'dm')]).toEqual([[], []]);
      else {
        expect(fromBot(slack, user, place, user)).toHaveLength(played + 1);
        expect('ephemeralFor' in on && on.ephemeralFor).toBe(place === 'dm' ? undefined : user.id);
      }
      await press(how, on, locale === 'ko' ? '한 번 더 풀기' : 'Once more');
      expect(titleOf(on)).toMatch(locale === 'ko' ? /^문제 1 / : /^Question 1 /);
    }
    expect(new Set(TOPICS.flatMap(({ questions }) => questions.map(({ type }) => type))).size).toBeGreaterThan(5);
    for (const where of ['class', 'thread'] as const) expect(fromBot(slack, user, where)).toEqual([]);
    expect([how.logged, bugs]).toEqual([[], []]);
  },
);

test.each([
  ['ko', 'class', 'socket'],
  ['en', 'modal', 'http'],
] as const)(
  'the questions of a concept can be answered right as they are shown (%s, %s, %s)',
  async (locale, place, mode) => {
    const how = await playerOn(bot, locale, mode);
    const terms = sample(world.course().terms.values(), 8).values();
    await Promise.all(
      ['민수', '서연', '지우', 'Ann'].map(async (name) => {
        const student = { ...how, user: how.slack.user(name, { locale: how.user.locale }) };
        // Whoever has finished one takes the next.
        for (const term of terms) {
          const on = await startQuiz(student, term.title[locale], place);
          const seen = await play(student, on, Number(titleOf(on).match(/\d+$/)?.[0]), () => true);
          expect(seen.toSorted()).toEqual(term.questions.map(({ id }) => id).toSorted());
        }
      }),
    );
    expect(terms.next().done).toBe(true);
    expect([how.logged, bugs]).toEqual([[], []]);
  },
);
