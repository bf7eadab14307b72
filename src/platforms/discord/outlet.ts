import { setTimeout as sleep } from 'node:timers/promises';
import { type APIMessage, DiscordAPIError, type RESTGetAPIChannelMessagesQuery, Routes } from 'discord.js';
import type { Lost, Outlet, Posted, Posting } from '../../core/platform.ts';
import type { Draw } from '../../core/reply.ts';
import { formsOf, type Wire } from './answer.ts';
import { drawn, fileOf } from './drawn.ts';
import type { View } from './parts.ts';
import { failureOf, told } from './problems.ts';
import { render } from './render.ts';

/** Discord, Opcodes and Status Codes: JSON error codes. */
const GONE = new Set([10003, 10004, 10013]);
const FORBIDDEN = new Set([50001, 50007, 50013]);

/** Milliseconds for one try, and between tries within it. */
const TRY = 10_000;
const BREATH = 400;
const AGAIN = 3;
/** Milliseconds until what Discord cannot do now is tried again. */
const LATER = 10_000;

/** Messages a page (Get Channel Messages: at most 100), and pages that are looked through. */
const PAGE = 100;
const PAGES = 20;
/** Discord's clock and ours may differ. */
const SKEW = 120_000;
/** 2015-01-01, from which snowflakes count (Reference: Snowflakes). */
const EPOCH = 1_420_070_400_000n;

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
export function createOutlet({ rest, log }: Wire, draw: Draw, me: string): Outlet {
  const signal = (): AbortSignal => AbortSignal.timeout(TRY);
  const viewOf = ({ locale }: Posting): View => ({ locale, others: false });

  /** `discord:123` -> 123; of a person, the channel of the direct messages with them. */
  async function channelOf(address: string): Promise<string> {
    const id = address.slice('discord:'.length);
    if (!id.startsWith('@')) return id;
    const body = { recipient_id: id.slice(1) };
    return ((await rest.post(Routes.userChannels(), { body, signal: signal() })) as { id: string }).id;
  }

  async function post(address: string, posting: Posting, tried: number): Promise<Posted> {
    const made = await drawn(posting.reply, draw, log);
    const forms = formsOf(made, viewOf(posting));
    // What was sent before may be there: another form under the same nonce is no second message.
    let at = Math.min(tried, forms.length - 1);
    let unsure = false;
    for (let again = 0; again < AGAIN; again++) {
      try {
        const { payload, files } = (forms[at] ?? forms[0])();
        const body = { ...payload, nonce: posting.mark, enforce_nonce: true };
        const path = Routes.channelMessages(await channelOf(address));
        const { id } = (await rest.post(path, { body, files: [...files], signal: signal() })) as APIMessage;
        return { kind: 'sent', message: id };
      } catch (error) {
        const lost = lostBy(error);
        if (lost) return lost;
        log.warn(told(error), 'Discord did not take a post');
        const failure = failureOf(error);
        if (failure === 'limited') return unsure ? { kind: 'unsure' } : { kind: 'later', wait: LATER };
        if (failure === 'refused' && at === forms.length - 1) return { kind: 'later', wait: LATER };
        if (failure === 'refused') at++;
        else unsure = true;
        await sleep(BREATH * 2 ** again);
      }
    }
    return unsure ? { kind: 'unsure' } : { kind: 'later', wait: LATER };
  }

  /** A server may tell the nonce; the mark stands in what was written in any case. */
  const isOurs = ({ author, nonce, components, content, embeds }: APIMessage, mark: string): boolean =>
    author.id === me && (nonce === mark || JSON.stringify([components, content, embeds]).includes(mark));

  async function find(address: string, mark: string, since: number): Promise<Posted | undefined> {
    try {
      const path = Routes.channelMessages(await channelOf(address));
      const oldest = BigInt(snowflakeAt(since - SKEW));
      let before: string | undefined;
      // Newest first, since it was written but a moment ago.
      for (let page = 0; page < PAGES; page++) {
        const few: RESTGetAPIChannelMessagesQuery = { limit: PAGE, ...(before === undefined ? {} : { before }) };
        const query = new URLSearchParams(Object.entries(few).map(([key, value]) => [key, String(value)]));
        const messages = (await rest.get(path, { query, signal: signal() })) as APIMessage[];
        const found = messages.find((message) => isOurs(message, mark));
        if (found) return { kind: 'sent', message: found.id };
        const last = messages.at(-1)?.id;
        if (last === undefined || messages.length < PAGE || BigInt(last) < oldest) return undefined;
        before = last;
      }
      return { kind: 'unsure' };
    } catch (error) {
      log.warn(told(error), 'a post could not be looked for');
      return lostBy(error) ?? { kind: 'unsure' };
    }
  }

  return {
    platform: 'discord',
    post,
    find,
    async edit(address, message, posting) {
      try {
        const path = Routes.channelMessage(await channelOf(address), message);
        // Without `attachments`, those that are there stay, and what shows them finds them by their names.
        const { attachments: _, ...body } = render(posting.reply, { ...viewOf(posting), fileOf });
        await rest.patch(path, { body, signal: signal() });
      } catch (error) {
        log.info(told(error), 'a post could not be edited');
      }
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
