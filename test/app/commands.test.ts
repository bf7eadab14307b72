import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CommandError, loadCommands } from '../../src/app/commands.ts';
import { loadContent } from '../../src/content/load.ts';
import type { Context } from '../../src/course/context.ts';
import { createCourse } from '../../src/course/course.ts';
import { COURSE, courseIn, folderOf, forgetful, ROOT, student } from '../support/world.ts';

const course = createCourse(loadContent([]));
const context: Context = {
  course: () => course,
  courses: () => [course],
  version: '1.2.3',
  commands: () => [],
  messengers: () => [],
  page: () => undefined,
  labs: () => undefined,
  hurry: () => {},
  newId: () => 'a',
  ...(await forgetful()),
  now: () => Temporal.Instant.from('2026-11-23T01:00:00Z'),
  random: () => 0.5,
};

const summary = { ko: '요약', en: 'summary' };

/** A file whose factory gives this command; what is left out is as it should be. */
const file = (fields: object): string => {
  const whole = { name: 'hello', summary, usedBy: 'everyone', examples: [], options: {}, ...fields };
  return `export default (context) => ({ ...${JSON.stringify(whole)}, run: () => context.version });`;
};

const load = (files: Readonly<Record<string, string>>) => loadCommands(folderOf(files), context);

/** Why the file is refused; an error where it is not. */
async function refusal(name: string, text: string): Promise<string> {
  const error: unknown = await load({ [name]: text }).catch((thrown: unknown) => thrown);
  if (error instanceof CommandError) return error.message;
  throw new Error(`not refused: ${name}`, { cause: error });
}

test('every command of ours loads, each named after its file', async () => {
  const folder = join(ROOT, 'commands');
  const taught = courseIn([COURSE]);
  const commands = await loadCommands(folder, { ...context, course: () => taught, courses: () => [taught] });
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  // A course says what looking up is called; its file is called as buttons call it.
  expect(commands.map(({ name, lines: [own = name] = [] }) => `${own}.ts`)).toEqual(files.toSorted());
  expect(commands.map(({ name }) => name)).toEqual(expect.arrayContaining(['k8s', 'card', 'dosirak', 'lab', 'quiz']));
});

test('commands of Kubernetes are there in a course on it alone', async () => {
  const names = (await loadCommands(join(ROOT, 'commands'), context)).map(({ name }) => name);
  expect(names).toContain('quiz');
  expect(names).not.toContain('lab');
});

test('being in the folder is all it takes; commands come by name, with the context they work on', async () => {
  const commands = await load({
    'b.ts': file({ name: 'b' }),
    'a-1.ts': file({ name: 'a-1' }),
    'README.md': '#',
    'c.js': '!',
  });
  expect(commands.map(({ name }) => name)).toEqual(['a-1', 'b']);
  expect(commands[0]?.run({}, student)).toBe('1.2.3');
});

test('an empty folder has no commands', async () => {
  expect(await load({})).toEqual([]);
});

describe('a file is refused, by its name, when', () => {
  test.each([
    ['capitals', 'Hello'],
    ['an underscore', 'say_hello'],
    ['a space', 'say hello'],
    ['Hangul', '안녕'],
    ['33 letters', 'a'.repeat(33)],
  ])('its command’s name has %s', async (_, name) => {
    expect(await refusal(`${name}.ts`, file({ name }))).toBe(
      `commands/${name}.ts: the name "${name}" must be lower-case letters, digits and hyphens, at most 32`,
    );
  });

  test('it has no name', async () => {
    expect(await refusal('hello.ts', file({ name: '' }))).toContain('hello.ts: the name ""');
  });

  test('it is not named after its command', async () => {
    expect(await refusal('hi.ts', file({ name: 'hello' }))).toContain('hi.ts: declares "hello"');
  });

  test.each(['remind', 'invite', 'who', 'nick', 'thread', 'help'])(
    'Discord or Slack answers /%s themselves',
    async (name) => {
      expect(await refusal(`${name}.ts`, file({ name }))).toContain(
        `"${name}" is a command of Discord's or Slack's own`,
      );
    },
  );

  test.each([
    ['no default export', 'export const hello = 1;'],
    ['a command for its default export, and no factory', 'export default { name: "hello" };'],
    ['nothing in it', ''],
  ])('it has %s', async (_, text) => {
    expect(await refusal('hello.ts', text)).toContain('hello.ts: has no default export (context) =>');
  });

  test.each(['{}', 'undefined', '"hello"'])('its factory returns no command but %s', async (body) => {
    const text = body === '{}' ? 'export default () => {};' : `export default () => ${body};`;
    expect(await refusal('hello.ts', text)).toContain('hello.ts: its default export returns no command');
  });

  test.each([
    ['no options', { options: undefined }, 'options: '],
    ['no examples', { examples: undefined }, 'examples: '],
    ['an example in one language only', { examples: [{ ko: 'hello' }] }, 'examples.0.en: '],
    ['an option without a summary', { options: { word: { type: 'text' } } }, 'options.word.summary: '],
    ['an option of a kind that there is not', { options: { word: { type: 'date', summary } } }, 'options.word.type: '],
    ['someone else to use it', { usedBy: 'teachers' }, 'usedBy: '],
    ['a single word for its spoken ones', { spoken: '안녕' }, 'spoken: '],
  ])('its command has %s', async (_, fields, told) => {
    expect(await refusal('hello.ts', file(fields))).toContain(`commands/hello.ts: ${told}`);
  });

  test('its command has nothing to run', async () => {
    const whole = JSON.stringify({ name: 'hello', summary, usedBy: 'everyone', examples: [], options: {} });
    expect(await refusal('hello.ts', `export default () => (${whole});`)).toContain('commands/hello.ts: run: ');
  });

  test.each(['ko', 'en'])('its summary is too long or empty in %s', async (locale) => {
    const told = 'hello.ts: the summary of "hello" must have 1 to 100 characters';
    for (const text of ['', '가'.repeat(101)])
      expect(await refusal('hello.ts', file({ summary: { ...summary, [locale]: text } }))).toContain(told);
  });

  test('an option’s name or summary is not as Discord wants it', async () => {
    const word = { type: 'text', summary };
    expect(await refusal('hello.ts', file({ options: { Word: word } }))).toContain('the option "Word" must be');
    const long = { type: 'integer', min: 1, max: 2, summary: { ko: '수', en: 'n'.repeat(101) } };
    expect(await refusal('hello.ts', file({ options: { word, count: long } }))).toContain('the summary of "count"');
  });

  test('it takes two texts, which a typed line cannot tell apart', async () => {
    const word = { type: 'text', summary };
    expect(await refusal('hello.ts', file({ options: { one: word, two: word } }))).toContain('only one text option');
  });
});

