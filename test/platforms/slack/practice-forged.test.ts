import { expect, test } from 'vitest';
import { onSlack } from '../../fakes/slack/bot.ts';
import {
  buttonsSeen,
  changed,
  forged,
  fromBot,
  homeOf,
  labelsSeen,
  linesSent,
  openedBy,
  pressed,
  said,
  titleOf,
} from '../../fakes/slack/seen.ts';
import type { Message } from '../../fakes/slack/types.ts';
import { termFile } from '../../support/content.ts';
import { PATIENCE } from '../../support/patience.ts';
import { botOf, COURSE, folderOf } from '../../support/world.ts';

const { bot, logged: bugs } = await botOf([COURSE]);

async function playing() {
  const { slack, logged, connection } = await onSlack({ bot });
  const minsu = slack.user('민수', { locale: 'ko-KR' });
  const question = await slack.command(minsu, 'class', '/quiz 파드').message();
  return { slack, logged, connection, minsu, question };
}

/** The line that says that nothing is known. */
const passOf = (question: Message): string =>
  buttonsSeen(question).find(({ label }) => label === '모르겠어요')?.value ?? '';

test('only the one who started a practice can play it; others are told so privately, and nothing changes', async () => {
  const { slack, minsu, question, logged } = await playing();
  const ann = slack.user('Ann');
  const lookup = await slack.command(minsu, 'class', '/k8s 파드').message();
  const shared = await pressed(slack, minsu, lookup, '📢 채널에 공유');
  const before = JSON.stringify([question, shared]);
  for (const line of [...linesSent(question), `${passOf(question).slice(0, -2)} a`]) {
    const told = await forged(slack, ann, shared, line).message();
    expect(said(told)).toBe('Someone else is playing this one. Start your own with /quiz.');
    expect(told.ephemeralFor).toBe(ann.id);
  }
  expect(JSON.stringify([question, shared])).toBe(before);
  expect(fromBot(slack, ann, 'class')).toEqual([shared]);
  await pressed(slack, minsu, question, '모르겠어요');
  expect(titleOf(question)).toBe('🌱 괜찮아요, 지금 알아 가면 돼요');
  expect(logged).toEqual([]);
});

/** What a press may say, made of a real line, `drill <topic>.<seed>.<player>.<count>.<marks>.<start> <question> …`. */
const FORGERIES: [string, (line: string) => string][] = [
  ['nothing', () => ''],
  ['spaces', () => '   '],
  ['nothing but its name', () => 'drill'],
  ['no state', () => 'drill x'],
  ['a question that never was', (line) => line.replace(/(drill \S+) \S+/, '$1 zzzzzz')],
  ['a topic that never was', (line) => line.replace(/drill [^.]+/, 'drill tzzzzzz')],
  ['a name of JavaScript as its topic', (line) => line.replace(/drill [^.]+/, 'drill constructor')],
  ['a name of JavaScript as its question', (line) => line.replace(/(drill \S+) \S+/, '$1 __proto__')],
  ['too many questions', (line) => line.replace(/\.\d+\.(?=\.)/, '.99.')],
  ['no questions', (line) => line.replace(/\.\d+\.(?=\.)/, '.0.')],
  ['more marks than questions', (line) => line.replace(/\.\d+\.(?=\.)/, '.1.1111')],
  ['capitals', (line) => line.toUpperCase()],
  ['a cut', (line) => line.slice(0, 14)],
  ['a command that never was', () => 'nosuchcommand 1 2 3'],
  ['a command that only looks like one', () => '/drill all.k3f9.00000.5.'],
  ['a share of a share', () => 'share share ask pod'],
  ['a share of a question', (line) => `share ${line}`],
  ['what Slack calls everybody by', () => '<!channel> <!here> @everyone'],
  ['an endless line', () => `ask ${'파드 '.repeat(10_000)}`],
  ['characters that nobody types', () => 'drill \0\u202e\ud800'],
];

test.each(FORGERIES)('a press that was tampered with is answered kindly: %s', async (name, tamper) => {
  const { slack, minsu, question, logged } = await playing();
  // What asks a question that has gone, or never was, goes on with those that there are.
  const goesOn = name.includes('question that never') || name.includes('as its question');
  const before = JSON.stringify(question);
  const told = await forged(slack, minsu, question, tamper(passOf(question))).message();
  expect([told.ephemeralFor, said(told).length > 0, told.pings.broadcasts]).toEqual([minsu.id, true, []]);
  expect(said(told)).not.toMatch(/문제가 생겼어요|undefined|Error/);
  expect([told === question, JSON.stringify(question) === before]).toEqual([goesOn, !goesOn]);
  expect(fromBot(slack, minsu, 'class')).toEqual([]);
  expect([logged.filter(({ level }) => level === 'error'), bugs]).toEqual([[], []]);
});

test.each([
  ['an answer that never was', 'zzz'],
  ['an endless answer', 'a'.repeat(1900)],
  ['marks', '<!channel> *a* `b`'],
])('an answer that was tampered with is wrong: %s', async (_, answer) => {
  const { slack, minsu, question, logged } = await playing();
  const line = passOf(question).split(' ').slice(0, 3).join(' ');
  expect(await forged(slack, minsu, question, `${line} ${answer}`).message()).toBe(question);
  expect([titleOf(question), question.pings.broadcasts]).toEqual(['❌ 아쉬워요', []]);
  expect([logged, bugs]).toEqual([[], []]);
});

