import { setTimeout as sleep } from 'node:timers/promises';
import { RateLimitError, Routes } from 'discord.js';
import type { Messenger, PlatformContext, Posted, Posting } from '../../core/platform.ts';
import { channelSchema, idSchema, type Message, messagesSchema, readAnswer } from './answers.ts';
import { type Drawn, drawReply } from './drawn.ts';
import { createEdit, createViewOf, filesOf } from './edits.ts';
import { failureOf, logFields, lostBy } from './errors.ts';
import { type Form, formsOf } from './forms.ts';
import type { Mentions } from './mentions.ts';
import { oneRequest, REQUEST } from './requests.ts';
import type { Wire } from './respond.ts';

/** Milliseconds that the clocks of two machines may differ. */
export const APART = 2000;
/** Requests that a try makes at most, and milliseconds between them. */
const AGAIN = 3;
const BREATH = 400;
/** Milliseconds until what Discord cannot do now is tried again. */
const LATER = 10_000;
/** Tries that end with a fault of Discord's before a simpler form is tried: some messages are too heavy for it. */
const FAULTS = 3;

/** Messages a page (Get Channel Messages: at most 100), and pages that are looked through. */
const PAGE = 100;
const PAGES = 20;
/** Discord's clock and ours may differ. */
const SKEW = 120_000;
/** 2015-01-01, from which snowflakes count (Reference: Snowflakes). */
const EPOCH = 1_420_070_400_000n;

export const laterBy = (error: unknown): Posted => ({
  kind: 'later',
  wait: error instanceof RateLimitError ? error.retryAfter : LATER,
});

const snowflakeAt = (at: number): string => String((BigInt(Math.max(0, at)) - EPOCH) << 22n);

/**
 * Writes to channels unasked. Discord makes one message of several with the same nonce (Create Message: nonce,
 * enforce_nonce; for some minutes), so that one try may be sent several times; later it is looked for in the channel.
 */
