import { UserError } from '../errors.ts';
import type { Locale } from '../locale.ts';
import type { Log } from '../log.ts';
import { type Ending, type Meter, unmetered } from '../meter.ts';
import type { Reply } from '../reply/blocks.ts';
import { withinLimits } from '../reply/within-limits.ts';
import type { Caller, Command } from './command.ts';
import { refuseTooLong } from './length.ts';
import { refuseSilent } from './posted.ts';
import { renderRefusal, unknownCommand } from './refusals.ts';
import { type CommandInput, type Route, route } from './route.ts';
import { runCommand } from './run.ts';
import { text } from './text.ts';

/** Answers one input; rejects only where the log itself fails. */
export type Dispatch = (input: CommandInput, caller: Caller) => Promise<Reply>;

/** Logs a bug under a reference of its own, and says that reference to the caller. */
export type ReportBug = (error: unknown, locale: Locale, command?: string) => Reply;

export interface Bot {
  /** As they are registered. */
  commands: readonly Command[];
  /** As they complete for a caller; left out where they complete alike for everyone. */
  commandsFor?(caller: Caller): Promise<readonly Command[]>;
  dispatch: Dispatch;
  reportBug: ReportBug;
}

/** `reference` gives each bug a short name that both the caller and the log get. */
export const createReportBug =
  ({ log, reference }: { log: Pick<Log, 'error'>; reference: () => string }): ReportBug =>
  (error, locale, command) => {
    const name = reference();
    // The command's name and nothing of what was typed.
    log.error({ err: error, reference: name, command }, 'command failed');
    return { visibility: 'caller', accent: 'error', blocks: [{ type: 'text', markdown: text(locale).bug(name) }] };
  };

/** The one way from an input to a Reply. */
export function createDispatch(
  commands: readonly Command[],
  { reportBug, meter = unmetered }: { reportBug: ReportBug; meter?: Pick<Meter, 'interaction'> },
): Dispatch {
  return async (input, caller) => {
    const begun = performance.now();
    let name: string | undefined;
    let routed: Route | undefined;
    const ended = (ending: Ending): void => meter.interaction(name ?? 'unknown', ending, performance.now() - begun);
    try {
      refuseTooLong(input);
      if (typeof input === 'object' && 'message' in input) refuseSilent(input.message);
      routed = route(input, commands);
      if (routed.command === undefined) throw unknownCommand(routed.name, routed.guess);
      name = routed.command.name;
      const reply = withinLimits(await runCommand(routed, caller));
      ended('answered');
      return reply;
    } catch (error) {
      if (error instanceof UserError) {
        ended('refused');
        return renderRefusal(error, caller.locale, input, routed);
      }
      ended('failed');
      return reportBug(error, caller.locale, name);
    }
  };
}
