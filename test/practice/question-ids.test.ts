import { expect, test } from 'vitest';
import type { Question } from '../../src/content/model.ts';
import { parseFile } from '../../src/content/parse-file.ts';
import { shortId } from '../../src/content/question-ids.ts';
import { LIVE_TIMES } from '../../src/live/machine.ts';
import { markVisible } from '../../src/live/messages.ts';
import { readPlayedSession } from '../../src/live/results/played.ts';
import { beginSession } from '../../src/live/sessions.ts';
import { liveShuffle } from '../../src/live/state.ts';
import { encodePractice, optionShuffle, playerOf } from '../../src/practice/practice.ts';
import { topicKey, topicOfKey } from '../../src/practice/topics.ts';
import { renderQuestion } from '../../src/practice/views.ts';
import { termFile } from '../support/content.ts';
import { openRoom } from '../support/live-room.ts';
import { asked, rightAnswers } from '../support/practice.ts';
import { textsOf } from '../support/replies.ts';
import { stateIn } from '../support/sessions.ts';
import { courseIn, folderOf } from '../support/world.ts';

const file = (ask: string, id = ''): string =>
  termFile(
    'a',
    `questions:\n  - { type: single, ${id}ask: ${ask}, right: 파드, wrong: [노드, 볼륨, 시크릿, 잡], why: 왜 }\n`,
  );
function read(text: string): Question {
  const [question] = parseFile({ file: 'a.md', path: 'a.md', text }).term?.questions ?? [];
  if (!question) throw new Error('no question');
  return question;
}

/** A question without an id. */
const OLD = read(file('무엇?'));
const NAMED = 'id: pod-is-the-smallest-thing-that-is-placed, ';

/** A class whose author has given the question an id since. */
const roomNow = () => openRoom([folderOf({ 'a.md': file('무엇?', NAMED) })]);

test('a message of before is graded by the options it shows, and counts for the id that the question has now', async () => {
  const { world, person, type } = await roomNow();
  const student = person('discord:5');
  for (const seed of ['k3f9', 'aaaa', 'zz91']) {
    const practice = { topic: 'all', seed, player: playerOf(student.id), count: 1, marks: '' };
    const before = renderQuestion(practice, OLD, 'ko');
    const [right = ''] = rightAnswers(OLD, before, 'ko');
    expect(textsOf(await type(`drill ${encodePractice(practice)} ${OLD.id} ${right}`, student)).join()).toContain(
      '맞았어요',
    );
  }
  const { answers } = await world.records.personalData(student.id);
  expect(new Set(answers.map(({ question }) => question))).toEqual(
    new Set(['pod-is-the-smallest-thing-that-is-placed']),
  );
});

test('lines have six letters of it, however long the id is', async () => {
  const { world, person, type } = await roomNow();
  const student = person('discord:5');
  const shown = await type('/quiz a', student);
  const { line, question } = asked(shown, { get: world.course().questionNamed });
  expect(line.split(' ').at(-1)).toMatch(/^[0-9a-z]{6}$/);
  const [right = ''] = rightAnswers(question, shown, 'ko');
  expect(textsOf(await type(`${line} ${right}`, student)).join()).toContain('맞았어요');
  const key = topicKey({ kind: 'review', questions: Array.from({ length: 5 }, () => question) });
  expect(key).toHaveLength(31);
  expect(topicOfKey(key, world.course())).toMatchObject({
    questions: [question, question, question, question, question],
  });
  const before = topicOfKey(`r${OLD.id}`, world.course());
  expect(before).toMatchObject({ kind: 'review', questions: [{ id: question.id }] });
});

