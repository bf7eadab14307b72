import { expect, test } from 'vitest';
import type { Caller } from '../../../src/core/command/command.ts';
import type { Reply } from '../../../src/core/reply/blocks.ts';
import { askedIn, practisedBy } from '../../../src/course/hidden-questions.ts';
import { allOf, GUILD, linesOf, manager, onDiscordAs } from '../../support/classes.ts';
import { rightAnswers } from '../../support/practice.ts';
import { blockOf, buttonsOf, excesses } from '../../support/replies.ts';
import { classOf } from '../../support/reporting.ts';
import { botOf, COURSE } from '../../support/world.ts';

const { bot, world, logged } = await botOf([COURSE]);
const NOW = Date.UTC(2026, 10, 23, 1);

let rooms = 0;
/** A class of its own with an instructor and a student, and a way to send what is filled in. */
async function open() {
  const channel = `discord:own${++rooms}`;
  const one = classOf(channel, GUILD);
  await world.classes.save(one, NOW);
  const teacher: Caller = { ...manager, channel };
  const student = onDiscordAs(`own-student-${rooms}`, { channel });
  const send = (options: Record<string, string>, who: Caller = teacher): Promise<Reply> =>
    bot.dispatch({ command: 'write-question', options, filled: true }, who);
  const say = (line: string, who: Caller = teacher): Promise<Reply> => bot.dispatch(line, who);
  const stored = async () => (await world.classQuestions.of(one.id)).questions;
  return { one, channel, teacher, student, send, say, stored };
}

const press = (reply: Reply, label: string | RegExp): string => {
  const found = buttonsOf(reply).find((button) => button.label.match(label));
  if (!found) throw new Error(`no ${label} among ${buttonsOf(reply).map((button) => button.label)}`);
  return found.line;
};

const POD = {
  concept: 'pod',
  question: '우리 반에서 정한 파드의 별명은 무엇일까요?',
  right: '꼬마',
  wrong: '대장\n막내',
  why: '첫 시간에 그렇게 정했어요.',
};

const titleOf = (reply: Reply): string => blockOf(reply, 'heading').text;

test('a question that is filled in is saved, shown as students see it, and can be tried', async () => {
  const { send, say, stored, teacher } = await open();
  const saved = await send(POD);
  expect([titleOf(saved), saved.visibility, excesses(saved)]).toEqual(['문제를 저장했어요', 'caller', []]);
  expect(allOf(saved)).toContain('파드 · 하나');
  expect(allOf(saved)).toContain(POD.question);
  const { options, line } = blockOf(saved, 'choice');
  expect(options.map(({ label }) => label).toSorted()).toEqual(['꼬마', '대장', '막내']);
  const right = options.find(({ label }) => label === '꼬마');
  const tried = await say(`${line} ${right?.value}`);
  expect([titleOf(tried), excesses(tried)]).toEqual(['⭕ 맞아요', []]);
  expect(allOf(tried)).toContain(POD.why);
  expect(titleOf(await say(`${line} -`))).toBe('❌ 아쉬워요');
  // Nothing of that is an answer of theirs.
  expect((await world.records.personalData(teacher.id)).answers).toEqual([]);
  expect(await stored()).toEqual([
    expect.objectContaining({ author: teacher.id, term: 'pod', changes: 0, classId: expect.any(String) }),
  ]);
  expect(logged).toEqual([]);
});

test('the students of the class are asked it beside the others, and no one else is', async () => {
  const [{ send, one, student, say }, other] = [await open(), await open()];
  await send(POD);
  const whole = world.course();
  const mine = (await practisedBy(student, world)).course();
  expect(mine.questions.size).toBe(whole.questions.size + 1);
  const own = mine.terms.get('pod')?.questions.at(-1);
  expect(own).toMatchObject({ ask: { ko: POD.question, en: POD.question }, term: 'pod' });
  expect(mine.own).toEqual(new Set([own?.id]));
  expect((await askedIn(one, world)).course()).toBe((await practisedBy(student, world)).course());
  expect((await practisedBy(other.student, world)).course()).toBe(whole);
  expect((await askedIn(other.one, world)).course()).toBe(whole);
  expect((await practisedBy({ id: 'discord:nobody' }, world)).course()).toBe(whole);
  // Practised: all of the concept's questions, of which it is one.
  const count = mine.terms.get('pod')?.questions.length ?? 0;
  let reply = await say('/quiz pod', student);
  const seen: string[] = [];
  for (let i = 0; i < count; i++) {
    seen.push(allOf(reply));
    const asking = reply.blocks.find((block) => block.type === 'choice' || block.type === 'input');
    if (!asking || !('line' in asking)) break;
    const name = asking.line.split(' ').at(-1) ?? '';
    const question = mine.questionNamed(name);
    if (!question) throw new Error(`no question ${name}`);
    const [answer = ''] = rightAnswers(question, reply, 'ko');
    const graded = await say(`${asking.line} ${answer}`, student);
    expect(graded.accent).toBe('success');
    reply = await say(linesOf(graded)[0] ?? '', student);
  }
  expect(seen.filter((text) => text.includes(POD.question))).toHaveLength(1);
  expect((await world.records.personalData(student.id)).answers).toContainEqual(
    expect.objectContaining({ question: own?.id, term: 'pod', right: true }),
  );
  expect(logged).toEqual([]);
});

