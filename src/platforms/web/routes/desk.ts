import type { Socket } from 'node:net';
import type { ElementContent } from 'hast';
import type { Context } from 'hono';
import type { Caller } from '../../../core/command/command.ts';
import type { Bot } from '../../../core/command/dispatch.ts';
import type { CommandInput } from '../../../core/command/route.ts';
import type { Bindings } from '../../../core/guest.ts';
import type { Locale } from '../../../core/locale.ts';
import type { Log } from '../../../core/log.ts';
import type { Room } from '../../../core/page.ts';
import type { PageRecords } from '../../../core/page-records.ts';
import type { Reply } from '../../../core/reply/blocks.ts';
import type { Draw } from '../../../core/reply/drawable.ts';
import type { Sessions } from '../../../core/session.ts';
import type { Timers } from '../../../core/timers.ts';
import type { Assets } from '../assets.ts';
import { createBuckets } from '../buckets.ts';
import { addressOf, createTrust, isFromHere } from '../guard.ts';
import type { Hub } from '../hub.ts';
import { type Fields, readForm, textIn } from '../incoming.ts';
import { WEB } from '../limits.ts';
import { chatPage, instructorTabs, runByPress, studentTabs, type Tab } from '../pages/chat.ts';
import type { Frame } from '../pages/layout.ts';
import { notePage } from '../pages/plain.ts';
import type { Pictures } from '../pictures.ts';
import { FIELDS } from '../render/controls.ts';
import type { View } from '../render/view.ts';
import type { Signer } from '../secrets.ts';
import type { Listening, Streams } from '../streams.ts';
import { text } from '../text.ts';
import type { Visitor, Visitors } from '../visitors.ts';
import { followUrl } from './follow.ts';
import { examplesFor } from './hint.ts';

/** What the page's routes work with. */
export interface DeskParts {
  bot: Bot;
  pages: PageRecords;
  sessions: Pick<Sessions, 'join' | 'player'>;
  hub: Hub;
  streams: Pick<Streams, 'open'>;
  assets: Assets;
  pictures: Pictures;
  draw: Draw;
  visitors: Visitors;
  signer: Signer;
  /** What people type. */
  url: () => string;
  /** The address that is published, where one is: others are not served then. */
  publicUrl: string | undefined;
  /** Browsers come by https. */
  isSecure: boolean;
  trustedProxies: readonly string[];
  /** Everything is forgotten when the program ends. */
  isRehearsal: boolean;
  /** See WebContext. */
  languages(): readonly Locale[];
  roomOf(session: string): Promise<Room | undefined>;
  /** The address in a room's QR code, with its sign. */
  doorOf(room: Room): string;
  /** How the others in a session read a player's name. */
  shownName(session: string, person: string): Promise<string | undefined>;
  /** Epoch milliseconds. */
  now: () => number;
  timers: Timers;
  random: () => number;
  log: Pick<Log, 'warn'>;
}

/** What the sign in a room's QR code is signed for: a phone that has it was shown the wall, and guesses nothing. */
export const DOOR = 'door';

export type Request = Context<{ Bindings: Bindings }>;
type Status = 200 | 400 | 403 | 404 | 429;