test('a live quiz of an older version is reported as it was shown, and its open question is closed to practice', async () => {
  const room = await roomNow();
  const { world, one, person } = room;
  const now = () => world.now().epochMilliseconds;
  // An older version kept no questions beside a session.
  world.sessions.material = async () => undefined;
  await beginSession(one, { questions: [OLD], mode: 'calm', open: 20_000 }, undefined, now(), world);
  await room.type('/live resume');
  await room.pass(LIVE_TIMES.countdown);
  for (const { channel } of one.channels) await markVisible(room.post('ask0', channel), now(), world);
  expect(JSON.stringify(await room.type('/quiz a', person('discord:5')).catch((error: unknown) => error))).toContain(
    '함께 풀고 있는',
  );
  const { id } = await room.session();
  const past = await readPlayedSession(await room.session(), world);
  const [question] = past?.questions ?? [];
  if (!question) throw new Error('no question');
  const items = ['가', '나', '다', '라', '마', '바'];
  expect(liveShuffle(id, question)(items)).toEqual(liveShuffle(id, OLD)(items));
  await room.pick(person('discord:5'), 'ask0', await room.letters(0, true));
  await room.type('/live next');
  const { answers } = await world.records.personalData('discord:5');
  expect(answers).toMatchObject([{ question: 'pod-is-the-smallest-thing-that-is-placed', right: true }]);
  expect(stateIn(await room.session()).live.plan.questions).toEqual([OLD.id]);
});

test('what was missed in a quiz of before is asked again, though its question has an id since', async () => {
  const room = await openRoom([folderOf({ 'a.md': file('무엇?') })]);
  await room.begin('/live start');
  await room.pass(LIVE_TIMES.countdown);
  await room.pick(room.person('discord:5'), 'ask0', await room.letters(0, false));
  await room.type('/live stop');
  const { id } = await room.session();
  room.teach(courseIn([folderOf({ 'a.md': file('무엇?', NAMED) })]));
  expect(textsOf(await room.type(`recap ${id} again yes`)).join('\n')).toContain('참여를 받고 있어요');
  const { live } = stateIn(await room.session());
  expect(live.plan.questions).toEqual(['pod-is-the-smallest-thing-that-is-placed']);
});

test('what was answered before its question had an id is exported with the id', async () => {
  const { world, person, type } = await roomNow();
  const student = person('discord:5');
  world.records.record({ kind: 'answer', person: student.id, question: OLD.id, term: 'a', right: true, at: 1 });
  const reply = await type('/privacy export', student);
  const kept = reply.blocks.find((block) => block.type === 'file');
  expect(kept?.text).toContain('"question": "pod-is-the-smallest-thing-that-is-placed"');
});

test('the options of a question that keeps its hash as its id are drawn as before', () => {
  const kept = read(file('고친 말', `id: "${OLD.id}", `));
  const practice = { topic: 'all', seed: 'k3f9', player: '0p7x2', count: 1, marks: '' };
  const items = ['가', '나', '다', '라', '마', '바'];
  expect(shortId(kept)).toBe(OLD.id);
  expect(optionShuffle(practice, kept)(items)).toEqual(optionShuffle(practice, OLD)(items));
});

test('of two questions with one id the later one is not asked: its answer would be graded as the other', async () => {
  const copied = termFile('b', 'questions:\n  - { type: boolean, id: k3f9zz, ask: 둘, answer: true, why: 왜 }\n');
  const room = await openRoom([folderOf({ 'a.md': file('하나', 'id: k3f9zz, '), 'b.md': copied })]);
  const student = room.person('discord:5');
  expect(Array.from(room.world.course().terms.values(), ({ questions }) => questions.map(({ ask }) => ask.ko))).toEqual(
    [['하나'], []],
  );
  const shown = await room.type('/quiz a', student);
  const { line, question } = asked(shown, { get: room.world.course().questionNamed });
  const [right = ''] = rightAnswers(question, shown, 'ko');
  expect(textsOf(await room.type(`${line} ${right}`, student)).join()).toContain('맞았어요');
});

test('what is asked now is closed to practice under the id that an author gives it meanwhile', async () => {
  const room = await openRoom([folderOf({ 'a.md': file('무엇?', NAMED) })]);
  const { world, one, person } = room;
  const now = () => world.now().epochMilliseconds;
  await beginSession(
    one,
    { questions: [...world.course().questions.values()], mode: 'calm', open: 20_000 },
    undefined,
    now(),
    world,
  );
  await room.type('/live resume');
  await room.pass(LIVE_TIMES.countdown);
  for (const id of ['id: another, ', '']) {
    room.teach(courseIn([folderOf({ 'a.md': file('무엇?', id) })]));
    await expect(room.type('/quiz a', person('discord:5')).then((reply) => textsOf(reply).join())).resolves.toContain(
      '함께 풀고 있는',
    );
  }
});
