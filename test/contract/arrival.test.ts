import { expect, test } from 'vitest';
import { createClaims } from '../../src/core/claims.ts';
import { type Caller, command } from '../../src/core/command/command.ts';
import { notice } from '../../src/core/reply/builders.ts';
import { onDiscord } from '../fakes/discord/bot.ts';
import { onSlack } from '../fakes/slack/bot.ts';
import { SEND, WRITE } from '../fakes/slack/playing.ts';
import { optionsSeen, said } from '../fakes/slack/seen.ts';
import { eventually } from '../support/eventually.ts';
import { liveOnSlack } from '../support/live-on-slack.ts';
import { PATIENCE } from '../support/patience.ts';
import { botOf } from '../support/world.ts';

/** A bot whose one command keeps who called it, and a clock that is turned while a caller's rights are looked up. */
async function noting() {
  const callers: Caller[] = [];
  const time = { now: Date.now() };
  const when = command({
    name: 'when',
    summary: { ko: '언제', en: 'When' },
    usedBy: 'everyone',
    examples: [],
    options: {},
    run: (_, caller) => {
      callers.push(caller);
      return notice('언제');
    },
  });
  const { bot } = await botOf([], { more: [when] });
  return { bot, callers, time, now: () => time.now };
}

test('on Slack a caller has the moment when what they did reached us, however long the way from there is', async () => {
  const { bot, callers, time, now } = await noting();
  const claimed = createClaims();
  const claims = {
    ...claimed,
    claim: (name: string) => {
      time.now += 4000;
      return claimed.claim(name);
    },
  };
  const { slack } = await onSlack({ bot, now, claims });
  const ann = slack.user('Ann');
  const began = time.now;
  await slack.command(ann, 'class', '/when').message();
  await slack.mention(ann, 'class', 'when').message();
  expect(callers.map(({ at }) => at)).toEqual([began, began + 4000]);
});

test('what Slack sends again after a restart arrives when it arrives', async () => {
  const { bot, callers, time, now } = await noting();
  const { slack, connection } = await onSlack({ bot, now });
  const ann = slack.user('Ann');
  const act = slack.command(ann, 'class', '/when');
  await act.message();
  await connection.stop(PATIENCE);
  time.now += 60_000;
  await onSlack({ bot, now, at: slack });
  await slack.redeliver(act);
  await expect.poll(() => callers.length).toBe(2);
  expect(callers.map(({ at }) => at)).toEqual([time.now - 60_000, time.now]);
});

test('on Discord a caller has the moment when the interaction reached us', async () => {
  const { bot, callers, time, now } = await noting();
  const { discord } = await onDiscord({ bot, now });
  const ann = discord.user('Ann', { locale: 'en-US' });
  await discord.slash(ann, 'guild', 'when').settled();
  time.now += 1000;
  await discord.slash(ann, 'guild', 'when').settled();
  expect(callers.map(({ at }) => at)).toEqual([time.now - 1000, time.now]);
});

test('whoever presses in time has answered in time, however long Slack takes to say who they are', async () => {
  const { slack, time, message, answers } = await liveOnSlack('single', 10_000);
  const min = slack.user('민수', { locale: 'ko-KR' });
  const wait = slack.fault({ method: /^users\.info$/ }, { delay: 4000 });
  time.now += 6500;
  const act = slack.press(min, message, { label: '모르겠어요' });
  await act.acknowledged;
  await eventually(() => expect(wait.struck()).toBe(1));
  time.now += 4000;
  expect(said(await act.message())).toContain('답을 받았어요(6.5초)');
  expect(await answers()).toMatchObject([{ elapsed: 6500, name: '민수' }]);
  time.now += 1000;
  expect(
    said(await slack.press(slack.user('지수', { locale: 'ko-KR' }), message, { label: '모르겠어요' }).message()),
  ).toContain('마감');
});

test('of a class of 130 that wants to type at once, everybody can: in a modal, or in a message', async () => {
  const { people, question, slack, message, answers } = await liveOnSlack('typed', 20_000, { rateLimits: true });
  if (question.type !== 'typed') throw new Error('another question');
  const [right = ''] = question.accept;
  const boxes = await Promise.all(
    people(130).map(async (user) => {
      const act = slack.press(user, message, { label: WRITE.ko });
      const box = await Promise.any([act.view(), act.message()]);
      if (!('ts' in box)) return slack.submit(user, box, right).message();
      expect([said(box), box.ephemeralFor]).toEqual([expect.stringContaining('여기에 답을 쓰고'), user.id]);
      slack.write(user, box, right);
      return slack.press(user, box, { label: SEND.ko }).message();
    }),
  );
  expect(boxes.filter((told) => said(told).includes('답을 받았어요'))).toHaveLength(130);
  expect((await answers()).filter((one) => one.right)).toHaveLength(130);
});

test('of a class of 130 that presses at once nobody waits for Slack’s pause, and nobody is asked for within it', async () => {
  const { people, slack, message, answers, asked, logged } = await liveOnSlack('single', 10_000, { rateLimits: true });
  const all = people(130);
  const answered = await Promise.all(all.map((user) => slack.press(user, message, { label: '모르겠어요' }).message()));
  expect(answered.filter((one) => said(one).includes('답을 받았어요'))).toHaveLength(130);
  expect(await answers()).toHaveLength(130);
  expect((await answers()).filter(({ name }) => name === '')).toEqual([]);
  const once = asked('users.info');
  expect(once).toBeLessThanOrEqual(130);
  await Promise.all(all.map((user) => slack.press(user, message, { label: '모르겠어요' }).message()));
  expect(asked('users.info')).toBe(once);
  expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
});

test('what is chosen in a menu of a question stays chosen while the number of answers under it changes', async () => {
  const { people, slack, message, pass, answers } = await liveOnSlack('multiple', 60_000);
  const [ann, min] = people(2);
  if (!ann || !min) throw new Error('nobody');
  const [option = ''] = optionsSeen(message);
  await slack.select(ann, message, [option]).acknowledged;
  const seen = { edits: message.edits, said: said(message) };
  await slack.press(min, message, { label: '모르겠어요' }).message();
  for (let turn = 0; turn < 10 && message.edits === seen.edits; turn++) await pass(1000);
  expect(said(message)).not.toBe(seen.said);
  expect(said(await slack.press(ann, message, { label: SEND.ko }).message())).toContain('답을 받았어요');
  expect(await answers()).toMatchObject([
    { person: expect.stringContaining(min.id) },
    { picked: expect.stringMatching(/^[a-z]$/) },
  ]);
});