/** What all routes do alike: who comes, what they sent, and a page in their language. */
export function createDesk(parts: DeskParts) {
  const { bot, assets, pictures, visitors, isRehearsal, now } = parts;
  const perBrowser = createBuckets(WEB.requests.browser, now);
  const perAddress = createBuckets(WEB.requests.address, now);
  const newcomers = createBuckets(WEB.requests.newcomers, now);

  const isTrusted = createTrust(parts.trustedProxies);
  const addressIn = (c: Request): string =>
    addressOf(c.env.incoming.socket.remoteAddress, c.req.raw.headers, isTrusted);

  const frameOf = ({ caller, token }: Visitor, title: string): Frame => ({
    locale: caller.locale,
    languages: parts.languages(),
    version: assets.version,
    token,
    title,
  });

  const viewOf = ({ caller, token }: Visitor, action: string, marks: View['marks'] = 'numbers'): View => ({
    locale: caller.locale,
    ...{ action, token, marks },
    pictureUrl: pictures.url,
    followUrl: (line) => followUrl(line, parts.signer),
  });

  /** Does a script of ours ask, which puts the answer into its page? */
  const isFragment = (c: Request): boolean => c.req.header('x-fragment') !== undefined;

  /** A page, with the cookie by which its browser is known from now on. */
  function html(c: Request, { cookie }: Visitor, body: string, status: Status = 200): Response | Promise<Response> {
    if (cookie !== undefined) c.header('Set-Cookie', cookie, { append: true });
    return c.html(body, status);
  }

  /** A page, or a line of text to a script, that says one thing. */
  const note = (c: Request, visitor: Visitor, said: string, status: Status): Response | Promise<Response> =>
    isFragment(c)
      ? c.text(said, status)
      : html(c, visitor, notePage(frameOf(visitor, text(visitor.caller.locale).title), said), status);

  /** Counts a request; false where its browser, or its address, has had too many. A browser that is new is no one's yet. */
  function count(c: Request, { browser, isKnown }: Visitor): boolean {
    const address = addressIn(c);
    const own = isKnown ? ([perBrowser, browser] as const) : ([newcomers, address] as const);
    if (!own[0].hasRoom(own[1]) || !perAddress.hasRoom(address)) return false;
    own[0].take(own[1]);
    perAddress.take(address);
    return true;
  }

  const tooFast = (c: Request, { caller }: Visitor): Response => c.text(`${text(caller.locale).tooFast}\n`, 429);

  /** Who looks at a page; a response where they do so too often. `isInvited`: they have come by a sign of ours. */
  async function visitorIn(c: Request, isInvited = false): Promise<Visitor | Response> {
    const visitor = await visitors.of(c.req.raw.headers);
    return (isInvited && !visitor.isKnown) || count(c, visitor) ? visitor : tooFast(c, visitor);
  }

  /** Who a page of ours asks for; a response for all who have none, and who do so too often. */
  async function knownIn(c: Request): Promise<Visitor | Response> {
    const visitor = await visitors.of(c.req.raw.headers);
    if (!visitor.isKnown) return c.text(`${text(visitor.caller.locale).forged}\n`, 403);
    return count(c, visitor) ? visitor : tooFast(c, visitor);
  }

  /** What a form has sent, and by whom; a response where it is not to be taken. */
  async function sent(c: Request): Promise<{ visitor: Visitor; fields: Fields } | Response> {
    const visitor = await visitors.of(c.req.raw.headers);
    const words = text(visitor.caller.locale);
    if (!visitor.isKnown || !isFromHere(c.req.raw.headers)) return note(c, visitor, words.forged, 403);
    if (!count(c, visitor)) return note(c, visitor, words.tooFast, 429);
    const fields = await readForm(c.req.raw);
    if (fields === undefined) return note(c, visitor, words.failed, 400);
    const token = c.req.header('x-token') ?? textIn(fields, FIELDS.token);
    return token === visitor.token ? { visitor, fields } : note(c, visitor, words.forged, 403);
  }

  const tabsOf = ({ caller }: Visitor, path: string): readonly Tab[] =>
    path.startsWith('/teach') ? instructorTabs(caller, bot.commands) : studentTabs(caller);

  /** The page that one chats on, at one of its tabs. */
  async function chat(visitor: Visitor, path: string, shown: readonly ElementContent[]): Promise<string> {
    const { caller } = visitor;
    const commands = (await bot.commandsFor?.(caller)) ?? bot.commands;
    const words = text(caller.locale);
    const isTeaching = path.startsWith('/teach');
    return chatPage(frameOf(visitor, isTeaching ? words.teachTitle : words.title), {
      ...{ visitor, path, isRehearsal, shown },
      tabs: tabsOf(visitor, path),
      examples: examplesFor(commands, isTeaching, caller.locale),
      runs: runByPress(commands),
      ...(isTeaching ? { heading: words.teachTitle } : {}),
    });
  }

  /** Answers by a stream that `serve` writes to; refused where there are too many of its kind. */
  function stream(
    c: Request,
    { caller, browser }: Visitor,
    as: Listening,
    serve: (socket: Socket) => Promise<void>,
  ): Response {
    const opened = parts.streams.open({ address: addressIn(c), browser, as }, c.env.outgoing, serve);
    if (opened === 'full') return c.text(`${text(caller.locale).tooMany}\n`, 429);
    return opened === 'none' ? c.text('HTTP/1.1 only\n', 505) : opened;
  }

  const ask = (input: CommandInput, caller: Caller): Promise<Reply> => bot.dispatch(input, caller);

  return { addressIn, frameOf, viewOf, isFragment, html, note, visitorIn, knownIn, sent, tabsOf, chat, stream, ask };
}

export type Desk = ReturnType<typeof createDesk>;
