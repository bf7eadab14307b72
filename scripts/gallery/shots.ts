/** Screenshots of pages, where a browser is there. */
import type { Browser, Page } from 'playwright-core';
import type { Theme } from '../../src/core/reply/drawable.ts';
import { launch } from '../../test/browser/chromium.ts';
import { type Heard, told, withoutStreams } from '../../test/browser/told.ts';
import type { WebPage } from './web.ts';

type Files = ReadonlyMap<string, string | Uint8Array>;

/** Nothing is there: each request is answered from the gallery's own files. */
const HOST = 'http://gallery.test';
/** Pages that are open at once. */
const HANDS = 3;

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
};

async function openTab(browser: Browser, files: Files, colorScheme: Theme): Promise<Page> {
  // What moves would be drawn in the middle of it.
  const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' });
  await withoutStreams(context);
  await context.route('**/*', async (route) => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname).slice(1);
    const body = files.get(path);
    if (body === undefined) return route.fulfill({ status: 404, body: '' });
    const contentType = TYPES[path.split('.').at(-1) ?? ''] ?? 'text/plain';
    return route.fulfill({ contentType, body: typeof body === 'string' ? body : Buffer.from(body) });
  });
  return context.newPage();
}

/** Shows a page: where only its reply differs from what is shown already, that alone. */
async function show(page: Page, { path, html, told: post, reply }: WebPage): Promise<void> {
  const frame = reply === undefined ? path : html.replace(reply, '');
  if (shownFrames.get(page) === frame && reply !== undefined)
    await page.evaluate(`document.getElementById('log').innerHTML = ${JSON.stringify(reply)}`);
  else {
    await page.goto(`${HOST}/${path}.html`);
    // What stays in view while a page is scrolled would hide what is behind it.
    if (reply !== undefined) await page.addStyleTag({ content: '.box { position: static; }' });
  }
  shownFrames.set(page, frame);
  if (post !== undefined) await told(page, postOf(post));
}
const shownFrames = new WeakMap<Page, string>();

async function take(page: Page, shown: WebPage, theme: string): Promise<[path: string, png: Uint8Array][]> {
  const taken: [string, Uint8Array][] = [];
  for (const size of shown.sizes) {
    await page.setViewportSize(size);
    await show(page, shown);
    await page.evaluate('Promise.all(Array.from(document.images, (one) => ((one.loading = "eager"), one.decode())))');
    const fullPage = !size.isWhole;
    taken.push([`${shown.path}.${size.name}.${theme}.png`, await page.screenshot({ fullPage })]);
  }
  return taken;
}

const postOf = (told: { html: string; now: number }): Heard => ({ name: 'post', data: { key: 'post', ...told } });

/** All pages in all their sizes, in each theme; by path, size and theme. */
export async function shotsOf(
  pages: readonly WebPage[],
  files: Files,
  themes: readonly Theme[] = ['light', 'dark'],
): Promise<Map<string, Uint8Array>> {
  const browser = await launch();
  const shots = new Map<string, Uint8Array>();
  try {
    for (const theme of themes) {
      const waiting = [...pages];
      const work = async (): Promise<void> => {
        const page = await openTab(browser, files, theme);
        for (let next = waiting.shift(); next; next = waiting.shift())
          for (const [path, png] of await take(page, next, theme)) shots.set(path, png);
      };
      await Promise.all(Array.from({ length: HANDS }, work));
    }
  } finally {
    await browser.close();
  }
  return shots;
}
