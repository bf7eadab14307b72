import { expect, test } from 'vitest';
import type { Question } from '../../../src/content/model.ts';
import type { Locale } from '../../../src/core/locale.ts';
import {
  type Asked,
  answerIt,
  choose,
  listed,
  openBox,
  PASS,
  PLACES,
  type Player,
  type PracticePlace,
  playerOn,
  press,
  questionIn,
  reach,
  SEND,
  startQuiz,
  submit,
  WRITE,
} from '../../fakes/slack/playing.ts';
import { buttonsSeen, fromBot, labelsSeen, named, optionsSeen, said, titleOf } from '../../fakes/slack/seen.ts';
import { botOf, COURSE } from '../../support/world.ts';

const { bot, world, logged: bugs } = await botOf([COURSE]);

const PLAYED: readonly PracticePlace[] = ['class', 'dm', 'modal'];
const TYPES = ['single', 'multiple', 'boolean', 'order', 'typed'] as const;

/** A question of this type. */
async function first(how: Player, type: Question['type'], place: PracticePlace = 'class'): Promise<Asked> {
  for (const term of world.course().terms.values()) {
    if (!term.questions.some((question) => question.type === type)) continue;
    const on = await startQuiz(how, term.title[how.locale], place);
    await reach(how, on, world.course().questions, type);
    return on;
  }
  throw new Error(`there is no ${type}`);
}

test.each(PLAYED.flatMap((place) => TYPES.map((type) => [type, place] as const)))(
  'a question is graded by what is right: %s, in %s',
  async (type, place) => {
    const how = await playerOn(bot, 'ko');
    for (const knows of [true, false]) {
      const on = await first(how, type, place);
      const question = questionIn(on, world.course().questions);
      expect(await answerIt(how, on, question, knows)).toBe(on);
      expect(titleOf(on)).toBe(knows ? '⭕ 맞았어요!' : '❌ 아쉬워요');
      expect([said(on).includes('❌'), said(on).includes('✅'), optionsSeen(on)]).toEqual([!knows, true, []]);
    }
    expect([how.logged, bugs]).toEqual([[], []]);
  },
);

test('where no modal opens, an answer is typed in a message, and is graded there', async () => {
  const how = await playerOn(bot, 'ko');
  const { slack, user } = how;
  const on = await first(how, 'typed');
  const question = questionIn(on, world.course().questions);
  if (question.type !== 'typed' || !('ts' in on)) throw new Error('another question');
  slack.fault({ method: /^views\.open$/ }, { retryAfter: 30 });
  const box = await slack.press(user, on, { label: WRITE.ko }).message();
  expect([said(box), box.ephemeralFor]).toEqual(['입력 창을 열지 못했어요. 여기에 답을 쓰고 제출해 주세요.', user.id]);
  const told = await slack.press(user, box, { label: SEND.ko }).message();
  expect([said(told), told.ephemeralFor]).toEqual(['먼저 답을 써 주세요.', user.id]);
  slack.write(user, box, question.accept[0] ?? '');
  expect(await slack.press(user, box, { label: SEND.ko }).message()).toBe(box);
  expect(titleOf(box)).toBe('⭕ 맞았어요!');
});

test.each(PLACES)(
  'an order is pressed one by one, shows what was pressed and can be started over (%s)',
  async (place) => {
    const how = await playerOn(bot, 'ko');
    const on = await first(how, 'order', place);
    const numbers = listed(on).map((_, i) => String(i + 1));
    const all = [...numbers, '모르겠어요'];
    expect(labelsSeen(on)).toEqual(all);
    expect(said(on)).toContain('순서대로 하나씩 눌러 주세요.');
    await press(how, on, '2');
    await press(how, on, '1');
    expect(said(on)).toContain('고른 순서: 2 → 1');
    expect(labelsSeen(on)).toEqual([
      ...all.filter((label) => label !== '1' && label !== '2').slice(0, -1),
      '↺ 처음부터',
      '모르겠어요',
    ]);
    await press(how, on, '↺ 처음부터');
    expect(labelsSeen(on)).toEqual(all);
    const question = questionIn(on, world.course().questions);
    await answerIt(how, on, question, true);
    expect(titleOf(on)).toBe('⭕ 맞았어요!');
    expect(how.logged).toEqual([]);
  },
);

