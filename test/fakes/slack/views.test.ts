import { describe, expect, test } from 'vitest';
import { actions, boltOn, button, call, option, plain, slackWith } from './clients.ts';
import { object, text } from './json.ts';
import type { Act, Json, LocalSlack, User } from './types.ts';

const input = (blockId: string, element: Json, more: Json = {}): Json => ({
  type: 'input',
  block_id: blockId,
  label: plain(blockId),
  element,
  ...more,
});

const textInput = (actionId: string, more: Json = {}): Json => ({
  type: 'plain_text_input',
  action_id: actionId,
  ...more,
});

const modal = (more: Json = {}): Json => ({
  type: 'modal',
  callback_id: 'form',
  title: plain('Form'),
  submit: plain('Send'),
  blocks: [input('say', textInput('words'))],
  ...more,
});

/** An app that acknowledges everything with what it is told, and keeps what it heard. */
async function app(slack: LocalSlack, answers: Json[] = []) {
  const heard: Json[] = [];
  const { errors } = await boltOn(slack, (bolt) => {
    bolt.use(async ({ body, next }) => {
      heard.push(object(body));
      await next();
    });
    bolt.command(/.*/, async ({ ack }) => ack());
    bolt.shortcut(/.*/, async ({ ack }) => ack());
    bolt.action(/.*/, async ({ ack }) => ack());
    bolt.options(/.*/, async ({ ack }) => ack(answers.shift() as never));
    bolt.view({ callback_id: /.*/, type: 'view_submission' }, async ({ ack }) => ack(answers.shift() as never));
    bolt.view({ callback_id: /.*/, type: 'view_closed' }, async ({ ack }) => ack());
  });
  /** The trigger_id of an act, once the app has it. */
  const trigger = async (act: Act): Promise<string> => {
    await act.acknowledged;
    return text(heard.at(-1)?.trigger_id);
  };
  const open = async (user: User, view: Json) => {
    const act = slack.shortcut(user, 'open');
    const answer = await call(slack, 'views.open', { trigger_id: await trigger(act), view });
    if (answer.ok !== true) throw new Error(JSON.stringify(answer));
    return act.view();
  };
  return { heard, errors, trigger, open };
}

describe('triggers', () => {
  test('a trigger opens one modal within three seconds', async () => {
    let now = 1_800_000_000_000;
    const slack = await slackWith({ now: () => now });
    const { trigger } = await app(slack);
    const user = slack.user('a');
    const open = (id: string, view = modal()) => call(slack, 'views.open', { trigger_id: id, view });
    const first = await trigger(slack.shortcut(user, 'open'));
    expect(await open('1.2.abc')).toEqual({ ok: false, error: 'invalid_trigger_id' });
    expect(await open(first, { type: 'modal' })).toMatchObject({ error: 'invalid_arguments' });
    now += 3000;
    expect(await open(first)).toMatchObject({ ok: true, view: { type: 'modal', callback_id: 'form' } });
    expect(await open(first)).toEqual({ ok: false, error: 'exchanged_trigger_id' });
    const second = await trigger(slack.command(user, 'class', '/k8s'));
    now += 3001;
    expect(await open(second)).toEqual({ ok: false, error: 'expired_trigger_id' });
  });

  test('what is wrong with a view is told with its place', async () => {
    const slack = await slackWith();
    const { trigger } = await app(slack);
    const id = await trigger(slack.shortcut(slack.user('a'), 'open'));
    const { title: _title, ...untitled } = modal();
    expect(await call(slack, 'views.open', { trigger_id: id, view: untitled })).toEqual({
      ok: false,
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] missing required field: title [json-pointer:/view]'] },
    });
    expect(await call(slack, 'views.open', { trigger_id: id, view: { type: 'home', blocks: [] } })).toMatchObject({
      error: 'invalid_arguments',
    });
    expect(await call(slack, 'views.open', { view: modal() })).toMatchObject({ error: 'invalid_arguments' });
    expect(await call(slack, 'views.open', { trigger_id: id, view: '{' })).toMatchObject({
      error: 'invalid_arguments',
    });
  });
});

