import type { Readable, Writable } from 'node:stream';
import type { Logger } from 'pino';
import { type Config, ConfigError } from '../app/config.ts';
import type { Caller } from '../core/command/command.ts';
import type { DiscordConfig } from '../platforms/discord/config.ts';

/** The process as a mode sees it; src/main.ts makes it. */
export interface Program {
  config: Config;
  log: Logger;
  /** The project's folder. */
  root: string;
  /** Where what can be made anew may be kept between starts; undefined where there is no such folder. */
  cacheFolder: string | undefined;
  /** The words that were typed after the mode. */
  args: readonly string[];
  /** The same as paths, seen from the folder in which they were typed. */
  paths: readonly string[];
  /** The folder in which they were typed. */
  here: string;
  input: Readable & { isTTY?: boolean };
  output: Writable & { isTTY?: boolean; columns?: number };
  /** A person reads standard error. */
  isWatched: boolean;
  /** Writes a line to standard output. */
  print(line: string): void;
  /** Writes a line to standard error. */
  warn(line: string): void;
  /** Has the process end with this exit code, 1 where none is given, or a higher one, once the mode is done. */
  fail(code?: number): void;
  /** Epoch milliseconds. */
  now: () => number;
  instant: () => Temporal.Instant;
  random: () => number;
  /** Resolves when the process is asked to end: by a signal, or because its parent is gone. */
  ended(): Promise<void>;
  /** Calls `listener` with errors that nothing else has caught. */
  onUnhandled(listener: (error: unknown) => void): void;
  /** Does work that no start waits for, such as writing caches: in two seconds, or before the process ends by itself. */
  later(work: () => void): void;
  /** Node's own flags, for further processes. */
  flags: readonly string[];
}

/** What one word after the launcher does. @throws StartError with what to mend. */
export type Mode = (program: Program) => Promise<void> | void;

/** The person at the terminal: an instructor of the terminal's class. */
export const terminalCaller = ({ config }: Pick<Program, 'config'>): Caller => ({
  id: 'terminal',
  space: 'terminal',
  channel: 'terminal:class',
  locale: config.locale,
  manages: true,
  known: ['terminal'],
});

/** @throws ConfigError where Discord is not configured. */
export function requireDiscord({ discord }: Config): DiscordConfig {
  if (discord) return discord;
  throw new ConfigError(['DISCORD_TOKEN: is needed for this; see README.md']);
}
