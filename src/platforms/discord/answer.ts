import { setTimeout as sleep } from 'node:timers/promises';
import { InteractionResponseType, MessageFlags, type RawFile, type REST, Routes } from 'discord.js';
import type { Log } from '../../core/log.ts';
import type { Reply } from '../../core/reply.ts';
import { type Drawn, fileOf } from './drawn.ts';
import { TIMES } from './limits.ts';
import type { View } from './parts.ts';
import { failureOf, told } from './problems.ts';
import { type Payload, render, renderEmbed, renderText } from './render.ts';

export interface Wire {
  rest: REST;
  log: Log;
}

/** An interaction to answer. */
export interface Asked {
  id: string;
  token: string;
  applicationId: string;
  /** `performance.now()` when it arrived. */
  at: number;
  /** It came from a message of ours whose place the answer may take. */
  onMessage: boolean;
  view: View;
}

type Outcome = 'done' | 'over' | 'refused' | 'flags' | 'failed';

/** Breath after the first try; each one after that is half as long again, up to the longest. */
const AGAIN_MS = { first: 100, longest: 400 } as const;

const pause = (tried: number, until: number): Promise<void> =>
  sleep(Math.max(0, Math.min(AGAIN_MS.first * 1.5 ** tried, AGAIN_MS.longest, until - performance.now())));

/** Repeats what nobody knows the end of, until `until` (by performance.now()). Only for what may be done twice. */
async function insist(send: (signal: AbortSignal) => Promise<unknown>, until: number, log: Log): Promise<Outcome> {
  for (let tried = 0; performance.now() < until; await pause(tried++, until)) {
    try {
      await send(AbortSignal.timeout(Math.max(1, Math.round(until - performance.now()))));
      return 'done';
    } catch (error) {
      const failure = failureOf(error);
      switch (failure) {
        case 'lost':
          log.info(told(error), 'the connection broke');
          break;
        case 'late':
          log.info(told(error), 'an interaction came to its end');
          return 'over';
        case 'answered':
          log.info(told(error), 'an interaction was answered before');
          return 'done';
        case 'limited':
          log.warn(told(error), 'Discord wants a longer pause than there is time for');
          return 'over';
        case 'refused':
        case 'flags':
        case 'failed':
          log.warn(told(error), 'Discord did not take a message');
          return failure;
        default:
          return failure satisfies never;
      }
    }
  }
  log.warn({}, 'an answer could not be delivered in time');
  return 'over';
}

/** When, by performance.now(), Discord no longer waits for the first answer. */
const deadline = ({ at }: Asked): number => at + TIMES.answer;

/** The first answer to an interaction; Discord takes just one, so that it may be sent again. */
export function callback(
  { rest, log }: Wire,
  asked: Asked,
  type: InteractionResponseType,
  data: object | undefined,
  files: readonly RawFile[] = [],
): Promise<Outcome> {
  const body = data === undefined ? { type } : { type, data };
  const path = Routes.interactionCallback(asked.id, asked.token);
  return insist((signal) => rest.post(path, { body, files: [...files], auth: false, signal }), deadline(asked), log);
}

/** Sends what is for the caller alone; for everyone only where the server refuses just that flag in every form. */
async function shownTo(
  visibility: Reply['visibility'],
  send: (flags: MessageFlags.Ephemeral | 0) => Promise<Outcome>,
): Promise<Outcome> {
  const sent = visibility === 'caller' ? await send(MessageFlags.Ephemeral) : 'flags';
  return sent === 'flags' ? send(0) : sent;
}

interface Form {
  payload: Payload;
  files: readonly RawFile[];
}

/** Components v2 first, with pictures where there are some; older servers know only embeds, or only text. */
function formsOf({ reply, files }: Drawn, view: View): [() => Form, ...(() => Form)[]] {
  const older = [renderEmbed, renderText].map((form) => () => ({ payload: form(reply, view), files: [] }));
  const words = (): Form => ({ payload: render(reply, view), files: [] });
  return files.length === 0
    ? [words, ...older]
    : [() => ({ payload: render(reply, { ...view, fileOf }), files }), words, ...older];
}

/** Tries the forms in turn, and all of them again while Discord itself is at fault. */
async function inSomeForm<T>(
  forms: readonly T[],
  send: (form: T) => Promise<Outcome>,
  until: number,
): Promise<Outcome> {
  for (let tried = 0; ; tried++) {
    let failed = false;
    let last: Outcome = 'refused';
    for (const form of forms) {
      const sent = await send(form);
      if (sent === 'done' || sent === 'over') return sent;
      failed ||= sent === 'failed';
      last = sent;
    }
    if (!failed || performance.now() >= until) return last;
    await pause(tried, until);
  }
}

async function sendNow(made: Drawn, asked: Asked, wire: Wire): Promise<Outcome> {
  const { reply } = made;
  const forms = formsOf(made, asked.view);
  if (reply.replaces && asked.onMessage) {
    const { payload, files } = forms[0]();
    const updated = await callback(wire, asked, InteractionResponseType.UpdateMessage, payload, files);
    if (updated === 'done' || updated === 'over') return updated;
  }
  const send = ({ payload, files }: Form, flags: number): Promise<Outcome> => {
    const data = { ...payload, flags: (payload.flags ?? 0) | flags };
    return callback(wire, asked, InteractionResponseType.ChannelMessageWithSource, data, files);
  };
  return shownTo(reply.visibility, (flags) => inSomeForm(forms, (form) => send(form(), flags), deadline(asked)));
}

/** Acknowledges; which form it has is seen later. */
function defer(asked: Asked, visibility: Reply['visibility'], wire: Wire): Promise<Outcome> {
  const type = InteractionResponseType.DeferredChannelMessageWithSource;
  return shownTo(visibility, (flags) =>
    inSomeForm([flags === 0 ? undefined : { flags }], (data) => callback(wire, asked, type, data), deadline(asked)),
  );
}

/** Fills in what was deferred; an edit may be sent again. */
function fillIn(made: Drawn, asked: Asked, { rest, log }: Wire): Promise<Outcome> {
  const until = performance.now() + TIMES.fill;
  const path = Routes.webhookMessage(asked.applicationId, asked.token, '@original');
  const send = ({ payload, files }: Form): Promise<Outcome> =>
    insist((signal) => rest.patch(path, { body: payload, files: [...files], auth: false, signal }), until, log);
  return inSomeForm(formsOf(made, asked.view), (form) => send(form()), until);
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
  if (outcome !== 'done' && outcome !== 'over') wire.log.error({}, 'Discord took the answer in no form');
  return outcome === 'done';
}

async function delivered(
  reply: Promise<Drawn>,
  asked: Asked,
  visibility: Reply['visibility'],
  wire: Wire,
): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), TIMES.patience);
  });
  const made = await Promise.race([reply, patience]).finally(() => clearTimeout(timer));
  if (made) return sendNow(made, asked, wire);
  const deferred = await defer(asked, visibility, wire);
  const late = await reply;
  if (deferred === 'over') return deferred;
  return (deferred === 'done' ? fillIn : sendNow)(late, asked, wire);
}
