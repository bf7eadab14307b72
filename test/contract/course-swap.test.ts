/** Another course under a running bot, on every platform: what is asked from then on is answered from it. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { createDispatch } from '../../src/core/command/dispatch.ts';
import { PLATFORMS } from '../support/chats.ts';
import { termFile } from '../support/content.ts';
import { openDaily } from '../support/daily.ts';
import { stateIn } from '../support/sessions.ts';
import { botOf, courseIn, folderOf } from '../support/world.ts';

const question = (ask: string): string =>
  `questions:\n  - type: boolean\n    ask: ${ask}\n    answer: true\n    why: 그래서 그래요.\n`;

const fileOf = (id: string, title: string, ask: string): Record<string, string> => ({
  [`glossary/${id}.md`]: termFile(id, question(ask)).replace(/^title: .*$/m, `title: ${title}`),
});

/** A course on one subject, whose only term has one question. */
const courseOn = (id: string, title: string, ask: string) => courseIn([folderOf(fileOf(id, title, ask))]);

describe.each(PLATFORMS)('a course that is swapped under a bot on %s', (_, open) => {
  test('changes look-up, completion, card, practice and help at once', async () => {
    const { bot, teach } = await botOf([folderOf({})]);
    teach(courseOn('loop', '반복문', '반복문은 되풀이해요.'));
    const chat = await open(bot, 'ko', onTestFinished);
    const complete = async (partial: string): Promise<string[]> => {
      const option = bot.commands.find(({ name }) => name === 'ask')?.options.term;
      return option?.type === 'text' ? ((await option.complete?.(partial, 'terminal')) ?? []).map(({ ko }) => ko) : [];
    };
    const all = async (): Promise<Record<string, string>> => {
      const shown: Record<string, string> = {};
      for (const line of ['/ask 반복문', '/ask 이차방정식', '/card', '/quiz', '/dosirak about', '/progress']) {
        await chat.say(line);
        shown[line] = chat.shown();
      }
      return shown;
    };
    const before = await all();
    expect(await complete('반')).toEqual(['반복문']);
    expect(before['/ask 반복문']).toContain('반복문');
    expect(before['/ask 이차방정식']).toContain('몰라요');
    expect(before['/card']).toContain('반복문');
    expect(before['/quiz']).toContain('반복문은 되풀이해요.');
    teach(courseOn('quadratic', '이차방정식', '이차방정식의 근은 많아야 둘이에요.'));
    const after = await all();
    expect(await complete('반')).toEqual([]);
    expect(await complete('이차')).toEqual(['이차방정식']);
    expect(after['/ask 반복문']).toContain('몰라요');
    expect(after['/ask 이차방정식']).toContain('이차방정식');
    expect(after['/card']).toContain('이차방정식');
    expect(after['/card']).not.toContain('반복문');
    expect(after['/quiz']).toContain('이차방정식의 근은 많아야 둘이에요.');
    // Words to try are the course's own.
    expect(after['/ask 반복문']).toContain('이차방정식');
    const two = { ...fileOf('root', '근', '근은 해예요.'), ...fileOf('power', '거듭제곱', '거듭제곱은 곱셈이에요.') };
    teach(courseIn([folderOf(two)]));
    expect((await all())['/dosirak about']).not.toBe(after['/dosirak about']);
  });
});

test('a live quiz that is on finishes with the questions that it began with, also after a restart', async () => {
  const daily = await openDaily();
  const { discord, slack, world, bot, teach } = daily;
  teach(
    courseIn([
      folderOf({
        ...fileOf('loop', '반복문', '반복문은 되풀이해요.'),
        ...fileOf('list', '리스트', '리스트는 순서가 있어요.'),
      }),
    ]),
  );
  const channels = [discord.channel(), slack.channel()] as const;
  const one = await daily.begin(channels, { instructors: ['discord:9'], due: undefined });
  const reportBug = (error: unknown): never => {
    throw error;
  };
  const dispatch = createDispatch(bot.commands, { reportBug });
  const teacher = {
    id: 'discord:9',
    space: discord.space,
    channel: channels[0],
    locale: 'ko',
    manages: false,
  } as const;
  const type = (line: string) => dispatch(line, { ...teacher, known: ['discord:9'] });
  await type('/live start 2개 60초');
  await type('/live resume');
  await daily.pass(11_000, 500);
  const [min, ji] = [discord.person('ko'), slack.person('ko')];
  const said = (): string[] => [discord, slack].map((side, i) => side.read(channels[i] ?? '').at(-1)?.said ?? '');
  const asked = async () => {
    const [session] = await world.sessions.running(one.id);
    if (!session) throw new Error('no quiz is on');
    const { live } = stateIn(session);
    return { session: session.id, at: 'at' in live.step ? live.step.at : -1, ids: live.plan.questions };
  };
  const { ids } = await asked();
  teach(courseOn('quadratic', '이차방정식', '이차방정식의 근은 많아야 둘이에요.'));
  for (const n of [0, 1]) {
    expect((await asked()).at).toBe(n);
    for (const text of said()) expect(text).toMatch(/반복문은 되풀이해요|리스트는 순서가 있어요/);
    expect((await min.press(channels[0], '맞아요 (O)')).said).toContain('답을 받았어요');
    expect((await ji.press(channels[1], '틀려요 (X)')).said).toContain('답을 받았어요');
    await type('/live next');
    await daily.pass(2000, 500);
    for (const text of said()) expect(text).toContain('그래서 그래요.');
    if (n === 0) daily.restart();
    await type('/live next');
    await daily.pass(2000, 500);
  }
  for (const text of said()) expect(text).toContain('라이브 퀴즈가 끝났어요');
  expect(await world.sessions.running(one.id)).toEqual([]);
  // Their answers count as practice of the concepts that were asked.
  const shown = await world.records.evidence(min.id);
  expect(shown.map(({ term, how }) => `${term} ${how}`).toSorted()).toEqual(['list right', 'loop right']);
  const [past] = await world.sessions.history(one.id, 'live', 1);
  expect(past && stateIn(past).live.plan.questions).toEqual(ids);
  const recap = JSON.stringify(await type(`recap ${past?.id}`));
  expect(recap).toContain('정답률');
  expect(daily.counted.filter((line) => line.includes('err'))).toEqual([]);
});
