import { readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../src/app/config.ts';
import { VARIABLES } from '../../src/app/environment.ts';
import { anyText } from '../support/any.ts';
import { ROOT } from '../support/world.ts';

const read = (env: Readonly<Record<string, string | undefined>>) => readConfig(env, '/built-in');

const problemsOf = (env: Readonly<Record<string, string>>): string[] => {
  try {
    read(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
  return [];
};

const usual = {
  discord: undefined,
  slack: undefined,
  slackPrefix: '',
  web: undefined,
  page: { publicUrl: undefined, trustedProxies: [] },
  rehearsal: { host: '127.0.0.1', port: 3000, orNext: true },
  byNpm: false,
  content: ['/built-in'],
  database: { engine: 'sqlite', file: resolve('data/dosirak.db') },
  logLevel: 'warn',
  locale: 'ko',
  colour: true,
};

describe('what nobody set', () => {
  test('has its default', () => {
    expect(read({})).toEqual(usual);
    expect(read({ HOME: '/root', LOG_LEVELS: 'x' })).toEqual(usual);
  });

  test('may also be empty or blank, as .env files leave it', () => {
    expect(read(Object.fromEntries(VARIABLES.map((name) => [name, ''])))).toEqual(usual);
    expect(read(Object.fromEntries(VARIABLES.map((name) => [name, ' \t'])))).toEqual(usual);
  });
});

describe('CONTENT_DIR', () => {
  test.each([
    ['one folder', ' /a b/course ', ['/a b/course']],
    ['folders with commas', '/a, /b ,', ['/a', '/b']],
    ['folders as in PATH', ['/a', '/b', '', '/c'].join(delimiter), ['/a', '/b', '/c']],
    ['a line each', '/a\n/b', ['/a', '/b']],
    ['separators alone, which name no folder', ' , ,', ['/built-in']],
  ])('holds %s', (_, value, content) => {
    expect(read({ CONTENT_DIR: value }).content).toEqual(content);
  });

  test.each([
    ['~/course', ['/home/kim/course']],
    ['~, /a,~/b c', ['/home/kim', '/a', '/home/kim/b c']],
    ['/a/~/b', ['/a/~/b']],
    ['/a~', ['/a~']],
  ])('%s has ~ for the home of whoever starts it, at its beginning only', (value, content) => {
    expect(read({ CONTENT_DIR: value, HOME: '/home/kim' }).content).toEqual(content);
    expect(read({ CONTENT_DIR: '~lee/x', HOME: '/home/kim' }).content).toEqual([resolve('~lee/x')]);
  });
});

describe('Slack', () => {
  const bot = { SLACK_BOT_TOKEN: ' xoxb-1 ' };
  const usually = { botToken: 'xoxb-1', apiUrl: undefined, prefix: '' };
  const socket = { kind: 'socket', appToken: 'xapp-1' };

  test('is reached by a socket with an app token, otherwise by signed requests', () => {
    expect(read({ ...bot, SLACK_APP_TOKEN: 'xapp-1' }).slack).toEqual({ ...usually, way: socket });
    const signed = { ...bot, SLACK_SIGNING_SECRET: 's' };
    expect(read(signed).slack).toEqual({ ...usually, way: { kind: 'http', signingSecret: 's' } });
    expect(read({ ...signed, SLACK_APP_TOKEN: 'xapp-1' }).slack).toEqual({ ...usually, way: socket });
  });

  test('over HTTP listens at home unless told; otherwise there is nothing to listen for', () => {
    const signed = { ...bot, SLACK_SIGNING_SECRET: 's' };
    expect(read(signed).web).toEqual({ host: '127.0.0.1', port: 3000 });
    expect(read({ ...signed, PORT: '8080', HOST: '0.0.0.0' }).web).toEqual({ host: '0.0.0.0', port: 8080 });
    expect(read({ ...bot, SLACK_APP_TOKEN: 'xapp-1' }).web).toBeUndefined();
    expect(read({ PORT: '0' }).web).toEqual({ host: '127.0.0.1', port: 0 });
    expect(read({ PORT: '0', METRICS_TOKEN: ' abc ' }).web).toMatchObject({ metricsToken: 'abc' });
  });

  test('has an address and a prefix of its own where they are set', () => {
    const more = { SLACK_API_URL: 'http://127.0.0.1:1/api/', SLACK_COMMAND_PREFIX: 'ds-' };
    const { slack } = read({ ...bot, SLACK_APP_TOKEN: 'xapp-1', ...more });
    expect(slack).toEqual({ botToken: 'xoxb-1', way: socket, apiUrl: 'http://127.0.0.1:1/api/', prefix: 'ds-' });
  });

  test.each([
    [{ SLACK_APP_TOKEN: 'xapp-1' }, /^SLACK_BOT_TOKEN: is needed beside SLACK_APP_TOKEN$/],
    [{ SLACK_SIGNING_SECRET: 's' }, /^SLACK_BOT_TOKEN: is needed beside SLACK_SIGNING_SECRET$/],
    [bot, /^SLACK_BOT_TOKEN: SLACK_APP_TOKEN .* or SLACK_SIGNING_SECRET .* is needed/],
    [{ SLACK_BOT_TOKEN: 'xapp-1' }, /^SLACK_BOT_TOKEN: is another kind of token; .* xoxb-$/],
    [{ SLACK_BOT_TOKEN: 'xoxp-1' }, /^SLACK_BOT_TOKEN: is another kind of token/],
    [{ ...bot, SLACK_APP_TOKEN: 'xoxb-1' }, /^SLACK_APP_TOKEN: is another kind of token; .* xapp-$/],
    [{ ...bot, SLACK_APP_TOKEN: '앱토큰' }, /^SLACK_APP_TOKEN: has letters that no token has$/],
    [{ ...bot, SLACK_APP_TOKEN: '"xoxb-1"' }, /^SLACK_APP_TOKEN: is another kind of token/],
    [{ SLACK_API_URL: 'slack.com' }, /^SLACK_API_URL: must be a http/],
    [{ SLACK_COMMAND_PREFIX: 'My App' }, /^SLACK_COMMAND_PREFIX: must be/],
    [{ PORT: '65536' }, /^PORT: must be a port/],
    [{ PORT: 'http' }, /^PORT: must be a port/],
    [{ METRICS_TOKEN: 'two words' }, /^METRICS_TOKEN: has letters/],
  ])('%j is refused with one line', (env, line) => {
    const problems = problemsOf(env);
    expect(problems).toEqual([expect.stringMatching(line)]);
    expect(problems.join()).not.toMatch(/xox[bp]-1|xapp-1/);
  });
});

describe('DATABASE_URL', () => {
  test.each([
    ['/var/lib/dosirak.db', '/var/lib/dosirak.db'],
    [' class.db ', resolve('class.db')],
    ['file:data/class.db', resolve('data/class.db')],
    ['~/class.db', '/home/kim/class.db'],
    ['file:~/class.db', '/home/kim/class.db'],
  ])('%j is SQLite in a file, by its whole path', (DATABASE_URL, file) => {
    expect(read({ DATABASE_URL, HOME: '/home/kim' }).database).toEqual({ engine: 'sqlite', file });
  });

  test('of postgres:// is PostgreSQL', () => {
    const url = 'postgres://kim:secret@db:5432/dosirak';
    expect(read({ DATABASE_URL: ` ${url}` }).database).toEqual({ engine: 'postgres', url });
  });

  test('of anything else is told with all other problems, and never the password', () => {
    expect(problemsOf({ DATABASE_URL: 'mysql://kim:secret@db/dosirak', LOG_LEVEL: 'loud' })).toEqual([
      "DATABASE_URL: must be a file's path, a file: URL or a postgres:// URL",
      'LOG_LEVEL: must be one of debug, info, warn, error, silent',
    ]);
    expect(problemsOf({ DATABASE_URL: 'postgres://kim:sec#ret@db/dosirak' }).join()).not.toMatch(/sec|ret/);
  });
});

describe('Discord', () => {
  const given = { DISCORD_TOKEN: ' a.b.c ' };
  const usually = { token: 'a.b.c', guildId: undefined, apiUrl: undefined, publicAnswers: false, oneOfSeveral: false };

  test('is where a token is, whatever else is set', () => {
    expect(read(given).discord).toEqual(usually);
    const others = {
      DISCORD_GUILD_ID: '123456789012345678',
      DISCORD_API_URL: 'http://x/api',
      SHARDING_MANAGER: 'true',
    };
    expect(read(others).discord).toBeUndefined();
    expect(read({ ...others, DISCORD_TOKEN: ' \t' }).discord).toBeUndefined();
  });

  test('has the token without the word that goes before it in a header', () => {
    expect(read({ DISCORD_TOKEN: 'Bot a.b.c' }).discord).toEqual(usually);
  });

  test.each(['a.b.c\nd', 'a.b c', '토큰'])('takes no token that no header can carry: %j', (DISCORD_TOKEN) => {
    expect(problemsOf({ DISCORD_TOKEN })).toEqual([
      expect.stringMatching(/^DISCORD_TOKEN: is no token; copy it again/),
    ]);
  });

  test.each(['12345678901234567', ' 1234567890123456789 '])('has a server with the id %j', (DISCORD_GUILD_ID) => {
    expect(read({ ...given, DISCORD_GUILD_ID }).discord).toEqual({ ...usually, guildId: DISCORD_GUILD_ID.trim() });
  });

  test.each([
    ['https://discord.com/api', 'https://discord.com/api'],
    [' http://127.0.0.1:8080/api/ ', 'http://127.0.0.1:8080/api'],
    ['http://proxy:8080/api/v10', 'http://proxy:8080/api'],
    ['http://proxy:8080/api/v10/', 'http://proxy:8080/api'],
    ['http://proxy:8080', 'http://proxy:8080'],
    ['https://proxy/v2ray/api', 'https://proxy/v2ray/api'],
  ])('at %j is asked at %s, since discord.js adds the version', (DISCORD_API_URL, apiUrl) => {
    expect(read({ ...given, DISCORD_API_URL }).discord).toEqual({ ...usually, apiUrl });
  });

  test.each([
    ['yes', true],
    [' no ', false],
  ])(
    'shows everyone what is for one alone only where its operator says so: %j',
    (DISCORD_PUBLIC_ANSWERS, publicAnswers) => {
      const env = { ...given, DISCORD_API_URL: 'http://x/api', DISCORD_PUBLIC_ANSWERS };
      expect(read(env).discord).toEqual({ ...usually, apiUrl: 'http://x/api', publicAnswers });
    },
  );

  test('never does so itself', () => {
    expect(problemsOf({ ...given, DISCORD_PUBLIC_ANSWERS: 'yes' })).toEqual([
      'DISCORD_PUBLIC_ANSWERS: is only for a server of another kind, named by DISCORD_API_URL',
    ]);
    expect(problemsOf({ ...given, DISCORD_PUBLIC_ANSWERS: 'true' })).toEqual([
      'DISCORD_PUBLIC_ANSWERS: must be yes or no',
    ]);
  });

  test('is shared by several processes where discord.js says so', () => {
    const { discord, web } = read({ ...given, SHARDING_MANAGER: 'true', PORT: '3000' });
    expect(discord).toEqual({ ...usually, oneOfSeveral: true });
    // They would all want the one port.
    expect(web).toBeUndefined();
  });

  test.each([
    'my class',
    '12',
    '-12345678901234567',
    '1234567890123456.5',
    '１２３４５６７８９０１２３４５６７',
    '1'.repeat(30),
  ])('has no server with the id %j, with a token or without', (DISCORD_GUILD_ID) => {
    const problem = ['DISCORD_GUILD_ID: must be the id of a server: a number of 17 to 20 digits'];
    expect(problemsOf({ DISCORD_GUILD_ID })).toEqual(problem);
    expect(problemsOf({ ...given, DISCORD_GUILD_ID })).toEqual(problem);
  });

  test.each(['discord.com', '/api', 'ftp://x/api', 'localhost:8080', 'file:///etc', 'http://'])(
    'is not at %j',
    (DISCORD_API_URL) => {
      expect(problemsOf({ ...given, DISCORD_API_URL })).toEqual([
        'DISCORD_API_URL: must be a http:// or https:// address',
      ]);
    },
  );

  test('has all its problems told at once, and never the token', () => {
    const env = { DISCORD_TOKEN: 'secret', DISCORD_GUILD_ID: 'x', DISCORD_API_URL: 'y', LOG_LEVEL: 'loud' };
    expect(problemsOf(env).map((line) => line.split(':')[0])).toEqual([
      'DISCORD_GUILD_ID',
      'DISCORD_API_URL',
      'LOG_LEVEL',
    ]);
    expect(problemsOf(env).join()).not.toContain('secret');
  });
});

describe('the language at the terminal', () => {
  test.each([
    [{ LANG: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'ko_KR.UTF-8' }, 'ko'],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'ko_KR' }, 'ko'],
    [{ LANG: 'ko_KR', LC_MESSAGES: 'ko_KR', LC_ALL: 'en_GB' }, 'en'],
    [{ LANG: 'en_US', LC_MESSAGES: '', LC_ALL: '' }, 'en'],
    [{ LANG: 'ko_KR', DOSIRAK_LOCALE: 'en' }, 'en'],
    [{ LC_ALL: 'en_US', DOSIRAK_LOCALE: 'ko' }, 'ko'],
  ])('with %j is %s', (env, locale) => {
    expect(read(env).locale).toBe(locale);
  });
});

test('any value of NO_COLOR turns colours off', () => {
  for (const NO_COLOR of ['1', '0', 'false']) expect(read({ NO_COLOR }).colour).toBe(false);
});

test('a dumb terminal has no colour, any other has', () => {
  expect(read({ TERM: 'dumb' }).colour).toBe(false);
  for (const TERM of ['xterm-256color', 'linux', '']) expect(read({ TERM }).colour).toBe(true);
});

test.each(['debug', 'info', 'warn', 'error', 'silent'])('LOG_LEVEL may be %s', (LOG_LEVEL) => {
  expect(read({ LOG_LEVEL: ` ${LOG_LEVEL} ` }).logLevel).toBe(LOG_LEVEL);
});

test('every problem is told at once, each with its variable and what it may be', () => {
  expect(problemsOf({ LOG_LEVEL: 'loud', DOSIRAK_LOCALE: 'fr', LANG: 'en' })).toEqual([
    'LOG_LEVEL: must be one of debug, info, warn, error, silent',
    'DOSIRAK_LOCALE: must be ko or en',
  ]);
});

test('any environment gives a configuration or problems, never an empty list of folders', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...VARIABLES), anyText), (env) => {
      if (problemsOf(env).length === 0) expect(read(env).content).not.toEqual([]);
    }),
  );
});

