import { delimiter, resolve } from 'node:path';
import { StartError } from '../core/errors.ts';
import { type Locale, localeOf } from '../core/locale.ts';
import type { DiscordConfig } from '../platforms/discord/config.ts';
import type { SlackConfig } from '../platforms/slack/config.ts';
import type { WebConfig } from '../platforms/web/config.ts';
import type { DatabaseAddress } from '../store/address.ts';
import { type Environment, environment } from './environment.ts';

export interface Config {
  /** Undefined where no token is set. */
  discord: DiscordConfig | undefined;
  /** Undefined where no token is set. */
  slack: SlackConfig | undefined;
  /** Stands before every command's name in Slack: see SlackConfig. */
  slackPrefix: string;
  /** Where the program answers requests; undefined where nothing needs it. */
  web: { host: string; port: number; metricsToken: string | undefined } | undefined;
  /** The class's page; undefined where it is turned off. */
  page: WebConfig | undefined;
  /** Where the page is at a rehearsal at the terminal. `orNext`: no port was asked for. */
  rehearsal: { host: string; port: number; orNext: boolean };
  /** npm started the process: signals come to npm first. */
  byNpm: boolean;
  /** Folders of Markdown; the built-in course where CONTENT_DIR is not set. */
  content: readonly string[];
  /** Where the store is; a file by its whole path. */
  database: DatabaseAddress;
  logLevel: NonNullable<Environment['LOG_LEVEL']>;
  /** Of the person at the terminal. */
  locale: Locale;
  colour: boolean;
}

/** The configuration cannot be used: its message has a line for each problem. */
export class ConfigError extends StartError {
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
  }
}

const DEFAULT_PORT = 3000;

/**
 * Undefined where Discord is not configured.
 * @throws ConfigError where private answers are to be public on Discord itself, which has messages for one person alone.
 */
function discordConfig(env: Environment): DiscordConfig | undefined {
  const { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl } = env;
  if (token === undefined) return undefined;
  const publicAnswers = env.DISCORD_PUBLIC_ANSWERS === 'yes';
  if (publicAnswers && apiUrl === undefined)
    throw new ConfigError(['DISCORD_PUBLIC_ANSWERS: is only for a server of another kind, named by DISCORD_API_URL']);
  return {
    token,
    guildId: env.DISCORD_GUILD_ID,
    // discord.js adds the version itself.
    apiUrl: apiUrl?.replace(/\/+$/, '').replace(/\/v\d+$/, ''),
    publicAnswers,
    oneOfSeveral: env.SHARDING_MANAGER !== undefined,
  };
}

/**
 * Undefined where Slack is not configured.
 * @throws ConfigError where a part of its configuration is missing.
 */
function slackConfig(env: Environment): SlackConfig | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = env;
  if (botToken === undefined) {
    const set = [appToken && 'SLACK_APP_TOKEN', signingSecret && 'SLACK_SIGNING_SECRET'].filter(Boolean);
    if (set.length === 0) return undefined;
    throw new ConfigError([`SLACK_BOT_TOKEN: is needed beside ${set.join(' and ')}`]);
  }
  const rest = { botToken, apiUrl: env.SLACK_API_URL, prefix: env.SLACK_COMMAND_PREFIX ?? '' };
  if (appToken !== undefined) return { ...rest, way: { kind: 'socket', appToken } };
  if (signingSecret !== undefined) return { ...rest, way: { kind: 'http', signingSecret } };
  throw new ConfigError([
    'SLACK_BOT_TOKEN: SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) is needed beside it',
  ]);
}

/**
 * Environment -> Config. CONTENT_DIR holds one or more folders, separated as in PATH or by commas.
 * @throws ConfigError that names every problem at once.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, builtIn: string): Config {
  const checked = environment.safeParse(env);
  if (!checked.success)
    throw new ConfigError(checked.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  const { data } = checked;
  const slack = slackConfig(data);
  const absolute = (path: string): string => resolve(path.replace(/^~(?=\/|$)/, data.HOME ?? '~'));
  const folders = data.CONTENT_DIR?.split(/[,\n]/)
    .flatMap((part) => part.split(delimiter))
    .map((part) => part.trim())
    .filter(Boolean)
    .map(absolute);
  const { DATABASE_URL: database } = data;
  const page = data.WEB === 'off' ? undefined : { publicUrl: data.PUBLIC_URL, trustedProxies: data.TRUSTED_PROXY };
  // The processes of several shards would all listen on the one port.
  const listens =
    data.SHARDING_MANAGER === undefined &&
    (data.PORT !== undefined || slack?.way.kind === 'http' || page?.publicUrl !== undefined);
  const [host, port] = [data.HOST ?? '127.0.0.1', data.PORT ?? DEFAULT_PORT];
  return {
    discord: discordConfig(data),
    slack,
    slackPrefix: data.SLACK_COMMAND_PREFIX ?? '',
    web: listens ? { host, port, metricsToken: data.METRICS_TOKEN } : undefined,
    page,
    rehearsal: { host, port, orNext: data.PORT === undefined },
    byNpm: data.npm_lifecycle_event !== undefined,
    content: folders?.length ? folders : [builtIn],
    database: database.engine === 'sqlite' ? { ...database, file: absolute(database.file) } : database,
    logLevel: data.LOG_LEVEL ?? 'warn',
    locale: data.DOSIRAK_LOCALE ?? localeOf(data.LC_ALL ?? data.LC_MESSAGES ?? data.LANG),
    colour: data.NO_COLOR === undefined && data.TERM !== 'dumb',
  };
}
