/** What a page is told while it is open (Server-sent events), as EventSource reads it. */
import { get, type IncomingMessage } from 'node:http';
import { onTestFinished } from 'vitest';
import { eventually } from './eventually.ts';
import type { Browser } from './web-browser.ts';

export interface StreamEvent {
  name: string;
  id: string | undefined;
  data: unknown;
}

function eventOf(text: string): StreamEvent | undefined {
  const fields = text.split('\n').map((line) => /^(\w*):? ?(.*)$/.exec(line) ?? []);
  const of = (name: string) => fields.find(([, one]) => one === name)?.[2];
  const data = of('data');
  // A comment is a sign of life.
  return data === undefined ? undefined : { name: of('event') ?? '', id: of('id'), data: JSON.parse(data) };
}

export interface Stream {
  status: number;
  events: readonly StreamEvent[];
  /** What came, as it came. */
  raw(): string;
  /** Has the server ended it? */
  hasEnded(): boolean;
  close(): void;
  /** The latest post, once its HTML fits. */
  showing(fits: (html: string) => boolean): Promise<string>;
  until(name: string): Promise<StreamEvent>;
}

const htmlOf = ({ data }: StreamEvent): string =>
  typeof data === 'object' && data !== null && 'html' in data && typeof data.html === 'string' ? data.html : '';

export async function openStream(
  { base, asIs }: Pick<Browser, 'base' | 'asIs'>,
  path: string,
  finished: (end: () => void) => void = onTestFinished,
): Promise<Stream> {
  const events: StreamEvent[] = [];
  let text = '';
  let ended = false;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const request = get(new URL(path, base), { headers: { ...asIs(), accept: 'text/event-stream' }, agent: false });
    request.once('response', resolve).once('error', reject);
  });
  response.setEncoding('utf8');
  let rest = '';
  response.on('data', (part: string) => {
    text += part;
    const all = (rest + part).split('\n\n');
    rest = all.pop() ?? '';
    for (const one of all) {
      const event = eventOf(one);
      if (event) events.push(event);
    }
  });
  const end = () => {
    ended = true;
  };
  response.on('end', end).on('error', end).on('close', end);
  const close = () => void response.destroy();
  finished(close);
  return {
    status: response.statusCode ?? 0,
    events,
    raw: () => text,
    hasEnded: () => ended,
    close,
    showing: (fits) =>
      eventually(() => {
        const post = events.findLast(({ name }) => name === 'post');
        const html = post ? htmlOf(post) : '';
        if (!fits(html)) throw new Error(`not yet, but ${html}`);
        return html;
      }),
    until: (name) =>
      eventually(() => {
        const found = events.findLast((one) => one.name === name);
        if (!found) throw new Error(`no ${name} among ${events.map((one) => one.name)}`);
        return found;
      }),
  };
}
