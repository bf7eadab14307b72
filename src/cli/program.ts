import { existsSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import type { Logger } from 'pino';
import { type Config, ConfigError } from '../app/config.ts';
import type { Caller } from '../core/command/command.ts';
import type { DiscordConfig } from '../platforms/discord/config.ts';

/** The process as a mode sees it; src/main.ts makes it. */
export interface Program {
  config: Config;
  log: Logger;
  /** The project's folder, with a slash at no end. */
  root: string;
  /** Where what is made anew at any time may be kept between starts; undefined where there is no such folder. */
  cacheFolder: string | undefined;
  /** What was typed after the mode. */
  args: readonly string[];
  /** The same as paths, seen from the folder in which they were typed. */
  paths: readonly string[];
  /** The folder in which it was typed. */
  here: string;
  input: Readable & { isTTY?: boolean };
  output: Writable & { isTTY?: boolean; columns?: number };
  /** Standard error is read by a person. */
  isWatched: boolean;
  print(line: string): void;
  /** A line on standard error. */
  warn(line: string): void;
  /** Has the process end with an exit code of 1, once it is done. */
  fail(): void;
  /** Epoch milliseconds. */
  now: () => number;
  instant: () => Temporal.Instant;
  random: () => number;
  /** Resolves when the process is asked to end: by a signal, or since its parent is gone. */
  ended(): Promise<void>;
  /** Hears errors that nothing else has caught. */
  onUnhandled(hear: (error: unknown) => void): void;
  /** Node's own flags, for further processes. */
  flags: readonly string[];
}

/** What one word after the launcher does. @throws StartError with what to mend. */
export type Mode = (program: Program) => Promise<void> | void;

/** @throws ConfigError where one of the folders is not there; `source`: the setting that names them. */
export function needFolders(folders: readonly string[], source = ''): readonly string[] {
  const missing = folders.filter((folder) => !existsSync(folder));
  if (missing.length > 0) throw new ConfigError(missing.map((folder) => `${source}there is no folder ${folder}`));
  return folders;
}

/** The folders that were typed, or else those of the configuration. */
export const foldersOf = ({ config, paths }: Pick<Program, 'config' | 'paths'>): readonly string[] =>
  paths.length > 0 ? needFolders(paths) : needFolders(config.content, 'CONTENT_DIR: ');

/** Who sits at the terminal: somebody who steers its class. */
export const callerAt = ({ config }: Pick<Program, 'config'>): Caller => ({
  id: 'terminal',
  space: 'terminal',
  channel: 'terminal:class',
  locale: config.locale,
  manages: true,
  known: ['terminal'],
});

/** @throws ConfigError where Discord is not configured. */
export function discordOf({ discord }: Config): DiscordConfig {
  if (discord) return discord;
  throw new ConfigError(['DISCORD_TOKEN: is needed for this; see README.md']);
}
