import { describe, expect, test } from 'vitest';
import { isTyped } from '../../src/core/command/command.ts';
import { parseWords } from '../../src/core/command/parse-words.ts';
import { blockOf } from '../support/replies.ts';
import { botOf, COURSE, student } from '../support/world.ts';

const { bot } = await botOf([COURSE]);
const teacher = { ...student, manages: true };
await bot.dispatch('/class setup 9시 평일', teacher);

const told = async (line: string, locale: 'ko' | 'en' = 'ko'): Promise<string> => {
  const reply = await bot.dispatch(line, { ...teacher, locale });
  return reply.accent === 'warning' ? blockOf(reply, 'text').markdown : '';
};

/** Commands and actions without free words. */
const WORDLESS = bot.commands
  .filter(isTyped)
  .flatMap(({ name, options, actions }) =>
    actions
      ? Object.entries(actions).map(([action, one]) => ({
          typed: `/${name} ${action}`,
          korean: `/${name} ${one.korean ?? action}`,
          options: one.options,
        }))
      : [{ typed: `/${name}`, korean: `/${name}`, options }],
  )
  .filter(({ options }) => !Object.values(options).some(({ type }) => type === 'text'));

test('most take no free words', () => {
  expect(WORDLESS.map(({ typed }) => typed)).toEqual(
    expect.arrayContaining(['/dosirak', '/class show', '/class pause', '/report attendance']),
  );
});

test.each(WORDLESS)(
  '$typed refuses words that it does not take, and says how it is typed',
  async ({ typed, korean, options }) => {
    const takesNone = Object.keys(options).length === 0;
    for (const words of ['아무말', '민수 지금', '"따옴표"']) {
      const shown = words.replaceAll('"', '');
      const [ko, en] = takesNone
        ? [`‘${shown}’ 없이 \`${korean}\`만`, `Type \`${typed}\` alone, without ‘${shown}’`]
        : [`‘${shown}’ 부분을 알아듣지 못했어요\\..*\`${korean}`, `I do not understand ‘${shown}’\\..*\`${typed}`];
      expect(await told(`${typed} ${words}`)).toMatch(new RegExp(ko));
      expect(await told(`${typed} ${words}`, 'en')).toMatch(new RegExp(en));
    }
  },
);

test('what may be written instead is a line that the command understands, and its options named on Discord', async () => {
  const written = await told('/class setup 언젠가쯤');
  expect(written).toContain('`/class 설정 9시 평일`처럼 적어 주세요.');
  expect(written).not.toMatch(/[[<]카드/);
  // An action without examples shows what its own options may look like.
  const { options = {} } = bot.commands.find(({ name }) => name === 'class')?.actions?.setup ?? {};
  expect(() =>
    parseWords({ name: 'class setup', korean: 'class 설정', usedBy: 'instructors', examples: [], options }, '언젠가쯤'),
  ).toThrow('평일 3월 2일부터 9시');
});

test('nobody is led to a word that only a button says once somebody was asked', async () => {
  expect(await told('/class leave 지금')).toMatch(/`\/class 나가기`처럼/);
  expect(await told('/class leave 지금')).not.toContain('sure');
});

describe('without the slash', () => {
  test.each(['progress bar 파드', 'live probe', 'class 파드'])('%s is a question', async (line) => {
    expect(await told(line)).not.toContain('알아듣지 못했어요');
    expect((await bot.dispatch(line, student)).blocks).toEqual((await bot.dispatch(`/k8s ${line}`, student)).blocks);
  });

  test.each(['progress', 'review', 'review 파드', 'privacy', '진도', '복습할래!', '도움말'])(
    '%s is the command',
    async (line) => {
      const { blocks } = await bot.dispatch(line, student);
      expect(blocks).not.toEqual((await bot.dispatch(`/k8s ${line}`, student)).blocks);
    },
  );
});
