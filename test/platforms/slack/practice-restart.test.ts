import { expect, test } from 'vitest';
import type { Bot } from '../../../src/core/command/dispatch.ts';
import { onSlack } from '../../fakes/slack/bot.ts';
import {
  answerIt,
  choose,
  openBox,
  PLACES,
  press,
  questionIn,
  RESULT,
  reach,
  startQuiz,
  submit,
} from '../../fakes/slack/playing.ts';
import { fromBot, labelsSeen, optionsSeen, said, titleOf } from '../../fakes/slack/seen.ts';
import { termFile } from '../../support/content.ts';
import { PATIENCE } from '../../support/patience.ts';
import { botOf, COURSE, folderOf } from '../../support/world.ts';

const { bot, world } = await botOf([COURSE]);

/** A student on a Slack whose bot can be started again, with what it has claimed. */
async function playing(mode: 'socket' | 'http' = 'socket') {
  const first = await onSlack({ bot, mode });
  const { slack, claimed } = first;
  let { connection } = first;
  return {
    how: { slack, user: slack.user('민수', { locale: 'ko-KR' }), locale: 'ko' } as const,
    async restart(again: Bot = bot) {
      await connection.stop(PATIENCE);
      const next = await onSlack({ at: slack, bot: again, claimed, mode });
      connection = next.connection;
      return next.logged;
    },
  };
}

test.each([
  ['class', 'socket'],
  ['thread', 'http'],
  ['dm', 'socket'],
  ['modal', 'http'],
] as const)(
  'after a restart, buttons, menus and boxes of before still work, in the same message or modal (%s, %s)',
  async (place, mode) => {
    const { how, restart } = await playing(mode);
    for (const topic of ['가상 머신', '서비스']) {
      const on = await startQuiz(how, topic, place);
      const total = Number(titleOf(on).match(/\d+$/)?.[0]);
      for (let at = 1; at <= total; at++) {
        const asked = questionIn(on, world.course().questions);
        const box = asked.type === 'typed' ? await openBox(how, on) : undefined;
        if (asked.type === 'multiple') await how.slack.select(how.user, on, optionsSeen(on)).acknowledged;
        const logged = await restart();
        if (box && asked.type === 'typed') await submit(how, on, box, asked.accept[0] ?? '');
        else await answerIt(how, on, asked, true);
        expect([titleOf(on), logged]).toEqual(['⭕ 맞았어요!', []]);
        await press(how, on, at < total ? '다음 문제' : RESULT.ko);
      }
      expect(titleOf(on)).toBe(`${total}문제 중 ${total}문제를 맞혔어요`);
      if (place !== 'modal') expect(fromBot(how.slack, how.user, place, how.user).at(-1)).toBe(on);
    }
  },
);

test('an order is gone on with where it was left', async () => {
  const { how, restart } = await playing();
  const more = 'questions:\n  - { type: order, ask: 차례는?, steps: [하나, 둘, 셋], why: 그래서 }\n';
  const { bot: ours } = await botOf([folderOf({ 'glossary/a.md': termFile('a', more) })]);
  await restart(ours);
  const on = await startQuiz(how, '개념 a');
  await press(how, on, '2');
  expect(said(on)).toContain('고른 순서: 2');
  await restart(ours);
  await press(how, on, '1');
  expect(said(on)).toContain('고른 순서: 2 → 1');
  await press(how, on, '3');
  expect(titleOf(on)).toMatch(/맞았어요|아쉬워요/);
});

test.each(PLACES)(
  'when the course has changed since then, old buttons, menus and boxes say kindly that it is gone (%s)',
  async (place) => {
    const { how, restart } = await playing();
    const changed = await botOf([folderOf({ 'glossary/a.md': termFile('apple') })]);
    const types = new Set<string>();
    for (const wanted of ['boolean', 'multiple', 'typed', 'order'] as const)
      for (const way of ['button', 'form'] as const) {
        await restart();
        const term = Array.from(world.course().terms.values()).find(({ questions }) =>
          questions.some((one) => one.type === wanted),
        );
        const on = await startQuiz(how, term?.title.ko ?? '', place);
        await reach(how, on, world.course().questions, wanted);
        const { type } = questionIn(on, world.course().questions);
        types.add(type);
        const logged = await restart(changed.bot);
        const before = JSON.stringify(on.blocks);
        const told =
          way === 'button' || (type !== 'typed' && type !== 'multiple')
            ? await press(how, on, '모르겠어요')
            : type === 'typed'
              ? await submit(how, on, await openBox(how, on), '답')
              : await choose(how, on, optionsSeen(on).slice(0, 1));
        expect(said(told)).toContain('이 문제는 이제 없어요');
        expect([labelsSeen(told), told === on]).toEqual([[], place === 'modal']);
        if (place !== 'modal') expect(JSON.stringify(on.blocks)).toBe(before);
        expect([logged, changed.logged]).toEqual([[], []]);
      }
    expect([types.has('typed'), types.has('multiple')]).toEqual([true, true]);
  },
);
