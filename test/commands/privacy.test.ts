import { expect, test } from 'vitest';
import type { Caller } from '../../src/core/command/command.ts';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { blockOf, buttonsOf, excesses, textsOf } from '../support/replies.ts';
import { botOf, COURSE, student } from '../support/world.ts';

const { bot, world, logged } = await botOf([COURSE]);
const told = (reply: Reply): string => textsOf(reply).join('\n');
const AT = Date.UTC(2026, 10, 20, 1);

let people = 0;
const someone = (): Caller => ({ ...student, id: `test:${people++}` });

/** Has looked something up, answered and pressed. */
function busy(): Caller {
  const caller = someone();
  const { id: person } = caller;
  world.records.record({ kind: 'lookup', person, id: 'pod', at: AT });
  world.records.record({ kind: 'answer', person, question: 'q1', term: 'pod', right: false, at: AT + 1000 });
  world.records.record({ kind: 'press', person, post: 'p1', term: 'node', press: 'knew', at: AT + 2000 });
  return caller;
}

const isEmpty = async ({ id }: Caller): Promise<boolean> =>
  Object.values(await world.records.personalData(id)).every(({ length }) => length === 0);

const danger = (reply: Reply): string => buttonsOf(reply).find((one) => one.danger)?.line ?? '';

test.each(['/privacy', '/privacy about', '/privacy 안내', '개인정보'])(
  '%s tells what is kept, and for how long',
  async (line) => {
    const reply = await bot.dispatch(line, student);
    for (const words of ['**남기는 것**', '**남기지 않는 것**', '**언제까지**: 직접 지울 때까지'])
      expect(told(reply)).toContain(words);
    // A live answer counts in the reports by name: see pick.
    expect(told(reply)).toContain('맞힌 문제 수는 선생님의 보고서에 들어가요');
    expect(told(reply)).not.toContain('합계만 봐요');
    expect(buttonsOf(reply).map((one) => one.line)).toEqual(['privacy export', 'privacy hide', 'privacy delete']);
    const inEnglish = await bot.dispatch(line, { ...student, locale: 'en' });
    expect(told(inEnglish)).not.toMatch(/\p{Script=Hangul}/u);
    for (const one of [reply, inEnglish]) {
      expect(excesses(one)).toEqual([]);
      // It is long, and none of it may be cut.
      expect(told(one)).not.toContain('…');
    }
    // What the page keeps.
    for (const words of ['**브라우저 화면**', '400일', '10분', '120일', '12시간', '이틀'])
      expect(told(reply)).toContain(words);
    for (const words of ['**In a browser**', '400 days', 'ten minutes', '120 days', '12 hours', 'two days'])
      expect(told(inEnglish)).toContain(words);
  },
);

test.each(['/privacy export', '/privacy 내보내기'])(
  '%s hands over all that is kept, to the caller alone',
  async (line) => {
    const caller = busy();
    const answer = { session: `live${caller.id}`, question: 0, name: '민수', picked: 'a', right: true, elapsed: 900 };
    await world.sessions.begin(
      { id: answer.session, classId: line, kind: 'live', state: '{}', material: '', wakes: undefined, at: AT },
      [],
    );
    await world.sessions.answer({ ...answer, person: caller.id, at: AT + 3000 }, 0);
    const reply = await bot.dispatch(line, caller);
    expect(reply.visibility).toBe('caller');
    const { name, text } = blockOf(reply, 'file');
    expect(name).toBe('dosirak-2026-11-23.json');
    expect(JSON.parse(text)).toEqual({
      person: caller.id,
      lookups: [{ id: 'pod', at: '2026-11-20T01:00:00Z' }],
      answers: [{ question: 'q1', term: 'pod', right: false, at: '2026-11-20T01:00:01Z' }],
      practice: [],
      presses: [{ post: 'p1', term: 'node', press: 'knew', at: '2026-11-20T01:00:02Z' }],
      live: [{ ...answer, at: '2026-11-20T01:00:03Z' }],
      joined: [],
      asked: [],
      reported: [],
      homework: [],
      written: [],
      unfinished: [],
      classes: [],
      instructorOf: [],
      ownerOf: [],
      planned: [],
      managerOf: [],
      browsers: [],
    });
    expect(blockOf(reply, 'fields').fields.map(({ value }) => value)).toEqual([
      '1개',
      '1개',
      '1개',
      '0개',
      '1개',
      '0개',
      '0개',
      '0개',
      '0개',
    ]);
    expect(excesses(reply)).toEqual([]);
  },
);

test('deleting asks once; then everything is gone, also what was noted a moment ago, and all starts afresh', async () => {
  const [caller, other] = [busy(), busy()];
  const asking = await bot.dispatch('/privacy delete', caller);
  expect(asking.accent).toBe('warning');
  expect(await isEmpty(caller)).toBe(false);
  world.records.record({ kind: 'answer', person: caller.id, question: 'q2', term: 'pod', right: true, at: AT + 9000 });
  const done = await bot.dispatch(danger(asking), caller);
  expect(done).toMatchObject({ visibility: 'caller', accent: 'success', replaces: true });
  expect(told(done)).toContain('모두 합쳐 둔 숫자와 말은 그대로지만');
  expect(await isEmpty(caller)).toBe(true);
  expect(await isEmpty(other)).toBe(false);
  expect(told(await bot.dispatch('/review', caller))).toContain('아직 복습할 개념이 없어요');
  expect(blockOf(await bot.dispatch('/progress', caller), 'chart').figures.at(-1)?.value).toBe('0 / 0');
  expect(logged).toEqual([]);
});

test('somebody else’s press deletes nothing, neither theirs nor the asker’s', async () => {
  const [caller, other] = [busy(), busy()];
  const line = danger(await bot.dispatch('/privacy 지우기', caller));
  for (const pressed of [line, 'forget sure', 'forget'])
    expect(told(await bot.dispatch(pressed, other)), pressed).not.toContain('모두 지웠어요');
  expect(told(await bot.dispatch(line, other))).toContain('아무것도 지우지 않았어요');
  expect([await isEmpty(caller), await isEmpty(other)]).toEqual([false, false]);
});

test('an instructor is told what that means for the class', async () => {
  const caller = busy();
  const plain = told(await bot.dispatch('/privacy delete', caller));
  await world.classes.save(
    {
      id: 'taught',
      timetable: { zone: 'Asia/Seoul', minute: 540, weekdays: [1], holidays: false, skips: [] },
      locale: 'ko',
      channels: [{ channel: 'test:taught', space: 'test' }],
      instructors: [],
      paused: undefined,
      due: undefined,
      owner: caller.id,
      code: 'taught',
    },
    0,
  );
  const asking = await bot.dispatch('/privacy delete', caller);
  expect([plain.includes('선생님에서도 빠지니'), told(asking).includes('선생님에서도 빠지니')]).toEqual([false, true]);
  await bot.dispatch(danger(asking), caller);
  expect((await world.classes.byId('taught'))?.owner).toBe('');
});
