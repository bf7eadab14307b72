import type { Caller } from '../../../core/command/command.ts';
import type { Routes } from '../../../core/guest.ts';
import { LOCALES } from '../../../core/locale.ts';
import { roomChannel, sessionOfRoom } from '../../../core/page.ts';
import { completeLine } from '../complete.ts';
import { setCookie } from '../cookies.ts';
import { readSent } from '../incoming.ts';
import { LANGUAGE } from '../locale.ts';
import { said, studentTabs } from '../pages/chat.ts';
import { htmlOf, replyTree } from '../render/render.ts';
import { text } from '../text.ts';
import type { Visitor } from '../visitors.ts';
import type { Desk, DeskParts, Request } from './desk.ts';

/** Looking up, practice and all else that one does by oneself, and what an instructor does. */
export function addChat(routes: Routes, desk: Desk, { bot, sessions, isSecure }: DeskParts): void {
  const { ask, chat, html, note, sent, tabsOf, viewOf, visitorIn, knownIn } = desk;

  routes.get('/', async (c) => {
    const language = LOCALES.find((one) => one === c.req.query('lang'));
    if (language !== undefined) {
      c.header('Set-Cookie', setCookie(LANGUAGE, language, isSecure), { append: true });
      return c.redirect('/');
    }
    const visitor = await visitorIn(c);
    if (visitor instanceof Response) return visitor;
    const reply = await ask('home', visitor.caller);
    return html(c, visitor, chat(visitor, '/', [replyTree(reply, viewOf(visitor, '/say'))]));
  });

  const tab = async (c: Request): Promise<Response> => {
    const visitor = await visitorIn(c);
    if (visitor instanceof Response) return visitor;
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

  /** The visitor as a player, in the channel of a room; undefined for one who has not come in by its door. */
  async function inRoomAs({ caller }: Visitor, channel: string): Promise<Caller | undefined> {
    const player = await sessions.player(sessionOfRoom(channel) ?? '', caller.id);
    if (player?.name === undefined || player.isRemoved) return undefined;
    return { ...caller, channel, name: player.name };
  }

  /** Answers what was sent, as a part of the page or a whole one. */
  async function answer(c: Request, channel: string | undefined, action: string): Promise<Response> {
    const taken = await sent(c);
    if (taken instanceof Response) return taken;
    const { visitor, fields } = taken;
    const { input, words } = readSent(fields);
    const inRoom = channel !== undefined;
    const caller = inRoom ? await inRoomAs(visitor, channel) : visitor.caller;
    if (!caller) return note(c, visitor, text(visitor.caller.locale).notInRoom, 403);
    // Nothing was said: the first page says what one may.
    const reply = await ask(input ?? 'home', caller);
    const shown = replyTree(reply, viewOf(visitor, action, inRoom ? 'letters' : 'numbers'));
    if (desk.isFragment(c)) return html(c, visitor, htmlOf(shown));
    return html(c, visitor, chat(visitor, '/', [...(words === '' ? [] : [said(words, caller)]), shown]));
  }
  routes.post('/say', (c) => answer(c, undefined, '/say'));
  routes.post('/room/:session/say', (c) => {
    const session = c.req.param('session');
    return answer(c, roomChannel(session), `/room/${session}/say`);
  });
  // An instructor steers from the class's own channel.
  routes.post('/room/:session/steer', (c) => answer(c, undefined, `/room/${c.req.param('session')}/steer`));

  routes.get('/complete', async (c) => {
    const visitor = await knownIn(c);
    if (visitor instanceof Response) return visitor;
    const commands = (await bot.commandsFor?.(visitor.caller)) ?? bot.commands;
    return c.json(await completeLine(c.req.query('q') ?? '', commands, visitor.caller));
  });
}