describe('.env.example', () => {
  const text = readFileSync(join(ROOT, '.env.example'), 'utf8');
  const lines = text.split('\n');
  const ours = [
    'CONTENT_DIR',
    'DATABASE_URL',
    'DISCORD_TOKEN',
    'DISCORD_GUILD_ID',
    'DISCORD_API_URL',
    'DISCORD_PUBLIC_ANSWERS',
    'SLACK_BOT_TOKEN',
    'SLACK_APP_TOKEN',
    'SLACK_SIGNING_SECRET',
    'SLACK_API_URL',
    'SLACK_COMMAND_PREFIX',
    'METRICS_TOKEN',
    'WEB',
    'PUBLIC_URL',
    'TRUSTED_PROXY',
    'PORT',
    'HOST',
    'LOG_LEVEL',
    'DOSIRAK_LOCALE',
    'NO_COLOR',
  ];

  test('names every variable that is read, by the bot or by compose.yaml, and no other', () => {
    const named = lines.flatMap((line) => /^(?:# )?([A-Za-z_]+)=/.exec(line)?.[1] ?? []);
    expect(named.toSorted()).toEqual([...VARIABLES, 'POSTGRES_PASSWORD'].toSorted());
  });

  test('leaves the system’s variables as comments', () => {
    expect(Object.keys(parseEnv(text)).toSorted()).toEqual(ours.toSorted());
  });

  test.each(ours)('explains %s in a Korean and an English line, with its default', (name) => {
    const at = lines.findIndex((line) => line.startsWith(`${name}=`));
    expect(lines.slice(at - 3, at)).toEqual([
      '',
      expect.stringMatching(/^# .*[가-힣].*기본값: /),
      expect.stringMatching(/^# [^가-힣]+Default: /),
    ]);
  });

  test('copied as it is, changes nothing', () => {
    expect(read(parseEnv(text))).toEqual(usual);
  });
});
