import { setTimeout as sleep } from 'node:timers/promises';
import { type APIMessage, DiscordAPIError, RateLimitError, Routes } from 'discord.js';
import type { Around, Lost, Outlet, Posted, Posting } from '../../core/platform.ts';
import { type Drawable, isDrawable } from '../../core/reply.ts';
import { formsOf, type Wire } from './answer.ts';
import { type Drawn, drawn } from './drawn.ts';
import type { View } from './parts.ts';
import { failureOf, told } from './problems.ts';
import { type Payload, render, renderEmbed } from './render.ts';

/** Discord, Opcodes and Status Codes: JSON error codes that are about one channel or person. */
const GONE = new Set([10003, 10004, 10013, 50033]);
const FORBIDDEN = new Set([50001, 50007, 50013, 50278]);

/** Milliseconds for one request, and that the clocks of two machines may differ. */
const REQUEST = 10_000;
const APART = 2000;
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

/**
 * The names of a message's pictures, whatever is on them: what a message says may change while it is there, its language
 * or a slip in the course, and the pictures that it has are to be found by their names then.
 */
const filesOf =
  ({ reply, mark }: Posting) =>
  (picture: Drawable): string =>
    `card-${mark}-${reply.blocks.filter(isDrawable).indexOf(picture)}.png`;

const snowflakeAt = (at: number): string => String((BigInt(Math.max(0, at)) - EPOCH) << 22n);

/** A channel or a person does not let us; undefined for anything else. */
function lostBy(error: unknown): Lost | undefined {
  if (!(error instanceof DiscordAPIError) || typeof error.code !== 'number') return undefined;
  const why = GONE.has(error.code) ? 'gone' : FORBIDDEN.has(error.code) ? 'forbidden' : undefined;
  return why && { kind: 'lost', why, reason: String(error.code) };
}

/**
 * Writes to channels unasked. Discord makes one message of several with the same nonce (Create Message: nonce,
 * enforce_nonce; for some minutes), so that one try may be sent several times; later it is looked for in the channel.
 */