test.each([
  [{ right: 'O' }, 'boolean', '파드 · OX'],
  [{ right: '틀려요' }, 'boolean', '파드 · OX'],
  [{ right: '30초 ±5' }, 'number', '파드 · 숫자'],
  [{ right: '꼬마\n꼬맹이' }, 'typed', '파드 · 주관식'],
  [{ right: '1. 먼저\n2. 다음\n3. 끝' }, 'order', '파드 · 순서'],
  [{ right: '먼저\n다음\n끝', type: 'order' }, 'order', '파드 · 순서'],
  [{ right: '가\n나', wrong: '다' }, 'multiple', '파드 · 여러개'],
  [{ right: '300km ±50', type: 'estimate' }, 'estimate', '파드 · 어림'],
  [{ right: '왼쪽 = 오른쪽\n위 → 아래' }, 'match', '파드 · 짝맞추기'],
  [{ right: '왼쪽 = 오른쪽\n위 = 아래', wrong: '옆', type: 'match' }, 'match', '파드 · 짝맞추기'],
  [{ right: 'a = 1\nb = 2', wrong: 'c = 3' }, 'multiple', '파드 · 여러개'],
  [{ right: '10.0.0.1' }, 'typed', '파드 · 주관식'],
  [{ right: '3 way handshake' }, 'typed', '파드 · 주관식'],
  [{ right: '5', type: 'typed' }, 'typed', '파드 · 주관식'],
])('%j is a question of the type %s, and the form opens with it again', async (given, type, about) => {
  const { send, say, stored } = await open();
  const saved = await send({ concept: 'pod', question: '무엇일까요?', why: '그래서요', ...given });
  expect([titleOf(saved), excesses(saved)]).toEqual(['문제를 저장했어요', []]);
  expect(allOf(saved)).toContain(about);
  expect(JSON.parse((await stored())[0]?.text ?? '')).toMatchObject({ version: 1, question: { type } });
  const form = blockOf(await say(press(saved, '✎ 고치기')), 'form');
  const held = Object.fromEntries(
    form.parts.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])),
  );
  // As it is, it changes nothing.
  const same = await send({ ...form.fixed, ...held });
  expect([titleOf(same), (await stored())[0]?.changes]).toEqual(['문제를 고쳤어요', 0]);
  expect(logged).toEqual([]);
});

