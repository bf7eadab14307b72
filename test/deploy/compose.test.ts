import { readFileSync } from 'node:fs';
import { BlockList } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readConfig } from '../../src/app/config.ts';
import { LONGEST_END } from '../../src/app/connect.ts';
import { VARIABLES } from '../../src/app/environment.ts';
import { pagesOf } from '../../src/app/http/pages.ts';
import { createMetrics } from '../../src/app/metrics.ts';
import { imageOf } from '../support/dockerfile.ts';
import { ROOT } from '../support/world.ts';

/** What keeps a container to itself. */
const LOCKED = {
  read_only: z.literal(true),
  cap_drop: z.tuple([z.literal('ALL')]),
  security_opt: z.tuple([z.literal('no-new-privileges:true')]),
  restart: z.literal('unless-stopped'),
};

const FILE = z.strictObject({
  services: z.strictObject({
    bot: z.strictObject({
      ...LOCKED,
      build: z.literal('.'),
      image: z.string(),
      stop_grace_period: z.templateLiteral([z.number(), 's']),
      depends_on: z.strictObject({ postgres: z.strictObject({ condition: z.literal('service_healthy') }) }),
      env_file: z.literal('.env'),
      environment: z.record(z.string(), z.string()),
      ports: z.array(z.string()),
      tmpfs: z.tuple([z.literal('/tmp')]),
      mem_limit: z.string(),
    }),
    postgres: z.strictObject({
      ...LOCKED,
      image: z.string(),
      user: z.literal('postgres'),
      stop_grace_period: z.string(),
      environment: z.record(z.string(), z.string()),
      volumes: z.array(z.string()),
      healthcheck: z.looseObject({ test: z.array(z.string()) }),
      tmpfs: z.array(z.string()),
    }),
    proxy: z.strictObject({
      ...LOCKED,
      image: z.string(),
      profiles: z.tuple([z.literal('page')]),
      depends_on: z.tuple([z.literal('bot')]),
      environment: z.record(z.string(), z.string()),
      ports: z.array(z.string()),
      volumes: z.array(z.string()),
      networks: z.strictObject({ default: z.strictObject({ ipv4_address: z.string() }) }),
      tmpfs: z.array(z.string()),
      cap_add: z.tuple([z.literal('NET_BIND_SERVICE')]),
    }),
  }),
  networks: z.strictObject({
    default: z.strictObject({
      ipam: z.strictObject({ config: z.tuple([z.strictObject({ subnet: z.string(), ip_range: z.string() })]) }),
    }),
  }),
  volumes: z.record(z.string(), z.null()),
});

const text = readFileSync(join(ROOT, 'compose.yaml'), 'utf8');
const { services, networks, volumes } = FILE.parse(parse(text));
const { bot, postgres, proxy } = services;

const PASSWORD = 'a1b2c3';
const filled = (value: string): string => value.replaceAll(/\$\{POSTGRES_PASSWORD:\?[^}]*\}/g, PASSWORD);
const filledAll = (all: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(all).map(([name, value]) => [name, filled(value)]));

test('the bot is given variables that it reads, and a platform’s tokens from .env', () => {
  expect(Object.keys(bot.environment).filter((name) => !VARIABLES.includes(name))).toEqual([]);
  const env = { ...imageOf().env, DISCORD_TOKEN: 'a.b.c', PORT: '', ...filledAll(bot.environment) };
  const { web, discord } = readConfig(env, '/content');
  expect(discord?.token).toBe('a.b.c');
  expect(bot.ports).toEqual([`127.0.0.1:${web?.port}:${web?.port}`]);
  expect(web?.host).toBe('0.0.0.0');
});

test('it has the database beside it, which says itself when it is up', () => {
  const { database } = readConfig(filledAll(bot.environment), '/content');
  const { hostname, port, username, password, pathname } = new URL(database.engine === 'postgres' ? database.url : '');
  expect({ hostname, port }).toEqual({ hostname: 'postgres', port: '5432' });
  expect(filledAll(postgres.environment)).toEqual({
    POSTGRES_USER: username,
    POSTGRES_DB: pathname.slice(1),
    POSTGRES_PASSWORD: password,
  });
  expect(password).toBe(PASSWORD);
  const check = ['CMD', 'pg_isready', '--host=127.0.0.1', `--username=${username}`, `--dbname=${pathname.slice(1)}`];
  expect(postgres.healthcheck.test).toEqual(check);
  expect(Number(/^postgres:(\d+)$/.exec(postgres.image)?.[1])).toBeGreaterThanOrEqual(15);
});

test('what is kept is in a volume, where this PostgreSQL keeps it', () => {
  const mounts = postgres.volumes.map((volume) => volume.split(':'));
  // The image's own volume, since version 18.
  expect(mounts).toEqual([['postgres', '/var/lib/postgresql']]);
  expect(Object.keys(volumes)).toEqual(['postgres', 'caddy']);
});

/** `10.0.0.0/8` -> the networks that hold it. */
function listOf(subnet: string): BlockList {
  const list = new BlockList();
  const [address = '', bits] = subnet.split('/');
  list.addSubnet(address, Number(bits));
  return list;
}

test('the proxy in front of the page has an address of its own, of which alone the bot believes who comes', () => {
  const [{ subnet, ip_range: handedOut }] = networks.default.ipam.config;
  const address = proxy.networks.default.ipv4_address;
  expect(listOf(subnet).check(address)).toBe(true);
  expect(listOf(handedOut).check(address)).toBe(false);
  const env = { ...filledAll(bot.environment), DISCORD_TOKEN: 'a.b.c', PUBLIC_URL: 'https://class.example.ac.kr' };
  expect(readConfig(env, '/content').page).toEqual({ publicUrl: env.PUBLIC_URL, trustedProxies: [address] });
});

test('the proxy has the page’s address from .env, hands on to the bot, and none of what is for operators', () => {
  expect(proxy.environment).toEqual({ PUBLIC_URL: `\${PUBLIC_URL:-}` });
  const [from = '', to] = proxy.volumes[0]?.split(':') ?? [];
  expect(to).toBe('/etc/caddy/Caddyfile');
  const lines = readFileSync(join(ROOT, from), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const ready = async () => ({ ready: true, text: '' });
  const inside = pagesOf({ ready, metrics: createMetrics(), token: undefined }).map(({ prefix }) => `${prefix}*`);
  expect(lines).toEqual([
    '{$PUBLIC_URL}',
    `@inside path ${inside.join(' ')}`,
    'respond @inside 404',
    `reverse_proxy bot:${bot.environment.PORT}`,
  ]);
});

test('no secret is in it: all that is left out is asked for by a name that .env.example explains', () => {
  const asked = Array.from(text.matchAll(/\$\{(\w+)[^}]*\}/g), ([whole, name]) => ({ whole, name }));
  const example = readFileSync(join(ROOT, '.env.example'), 'utf8');
  expect(asked.length).toBeGreaterThan(0);
  for (const { whole, name } of asked) {
    // The proxy alone does without, where it is not started.
    if (name !== 'PUBLIC_URL') expect(whole).toMatch(/^\$\{\w+:\?[^}]*[가-힣]/);
    expect(example).toMatch(new RegExp(`^(?:# )?${name}=$`, 'm'));
  }
});

test('the bot may finish what it has begun', () => {
  expect(Number.parseInt(bot.stop_grace_period, 10) * 1000).toBeGreaterThan(LONGEST_END);
});

test('its image has the version of the package', () => {
  const { version }: { version: string } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(bot.image).toBe(`dosirak:${version}`);
});
