import { expect, test } from 'vitest';
import { boltOn, slackWith } from './clients.ts';

const button = (label: string, actionId: string, value = 'v') => ({
  type: 'actions',
  elements: [{ type: 'button', action_id: actionId, value, text: { type: 'plain_text', text: label } }],
});

for (const mode of ['socket', 'http'] as const) {
  test(`a command is answered by response_url, privately and to all (${mode})`, async () => {
    const slack = await slackWith({ mode });
    const { errors } = await boltOn(
      slack,
      (app) => {
        app.command('/k8s', async ({ ack, command, respond }) => {
          await ack();
          await respond({
            text: `${command.command} ${command.text}`,
            response_type: command.text === 'all' ? 'in_channel' : 'ephemeral',
          });
        });
      },
      mode,
    );
    const user = slack.user('민지');
    const act = slack.command(user, 'class', '/k8s pod');
    expect(await act.acknowledged).toBeUndefined();
    const message = await act.message();
    expect([message.text, message.ephemeralFor]).toEqual(['/k8s pod', user.id]);
    const all = await slack.command(user, 'outside', '/k8s all').message();
    expect(all.ephemeralFor).toBeUndefined();
    expect(act.responses).toHaveLength(1);
    expect(errors).toEqual([]);
  });

  test(`a mention, a direct message, a press and a modal (${mode})`, async () => {
    const slack = await slackWith({ mode });
    const { errors } = await boltOn(
      slack,
      (app) => {
        app.event('app_mention', async ({ event, client }) => {
          await client.chat.postMessage({
            channel: event.channel,
            thread_ts: event.ts,
            text: `re: ${event.text}`,
            blocks: [button('Open', 'open')],
          });
        });
        app.message(async ({ message, say }) => {
          if ('text' in message) await say(`dm: ${message.text}`);
        });
        app.action('open', async ({ ack, body, client }) => {
          await ack();
          if (!('trigger_id' in body)) return;
          await client.views.open({
            trigger_id: body.trigger_id,
            view: {
              type: 'modal',
              callback_id: 'form',
              title: { type: 'plain_text', text: 'Form' },
              submit: { type: 'plain_text', text: 'Send' },
              blocks: [
                {
                  type: 'input',
                  block_id: 'b',
                  label: { type: 'plain_text', text: 'Say' },
                  element: { type: 'plain_text_input', action_id: 'a' },
                },
              ],
            },
          });
        });
        app.view('form', async ({ ack, view, client, body }) => {
          await ack();
          await client.chat.postMessage({ channel: body.user.id, text: String(view.state.values.b?.a?.value) });
        });
      },
      mode,
    );
    const user = slack.user('a');
    const message = await slack.mention(user, 'class', '1 < 2').message();
    expect(message.text).toBe(`re: <@${slack.botUserId}> 1 &lt; 2`);
    expect((await slack.direct(user, 'hi').message()).text).toBe('dm: hi');
    const view = await slack.press(user, message, { label: 'Open' }).view();
    expect(view.title).toBe('Form');
    const act = slack.submit(user, view, 'my words');
    await act.acknowledged;
    expect(view.closed).toBe(true);
    await expect.poll(() => slack.messages(slack.channelId(user, 'dm')).map(({ text }) => text)).toContain('my words');
    expect(errors).toEqual([]);
    expect(slack.requests.filter(({ answer }) => answer.ok === false)).toEqual([]);
  });
}