test.each(FORGERIES)('a press in a modal that was tampered with changes that modal alone: %s', async (_, tamper) => {
  const { slack, minsu, question, logged } = await playing();
  const view = await openedBy(slack, minsu, await homeOf(slack, minsu), '할 수 있는 일');
  await changed(view, forged(slack, minsu, view, tamper(passOf(question))));
  expect(said(view)).not.toMatch(/^$|문제가 생겼어요|undefined|Error/);
  expect(fromBot(slack, minsu, 'class')).toEqual([]);
  expect([logged.filter(({ level }) => level === 'error'), bugs]).toEqual([[], []]);
});

test.each([
  ['send:0', 'nothing is chosen where nothing can be', '먼저 맞는 것을 골라 주세요.'],
  ['run:', 'a button without a number', '파드'],
])('a press of a kind that is not there is answered, too: %s, %s', async (actionId, _, words) => {
  const { slack, minsu, question } = await playing();
  const told = await forged(slack, minsu, question, 'ask pod', actionId).message();
  expect([told.ephemeralFor, said(told).includes(words)]).toEqual([minsu.id, true]);
});

test.each(['nosuch:0', 'look', 'pick', '', 'RUN:0'])(
  'a press of %j, which means nothing, does nothing',
  async (actionId) => {
    const { slack, connection, minsu, question, logged } = await playing();
    const before = JSON.stringify(question);
    const made = slack.requests.length;
    await forged(slack, minsu, question, 'ask pod', actionId).acknowledged;
    await connection.stop(PATIENCE);
    expect([slack.requests.length, JSON.stringify(question)]).toEqual([made, before]);
    expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
  },
);

test('a box whose line is endless is not opened, and the one who pressed is told', async () => {
  const { slack, minsu, question } = await playing();
  const told = await forged(slack, minsu, question, 'x'.repeat(5000), 'type:0').message();
  expect([told.ephemeralFor, told === question]).toEqual([minsu.id, false]);
});

test('a question that is answered twice counts once, pressed at the same instant or again later', async () => {
  const { slack, minsu, question, logged } = await playing();
  const total = Number(titleOf(question).match(/\d+$/)?.[0]);
  const unknown = passOf(question);
  const both = [1, 2].map(() => forged(slack, minsu, question, unknown));
  expect(await Promise.all(both.map((act) => act.message()))).toEqual([question, question]);
  await expect.poll(() => both.map(({ responses }) => responses.length)).toEqual([1, 1]);
  expect(titleOf(question)).toBe('🌱 괜찮아요, 지금 알아 가면 돼요');
  await forged(slack, minsu, question, unknown).message();
  for (let at = 2; at <= total; at++) {
    await pressed(slack, minsu, question, '다음 문제');
    expect(titleOf(question)).toBe(`문제 ${at} / ${total}`);
    await pressed(slack, minsu, question, '모르겠어요');
  }
  for (let at = 1; at <= total; at++) {
    await pressed(slack, minsu, question, at === 1 ? '못 맞힌 문제 다시 풀기' : '다음 문제');
    expect(titleOf(question)).toBe(`다시 풀기 ${at} / ${total}`);
    await pressed(slack, minsu, question, '모르겠어요');
  }
  await pressed(slack, minsu, question, '결과 보기');
  expect(titleOf(question)).toBe(`${total}문제 중 0문제를 맞혔어요`);
  expect(fromBot(slack, minsu, 'class', minsu)).toEqual([question]);
  expect([logged, bugs]).toEqual([[], []]);
});

test('two different answers at the same instant: one of them counts, and the practice goes on', async () => {
  const one = (ask: string) => `  - { type: single, ask: ${ask}, right: 가, wrong: [나, 다], why: 그래서 }\n`;
  const folder = folderOf({ 'glossary/a.md': termFile('a', `questions:\n${one('하나?')}${one('둘?')}`) });
  const { slack, logged } = await onSlack({ folders: [folder] });
  const minsu = slack.user('민수', { locale: 'ko-KR' });
  const question = await slack.command(minsu, 'class', '/quiz').message();
  expect(labelsSeen(question).toSorted()).toEqual(['가', '나', '다', '모르겠어요']);
  const acts = linesSent(question).map((line) => forged(slack, minsu, question, line));
  await expect.poll(() => acts.every(({ responses }) => responses.length === 1)).toBe(true);
  expect(titleOf(question)).toMatch(/^(⭕ 맞았어요!|❌ 아쉬워요|🌱 .*)$/);
  await pressed(slack, minsu, question, '다음 문제');
  expect(titleOf(question)).toBe('문제 2 / 2');
  expect(logged).toEqual([]);
});

test('a box for an answer that was opened by force on what all can see leaves that as it is', async () => {
  const { slack, minsu, question, logged } = await playing();
  const lookup = await slack.command(minsu, 'class', '/k8s 파드').message();
  const shared = await pressed(slack, minsu, lookup, '📢 채널에 공유');
  const before = JSON.stringify(shared);
  const line = passOf(question).split(' ').slice(0, 3).join(' ');
  for (const value of [line, 'k8s', '']) {
    const box = await forged(slack, minsu, shared, value, 'type:0').view();
    const told = await slack.submit(minsu, box, 'pod').message();
    expect([told === shared, JSON.stringify(shared)], value).toEqual([false, before]);
    expect(told.ephemeralFor).toBe(minsu.id);
  }
  expect(fromBot(slack, minsu, 'class')).toEqual([shared]);
  expect(logged).toEqual([]);
});
