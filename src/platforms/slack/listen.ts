import type { App, BlockAction } from '@slack/bolt';
import type { Bot } from '../../core/dispatch.ts';
import type { Log } from '../../core/log.ts';
import type { Claims } from '../../core/memory.ts';
import { notice } from '../../core/reply.ts';
import { ACTIONS, type View } from './blocks.ts';
import type { Deliver, Place, Spot } from './deliver.ts';
import { callerOf, heard, isDirect, nameOf, pickedIn, typedIn, type Who } from './incoming.ts';
import type { People } from './people.ts';
import { traced } from './problems.ts';
import type { Renderer } from './render.ts';
import { answerModal, CALLBACKS, homeTab, modal, offers, searchBox } from './views.ts';
import { call } from './web.ts';

export interface Parts {
  bot: Bot;
  deliver: Deliver;
  renderer: Renderer;
  people: People;
  /** The bot's own user. */
  botUser: string;
  prefix: string;
  claims: Claims;
  /** Told of all work that was begun. */
  begun(work: Promise<void>): void;
  log: Log;
}

/** What a modal for an answer brings back: the line that the answer completes, and where the question is. */
interface Asked {
  line: string;
  /** Of the message that it was pressed on, which the grade may take the place of. */
  url?: string;
  mayReplace?: boolean;
  message?: string;
  view?: string;
  /** The view has a search box. */
  search?: boolean;
  spot: Spot;
}

const CHOOSE = { ko: '먼저 맞는 것을 골라 주세요.', en: 'Choose what is right first.' };
const SHARED = { ko: '이미 채널에 공유했어요.', en: 'You have shared this already.' };
const TOO_LATE = {
  ko: '입력 창을 여는 데 너무 오래 걸렸어요. 한 번 더 눌러 주세요.',
  en: 'It took too long to open the box. Please press once more.',
};

/** As much of a message as is looked up. */
const LONGEST_QUESTION = 300;

const spotOf = ({ user, channel, thread }: Who): Spot => ({
  user,
  ...(channel === undefined ? {} : { channel }),
  ...(thread === undefined ? {} : { thread }),
});

function whoOf({ user, team, channel, container }: BlockAction): Who {
  const at = channel?.id ?? (typeof container.channel_id === 'string' ? container.channel_id : undefined);
  const thread: unknown = container.thread_ts;
  return {
    team: team?.id ?? user.team_id ?? '',
    user: user.id,
    name: user.name ?? user.username ?? '',
    ...(at === undefined ? {} : { channel: at }),
    ...(typeof thread === 'string' ? { thread } : {}),
  };
}

