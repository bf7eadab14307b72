import type { Routes } from '../../../core/guest.ts';
import { PAGE_TIMES } from '../../../core/page.ts';
import { signInPage } from '../pages/plain.ts';
import { hashOf } from '../secrets.ts';
import { text } from '../text.ts';
import type { Desk, DeskParts, Request } from './desk.ts';

/** Where one is led after signing in: a path of ours. */
function pathIn(c: Request): string {
  const to = c.req.query('to') ?? '';
  return /^\/(?!\/)[\w/-]*$/.test(to) ? to : '/';
}

/** Browsers become a person of a chat's, by a link from there. Opening it changes nothing: chats fetch links. */
export function addSignIn(routes: Routes, desk: Desk, { pages, visitors, now }: DeskParts): void {
  const { frameOf, html, note, sent, visitorIn } = desk;

  routes.get('/in/:secret', async (c) => {
    const visitor = await visitorIn(c);
    if (visitor instanceof Response) return visitor;
    const words = text(visitor.caller.locale);
    const secret = c.req.param('secret');
    const person = await pages.linked(hashOf(secret), now() - PAGE_TIMES.link);
    if (!person) return note(c, visitor, words.linkGone, 404);
    const action = `/in/${secret}?to=${pathIn(c)}`;
    return html(c, visitor, signInPage(frameOf(visitor, words.signInTitle), action, person.name));
  });

  routes.post('/in/:secret', async (c) => {
    const taken = await sent(c);
    if (taken instanceof Response) return taken;
    const { visitor } = taken;
    const at = now();
    // A secret from before the sign-in, which others may know, is worth nothing afterwards.
    const fresh = visitors.fresh();
    const secret = hashOf(c.req.param('secret'));
    const person = await pages.signIn(secret, at - PAGE_TIMES.link, { hash: fresh.browser, at });
    if (!person) return note(c, visitor, text(visitor.caller.locale).linkGone, 404);
    c.header('Set-Cookie', fresh.cookie, { append: true });
    return c.redirect(pathIn(c), 303);
  });

  routes.post('/out', async (c) => {
    const taken = await sent(c);
    if (taken instanceof Response) return taken;
    await pages.signOut(taken.visitor.browser);
    c.header('Set-Cookie', visitors.fresh().cookie, { append: true });
    return c.redirect('/', 303);
  });
}
