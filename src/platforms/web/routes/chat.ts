import type { Routes } from '../../../core/guest.ts';
import { LOCALES } from '../../../core/locale.ts';
import { completeLine } from '../complete.ts';
import { setCookie } from '../cookies.ts';
import { readSent } from '../incoming.ts';
import { LANGUAGE } from '../locale.ts';
import { said, studentTabs } from '../pages/chat.ts';
import { htmlOf, replyTree } from '../render/render.ts';
import { text } from '../text.ts';
import type { Desk, DeskParts, Request } from './desk.ts';
import type { Play } from './play.ts';

/** Looking up, practice and all else that one does by oneself, and what an instructor does. */
export function addChat(routes: Routes, desk: Desk, { bot, pages, isSecure }: DeskParts, play: Play): void {
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
    return html(c, visitor, await chat(visitor, '/', [replyTree(reply, viewOf(visitor, '/say'))]));
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
    return html(c, visitor, await chat(visitor, path, [replyTree(reply, viewOf(visitor, '/say'))]));
  };
  for (const { path } of studentTabs({ locale: 'ko' })) routes.get(path, tab);
  routes.get('/teach', tab).get('/teach/:tab', tab);

  /** Answers what was sent, as a part of the page or a whole one. */
  async function answer(c: Request, action: string): Promise<Response> {
    const taken = await sent(c);
    if (taken instanceof Response) return taken;
    const { visitor, fields } = taken;
    const { input, words } = readSent(fields);
    // Nothing was said: the first page says what one may.
    const reply = await ask(input ?? 'home', visitor.caller);
    const shown = replyTree(reply, viewOf(visitor, action));
    if (desk.isFragment(c)) return html(c, visitor, htmlOf(shown));
    return html(c, visitor, await chat(visitor, '/', [...(words === '' ? [] : [said(words, visitor.caller)]), shown]));
  }
  routes.post('/say', (c) => answer(c, '/say'));
  // An instructor steers from the class's own channel.
  routes.post('/room/:session/steer', (c) => answer(c, `/room/${c.req.param('session')}/steer`));

  /** What a player has sent, in the channel of their room: without a script they stay on its page. */
  routes.post('/room/:session/say', async (c) => {
    const taken = await sent(c);
    if (taken instanceof Response) return taken;
    const { visitor, fields } = taken;
    const session = c.req.param('session');
    const [room] = await pages.roomsOf([session]);
    const caller = await play.callerIn(visitor, session);
    if (!room || !caller) return note(c, visitor, text(visitor.caller.locale).notInRoom, 403);
    const { input } = readSent(fields);
    const view = viewOf(visitor, `/room/${session}/say`, 'letters');
    const own = input === undefined ? undefined : replyTree(await ask(input, caller), view);
    if (own && desk.isFragment(c)) return html(c, visitor, htmlOf(own));
    const name = (await play.nameOf(visitor, room, caller.name)) ?? caller.name;
    return html(c, visitor, await play.pageOf({ visitor, room, name }, own));
  });

  routes.get('/complete', async (c) => {
    const visitor = await knownIn(c);
    if (visitor instanceof Response) return visitor;
    const commands = (await bot.commandsFor?.(visitor.caller)) ?? bot.commands;
    return c.json(await completeLine(c.req.query('q') ?? '', commands, visitor.caller));
  });
}
