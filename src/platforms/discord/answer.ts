import { DefaultRestOptions, InteractionResponseType, MessageFlags, type RawFile, type REST, Routes } from 'discord.js';
import type { Localized } from '../../core/locale.ts';
import type { Log } from '../../core/log.ts';
import { notice, type Reply } from '../../core/reply.ts';
import type { Timers } from '../../core/timers.ts';
import { inTime } from '../../core/wait.ts';
import { inSomeForm, insist, isOver, type Outcome } from './attempts.ts';
import { type Drawn, fileOf } from './drawn.ts';
import { TIMES } from './limits.ts';
import type { View } from './parts.ts';
import { type Payload, render, renderEmbed, renderText } from './render.ts';

export interface Wire {
  rest: REST;
  log: Log;
  timers: Timers;
}

/** An interaction to answer. */
export interface Asked {
  id: string;
  token: string;
  applicationId: string;
  /** When it arrived, by the timers. */
  at: number;
  /** It came from a message of ours whose place the answer may take. */
  onMessage: boolean;
  view: View;
}

/** When, by the timers, Discord no longer waits for the first answer. */
const deadline = ({ at }: Asked): number => at + TIMES.answer;

/** The first answer to an interaction; Discord takes just one, so that it may be sent again. */
export function callback(
  { rest, log, timers }: Wire,
  asked: Asked,
  type: InteractionResponseType,
  data: object | undefined,
  files: readonly RawFile[] = [],
): Promise<Outcome> {
  const body = data === undefined ? { type } : { type, data };
  const path = Routes.interactionCallback(asked.id, asked.token);
  return insist(
    (signal) => rest.post(path, { body, files: [...files], auth: false, signal }),
    deadline(asked),
    log,
    timers,
  );
}

/** Whose servers failed over everything private when it was last tried, and took the same for everyone. */
const allSee = new WeakSet<REST>();

/**
 * Sends what is for the caller alone as that, by `until`; where a server takes nothing of the kind, for everyone.
 * Discord itself knows private messages: it has an outage then, in which nobody's question is told to all.
 */
async function shownTo(
  visibility: Reply['visibility'],
  asked: Asked,
  { rest, log }: Wire,
  send: (flags: MessageFlags.Ephemeral | 0, until: number) => Promise<Outcome>,
): Promise<Outcome> {
  if (visibility === 'channel') return send(0, deadline(asked));
  const isDiscord = rest.options.api === DefaultRestOptions.api;
  const alone = asked.at + (allSee.has(rest) ? 0 : TIMES.alone);
  const sent = await send(MessageFlags.Ephemeral, isDiscord ? deadline(asked) : alone);
  if (sent === 'done') allSee.delete(rest);
  if (isOver(sent) || (isDiscord && sent === 'failed')) return sent;
  log.warn({}, 'the server takes nothing for the caller alone: everyone sees the answer');
  const shown = await send(0, deadline(asked));
  if (shown === 'done' && sent === 'failed') allSee.add(rest);
  return shown;
}

const WITHHELD: Localized = {
  ko: '이 서버에서는 나만 볼 수 있게 보낼 수 없어서 보내지 않았어요. 도시락과의 개인 메시지에서 다시 해 주세요.',
  en: 'On this server everyone would see it, so it was not sent. Ask again in a direct message with Dosirak.',
};

/** What everyone may see of an answer: a file for the caller alone, such as all that is kept of them, is none of it. */
const forAll = (made: Drawn, { view: { others, locale } }: Asked): Drawn =>
  others && made.reply.visibility === 'caller' && made.texts.length > 0
    ? { reply: notice(WITHHELD[locale]), files: [], texts: [] }
    : made;

interface Form {
  payload: Payload;
  files: readonly RawFile[];
}

