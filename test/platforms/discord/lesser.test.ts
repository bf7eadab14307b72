import { describe, expect, type TestContext, test } from 'vitest';
import { onDiscord } from '../../fakes/discord/bot.ts';
import { curious, slow } from '../../fakes/discord/bots.ts';
import type { Features } from '../../fakes/discord/types.ts';
import { PATIENCE } from '../../support/patience.ts';
import { botOf, COURSE } from '../../support/world.ts';

const { bot } = await botOf([COURSE]);
const DEFINITION = '가장 작은 배포 단위';

async function without(
  features: readonly (keyof Features)[],
  how: { bot?: typeof bot; finished?: TestContext['onTestFinished'] } = {},
) {
  const all = await onDiscord({
    bot: curious(bot),
    publicAnswers: features.includes('ephemeral'),
    ...how,
  });
  for (const feature of features) all.discord.features[feature] = false;
  return { ...all, minsu: all.discord.user('민수', { locale: 'ko' }) };
}

describe.each<readonly (keyof Features)[][]>([
  [['componentsV2']],
  [['ephemeral']],
  [['modals']],
  [['label']],
  [['autocomplete']],
  [['componentsV2', 'ephemeral', 'modals', 'label', 'autocomplete']],
])('a server without %j', (features) => {
  test.each(['guild', 'thread', 'dm'] as const)('answers, shows buttons and goes on with them (%s)', async (where) => {
    const { discord, connection, logged, minsu } = await without(features);
    const seen = await discord.slash(minsu, where, 'k8s', { term: '파드' }).settled();
    expect(JSON.stringify(seen)).toContain(DEFINITION);
    expect(seen.ephemeral).toBe(!features.includes('ephemeral'));
    const next = await discord.press(minsu, seen, { label: '컨테이너' }).settled();
    expect(JSON.stringify(next)).toContain('컨테이너');
    const quiz = await discord.slash(minsu, where, 'quiz').settled();
    const graded = await discord.press(minsu, quiz, { label: '모르겠어요' }).settled();
    expect(JSON.stringify(graded)).toContain('다음 문제');
    // A practice stays in its one message, whatever that is made of.
    expect(graded).toBe(quiz);
    await connection.stop(PATIENCE);
    expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
    for (const message of [seen, next, quiz, graded])
      expect(message.pings).toEqual({ everyone: false, users: [], roles: [] });
  });

  test('has a box to type in, or says that it has none', async () => {
    const { discord, connection, minsu } = await without(features);
    const question = await discord.slash(minsu, 'guild', 'dosirak').settled();
    const opening = discord.press(minsu, question, { label: '✎ 답 쓰기' });
    const answer = await opening.answered;
    if (features.includes('modals')) {
      expect(JSON.stringify(await opening.settled())).toContain('입력 창을 열 수 없어요');
      expect(answer.kind).toBe('message');
    } else {
      if (answer.kind !== 'modal') throw new Error(`no box but ${answer.kind}`);
      expect(JSON.stringify(await discord.submit(minsu, answer.modal, '파드').settled())).toContain(DEFINITION);
    }
    await connection.stop(PATIENCE);
    expect(discord.messages(discord.guild.channelId, minsu)).toHaveLength(2);
  });
});

describe.concurrent.each<readonly (keyof Features)[][]>([
  [['componentsV2']],
  [['ephemeral']],
  [['ephemeral', 'componentsV2']],
])('a server without %j', (features) => {
  test('answers what takes long', async ({ onTestFinished }) => {
    const { bot: waiting, release, takesLong } = slow(bot);
    onTestFinished(release);
    const { discord, minsu } = await without(features, { bot: waiting, finished: onTestFinished });
    const seen = discord.slash(minsu, 'guild', 'k8s', { term: '파드' });
    await takesLong(discord.clock);
    expect((await seen.answered).kind).toBe('deferred');
    release();
    const message = await seen.settled();
    expect(JSON.stringify(message)).toContain(DEFINITION);
    expect(discord.messages(discord.guild.channelId, minsu)).toEqual([message]);
    expect(message.ephemeral).toBe(!features.includes('ephemeral'));
  });
});

test.each([
  ['that is gone (10008)', { status: 404, body: { message: 'Unknown Message', code: 10008 } }],
  ['that may not be changed (50035)', { status: 400, body: { message: 'Invalid Form Body', code: 50035 } }],
  ['for a reason of its own (403)', { status: 403, body: { message: 'Missing Permissions', code: 50013 } }],
])('where a message cannot be updated %s, the answer is a new one', async (_, fault) => {
  const { discord, connection, logged } = await onDiscord({ bot });
  const minsu = discord.user('민수', { locale: 'ko' });
  const quiz = await discord.slash(minsu, 'guild', 'quiz').settled();
  discord.fault({ path: /^\/interactions\// }, fault);
  const graded = await discord.press(minsu, quiz, { label: '모르겠어요' }).settled();
  await connection.stop(PATIENCE);
  expect(graded).not.toBe(quiz);
  expect(graded.ephemeral).toBe(true);
  expect(quiz.edits).toBe(0);
  expect(discord.messages(discord.guild.channelId, minsu)).toEqual([quiz, graded]);
  expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
});
