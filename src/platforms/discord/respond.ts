import {
  DefaultRestOptions,
  DiscordAPIError,
  InteractionResponseType,
  MessageFlags,
  type RawFile,
  type REST,
  Routes,
} from 'discord.js';
import type { Log } from '../../core/log.ts';
import type { Reply } from '../../core/reply/blocks.ts';
import { withoutForm } from '../../core/reply/form.ts';
import type { Timers } from '../../core/timers.ts';
import { withTimeout } from '../../core/with-timeout.ts';
import type { Drawn } from './drawn.ts';
import { UNKNOWN_MESSAGE } from './errors.ts';
import { type Form, formsOf, withheld } from './forms.ts';
import { TIMES } from './limits.ts';
import type { View } from './parts.ts';
import { attempt, inSomeForm, insist, isOver, type Outcome } from './retry.ts';

export interface Wire {
  rest: REST;
  log: Log;
  timers: Timers;
  /** The server knows no messages for one person alone, and its operator lets everyone see what is for one. */
  publicAnswers: boolean;
}

/** An interaction to answer. */
export interface Asked {
  id: string;
  token: string;
  applicationId: string;
  /** When it arrived, by the timers. */
  at: number;
  /** It came from a message of ours whose place the answer may take; who sees that message. */
  onMessage: Reply['visibility'] | undefined;
  view: View;
  /**
   * Opens the form that a reply is, as a modal, instead of showing the reply; `refused` where the server takes none.
   * Undefined for a reply that is none. Left out where Discord takes no modal for an answer.
   */
  openForm?: (reply: Reply) => Promise<Outcome | undefined>;
}

/** When, by the timers, Discord no longer waits for the first answer. */
const deadline = ({ at }: Asked): number => at + TIMES.answer;

/** The first answer to an interaction; Discord takes just one, so that it may be sent again. */
export function callback(
  { rest, ...wire }: Pick<Wire, 'rest' | 'log' | 'timers'>,
  asked: Asked,
  type: InteractionResponseType,
  data: object | undefined,
  files: readonly RawFile[] = [],
): Promise<Outcome> {
  const body = data === undefined ? { type } : { type, data };
  const path = Routes.interactionCallback(asked.id, asked.token);
  return insist((signal) => rest.post(path, { body, files: [...files], auth: false, signal }), deadline(asked), wire);
}

/** Sends what is for the caller alone as that: for everyone only where an operator lets this server show it so. */
async function shownTo(
  visibility: Reply['visibility'],
  { view }: Asked,
  { publicAnswers }: Wire,
  send: (flags: MessageFlags.Ephemeral | 0) => Promise<Outcome>,
): Promise<Outcome> {
  if (visibility === 'channel' || publicAnswers) return send(0);
  const sent = await send(MessageFlags.Ephemeral);
  // In a direct message the caller is alone in any case.
  return sent === 'refused' && !view.others ? send(0) : sent;
}

/** What is for the caller alone takes no place where others look. */
const mayReplace = ({ onMessage }: Asked, { replaces, visibility }: Reply, { publicAnswers }: Wire): boolean =>
  replaces === true && onMessage !== undefined && (onMessage === 'caller' || visibility === 'channel' || publicAnswers);

async function sendNow(made: Drawn, asked: Asked, wire: Wire): Promise<Outcome> {
  const { reply } = made;
  const forms = formsOf(wire.publicAnswers ? withheld(made, asked.view) : made, asked.view);
  if (mayReplace(asked, reply, wire)) {
    // Words alone would leave an older message's buttons where they are.
    for (const form of forms.slice(0, -1)) {
      const { payload, files } = form();
      const updated = await callback(wire, asked, InteractionResponseType.UpdateMessage, payload, files);
      if (isOver(updated)) return updated;
    }
  }
  const send = ({ payload, files }: Form, alone: MessageFlags.Ephemeral | 0): Promise<Outcome> => {
    const flags = (payload.flags ?? 0) | alone;
    // A server may not know flags at all.
    const data = flags === 0 ? payload : { ...payload, flags };
    return callback(wire, asked, InteractionResponseType.ChannelMessageWithSource, data, files);
  };
  return shownTo(reply.visibility, asked, wire, (alone) =>
    inSomeForm(forms, (form) => send(form(), alone), deadline(asked), wire.timers),
  );
}

