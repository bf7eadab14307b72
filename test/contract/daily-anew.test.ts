/** What a card becomes that is there already, on every platform: through the real adapters, by a clock that is turned. */
import { expect, test } from 'vitest';
import { openDaily } from '../support/daily.ts';

const MINUTE = 60_000;

test.each(['discord', 'slack'] as const)(
  '%s: a card whose class has another language since keeps its picture',
  async (name) => {
    const daily = await openDaily();
    const side = daily[name];
    const channel = side.channel();
    const one = await daily.begin([channel]);
    await daily.pass(MINUTE);
    expect(side.read(channel)[0]).toMatchObject({ pictured: true, edits: 0 });
    await daily.world.classes.save({ ...one, locale: 'en', due: undefined }, daily.now());
    await side.person('ko').press(channel, '알아요');
    // What was pressed is written before anybody asks for it.
    await daily.world.records.evidence('nobody');
    await daily.pass(10_000);
    const [card] = side.read(channel);
    expect(card).toMatchObject({ pictured: true, edits: 1, labels: ['I know it', 'Show me again', 'Quiz me', 'More'] });
    expect(card?.said).toContain('Read by 1 person');
  },
);

test('who hears of a lost channel sees which, by its name on their own platform alone', async () => {
  const daily = await openDaily();
  const { discord, slack } = daily;
  const [there, here] = [discord.channel(), slack.channel()];
  const [owner, other] = [discord.person('ko'), slack.person('ko')];
  await daily.begin([there, here], { owner: owner.id, instructors: [other.id] });
  slack.close(here);
  await daily.pass(MINUTE);
  await daily.pass(MINUTE, 10_000);
  const [onSlack, onDiscord] = [slack.told(other.id), discord.told(owner.id)].map((told) => told[0]?.said);
  const name = `<#${here.slice('slack:'.length)}>`;
  expect(onSlack).toContain(name);
  expect(onDiscord).toContain('카드를 올리던 Slack 채널에');
  expect(onDiscord).not.toContain(name);
});
