import type { Routes } from '../../../core/guest.ts';
import { ICON } from '../icon.ts';
import { text } from '../text.ts';
import type { Desk, DeskParts } from './desk.ts';

const FOR_GOOD = 'public, max-age=31536000, immutable';

/** What pages load, and what no other route takes. */
export function addFiles(routes: Routes, desk: Desk, { assets, pictures, draw, visitors }: DeskParts): void {
  routes.get('/assets/:version/:name', (c) => {
    const asset = assets.files.get(c.req.param('name'))?.();
    if (!asset) return c.text('not found\n', 404);
    // An older version is asked for by a page from before an update: it gets what there is, and comes again.
    c.header('Cache-Control', c.req.param('version') === assets.version ? FOR_GOOD : 'no-store');
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
    const png = await draw(card, c.req.param('theme') === 'dark.png' ? 'dark' : 'light');
    c.header('Cache-Control', FOR_GOOD);
    return c.body(Uint8Array.from(png), 200, { 'Content-Type': 'image/png' });
  });
  // A newcomer is given no cookie here: addresses that are not there are asked for by machines.
  routes.get('*', async (c) => {
    const visitor = await visitors.of(c.req.raw.headers);
    return desk.note(c, { ...visitor, cookie: undefined }, text(visitor.caller.locale).notFound, 404);
  });
}