test.each<[Record<string, string>, string[]]>([
  [{}, ['문제**: 비어', '이유**: 비어', '정답**: 비어']],
  [{ ...POD, right: '꼬마\n둘째', type: 'single' }, ['정답**: 하나만 적어']],
  [{ ...POD, wrong: '대장\n꼬마' }, ['오답**: 선택지 두 개가 똑같아요']],
  [{ ...POD, wrong: '대장\n`꼬마`' }, ['오답**: 선택지 두 개가 똑같아요']],
  [{ ...POD, wrong: '대장\n꼬\u200B마' }, ['오답**: 선택지 두 개가 똑같아요']],
  [{ ...POD, wrong: Array.from({ length: 100 }, (_, i) => `${i}`).join('\n') }, ['오답**: 너무 많아요']],
  [{ ...POD, wrong: 'a\nb\nc\nd\ne\nf' }, ['오답**: 너무 많아요. 5개까지만']],
  [{ ...POD, wrong: `대장\n${'가'.repeat(190)}` }, ['오답** 2번째 줄:', '너무 길어요']],
  [{ ...POD, right: '가'.repeat(300) }, ['정답** 1번째 줄: 너무 길어요. 200자']],
  [{ ...POD, code: 'x'.repeat(1001) }, ['코드**: 너무 길어요. 1,000자']],
  [{ ...POD, question: '*'.repeat(600) }, ['문제**: 너무 길어요. 1,000자']],
  [{ ...POD, type: 'boolean' }, ['오답**: 이 유형에는 오답이 없으니']],
  [{ ...POD, wrong: '', right: '글쎄', type: 'boolean' }, ['정답**: O와 X 가운데']],
  [{ ...POD, wrong: '', right: '많이', type: 'number' }, ['정답**: 숫자 하나로']],
  [{ ...POD, wrong: '', right: '가\n나', type: 'order' }, ['정답**: 모자라요. 3개 이상']],
  [{ ...POD, type: 'single', wrong: '' }, ['오답**: 비어']],
  [{ ...POD, wrong: '', right: '300km', type: 'estimate' }, ['정답**: 얼마나 가까우면']],
  [{ ...POD, wrong: '', right: '왼쪽 = 오른쪽\n위', type: 'match' }, ['정답**: 줄마다 ‘왼쪽']],
  [{ ...POD, wrong: '', right: '왼쪽 = 오른쪽\n위 = 오른쪽', type: 'match' }, ['정답**: 선택지 두 개가']],
  [{ ...POD, why: '\u200B' }, ['이유**: 비어']],
])('%# what is wrong is named by its part, and nothing that was entered is lost', async (given, told) => {
  const { send, say, stored } = await open();
  const refused = await send(given);
  expect([titleOf(refused), refused.accent, excesses(refused)]).toEqual(['아직 저장하지 않았어요', 'warning', []]);
  for (const one of told) expect(allOf(refused)).toContain(one);
  expect(await stored()).toEqual([]);
  const form = blockOf(await say(press(refused, '✎ 고쳐서 다시 보내기')), 'form');
  for (const { name, value } of form.parts)
    if (given[name] && given[name] !== '\u200B') expect(value).toBe(given[name]);
  expect(logged).toEqual([]);
});

test('what is far too long is refused before it is read', async () => {
  const { send, say, stored } = await open();
  const code = 'kind: Pod\n'.repeat(20_000);
  for (const reply of [await send({ ...POD, code }), await say(`/class question\n물음\n\`\`\`\n${code}\n\`\`\`\n= 답`)])
    expect([reply.accent, allOf(reply)]).toEqual(['warning', expect.stringContaining('너무 길어서')]);
  expect(await stored()).toEqual([]);
});

test('what a person writes is plain text, but for code', async () => {
  const { send, stored, student } = await open();
  const nasty =
    '@everyone <@1> **굵게** [링크](http://a.b) `kind: *Pod*`\n- 목록\n1. 번호\n# 제목\n===\n```\n<!channel>';
  const saved = await send({ ...POD, question: nasty, why: nasty, right: '*꼬마*' });
  expect(titleOf(saved)).toBe('문제를 저장했어요');
  const own = (await practisedBy(student, world)).course().terms.get('pod')?.questions.at(-1);
  expect(own?.ask.ko).toContain('\\*\\*굵게\\*\\* \\[링크\\](http://a.b) `kind: *Pod*`');
  expect(own?.ask.ko).toContain('  \n\\- 목록  \n1\\. 번호  \n\\# 제목  \n\\===');
  expect(JSON.parse((await stored())[0]?.text ?? '').question.ask.ko).toBe(
    nasty.replace('```\n<!channel>', '```\n<!channel>'),
  );
});

test('the same once more is the same question; its words are no second one, of the class or of the content', async () => {
  const { send, stored, student, say } = await open();
  await send(POD);
  // As where the bot died between the writing and the answer.
  expect(titleOf(await send(POD))).toBe('문제를 저장했어요');
  expect(await stored()).toHaveLength(1);
  const twin = await send({ ...POD, why: '다른 이유' });
  expect([titleOf(twin), allOf(twin)]).toEqual(['아직 저장하지 않았어요', expect.stringContaining('같은 문제가 이미')]);
  expect(titleOf(await say(press(twin, '그 문제 보기')))).toBe('우리 수업 문제');
  const known = world
    .course()
    .terms.get('pod')
    ?.questions.find(({ type }) => type === 'boolean');
  if (known?.type !== 'boolean') throw new Error('no such question');
  // In two languages it is another one: a class writes in one.
  expect(titleOf(await send({ concept: 'pod', question: known.ask.ko, right: 'O', why: 'x' }))).toBe(
    '문제를 저장했어요',
  );
  expect(await stored()).toHaveLength(2);
  expect((await practisedBy(student, world)).course().own.size).toBe(2);
});

