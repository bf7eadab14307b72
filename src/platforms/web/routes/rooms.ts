import { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { directTo } from '../../../core/address.ts';
import type { Routes } from '../../../core/guest.ts';
import { type Room, roomChannel } from '../../../core/page.ts';
import type { Player } from '../../../core/session.ts';
import { createCodeTries } from '../code-tries.ts';
import { makeName, readName } from '../guest-names.ts';
import { codePage, namePage } from '../pages/plain.ts';
import { controlPage, playPage, screenPage } from '../pages/room.ts';
import { replyTree } from '../render/render.ts';
import { createStreams } from '../streams.ts';
import { text } from '../text.ts';
import type { Visitor } from '../visitors.ts';
import type { Desk, DeskParts, Request } from './desk.ts';

interface Found {
  visitor: Visitor;
  room: Room;
  player: Player | undefined;
}

/** Rooms of live quizzes: the way in, a phone, the wall, the instructor's phone, and the streams that feed them. */
export function addRooms(routes: Routes, desk: Desk, parts: DeskParts): void {
  const { ask, frameOf, html, note, sent, viewOf, visitorIn } = desk;
  const { pages, sessions, hub, url, now } = parts;
  const codes = createCodeTries(now);
  const streams = createStreams(hub);

  routes.get('/j', async (c) => {
    const code = (c.req.query('code') ?? '').replace(/\s/g, '');
    if (code !== '') return c.redirect(`/j/${encodeURIComponent(code)}`);
    const visitor = await visitorIn(c);
    if (visitor instanceof Response) return visitor;
    return html(c, visitor, codePage(frameOf(visitor, text(visitor.caller.locale).nav.join)));
  });

  /** The room of a code that a visitor has typed; a response where there is none, or too many were wrong. */
  async function roomByCode(c: Request, visitor: Visitor): Promise<Room | Response> {
    const words = text(visitor.caller.locale);
    const address = desk.addressIn(c);
    const frame = frameOf(visitor, words.nav.join);
    if (!codes.mayTry(address, visitor.browser)) return html(c, visitor, codePage(frame, words.tooManyCodes), 429);
    const found = await pages.roomByCode((c.req.param('code') ?? '').replace(/\D/g, ''));
    const room = found && (await parts.roomOf(found.session));
    if (room) return room;
    codes.wasWrong(address, visitor.browser);
    return html(c, visitor, codePage(frame, words.wrongCode), 404);
  }

  routes.get('/j/:code', async (c) => {
    const visitor = await visitorIn(c);
    if (visitor instanceof Response) return visitor;
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
  async function roomAt(c: Request): Promise<Found | Response> {
    const visitor = await visitorIn(c);
    if (visitor instanceof Response) return visitor;
    const session = c.req.param('session') ?? '';
    const [room] = await pages.roomsOf([session]);
    if (!room) return note(c, visitor, text(visitor.caller.locale).roomOver, 404);
    return { visitor, room, player: await sessions.player(session, visitor.caller.id) };
  }

  routes.get('/room/:session', async (c) => {
    const found = await roomAt(c);
    if (found instanceof Response) return found;
    const { visitor, room, player } = found;
    const words = text(visitor.caller.locale);
    if (player?.isRemoved) return note(c, visitor, words.removed, 403);
    if (player?.name !== undefined)
      return html(c, visitor, playPage(frameOf(visitor, words.nav.join), { room }, player.name));
    const isOpen = (await parts.roomOf(room.session)) !== undefined;
    return isOpen ? c.redirect(`/j/${room.code}`) : note(c, visitor, words.roomOver, 404);
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
    const view = viewOf(visitor, `/room/${room.session}/steer`);
    const [controls, players] = await Promise.all([
      ask(`steer ${room.session} count show`, caller),
      ask(`player ${room.session} page 1`, caller),
    ]);
    const replies = { controls: replyTree(controls, view), players: replyTree(players, view) };
    return html(c, visitor, controlPage(frameOf(visitor, words.control), { room, shortUrl: shortUrl() }, replies));
  });

  /** A connection that tells of what is new in a channel. */
  async function stream(c: Request, visitor: Visitor, channel: string): Promise<Response> {
    const { outgoing } = c.env;
    if (!(outgoing instanceof ServerResponse)) return c.text('HTTP/1.1 only\n', 505);
    const place = streams.take({ address: desk.addressIn(c), browser: visitor.browser });
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
    return visitor instanceof Response ? visitor : stream(c, visitor, directTo(visitor.caller.id));
  });
  routes.get('/room/:session/stream', async (c) => {
    const found = await roomAt(c);
    return found instanceof Response ? found : stream(c, found.visitor, roomChannel(found.room.session));
  });
}