describe('of a command with actions, a file is refused when', () => {
  const act = (more: object = {}) => ({ summary, options: {}, ...more });
  /** The same, with actions that have something to run. */
  const acting = (actions: object, more: object = {}) =>
    file({ actions, ...more })
      .replace(
        'run: () => context.version })',
        'run: () => context.version, actions: Object.fromEntries(Object.entries(ACTIONS).map(([name, one]) => [name, { run: () => 1, ...one }])) })',
      )
      .replace('ACTIONS', JSON.stringify(actions));

  test('nothing is wrong, it is not', async () => {
    const option = { type: 'channel', summary, korean: '채널' };
    const options = { option, 'other-one': { type: 'mentionable', summary } };
    const commands = await load({
      'hello.ts': acting({ 'set-up': act({ korean: '설정', options }), show: act() }, { usedBy: 'instructors' }),
    });
    expect(Object.keys(commands[0]?.actions ?? {})).toEqual(['set-up', 'show']);
  });

  const texts = { one: { type: 'text', summary }, two: { type: 'text', summary } };
  const many = (count: number, one: object) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`a${i}`, one]));
  test.each<[string, object, string]>([
    ['an action’s name is not as Discord wants it', { Show: act() }, 'the action "Show" must be lower-case'],
    ['an action has no summary', { show: { options: {} } }, 'actions.show.summary: '],
    ['an action has no options', { show: { summary } }, 'actions.show.options: '],
    [
      'an action’s summary is empty',
      { show: act({ summary: { ko: '', en: 'a' } }) },
      'the summary of "show" must have',
    ],
    ['its Korean name has a space', { show: act({ korean: '보여 줘' }) }, 'the Korean name of "show" must be Hangul'],
    ['two share one', { a: act({ korean: '가' }), b: act({ korean: '가' }) }, 'two actions share a Korean name'],
    ['there are 26', many(26, act()), '26 actions; at most 25'],
    ['there is none', {}, 'has no action in its actions'],
    [
      'an action has 26 options',
      { show: act({ options: many(26, { type: 'channel', summary }) }) },
      'show: 26 options; at most 25',
    ],
    ['an action takes two texts', { show: act({ options: texts }) }, 'show: only one text option'],
    ['an option of it has no kind', { show: act({ options: { a: { summary } } }) }, 'actions.show.options.a.type: '],
    [
      'a word has no form',
      { show: act({ options: { a: { type: 'word', summary, example: summary } } }) },
      'actions.show.options.a.read: ',
    ],
  ])('%s', async (_, actions, told) => {
    expect(await refusal('hello.ts', acting(actions))).toContain(`commands/hello.ts: ${told}`);
  });

  test('an action has nothing to run', async () => {
    expect(await refusal('hello.ts', file({ actions: { show: act() } }))).toContain('hello.ts: actions.show.run: ');
  });

  test('it has options of its own, too', async () => {
    const text = acting({ show: act() }, { options: { one: texts.one } });
    expect(await refusal('hello.ts', text)).toContain('hello.ts: has both actions and options');
  });
});

test('a command takes 25 options, and no more', async () => {
  const options = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`a${i}`, { type: 'channel', summary }]));
  expect(await load({ 'hello.ts': file({ options: options(25) }) })).toHaveLength(1);
  expect(await refusal('hello.ts', file({ options: options(26) }))).toContain('hello.ts: 26 options; at most 25');
});

test('the longest that is allowed is allowed, an emoji counting as one character', async () => {
  const name = 'a'.repeat(32);
  const longest = { ko: '🍱'.repeat(100), en: 'n'.repeat(100) };
  const options = { [name]: { type: 'text', summary: longest } };
  expect(await load({ [`${name}.ts`]: file({ name, summary: longest, options }) })).toMatchObject([{ name }]);
});

test('one bad file among good ones stops the start', async () => {
  const files = { 'a.ts': file({ name: 'a' }), 'b.ts': 'export {};', 'c.ts': file({ name: 'c' }) };
  await expect(load(files)).rejects.toThrow('commands/b.ts: has no default export');
});