test('of several who send at one moment, each question is written once', async () => {
  const { send, stored } = await open();
  const all = await Promise.all([POD, POD, { ...POD, question: '다른 물음?' }, POD].map((one) => send(one)));
  expect(all.map(titleOf)).toEqual(all.map(() => '문제를 저장했어요'));
  expect(await stored()).toHaveLength(2);
});

test('a concept is chosen from the words, offered where they do not tell, and can be changed', async () => {
  const { send, say, stored } = await open();
  const { concept: _, ...without } = POD;
  const guessed = await send(without);
  expect(allOf(guessed)).toContain('**파드** 문제로 저장했어요');
  const asked = await say(press(guessed, '다른 개념으로'));
  const [other = ''] = linesOf(asked);
  expect(other).toMatch(/^own-question to \S+ \S+$/);
  const moved = await say(other);
  expect(titleOf(moved)).toContain('옮겼어요');
  expect((await stored())[0]?.term).toBe(other.split(' ').at(-1));
  // By the name of its answer.
  expect(allOf(await send({ question: '이것의 이름은?', right: '노드', wrong: '아무개', why: 'x' }))).toContain(
    '**노드**',
  );
  const unsure = await send({
    question: '주말에 무엇을 먹었을까요?',
    right: '김치찌개',
    wrong: '된장찌개',
    why: 'x',
  });
  expect([titleOf(unsure), (await stored()).length]).toEqual(['어느 개념의 문제인가요?', 2]);
  const named = await send({ question: '어제?', right: '가', wrong: '나', why: 'x', concept: '비밀번호 이상함' });
  expect([titleOf(named), (await stored()).length]).toEqual(['어느 개념의 문제인가요?', 2]);
  const offer = linesOf(named).find((line) => line.startsWith('finish-question'));
  const finished = await say(offer ?? '');
  expect([titleOf(finished), (await stored()).length]).toEqual(['문제를 저장했어요', 3]);
});

test('an edited question keeps its records; whoever is asked the old words is not graded by the new ones', async () => {
  const { send, say, student, stored } = await open();
  const saved = await send(POD);
  const before = (await practisedBy(student, world)).course().terms.get('pod')?.questions.at(-1);
  const form = blockOf(await say(press(saved, '✎ 고치기')), 'form');
  expect(form.parts.map(({ name, value }) => [name, value])).toEqual([
    ['question', POD.question],
    ['code', undefined],
    ['right', '꼬마'],
    ['wrong', '대장\n막내'],
    ['why', POD.why],
  ]);
  const changed = await send({ ...form.fixed, ...POD, right: '막내', wrong: '대장\n왕' });
  expect([titleOf(changed), (await stored()).length]).toEqual(['문제를 고쳤어요', 1]);
  const after = (await practisedBy(student, world)).course();
  expect(after.questions.get(before?.id ?? '')).toMatchObject({ right: { ko: '막내' } });
  expect(after.questionNamed(before?.alias ?? '')).toBeUndefined();
  // Another instructor, who has opened the form before that, is told.
  const late = await send({ ...form.fixed, ...POD, right: '왕', wrong: '대장\n막내' });
  expect(allOf(late)).toContain('다른 선생님이 이 문제를 고쳤어요');
  expect((await practisedBy(student, world)).course().questions.get(before?.id ?? '')).toMatchObject({
    right: { ko: '막내' },
  });
  const again = blockOf(await say(press(late, '✎ 고쳐서 다시 보내기')), 'form');
  expect(titleOf(await send({ ...again.fixed, ...POD, right: '왕', wrong: '대장\n막내' }))).toBe('문제를 고쳤어요');
  expect((await stored())[0]?.changes).toBe(2);
});

