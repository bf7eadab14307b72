import { expect, test } from 'vitest';
import type { Locale } from '../../src/core/locale.ts';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { playerOf } from '../../src/practice/practice.ts';
import { solution } from '../../src/questions/types.ts';
import { asked, rightAnswers, wrongAnswers } from '../support/practice.ts';
import { blockOf, buttonsOf, excesses, mainLine, textsOf } from '../support/replies.ts';
import { botOf, COURSE, student } from '../support/world.ts';

const { bot, world, logged } = await botOf([COURSE]);
const playable = Array.from(world.course().terms.values()).filter((term) => term.questions.length > 0);
const isQuestion = (reply: Reply) => reply.blocks.some(({ type }) => type === 'choice' || type === 'input');

async function play(line: string, locale: Locale, knows: boolean): Promise<{ seen: string[]; result: Reply }> {
  const caller = { ...student, locale };
  const seen: string[] = [];
  let reply = await bot.dispatch(line, caller);
  while (isQuestion(reply)) {
    expect(excesses(reply)).toEqual([]);
    const { question, line: answering } = asked(reply, world.course().questions);
    seen.push(question.id);
    const answers = (knows ? rightAnswers : wrongAnswers)(question, reply, locale);
    let graded: Reply | undefined;
    for (const answer of answers) {
      graded = await bot.dispatch(`${answering} ${answer}`, caller);
      expect(graded.accent, `${question.term}: ${question.ask.ko} <- ${answer}`).toBe(knows ? 'success' : 'error');
      const told = textsOf(graded).join('\n');
      expect(told).toContain(question.why[locale]);
      if (!knows) expect(told).toContain(solution(question, locale));
      if (locale === 'en') expect(told).not.toMatch(/\p{Script=Hangul}/u);
      expect(excesses(graded)).toEqual([]);
      expect(buttonsOf(graded).map((button) => button.line)).toContain(`k8s ${question.term}`);
    }
    if (!graded) throw new Error(`nothing to answer ${question.ask.ko} with`);
    const label = buttonsOf(graded)[0]?.label ?? '';
    reply = await bot.dispatch(mainLine(graded), caller);
    const next = locale === 'ko' ? '다음 문제' : 'Next question';
    expect(label).toBe(isQuestion(reply) ? next : locale === 'ko' ? '결과 보기' : 'See the result');
  }
  return { seen, result: reply };
}

test.each([
  ['ko', true],
  ['ko', false],
  ['en', true],
  ['en', false],
] as const)(
  'every question of the course is played to its end (%s, knowing the answers: %s)',
  async (locale, knows) => {
    for (const term of playable) {
      const { seen, result } = await play(`quiz ${term.id}`, locale, knows);
      const all = term.questions.length;
      expect(seen.toSorted()).toEqual(term.questions.map(({ id }) => id).toSorted());
      const right = knows ? all : 0;
      const heading = locale === 'ko' ? `${all}문제 중 ${right}문제를 맞혔어요` : `${right} of ${all} right`;
      expect(blockOf(result, 'heading').text).toBe(heading);
      expect(excesses(result)).toEqual([]);
      expect(buttonsOf(result).map(({ line }) => line)).toEqual([
        mainLine(result),
        ...(knows ? [] : [`k8s ${term.id}`]),
      ]);
    }
    expect(logged).toEqual([]);
  },
);

test.each([
  ['quiz 20', 20],
  ['quiz', 5],
  ['quiz pod 7', 7],
  ['quiz why-kubernetes#five-functions 4', 4],
])('%s is a whole game without a question twice, and offers itself again', async (line, count) => {
  const { seen, result } = await play(line, 'ko', true);
  expect(seen).toHaveLength(count);
  expect(new Set(seen).size).toBe(count);
  const again = await play(mainLine(result), 'ko', true);
  expect(again.seen).toHaveLength(count);
  expect(again.seen).not.toEqual(seen);
});

test('what was missed is offered to look at again, once a concept', async () => {
  const { seen, result } = await play('quiz 20', 'ko', false);
  const missed = [...new Set(seen.map((id) => world.course().questions.get(id)?.term))];
  expect(textsOf(result).join('\n')).toContain(
    missed.map((id) => world.course().terms.get(id ?? '')?.title.ko).join(', '),
  );
  expect(
    buttonsOf(result)
      .slice(1)
      .map(({ line }) => line),
  ).toEqual(missed.slice(0, 5).map((id) => `k8s ${id}`));
});

test('an order that comes press by press shows what was picked so far, and is graded when it is whole', async () => {
  const question = Array.from(world.course().questions.values()).find(({ type }) => type === 'order');
  const line = `drill all.k3f9.${playerOf(student.id)}.5. ${question?.id}`;
  const shown = await bot.dispatch(line, student);
  const all = blockOf(shown, 'choice').options.map(({ value }) => value);
  expect(blockOf(shown, 'choice').picked).toEqual([]);
  const begun = await bot.dispatch(`${line} ${all[1]}${all[0]}`, student);
  expect(blockOf(begun, 'choice')).toEqual({ ...blockOf(shown, 'choice'), picked: [all[1], all[0]] });
  expect(isQuestion(await bot.dispatch(`${line} ${all.join('')}`, student))).toBe(false);
});

test('a question belongs to the student who started it', async () => {
  const started = await bot.dispatch('/quiz 파드 2', student);
  const { line } = asked(started, world.course().questions);
  const other = await bot.dispatch(`${line} a`, { ...student, id: 'test:other' });
  expect(textsOf(other)).toEqual([expect.stringContaining('다른 사람이 풀고 있는 문제')]);
  expect(other.replaces).toBeUndefined();
  expect((await bot.dispatch(`${line} a`, student)).replaces).toBe(true);
});
