import { delimiter, resolve } from 'node:path';
import { z } from 'zod';
import { StartError } from './core/errors.ts';
import { type Locale, localeOf } from './core/locale.ts';
import type { DiscordConfig } from './platforms/discord/config.ts';

/** An unset variable and an empty one (as `.env` files have them) are the same. */
const optional = z
  .string()
  .transform((text) => text.trim() || undefined)
  .optional();

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** Every variable that is read, as `.env.example` names them. */
const schema = z.object({
  CONTENT_DIR: optional,
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
  DISCORD_API_URL: optional.pipe(
    z.url({ protocol: /^https?$/, error: 'must be a http:// or https:// address' }).optional(),
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
  /** npm stands between us and whoever ends us. */
  byNpm: boolean;
  /** Folders of Markdown; the built-in course where CONTENT_DIR is not set. */
  content: readonly string[];
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

/**
 * Environment -> Config. CONTENT_DIR holds one or more folders, separated as in PATH or by commas.
 * @throws ConfigError that names every problem at once.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, builtIn: string): Config {
  const checked = schema.safeParse(env);
  if (!checked.success)
    throw new ConfigError(checked.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  const { DISCORD_TOKEN, DISCORD_GUILD_ID, DISCORD_API_URL, SHARDING_MANAGER } = checked.data;
  const { CONTENT_DIR, LOG_LEVEL, DOSIRAK_LOCALE, NO_COLOR, TERM, HOME, LC_ALL, LC_MESSAGES, LANG } = checked.data;
  const folders = CONTENT_DIR?.split(/[,\n]/)
    .flatMap((part) => part.split(delimiter))
    .map((part) => part.trim())
    .filter(Boolean)
    .map((folder) => resolve(folder.replace(/^~(?=\/|$)/, HOME ?? '~')));
  return {
    discord:
      DISCORD_TOKEN === undefined
        ? undefined
        : {
            token: DISCORD_TOKEN,
            guildId: DISCORD_GUILD_ID,
            // discord.js adds the version itself.
            apiUrl: DISCORD_API_URL?.replace(/\/+$/, '').replace(/\/v\d+$/, ''),
            oneOfSeveral: SHARDING_MANAGER !== undefined,
          },
    byNpm: checked.data.npm_lifecycle_event !== undefined,
    content: folders?.length ? folders : [builtIn],
    logLevel: LOG_LEVEL ?? 'warn',
    locale: DOSIRAK_LOCALE ?? localeOf(LC_ALL ?? LC_MESSAGES ?? LANG),
    colour: NO_COLOR === undefined && TERM !== 'dumb',
  };
}
