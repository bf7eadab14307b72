import { expect, test } from 'vitest';
import { onDiscord } from '../../fakes/discord/bot.ts';
import { slow } from '../../fakes/discord/bots.ts';
import { objects } from '../../fakes/discord/json.ts';
import { labelsSeen, pressed, said } from '../../support/seen.ts';
import { botOf, COURSE } from '../../support/world.ts';

const DANGER = 4;
const FILE = 13;

test('what is kept of somebody is a file in an answer that they alone see', async () => {
  const { discord, logged } = await onDiscord();
  const minsu = discord.user('민수', { locale: 'ko' });
  await discord.slash(minsu, 'guild', 'k8s', { term: 'pod' }).settled();
  const message = await discord.slash(minsu, 'guild', 'privacy export').settled();
  expect(message.ephemeral).toBe(true);
  const [file] = message.attachments;
  expect([message.attachments.length, file?.filename]).toEqual([1, expect.stringMatching(/^dosirak-[\d-]+\.json$/)]);
  expect(JSON.parse(Buffer.from(file?.data ?? []).toString())).toMatchObject({
    person: `discord:${minsu.id}`,
    lookups: [{ id: 'pod' }],
  });
  const shown = objects(objects(message.components)[0]?.components).filter(({ type }) => type === FILE);
  expect(shown).toMatchObject([{ file: { url: file?.url } }]);
  expect(logged).toEqual([]);
});

test.each([
  ['ko', '누가 보는지'],
  ['en-US', 'Who sees it'],
])('what is told of it in %s fits a message, to its end', async (locale, last) => {
  const { discord } = await onDiscord();
  const message = await discord.slash(discord.user('민수', { locale }), 'guild', 'privacy about').settled();
  expect(said(message)).toContain(last);
  expect(said(message)).not.toContain('…');
});

test('a server that takes no such component shows the text itself', async () => {
  const { discord } = await onDiscord();
  discord.features.componentsV2 = false;
  const minsu = discord.user('민수', { locale: 'ko' });
  await discord.slash(minsu, 'guild', 'k8s', { term: 'pod' }).settled();
  const message = await discord.slash(minsu, 'guild', 'privacy export').settled();
  expect([message.ephemeral, message.attachments.length]).toEqual([true, 0]);
  expect(JSON.stringify(message.embeds)).toContain(`discord:${minsu.id}`);
});

test.each([false, true])(
  'where everyone sees every answer, what is kept of somebody is not sent (an answer that takes long: %s)',
  async (isSlow) => {
    const { bot: real } = await botOf([COURSE]);
    const { bot: waiting, release, takesLong } = slow(real);
    const bot = isSlow ? waiting : real;
    const { discord } = await onDiscord({ bot, publicAnswers: true });
    discord.features.ephemeral = false;
    const minsu = discord.user('민수', { locale: 'ko' });
    const asking = discord.slash(minsu, 'guild', 'privacy export');
    if (isSlow) {
      await takesLong(discord.clock);
      expect((await asking.answered).kind).toBe('deferred');
    }
    release();
    const message = await asking.settled();
    expect([message.ephemeral, message.attachments.length]).toEqual([false, 0]);
    expect(said(message)).toContain('개인 메시지로 다시 보내 주세요');
    expect(JSON.stringify(discord.messages(discord.guild.channelId))).not.toContain('lookups');
    expect((await discord.slash(minsu, 'dm', 'privacy export').settled()).attachments).toHaveLength(1);
  },
);

test('deleting is asked by a red button, and its answer takes the question’s place', async () => {
  const { discord, logged } = await onDiscord();
  const minsu = discord.user('민수', { locale: 'ko' });
  await discord.slash(minsu, 'guild', 'k8s', { term: 'pod' }).settled();
  const asking = await discord.slash(minsu, 'guild', 'privacy delete').settled();
  expect(labelsSeen(asking)).toEqual(['모두 지우기', '먼저 내보내기', '취소']);
  expect(JSON.stringify(asking.components)).toMatch(
    new RegExp(`"style":${DANGER}\\b[^}]*모두 지우기|모두 지우기[^}]*"style":${DANGER}\\b`),
  );
  const done = await pressed(discord, minsu, asking, '모두 지우기');
  expect(done.id).toBe(asking.id);
  expect(said(done)).toContain('모두 지웠어요');
  expect(labelsSeen(done)).toEqual([]);
  const after = await discord.slash(minsu, 'guild', 'privacy export').settled();
  expect(JSON.parse(Buffer.from(after.attachments[0]?.data ?? []).toString())).toMatchObject({ lookups: [] });
  expect(logged).toEqual([]);
});
