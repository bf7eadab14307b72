import { expect, test } from 'vitest';
import type { Locale } from '../../../src/core/locale.ts';
import type { Message } from '../../fakes/discord/types.ts';
import {
  answerIt,
  buttonFor,
  listed,
  openBox,
  PASS,
  type Player,
  playerOn,
  questionIn,
  reach,
  startQuiz as start,
} from '../../support/playing.ts';
import { buttonsSeen, labelsSeen, optionsSeen, pressed, said, titleOf } from '../../support/seen.ts';
import { botOf, COURSE } from '../../support/world.ts';

const { bot, world } = await botOf([COURSE]);

const player = (locale: Locale = 'ko') => playerOn(bot, locale);

/** A question of this type. */
async function first(how: Player, type: string): Promise<Message> {
  for (const term of world.course().terms.values()) {
    if (!term.questions.some((question) => question.type === type)) continue;
    const message = await start(how, term.title[how.locale]);
    await reach(how, message, world.course().questions, type);
    return message;
  }
  throw new Error(`there is no ${type}`);
}

test('an order is pressed one by one, shows what was pressed and can be started over', async () => {
  const how = await player();
  const message = await first(how, 'order');
  const press = (label: string) => pressed(how.discord, how.user, message, label);
  const numbers = listed(message).map((_, i) => String(i + 1));
  expect(labelsSeen(message)).toEqual([...numbers, '모르겠어요']);
  await press('2');
  await press('1');
  expect(said(message)).toContain('**고른 순서** 2 → 1');
  const off = buttonsSeen(message).flatMap(({ label, disabled }) => (disabled ? [label] : []));
  expect(off).toEqual(['1', '2']);
  expect(() => how.discord.press(how.user, message, { label: '1' })).toThrow('disabled');
  await press('↺ 처음부터');
  expect(labelsSeen(message)).toEqual([...numbers, '모르겠어요']);
  expect(buttonsSeen(message).some(({ disabled }) => disabled)).toBe(false);
  const question = questionIn(message, world.course().questions);
  await answerIt(how, message, question, true);
  expect(titleOf(message)).toBe('⭕ 맞았어요!');
});

test('choose-all is a select of everything that is listed', async () => {
  const how = await player();
  const message = await first(how, 'multiple');
  expect(optionsSeen(message)).toEqual(listed(message).map((label, i) => `${i + 1}. ${label}`));
  expect(labelsSeen(message)).toEqual(['모르겠어요']);
  await how.discord.select(how.user, message, optionsSeen(message)).settled();
  expect(titleOf(message)).toBe('❌ 아쉬워요');
});

test.each([
  ['ko', '답 쓰기', '답', '한글이든 영어든 괜찮아요'],
  ['en', 'Your answer', 'Answer', 'Korean or English, both are fine'],
] as const)(
  'a typed answer has a box of its own, in the language of the person (%s)',
  async (locale, title, label, hint) => {
    const how = await player(locale);
    const message = await first(how, 'typed');
    const box = await openBox(how.discord, how.user, message, locale);
    expect([box.title, ...box.fields.map((field) => field.label)]).toEqual([title, label]);
    expect(box.fields[0]?.field).toMatchObject({ placeholder: hint, required: true, max_length: 200 });
    // Closed without an answer, the question is still there, and the box opens again.
    expect(buttonFor(message, PASS[locale])).toBe(PASS[locale]);
    const again = await openBox(how.discord, how.user, message, locale);
    const question = questionIn(message, world.course().questions);
    await how.discord
      .submit(how.user, again, question.type === 'typed' ? (question.accept.at(-1) ?? '') : '')
      .settled();
    expect(titleOf(message)).toBe(locale === 'ko' ? '⭕ 맞았어요!' : '⭕ Right!');
  },
);
