import { setImmediate } from 'node:timers/promises';
import type { App } from '@slack/bolt';
import { type CommandInput, route } from '../../core/command/route.ts';
import { createAnswering, type Parts } from './answering.ts';
import { type Place, spotOf } from './destination.ts';
import { logFields } from './errors.ts';
import { isFormSent, listenToForms } from './form-sent.ts';
import { deliveryId, isDirect, type Noted, readText, takesMentions, type Who } from './incoming.ts';
import { listenToPresses, listenToShortcuts } from './presses.ts';
import { homeBoxes, homeTab } from './views.ts';
import { call } from './web-api.ts';

/** Answers what people do in Slack. Each thing is acknowledged first, and handled once however often it is sent. */
export function listen(app: App<Noted>, parts: Parts): void {
  const { bot, renderer, botUser, findFile, prefix, claims, now, track, log } = parts;
  const answering = createAnswering(parts);
  const { answer, meet } = answering;
  const atBot = new RegExp(`^(?:\\s*<@${botUser}(?:\\|[^<>]*)?>)+`);

  async function once(body: object, handle: () => Promise<void>): Promise<void> {
    const name = deliveryId(body);
    // Whatever else came at the same moment is acknowledged first.
    await setImmediate();
    if (name === undefined || (await claims.claim(`slack:${name}`))) return handle();
    log.info({}, 'sent twice, handled once');
  }

  app.use(async (args) => {
    const { body, context, next } = args;
    context.at = now();
    // What a menu offers is in the acknowledgement itself.
    if (body.type === 'block_suggestion') return next();
    // What is wrong in a form is said in the acknowledgement, too.
    if (!isFormSent(body) && 'ack' in args && typeof args.ack === 'function') await args.ack();
    const work = once(body, next);
    track(work);
    return work;
  });

  /** A command is named here as this workspace types it. */
  const meant = (line: string): string => (line.startsWith(`/${prefix}`) ? `/${line.slice(prefix.length + 1)}` : line);

  /** The line that a text is; the people and channels that its command is about stay in it. */
  function lineIn(text: string): string {
    const line = meant(readText(text));
    const { command } = route(line, bot.commands);
    return command && takesMentions(command) ? meant(readText(text.replace(atBot, ''), 'kept')) : line;
  }

  /** What is written to the bot, with the file that came with it; a call alone asks for help. */
  function inputOf(text: string, files: unknown): CommandInput {
    const line = lineIn(text);
    const file = findFile(files);
    return file ? { line, file } : line || 'dosirak';
  }

  app.command(/./, async ({ command, context: { at } }) => {
    const { team_id: team, user_id: user, user_name: name, channel_id: channel, response_url: url } = command;
    const trigger = command.trigger_id ? { id: command.trigger_id, at } : undefined;
    const who: Who = { team, user, name, at, channel };
    const place: Place = url
      ? { kind: 'url', url: { url, at, uses: 0 }, mayReplace: false, spot: spotOf(who) }
      : { kind: 'private', spot: spotOf(who) };
    await answer(lineIn(`${command.command} ${command.text ?? ''}`), who, place, undefined, trigger);
  });

  app.event('app_mention', async ({ event, body, context: { at } }) => {
    const { user, channel, text, thread_ts: thread } = event;
    if (user === undefined || event.bot_id || event.subtype === 'bot_message') return;
    const who: Who = { team: body.team_id, user, name: '', at, channel, ...(thread === undefined ? {} : { thread }) };
    await answer(inputOf(text, event.files), who, { kind: 'private', spot: spotOf(who) });
  });

  app.message(async ({ message, body, context: { at } }) => {
    // Edits, deletions and joins are no questions; app_mention tells of what is said to the bot elsewhere.
    const inDirect = message.channel_type === 'im' || (!message.channel_type && isDirect(message.channel));
    if (!inDirect || (message.subtype !== undefined && message.subtype !== 'file_share')) return;
    if (('bot_id' in message && message.bot_id) || message.user === undefined || message.user === botUser) return;
    const { user, channel, ts, thread_ts: thread } = message;
    const text = message.text ?? '';
    const files = 'files' in message ? message.files : undefined;
    if (text === '' && !files?.length) return;
    const who: Who = { team: body.team_id, user, name: '', at, channel };
    // A picture alone is told that it is not read.
    const input: CommandInput = text === '' ? { message: { text, file: findFile(files) } } : inputOf(text, files);
    await answer(input, who, { kind: 'direct', channel, key: ts, ...(thread === undefined ? {} : { thread }) });
  });

  app.event('app_home_opened', async ({ event, body, context: { at }, client }) => {
    if (event.tab !== 'home') return;
    const { user } = event;
    const who: Who = { team: body.team_id, user, name: '', at };
    const { view, caller } = await meet(who, 'view');
    const reply = await bot.dispatch('home', caller);
    const boxes = homeBoxes(bot.commands, view.locale);
    const blocks = [...boxes, ...renderer.blocks(reply, view, boxes.length)];
    const sent = await call(
      'views.publish',
      () => client.views.publish({ user_id: user, view: homeTab(blocks) }),
      'freely',
      parts,
    );
    if (sent.kind !== 'done') log.warn({ reason: sent.reason }, 'a home tab could not be shown');
  });

  listenToPresses(app, parts, answering);
  listenToForms(app, parts, answering);
  listenToShortcuts(app, parts, answering);
  app.error(async (error) => log.error(logFields(error.original ?? error), 'something failed in Slack'));
}
