import { expect, test } from 'vitest';
import type { Question } from '../../src/content/model.ts';
import { namesOfQuestion, shortId } from '../../src/content/question-ids.ts';
import type { Caller } from '../../src/core/command/command.ts';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { withinLimits } from '../../src/core/reply/within-limits.ts';
import { createCourse } from '../../src/course/course.ts';
import { askedIn } from '../../src/course/hidden-questions.ts';
import { answerKey } from '../../src/questions/answer-key.ts';
import { allOf, GUILD, linesOf, manager, onDiscordAs, withoutChannel } from '../support/classes.ts';
import { openRoom } from '../support/live-room.ts';
import { asked, rightAnswers } from '../support/practice.ts';
import { blockOf, buttonsOf, excesses } from '../support/replies.ts';
import { classOf } from '../support/reporting.ts';
import { botOf, COURSE } from '../support/world.ts';

const { bot, world, logged, teach } = await botOf([COURSE]);
const NOW = Date.UTC(2026, 10, 23, 1);
const LABEL = '문제가 이상해요';

let rooms = 0;
async function begun() {
  const channel = `discord:odd${++rooms}`;
  const one = classOf(channel, GUILD);
  await world.classes.save(one, NOW);
  const teacher = { ...manager, channel };
  const student = (id: string, more: Partial<Caller> = {}): Caller =>
    onDiscordAs(`${rooms}-${id}`, { channel, ...more });
  const questions = (line = '/report questions'): Promise<Reply> => bot.dispatch(line, teacher);
  return { one, channel, teacher, student, questions };
}

const questionOf = (term: string, at = 0): Question => {
  const question = world.course().terms.get(term)?.questions[at];
  if (!question) throw new Error(`no question ${at} of ${term}`);
  return question;
};

const press = (reply: Reply, label: string): string => {
  const found = buttonsOf(reply).find((button) => button.label === label);
  if (!found) throw new Error(`no “${label}” among ${buttonsOf(reply).map((button) => button.label)}`);
  return found.line;
};

/** Answers the first question that a practice asks, and gives what is graded. */
async function graded(line: string, who: Caller): Promise<{ reply: Reply; question: Question }> {
  const first = await bot.dispatch(line, who);
  const { question, line: answering } = asked(first, world.course().questions);
  const [answer = ''] = rightAnswers(question, first, who.locale);
  return { reply: await bot.dispatch(`${answering} ${answer}`, who), question };
}

test('a student says that a graded question is odd, and why; the instructor sees it without a name', async () => {
  const { student, questions, teacher } = await begun();
  const kim = student('kim', { name: '김민수' });
  const { reply, question } = await graded('/quiz pod 1', kim);
  const told = await bot.dispatch(press(reply, LABEL), kim);
  expect(told.visibility).toBe('caller');
  // The graded question stays, with the way on.
  expect(told.replaces).toBeUndefined();
  expect(allOf(told)).toContain('선생님께 알렸어요');
  expect(excesses(told)).toEqual([]);
  const why = await bot.dispatch(press(told, '정답이 틀린 것 같아요'), kim);
  expect(allOf(why)).toContain('‘정답이 틀린 것 같아요’라고 선생님께 전했어요');
  expect(why.replaces).toBe(true);
  // Once more counts nothing.
  await bot.dispatch(press(reply, LABEL), kim);
  await bot.dispatch(press(reply, LABEL), student('lee'));
  const shown = await questions();
  expect(shown.visibility).toBe('caller');
  expect(excesses(shown)).toEqual([]);
  expect(allOf(shown)).toContain(question.ask.ko);
  expect(blockOf(shown, 'fields').fields).toEqual([
    { name: '알린 학생', value: '2명' },
    { name: '정답률', value: '100%(1/1)' },
    { name: '이유', value: '정답이 틀린 것 같아요(1명), 고르지 않음(1명)' },
  ]);
  for (const seen of [shown, await bot.dispatch('/report', teacher)]) {
    expect(allOf(seen)).not.toContain('김민수');
    expect(JSON.stringify(seen)).not.toContain(kim.id);
  }
  const overview = await bot.dispatch('/report', teacher);
  expect(allOf(overview)).toContain('학생들이 이상하다고 한 문제');
  expect(linesOf(overview)).toContain('report questions');
  expect(allOf(await bot.dispatch('/report questions', { ...teacher, locale: 'en' }))).not.toMatch(/이상|정답|이유/);
  expect(logged).toEqual([]);
});

