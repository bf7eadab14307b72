import { delimiter, resolve } from 'node:path';
import { z } from 'zod';
import { StartError } from '../core/errors.ts';
import { type Locale, localeOf } from '../core/locale.ts';
import type { DiscordConfig } from '../platforms/discord/config.ts';
import type { SlackConfig } from '../platforms/slack/config.ts';
import { type Address, addressOf } from '../store/address.ts';

/** An unset variable and an empty one (as `.env` files have them) are the same. */
const optional = z
  .string()
  .transform((text) => text.trim() || undefined)
  .optional();

const address = optional.pipe(
  z.url({ protocol: /^https?$/, error: 'must be a http:// or https:// address' }).optional(),
);

/** One kind of Slack's tokens; they are easily taken for each other. */
const token = (begins: string, what: string) =>
  optional.pipe(
    z
      .string()
      .regex(/^[!-~]+$/, { error: 'has letters that no token has' })
      .transform((text) => text.replace(/^(["'])(.*)\1$/, '$2'))
      .refine((text) => !/^xox|^xapp-/.test(text) || text.startsWith(begins), {
        error: `is another kind of token; this must be ${what}, which begins with ${begins}`,
      })
      .optional(),
  );

const PORTS = 'must be a port, a number from 0 to 65535';

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

const DATABASE = 'data/dosirak.db';

/** Every variable that is read, as `.env.example` names them. */
const schema = z.object({
  CONTENT_DIR: optional,
  DATABASE_URL: optional.transform((text, { addIssue }): Address => {
    const address = addressOf(text ?? DATABASE);
    if (typeof address !== 'string') return address;
    addIssue(address);
    return z.NEVER;
  }),
  // discord.js adds `Bot ` itself.
  DISCORD_TOKEN: optional
    .transform((token) => token?.replace(/^Bot\s+/i, ''))
    .pipe(
      z
        .string()
        .regex(/^[!-~]+$/, { error: 'is no token; copy it again from the Bot page of the Developer Portal' })
        .optional(),
    ),
  DISCORD_GUILD_ID: optional.pipe(
    z
      .string()
      .regex(/^\d{17,20}$/, { error: 'must be the id of a server: a number of 17 to 20 digits' })
      .optional(),
  ),
  DISCORD_API_URL: address,
  DISCORD_PUBLIC_ANSWERS: optional.pipe(z.enum(['yes', 'no'], { error: 'must be yes or no' }).optional()),
  SLACK_BOT_TOKEN: token('xoxb-', 'the Bot User OAuth Token'),
  SLACK_APP_TOKEN: token('xapp-', 'an app-level token'),
  SLACK_SIGNING_SECRET: optional,
  SLACK_API_URL: address,
  SLACK_COMMAND_PREFIX: optional.pipe(
    z
      .string()
      .regex(/^[a-z0-9-]{1,16}$/, { error: 'must be 1 to 16 lower-case letters, digits and hyphens' })
      .optional(),
  ),
  PORT: optional.pipe(
    z
      .string()
      .regex(/^\d{1,5}$/, { error: PORTS })
      .transform(Number)
      .refine((port) => port < 65_536, { error: PORTS })
      .optional(),
  ),
  HOST: optional,
  // As a header can carry it.
  METRICS_TOKEN: optional.pipe(
    z
      .string()
      .regex(/^[!-~]+$/, { error: 'has letters that no header can carry; use letters and digits' })
      .optional(),
  ),
  SHARDING_MANAGER: optional,
  npm_lifecycle_event: optional,
  LOG_LEVEL: optional.pipe(z.enum(LEVELS, { error: `must be one of ${LEVELS.join(', ')}` }).optional()),
  DOSIRAK_LOCALE: optional.pipe(z.enum(['ko', 'en'], { error: 'must be ko or en' }).optional()),
  NO_COLOR: optional,
  TERM: optional,
  HOME: optional,
  LC_ALL: optional,
  LC_MESSAGES: optional,
  LANG: optional,
});

export const VARIABLES = Object.keys(schema.shape);

export interface Config {
  /** Undefined where no token is set. */
  discord: DiscordConfig | undefined;
  /** Undefined where no token is set. */
  slack: SlackConfig | undefined;
  /** Stands before every command's name in Slack: see SlackConfig. */
  slackPrefix: string;
  /** Where the program answers requests; undefined where nothing needs it. */
  web: { host: string; port: number; metricsToken: string | undefined } | undefined;
  /** npm stands between us and whoever ends us. */
  byNpm: boolean;
  /** Folders of Markdown; the built-in course where CONTENT_DIR is not set. */
  content: readonly string[];
  /** Where the store is; a file by its whole path. */
  database: Address;
  logLevel: (typeof LEVELS)[number];
  /** Of whoever sits at the terminal. */
  locale: Locale;
  colour: boolean;
}

/** Every problem of the configuration, a line each. */
export class ConfigError extends StartError {
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
  }
}

const USUAL_PORT = 3000;

/** @throws ConfigError where Discord itself, which knows messages for one person alone, is to show them to everyone. */
function discordConfig(env: z.infer<typeof schema>): DiscordConfig | undefined {
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

/** @throws ConfigError where a part of it is missing. */
function slackConfig(env: z.infer<typeof schema>): SlackConfig | undefined {
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
  const checked = schema.safeParse(env);
  if (!checked.success)
    throw new ConfigError(checked.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  const slack = slackConfig(checked.data);
  const { SHARDING_MANAGER, CONTENT_DIR, LOG_LEVEL, DOSIRAK_LOCALE, NO_COLOR, TERM, HOME, LC_ALL, LC_MESSAGES, LANG } =
    checked.data;
  const { DATABASE_URL: database } = checked.data;
  const whole = (path: string): string => resolve(path.replace(/^~(?=\/|$)/, HOME ?? '~'));
  const folders = CONTENT_DIR?.split(/[,\n]/)
    .flatMap((part) => part.split(delimiter))
    .map((part) => part.trim())
    .filter(Boolean)
    .map(whole);
  return {
    discord: discordConfig(checked.data),
    slack,
    slackPrefix: checked.data.SLACK_COMMAND_PREFIX ?? '',
    // Processes of several shards would all want the one port.
    web:
      SHARDING_MANAGER === undefined && (checked.data.PORT !== undefined || slack?.way.kind === 'http')
        ? {
            host: checked.data.HOST ?? '127.0.0.1',
            port: checked.data.PORT ?? USUAL_PORT,
            metricsToken: checked.data.METRICS_TOKEN,
          }
        : undefined,
    byNpm: checked.data.npm_lifecycle_event !== undefined,
    content: folders?.length ? folders : [builtIn],
    database: database.engine === 'sqlite' ? { ...database, file: whole(database.file) } : database,
    logLevel: LOG_LEVEL ?? 'warn',
    locale: DOSIRAK_LOCALE ?? localeOf(LC_ALL ?? LC_MESSAGES ?? LANG),
    colour: NO_COLOR === undefined && TERM !== 'dumb',
  };
}
