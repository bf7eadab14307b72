import type { App, BlockAction } from '@slack/bolt';
import { completed } from '../../core/command/line.ts';
import { findQuestionCommand } from '../../core/command/route.ts';
import { type AnswerMetadata, writeMetadata } from './answer-metadata.ts';
import type { Answering, Parts } from './answering.ts';
import { askedBy } from './asked-by.ts';
import { type Place, spotOf } from './destination.ts';
import { ACTIONS, countIn } from './elements.ts';
import { logFields } from './errors.ts';
import {
  callerOf,
  isDirect,
  menusIn,
  type Noted,
  pickedIn,
  readText,
  type Trigger,
  typedIn,
  type Who,
} from './incoming.ts';
import { TIMES } from './limits.ts';
import { answerMessage, answerModal, CALLBACKS, modal, searchBox, searchOptions } from './views.ts';
import { openModal, type ResponseUrl, respond } from './web-api.ts';

/** Boxes that complete what is typed: the search's, and those of commands, which their ids name. */
const BOXES = new RegExp(`^${ACTIONS.look}(?::|$)`);

/** Half-typed words; other servers leave out what is empty. */
interface Typing {
  action_id?: string;
  team?: { id: string } | null;
  user?: { id: string };
  value?: string | null;
}

function whoOf({ user, team, channel, container }: BlockAction, { at }: Noted): Who {
  const where = channel?.id ?? (typeof container.channel_id === 'string' ? container.channel_id : undefined);
  const thread: unknown = container.thread_ts;
  return {
    team: team?.id ?? user.team_id ?? '',
    user: user.id,
    name: user.name ?? user.username ?? '',
    at,
    ...(where === undefined ? {} : { channel: where }),
    ...(typeof thread === 'string' ? { thread } : {}),
  };
}

/** What a class reads together stays, whatever is pressed or forged. */
const mayReplace = ({ container }: BlockAction, { channel }: Who): boolean =>
  container.is_ephemeral === true || isDirect(channel);

const urlOf = (url: string, { at }: Noted): ResponseUrl => ({ url, at, uses: 0 });
const triggerOf = (id: string, { at }: Noted): Trigger => ({ id, at });

const messageOf = ({ container }: BlockAction): string => `${container.channel_id}:${container.message_ts}`;

/** Where what was pressed is answered: in the message, in the modal, or in one that opens from the home tab. */
function placeOf(body: BlockAction, who: Who, context: Noted): Place {
  const spot = spotOf(who);
  if (body.view?.type === 'modal')
    return { kind: 'update', view: body.view.id, search: body.view.callback_id === CALLBACKS.search, spot };
  if (body.view) return { kind: 'open', trigger: triggerOf(body.trigger_id, context), spot };
  return body.response_url
    ? { kind: 'url', url: urlOf(body.response_url, context), mayReplace: mayReplace(body, who), spot }
    : { kind: 'private', spot };
}

/** A hint takes no modal's place: it lies on top. */
const hintPlaceOf = (body: BlockAction, who: Who, context: Noted): Place =>
  body.view?.type === 'modal'
    ? { kind: 'open', trigger: triggerOf(body.trigger_id, context), over: true, spot: spotOf(who) }
    : placeOf(body, who, context);