/** Components v2 first, with pictures where there are some; older servers know only embeds, or only text. */
export function formsOf({ reply, files, texts }: Drawn, view: View, nameOf = fileOf): [() => Form, ...(() => Form)[]] {
  const older = [renderEmbed, renderText].map((form) => () => ({ payload: form(reply, view), files: [] }));
  const words = (): Form => ({ payload: render(reply, view), files: texts });
  return files.length === 0
    ? [words, ...older]
    : [() => ({ payload: render(reply, { ...view, fileOf: nameOf }), files: [...files, ...texts] }), words, ...older];
}

async function sendNow(made: Drawn, asked: Asked, wire: Wire): Promise<Outcome> {
  const { reply } = made;
  const forms = formsOf(made, asked.view);
  if (reply.replaces && asked.onMessage) {
    // Words alone would leave an older message's buttons where they are.
    for (const form of forms.slice(0, -1)) {
      const { payload, files } = form();
      const updated = await callback(wire, asked, InteractionResponseType.UpdateMessage, payload, files);
      if (isOver(updated)) return updated;
    }
  }
  const send = ({ payload, files }: Form, alone: number): Promise<Outcome> => {
    const flags = (payload.flags ?? 0) | alone;
    // A server may not know flags at all.
    const data = flags === 0 ? payload : { ...payload, flags };
    return callback(wire, asked, InteractionResponseType.ChannelMessageWithSource, data, files);
  };
  const open = formsOf(forAll(made, asked), asked.view);
  return shownTo(reply.visibility, asked, wire, (alone, until) =>
    inSomeForm(alone === 0 ? open : forms, (form) => send(form(), alone), until, wire.timers),
  );
}

/** Acknowledges; which form it has is seen later. `isOpen`: everyone will see it. */
async function defer(asked: Asked, visibility: Reply['visibility'], wire: Wire) {
  const type = InteractionResponseType.DeferredChannelMessageWithSource;
  let isOpen = false;
  const outcome = await shownTo(visibility, asked, wire, (flags, until) => {
    isOpen = flags === 0;
    return inSomeForm(
      [isOpen ? undefined : { flags }],
      (data) => callback(wire, asked, type, data),
      until,
      wire.timers,
    );
  });
  return { outcome, isOpen };
}

/** Fills in what was deferred; an edit may be sent again. */
function fillIn(made: Drawn, asked: Asked, { rest, log, timers }: Wire): Promise<Outcome> {
  const until = timers.now() + TIMES.fill;
  const path = Routes.webhookMessage(asked.applicationId, asked.token, '@original');
  const send = ({ payload, files }: Form): Promise<Outcome> =>
    insist((signal) => rest.patch(path, { body: payload, files: [...files], auth: false, signal }), until, log, timers);
  return inSomeForm(formsOf(made, asked.view), (form) => send(form()), until, timers);
}

/**
 * Answers an interaction with the reply that is being made: at once where it is there in time, otherwise deferred
 * first, for the caller or for the channel as `visibility` says, and filled in later. Says whether it was delivered;
 * never rejects for what Discord says to it.
 */
export async function answer(
  reply: Promise<Drawn>,
  asked: Asked,
  visibility: Reply['visibility'],
  wire: Wire,
): Promise<boolean> {
  const outcome = await delivered(reply, asked, visibility, wire);
  if (!isOver(outcome)) wire.log.error({}, 'Discord took the answer in no form');
  return outcome === 'done';
}

async function delivered(
  reply: Promise<Drawn>,
  asked: Asked,
  visibility: Reply['visibility'],
  wire: Wire,
): Promise<Outcome> {
  const made = await inTime(reply, TIMES.patience, wire.timers);
  if (made) return sendNow(made, asked, wire);
  const { outcome, isOpen } = await defer(asked, visibility, wire);
  const late = await reply;
  if (outcome === 'over') return outcome;
  // Where nobody knows whether it was deferred, filling it in tells: otherwise somebody may see for ever that it comes.
  const isDeferred = outcome === 'done' || outcome === 'unknown';
  return isDeferred ? fillIn(isOpen ? forAll(late, asked) : late, asked, wire) : sendNow(late, asked, wire);
}
