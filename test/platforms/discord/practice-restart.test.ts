import { expect, test } from 'vitest';
import { onDiscord } from '../../fakes/discord/bot.ts';
import { termFile } from '../../support/content.ts';
import { PATIENCE } from '../../support/patience.ts';
import { answerIt, openBox, questionIn, reach } from '../../support/playing.ts';
import { inChannel, labelsSeen, optionsSeen, pressed, said, titleOf } from '../../support/seen.ts';
import { botOf, COURSE, folderOf } from '../../support/world.ts';

const { bot, world } = await botOf([COURSE]);

async function playing(topic: string) {
  const { discord, connection } = await onDiscord({ bot });
  const minsu = discord.user('민수', { locale: 'ko' });
  const question = await discord.slash(minsu, 'guild', 'quiz', { topic }).settled();
  return { discord, connection, minsu, question };
}

test('after a restart, buttons, selects and boxes of before still work, in the same message', async () => {
  const { discord, minsu, connection, question } = await playing('virtual-machine');
  let now = connection;
  const total = Number(titleOf(question).match(/\d+$/)?.[0]);
  for (let at = 1; at <= total; at++) {
    const asked = questionIn(question, world.course().questions);
    const box = asked.type === 'typed' ? await openBox(discord, minsu, question, 'ko') : undefined;
    await now.stop(2000);
    now = (await onDiscord({ at: discord, bot })).connection;
    if (box && asked.type === 'typed') await discord.submit(minsu, box, asked.accept[0] ?? '').settled();
    else await answerIt({ discord, user: minsu, locale: 'ko' }, question, asked, true);
    expect(titleOf(question)).toBe('⭕ 맞았어요!');
    await pressed(discord, minsu, question, at < total ? '다음 문제' : '결과 보기');
  }
  expect(titleOf(question)).toBe(`${total}문제 중 ${total}문제를 맞혔어요`);
  expect(inChannel(discord, minsu)).toEqual([question]);
});

test('when the course has changed since then, old buttons, selects and boxes say kindly that it is gone', async () => {
  const { discord, minsu, connection } = await playing('pod');
  const changed = await botOf([folderOf({ 'glossary/a.md': termFile('apple') })]);
  const old = await Promise.all(
    ['boolean', 'single', 'multiple', 'typed', 'order'].map(async (type) => {
      const term = Array.from(world.course().terms.values()).find(({ questions }) =>
        questions.some((one) => one.type === type),
      );
      const message = await discord.slash(minsu, 'guild', 'quiz', { topic: term?.id ?? '' }).settled();
      await reach({ discord, user: minsu, locale: 'ko' }, message, world.course().questions, type);
      return message;
    }),
  );
  await connection.stop(PATIENCE);
  const { logged } = await onDiscord({ at: discord, bot: changed.bot });
  const types = new Set<string>();
  for (const message of old) {
    const before = JSON.stringify(message);
    const { type } = questionIn(message, world.course().questions);
    types.add(type);
    const told = [await pressed(discord, minsu, message, '모르겠어요')];
    if (type === 'typed')
      told.push(await discord.submit(minsu, await openBox(discord, minsu, message, 'ko'), '답').settled());
    if (type === 'multiple')
      told.push(await discord.select(minsu, message, optionsSeen(message).slice(0, 1)).settled());
    for (const one of told) {
      expect(said(one)).toContain('이 문제는 이제 없어요');
      expect([one.ephemeral, labelsSeen(one)]).toEqual([true, []]);
    }
    expect(JSON.stringify(message)).toBe(before);
  }
  expect(types.size).toBe(5);
  expect([logged, changed.logged]).toEqual([[], []]);
});
