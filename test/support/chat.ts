import { PassThrough } from 'node:stream';
import type { Bot } from '../../src/core/command/dispatch.ts';
import type { Locale } from '../../src/core/locale.ts';
import { chat } from '../../src/platforms/terminal/adapter.ts';
import { botOf, COURSE, student } from './world.ts';

const course = await botOf([COURSE]);

interface How {
  /** Both ends are a terminal of so many columns. */
  tty?: boolean;
  columns?: number;
  colour?: boolean;
  locale?: Locale;
  /** On other content than the course. */
  bot?: Bot;
  /** As whoever runs the bot at a terminal does. */
  manages?: boolean;
}

/** A chat on the course through streams of our own. */
export function openChat({
  tty = false,
  columns,
  colour = false,
  locale = 'ko',
  bot = course.bot,
  manages = false,
}: How = {}) {
  const input = Object.assign(new PassThrough(), { isTTY: tty });
  const output = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY: tty, columns: columns ?? 80 });
  let text = '';
  output.on('data', (chunk: string) => {
    text += chunk;
  });
  const ended = chat(bot, {
    input,
    output,
    colour,
    caller: { ...student, locale, manages },
    example: '파드',
    connected: () => {},
  });
  return {
    output,
    ended,
    type: (keys: string): void => void input.write(keys),
    /** Everything shown, from the start. */
    shown: (): string => text,
    /** Waits until what is shown after `from` has `part`; the test's own time limit ends a wait in vain. */
    async until(part: string, from = 0): Promise<void> {
      while (!text.slice(from).includes(part)) await new Promise((resolve) => setImmediate(resolve));
    },
    /** The input's end; resolves to everything shown. */
    async end(): Promise<string> {
      input.end();
      await ended;
      return text;
    },
  };
}

/** What a chat of these lines shows where the input is a pipe. */
export async function piped(lines: string, how: How = {}): Promise<string> {
  const opened = openChat(how);
  opened.type(lines);
  return opened.end();
}