test.each(PLACES)(
  'choose-all is a menu of everything that is listed, and a button that submits it (%s)',
  async (place) => {
    const how = await playerOn(bot, 'ko');
    const on = await first(how, 'multiple', place);
    expect(optionsSeen(on)).toEqual(listed(on).map((label, i) => `${i + 1}. ${label}`));
    expect(buttonsSeen(on).map(({ label, primary }) => [label, primary])).toEqual([
      ['제출하기', true],
      ['모르겠어요', false],
    ]);
    const before = JSON.stringify(on.blocks);
    // Choosing alone, and choosing otherwise, sends nothing.
    const [one = '', ...others] = optionsSeen(on);
    await how.slack.select(how.user, on, [one]).acknowledged;
    await how.slack.select(how.user, on, others).acknowledged;
    expect(JSON.stringify(on.blocks)).toBe(before);
    const question = questionIn(on, world.course().questions);
    await answerIt(how, on, question, true);
    expect(titleOf(on)).toBe('⭕ 맞았어요!');
    expect(how.logged).toEqual([]);
  },
);

test('what is chosen counts by what stands beside the letters, in any order', async () => {
  const how = await playerOn(bot, 'en');
  for (const turned of [true, false]) {
    const on = await first(how, 'multiple');
    const question = questionIn(on, world.course().questions);
    if (question.type !== 'multiple') throw new Error('no choose-all');
    const right = question.right.map(({ en }) => en.replaceAll('`', ''));
    const meant = optionsSeen(on).filter((label) => right.includes(label.replace(/^\d+\. /, '')));
    await choose(how, on, turned ? meant.toReversed() : meant);
    expect(titleOf(on)).toBe('⭕ Right!');
  }
});

test.each([
  ['ko', 'class', '먼저 맞는 것을 골라 주세요.'],
  ['en', 'thread', 'Choose what is right first.'],
  ['ko', 'dm', '먼저 맞는 것을 골라 주세요.'],
] as const)('nothing chosen, submit says so and leaves the question (%s, %s)', async (locale, place, words) => {
  const how = await playerOn(bot, locale);
  const on = await first(how, 'multiple', place);
  const before = JSON.stringify(on.blocks);
  const told = await press(how, on, SEND[locale]);
  expect([said(told), told === on]).toEqual([words, false]);
  expect(JSON.stringify(on.blocks)).toBe(before);
  await choose(how, on, optionsSeen(on));
  expect(titleOf(on)).toBe(locale === 'ko' ? '❌ 아쉬워요' : '❌ Not quite');
});

test('nothing chosen in a modal, submit says so above it and leaves the question', async () => {
  const how = await playerOn(bot, 'ko');
  const on = await first(how, 'multiple', 'modal');
  const before = JSON.stringify(on.blocks);
  const hint = await how.slack.press(how.user, on, named(on, SEND.ko)).view();
  expect([said(hint), hint === on]).toEqual(['먼저 맞는 것을 골라 주세요.', false]);
  how.slack.dismiss(how.user, hint);
  expect(JSON.stringify(on.blocks)).toBe(before);
  await choose(how, on, optionsSeen(on));
  expect(titleOf(on)).toBe('❌ 아쉬워요');
});

const BOXES: [Locale, string, string, string][] = [
  ['ko', '답 쓰기', '답', '한글이든 영어든 괜찮아요'],
  ['en', 'Your answer', 'Answer', 'Korean or English, both are fine'],
];

test.each(PLACES.flatMap((place) => BOXES.map((box) => [place, ...box] as const)))(
  'a typed answer has a box of its own, from a message or over a modal (%s, %s)',
  async (place, locale, title, label, hint) => {
    const how = await playerOn(bot, locale);
    const on = await first(how, 'typed', place);
    const question = questionIn(on, world.course().questions);
    const before = JSON.stringify(on.blocks);
    const box = await openBox(how, on);
    expect([box.type, box.title]).toEqual(['modal', title]);
    expect(box.blocks).toEqual([
      expect.objectContaining({
        type: 'input',
        label: expect.objectContaining({ text: label }),
        hint: expect.objectContaining({ text: hint }),
        element: expect.objectContaining({ type: 'plain_text_input', min_length: 1, max_length: 200 }),
      }),
    ]);
    // Closed without an answer, the question is still there, and the box opens again.
    expect(how.slack.dismiss(how.user, box)).toBeUndefined();
    expect([JSON.stringify(on.blocks), labelsSeen(on).includes(PASS[locale])]).toEqual([before, true]);
    const again = await openBox(how, on);
    expect(() => how.slack.submit(how.user, again, '')).toThrow('required');
    const answer = question.type === 'typed' ? (question.accept.at(-1) ?? '') : '';
    expect(await submit(how, on, again, answer)).toBe(on);
    expect(titleOf(on)).toBe(locale === 'ko' ? '⭕ 맞았어요!' : '⭕ Right!');
    expect([box.closed, again.closed]).toEqual([true, true]);
    if (place === 'modal') expect('closed' in on && on.closed).toBe(false);
    else expect(fromBot(how.slack, how.user, place, how.user)).toContain(on);
    expect([how.logged, bugs]).toEqual([[], []]);
  },
);