test('a student who is just asked goes on with the new words', async () => {
  const { send, say, student, stored } = await open();
  await send(POD);
  const count = (await practisedBy(student, world)).course().terms.get('pod')?.questions.length ?? 0;
  let asked = await say(`/quiz pod ${count}`, student);
  for (let i = 0; i < count && !allOf(asked).includes(POD.question); i++) {
    const asking = asked.blocks.find((block) => block.type === 'choice' || block.type === 'input');
    const graded = await say(`${asking && 'line' in asking ? asking.line : ''} -`, student);
    asked = await say(linesOf(graded)[0] ?? '', student);
  }
  const { line, options } = blockOf(asked, 'choice');
  const [own] = await stored();
  await send({ ...POD, question: '새 별명은?', right: '왕', edit: `${own?.id}.0` });
  const answered = await say(`${line} ${options.find(({ label }) => label === '꼬마')?.value}`, student);
  expect([answered.accent, allOf(answered)]).toEqual(['warning', expect.stringContaining('그사이에 바뀌었나 봐요')]);
  expect(allOf(answered)).toContain('새 별명은?');
  const again = blockOf(answered, 'choice');
  const right = await say(`${again.line} ${again.options.find(({ label }) => label === '왕')?.value}`, student);
  expect(right.accent).toBe('success');
});

test('it is hidden and asked again, deleted and taken back', async () => {
  const { send, say, student, teacher, one } = await open();
  const saved = await send(POD);
  const count = async () => (await practisedBy(student, world)).course().own.size;
  const inLists = async () =>
    [...(await practisedBy(student, world)).course().questions.values()].some(({ ask }) => ask.ko === POD.question);
  const hidden = await say(press(saved, '🙈 빼기'));
  expect([titleOf(hidden), await inLists()]).toEqual(['이 문제를 뺐어요', false]);
  expect(allOf(await say('/class questions'))).toContain('🙈 빼 둠');
  // The same as hiding it in the report.
  expect(allOf(await bot.dispatch('/report questions', teacher))).toContain(POD.question);
  expect([titleOf(await say(press(hidden, '다시 내기'))), await inLists()]).toEqual(['이 문제를 다시 내요', true]);
  const name = (await practisedBy(student, world)).course().terms.get('pod')?.questions.at(-1)?.alias ?? '';
  const deleted = await say(press(saved, '지우기'));
  expect([titleOf(deleted), await count(), await inLists()]).toEqual(['문제를 지웠어요', 0, false]);
  // A message that asked it before is still graded.
  expect((await practisedBy(student, world)).course().questionNamed(name)?.ask.ko).toBe(POD.question);
  expect(allOf(await say('/class questions'))).toContain('아직 이 수업이 쓴 문제가 없어요');
  // Every older button leads to the way back.
  expect(titleOf(await say(press(saved, '🙈 빼기')))).toBe('문제를 지웠어요');
  expect(titleOf(await say(press(deleted, '되돌리기')))).toBe('지운 문제를 되돌렸어요');
  expect([await count(), await inLists()]).toEqual([1, true]);
  expect((await world.reports.hiddenQuestions(one.id)).length).toBe(0);
});

test('a student may do none of it, nor an instructor of another class', async () => {
  const [{ send, say, student, stored }, other] = [await open(), await open()];
  const saved = await send(POD);
  const lines = [
    ...[
      '/class question',
      '/class question 파드',
      '/class question\n물음\n= 답\n> 왜',
      '/class questions',
      'class questions export',
    ],
    ...['question-form new', 'question-form left', 'finish-question pod', ...linesOf(saved)],
  ];
  for (const line of lines) expect((await say(line, student)).accent, line).toBe('warning');
  expect((await send({ ...POD, question: '몰래?' }, student)).accent).toBe('warning');
  for (const line of linesOf(saved).filter((one) => one.startsWith('own-question')))
    expect(allOf(await other.say(line))).toContain('이 수업에는 그 문제가 없어요');
  expect(await stored()).toHaveLength(1);
  expect(await other.stored()).toEqual([]);
  for (const line of [
    'own-question',
    'own-question show',
    'own-question try x y',
    'own-question to x y',
    'question-form x',
    'write-question',
  ])
    expect((await say(line)).accent).toMatch(/warning|info/);
  expect(logged).toEqual([]);
});

test('a reported question of the class leads to its form', async () => {
  const { send, say, student, teacher } = await open();
  await send(POD);
  const own = (await practisedBy(student, world)).course().terms.get('pod')?.questions.at(-1);
  const told = await say(`flag-question ${own?.alias} answer`, student);
  expect(allOf(told)).toContain('선생님께 전했어요');
  const shown = await bot.dispatch('/report questions', teacher);
  expect(allOf(shown)).toContain(POD.question);
  expect(blockOf(await say(press(shown, /고치기$/)), 'form').parts[0]).toMatchObject({ value: POD.question });
});

