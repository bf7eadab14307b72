/** Browsers of people, each with its own cookies, and what none of their pages may do. */
import axe from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { PATIENCE } from '../support/patience.ts';
import { launch } from './chromium.ts';
import type { Program } from './program.ts';

export const PHONE = { width: 360, height: 740 };
export const SMALL = { width: 320, height: 640 };
export const LAPTOP = { width: 1280, height: 800 };
export const WALL = { width: 1024, height: 768 };

let launched: Promise<Browser> | undefined;

/** One browser for all tests; it ends with this process. */
export function theBrowser(): Promise<Browser> {
  launched ??= launch();
  return launched;
}

/** Notes how much of a page has moved by itself (https://web.dev/articles/cls): not what follows a key or a press. */
const NOTE_SHIFTS = `globalThis.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries())
    if (!entry.hadRecentInput)
      shifts.push({ value: entry.value, of: entry.sources.map(({ node }) => node?.outerHTML ?? node?.textContent).join().slice(0, 200) });
}).observe({ type: 'layout-shift', buffered: true });`;

export interface Visit {
  context: BrowserContext;
  page: Page;
  /** What the page said or did that it may not. */
  complaints: string[];
}

/**
 * Opens a browser of a person's own on a program's page; both are looked at again once the test is over.
 * A test that kills its server `losesServer`: that one is gone is what a browser says by itself, also at the test's end.
 */
export async function visit(
  { url }: Pick<Program, 'url'>,
  path: string,
  { losesServer = false, ...options }: BrowserContextOptions & { losesServer?: boolean } = {},
): Promise<Visit> {
  const browser = await theBrowser();
  const context = await browser.newContext({ locale: 'ko-KR', viewport: PHONE, baseURL: url, ...options });
  const complaints: string[] = [];
  context.setDefaultTimeout(PATIENCE);
  await context.addInitScript(NOTE_SHIFTS);
  context.on('page', (page) => watch(page, url, complaints));
  const page = await context.newPage();
  onTestFinished(async () => {
    await context.close();
    expect(complaints.filter((one) => !losesServer || !one.includes('net::ERR_'))).toEqual([]);
  });
  await page.goto(path);
  return { context, page, complaints };
}

function watch(page: Page, url: string, complaints: string[]): void {
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.stack ?? error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${url}/`)) complaints.push(`asked elsewhere: ${request.url()}`);
  });
}

/** Has nothing on the page moved by itself since it was loaded? */
export async function expectStill(page: Page): Promise<void> {
  const shifts = await page.evaluate<{ value: number; of: string }[]>('shifts');
  const sum = shifts.reduce((all, { value }) => all + value, 0);
  expect(sum, JSON.stringify(shifts)).toBeLessThan(0.1);
}

/** Is nothing wider than the window? */
export async function expectNoSideways(page: Page): Promise<void> {
  const { wide, window, parts } = await page.evaluate(() => {
    const window = document.documentElement.clientWidth;
    const parts = Array.from(document.querySelectorAll('body *'))
      .filter((one) => one.getBoundingClientRect().right > window + 1 && !one.closest('.scroll, pre, .hidden, .skip'))
      .map((one) => one.outerHTML.slice(0, 120));
    return { wide: document.documentElement.scrollWidth, window, parts };
  });
  expect(wide, `${page.url()}: ${parts.join('\n')}`).toBeLessThanOrEqual(window);
}

/** What axe finds wrong by its rules, each with where. */
async function findings(page: Page, rules: string): Promise<string[]> {
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(document, ${rules})`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${page.url()} ${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}

/** No finding of any rule; in the dark only colours are others. What moves is over by then. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  for (const [colorScheme, rules] of [
    ['light', '{ resultTypes: ["violations"] }'],
    ['dark', '{ resultTypes: ["violations"], runOnly: ["color-contrast", "link-in-text-block"] }'],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await findings(page, rules), colorScheme).toEqual([]);
  }
}
