/** A page whose news come from here and not from a server. */
import type { BrowserContext, Page } from 'playwright-core';

/** An event of a page's stream. */
export interface Heard {
  name: 'hello' | 'post' | 'room' | 'removed';
  data: object;
}

const STUB = `globalThis.EventSource = class extends EventTarget {
  constructor() { super(); globalThis.heard = this; }
  close() {}
};`;

/** Pages of a context listen to no server. */
export const withoutStreams = (context: BrowserContext): Promise<unknown> => context.addInitScript(STUB);

/** Has a page without streams hear something. */
export async function told(page: Page, { name, data }: Heard): Promise<void> {
  const event = `new MessageEvent(${JSON.stringify(name)}, { data: ${JSON.stringify(JSON.stringify(data))} })`;
  await page.evaluate(`globalThis.heard.dispatchEvent(${event})`);
}