/** Answers what people do in Slack. Each thing is acknowledged first, and handled once however often it is sent. */
export function listen(app: App, { bot, deliver, renderer, people, botUser, prefix, claims, begun, log }: Parts): void {
  const viewOf = async (who: Who, surface: View['surface']): Promise<View> => ({
    ...(await people(who.user, who.name)),
    surface,
    others: surface === 'message' && who.channel !== undefined && !isDirect(who.channel),
    prefix,
  });

  const surfaceOf = (place: Place): View['surface'] =>
    place.kind === 'open' || place.kind === 'update' ? 'view' : 'message';

  /** Runs a line and shows what it answers. A message's content is shared once: two quick presses are one wish. */
  async function answer(line: string, who: Who, place: Place, message?: string): Promise<void> {
    const view = await viewOf(who, surfaceOf(place));
    const caller = callerOf(who, view.locale);
    const reply = await bot.dispatch(line, caller);
    const share = reply.visibility === 'channel' && message !== undefined ? `slack:shared:${message}` : undefined;
    if (share !== undefined && !(await claims.claim(share))) {
      await deliver(notice(SHARED[view.locale]), view, place, line);
      return;
    }
    const done = await deliver(reply, view, place, line).catch(async (error: unknown) => {
      // A reply that cannot be drawn is a bug like any other.
      await deliver(bot.report(error, view.locale), view, place, line);
      return false;
    });
    // What did not reach the channel may be shared again.
    if (share !== undefined && !done) await claims.release(share);
  }

  const tell = async (words: { ko: string; en: string }, who: Who, place: Place): Promise<void> => {
    const view = await viewOf(who, surfaceOf(place));
    await deliver(notice(words[view.locale]), view, place, '');
  };

  app.use(async (args) => {
    const { body, next } = args;
    // What a menu offers is in the acknowledgement itself.
    if (body.type === 'block_suggestion') return next();
    if ('ack' in args && typeof args.ack === 'function') await args.ack();
    const name = nameOf(body);
    if (name !== undefined && !(await claims.claim(`slack:${name}`))) {
      log.info({ type: body.type }, 'sent twice, handled once');
      return undefined;
    }
    const work = next();
    begun(work);
    return work;
  });

  app.command(/./, async ({ command }) => {
    const { team_id: team, user_id: user, user_name: name, channel_id: channel, response_url: url } = command;
    const who: Who = { team, user, name, channel };
    const typed = command.command.replace(/^\//, '');
    const meant = typed.startsWith(prefix) ? typed.slice(prefix.length) : typed;
    const place: Place = url
      ? { kind: 'url', url, mayReplace: false, spot: spotOf(who) }
      : { kind: 'private', spot: spotOf(who) };
    await answer(`/${meant} ${heard(command.text ?? '')}`.trim(), who, place);
  });

  app.event('app_mention', async ({ event, body }) => {
    const { user, channel, text, thread_ts: thread } = event;
    if (user === undefined || event.bot_id !== undefined || event.subtype === 'bot_message') return;
    const who: Who = { team: body.team_id, user, name: '', channel, ...(thread === undefined ? {} : { thread }) };
    await answer(heard(text) || 'dosirak', who, { kind: 'private', spot: spotOf(who) });
  });

  app.message(async ({ message, body }) => {
    // Edits, deletions and joins are no questions; app_mention tells of what is said to the bot elsewhere.
    if (message.channel_type !== 'im' || (message.subtype !== undefined && message.subtype !== 'file_share')) return;
    if ('bot_id' in message || message.user === undefined || message.user === botUser) return;
    const { user, channel, ts, thread_ts: thread } = message;
    const line = heard(message.text ?? '');
    if (line === '') return;
    const who: Who = { team: body.team_id, user, name: '', channel };
    await answer(line, who, { kind: 'direct', channel, key: ts, ...(thread === undefined ? {} : { thread }) });
  });

  /** What a class reads together stays, whatever is pressed or forged. */
  const mayReplace = ({ container }: BlockAction, { channel }: Who): boolean =>
    container.is_ephemeral === true || isDirect(channel);

  /** Where what was pressed is answered: in the message, in the modal, or in one that opens from the home tab. */
  function placeOf(body: BlockAction, who: Who): Place {
    const spot = spotOf(who);
    if (body.view?.type === 'modal')
      return { kind: 'update', view: body.view.id, search: body.view.callback_id === CALLBACKS.search };
    if (body.view) return { kind: 'open', trigger: body.trigger_id, spot };
    const mayReplace = body.container.is_ephemeral === true || isDirect(who.channel);
    return body.response_url ? { kind: 'url', url: body.response_url, mayReplace, spot } : { kind: 'private', spot };
  }

  /** A hint takes no modal's place: it lies on top. */
  const hintPlaceOf = (body: BlockAction, who: Who): Place =>
    body.view?.type === 'modal'
      ? { kind: 'open', trigger: body.trigger_id, over: true, spot: spotOf(who) }
      : placeOf(body, who);

  const messageOf = ({ container }: BlockAction): string => `${container.channel_id}:${container.message_ts}`;

  app.action<BlockAction>(new RegExp(`^${ACTIONS.run}:`), async ({ action, body }) => {
    if (action.type !== 'button') return;
    const who = whoOf(body);
    await answer(action.value ?? '', who, placeOf(body, who), messageOf(body));
  });

  app.action<BlockAction>(ACTIONS.look, async ({ action, body }) => {
    if (action.type !== 'external_select' || !action.selected_option?.value) return;
    const who = whoOf(body);
    await answer(action.selected_option.value, who, placeOf(body, who));
  });

  app.action<BlockAction>(new RegExp(`^${ACTIONS.send}:`), async ({ action, body }) => {
    if (action.type !== 'button') return;
    const who = whoOf(body);
    const picked = pickedIn(body);
    if (picked !== undefined) await answer(`${action.value} ${picked}`, who, placeOf(body, who));
    else await tell(CHOOSE, who, hintPlaceOf(body, who));
  });

  app.action<BlockAction>(new RegExp(`^${ACTIONS.type}:`), async ({ action, body, client }) => {
    if (action.type !== 'button') return;
    const who = whoOf(body);
    const asked: Asked = {
      line: action.value ?? '',
      spot: spotOf(who),
      ...(body.view
        ? { view: body.view.id, search: body.view.callback_id === CALLBACKS.search }
        : { url: body.response_url, mayReplace: mayReplace(body, who), message: messageOf(body) }),
    };
    const { locale } = await people(who.user, who.name);
    const box = { trigger_id: body.trigger_id, view: answerModal(JSON.stringify(asked), locale) };
    const open = () => (body.view?.type === 'modal' ? client.views.push(box) : client.views.open(box));
    const opened = await call('views.open', open, 'freely', log);
    if (opened.kind === 'done' || opened.reason === 'exchanged_trigger_id') return;
    log.info({ reason: opened.reason }, 'no box could be opened');
    await tell(TOO_LATE, who, hintPlaceOf(body, who));
  });

  // A menu's changes count when the button beside it is pressed.
  app.action(ACTIONS.pick, async () => {});

  app.view(CALLBACKS.answer, async ({ body }) => {
    const {
      line,
      url,
      mayReplace = false,
      message,
      view,
      search = false,
      spot,
    } = JSON.parse(body.view.private_metadata) as Asked;
    const who: Who = {
      ...spot,
      team: body.team?.id ?? body.user.team_id ?? '',
      user: body.user.id,
      name: body.user.name,
    };
    const place: Place =
      view !== undefined
        ? { kind: 'update', view, search }
        : url !== undefined
          ? { kind: 'url', url, mayReplace, spot }
          : { kind: 'private', spot };
    await answer(`${line} ${typedIn(body)}`, who, place, message);
  });

  app.options(ACTIONS.look, async ({ options, ack }) => {
    const { user, value } = options;
    const { locale } = await people(user.id, '');
    const declared = bot.commands.find(({ name }) => name === 'k8s')?.options.term;
    const titles = declared?.type === 'text' ? (declared.complete?.(value) ?? []) : [];
    await ack({ options: offers(titles, locale) });
  });

  app.shortcut({ callback_id: CALLBACKS.search, type: 'shortcut' }, async ({ shortcut, client }) => {
    const { user, trigger_id, team } = shortcut;
    const who: Who = { team: team?.id ?? user.team_id ?? '', user: user.id, name: user.username };
    const { locale } = await people(who.user, who.name);
    const shown = modal([searchBox(locale)], locale, CALLBACKS.search);
    const opened = await call('views.open', () => client.views.open({ trigger_id, view: shown }), 'freely', log);
    if (opened.kind === 'done' || opened.reason === 'exchanged_trigger_id') return;
    log.info({ reason: opened.reason }, 'no modal could be opened');
    await tell(TOO_LATE, who, { kind: 'private', spot: spotOf(who) });
  });

  app.shortcut({ callback_id: CALLBACKS.lookUp, type: 'message_action' }, async ({ shortcut }) => {
    if (shortcut.type !== 'message_action') return;
    const { user, team, channel, message, trigger_id: trigger } = shortcut;
    const who: Who = { team: team?.id ?? user.team_id ?? '', user: user.id, name: user.name, channel: channel.id };
    const said = heard(message.text ?? '').slice(0, LONGEST_QUESTION);
    await answer(`k8s "${said.replace(/["“”„]/g, ' ')}"`, who, { kind: 'open', trigger, spot: spotOf(who) });
  });

  app.event('app_home_opened', async ({ event, body, client }) => {
    if (event.tab !== 'home') return;
    const { user } = event;
    const who: Who = { team: body.team_id, user, name: '' };
    const view = await viewOf(who, 'view');
    const reply = await bot.dispatch('home', callerOf(who, view.locale));
    const blocks = [searchBox(view.locale), ...renderer.blocks(reply, view, 1)];
    const sent = await call(
      'views.publish',
      () => client.views.publish({ user_id: user, view: homeTab(blocks) }),
      'freely',
      log,
    );
    if (sent.kind !== 'done') log.warn({ reason: sent.reason }, 'a home tab could not be shown');
  });

  app.error(async (error) => log.error(traced(error.original ?? error), 'something failed in Slack'));
}
