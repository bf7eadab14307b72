import { isIP } from 'node:net';
import { z } from 'zod';
import { type DatabaseAddress, parseAddress } from '../store/address.ts';
import { isNear } from './http/peers.ts';

/** An unset variable and an empty one (as `.env` files have them) are the same. */
const optional = z
  .string()
  .transform((text) => text.trim() || undefined)
  .optional();

const address = optional.pipe(
  z.url({ protocol: /^https?$/, error: 'must be a http:// or https:// address' }).optional(),
);

/** A token of Slack's. Its kinds are easily taken for each other: the mistake says which kind is needed. */
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

const PUBLISHED =
  'must be an address without a path: https://, or http:// for this machine and private addresses alone';

/** Names and codes of students go over it: in plain text only where no stranger can listen. */
function isPublishable(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname, search, hash, username } = new URL(text);
  if (pathname !== '/' || search !== '' || hash !== '' || username !== '') return false;
  return protocol === 'https:' || hostname === 'localhost' || isNear(hostname.replace(/^\[(.*)\]$/, '$1'));
}

/** `10.0.0.2`, `10.244.0.0/16`. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return most > 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
}

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

const DATABASE = 'data/dosirak.db';

/** Every variable that is read, as `.env.example` names them. */
export const environment = z.object({
  CONTENT_DIR: optional,
  DATABASE_URL: optional.transform((text, { addIssue }): DatabaseAddress => {
    const address = parseAddress(text ?? DATABASE);
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
  WEB: optional.pipe(z.enum(['on', 'off'], { error: 'must be on or off' }).optional()),
  PUBLIC_URL: optional.pipe(
    z
      .url({ protocol: /^https?$/, error: 'must be a https:// address' })
      .refine(isPublishable, { error: PUBLISHED })
      .transform((url) => url.replace(/\/+$/, ''))
      .optional(),
  ),
  TRUSTED_PROXY: optional
    .transform((text) => text?.split(/[\s,]+/).filter(Boolean) ?? [])
    .refine((all) => all.every(isNetwork), {
      error: 'must be addresses of proxies or their networks, such as 10.0.0.2 or 10.244.0.0/16, with commas between',
    }),
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

export const VARIABLES = Object.keys(environment.shape);

export type Environment = z.infer<typeof environment>;
