import { expect, test } from 'vitest';
import { onDiscord } from '../../fakes/discord/bot.ts';
import { termFile } from '../../support/content.ts';
import { buttonsSeen, forged, idsOf, inChannel, labelsSeen, pressed, said, titleOf } from '../../support/seen.ts';
import { botOf, COURSE, folderOf } from '../../support/world.ts';

const { bot, logged: bugs } = await botOf([COURSE]);

async function playing() {
  const { discord, logged, connection } = await onDiscord({ bot });
  const minsu = discord.user('민수', { locale: 'ko' });
  const question = await discord.slash(minsu, 'guild', 'quiz', { topic: 'pod' }).settled();
  return { discord, logged, connection, minsu, question };
}

test('only the one who started a practice can play it; others are told so privately, and nothing changes', async () => {
  const { discord, minsu, question, logged } = await playing();
  const ann = discord.user('Ann', { locale: 'en-US' });
  const lookup = await discord.slash(minsu, 'guild', 'k8s', { term: '파드' }).settled();
  const shared = await pressed(discord, minsu, lookup, '📢 채널에 공유');
  const before = JSON.stringify([question, shared]);
  for (const id of [...idsOf(question), `${idsOf(question)[0]} a`]) {
    const told = await forged(discord, ann, shared, id);
    expect(said(told)).toMatch(/^Someone else is playing this one\. Start your own with <\/quiz:\d+>\.$/);
    expect(told.ephemeral).toBe(true);
  }
  expect(JSON.stringify([question, shared])).toBe(before);
  expect(inChannel(discord)).toEqual([shared]);
  await pressed(discord, minsu, question, '모르겠어요');
  expect(titleOf(question)).toBe('🌱 괜찮아요, 지금 알아 가면 돼요');
  expect(logged).toEqual([]);
});

/** What a press may say, made of a real custom id, `drill <topic>.<seed>.<player>.<count>.<marks>.<start> <question> …`. */
const FORGERIES: [string, (id: string) => string][] = [
  ['nothing but its name', () => 'drill'],
  ['no state', () => 'drill x'],
  ['a question that never was', (id) => id.replace(/(drill \S+) \S+/, '$1 zzzzzz')],
  ['a topic that never was', (id) => id.replace(/drill [^.]+/, 'drill tzzzzzz')],
  ['a name of JavaScript as its topic', (id) => id.replace(/drill [^.]+/, 'drill constructor')],
  ['a name of JavaScript as its question', (id) => id.replace(/(drill \S+) \S+/, '$1 __proto__')],
  ['too many questions', (id) => id.replace(/\.\d+\.(?=\.)/, '.99.')],
  ['no questions', (id) => id.replace(/\.\d+\.(?=\.)/, '.0.')],
  ['more marks than questions', (id) => id.replace(/\.\d+\.(?=\.)/, '.1.1111')],
  ['capitals', (id) => id.toUpperCase()],
  ['a cut', (id) => id.slice(0, 14)],
  ['an answer that never was', (id) => `${id.split(' ').slice(0, 3).join(' ')} zzz`],
  ['an endless answer', (id) => `${id.split(' ').slice(0, 3).join(' ')} ${'a'.repeat(100)}`.slice(0, 100)],
  ['a command that never was', () => 'nosuchcommand 1 2 3'],
  ['a command that only looks like one', () => '/drill all.k3f9.00000.5.'],
  ['a box for nothing', () => '✎'],
  ['characters that nobody types', () => 'drill \0\u202e\ud800'],
];

test.each(FORGERIES)('a press that was tampered with is answered kindly: %s', async (_, tamper) => {
  const { discord, minsu, question, logged } = await playing();
  const id = buttonsSeen(question).find(({ label }) => label === '모르겠어요')?.customId ?? idsOf(question)[0] ?? '';
  const pressing = discord.press(minsu, question, { customId: tamper(id), forge: true });
  const answer = await pressing.answered;
  if (answer.kind === 'modal') expect(answer.modal.fields).toHaveLength(1);
  else {
    const told = await pressing.settled();
    expect([told.ephemeral, said(told).length > 0]).toEqual([true, true]);
    expect(said(told)).not.toMatch(/문제가 생겼어요|undefined|Error/);
  }
  expect([logged.filter(({ level }) => level === 'error'), bugs]).toEqual([[], []]);
});

test('a question that is answered twice counts once, pressed at the same instant or again later', async () => {
  const { discord, minsu, question, logged } = await playing();
  const total = Number(titleOf(question).match(/\d+$/)?.[0]);
  const unknown = buttonsSeen(question).at(-1)?.customId ?? '';
  const both = await Promise.all([
    forged(discord, minsu, question, unknown),
    forged(discord, minsu, question, unknown),
  ]);
  expect(both).toEqual([question, question]);
  expect(titleOf(question)).toBe('🌱 괜찮아요, 지금 알아 가면 돼요');
  await forged(discord, minsu, question, unknown);
  for (let at = 2; at <= total; at++) {
    await pressed(discord, minsu, question, '다음 문제');
    expect(titleOf(question)).toBe(`문제 ${at} / ${total}`);
    await pressed(discord, minsu, question, '모르겠어요');
  }
  for (let at = 1; at <= total; at++) {
    await pressed(discord, minsu, question, at === 1 ? '못 맞힌 문제 다시 풀기' : '다음 문제');
    expect(titleOf(question)).toBe(`다시 풀기 ${at} / ${total}`);
    await pressed(discord, minsu, question, '모르겠어요');
  }
  await pressed(discord, minsu, question, '결과 보기');
  expect(titleOf(question)).toBe(`${total}문제 중 0문제를 맞혔어요`);
  expect(inChannel(discord, minsu)).toEqual([question]);
  expect([logged, bugs]).toEqual([[], []]);
});

test('two different answers at the same instant: one of them counts, and the practice goes on', async () => {
  const one = (ask: string) => `  - { type: single, ask: ${ask}, right: 가, wrong: [나, 다], why: 그래서 }\n`;
  const folder = folderOf({ 'glossary/a.md': termFile('a', `questions:\n${one('하나?')}${one('둘?')}`) });
  const { discord, logged } = await onDiscord({ folders: [folder] });
  const minsu = discord.user('민수', { locale: 'ko' });
  const question = await discord.slash(minsu, 'guild', 'quiz').settled();
  expect(labelsSeen(question).toSorted()).toEqual(['가', '나', '다', '모르겠어요']);
  await Promise.all(buttonsSeen(question).map(({ customId }) => forged(discord, minsu, question, customId)));
  expect(titleOf(question)).toMatch(/^(⭕ 맞았어요!|❌ 아쉬워요|🌱 .*)$/);
  await pressed(discord, minsu, question, '다음 문제');
  expect(titleOf(question)).toBe('문제 2 / 2');
  expect(logged).toEqual([]);
});
