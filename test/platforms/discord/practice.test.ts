import { expect, test } from 'vitest';
import type { Locale } from '../../../src/core/locale.ts';
import { solution } from '../../../src/questions/types.ts';
import type { Message } from '../../fakes/discord/types.ts';
import { fewAtOnce } from '../../support/few.ts';
import {
  AGAIN,
  answerIt,
  GRADES,
  NEXT,
  PASS,
  type Player,
  playerOn,
  questionIn,
  RESULT,
  startQuiz as start,
} from '../../support/playing.ts';
import { sample } from '../../support/sample.ts';
import { inChannel, labelsSeen, NOBODY, pressed, said, titleOf } from '../../support/seen.ts';
import { botOf, COURSE } from '../../support/world.ts';

const { bot, world, logged: bugs } = await botOf([COURSE]);
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

const player = (locale: Locale = 'ko') => playerOn(bot, locale);

/** Plays to the end in the one message; `right` decides question by question. Gives the questions' ids. */
async function play(how: Player, message: Message, total: number, right: (at: number) => boolean | 'pass') {
  const { discord, user, locale } = how;
  const seen: string[] = [];
  let missed = 0;
  for (let at = 1; at <= total; at++) {
    expect(titleOf(message)).toBe(locale === 'ko' ? `문제 ${at} / ${total}` : `Question ${at} of ${total}`);
    const question = questionIn(message, world.course().questions);
    seen.push(question.id);
    const before = message.edits;
    const knows = right(at);
    const graded =
      knows === 'pass'
        ? await pressed(discord, user, message, PASS[locale])
        : await answerIt(how, message, question, knows);
    expect(graded).toBe(message);
    expect(message.edits).toBeGreaterThan(before);
    const grade = knows === 'pass' ? 'unknown' : knows ? 'right' : 'wrong';
    missed += Number(!(knows === true));
    expect(titleOf(message), question.ask.ko).toBe(GRADES[locale][grade]);
    expect(letters(said(message))).toContain(letters(question.ask[locale]));
    expect(letters(said(message))).toContain(letters(question.why[locale]));
    for (const part of solution(question, locale).split(/, |\n| → |[①-⑤] /))
      expect(letters(said(message))).toContain(letters(part));
    expect(message.pings).toEqual(NOBODY);
    await pressed(discord, user, message, at < total ? NEXT[locale] : missed > 0 ? AGAIN[locale] : RESULT[locale]);
  }
  // What was not right comes back, once.
  for (let at = 1; at <= missed; at++) {
    expect(titleOf(message)).toBe(locale === 'ko' ? `다시 풀기 ${at} / ${missed}` : `Once more, ${at} of ${missed}`);
    await answerIt(how, message, questionIn(message, world.course().questions), true);
    await pressed(discord, user, message, at < missed ? NEXT[locale] : RESULT[locale]);
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
  ['en', 'knowing everything', () => true],
  ['en', 'knowing half', (at: number) => at % 2 === 0],
];

test.each(ROUNDS)(
  'a round with questions of many types is played in one private message (%s, %s)',
  async (locale, _, right) => {
    const how = await player(locale);
    for (const [played, term] of TOPICS.entries()) {
      const message = await start(how, term.title[locale]);
      const total = term.questions.length;
      const seen = await play(how, message, total, right);
      expect(seen.toSorted()).toEqual(term.questions.map(({ id }) => id).toSorted());
      const score = term.questions.filter((_, i) => right(i + 1) === true).length;
      expect(titleOf(message)).toBe(
        locale === 'ko' ? `${total}문제 중 ${score}문제를 맞혔어요` : `${score} of ${total} right`,
      );
      const squares = (said(message).match(/🟩|🟥|⬜/gu) ?? []).join('');
      const squareOf = { pass: '⬜', true: '🟩', false: '🟥' } as const;
      expect(squares).toBe(term.questions.map((_, i) => squareOf[`${right(i + 1)}`]).join(''));
      // What was missed is a button away.
      expect(labelsSeen(message).includes(term.title[locale])).toBe(score < total);
      expect(inChannel(how.discord, how.user)).toHaveLength(played + 1);
      expect(message.ephemeral).toBe(true);
      await pressed(how.discord, how.user, message, locale === 'ko' ? '한 번 더 풀기' : 'Once more');
      expect(titleOf(message)).toMatch(locale === 'ko' ? /^문제 1 / : /^Question 1 /);
    }
    expect(new Set(TOPICS.flatMap(({ questions }) => questions.map(({ type }) => type))).size).toBeGreaterThan(5);
    expect(inChannel(how.discord)).toEqual([]);
    expect([how.logged, bugs]).toEqual([[], []]);
  },
);

test.each(['ko', 'en'] as const)(
  'the questions of a concept can be answered right as they are shown (%s)',
  async (locale) => {
    const how = await player(locale);
    await fewAtOnce(sample(world.course().terms.values(), 8), async (term) => {
      const message = await start(how, term.title[locale]);
      const seen = await play(how, message, Number(titleOf(message).match(/\d+$/)?.[0]), () => true);
      expect(seen.toSorted()).toEqual(term.questions.map(({ id }) => id).toSorted());
    });
    expect(how.logged).toEqual([]);
  },
);