test('a hidden question comes neither in practice nor in a live quiz of that class, until it is shown again', async () => {
  const { student, questions, teacher, one } = await begun();
  const kim = student('kim');
  const all = world.course().terms.get('pod')?.questions ?? [];
  const question = questionOf('pod');
  await bot.dispatch(`flag-question ${shortId(question)}`, kim);
  const hidden = await bot.dispatch(press(await questions(), '1번 문제 빼기'), teacher);
  expect(hidden.replaces).toBe(true);
  expect(allOf(hidden)).toContain('이제 이 수업에는 그 문제가 나오지 않아요');
  expect(allOf(hidden)).toContain('🙈 빼 둠');
  const seen = async (who: Caller): Promise<Set<string>> => {
    const ids = new Set<string>();
    let reply = await bot.dispatch(`/quiz pod ${all.length}`, who);
    while (reply.blocks.some(({ type }) => ['choice', 'input', 'menus'].includes(type))) {
      const { question: each, line } = asked(reply, world.course().questions);
      ids.add(each.id);
      reply = await bot.dispatch(`${line} ${rightAnswers(each, reply, 'ko')[0]}`, who);
      reply = await bot.dispatch(buttonsOf(reply)[0]?.line ?? '', who);
    }
    return ids;
  };
  for (const who of [kim, withoutChannel(kim)]) expect(await seen(who)).not.toContain(question.id);
  // Another class, and people of none, have it as before.
  const elsewhere = { ...student('else'), channel: 'discord:elsewhere' };
  expect(await seen(elsewhere)).toContain(question.id);
  expect((await askedIn(one, world)).course().questions.has(question.id)).toBe(false);
  const shown = await bot.dispatch(press(await questions(), '1번 문제 다시 내기'), teacher);
  expect(allOf(shown)).toContain('다시 나와요');
  expect(await seen(kim)).toContain(question.id);
  expect(logged).toEqual([]);
});

test('a live quiz of the class asks nothing that it hides, also where related concepts fill it', async () => {
  const { teacher, one } = await begun();
  const ids = (world.course().terms.get('pod')?.questions ?? []).map(({ id }) => id);
  const asked = async (line: string): Promise<string> => {
    await bot.dispatch(line, teacher);
    const [session] = await world.sessions.running(one.id);
    await bot.dispatch('/live stop', teacher);
    if (!session) throw new Error(`${line} begins nothing`);
    return session.state;
  };
  const before = await asked('/live start pod 20');
  expect(ids.some((id) => before.includes(`"${id}"`))).toBe(true);
  await world.reports.hideQuestion(one.id, ids, true, NOW);
  const after = await asked('/live start pod 20');
  expect(ids.filter((id) => after.includes(`"${id}"`))).toEqual([]);
});

test('reports and hiding follow a question whose words are corrected and that is given an id', async () => {
  const { student, questions, teacher } = await begun();
  const { content } = world.course();
  const question = questionOf('node');
  // As an older version of the course named it: by the hash of its words.
  const hash = namesOfQuestion(question).at(-1) ?? '';
  const named = (id: string, ask: string) =>
    createCourse({
      ...content,
      terms: content.terms.map((term) =>
        term.id === 'node'
          ? {
              ...term,
              questions: term.questions.map((each) =>
                each.id === question.id ? { ...each, id, ask: { ...each.ask, ko: ask } } : each,
              ),
            }
          : term,
      ),
    });
  const before = world.course();
  teach(named(hash, question.ask.ko));
  await bot.dispatch(`flag-question ${shortId({ id: hash })}`, student('kim'));
  await bot.dispatch(`hide-question ${shortId({ id: hash })} yes`, teacher);
  teach(named(question.id, question.ask.ko));
  await bot.dispatch(`flag-question ${shortId(question)}`, student('lee'));
  expect(blockOf(await questions(), 'fields').fields[0]).toEqual({ name: '알린 학생', value: '2명' });
  expect(allOf(await questions())).toContain('🙈 빼 둠');
  const shown = await bot.dispatch(press(await questions(), '1번 문제 다시 내기'), teacher);
  expect(allOf(shown)).not.toContain('🙈');
  teach(before);
  expect(logged).toEqual([]);
});

test('who is in no class is told that nobody can be told; a question that is gone is refused', async () => {
  const { student } = await begun();
  const alone = withoutChannel({ ...onDiscordAs('alone'), space: 'discord:alone' });
  const told = await bot.dispatch(`flag-question ${shortId(questionOf('pod'))}`, alone);
  expect(allOf(told)).toContain('알릴 선생님이 없어요');
  for (const line of ['flag-question zzzzzz', 'flag-question', 'flag-question zzzzzz nonsense'])
    expect(allOf(await bot.dispatch(line, student('kim')))).toContain('이제 수업 내용에 없어요');
  expect(logged).toEqual([]);
});

test('of a class whose term is over nobody is told any more', async () => {
  const { one, student } = await begun();
  const kim = student('kim');
  const { reply } = await graded('/quiz pod 1', kim);
  await world.classes.save({ ...one, closed: NOW }, NOW);
  const alone = withoutChannel({ ...kim, space: kim.id });
  expect(allOf(await bot.dispatch(press(reply, LABEL), alone))).toContain('알릴 선생님이 없어요');
  expect(await world.reports.reportedQuestions(one.id, 0)).toEqual([]);
});

