import type { Element } from 'hast';
import type { Caller } from '../../../core/command/command.ts';
import { LOCALES } from '../../../core/locale.ts';
import { type Room, roomChannel } from '../../../core/page.ts';
import type { PagePost } from '../../../core/page-records.ts';
import { playPage } from '../pages/room.ts';
import { replyTree } from '../render/render.ts';
import { text } from '../text.ts';
import type { Visitor } from '../visitors.ts';
import type { Desk, DeskParts } from './desk.ts';

/** A visitor who has come in by a room's door. */
export interface Playing {
  visitor: Visitor;
  room: Room;
  /** As the class knows them. */
  name: string;
}

/** The language of a post, which is that of its class. */
const localeOf = ({ html }: PagePost, { locale }: Caller): Caller['locale'] =>
  LOCALES.find((one) => one === /^<article[^>]* lang="(\w+)"/.exec(html)?.[1]) ?? locale;

/** A room on the phone of one who plays: what the class is shown, with what they have answered themselves. */
export function createPlay({ ask, frameOf, viewOf }: Desk, { pages, sessions, shownName }: DeskParts) {
  /** The name under which the others read a player; undefined for a visitor who has not joined. */
  async function nameOf({ caller }: Visitor, { session }: Room, own: string | undefined): Promise<string | undefined> {
    return own === undefined ? undefined : (await shownName(session, caller.id)) || own;
  }

  /** The visitor as a player of a session; undefined for a visitor who has not come in by its door, or was removed. */
  async function callerIn({ caller }: Visitor, session: string): Promise<(Caller & { name: string }) | undefined> {
    const player = await sessions.player(session, caller.id);
    if (player?.name === undefined || player.isRemoved) return undefined;
    return { ...caller, channel: roomChannel(session), name: player.name };
  }

  /** What the room shows to one player; undefined before its first post. No other browser is sent it. */
  async function sceneOf({ visitor, room, name }: Playing): Promise<Element | undefined> {
    const { session } = room;
    const channel = roomChannel(session);
    const post = await pages.newest(channel);
    if (!post) return undefined;
    const caller = { ...visitor.caller, channel, name, locale: localeOf(post, visitor.caller) };
    const view = viewOf({ ...visitor, caller }, `/room/${session}/say`, 'letters');
    return replyTree(await ask(`mine ${post.key}`, caller), view, `post-${post.key}`);
  }

  /** The whole page; `own`: what the player alone was answered just now, where no script shows it. */
  async function pageOf(playing: Playing, own?: Element): Promise<string> {
    const { visitor, room, name } = playing;
    const frame = frameOf(visitor, text(visitor.caller.locale).nav.join);
    return playPage(frame, { room }, name, { scene: await sceneOf(playing), own });
  }

  return { nameOf, callerIn, sceneOf, pageOf };
}

export type Play = ReturnType<typeof createPlay>;
