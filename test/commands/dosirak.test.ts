import { expect, test } from 'vitest';
import { isTyped } from '../../src/core/command/command.ts';
import { blockOf, buttonsOf, excesses, textsOf } from '../support/replies.ts';
import { botOf, COURSE, student } from '../support/world.ts';

const { bot, world, logged } = await botOf([COURSE]);
const english = { ...student, locale: 'en' } as const;
const listed = bot.commands.filter(isTyped);

test.each([student, english])(
  'help lists what students type, and nothing that only buttons use ($locale)',
  async (caller) => {
    const reply = await bot.dispatch('/dosirak', caller);
    const lines = blockOf(reply, 'text').markdown.split('\n');
    for (const { name, summary, usedBy, listedWith } of listed) {
      expect(
        lines.some((line) => line.startsWith(`- \`/${name}`) && line.endsWith(`\`: ${summary[caller.locale]}`)),
      ).toBe(usedBy === 'everyone' && listedWith === undefined);
      if (listedWith !== undefined) expect(textsOf(reply).join('\n')).toContain(`/${name}`);
    }
    // What students came for is at the top, and says how.
    expect(lines[0]).toMatch(/^- `\/k8s \S/);
    for (const hidden of ['/drill', '/read']) expect(textsOf(reply).join('\n')).not.toContain(hidden);
    expect(excesses(reply)).toEqual([]);
  },
);

test('every example that help gives a student, and every button, answers', async () => {
  const reply = await bot.dispatch('dosirak', student);
  const lines = [
    ...listed
      .filter(({ usedBy }) => usedBy === 'everyone')
      .flatMap(({ examples }) => examples.flatMap(({ ko, en }) => [ko, en])),
    ...buttonsOf(reply).map(({ line }) => line),
  ];
  // What was never practised cannot be reviewed yet, nor asked again; no instructor gave any homework; no page is served, and no cluster runs.
  const needsMore = /^(?:page|kubectl .*|lab(?: .*)?|review (?:파드|Pod)|quiz (?:틀린 문제|missed|숙제|homework))$/;
  for (const line of lines.filter((one) => !needsMore.test(one)))
    expect(['info', 'success'], line).toContain((await bot.dispatch(`/${line}`, student)).accent);
  expect(buttonsOf(reply).map(({ line }) => line)).toEqual(expect.arrayContaining(['card', 'quiz']));
  expect(logged).toEqual([]);
});

test.each(['dosirak about', '/dosirak 소개', '/dosirak page:about', '/DOSIRAK About'])(
  '%s tells the version and how much there is to learn',
  async (line) => {
    const { fields } = blockOf(await bot.dispatch(line, student), 'fields');
    const value = (name: string) => fields.find((field) => field.name === name)?.value;
    expect(value('버전')).toBe('0.0.0');
    expect(value('개념')).toBe(`${world.course().content.terms.length}개`);
    expect(value('문제')).toBe(`${world.course().questions.size}개`);
    expect(value('장')).toBe(`${world.course().content.chapters.length}개`);
    expect(value('라이선스')).toContain('MIT');
  },
);

test.each(['dosirak 떡볶이', '/dosirak 떡볶이', '/dosirak about 떡볶이'])(
  'an unknown page is none: %s',
  async (line) => {
    const { markdown } = blockOf(await bot.dispatch(line, student), 'text');
    expect(markdown).toContain('‘떡볶이’ 부분을 알아듣지 못했어요. `/dosirak`, `/dosirak 선생님`처럼 적어 주세요.');
  },
);

test('English help and about are English, but for what shows how Korean may be typed', async () => {
  const about = await bot.dispatch('dosirak about', english);
  const { blocks } = await bot.dispatch('dosirak', english);
  const help = blocks.map((block) =>
    block.type === 'text' ? block.markdown.replace(/\(ㅍ[^)]*\)|\(ㅔ[^)]*\)/g, '') : JSON.stringify(block),
  );
  for (const text of [...help, ...textsOf(about)]) expect(text).not.toMatch(/\p{Script=Hangul}/u);
});
