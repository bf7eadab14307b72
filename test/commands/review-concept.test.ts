/** `/review 파드`: one concept now, or why not. */
import { expect, test } from 'vitest';
import type { Caller } from '../../src/core/command/command.ts';
import { asked } from '../support/practice.ts';
import { blockOf, buttonsOf, excesses, textsOf } from '../support/replies.ts';
import { botOf, COURSE, folderOf, student } from '../support/world.ts';

const { bot, world, logged } = await botOf([COURSE]);

let people = 0;
const someone = (): Caller => ({ ...student, id: `test:concept-${people++}` });
const answer = ({ id: person }: Caller, term: string, right = true, hours = 1): void =>
  world.records.record({
    kind: 'answer',
    person,
    question: `${term}-q`,
    term,
    right,
    at: world.now().subtract({ hours }).epochMilliseconds,
  });

test.each(['/review 파드', '/review pod', '/review ㅔㅐㅇ', 'review pod'])(
  '%s asks about that concept now, though it is not due',
  async (line) => {
    const caller = someone();
    answer(caller, 'pod');
    answer(caller, 'node', true, 24 * 9);
    const reply = await bot.dispatch(line, caller);
    expect(asked(reply, world.course().questions).question.term).toBe('pod');
    expect(blockOf(reply, 'footer').text).toContain('‘파드’ 복습');
    expect(excesses(reply)).toEqual([]);
  },
);

test('a concept that was not met yet is offered to be learnt', async () => {
  const reply = await bot.dispatch('/review 파드', someone());
  expect(blockOf(reply, 'heading').text).toBe('‘파드’는 아직 풀어 본 적이 없어요');
  expect(buttonsOf(reply).map(({ line }) => line)).toEqual(['quiz pod', 'ask pod']);
});

test('what names no concept is asked about, with what may have been meant', async () => {
  const reply = await bot.dispatch('/review 김치찌개', someone());
  expect(blockOf(reply, 'heading').text).toBe('어떤 개념을 복습할까요?');
  expect(textsOf(reply).join('\n')).toContain('‘김치찌개’라는 개념은 못 찾았어요');
  expect(buttonsOf(reply).at(-1)?.line).toBe('review');
  const marked = textsOf(await bot.dispatch('/review *김치* <@1> [찌개](http://a.kr)', someone())).join('\n');
  expect(marked).toContain('\\*김치\\*');
  expect(marked).not.toMatch(/[^\\](?:<@1>|\]\(http)/);
  const english = await bot.dispatch('/review kimchi stew', { ...someone(), locale: 'en' });
  expect(textsOf(english).join('\n')).not.toMatch(/\p{Script=Hangul}/u);
});

test('a section of a chapter has several concepts, which can be chosen', async () => {
  const section = Array.from(world.course().sections.values()).find(({ terms }) => terms.length > 1);
  const reply = await bot.dispatch(`/review ${section?.id}`, someone());
  expect(buttonsOf(reply)[0]?.line).toBe(`review ${section?.terms[0]}`);
  expect(excesses(reply)).toEqual([]);
});

test('a concept that cannot be asked is said to have no questions', async () => {
  // Another one means the same: no question can tell them apart.
  const term = `---\nid: bare\ntitle: { ko: 맨말, en: Bare word }\ndefinition: { ko: 뜻이에요., en: It means. }\n---\n\n글이에요.\n\n## English\n\nText.\n`;
  const twin = term.replace('id: bare', 'id: twin').replace('맨말', '쌍둥이').replace('Bare word', 'Twin');
  const bare = await botOf([folderOf({ 'glossary/bare.md': term, 'glossary/twin.md': twin })]);
  const reply = await bare.bot.dispatch('/review 맨말', someone());
  expect(blockOf(reply, 'heading').text).toBe('‘맨말’은 아직 복습할 수 없어요');
});

test.each(['/review 틀린 문제', '/review 틀린 것', '/review wrong', '/review mistakes'])(
  '%s asks what was wrong last',
  async (line) => {
    const caller = someone();
    answer(caller, 'pod');
    answer(caller, 'node', false);
    answer(caller, 'service', false, 3);
    answer(caller, 'service', true, 2);
    const reply = await bot.dispatch(line, caller);
    expect(asked(reply, world.course().questions).question.term).toBe('node');
    expect(blockOf(reply, 'footer').text).toContain('복습할 개념 1개');
  },
);

test('where nothing was wrong, and where there is no more, that is said', async () => {
  const caller = someone();
  answer(caller, 'pod');
  expect(blockOf(await bot.dispatch('/review 틀린 문제', caller), 'heading').text).toContain(
    '틀린 채로 남은 개념이 없어요',
  );
  expect(blockOf(await bot.dispatch('/review 더', caller), 'heading').text).toBe('오늘 더 복습할 개념이 없어요');
  answer(caller, 'node', true, 30);
  const more = await bot.dispatch('/review 더', caller);
  expect(asked(more, world.course().questions).question.term).toBe('node');
  expect(logged).toEqual([]);
});