describe('modals', () => {
  test('what is typed and picked is sent with the form', async () => {
    const slack = await slackWith();
    const { heard, open } = await app(slack);
    const user = slack.user('a');
    const view = await open(
      user,
      modal({
        private_metadata: 'secret',
        blocks: [
          input('say', textInput('words', { min_length: 2, max_length: 5 })),
          input('note', textInput('note'), { optional: true }),
          input('kind', {
            type: 'static_select',
            action_id: 'kind',
            options: [option('Pod', 'p'), option('Job', 'j')],
          }),
          input(
            'many',
            { type: 'checkboxes', action_id: 'many', options: [option('A', 'a'), option('B', 'b')] },
            { optional: true },
          ),
        ],
      }),
    );
    expect(() => slack.submit(user, view, { words: 'abc' })).toThrow('«kind» is required');
    expect(() => slack.submit(user, view, { words: 'a' })).toThrow('too short');
    expect(() => slack.submit(user, view, { words: 'abcdef' })).toThrow('too long');
    expect(() => slack.submit(user, view, { nothing: 'x' })).toThrow('no input nothing');
    expect(() => slack.submit(user, view, 'which?')).toThrow('not just one');
    expect(() => slack.submit(slack.user('b'), view, { words: 'abc' })).toThrow('cannot see');
    await slack.submit(user, view, { words: 'abc', kind: 'Job' }).acknowledged;
    const submission = heard.at(-1);
    expect(submission).toMatchObject({
      type: 'view_submission',
      user: { id: user.id },
      view: { id: view.id, private_metadata: 'secret', callback_id: 'form', hash: view.hash },
    });
    expect(object(object(submission?.view).state).values).toEqual({
      say: { words: { type: 'plain_text_input', value: 'abc' } },
      note: { note: { type: 'plain_text_input', value: null } },
      kind: {
        kind: {
          type: 'static_select',
          selected_option: { text: { type: 'plain_text', text: 'Job', emoji: true }, value: 'j' },
        },
      },
      many: { many: { type: 'checkboxes', selected_options: [] } },
    });
    expect(view.closed).toBe(true);
    expect(() => slack.submit(user, view, { words: 'abc' })).toThrow('closed');
  });

  test('an answer shows errors, replaces the view, puts another above it, or clears all', async () => {
    const slack = await slackWith();
    const { open } = await app(slack, [
      { response_action: 'errors', errors: { say: 'no' } },
      { response_action: 'update', view: modal({ title: plain('Second') }) },
      { response_action: 'push', view: modal({ title: plain('Third') }) },
      { response_action: 'clear' },
    ]);
    const user = slack.user('a');
    const view = await open(user, modal());
    expect(await slack.submit(user, view, 'x').acknowledged).toMatchObject({ errors: { say: 'no' } });
    expect([view.closed, view.title]).toEqual([false, 'Form']);
    const { hash } = view;
    expect(await slack.submit(user, view, 'x').view()).toBe(view);
    expect([view.title, view.hash === hash]).toEqual(['Second', false]);
    const above = await slack.submit(user, view, 'x').view();
    expect([above.title, above.id === view.id]).toEqual(['Third', false]);
    expect(() => slack.submit(user, view, 'x')).toThrow('Another modal is above');
    await slack.submit(user, above, 'x').acknowledged;
    expect([view.closed, above.closed]).toEqual([true, true]);
  });

  test('an answer that Slack does not take is an error for the person', async () => {
    const slack = await slackWith();
    const { open } = await app(slack, [
      { response_action: 'errors', errors: { nowhere: 'no' } },
      { response_action: 'update', view: { type: 'modal' } },
      { response_action: 'sing' },
    ]);
    const user = slack.user('a');
    const view = await open(user, modal());
    await expect(slack.submit(user, view, 'x').acknowledged).rejects.toThrow('no input block nowhere');
    for (let time = 0; time < 2; time++)
      await expect(slack.submit(user, view, 'x').acknowledged).rejects.toThrow('not as Slack takes it');
    expect(view.closed).toBe(false);
  });

  test('views are pushed by triggers from within a modal, two at most', async () => {
    const slack = await slackWith();
    const { trigger } = await app(slack);
    const user = slack.user('a');
    const push = (id: string) =>
      call(slack, 'views.push', { trigger_id: id, view: modal({ blocks: [actions(button('More', 'more'))] }) });
    const outside = await trigger(slack.shortcut(user, 'open'));
    expect(await push(outside)).toEqual({ ok: false, error: 'invalid_trigger_id' });
    const opening = slack.shortcut(user, 'open');
    const view = modal({ blocks: [actions(button('More', 'more'))] });
    await call(slack, 'views.open', { trigger_id: await trigger(opening), view });
    let top = await opening.view();
    for (let depth = 0; depth < 2; depth++) {
      const act = slack.press(user, top, { label: 'More' });
      const answer = await push(await trigger(act));
      expect(object(answer.view)).toMatchObject({ previous_view_id: top.id });
      top = await act.view();
    }
    expect(await push(await trigger(slack.press(user, top, { label: 'More' })))).toEqual({
      ok: false,
      error: 'push_limit_reached',
    });
  });

  test('a view is updated by its id or external id, if nobody else changed it', async () => {
    const slack = await slackWith();
    const { open } = await app(slack);
    const user = slack.user('a');
    const blocks = [actions(button('More', 'more'))];
    const view = await open(user, modal({ external_id: 'mine', blocks }));
    const { hash } = view;
    const using = slack.press(user, view, { label: 'More' });
    const update = (args: Json) => call(slack, 'views.update', { view: modal({ title: plain('New') }), ...args });
    expect(await update({ view_id: view.id, hash })).toMatchObject({ ok: true, view: { title: { text: 'New' } } });
    expect(view.title).toBe('New');
    expect(await using.view()).toBe(view);
    expect(await update({ view_id: view.id, hash })).toEqual({ ok: false, error: 'hash_conflict' });
    expect(await update({ view_id: 'V404' })).toEqual({ ok: false, error: 'not_found' });
    expect(await update({ external_id: 'mine' })).toEqual({ ok: false, error: 'not_found' });
    expect(await update({})).toMatchObject({ error: 'invalid_arguments' });
    slack.dismiss(user, view);
    expect(await update({ view_id: view.id })).toEqual({ ok: false, error: 'not_found' });
  });

  test('the app is told of a dismissed modal only if it asked for it', async () => {
    const slack = await slackWith();
    const { heard, open } = await app(slack);
    const user = slack.user('a');
    expect(slack.dismiss(user, await open(user, modal()))).toBeUndefined();
    const view = await open(user, modal({ notify_on_close: true }));
    await slack.dismiss(user, view)?.acknowledged;
    expect(heard.at(-1)).toMatchObject({ type: 'view_closed', view: { id: view.id }, is_cleared: false });
    expect(view.closed).toBe(true);
  });

  test('elements of a view are used without a response_url, and those of inputs only when dispatched', async () => {
    const slack = await slackWith();
    const { heard, open } = await app(slack, [{ options: [option('Pod', 'p')] }, { options: [] }]);
    const user = slack.user('a');
    const external = { type: 'external_select', action_id: 'find', min_query_length: 2 };
    const radio = { type: 'radio_buttons', action_id: 'radio', options: [option('A', 'a'), option('B', 'b')] };
    const blocks = [input('find', external, { dispatch_action: true }), input('radio', radio, { optional: true })];
    const view = await open(user, modal({ blocks }));
    expect(await slack.suggest(user, view, 'p')).toEqual([]);
    const [pod] = await slack.suggest(user, view, 'po');
    expect(heard.at(-1)).toMatchObject({
      type: 'block_suggestion',
      value: 'po',
      action_id: 'find',
      block_id: 'find',
      view: { id: view.id },
    });
    if (!pod) throw new Error('Nothing was suggested');
    await slack.pick(user, view, pod).acknowledged;
    expect(heard.at(-1)).toMatchObject({
      type: 'block_actions',
      container: { type: 'view', view_id: view.id },
      actions: [{ type: 'external_select', selected_option: { value: 'p' } }],
      view: { state: { values: { find: { find: { selected_option: { value: 'p' } } } } } },
    });
    expect(heard.at(-1)).not.toHaveProperty('response_url');
    expect(heard.at(-1)).not.toHaveProperty('channel');
    expect(() => slack.select(user, view, 'A')).toThrow('only with its form');
    await slack.submit(user, view, { radio: 'B' }).acknowledged;
    expect(heard.at(-1)).toMatchObject({
      view: { state: { values: { radio: { radio: { selected_option: { value: 'b' } } } } } },
    });
  });

  test('suggestions that Slack does not take are an error', async () => {
    const slack = await slackWith();
    const { open } = await app(slack, [{ options: [{ text: 'bare', value: 'x' }] }]);
    const user = slack.user('a');
    const external = { type: 'external_select', action_id: 'find', min_query_length: 0 };
    const view = await open(user, modal({ blocks: [input('find', external)] }));
    await expect(slack.suggest(user, view, '')).rejects.toThrow('not as Slack takes it');
  });
});