export function createMessenger(
  { rest, log }: Pick<Wire, 'rest' | 'log'>,
  { draw, now }: Pick<PlatformContext, 'draw' | 'now'>,
  mentions: Mentions,
  me: string,
): Messenger {
  const viewOf = createViewOf(mentions);
  /** Tries that ended with a fault of Discord's, by idempotency key. */
  const faults = new Map<string, number>();

  /** `discord:123` -> 123; of a person, the channel of the direct messages with them. */
  async function channelOf(address: string): Promise<string> {
    const id = address.slice('discord:'.length);
    if (!id.startsWith('@')) return id;
    const body = { recipient_id: id.slice(1) };
    const opened = await readAnswer(idSchema, rest.post(Routes.userChannels(), { body, signal: oneRequest() }));
    return opened.id;
  }

  /** Best first, and only those in which the message is found again. */
  const allForms = (made: Drawn, address: string, posting: Posting) =>
    formsOf(made, viewOf(address, posting), filesOf(posting))
      .map((form) => form())
      .filter(({ payload }) => JSON.stringify(payload).includes(posting.idempotencyKey));

  async function postIn(channel: string, forms: readonly Form[], posting: Posting, until: number): Promise<Posted> {
    const { idempotencyKey } = posting;
    const path = Routes.channelMessages(channel);
    let left = forms.slice(Math.min(Math.floor((faults.get(idempotencyKey) ?? 0) / FAULTS), forms.length - 1));
    let ended: Posted = { kind: 'later', wait: LATER };
    // Its end is known before anybody else may write the same.
    for (let tried = 0; tried < AGAIN && now() + REQUEST + APART <= until; tried++) {
      const [form] = left;
      if (!form) break;
      try {
        const body = { ...form.payload, nonce: idempotencyKey, enforce_nonce: true };
        const sent = rest.post(path, { body, files: [...form.files], signal: oneRequest() });
        const { id } = await readAnswer(idSchema, sent);
        faults.delete(idempotencyKey);
        return { kind: 'sent', message: id };
      } catch (error) {
        const lost = lostBy(error);
        // Where it may write, it may not send files.
        if (lost && !(lost.why === 'forbidden' && form.files.length > 0)) return lost;
        log.warn(logFields(error), 'Discord did not take a post');
        const failure = failureOf(error);
        if (failure === 'limited' || failure === 'unsent') return ended.kind === 'unsure' ? ended : laterBy(error);
        // Another form under the same nonce is no second message.
        if (failure === 'refused') left = left.slice(1);
        else ended = { kind: 'unsure' };
        if (failure === 'failed' && tried === AGAIN - 1)
          faults.set(idempotencyKey, (faults.get(idempotencyKey) ?? 0) + 1);
        if (tried < AGAIN - 1) await sleep(BREATH * 2 ** tried);
      }
    }
    return ended;
  }

  async function post(address: string, posting: Posting, until: number): Promise<Posted> {
    const made = await drawReply(posting.reply, draw, log, filesOf(posting));
    let channel: string;
    try {
      channel = await channelOf(address);
    } catch (error) {
      log.warn(logFields(error), 'a channel for a post could not be opened');
      const lost = lostBy(error);
      if (lost) return lost;
      // A mistake of ours is thrown.
      failureOf(error);
      return laterBy(error);
    }
    return postIn(channel, allForms(made, address, posting), posting, until);
  }

  /** A server may tell the nonce; the key stands in what was written in any case. */
  const isOurs = ({ author, nonce, components, content, embeds }: Message, key: string): boolean =>
    author?.id === me && (nonce === key || JSON.stringify([components, content, embeds]).includes(key));

  /** Where the bot may not read the history it sees none (Get Channel Messages); the channel still tells its newest. */
  async function isHidden(id: string, oldest: bigint): Promise<boolean> {
    const there = rest.get(Routes.channel(id), { signal: oneRequest() });
    const { last_message_id: last } = await readAnswer(channelSchema, there);
    return typeof last === 'string' && BigInt(last) >= oldest;
  }

  async function find(address: string, key: string, since: number): Promise<Posted | undefined> {
    try {
      const id = await channelOf(address);
      const path = Routes.channelMessages(id);
      const oldest = BigInt(snowflakeAt(since - SKEW));
      let before: string | undefined;
      // Newest first, since it was written but a moment ago.
      for (let page = 0; page < PAGES; page++) {
        const query = new URLSearchParams({ limit: String(PAGE), ...(before === undefined ? {} : { before }) });
        const all = await readAnswer(messagesSchema, rest.get(path, { query, signal: oneRequest() }));
        const found = all.find((one) => isOurs(one, key));
        if (found) return { kind: 'sent', message: found.id };
        const last = all.at(-1)?.id;
        if (last === undefined && page === 0 && (await isHidden(id, oldest))) return { kind: 'unsure' };
        if (last === undefined || all.length < PAGE || BigInt(last) < oldest) return undefined;
        before = last;
      }
      return { kind: 'unsure' };
    } catch (error) {
      log.warn(logFields(error), 'a post could not be looked for');
      return lostBy(error) ?? { kind: 'unsure' };
    }
  }

  return {
    platform: 'discord',
    post,
    find,
    edit: createEdit({ rest, log }, channelOf, viewOf),
    async reach(address) {
      try {
        const id = await channelOf(address);
        const { guild_id: guild } = await readAnswer(
          channelSchema,
          rest.get(Routes.channel(id), { signal: oneRequest() }),
        );
        await rest.get(Routes.channelMessages(id), {
          query: new URLSearchParams({ limit: '1' }),
          signal: oneRequest(),
        });
        return { kind: 'open', space: guild ? `discord:${guild}` : undefined };
      } catch (error) {
        log.info(logFields(error), 'a channel could not be read');
        return lostBy(error);
      }
    },
  };
}
