import { describe, expect, test } from 'vitest';
import type { Caller } from '../../src/core/command/command.ts';
import { playerOf } from '../../src/practice/practice.ts';
import { termFile } from '../support/content.ts';
import { openRoom } from '../support/live-room.ts';
import { asked } from '../support/practice.ts';
import { blockOf, mainLine, textsOf } from '../support/replies.ts';
import { folderOf } from '../support/world.ts';

const REFUSED = '지금 수업에서 함께 풀고 있는 문제예요';

const question = (n: number) =>
  `  - type: single\n    ask: 무엇일까요 ${n}?\n    right: 가\n    wrong: [나, 다]\n    why: 그래서.\n`;

/** A term of so many questions; one of them is asked in a live quiz that has no time. */
async function asking(many: number) {
  const all = Array.from({ length: many }, (_, n) => question(n)).join('');
  const room = await openRoom([folderOf({ 'glossary/a.md': termFile('a', `questions:\n${all}`) })]);
  const begin = async (): Promise<string> => {
    await room.begin('/live start a 1개 차분하게');
    await room.pass(10_000);
    const { state } = await room.session();
    return Array.from(room.world.course().questions.keys()).find((id) => state.includes(id)) ?? '';
  };
  const drill = (who: Caller, id: string): string => `drill all.k3f9.${playerOf(who.id)}.1. ${id} a`;
  const said = async (line: string, who: Caller) => textsOf(await room.type(line, who)).join('\n');
  return { ...room, begin, drill, said };
}

test('practice goes on while the store cannot tell what is asked', async () => {
  const room = await asking(2);
  room.world.sessions.waking = () => Promise.reject(new Error('it is away'));
  const { line } = asked(await room.type('/quiz a', room.person('discord:5')), room.world.course().questions);
  expect(await room.said(`${line} a`, room.person('discord:5'))).toMatch(/맞았어요|아쉬워요/);
});

/** In the class, elsewhere, and alone with the bot, where nothing tells of a class. */
const WHERE: readonly [string, (one: Caller) => Caller][] = [
  ['in the class', (one) => one],
  ['in another channel', (one) => ({ ...one, channel: 'discord:77' })],
  ['alone with the bot', ({ channel: _, ...one }) => ({ ...one, space: one.id })],
];

describe.each(WHERE)('while a question is asked, practice %s', (_, where) => {
  test('neither shows nor grades it; once it is told, both', async () => {
    const room = await asking(1);
    const who = where(room.person('discord:5'));
    // Shown just before.
    const { line } = asked(await room.type('/quiz a', who), room.world.course().questions);
    const open = await room.begin();
    for (const tried of ['/quiz a', '/quiz', line, `${line} a`, room.drill(who, open), `${room.drill(who, open)}b`])
      expect(await room.said(tried, who), tried).toContain(REFUSED);
    expect(await room.world.records.practice(who.id, 1)).toEqual({ answered: 0, right: 0, again: [] });
    // What was there stays, to be answered later.
    expect((await room.type(`${line} a`, who)).replaces).toBeUndefined();
    await room.pick(room.person('discord:6'), 'ask0', '-');
    await room.type('/live next');
    expect(asked(await room.type('/quiz a', who), room.world.course().questions).question.id).toBe(open);
    expect(await room.said(`${line} a`, who)).toMatch(/맞았어요|아쉬워요/);
  });

  test('passes it over, and the rest is played and counted as ever', async () => {
    const room = await asking(4);
    const who = where(room.person('discord:5'));
    const open = await room.begin();
    const seen: string[] = [];
    let reply = await room.type('/quiz a', who);
    while (reply.blocks.some(({ type }) => type === 'choice')) {
      const { question: one, line } = asked(reply, room.world.course().questions);
      seen.push(one.id);
      const { length } = seen;
      const heading = length > 3 ? `^다시 풀기 ${length - 3} / 3$` : `^문제 ${length} / [34]$`;
      expect(blockOf(reply, 'heading').text).toMatch(new RegExp(heading));
      reply = await room.type(mainLine(await room.type(`${line} z`, who)), who);
    }
    expect(new Set([...seen, open]).size).toBe(4);
    // What was not right is asked again.
    expect(seen).toHaveLength(6);
    expect(new Set(seen).size).toBe(3);
    expect(blockOf(reply, 'heading').text).toBe('3문제 중 0문제를 맞혔어요');
    expect(textsOf(reply).join('\n').match(/🟥/gu)).toHaveLength(3);
  });

  test('tells its answer in no summary, whatever marks the line has', async () => {
    const room = await asking(1);
    const who = where(room.person('discord:5'));
    const line = `drill all.k3f9.${playerOf(who.id)}.1.00.mwlv8xc0`;
    expect(await room.said(line, who)).toContain('✅ 가');
    await room.begin();
    const asked = await room.said(line, who);
    expect(asked).toContain(REFUSED);
    expect(asked).not.toContain('✅');
    await room.pick(room.person('discord:6'), 'ask0', '-');
    await room.type('/live next');
    expect(await room.said(line, who)).toContain('✅ 가');
  });

  test('does not review it either', async () => {
    const room = await asking(1);
    const who = where(room.person('discord:5'));
    const missed = { question: 'x', term: 'a', right: false, at: 1_700_000_000_000 };
    room.world.records.record({ kind: 'answer', person: who.id, ...missed });
    expect(blockOf(await room.type('/review', who), 'choice').options).toHaveLength(3);
    await room.begin();
    expect(await room.said('/review', who)).toContain(REFUSED);
  });
});