test('a class takes over what the class before it has written; each keeps its own', async () => {
  const first = await open();
  await first.send(POD);
  await first.send({ ...POD, question: '지운 문제?' }).then((saved) => first.say(press(saved, '지우기')));
  expect(allOf(await first.say('class close sure'))).toContain('이 수업이 쓴 문제도 남아 있어요');
  const second = { ...classOf(first.channel, GUILD), id: `second-${first.channel}`, code: `second-${first.channel}` };
  await world.classes.save(second, NOW);
  expect((await practisedBy(first.student, world)).course()).toBe(world.course());
  const list = await first.say('/class questions');
  const line = press(list, /지난 학기 문제 가져오기\(1개\)/);
  const taken = await first.say(line);
  expect(allOf(taken)).toContain('지난 학기의 문제 1개를 가져왔어요');
  const [own] = (await world.classQuestions.of(second.id)).questions;
  const [old] = await first.stored();
  expect([own?.text, own?.term, own?.id === old?.id]).toEqual([old?.text, old?.term, false]);
  expect((await practisedBy(first.student, world)).course().own).toEqual(new Set([own?.id]));
  // Pressed once more, there is nothing left.
  expect(allOf(await first.say(line))).toContain('새로 가져올 문제가 없었어요');
});

test('the author is exported and forgotten; the question stays', async () => {
  const { send, stored, student } = await open();
  const author = onDiscordAs('leaving', { manages: true, channel: student.channel ?? '' });
  await send(POD, author);
  await send({ ...POD, right: '' }, author);
  const { written, unfinished } = await world.records.personalData(author.id);
  expect([written.length, JSON.parse(written[0]?.text ?? '').question.ask.ko]).toEqual([1, POD.question]);
  expect(unfinished).toHaveLength(1);
  expect(allOf(await bot.dispatch('/privacy export', author))).toContain('수업에 쓴 문제');
  await world.records.forget(author.id);
  expect((await stored()).map((one) => one.author)).toEqual(['']);
  expect(await world.records.personalData(author.id)).toMatchObject({ written: [], unfinished: [] });
  expect((await practisedBy(student, world)).course().own.size).toBe(1);
});

test('lines make a question; what they lack is told with the way to write them', async () => {
  const { say, stored } = await open();
  const saved = await say('/class 문제 파드\n별명은 무엇일까요?\n= 꼬마\n- 대장\n> 그렇게 정했어요.');
  expect([titleOf(saved), excesses(saved)]).toEqual(['문제를 저장했어요', []]);
  expect((await stored())[0]?.term).toBe('pod');
  const refused = await say('/class question\n물음이에요?\n= 답\n이건 뭐죠\n- 오답');
  expect(allOf(refused)).toContain('‘이건 뭐죠’ 줄이 무엇인지');
  const help = await say('/class question');
  expect(allOf(help)).toContain('= 에베레스트산');
  // As a person at a terminal changes it.
  const { inWords = '' } = blockOf(await say(press(saved, '✎ 고치기')), 'form');
  const typed = /^~+text\n([\s\S]*)\n~+$/m.exec(inWords)?.[1] ?? '';
  expect(titleOf(await say(typed.replace('대장', '왕대장')))).toBe('문제를 고쳤어요');
  expect((await stored())[0]).toMatchObject({ term: 'pod', changes: 1 });
  expect(titleOf(await say('/class question 노드 "둘 더하기 셋은?" "= 5" "- 6" "> 세어 봐요"'))).toBe(
    '문제를 저장했어요',
  );
  expect((await stored())[1]?.term).toBe('node');
});

test('English readers read English', async () => {
  const { send, teacher, student, say } = await open();
  const boss = { ...teacher, locale: 'en' } as const;
  const saved = await send(
    { ...POD, question: 'What do we call a Pod?', right: 'tiny', wrong: 'big', why: 'We said so.' },
    boss,
  );
  expect([titleOf(saved), /[가-힣]/.test(allOf(saved) + buttonsOf(saved).map(({ label }) => label))]).toEqual([
    'The question is saved',
    false,
  ]);
  for (const line of [
    '/class questions',
    '/class question',
    ...linesOf(saved).filter((one) => !/delete|hide/.test(one)),
  ]) {
    const reply = await say(line, boss);
    expect([line, /[가-힣]/.test(allOf(reply) + buttonsOf(reply).map(({ label }) => label))]).toEqual([line, false]);
  }
  const own = (await practisedBy(student, world)).course().terms.get('pod')?.questions.at(-1);
  expect(own?.ask).toEqual({ ko: 'What do we call a Pod?', en: 'What do we call a Pod?' });
  expect(logged).toEqual([]);
});
