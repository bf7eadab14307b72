import { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { ElementContent } from 'hast';
import { type Context, Hono } from 'hono';
import { directTo } from '../../core/address.ts';
import type { Caller } from '../../core/command/command.ts';
import type { Bot } from '../../core/command/dispatch.ts';
import type { CommandInput } from '../../core/command/route.ts';
import type { Bindings, Routes } from '../../core/guest.ts';
import type { Log } from '../../core/log.ts';
import { PAGE_TIMES, type Room, roomChannel } from '../../core/page.ts';
import type { PageRecords } from '../../core/page-records.ts';
import type { Reply } from '../../core/reply/blocks.ts';
import type { Draw } from '../../core/reply/drawable.ts';
import type { Sessions } from '../../core/session.ts';
import type { Assets } from './assets.ts';
import { createBuckets } from './buckets.ts';
import { completeLine } from './complete.ts';
import { setCookie } from './cookies.ts';
import { addressOf, forHost, isFromHere, withHeaders } from './guard.ts';
import { makeName, readName } from './guest-names.ts';
import type { Hub } from './hub.ts';
import { ICON } from './icon.ts';
import { readSent } from './incoming.ts';
import { WEB } from './limits.ts';
import { LANGUAGE } from './locale.ts';
import { chatPage, instructorTabs, said, studentTabs, type Tab } from './pages/chat.ts';
import type { Frame } from './pages/layout.ts';
import { codePage, namePage, notePage, signInPage } from './pages/plain.ts';
import { controlPage, playPage, screenPage } from './pages/room.ts';
import type { createPictures } from './pictures.ts';
import { htmlOf, replyTree } from './render/render.ts';
import type { View } from './render/view.ts';
import { hashOf } from './secrets.ts';
import { createStreams } from './streams.ts';
import { text } from './text.ts';
import type { createVisitors, Visitor } from './visitors.ts';

/** What the page's routes work with. */
export interface RouteParts {
  bot: Bot;
  pages: PageRecords;
  sessions: Pick<Sessions, 'join' | 'player'>;
  hub: Hub;
  assets: Assets;
  pictures: ReturnType<typeof createPictures>;
  draw: Draw;
  visitorOf: ReturnType<typeof createVisitors>;
  /** What people type. */
  url: () => string;
  /** The address that is published, where one is: others are not served then. */
  publicUrl: string | undefined;
  trustedProxies: readonly string[];
  /** Everything is forgotten when the program ends. */
  isRehearsal: boolean;
  roomOf(session: string): Promise<Room | undefined>;
  example(caller: Caller): string;
  /** Epoch milliseconds. */
  now: () => number;
  random: () => number;
  log: Pick<Log, 'warn'>;
}

type Request = Context<{ Bindings: Bindings }>;

/** Each visitor's pages, on one server with all else that answers requests. */
export function routesOf(parts: RouteParts): Routes {
  const { bot, pages, sessions, hub, assets, pictures, visitorOf, url, publicUrl, isRehearsal, now } = parts;
  const isSecure = publicUrl?.startsWith('https:') ?? false;
  const perBrowser = createBuckets(WEB.requests.browser, now);
  const perAddress = createBuckets(WEB.requests.address, now);
  const wrongCodes = createBuckets(WEB.wrongCodes, now);
  const streams = createStreams(hub);
  const routes: Routes = new Hono();
  routes.use(withHeaders, forHost(publicUrl));

  const addressIn = (c: Request): string =>
    addressOf(c.env.incoming.socket.remoteAddress, c.req.raw.headers, parts.trustedProxies);
  const frameOf = ({ caller, token }: Visitor, title: string): Frame => ({
    locale: caller.locale,
    version: assets.version,
    token,
    title,
  });
  const viewOf = ({ caller, token }: Visitor, action: string, marks: View['marks'] = 'numbers'): View => ({
    locale: caller.locale,
    ...{ action, token, marks },
    pictureUrl: pictures.url,
  });
  /** A page, with the cookie by which its browser is known from now on. */
  const html = (c: Request, { cookie }: Visitor, body: string, status: 200 | 400 | 403 | 404 | 413 | 429 = 200) => {
    if (cookie !== undefined) c.header('Set-Cookie', cookie, { append: true });
    return c.html(body, status);
  };
  const note = (
    c: Request,
    visitor: Visitor,
    said: string,
    status: 400 | 403 | 404 | 429,
  ): Response | Promise<Response> =>
    isFragment(c)
      ? c.text(said, status)
      : html(c, visitor, notePage(frameOf(visitor, text(visitor.caller.locale).title), said), status);
  /** Does a script of ours ask, which puts the answer into its page? */
  const isFragment = (c: Request): boolean => c.req.header('x-fragment') !== undefined;

  /** Who asks, for what is only looked at. */
  const visitorIn = (c: Request): Promise<Visitor> => visitorOf(c.req.raw.headers);

  /** What a form has sent, and by whom; a response where it is not to be taken. */
  async function sent(c: Request): Promise<{ visitor: Visitor; data: FormData } | Response> {
    const visitor = await visitorIn(c);
    const words = text(visitor.caller.locale);
    if (!visitor.isKnown || !isFromHere(c.req.raw.headers)) return note(c, visitor, words.forged, 403);
    const address = addressIn(c);
    if (!perBrowser.hasRoom(visitor.browser) || !perAddress.hasRoom(address))
      return note(c, visitor, words.tooFast, 429);
    perBrowser.take(visitor.browser);
    perAddress.take(address);
    const data = await c.req.raw.formData().catch(() => undefined);
    if (data === undefined) return note(c, visitor, words.failed, 400);
    const token = c.req.header('x-token') ?? String(data.get('token') ?? '');
    return token === visitor.token ? { visitor, data } : note(c, visitor, words.forged, 403);
  }

  const ask = (input: CommandInput, caller: Caller): Promise<Reply> => bot.dispatch(input, caller);

  const tabsOf = (visitor: Visitor, path: string): readonly Tab[] =>
    path.startsWith('/teach') ? instructorTabs(visitor.caller, bot.commands) : studentTabs(visitor.caller);

  const chat = (visitor: Visitor, path: string, shown: readonly ElementContent[]): string => {
    const words = text(visitor.caller.locale);
    const isTeaching = path.startsWith('/teach');
    const title = isTeaching ? words.teachTitle : words.title;
    return chatPage(frameOf(visitor, title), {
      ...{ visitor, path, isRehearsal, shown },
      tabs: tabsOf(visitor, path),
      example: parts.example(visitor.caller),
      ...(isTeaching ? { heading: words.teachTitle } : {}),
    });
  };

  routes.get('/', async (c) => {
    const language = c.req.query('lang');
    if (language === 'ko' || language === 'en') {
      c.header('Set-Cookie', setCookie(LANGUAGE, language, isSecure), { append: true });
      return c.redirect('/');
    }
    const visitor = await visitorIn(c);
    const reply = await ask('home', visitor.caller);
    return html(c, visitor, chat(visitor, '/', [replyTree(reply, viewOf(visitor, '/say'))]));
  });

  const tab = async (c: Request) => {
    const visitor = await visitorIn(c);
    const { path } = c.req;
    const words = text(visitor.caller.locale);
    const found = tabsOf(visitor, path).find((one) => one.path === path);
    if (!found) return note(c, visitor, words.notFound, 404);
    if (path.startsWith('/teach') && !visitor.isSignedIn) return note(c, visitor, words.notSignedIn, 403);
    const reply = await ask(found.line, visitor.caller);
    return html(c, visitor, chat(visitor, path, [replyTree(reply, viewOf(visitor, '/say'))]));
  };
  for (const { path } of studentTabs({ locale: 'ko' })) routes.get(path, tab);
  routes.get('/teach', tab).get('/teach/:tab', tab);

  /** Answers what was sent, as a part of the page or a whole one. */
  async function answer(c: Request, channel: string | undefined, action: string): Promise<Response> {
    const taken = await sent(c);
    if (taken instanceof Response) return taken;
    const { visitor, data } = taken;
    const { input, words } = readSent(data);
    const inRoom = channel !== undefined;
    const caller: Caller = inRoom ? await inRoomAs(visitor, channel) : visitor.caller;
    // Nothing was said: the first page says what one may.
    const reply = await ask(input ?? 'home', caller);
    const shown = replyTree(reply, viewOf(visitor, action, inRoom ? 'letters' : 'numbers'));
    if (isFragment(c)) return html(c, visitor, htmlOf(shown));
    return html(c, visitor, chat(visitor, '/', [...(words === '' ? [] : [said(words, caller)]), shown]));
  }
  routes.post('/say', (c) => answer(c, undefined, '/say'));

  routes.get('/complete', async (c) => {
    const { caller } = await visitorIn(c);
    const commands = (await bot.commandsFor?.(caller)) ?? bot.commands;
    return c.json(completeLine(c.req.query('q') ?? '', commands, caller));
  });

  // Rooms.

  /** The visitor as a player, in the channel of a room. */
  async function inRoomAs({ caller }: Visitor, channel: string): Promise<Caller> {
    const player = await sessions.player(channel.slice(roomChannel('').length), caller.id);
    return { ...caller, channel, ...(player?.name === undefined ? {} : { name: player.name }) };
  }

  routes.get('/j', async (c) => {
    const code = (c.req.query('code') ?? '').replace(/\s/g, '');
    if (code !== '') return c.redirect(`/j/${encodeURIComponent(code)}`);
    const visitor = await visitorIn(c);
    return html(c, visitor, codePage(frameOf(visitor, text(visitor.caller.locale).nav.join)));
  });

  /** The room of a code that a visitor has typed; a response where there is none, or too many were wrong. */
  async function roomByCode(c: Request, visitor: Visitor): Promise<Room | Response> {
    const words = text(visitor.caller.locale);
    const address = addressIn(c);
    const frame = frameOf(visitor, words.nav.join);
    if (!wrongCodes.hasRoom(address)) return html(c, visitor, codePage(frame, words.tooManyCodes), 429);
    const found = await pages.roomByCode((c.req.param('code') ?? '').replace(/\D/g, ''));
    const room = found && (await parts.roomOf(found.session));
    if (room) return room;
    wrongCodes.take(address);
    return html(c, visitor, codePage(frame, words.wrongCode), 404);
  }

  routes.get('/j/:code', async (c) => {
    const visitor = await visitorIn(c);
    const room = await roomByCode(c, visitor);
    if (room instanceof Response) return room;
    const player = await sessions.player(room.session, visitor.caller.id);
    if (player?.name !== undefined) return c.redirect(`/room/${room.session}`);
    const { locale, name = makeName(locale, parts.random) } = visitor.caller;
    return html(c, visitor, namePage(frameOf(visitor, text(locale).nav.join), `/j/${room.code}`, name));
  });

  routes.post('/j/:code', async (c) => {
    const taken = await sent(c);
    if (taken instanceof Response) return taken;
    const { visitor, data } = taken;
    const room = await roomByCode(c, visitor);
    if (room instanceof Response) return room;
    const { caller } = visitor;
    const words = text(caller.locale);
    const typed = String(data.get('name') ?? '');
    const read = readName(typed);
    if ('why' in read) {
      const frame = frameOf(visitor, words.nav.join);
      return html(c, visitor, namePage(frame, `/j/${room.code}`, typed, words.badName[read.why]), 400);
    }
    await sessions.join(room.session, caller.id, undefined, read.name);
    return c.redirect(`/room/${room.session}`, 303);
  });

  /** The room of an address, and the visitor as a player of it; a response where there is none. */
  async function roomAt(c: Request) {
    const visitor = await visitorIn(c);
    const words = text(visitor.caller.locale);
    const session = c.req.param('session') ?? '';
    const [room] = await pages.roomsOf([session]);
    if (!room) return note(c, visitor, words.roomOver, 404);
    return { visitor, room, player: await sessions.player(session, visitor.caller.id) };
  }

  routes.get('/room/:session', async (c) => {
    const found = await roomAt(c);
    if (found instanceof Response) return found;
    const { visitor, room, player } = found;
    const words = text(visitor.caller.locale);
    if (player?.isRemoved) return note(c, visitor, words.removed, 403);
    const isOpen = (await parts.roomOf(room.session)) !== undefined;
    if (player?.name === undefined)
      return isOpen ? c.redirect(`/j/${room.code}`) : note(c, visitor, words.roomOver, 404);
    return html(c, visitor, playPage(frameOf(visitor, words.nav.join), { room }, player.name));
  });

  const shortUrl = (): string => url().replace(/^https?:\/\//, '');

  routes.get('/room/:session/screen', async (c) => {
    const found = await roomAt(c);
    if (found instanceof Response) return found;
    const { visitor, room } = found;
    const frame = frameOf(visitor, text(visitor.caller.locale).screen);
    return html(c, visitor, screenPage(frame, { room, shortUrl: shortUrl(), url: url() }));
  });

  routes.get('/room/:session/control', async (c) => {
    const found = await roomAt(c);
    if (found instanceof Response) return found;
    const { visitor, room } = found;
    const { caller } = visitor;
    const words = text(caller.locale);
    if (!visitor.isSignedIn) return note(c, visitor, words.notSignedIn, 403);
    const view = viewOf(visitor, `/room/${room.session}/say`);
    const [controls, players] = await Promise.all([
      ask(`steer ${room.session} count show`, caller),
      ask(`player ${room.session} page 1`, caller),
    ]);
    const replies = { controls: replyTree(controls, view), players: replyTree(players, view) };
    return html(c, visitor, controlPage(frameOf(visitor, words.control), { room, shortUrl: shortUrl() }, replies));
  });

  routes.post('/room/:session/say', (c) => {
    const session = c.req.param('session');
    return answer(c, roomChannel(session), `/room/${session}/say`);
  });
  // An instructor steers from the class's own channel.
  routes.post('/room/:session/steer', (c) => answer(c, undefined, `/room/${c.req.param('session')}/steer`));

  /** A connection that tells of what is new in a channel. */
  async function stream(c: Request, visitor: Visitor, channel: string): Promise<Response> {
    const { outgoing } = c.env;
    if (!(outgoing instanceof ServerResponse)) return c.text('HTTP/1.1 only\n', 505);
    const place = streams.take({ address: addressIn(c), browser: visitor.browser });
    if (!place) return c.text(`${text(visitor.caller.locale).tooMany}\n`, 429);
    outgoing.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      'X-Content-Type-Options': 'nosniff',
      // nginx holds what it is sent back otherwise.
      'X-Accel-Buffering': 'no',
    });
    await hub.listen(channel, visitor.caller.id, outgoing, place.free).catch((error: unknown) => {
      parts.log.warn({ err: error }, 'a page could not be told what is new');
      outgoing.destroy();
    });
    return RESPONSE_ALREADY_SENT;
  }
  routes.get('/stream', async (c) => {
    const visitor = await visitorIn(c);
    return stream(c, visitor, directTo(visitor.caller.id));
  });
  routes.get('/room/:session/stream', async (c) => {
    const found = await roomAt(c);
    return found instanceof Response ? found : stream(c, found.visitor, roomChannel(found.room.session));
  });

  // Signing in.

  routes.get('/in/:secret', async (c) => {
    const visitor = await visitorIn(c);
    const words = text(visitor.caller.locale);
    const secret = c.req.param('secret');
    const person = await pages.linked(hashOf(secret), now() - PAGE_TIMES.link);
    if (!person) return note(c, visitor, words.linkGone, 404);
    const action = `/in/${secret}${pathIn(c)}`;
    return html(c, visitor, signInPage(frameOf(visitor, words.signInTitle), action, person.name ?? person.id));
  });
  /** Where one is led after signing in: a path of ours. */
  const pathIn = (c: Request): string => {
    const to = c.req.query('to') ?? '';
    return /^\/(?!\/)[\w/-]*$/.test(to) ? `?to=${to}` : '';
  };
  routes.post('/in/:secret', async (c) => {
    const taken = await sent(c);
    if (taken instanceof Response) return taken;
    const { visitor } = taken;
    const at = now();
    const browser = { hash: visitor.browser, at };
    const person = await pages.signIn(hashOf(c.req.param('secret')), at - PAGE_TIMES.link, browser);
    if (!person) return note(c, visitor, text(visitor.caller.locale).linkGone, 404);
    return c.redirect(pathIn(c).slice('?to='.length) || '/', 303);
  });
  routes.post('/out', async (c) => {
    const taken = await sent(c);
    if (taken instanceof Response) return taken;
    await pages.signOut(taken.visitor.browser);
    return c.redirect('/', 303);
  });

  // What pages load.

  routes.get('/assets/:version/:name', (c) => {
    const asset = assets.files.get(c.req.param('name'));
    if (!asset) return c.text('not found\n', 404);
    // An older version is asked for by a page from before an update: it gets what there is, and comes again.
    const isThis = c.req.param('version') === assets.version;
    c.header('Cache-Control', isThis ? 'public, max-age=31536000, immutable' : 'no-store');
    return c.body(asset.body, 200, { 'Content-Type': asset.type });
  });
  routes.get('/icon.svg', (c) => {
    c.header('Cache-Control', 'public, max-age=86400');
    return c.body(ICON, 200, { 'Content-Type': 'image/svg+xml' });
  });
  routes.get('/favicon.ico', (c) => c.redirect('/icon.svg', 301));
  routes.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /\n'));
  routes.get('/picture/:signature/:data/:theme{(?:light|dark)\\.png}', async (c) => {
    const card = pictures.read(c.req.param('signature'), c.req.param('data'));
    if (!card) return c.text('not found\n', 404);
    const png = await parts.draw(card, c.req.param('theme') === 'dark.png' ? 'dark' : 'light');
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
    return c.body(Uint8Array.from(png), 200, { 'Content-Type': 'image/png' });
  });
  routes.get('*', async (c) => {
    const visitor = await visitorIn(c);
    return note(c, visitor, text(visitor.caller.locale).notFound, 404);
  });
  return routes;
}