export function createOutlet(
  { rest, log }: Pick<Wire, 'rest' | 'log'>,
  { draw, now }: Pick<Around, 'draw' | 'now'>,
  me: string,
): Outlet {
  const signal = (): AbortSignal => AbortSignal.timeout(REQUEST);
  const viewOf = ({ locale }: Posting): View => ({ locale, others: false });
  /** Tries that ended with a fault of Discord's, by mark. */
  const faults = new Map<string, number>();

  /** `discord:123` -> 123; of a person, the channel of the direct messages with them. */
  async function channelOf(address: string): Promise<string> {
    const id = address.slice('discord:'.length);
    if (!id.startsWith('@')) return id;
    const body = { recipient_id: id.slice(1) };
    return ((await rest.post(Routes.userChannels(), { body, signal: signal() })) as { id: string }).id;
  }

  /** Best first, and only those in which the message is found again. */
  const allForms = (made: Drawn, posting: Posting) =>
    formsOf(made, viewOf(posting), filesOf(posting))
      .map((form) => form())
      .filter(({ payload }) => JSON.stringify(payload).includes(posting.mark));

  async function post(address: string, posting: Posting, until: number): Promise<Posted> {
    const { mark } = posting;
    let forms = allForms(await drawn(posting.reply, draw, log, filesOf(posting)), posting);
    forms = forms.slice(Math.min(Math.floor((faults.get(mark) ?? 0) / FAULTS), forms.length - 1));
    let ended: Posted = { kind: 'later', wait: LATER };
    // Its end is known before anybody else may write the same.
    for (let tried = 0; tried < AGAIN && now() + REQUEST + APART <= until; tried++) {
      const [form] = forms;
      if (!form) break;
      try {
        const body = { ...form.payload, nonce: mark, enforce_nonce: true };
        const path = Routes.channelMessages(await channelOf(address));
        const { id } = (await rest.post(path, { body, files: [...form.files], signal: signal() })) as APIMessage;
        faults.delete(mark);
        return { kind: 'sent', message: id };
      } catch (error) {
        const lost = lostBy(error);
        // Where it may write, it may not send files.
        if (lost && !(lost.why === 'forbidden' && form.files.length > 0)) return lost;
        log.warn(told(error), 'Discord did not take a post');
        const failure = failureOf(error);
        if (failure === 'limited') {
          const wait = error instanceof RateLimitError ? error.retryAfter : LATER;
          return ended.kind === 'unsure' ? ended : { kind: 'later', wait };
        }
        // Another form under the same nonce is no second message.
        if (failure === 'refused') forms = forms.slice(1);
        else ended = { kind: 'unsure' };
        if (failure === 'failed' && tried === AGAIN - 1) faults.set(mark, (faults.get(mark) ?? 0) + 1);
        if (tried < AGAIN - 1) await sleep(BREATH * 2 ** tried);
      }
    }
    return ended;
  }

  /** A server may tell the nonce; the mark stands in what was written in any case. */
  const isOurs = ({ author, nonce, components, content, embeds }: APIMessage, mark: string): boolean =>
    author.id === me && (nonce === mark || JSON.stringify([components, content, embeds]).includes(mark));

  /** Where the bot may not read the history it sees none (Get Channel Messages); the channel still tells its newest. */
  async function isHidden(channel: string, oldest: bigint): Promise<boolean> {
    const { last_message_id: last } = (await rest.get(Routes.channel(channel), { signal: signal() })) as {
      last_message_id?: string | null;
    };
    return typeof last === 'string' && BigInt(last) >= oldest;
  }

  async function find(address: string, mark: string, since: number): Promise<Posted | undefined> {
    try {
      const channel = await channelOf(address);
      const path = Routes.channelMessages(channel);
      const oldest = BigInt(snowflakeAt(since - SKEW));
      let before: string | undefined;
      // Newest first, since it was written but a moment ago.
      for (let page = 0; page < PAGES; page++) {
        const query = new URLSearchParams({ limit: String(PAGE), ...(before === undefined ? {} : { before }) });
        const messages = (await rest.get(path, { query, signal: signal() })) as APIMessage[];
        const found = messages.find((message) => isOurs(message, mark));
        if (found) return { kind: 'sent', message: found.id };
        const last = messages.at(-1)?.id;
        if (last === undefined && page === 0 && (await isHidden(channel, oldest))) return { kind: 'unsure' };
        if (last === undefined || messages.length < PAGE || BigInt(last) < oldest) return undefined;
        before = last;
      }
      return { kind: 'unsure' };
    } catch (error) {
      log.warn(told(error), 'a post could not be looked for');
      return lostBy(error) ?? { kind: 'unsure' };
    }
  }

  /** As it was posted, the pictures aside: those that are there stay, and what shows them finds them by their names. */
  const editsOf = (posting: Posting): Payload[] => {
    const { reply } = posting;
    const view = viewOf(posting);
    const { attachments: _, ...pictured } = render(reply, { ...view, fileOf: filesOf(posting) });
    return [pictured, render(reply, view), renderEmbed(reply, view)];
  };

  return {
    platform: 'discord',
    post,
    find,
    async edit(address, message, posting) {
      for (const body of editsOf(posting)) {
        try {
          const path = Routes.channelMessage(await channelOf(address), message);
          await rest.patch(path, { body, signal: signal() });
          return 'shown';
        } catch (error) {
          log.info(told(error), 'a post could not be edited');
          if (failureOf(error) !== 'refused') return 'later';
          // One that is gone is in no form.
          if (lostBy(error) || (error instanceof DiscordAPIError && error.status === 404)) return 'gone';
        }
      }
      return 'shown';
    },
    async reach(address) {
      try {
        const id = await channelOf(address);
        const channel = (await rest.get(Routes.channel(id), { signal: signal() })) as { guild_id?: string };
        await rest.get(Routes.channelMessages(id), { query: new URLSearchParams({ limit: '1' }), signal: signal() });
        return { kind: 'open', space: channel.guild_id === undefined ? undefined : `discord:${channel.guild_id}` };
      } catch (error) {
        log.info(told(error), 'a channel could not be read');
        return lostBy(error);
      }
    },
  };
}