test('only instructors see reports and hide questions, and of their own class, whatever buttons they have', async () => {
  const { student, one, teacher } = await begun();
  const kim = student('kim');
  const id = shortId(questionOf('pod'));
  await bot.dispatch(`flag-question ${id}`, kim);
  for (const line of ['/report questions', `hide-question ${id} yes`, `hide-question ${id} yes 1`]) {
    const reply = await bot.dispatch(line, kim);
    expect(reply.accent, line).toBe('warning');
  }
  const other = await bot.dispatch(`hide-question ${id} yes 1 another`, teacher);
  expect(allOf(other)).toContain('다른 수업의 문제라서 바꾸지 않았어요');
  expect(await world.reports.hiddenQuestions(one.id)).toEqual([]);
});

test('a page has four, and a button keeps to its page', async () => {
  const { student, questions, teacher } = await begun();
  const all = Array.from(world.course().questions.values()).slice(0, 9);
  for (const question of all) await bot.dispatch(`flag-question ${shortId(question)}`, student('kim'));
  const first = await questions();
  expect(linesOf(first)).toContain('report questions 2');
  expect(blockOf(first, 'footer').text).toContain('1/3쪽');
  const second = await questions('report questions 2');
  expect(second.replaces).toBe(true);
  const hidden = await bot.dispatch(press(second, '5번 문제 빼기'), teacher);
  expect(blockOf(hidden, 'footer').text).toContain('2/3쪽');
  expect(buttonsOf(hidden).map(({ label }) => label)).toContain('5번 문제 다시 내기');
  expect(allOf(await questions('/report 문제 99'))).toContain('3/3쪽');
  for (const reply of [first, second, hidden]) expect(excesses(reply)).toEqual([]);
});

test('what was reported is in the export, and goes with the deletion', async () => {
  const { student, questions } = await begun();
  const kim = student('kim');
  const question = questionOf('pod');
  await bot.dispatch(`flag-question ${shortId(question)} why`, kim);
  const file = blockOf(await bot.dispatch('/privacy export', kim), 'file').text;
  expect(JSON.parse(file)).toMatchObject({ reported: [{ question: question.id, reason: 'why' }] });
  await bot.dispatch(linesOf(await bot.dispatch('/privacy delete', kim))[0] ?? '', kim);
  expect(allOf(await questions())).toContain('이상하다고 한 문제가 아직 없어요');
});

test('one’s own answer in a live quiz has the button once the answer is told, and not before', async () => {
  const room = await openRoom();
  const kim = room.person('discord:11', { name: '김민수' });
  await room.begin('/live start pod 2 20s');
  await room.pass(12_000);
  await room.pick(kim, 'ask0', await room.letters(0, true));
  const own = (): Promise<Reply> => room.type(`result ${room.post('ask0').id}`, kim);
  expect(linesOf(await own()).filter((line) => line.startsWith('flag-question'))).toEqual([]);
  await room.type('/live next');
  const [line = ''] = linesOf(await own()).filter((one) => one.startsWith('flag-question'));
  expect(allOf(await room.type(line, kim))).toContain('선생님께 알렸어요');
  const shown = await room.type('/report questions');
  expect(blockOf(shown, 'fields').fields[0]).toEqual({ name: '알린 학생', value: '1명' });
});

test('a question that is hidden after an instructor has looked at a quiz’s questions is not begun with', async () => {
  const { teacher, one } = await begun();
  await bot.dispatch('/live preview pod 2', teacher);
  const ids = (world.course().terms.get('pod')?.questions ?? []).map(({ id }) => id);
  await world.reports.hideQuestion(one.id, ids, true, NOW);
  await bot.dispatch('/live start', teacher);
  const running = (await world.sessions.running(one.id)).find(({ kind }) => kind === 'live');
  expect(ids.filter((id) => running?.state.includes(`"${id}"`))).toEqual([]);
});

test('an instructor sees a reported question with its options, the right answer and why; a student sees none of it', async () => {
  for (const locale of ['ko', 'en'] as const) {
    const { channel, student, teacher } = await begun();
    const kim = student('kim');
    for (const term of ['pod', 'node', 'service']) {
      const question = questionOf(term, 1);
      await bot.dispatch(`flag-question ${shortId(question)}`, kim);
      const reply = await bot.dispatch('/report questions', { ...teacher, locale });
      expect(reply.visibility).toBe('caller');
      expect(excesses(withinLimits(reply))).toEqual([]);
      expect(allOf(reply)).toContain(answerKey(question, locale));
      expect(allOf(reply)).toContain(`✅`);
      expect(allOf(reply)).toContain(`💡 ${question.why[locale]}`);
    }
    expect(allOf(await bot.dispatch('/report questions', { ...kim, channel }))).not.toContain('✅');
  }
});
