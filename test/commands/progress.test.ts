import { expect, test } from 'vitest';
import type { Caller } from '../../src/core/command/command.ts';
import { blockOf, buttonsOf, excesses, textsOf } from '../support/replies.ts';
import { botOf, COURSE, folderOf, student } from '../support/world.ts';

const { bot, world } = await botOf([COURSE]);
const terms = Array.from(world.course().terms.values());

/** Right so many days ago each time; the clock stands at Monday, 10:00 in Seoul. */
function knows({ id: person }: Caller, term: string, days: readonly number[], { records, now } = world): void {
  for (const ago of days) {
    const at = now().subtract({ hours: 24 * ago }).epochMilliseconds;
    records.record({ kind: 'answer', person, question: `${term}-${ago}`, term, right: true, at });
  }
}

const upTo = (most: number): number[] => Array.from({ length: most }, (_, i) => i + 1);

/** The files of a course of so many chapters, of so many sections each, which have so many concepts each. */
function filesOf({ chapters, sections, concepts }: Record<'chapters' | 'sections' | 'concepts', number>) {
  const files: Record<string, string> = {};
  for (const n of upTo(chapters)) {
    const parts = upTo(sections).map((one) => {
      const ids = upTo(concepts).map((each) => `t${n}-${one}-${each}`);
      for (const id of ids)
        files[`glossary/${id}.md`] =
          `---\nid: ${id}\ntitle: { ko: 말 ${id}, en: Word ${id} }\ndefinition: { ko: 뜻이에요., en: It means. }\nquestions:\n` +
          `  - { type: boolean, ask: { ko: ${id}이 맞아요?, en: Is it ${id}? }, answer: true, why: { ko: 네, en: It is } }\n` +
          '---\n\n글이에요.\n\n## English\n\nText.\n';
      return `## Part ${n}.${one}\n\n${ids.map((id) => `[말](term:${id})`).join(' ')}\n`;
    });
    files[`chapters/${String(n).padStart(2, '0')}.md`] = `---\nid: c${n}\ntitle: ${n}장\n---\n\n${parts.join('\n')}`;
  }
  return files;
}

test('who begins sees all that there is to learn, each concept once', async () => {
  const reply = await bot.dispatch('/progress', student);
  expect(reply.visibility).toBe('caller');
  const chart = blockOf(reply, 'chart');
  expect(chart.bars.map(({ name }) => name)).toContain(world.course().content.chapters[0]?.title.ko);
  expect(chart.bars.flatMap(({ counts: [known, learning] }) => [known, learning])).toEqual(
    chart.bars.flatMap(() => [0, 0]),
  );
  expect(chart.bars.reduce((sum, { counts: [, , fresh] }) => sum + fresh, 0)).toBe(world.course().terms.size);
  expect(chart.figures.map(({ value }) => value)).toEqual(['0일', '0개', '0개', '0 / 0']);
  expect(textsOf(reply).join()).toContain('이제 막 시작이에요.');
  const first = world
    .course()
    .content.chapters.flatMap(({ sections }) => sections)
    .find(({ id }) => terms.some(({ section, questions }) => section === id && questions.length > 0));
  expect(buttonsOf(reply)).toEqual([
    { label: `다음에 배울 것: ${first?.title.ko}`, line: `ask ${first?.id}`, primary: true },
  ]);
  expect(excesses(reply)).toEqual([]);
});

test('what is known, what is learned, what is due today and within a week, and what was right', async () => {
  const caller = { ...student, id: 'test:learner' };
  const few = await botOf([folderOf(filesOf({ chapters: 1, sections: 2, concepts: 5 }))]);
  knows(caller, 't1-2-1', [7, 5, 1], few.world);
  knows(caller, 't1-2-2', [1], few.world);
  knows(caller, 't1-2-3', [9], few.world);
  const at = few.world.now().epochMilliseconds;
  few.world.records.record({ kind: 'answer', person: caller.id, question: 'x', term: 'gone', right: false, at });
  const reply = await few.bot.dispatch('진도', caller);
  const chart = blockOf(reply, 'chart');
  expect(chart.bars).toEqual([
    { name: 'Part 1.1', counts: [0, 0, 5] },
    { name: 'Part 1.2', counts: [1, 2, 2] },
  ]);
  expect(chart.figures).toEqual([
    { name: '연속 공부(최고 2일)', value: '2일' },
    { name: '오늘 복습', value: '1개' },
    { name: '7일 안에 복습', value: '2개' },
    { name: '맞힌 문제', value: '5 / 6' },
  ]);
  expect(textsOf(reply).join('\n')).toContain('지금 복습하면 좋은 개념이 **1개** 있어요.');
  expect(buttonsOf(reply)).toEqual([{ label: '복습하기', line: 'review', primary: true }]);
  const english = await few.bot.dispatch('/progress', { ...caller, locale: 'en' });
  expect(textsOf(english).join('\n')).not.toMatch(/\p{Script=Hangul}/u);
  expect(textsOf(english).join('\n')).toContain('**1** concept is worth reviewing now.');
  expect(few.logged).toEqual([]);
});