/** Acknowledges; which form it has is seen later. */
const defer = (asked: Asked, visibility: Reply['visibility'], wire: Wire): Promise<Outcome> =>
  shownTo(visibility, asked, wire, (flags) => {
    const data = flags === 0 ? undefined : { flags };
    const type = InteractionResponseType.DeferredChannelMessageWithSource;
    return inSomeForm([data], (data) => callback(wire, asked, type, data), deadline(asked), wire.timers);
  });

const originalOf = ({ applicationId, token }: Asked) => Routes.webhookMessage(applicationId, token, '@original');

/** Shows a reply in the place of an answer: of what was deferred, or of what stands there. An edit may be sent again. */
export function showInPlace(made: Drawn, asked: Asked, { rest, ...wire }: Wire): Promise<Outcome> {
  const until = wire.timers.now() + TIMES.fill;
  const path = originalOf(asked);
  const send = ({ payload, files }: Form): Promise<Outcome> =>
    insist((signal) => rest.patch(path, { body: payload, files: [...files], auth: false, signal }), until, wire);
  return inSomeForm(formsOf(made, asked.view), (form) => send(form()), until, wire.timers);
}

const isGone = (error: unknown): boolean => error instanceof DiscordAPIError && error.code === UNKNOWN_MESSAGE;

/**
 * Answers the caller alone, where everyone was told that an answer comes. That has to be gone first: a follow-up would
 * take its place, before everyone. A follow-up that may be there is not sent again.
 */
async function answerAlone(made: Drawn, asked: Asked, { rest, ...wire }: Wire): Promise<Outcome> {
  const until = wire.timers.now() + TIMES.fill;
  const remove = (signal: AbortSignal): Promise<unknown> =>
    rest.delete(originalOf(asked), { auth: false, signal }).catch((error: unknown) => {
      if (!isGone(error)) throw error;
    });
  const removed = await insist(remove, until, wire);
  if (removed !== 'done') return removed;
  const path = Routes.webhook(asked.applicationId, asked.token);
  const send = async ({ payload, files }: Form): Promise<Outcome> => {
    const body = { ...payload, flags: (payload.flags ?? 0) | MessageFlags.Ephemeral };
    const follow = (signal: AbortSignal) => rest.post(path, { body, files: [...files], auth: false, signal });
    const sent = await attempt(follow, until, wire);
    return sent === 'failed' || sent === 'unsent' ? 'unknown' : sent;
  };
  return inSomeForm(formsOf(made, asked.view), (form) => send(form()), until, wire.timers);
}

/** Tells an operator of an answer that was not given, and of the only way to have it seen. Discord itself has no need of that. */
const whyUntaken = ({ visibility }: Reply, { rest, publicAnswers }: Wire): string =>
  visibility === 'channel' || publicAnswers || rest.options.api === DefaultRestOptions.api
    ? 'Discord took the answer in no form'
    : 'the server took the answer in no form that the caller alone sees; DISCORD_PUBLIC_ANSWERS=yes would show it to everyone';

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
  if (!isOver(outcome)) wire.log.error({}, whyUntaken((await reply).reply, wire));
  return outcome === 'done';
}

async function delivered(
  reply: Promise<Drawn>,
  asked: Asked,
  visibility: Reply['visibility'],
  wire: Wire,
): Promise<Outcome> {
  const made = await withTimeout(reply, TIMES.patience, wire.timers);
  const opened = made && (await asked.openForm?.(made.reply));
  if (opened !== undefined && isOver(opened)) return opened;
  if (made && opened !== undefined)
    return sendNow({ ...made, reply: withoutForm(made.reply, asked.view.locale) }, asked, wire);
  if (made) return sendNow(made, asked, wire);
  const outcome = await defer(asked, visibility, wire);
  const late = await reply;
  if (outcome === 'over') return outcome;
  if (outcome === 'refused') return sendNow(late, asked, wire);
  // It may have been deferred or not: filling it in tells, and no caller sees for ever that an answer is on its way.
  if (wire.publicAnswers) return showInPlace(withheld(late, asked.view), asked, wire);
  const isForOne = visibility === 'channel' && late.reply.visibility === 'caller' && asked.view.others;
  return isForOne ? answerAlone(late, asked, wire) : showInPlace(late, asked, wire);
}
