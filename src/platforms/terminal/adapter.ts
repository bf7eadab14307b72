import { createInterface } from 'node:readline';
import type { Writable } from 'node:stream';
import type { Caller } from '../../core/command/command.ts';
import type { Bot } from '../../core/command/dispatch.ts';
import type { Messenger } from '../../core/platform.ts';
import type { Reply } from '../../core/reply/blocks.ts';
import { createCompleter } from './complete.ts';
import { COLUMNS } from './limits.ts';
import { paint } from './markdown.ts';
import { createMessenger } from './messenger.ts';
import { BRACKETED, createPastes, type Keys, withPastes } from './paste.ts';
import { beforeOf, readSpeaker, studentOf } from './players.ts';
import { asks, interpretLine } from './press.ts';
import { render } from './render.ts';
import { text } from './text.ts';

export interface Terminal {
  input: Keys;
  output: Writable & { isTTY?: boolean; columns?: number };
  colour: boolean;
  /** The person at the terminal, who is the instructor; students are named in front of their lines: see readSpeaker(). */
  caller: Caller;
  /** A concept to ask about, as the caller calls it. */
  example: string;
  /** What to say below the welcome, a line each. */
  notes?: readonly string[];
  /** Given where the class's channel is shown, once it can be. */
  connected(messenger: Messenger): void;
}

const BACK = '0';
const LEAVE = /^\/?(?:exit|quit|종료|나가기|끝)$/i;
/** How many replies one can go back. */
const KEPT = 50;

/**
 * A chat in the terminal: a prompt with history and completion where both ends are a terminal, otherwise an answer a
 * line. Resolves at the end of the input (Ctrl-D).
 */
export async function chat(
  bot: Bot,
  { input, output, colour, caller, example, notes = [], connected }: Terminal,
): Promise<void> {
  const interactive = Boolean(input.isTTY && output.isTTY);
  const words = text(caller.locale);
  const canvas = () => {
    const columns = Math.min((output.isTTY ? output.columns : undefined) ?? COLUMNS.usual, COLUMNS.widest);
    const boxed = Boolean(output.isTTY) && columns >= COLUMNS.boxed;
    return { columns: Math.max(columns, COLUMNS.narrowest), colour: colour && Boolean(output.isTTY), boxed };
  };
  const say = (text: string): void => void output.write(`${text}\n`);
  const pastes = createPastes(words.pasted);
  const complete = createCompleter(bot.commands, caller);
  const lines = createInterface({
    input: interactive ? withPastes(input, pastes.name) : input,
    ...(interactive
      ? {
          output,
          completer: (line: string, offer: (error: null, found: [string[], string]) => void) =>
            void complete(line).then((found) => offer(null, found)),
          prompt: paint('green', words.prompt, canvas()),
        }
      : {}),
    terminal: interactive,
    historySize: 200,
    removeHistoryDuplicates: true,
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let open = true;
  // Ctrl-C takes back a line that was begun, and ends the chat where none was.
  lines.on('SIGINT', () => {
    if (lines.line === '') lines.close();
    else {
      lines.write(null, { ctrl: true, name: 'e' });
      lines.write(null, { ctrl: true, name: 'u' });
    }
  });
  lines.on('close', () => {
    open = false;
    if (!interactive) return;
    // What comes after the chat has the terminal as it was.
    input.unpipe();
    input.pause();
    output.write(BRACKETED.off);
  });
  if (interactive) {
    output.write(BRACKETED.on);
    say(words.welcome(example));
    say(paint('dim', words.keys, canvas()));
    for (const note of notes) say(note);
    lines.prompt();
  }
  // Answers shown so far, the newest last: in a chat window one scrolls up to their buttons, here `0` goes back. Each
  // person has their own; what is posted in the channel is everyone's.
  const shownTo = new Map<string, Reply[]>([[caller.id, []]]);
  let posted: Reply | undefined;
  const shownOf = ({ id }: Caller): Reply[] => {
    const own = shownTo.get(id) ?? [];
    shownTo.set(id, own);
    return own;
  };
  const remember = (shown: Reply[], reply: Reply): void => {
    shown.push(reply);
    if (shown.length > KEPT) shown.shift();
  };
  /** Where an answer is typed, `0` may be one. */
  const canGoBack = (shown: readonly Reply[]): boolean =>
    shown.length > 1 && !shown.at(-1)?.blocks.some(({ type }) => type === 'input');
  /** `student`: who is shown it alone, where that is not the person at the terminal. */
  const show = (reply: Reply, shown: readonly Reply[], student?: { name: string; before: string }): void => {
    const { name, before } = student ?? { name: '', before: '' };
    if (student) say(paint('dim', words.student(name), canvas()));
    say(render(reply, canvas(), caller.locale, 'numbers', before));
    if (!interactive) say('');
    else if (canGoBack(shown)) say(paint('dim', words.back(before), canvas()));
  };
  /** What is said unasked to one person; its buttons are pressed as those of an answer. */
  const tell = (reply: Reply, name: string): void => {
    const student = name === '' ? undefined : { name, before: beforeOf(name) };
    const shown = shownOf(student ? studentOf(name, caller) : caller);
    if (asks(reply)) remember(shown, reply);
    show(reply, asks(reply) ? shown : [], student);
  };
  /** A post comes between: the line that is being typed stays. */
  const between = (tell: () => void): void => {
    if (interactive && open) output.write('\r\u001b[K');
    tell();
    if (interactive && open) lines.prompt(true);
  };
  connected(
    createMessenger({
      show: (reply) =>
        between(() => {
          posted = reply;
          say(paint('dim', words.channel, canvas()));
          say(render(reply, canvas(), caller.locale, 'letters'));
          if (!interactive) say('');
        }),
      tell: (reply, name) => between(() => tell(reply, name)),
      whisper: (text) => between(() => say(paint('dim', text, canvas()))),
    }),
  );
  for await (const typed of lines) {
    if (LEAVE.test(typed.trim())) break;
    const { text: line, ...said } = readSpeaker(typed, caller);
    const shown = shownOf(said.caller);
    const { name = '' } = said.caller;
    const student = said.before === undefined ? undefined : { name, before: said.before };
    const seen = { own: shown.at(-1), posted };
    const meant = interpretLine(pastes.expand(line), seen, { locale: caller.locale, commands: bot.commands });
    if (line.trim() === BACK && canGoBack(shown)) {
      shown.pop();
      const before = shown.at(-1);
      if (before) show(before, shown, student);
    } else if (meant && 'hint' in meant) say(meant.hint);
    else if (meant) {
      const reply = await bot.dispatch(meant.line, said.caller);
      remember(shown, reply);
      show(reply, shown, student);
    }
    // The terminal may have been closed while an answer was made.
    if (interactive && open) lines.prompt();
  }
  if (interactive) say(`\n${words.goodbye}`);
}
