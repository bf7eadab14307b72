import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readConfig } from '../../src/app/config.ts';
import { LONGEST_END } from '../../src/app/connect.ts';
import { VARIABLES } from '../../src/app/environment.ts';
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
  }),
  volumes: z.record(z.string(), z.null()),
});

const text = readFileSync(join(ROOT, 'compose.yaml'), 'utf8');
const { services, volumes } = FILE.parse(parse(text));
const { bot, postgres } = services;

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
  expect(mounts).toEqual([[Object.keys(volumes)[0], '/var/lib/postgresql']]);
});

test('no secret is in it: all that is left out is asked for by a name that .env.example explains', () => {
  const asked = Array.from(text.matchAll(/\$\{(\w+)[^}]*\}/g), ([whole, name]) => ({ whole, name }));
  const example = readFileSync(join(ROOT, '.env.example'), 'utf8');
  expect(asked.length).toBeGreaterThan(0);
  for (const { whole, name } of asked) {
    expect(whole).toMatch(/^\$\{\w+:\?[^}]*[가-힣]/);
    expect(example).toMatch(new RegExp(`^# ${name}=$`, 'm'));
  }
});

test('the bot may finish what it has begun', () => {
  expect(Number.parseInt(bot.stop_grace_period, 10) * 1000).toBeGreaterThan(LONGEST_END);
});

test('its image has the version of the package', () => {
  const { version }: { version: string } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(bot.image).toBe(`dosirak:${version}`);
});
