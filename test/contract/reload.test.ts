/** Files that are saved while the bot runs, as people on every platform see it. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { tellOfProblems } from '../../src/classes/files/problems.ts';
import { createDispatch } from '../../src/core/command/dispatch.ts';
import { PLATFORMS } from '../support/chats.ts';
import { termFile } from '../support/content.ts';
import { openDaily } from '../support/daily.ts';
import { openReloading } from '../support/reloading.ts';
import { botOf, folderOf } from '../support/world.ts';

const question = (ask: string): string => `  - { type: boolean, ask: ${ask}, answer: true, why: 그래서 그래요. }\n`;
const loop = (...asks: string[]): string =>
  termFile('loop', `questions:\n${asks.map(question).join('')}`).replace(/^title: .*$/m, 'title: 반복문');

describe.each(PLATFORMS)('a course whose files are saved under a bot on %s', (_, open) => {
  test('is taught as it was saved: looking up, completion, practice; a wrong question is left out, a broken file stays', async () => {
    const { bot, teach } = await botOf([folderOf({})]);
    const files = await openReloading({ 'glossary/loop.md': loop('반복문은 되풀이해요.') }, teach);
    const chat = await open(bot, 'ko', onTestFinished);
    const shown = async (line: string): Promise<string> => {
      await chat.say(line);
      return chat.shown();
    };
    const complete = async (partial: string): Promise<string[]> => {
      const option = bot.commands.find(({ name }) => name === 'card')?.options.term;
      return option?.type === 'text' ? ((await option.complete?.(partial, 'terminal')) ?? []).map(({ ko }) => ko) : [];
    };
    expect(await shown('/ask 반복문')).toContain('설명이에요.');
    expect(await complete('되')).toEqual([]);
    await files.taught(() =>
      files.write('glossary/again.md', termFile('again').replace(/^title: .*$/m, 'title: 되풀이')),
    );
    expect(await shown('/ask 되풀이')).toContain('되풀이');
    expect(await complete('되')).toEqual(['되풀이']);
    const wrong = loop('반복문은 끝나요.', '무엇').replace(/boolean(?=, ask: 무엇)/, 'bolean');
    await files.taught(() => files.write('glossary/loop.md', wrong));
    expect(await shown('/quiz 반복문')).toContain('반복문은 끝나요.');
    await files.taught(() => files.write('glossary/loop.md', '---\nid: loop\n'));
    expect(await shown('/ask 반복문')).toContain('설명이에요.');
    expect(await shown('/quiz 반복문')).toContain('반복문은 끝나요.');
    await files.taught(() => files.remove('glossary/again.md'));
    expect(await shown('/ask 되풀이')).not.toContain('설명이에요.');
  });
});

test('a live quiz goes on with the words that it began with, whatever is saved meanwhile', async () => {
  const daily = await openDaily();
  const { discord, slack, world, bot, teach } = daily;
  const files = await openReloading({ 'loop.md': loop('반복문은 되풀이해요.') }, teach);
  const channels = [discord.channel(), slack.channel()] as const;
  const one = await daily.begin(channels, { instructors: ['discord:9'], due: undefined });
  const dispatch = createDispatch(bot.commands, {
    reportBug: (error) => {
      throw error;
    },
  });
  const type = (line: string) =>
    dispatch(line, {
      ...{
        id: 'discord:9',
        space: discord.space,
        channel: channels[0],
        locale: 'ko',
        manages: false,
        known: ['discord:9'],
      },
    });
  await type('/live start 1개 60초');
  await type('/live resume');
  await daily.pass(11_000, 500);
  const said = (): string[] => [discord, slack].map((side, i) => side.read(channels[i] ?? '').at(-1)?.said ?? '');
  await files.taught(() => files.write('loop.md', loop('반복문은 한 번만 해요.')));
  await daily.pass(1000, 500);
  for (const text of said()) expect(text).toContain('반복문은 되풀이해요.');
  const [min, ji] = [discord.person('ko'), slack.person('ko')];
  expect((await min.press(channels[0], '맞아요 (O)')).said).toContain('답을 받았어요');
  await files.taught(() => files.write('loop.md', '---\nid: '));
  expect((await ji.press(channels[1], '틀려요 (X)')).said).toContain('답을 받았어요');
  await files.taught(() => files.write('loop.md', termFile('loop')));
  await type('/live next');
  await daily.pass(2000, 500);
  for (const text of said()) {
    expect(text).toContain('반복문은 되풀이해요.');
    expect(text).toContain('그래서 그래요.');
  }
  expect((await world.records.evidence(min.id)).map(({ term, how }) => `${term} ${how}`)).toEqual(['loop right']);
  await type('/live next');
  await daily.pass(2000, 500);
  expect(await world.sessions.running(one.id)).toEqual([]);
  expect(daily.counted.filter((line) => line.includes('err'))).toEqual([]);
});

describe('instructors are told what is wrong with a file', () => {
  /** A class on both platforms whose instructors are a person on each. */
  async function openClass(files: Readonly<Record<string, string>>) {
    const daily = await openDaily();
    const { discord, slack, world } = daily;
    const course = await openReloading(files);
    const people = [discord.person('ko'), slack.person('ko')];
    const [owner, other] = people;
    const how = { owner: owner?.id ?? '', instructors: [other?.id ?? ''], due: undefined };
    await daily.begin([discord.channel(), slack.channel()], how);
    const told = (): string[][] =>
      [discord, slack].map((side, i) => side.told(people[i]?.id ?? '').map(({ said }) => said));
    /** As a process does after each change; several at once do it, too. */
    const tell = async (processes = 3): Promise<void> => {
      await Promise.all(Array.from({ length: processes }, () => tellOfProblems([course.toTell()], world)));
      await daily.pass(1000, 500);
    };
    return { daily, course, told, tell };
  }

  test('once, alone, with file and line, on both platforms, however many processes see it', async () => {
    const { course, told, tell, daily } = await openClass({ 'glossary/loop.md': loop('하나') });
    await tell();
    expect(told()).toEqual([[], []]);
    await course.taught(() => course.write('glossary/loop.md', loop('하나').replace('boolean', 'bolean')));
    await tell();
    for (const said of told()) {
      expect(said).toHaveLength(1);
      expect(said[0]).toContain('glossary/loop.md:6');
      expect(said[0]).toContain('single');
      expect(said[0]).not.toContain(course.folder);
    }
    daily.restart();
    await tell();
    // Another save, which moves it, and one that mends it.
    await course.taught(() =>
      course.write(
        'glossary/loop.md',
        loop('하나').replace('boolean', 'bolean').replace('questions', 'aliases: []\nquestions'),
      ),
    );
    await tell();
    await course.taught(() => course.write('glossary/loop.md', loop('하나')));
    await tell();
    expect(told().map((said) => said.length)).toEqual([1, 1]);
    // The same mistake again, another day.
    await daily.pass(24 * 3_600_000);
    await course.taught(() => course.write('glossary/loop.md', loop('하나').replace('boolean', 'bolean')));
    await tell();
    expect(told().map((said) => said.length)).toEqual([2, 2]);
  });

  test('many mistakes in one message, which says how many more there are', async () => {
    const { course, told, tell } = await openClass({ 'a.md': termFile('a') });
    await course.taught(() => {
      for (let n = 0; n < 30; n++) course.write(`g/t${n}.md`, termFile(`t${n}`, 'related: [nothing]\n'));
    });
    await tell();
    for (const said of told()) {
      expect(said).toHaveLength(1);
      expect(said[0]).toContain('24군데 더');
    }
  });

  test('and that another name of the look-up command waits for the next start', async () => {
    const { course, told, tell } = await openClass({ 'a.md': termFile('a'), 'course.yaml': 'command: py\n' });
    await course.taught(() => course.write('course.yaml', 'title: 뱀\ncommand: snake\n'));
    await tell();
    for (const said of told()) {
      expect(said).toHaveLength(1);
      expect(said[0]).toContain('/snake');
      expect(said[0]).toContain('다시 시작');
      expect(said[0]).not.toContain('고칠 곳');
    }
  });
});