/** Buttons and menus of messages, modals and the home tab, and what is typed into modals. */
export function listenToPresses(app: App<Noted>, parts: Parts, { answer, tell }: Answering): void {
  const { bot, people, log } = parts;
  /** What half-typed words may become. */
  async function offered({ action_id: action = '', team, user, value }: Typing) {
    const who = { team: team?.id ?? '', user: user?.id ?? '', name: '' };
    const person = await people(who, TIMES.patience);
    const caller = callerOf({ ...who, at: parts.now() }, person);
    const commands = (await bot.commandsFor?.(caller)) ?? bot.commands;
    const [, named] = action.split(':');
    const command = named === undefined ? findQuestionCommand(commands) : commands.find(({ name }) => name === named);
    if (!command) return [];
    const texts = Object.values(command.options).filter((option) => option.type === 'text');
    const titles = await Promise.all(
      texts.map(async ({ complete }) => (await complete?.(value ?? '', caller.id)) ?? []),
    );
    return searchOptions(command.name, titles.flat(), person.locale);
  }

  app.action<BlockAction>(new RegExp(`^${ACTIONS.run}:`), async ({ action, body, context }) => {
    if (action.type !== 'button') return;
    const who = whoOf(body, context);
    const trigger = triggerOf(body.trigger_id, context);
    await answer(action.value ?? '', who, placeOf(body, who, context), messageOf(body), trigger);
  });

  app.action<BlockAction>(BOXES, async ({ action, body, context }) => {
    if (action.type !== 'external_select' || !action.selected_option?.value) return;
    const who = whoOf(body, context);
    await answer(action.selected_option.value, who, placeOf(body, who, context));
  });

  app.action<BlockAction>(new RegExp(`^${ACTIONS.send}:`), async ({ action, body, context }) => {
    if (action.type !== 'button') return;
    const who = whoOf(body, context);
    const picked = pickedIn(body);
    if (picked !== undefined) await answer(`${action.value} ${picked}`, who, placeOf(body, who, context));
    else await tell((words) => words.chooseFirst, who, hintPlaceOf(body, who, context));
  });

  app.action<BlockAction>(new RegExp(`^${ACTIONS.fill}:`), async ({ action, body, context }) => {
    if (action.type !== 'button') return;
    const who = whoOf(body, context);
    const picked = menusIn(body, countIn(action.action_id));
    if (picked !== undefined) await answer(`${action.value} ${picked}`, who, placeOf(body, who, context));
    else await tell((words) => words.chooseEachFirst, who, hintPlaceOf(body, who, context));
  });

  app.action<BlockAction>(new RegExp(`^${ACTIONS.type}:`), async ({ action, body, context, client }) => {
    if (action.type !== 'button') return;
    const who = whoOf(body, context);
    const asked: AnswerMetadata = {
      line: action.value ?? '',
      spot: spotOf(who),
      ...(body.view
        ? { view: body.view.id, search: body.view.callback_id === CALLBACKS.search }
        : {
            url: body.response_url,
            at: (context.at / 1000).toFixed(6),
            mayReplace: mayReplace(body, who),
            message: messageOf(body),
          }),
    };
    const { locale } = await people(who, TIMES.patience);
    const trigger = triggerOf(body.trigger_id, context);
    const boxes = countIn(action.action_id);
    const box = { trigger_id: trigger.id, view: answerModal(writeMetadata(asked), boxes, locale) };
    const open = () => (body.view?.type === 'modal' ? client.views.push(box) : client.views.open(box));
    if (await openModal(trigger, open, parts)) return;
    const there = { response_type: 'ephemeral', replace_original: false, ...answerMessage(asked.line, boxes, locale) };
    const url = body.response_url ? urlOf(body.response_url, context) : undefined;
    const sent = url && (await respond(url, there, 'once', parts));
    if (!sent || sent.kind === 'refused')
      await tell((words) => words.modalTooLate, who, hintPlaceOf(body, who, context));
  });

  app.action<BlockAction>(new RegExp(`^${ACTIONS.typed}:`), async ({ action, body, context }) => {
    if (action.type !== 'button') return;
    const who = whoOf(body, context);
    const typed = typedIn(body);
    if (typed.trim() === '') await tell((words) => words.typeFirst, who, hintPlaceOf(body, who, context));
    else await answer(completed(action.value ?? '', typed), who, placeOf(body, who, context), messageOf(body));
  });

  // A menu's changes count when the button beside it is pressed.
  app.action(ACTIONS.pick, async () => {});
  app.action(new RegExp(`^${ACTIONS.menu}:`), async () => {});

  app.view(CALLBACKS.answer, async ({ body, context: { at } }) => {
    const { line, who, place, message } = askedBy(body, at);
    await answer(completed(line, typedIn(body)), who, place, message);
  });

  app.options(BOXES, async ({ options, ack }) => {
    const titles = await offered(options).catch((error: unknown) => {
      log.error(logFields(error), 'nothing could be offered');
      return [];
    });
    await ack({ options: titles });
  });
}

/** The shortcuts beside the message box and on messages. */
export function listenToShortcuts(app: App<Noted>, parts: Parts, { answer, tell }: Answering): void {
  app.shortcut({ callback_id: CALLBACKS.search, type: 'shortcut' }, async ({ shortcut, context, client }) => {
    const { user, trigger_id, team } = shortcut;
    const who: Who = { team: team?.id ?? user.team_id ?? '', user: user.id, name: user.username, at: context.at };
    const { locale } = await parts.people(who, TIMES.patience);
    const shown = modal([searchBox(locale)], locale, CALLBACKS.search);
    const open = () => client.views.open({ trigger_id, view: shown });
    const isOpen = await openModal(triggerOf(trigger_id, context), open, parts);
    if (!isOpen) await tell((words) => words.modalTooLate, who, { kind: 'private', spot: spotOf(who) });
  });

  app.shortcut({ callback_id: CALLBACKS.lookUp, type: 'message_action' }, async ({ shortcut, context }) => {
    if (shortcut.type !== 'message_action') return;
    const { user, team, channel, message, trigger_id } = shortcut;
    const { at } = context;
    const who: Who = { team: team?.id ?? user.team_id ?? '', user: user.id, name: user.name, at, channel: channel.id };
    const trigger = triggerOf(trigger_id, context);
    const posted = { text: readText(message.text ?? ''), file: parts.findFile(message.files) };
    await answer({ message: posted }, who, { kind: 'open', trigger, spot: spotOf(who) });
  });
}
