import { describe, expect, test } from 'vitest';
import { allOptions, isTyped, usage } from '../../../src/core/command/command.ts';
import { createDispatch, createReportBug } from '../../../src/core/command/dispatch.ts';
import type { Invocation } from '../../../src/core/command/route.ts';
import { acting, whichOf } from '../../support/acting.ts';
import { ask, ENGLISH, KOREAN, says } from '../../support/listening.ts';
import { blockOf } from '../../support/replies.ts';

function open() {
  const { room, ran } = acting();
  const log = { error: (fields: object) => expect(fields).toBeUndefined() };
  const reportBug = createReportBug({ log, reference: () => 'bug-1' });
  return { room, ran, dispatch: createDispatch([ask, room], { reportBug }) };
}

describe('the first word after a command with actions', () => {
  test.each([
    ['names one', '/class show', 'class show()'],
    ['without the slash', 'class show', 'class show()'],
    ['in capitals', '/CLASS Show', 'class show()'],
    ['in full-width letters', '／ｃｌａｓｓ　ｓｈｏｗ', 'class show()'],
    ['by its Korean name', '/class 설정 #일반', 'class setup(channel=일반)'],
    ['by its Korean name, in NFD', '/class 설정 #일반'.normalize('NFD'), 'class setup(channel=일반)'],
    ['in Korean keys', '/class ㄴㅗㅐㅈ', 'class show()'],
    [
      'and leaves the rest to its options',
      '/class setup <#C1> 오후 2시 30분 월수금',
      'class setup(channel=C1 time=14:30 days=월수금)',
    ],
    ['alone', '/class', 'class()'],
    ['alone, as it is said', '수업', 'class()'],
  ])('%s', async (_, line, heading) => {
    expect(says(await open().dispatch(line, KOREAN))).toBe(heading);
  });

  test.each(['/class shw', '/class "show"', '/class show!', '/class constructor', '/class __proto__', '/수업 파드'])(
    'names none, and those that there are are told: %s',
    async (line) => {
      const { dispatch, ran } = open();
      for (const caller of [KOREAN, ENGLISH]) {
        const { accent, blocks } = await dispatch(line, caller);
        expect(accent).toBe('warning');
        const { markdown } = blockOf({ visibility: 'caller', accent, blocks }, 'text');
        expect(markdown).toMatch(whichOf(caller.locale));
        expect(markdown).toContain(
          caller.locale === 'ko' ? '- `/class 추가` 선생님을 더해요' : '- `/class add` Adds an',
        );
      }
      expect(ran).toEqual([]);
    },
  );

  test('names none in a question that only begins like a command', async () => {
    expect(says(await open().dispatch('class 리소스가 뭐야?', KOREAN))).toBe('ask(words=class 리소스가 뭐야?)');
  });

  test('is one of them in what a button says', async () => {
    const { room } = acting();
    const reportBug = createReportBug({ log: { error: () => {} }, reference: () => 'bug-1' });
    const dispatch = createDispatch([ask, { ...room, usedBy: 'buttons' }], { reportBug });
    expect(says(await dispatch('class show', KOREAN))).toBe('class show()');
    expect(blockOf(await dispatch('class gone 7', KOREAN), 'text').markdown).toMatch(whichOf('ko'));
  });

  test('is one of them where there is nobody to talk to', async () => {
    const { room } = acting();
    const reportBug = createReportBug({ log: { error: () => {} }, reference: () => 'bug-1' });
    const reply = await createDispatch([room], { reportBug })('class 파드', KOREAN);
    expect(blockOf(reply, 'text').markdown).toMatch(whichOf('ko'));
  });
});

test('an action has the caller, and the arguments that it declares alone', async () => {
  const { dispatch, ran } = open();
  await dispatch('/class add <@!12> 새로 오신 분', KOREAN);
  expect(ran).toEqual([{ name: 'class add', args: { who: '12', note: '새로 오신 분' }, caller: KOREAN }]);
});

test.each([
  ['/class setup 9시', '`/class 설정`에는 내용을 적어 주세요(채널). 예: `/class setup #일반 9시`'],
  ['/class 설정', '`/class 설정`에는 내용을 적어 주세요(채널). 예: `/class setup #일반 9시`'],
  ['/class add', '`/class 추가`에는 내용을 적어 주세요(누구).'],
])('what an action lacks is told with its own examples: %s', async (line, told) => {
  expect(blockOf(await open().dispatch(line, KOREAN), 'text').markdown).toBe(told);
});

test('what nothing takes is told where words have a form, and what may stand there', async () => {
  const { dispatch, ran } = open();
  const { markdown } = blockOf(await dispatch('/class setup #일반 `9시반쯤` 월수금', KOREAN), 'text');
  expect(markdown).toContain('‘9시반쯤’ 부분을 알아듣지 못했어요.');
  expect(markdown).toContain('`/class setup #일반 9시`처럼 적어 주세요.');
  const english = blockOf(await dispatch('/class setup #general soon', ENGLISH), 'text').markdown;
  expect(english).toMatch(/^I do not understand ‘soon’\. Write it like `\/class setup #general 09:00`\.$/);
  expect(ran).toEqual([]);
});

test('usage names the actions; an action is typed with both names', () => {
  const { room } = acting();
  expect(usage(room, 'ko')).toBe('/class <설정|show|추가>');
  const { setup, show } = room.actions ?? {};
  expect(setup && usage({ name: 'class setup', options: setup.options }, 'en')).toBe(
    '/class setup [cards] <channel> [hour of the card] [weekdays]',
  );
  expect(show && usage({ name: 'class show', options: show.options }, 'ko')).toBe('/class show');
});

test('instructors type their commands as everyone does, and what they take is in all options', () => {
  const { room } = acting();
  expect([isTyped(room), isTyped(ask), isTyped({ usedBy: 'buttons' })]).toEqual([true, true, false]);
  expect(allOptions(room).map(({ type }) => type)).toEqual([
    'integer',
    'channel',
    'word',
    'word',
    'mentionable',
    'text',
  ]);
});

test('an invocation names an action, and its values go to the options that they name', async () => {
  const { dispatch, ran } = open();
  const invoke = (action: string, options: Invocation['options']) =>
    dispatch({ command: 'class', action, options }, KOREAN);
  await invoke('setup', { channel: '123', time: '오후 2시', count: 3, days: '' });
  await invoke('추가', { who: '&77', note: '#일반 "9시"  who:12' });
  expect(ran.map(({ name, args }) => [name, args])).toEqual([
    ['class setup', { count: 3, channel: '123', time: '14:00' }],
    ['class add', { who: '&77', note: '#일반 "9시" who:12' }],
  ]);
});

test('an invocation whose action there is not any more is told those that there are', async () => {
  const { dispatch, ran } = open();
  const reply = await dispatch({ command: 'class', action: 'gone', options: { channel: '1' } }, KOREAN);
  expect(blockOf(reply, 'text').markdown).toMatch(whichOf('ko'));
  expect(ran).toEqual([]);
});

test('an invocation without its action is the bare command', async () => {
  expect(says(await open().dispatch({ command: 'class', options: {} }, KOREAN))).toBe('class()');
});
