import type { BlockAction, SlackViewAction } from '@slack/bolt';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutMargins } from '../../../src/language/normalize.ts';
import { callerOf, deliveryId, isDirect, pickedIn, readText, typedIn } from '../../../src/platforms/slack/incoming.ts';
import { boltOn, option, plain, slackWith, webClient } from '../../fakes/slack/clients.ts';
import { createState } from '../../fakes/slack/state.ts';
import { escaped, typedMessage } from '../../fakes/slack/typed.ts';
import { anyText } from '../../support/any.ts';
import { runs } from '../../support/sample.ts';

describe('what a person typed is heard as they saw it', () => {
  test.each([
    ['entities', 'a &lt; b &amp;&amp; c &gt; d', 'a < b && c > d'],
    ['an entity that was typed', '&amp;lt;b&amp;gt; &amp;amp;', '&lt;b&gt; &amp;'],
    ['a mention of the bot, wherever it stands', '<@U0BOT> 파드가 <@U0BOT|dosirak>뭐야', '파드가  뭐야'],
    ['a mention alone', ' <@U0BOT> ', ''],
    ['people, groups and everyone, who are no part of a question', '<@W1> <!subteam^S1|@반> <!here|here> 파드', '파드'],
    ['a date', '<!date^1392734382^{date}|2월 18일> 파드', '파드'],
    ['a channel, by its name', '<#C1|쿠버네티스>에 파드', '쿠버네티스에 파드'],
    ['a channel without a name', '<#C1> <#C2|> 파드', '파드'],
    ['a link', '<https://k8s.example/a?b=1&amp;c=2>이 뭐야', 'https://k8s.example/a?b=1&c=2이 뭐야'],
    ['a word that the client takes for a link', '<http://k8s.io|k8s.io>가 뭐야', 'k8s.io가 뭐야'],
    ['an address of mail', '<mailto:a@b.example|a@b.example>', 'a@b.example'],
    ['what only looks like a call', '&lt;@U1&gt; &lt;!here&gt;', '<@U1> <!here>'],
    ['brackets that are open', 'a <b|c', 'a <b|c'],
    ['lines, as they were', '\n 파드\n\t노드 ', ' 파드\n\t노드'],
    ['lines below a call', '<@U0BOT>\n  a: 1\n  b: 2', '  a: 1\n  b: 2'],
    ['lines behind a call', ' <@U0BOT> <@U1>  a: 1\nb: 2', 'a: 1\nb: 2'],
    ['cells of a table', 'web &lt;none&gt;', 'web <none>'],
    ['nothing', '', ''],
  ])('%s', (_, text, expected) => {
    expect(readText(text)).toBe(expected);
  });

  const state = createState({});

  test('whatever was typed, without calls and channels, comes back as it was', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const typed = text.replace(/[@#]/g, '').slice(0, 1000);
        expect(readText(escaped(typed))).toBe(withoutMargins(typed));
        const linked = typed.replaceAll('|', ' ');
        expect(readText(typedMessage(state, `k8s.io ${linked} https://a.example/b?c&d`).text)).toBe(
          withoutMargins(`k8s.io ${linked} https://a.example/b?c&d`),
        );
      }),
    );
  });

  test('no call is left of any text, and one that is far too long is cut', () => {
    const parts = fc.constantFrom(
      '<@U1>',
      '<!here>',
      '<!subteam^S1|@a>',
      '<#C1|b>',
      '<',
      '>',
      '|',
      '@',
      '!',
      '&lt;',
      '가',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 20 }), (all) => {
        const text = all.join('').replaceAll('&lt;', '');
        expect(readText(text)).not.toMatch(/<[@!][^<>]*>/);
      }),
      { numRuns: runs(1000) },
    );
  });

  test('a message longer than Slack’s own stays as it is: dispatch refuses it unread', () => {
    const flood = '<@U1> '.repeat(10_000);
    expect(readText(flood)).toBe(flood);
    expect(readText('<@U1> '.repeat(6000))).toBe('');
  });
});

test('a person is the same in every channel of a workspace, and another in another workspace', () => {
  const who = { team: 'T1', user: 'U1', name: '민수', at: 8 };
  const person = { locale: 'ko', manages: false } as const;
  const caller = { id: 'slack:T1:U1', space: 'slack:T1', locale: 'ko', at: 8, manages: false, known: ['slack:T1:U1'] };
  expect(callerOf(who, person)).toEqual(caller);
  expect(callerOf({ ...who, channel: 'C1', thread: '1.2' }, person)).toEqual({ ...caller, channel: 'slack:C1' });
  expect(callerOf({ ...who, channel: 'D1' }, { ...person, manages: true })).toEqual({ ...caller, manages: true });
  expect(callerOf({ ...who, team: 'T2' }, person)).toMatchObject({ id: 'slack:T2:U1', space: 'slack:T2' });
  expect([undefined, 'C1', 'G1', 'D1'].map(isDirect)).toEqual([false, false, false, true]);
});

test('what is sent twice has the same name, by the first that Slack gives it', () => {
  expect(deliveryId({ event_id: 'Ev1', trigger_id: '1.2' })).toBe('Ev1');
  expect(deliveryId({ trigger_id: '1.2', response_url: 'https://a.example' })).toBe('1.2');
  expect(deliveryId({ event_id: '', trigger_id: 3, response_url: 'https://a.example' })).toBe('https://a.example');
  expect(deliveryId({ type: 'event_callback' })).toBeUndefined();
});

test('what is picked in a menu comes with the press beside it, in order; what is typed with its modal', async () => {
  const slack = await slackWith();
  const minsu = slack.user('민수');
  const pressed: BlockAction[] = [];
  const sent: SlackViewAction[] = [];
  await boltOn(slack, (app) => {
    app.action<BlockAction>('pick', async ({ ack }) => ack());
    app.action<BlockAction>('send', async ({ ack, body, client }) => {
      await ack();
      pressed.push(body);
      const element = { type: 'plain_text_input' as const, action_id: 'answer' };
      const blocks = [{ type: 'input' as const, label: plain('답'), element }];
      const view = { type: 'modal' as const, callback_id: 'box', title: plain('답'), submit: plain('보내기'), blocks };
      await client.views.open({ trigger_id: body.trigger_id, view });
    });
    app.view('box', async ({ ack, body }) => {
      await ack();
      sent.push(body);
    });
  });
  const channel = slack.channelId(minsu, 'class');
  const menu = {
    type: 'multi_static_select' as const,
    action_id: 'pick',
    placeholder: plain('고르기'),
    options: ['a', 'b', 'c'].map((value) => option(`선택지 ${value}`, value)),
  };
  const section = { type: 'section' as const, text: plain('물음'), accessory: menu };
  const send = { type: 'button' as const, action_id: 'send', text: plain('제출') };
  const blocks = [section, { type: 'actions' as const, elements: [send] }];
  await webClient(slack).chat.postMessage({ channel, text: '물음', blocks });
  const [message] = slack.messages(channel).slice(-1);
  if (!message) throw new Error('nothing was posted');
  const none = await slack.press(minsu, message, { label: '제출' }).view();
  await slack.submit(minsu, none, ' kubectl <get> ').acknowledged;
  await slack.select(minsu, message, ['선택지 c', '선택지 a']).acknowledged;
  await slack.press(minsu, message, { label: '제출' }).view();
  expect(pressed.map(pickedIn)).toEqual([undefined, 'ac']);
  expect(sent.map(typedIn)).toEqual([' kubectl <get> ']);
});