test('what is to be done next is one thing: what is due, what was wrong, the next section, at last a quiz', async () => {
  const caller = { ...student, id: 'test:onward' };
  const next = async () =>
    buttonsOf(await bot.dispatch('/progress', caller)).map(({ label, line }) => ({ label, line }));
  const asked = terms.filter(({ questions }) => questions.length > 0);
  const sections = world.course().content.chapters.flatMap((chapter) => chapter.sections);
  const own = sections
    .map(({ id }) => asked.filter(({ section }) => section === id))
    .filter(({ length }) => length > 0);
  for (const { id } of own[0] ?? []) knows(caller, id, [0]);
  const second = sections.find(({ id }) => id === own[1]?.[0]?.section);
  expect(await next()).toEqual([{ label: `다음에 배울 것: ${second?.title.ko}`, line: `ask ${second?.id}` }]);
  const at = world.now().epochMilliseconds;
  const wrong = { term: 'pod', question: 'pod-wrong', right: false, at: at + 50 };
  world.records.record({ kind: 'answer', person: caller.id, ...wrong });
  expect(await next()).toEqual([{ label: '틀렸던 개념 다시 풀기(1개)', line: 'review wrong' }]);
  knows(caller, 'node', [30]);
  expect(await next()).toEqual([{ label: '복습하기', line: 'review' }]);
});

test('a student who knows everything is led to a quiz', async () => {
  const caller = { ...student, id: 'test:finished' };
  for (const { id } of terms) knows(caller, id, [0]);
  expect(buttonsOf(await bot.dispatch('/progress', caller)).map(({ line }) => line)).toEqual(['quiz']);
});

test('how another student is doing is for instructors alone', async () => {
  const teacher = { ...student, id: 'test:teacher', channel: 'test:seen', manages: true };
  await bot.dispatch('/class setup 9시 평일', teacher);
  const minsu = { ...student, id: 'test:minsu', channel: 'test:seen', name: '김민수' };
  world.records.record({
    kind: 'answer',
    person: minsu.id,
    channel: minsu.channel,
    name: minsu.name,
    question: 'pod-0',
    term: 'pod',
    right: true,
    at: world.now().epochMilliseconds,
  });
  const shown = await bot.dispatch('/progress 민수', teacher);
  expect(blockOf(shown, 'heading').text).toContain('김민수');
  const refused = textsOf(await bot.dispatch('/progress 민수', minsu)).join();
  expect(refused).toContain('선생님이 수업 채널에서만');
  const { channel: _, ...alone } = { ...teacher, space: teacher.id };
  expect(textsOf(await bot.dispatch('/progress 민수', alone)).join()).toContain('선생님이 수업 채널에서만');
  expect(textsOf(await bot.dispatch('/progress minsu', { ...minsu, locale: 'en' })).join()).toContain(
    'Only instructors',
  );
});

test('a course of more sections than a picture has room for is shown by its chapters, one without content at all', async () => {
  const many = await botOf([folderOf(filesOf({ chapters: 18, sections: 2, concepts: 1 }))]);
  expect(many.world.course().content.problems).toEqual([]);
  const { bars } = blockOf(await many.bot.dispatch('/progress', student), 'chart');
  expect(bars.map(({ name }) => name)).toEqual([...upTo(15).map((n) => `${n}장`), '그 밖의 개념']);
  expect(bars.map(({ counts }) => counts)).toEqual([...upTo(15).map(() => [0, 0, 2]), [0, 0, 6]]);
  const bare = await botOf([folderOf({})]);
  expect(blockOf(await bare.bot.dispatch('/progress', student), 'chart').bars).toEqual([]);
});
