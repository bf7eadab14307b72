import { type Clock, createClock } from '../app/clock.ts';
import { openLabs } from '../app/labs.ts';
import { tidyUp } from '../app/memory.ts';
import { reloadOnChange } from '../app/reload.ts';
import { renderReload, type ToTell } from '../classes/files/problems.ts';
import type { Bot } from '../core/command/dispatch.ts';
import { nearestOf } from '../core/locale.ts';
import type { Log } from '../core/log.ts';
import { unmetered } from '../core/meter.ts';
import { type Messenger, messengerFor } from '../core/platform.ts';
import { finish } from '../core/steps.ts';
import { systemTimers } from '../core/timers.ts';
import type { Context } from '../course/context.ts';
import { samplesOf } from '../course/samples.ts';
import { chat, type Terminal } from '../platforms/terminal/adapter.ts';
import { IN_MEMORY } from '../store/address.ts';
import { openBot, openServices } from './open.ts';
import { type Mode, terminalCaller } from './program.ts';
import type { RehearsalPage } from './rehearsal-page.ts';

/**
 * A chat at the terminal, where an instructor can also rehearse a class: what the bot posts unasked is shown there, too.
 * `messengers` gets the terminal's own.
 */
export async function rehearse(
  bot: Bot,
  context: Context,
  {
    terminal,
    messengers,
    log,
    begun = () => {},
  }: {
    terminal: Omit<Terminal, 'connected'>;
    messengers: Messenger[];
    log: Log;
    /** Given the clock once it goes. */
    begun?: (clock: Clock) => void;
  },
): Promise<void> {
  const stops: (() => Promise<void>)[] = [];
  const connected = (messenger: Messenger): void => {
    messengers.push(messenger);
    const now = (): number => context.now().epochMilliseconds;
    const clock = createClock({ ...context, messengers, now }, unmetered, log);
    clock.start();
    begun(clock);
    // While the first question is being typed.
    if (terminal.input.isTTY) setImmediate(() => finish(context.course().prepare()));
    stops.push(() => clock.stop(0));
  };
  await chat(bot, { ...terminal, connected });
  for (const stop of stops) await stop();
}

/** Milliseconds until the page is served where no person types. */
const PIPED = 500;

/** Milliseconds after a start, or the last key, until what was left behind is given back. */
const RESTS = 5000;

/** Where the person at the terminal is told what others are told privately. */
const SELF = 'terminal:@';

/** Chats at the terminal. What its author saves of the course is taught at once, and they are told so. */
export const run: Mode = async (program) => {
  const { config, log, input, output, now } = program;
  const messengers: Messenger[] = [];
  const since = now();
  const services = await openServices(IN_MEMORY, program);
  let served: RehearsalPage | undefined;
  let labs: ReturnType<typeof openLabs>;
  let clock: Clock | undefined;
  const { bot, context, loaded } = await openBot(program, {
    ...{ messengers, services },
    page: () => served?.page,
    labs: () => labs,
    hurry: () => clock?.hurry(),
  });
  const servePage = async (): Promise<readonly string[]> => {
    if (!config.page) return [];
    // Loaded only here: a chat without a page answers before an HTTP server is read.
    const { serveRehearsalPage } = await import('./rehearsal-page.ts');
    served = await serveRehearsalPage(program, config.page, { bot, context, services });
    messengers.push(served.messenger);
    return served.notes;
  };
  let serving: Promise<readonly string[]> | undefined;
  const serveOnce = (): Promise<readonly string[]> => {
    serving ??= servePage();
    return serving;
  };
  const url = async (): Promise<string | undefined> => {
    await serveOnce();
    return served?.page.url;
  };
  labs = openLabs({ services, courses: context.courses, meter: unmetered, url, now, log });
  const replaced = (news: ToTell): void => {
    const posting = {
      reply: renderReload(news, config.locale),
      locale: config.locale,
      idempotencyKey: context.newId(),
    };
    void messengerFor(SELF, messengers)?.post(SELF, posting, Number.POSITIVE_INFINITY);
  };
  const content = reloadOnChange(loaded, { replaced, since, log, meter: unmetered, timers: systemTimers });
  const typist = terminalCaller(program);
  const caller = { ...typist, locale: nearestOf(context.course().content.settings.languages, typist.locale) };
  const example = samplesOf(context.course()).concept[caller.locale];
  const tell = (said: readonly string[] | Error): void => {
    for (const one of said instanceof Error ? [said.message] : said) program.warn(one);
  };
  // Lines that come by a pipe are answered first: of a few, all is over before a page is there. A port that was asked for
  // is wanted at once.
  const isAsked = config.page !== undefined && !config.rehearsal.orNext;
  const later = input.isTTY || isAsked ? undefined : setTimeout(() => void serveOnce().then(tell, tell), PIPED);
  const notes = input.isTTY || isAsked ? await serveOnce() : [];
  if (!input.isTTY) tell(notes);
  const terminal = { input, output, colour: config.colour, caller, example, notes };
  const tidied = setTimeout(() => void tidyUp(), RESTS).unref();
  const restLater = (): void => void tidied.refresh();
  const begun = (started: Clock): void => {
    clock = started;
    // The first question in words has the index made, which leaves more behind than the start.
    input.on('data', restLater);
  };
  await rehearse(bot, context, { terminal, messengers, log, begun });
  clearTimeout(later);
  input.off('data', restLater);
  clearTimeout(tidied);
  await served?.stop();
  await labs?.stop();
  await content.close();
};
