import { expect, test } from 'vitest';
import type { Caller } from '../../src/core/command/command.ts';
import type { Locale } from '../../src/core/locale.ts';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { playerOf } from '../../src/practice/practice.ts';
import { asked, rightAnswers, wrongAnswers } from '../support/practice.ts';
import { blockOf, buttonsOf, excesses, mainLine, textsOf } from '../support/replies.ts';
import { sample } from '../support/sample.ts';
import { botOf, COURSE, student } from '../support/world.ts';

const { bot, world, logged } = await botOf([COURSE]);
const playable = Array.from(world.course().terms.values()).filter((term) => term.questions.length > 0);
const isQuestion = (reply: Reply) => reply.blocks.some(({ type }) => ['choice', 'input', 'menus'].includes(type));

const WORDS = {
  ko: { next: '다음 문제', again: '못 맞힌 문제 다시 풀기', result: '결과 보기', first: /^다시 풀기 1 \// },
  en: {
    next: 'Next question',
    again: 'Try again what was missed',
    result: 'See the result',
    first: /^Once more, 1 of /,
  },
};

let students = 0;

/** Plays a practice to its end, each with another student; one who does not know answers wrong whenever asked. */
async function play(
  line: string,
  locale: Locale,
  knows: boolean,
  caller: Caller = { ...student, id: `test:${++students}` },
): Promise<{ seen: string[]; result: Reply; caller: Caller }> {
  const reader = { ...caller, locale };
  const words = WORDS[locale];
  const seen: string[] = [];
  let reply = await bot.dispatch(line, reader);
  while (isQuestion(reply)) {
    expect(excesses(reply)).toEqual([]);
    const { question, line: answering } = asked(reply, world.course().questions);
    seen.push(question.id);
    const answers = (knows ? rightAnswers : wrongAnswers)(question, reply, locale);
    let graded: Reply | undefined;
    for (const answer of answers) {
      graded = await bot.dispatch(`${answering} ${answer}`, reader);
      expect(graded.accent, `${question.term}: ${question.ask.ko} <- ${answer}`).toBe(knows ? 'success' : 'error');
      const told = textsOf(graded).join('\n');
      const [, ask = '', marks = '', why] = textsOf(graded).filter(Boolean);
      expect(ask).toContain(question.ask[locale]);
      expect(ask).toContain(question.code?.trimEnd() ?? '');
      // Of several parts that are all wrong the right ones stand behind the marks.
      expect(marks).toMatch(/✅|정답: \*\*|right: \*\*/);
      expect(marks.includes('❌')).toBe(!knows && !(answer === 'z'));
      expect(why).toBe(question.why[locale]);
      if (locale === 'en') expect(told.replaceAll('\\', '').replace(answer, '')).not.toMatch(/\p{Script=Hangul}/u);
      expect(excesses(graded)).toEqual([]);
      expect(buttonsOf(graded).map((button) => button.line)).toContain(`ask ${question.term}`);
    }
    if (!graded) throw new Error(`nothing to answer ${question.ask.ko} with`);
    const label = buttonsOf(graded)[0]?.label ?? '';
    reply = await bot.dispatch(mainLine(graded), reader);
    const isAgain = isQuestion(reply) && words.first.test(blockOf(reply, 'heading').text);
    expect(label).toBe(isAgain ? words.again : isQuestion(reply) ? words.next : words.result);
  }
  return { seen, result: reply, caller };
}

/** Concepts whose questions are played: the same code plays them all. */
const TERMS = 60;

test.each([
  ['ko', true],
  ['ko', false],
  ['en', true],
  ['en', false],
] as const)(
  'the questions of concepts of the course are played to their end (%s, knowing the answers: %s)',
  async (locale, knows) => {
    for (const term of sample(playable, TERMS)) {
      const { seen, result } = await play(`quiz ${term.id}`, locale, knows);
      const all = term.questions.map(({ id }) => id).toSorted();
      // What was not right comes back, once.
      expect(seen.slice(0, all.length).toSorted()).toEqual(all);
      expect(seen.slice(all.length).toSorted()).toEqual(knows ? [] : all);
      const right = knows ? all.length : 0;
      const heading =
        locale === 'ko' ? `${all.length}문제 중 ${right}문제를 맞혔어요` : `${right} of ${all.length} right`;
      expect(blockOf(result, 'heading').text).toBe(heading);
      expect(excesses(result)).toEqual([]);
      const told = textsOf(result).join('\n');
      for (const [i, id] of seen.slice(0, all.length).entries()) {
        expect(told).toContain(`**${i + 1}.**`);
        const ask = world.course().questions.get(id)?.ask[locale] ?? '';
        expect(told).toContain(ask.slice(0, 12).replace(/[\\`*_[\]<>#|~&].*/, ''));
      }
      const { length } = buttonsOf(result);
      expect(
        buttonsOf(result)
          .slice(knows ? 1 : 2)
          .map(({ line }) => line),
      ).toEqual(knows ? [] : [`ask ${term.id}`]);
      expect(length).toBe(knows ? 1 : 3);
    }
    expect(logged).toEqual([]);
  },
);

test.each([
  ['quiz 20', 20],
  ['quiz', 5],
  ['quiz pod 7', 7],
  ['quiz 1장 6', 6],
  ['quiz chapter 1', 5],
  ['quiz 실습 8', 8],
  ['quiz 첫 시간 마무리', 6],
  ['quiz why-kubernetes#five-functions 4', 4],
])('%s is a whole game without a question twice, and offers itself again', async (line, count) => {
  const { seen, result, caller } = await play(line, 'ko', true);
  expect(seen).toHaveLength(count);
  expect(new Set(seen).size).toBe(count);
  const again = await play(mainLine(result), 'ko', true, caller);
  expect(again.seen).toHaveLength(count);
});

test('what was missed is listed with one’s own answer, and a button practises it', async () => {
  const { seen, result, caller } = await play('quiz 20', 'ko', false);
  const missed = [...new Set(seen.map((id) => world.course().questions.get(id)?.term))];
  const [practise, more, ...terms] = buttonsOf(result);
  expect(practise?.label).toBe('못 맞힌 20문제 연습하기');
  expect(more?.label).toBe('계속 풀기');
  expect(terms.map(({ line }) => line)).toEqual(missed.slice(0, 5).map((id) => `ask ${id}`));
  const again = await play(practise?.line ?? '', 'ko', true, caller);
  expect(again.seen.toSorted()).toEqual(seen.slice(0, 20).toSorted());
});

test('a student who does not know is told kindly, and is asked again', async () => {
  const started = await bot.dispatch('/quiz 파드 1', student);
  const { question, line } = asked(started, world.course().questions);
  for (const said of ['-', '----', '모르겠어요', '잘 모르겠어요...', '전혀 모르겠어요', '?', '글쎄요']) {
    const graded = await bot.dispatch(`${line} ${said}`, student);
    if (isQuestion(graded)) continue;
    expect(graded.accent, said).toBe('info');
    const told = textsOf(graded).join('\n');
    expect(told).not.toContain('❌');
    expect(told).toContain('괜찮아요');
    expect(told).toContain('✅');
    expect(told).toContain(question.why.ko);
  }
  const graded = await bot.dispatch(`${line} -`, student);
  expect(textsOf(graded).join('\n')).toContain('한 번 더 나와요');
  const again = await bot.dispatch(mainLine(graded), student);
  expect(asked(again, world.course().questions).question.id).toBe(question.id);
  const evidence = await world.records.evidence(student.id);
  expect(evidence.at(-1)).toMatchObject({ term: 'pod', how: 'wrong' });
  const after = await bot.dispatch(`${asked(again, world.course().questions).line} -`, student);
  const result = await bot.dispatch(mainLine(after), student);
  expect(textsOf(result).join('\n')).toContain('🤔 모르겠어요');
});

test('틀린 문제 is what was not right the last time, and nothing where all was', async () => {
  const own = { ...student, id: 'test:missed' };
  expect(textsOf(await bot.dispatch('/quiz 틀린 문제', own)).join()).toContain('다시 풀 문제가 없어요');
  const now = world.now().epochMilliseconds;
  const [one, two] = Array.from(world.course().questions.values()).slice(7);
  for (const [question, right, at] of [
    [one, false, now - 9000],
    [two, false, now - 9000],
    [two, true, now - 8000],
  ] as const)
    world.records.record({
      ...{ kind: 'answer', person: own.id, question: question?.id ?? '', term: question?.term ?? '', right, at },
    });
  const shown = await bot.dispatch('/quiz 틀린 문제', own);
  expect(blockOf(shown, 'heading').text).toBe('문제 1 / 1');
  expect(asked(shown, world.course().questions).question.id).toBe(one?.id);
});

test('what a student typed is shown as it was typed, and is no markup', async () => {
  const question = Array.from(world.course().questions.values()).find(({ type }) => type === 'typed');
  const line = `drill all.k3f9.${playerOf(student.id)}.5. ${question?.id}`;
  const told = textsOf(await bot.dispatch(`${line} **<@U1>** [a](http://b) @everyone`, student));
  expect(told.join('\n')).toContain('❌ \\*\\*\\<@U1\\>\\*\\* \\[a\\](http://b) @everyone');
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
