import { expect, test } from 'vitest';
import { slackWith, socketClient, webClient } from './clients.ts';

test('what is typed behind a command is sent with people and channels only where the app asked for it', async () => {
  const slack = await slackWith({
    slashCommands: [
      { command: '/class', should_escape: true },
      { command: '/k8s', should_escape: false },
    ],
  });
  const client = await socketClient(slack);
  const texts: unknown[] = [];
  client.on('slash_commands', async ({ ack, body }) => {
    texts.push(body.text);
    await ack();
  });
  const [minsu, ann] = [slack.user('민수'), slack.user('ann')];
  for (const name of ['/class', '/k8s', '/other'])
    await slack.command(minsu, 'class', `${name} @ann #class #none <b>`).acknowledged;
  const channel = slack.channelId(minsu, 'class');
  const plain = '@ann #class #none &lt;b&gt;';
  expect(texts).toEqual([`<@${ann.id}|ann> <#${channel}|class> #none &lt;b&gt;`, plain, plain]);
});

test('users.info tells who is an admin or an owner, from then on', async () => {
  const slack = await slackWith();
  const ann = slack.user('ann');
  const rank = async () => {
    const { user } = await webClient(slack).users.info({ user: ann.id });
    return [user?.is_admin, user?.is_owner, user?.is_primary_owner];
  };
  expect(await rank()).toEqual([false, false, false]);
  for (const [to, told] of [
    ['admin', [true, false, false]],
    ['owner', [true, true, false]],
    ['primary owner', [true, true, true]],
    ['member', [false, false, false]],
  ] as const) {
    slack.promote(ann, to);
    expect(await rank()).toEqual(told);
  }
});
