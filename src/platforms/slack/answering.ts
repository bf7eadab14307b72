import type { Claims } from '../../core/claims.ts';
import type { Caller } from '../../core/command/command.ts';
import type { Bot } from '../../core/command/dispatch.ts';
import type { CommandInput } from '../../core/command/route.ts';
import { shareOnce } from '../../core/command/share-once.ts';
import type { Log } from '../../core/log.ts';
import type { Reply } from '../../core/reply/blocks.ts';
import { notice } from '../../core/reply/builders.ts';
import { formIn, withoutForm } from '../../core/reply/form.ts';
import type { Timers } from '../../core/timers.ts';
import type { Deliver } from './deliver.ts';
import type { Place } from './destination.ts';
import type { View } from './elements.ts';
import type { FindFile } from './files.ts';
import { callerOf, isDirect, type Trigger, type Who } from './incoming.ts';
import { TIMES } from './limits.ts';
import type { createFormOpener } from './open-form.ts';
import type { Renderer } from './render.ts';
import { type SlackText, text } from './text.ts';
import type { People } from './user-cache.ts';

export interface Parts {
  bot: Bot;
  deliver: Deliver;
  renderer: Renderer;
  people: People;
  findFile: FindFile;
  /** The bot's own user. */
  botUser: string;
  prefix: string;
  claims: Claims;
  /** Epoch milliseconds. */
  now: () => number;
  timers: Timers;
  openForm: ReturnType<typeof createFormOpener>;
  /** Work that is to be finished before the process ends. */
  track(work: Promise<unknown>): void;
  log: Log;
}

/** What everything that people do in Slack comes to: a line that is answered, in their language, where they are. */
export function createAnswering({ bot, deliver, people, prefix, claims, openForm }: Parts) {
  async function meet(who: Who, surface: View['surface']): Promise<{ view: View; caller: Caller }> {
    // What opens a view has 3 s; a message is better answered late than in another language.
    const person = await people(who, surface === 'view' ? TIMES.patience : TIMES.known);
    const { locale, name } = person;
    const others = surface === 'message' && who.channel !== undefined && !isDirect(who.channel);
    return { view: { locale, name, surface, others, prefix }, caller: callerOf(who, person) };
  }

  const surfaceOf = (place: Place): View['surface'] =>
    place.kind === 'open' || place.kind === 'update' ? 'view' : 'message';

  /** Opens the form that a reply is, by the trigger of what was done; what is left to show, where it does not open. */
  async function opened(reply: Reply, view: View, place: Place, message?: string, trigger?: Trigger) {
    const form = trigger && formIn(reply);
    if (!form) return reply;
    const outcome = await openForm(form, { trigger, place, message }, view);
    if (outcome === 'open') return undefined;
    return outcome === 'refused' ? withoutForm(reply, view.locale) : reply;
  }

  /** Runs an input and shows what it answers; `message`: on which it was pressed; `trigger`: by which a form may open. */
  async function answer(
    input: CommandInput,
    who: Who,
    place: Place,
    message?: string,
    trigger?: Trigger,
  ): Promise<void> {
    const { view, caller } = await meet(who, surfaceOf(place));
    const { locale } = view;
    const reply = await opened(await bot.dispatch(input, caller), view, place, message, trigger);
    if (!reply) return;
    // A button can say no more than a line again.
    const line = typeof input === 'string' ? input : '';
    const show = (shown: Reply): Promise<boolean> => deliver(shown, view, place, line);
    const reportBug = (error: unknown): Reply => bot.reportBug(error, locale);
    const showing = { platform: 'slack', message, visibility: reply.visibility, locale, reportBug };
    await shareOnce({ ...showing, show: () => show(reply), tell: show }, claims);
  }

  const tell = async (say: (words: SlackText) => string, who: Who, place: Place): Promise<void> => {
    const { view } = await meet(who, surfaceOf(place));
    await deliver(notice(say(text(view.locale))), view, place, '');
  };

  return { meet, answer, tell };
}

export type Answering = ReturnType<typeof createAnswering>;
