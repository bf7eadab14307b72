import { directTo } from '../../../core/address.ts';
import type { Routes } from '../../../core/guest.ts';
import { type Room, roomChannel } from '../../../core/page.ts';
import type { Player } from '../../../core/session.ts';
import { createCodeTries } from '../code-tries.ts';
import { makeName, readName } from '../guest-names.ts';
import { textIn } from '../incoming.ts';
import { codePage, namePage } from '../pages/plain.ts';
import { controlPage, screenPage } from '../pages/room.ts';
import { FIELDS } from '../render/controls.ts';
import { htmlOf, replyTree } from '../render/render.ts';
import type { Listening } from '../streams.ts';
import { text } from '../text.ts';
import type { Visitor } from '../visitors.ts';
import { type Desk, type DeskParts, DOOR, type Request } from './desk.ts';
import type { Play } from './play.ts';

interface Found {
  visitor: Visitor;
  room: Room;
  player: Player | undefined;
}

/** Rooms of live quizzes: the way in, a phone, the wall, the instructor's phone, and the streams that feed them. */
export function addRooms(routes: Routes, desk: Desk, parts: DeskParts, play: Play): void {
  const { ask, frameOf, html, note, sent, viewOf, visitorIn } = desk;
  const { pages, sessions, hub, signer, url, now } = parts;
  const codes = createCodeTries(now);

  routes.get('/j', async (c) => {
    const code = (c.req.query('code') ?? '').replace(/\s/g, '');
    if (code !== '') return c.redirect(`/j/${encodeURIComponent(code)}`);
    const visitor = await visitorIn(c);
    if (visitor instanceof Response) return visitor;
    return html(c, visitor, codePage(frameOf(visitor, text(visitor.caller.locale).nav.join)));
  });

  /** The room of a code, and whether its sign came with it. */
  async function doorAt(c: Request): Promise<{ room: Room | undefined; isInvited: boolean }> {
    const found = await pages.roomByCode((c.req.param('code') ?? '').replace(/\D/g, ''));
    const isInvited = found !== undefined && signer.isSigned(DOOR, found.session, c.req.query('k') ?? '');
    return { room: found && (await parts.roomOf(found.session)), isInvited };
  }

  /** The room of a code that a visitor has typed, or was shown; a response where there is none, or too many were wrong. */
  async function roomByCode(c: Request, visitor: Visitor): Promise<Room | Response> {
    const words = text(visitor.caller.locale);
    const address = desk.addressIn(c);
    const frame = frameOf(visitor, words.nav.join);
    const { room, isInvited } = await doorAt(c);
    if (!isInvited && !codes.mayTry(address, visitor.browser))
      return html(c, visitor, codePage(frame, words.tooManyCodes), 429);
    if (room) return room;
    codes.wasWrong(address, visitor.browser);
    return html(c, visitor, codePage(frame, words.wrongCode), 404);
  }

  /** The address of a room's name form, with the sign by which one came. */
  const doorOf = (c: Request, { code }: Room): string => {
    const sign = c.req.query('k') ?? '';
    return /^[\w-]+$/.test(sign) ? `/j/${code}?k=${sign}` : `/j/${code}`;
  };

  routes.get('/j/:code', async (c) => {
    const { isInvited } = c.req.query('k') === undefined ? { isInvited: false } : await doorAt(c);
    const visitor = await visitorIn(c, isInvited);
    if (visitor instanceof Response) return visitor;
    const { locale, name = makeName(locale, parts.random) } = visitor.caller;
    const words = text(locale);
    // A code is looked up for who has a cookie: each browser has a few tries, and a new one costs its address.
    if (!isInvited && !visitor.isKnown) {
      if (c.req.query('c') !== undefined) return note(c, visitor, words.noCookies, 403);
      if (visitor.cookie !== undefined) c.header('Set-Cookie', visitor.cookie, { append: true });
      return c.redirect(`${c.req.path}?c=1`, 303);
    }
    const room = await roomByCode(c, visitor);
    if (room instanceof Response) return room;
    const player = await sessions.player(room.session, visitor.caller.id);
    if (player?.name !== undefined) return c.redirect(`/room/${room.session}`);
    if (room.isLocked) return note(c, visitor, words.roomLocked, 403);
    return html(c, visitor, namePage(frameOf(visitor, words.nav.join), doorOf(c, room), name));
  });

  routes.post('/j/:code', async (c) => {
    const taken = await sent(c);
    if (taken instanceof Response) return taken;
    const { visitor, fields } = taken;
    const room = await roomByCode(c, visitor);
    if (room instanceof Response) return room;
    const { caller } = visitor;
    const words = text(caller.locale);
    if (room.isLocked) return note(c, visitor, words.roomLocked, 403);
    const typed = textIn(fields, FIELDS.name);
    const read = readName(typed);
    if ('why' in read) {
      const frame = frameOf(visitor, words.nav.join);
      return html(c, visitor, namePage(frame, doorOf(c, room), typed, words.badName[read.why]), 400);
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
    const name = await play.nameOf(visitor, room, player?.name);
    if (name !== undefined) return html(c, visitor, await play.pageOf({ visitor, room, name }));
    return (await isOpenRoom(room)) ? c.redirect(`/j/${room.code}`) : note(c, visitor, words.roomOver, 404);
  });

  // What a player alone sees goes to them alone: an answer to their own request, and never an event.
  routes.get('/room/:session/mine', async (c) => {
    const found = await roomAt(c);
    if (found instanceof Response) return found;
    const { visitor, room, player } = found;
    const name = player?.isRemoved ? undefined : player?.name;
    const scene = name === undefined ? undefined : await play.sceneOf({ visitor, room, name });
    const { notInRoom } = text(visitor.caller.locale);
    return scene ? html(c, visitor, htmlOf(scene)) : note(c, visitor, notInRoom, 403);
  });

  const isOpenRoom = async ({ session }: Room): Promise<boolean> => (await parts.roomOf(session)) !== undefined;

  const shortUrl = (): string => url().replace(/^https?:\/\//, '');

  routes.get('/room/:session/screen', async (c) => {
    const found = await roomAt(c);
    if (found instanceof Response) return found;
    const { visitor, room } = found;
    const frame = frameOf(visitor, text(visitor.caller.locale).screen);
    const isOpen = await isOpenRoom(room);
    return html(c, visitor, screenPage(frame, { room, isOpen, shortUrl: shortUrl(), door: parts.doorOf(room) }));
  });

  routes.get('/room/:session/control', async (c) => {
    const found = await roomAt(c);
    if (found instanceof Response) return found;
    const { visitor, room } = found;
    const { caller } = visitor;
    const words = text(caller.locale);
    if (!visitor.isSignedIn) return note(c, visitor, words.notSignedIn, 403);
    const view = viewOf(visitor, `/room/${room.session}/steer`);
    const [isOpen, controls, players] = await Promise.all([
      isOpenRoom(room),
      ask(`steer ${room.session} count show`, caller),
      ask(`player ${room.session} page 1`, caller),
    ]);
    const replies = { controls: replyTree(controls, view), players: replyTree(players, view) };
    return html(
      c,
      visitor,
      controlPage(frameOf(visitor, words.control), { room, isOpen, shortUrl: shortUrl() }, replies),
    );
  });

  /** Tells a page what is new in a channel. */
  const listen = (c: Request, visitor: Visitor, channel: string, as: Listening) =>
    desk.stream(c, visitor, as, (socket) => hub.listen(channel, visitor.caller.id, socket));

  routes.get('/stream', async (c) => {
    const visitor = await desk.knownIn(c);
    return visitor instanceof Response ? visitor : listen(c, visitor, directTo(visitor.caller.id), 'chats');
  });
  routes.get('/room/:session/stream', async (c) => {
    const found = await roomAt(c);
    if (found instanceof Response) return found;
    const { visitor, room, player } = found;
    if (!visitor.isKnown) return note(c, visitor, text(visitor.caller.locale).forged, 403);
    return listen(c, visitor, roomChannel(room.session), player === undefined ? 'walls' : 'player');
  });
}
