import type { Command } from '../core/command/command.ts';
import { type Bot, createDispatch, createReportBug } from '../core/command/dispatch.ts';
import type { Log } from '../core/log.ts';
import type { Meter } from '../core/meter.ts';
import type { Context } from '../course/context.ts';
import { loadCommands } from './commands.ts';

interface BotOptions {
  /** The folder with one file a command. */
  folder: string;
  log: Pick<Log, 'error'>;
  /** A short name for a bug, which both the log and the caller get. */
  newReference: () => string;
  meter: Pick<Meter, 'interaction'>;
}

/** The bot: every command in the folder, over what they work with. */
export async function createBot(
  parts: Omit<Context, 'commands'>,
  { folder, log, newReference, meter }: BotOptions,
): Promise<{ bot: Bot; context: Context }> {
  let commands: readonly Command[] = [];
  const context: Context = { ...parts, commands: () => commands };
  commands = await loadCommands(folder, context);
  const reportBug = createReportBug({ log, reference: newReference });
  const dispatch = createDispatch(commands, { reportBug, meter });
  return { context, bot: { commands, dispatch, reportBug } };
}