describe('home tabs', () => {
  test('a home tab is published, changed and used', async () => {
    const slack = await slackWith();
    const { heard } = await app(slack);
    const user = slack.user('a');
    expect(slack.home(user)).toBeUndefined();
    const publish = (args: Json) =>
      call(slack, 'views.publish', {
        user_id: user.id,
        view: { type: 'home', blocks: [actions(button('Start', 'start'))] },
        ...args,
      });
    const published = slack.published(user, 2);
    expect(await publish({})).toMatchObject({ ok: true, view: { type: 'home' } });
    const view = slack.home(user);
    if (!view) throw new Error('No home tab');
    expect(await publish({ hash: 'old' })).toEqual({ ok: false, error: 'hash_conflict' });
    expect(await publish({ hash: view.hash })).toMatchObject({ ok: true });
    expect(await published).toBe(view);
    expect(await publish({ user_id: 'U404' })).toMatchObject({ ok: false });
    expect(await publish({ view: modal() })).toMatchObject({ error: 'invalid_arguments' });
    await slack.openHome(user).acknowledged;
    expect(heard.at(-1)).toMatchObject({
      event: { type: 'app_home_opened', tab: 'home', user: user.id, view: { id: view.id } },
    });
    await slack.openHome(user, 'messages').acknowledged;
    expect(object(heard.at(-1)?.event)).toMatchObject({ tab: 'messages' });
    expect(object(heard.at(-1)?.event)).not.toHaveProperty('view');
    await slack.press(user, view, { label: 'Start' }).acknowledged;
    expect(heard.at(-1)).toMatchObject({
      type: 'block_actions',
      view: { type: 'home' },
      actions: [{ action_id: 'start' }],
    });
  });
});
