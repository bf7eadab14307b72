import { expect, test } from 'vitest';
import { render } from '../../../src/platforms/terminal/render.ts';
import {
  allOf,
  classIn,
  GUILD,
  linesOf,
  manager,
  OTHER_ROOM,
  onDiscordAs,
  outletOf,
  ROOM,
  smallBot,
  withoutChannel,
} from '../../support/classes.ts';
import { blockOf, excesses } from '../../support/replies.ts';

const messengers = [outletOf('discord', { [ROOM]: GUILD, [OTHER_ROOM]: GUILD, 'discord:100003': 'forbidden' })];
const open = () => smallBot({ messengers });

/** What the form of a line holds, by the names of its parts. */
async function heldBy(bot: Awaited<ReturnType<typeof open>>['bot'], line = '/class form', caller = manager) {
  const reply = await bot.dispatch(line, caller);
  expect(excesses(reply)).toEqual([]);
  const { parts, fixed } = blockOf(reply, 'form');
  return { fixed, held: Object.fromEntries(parts.map(({ name, value }) => [name, value])) };
}

const filled = (options: Record<string, string>) =>
  ({ command: 'class', action: 'setup', options, filled: true }) as const;

test('without a class it holds what one would have, with a first day; with one, what that has', async () => {
  const { bot } = await open();
  const usual = { days: 'mon,tue,wed,thu,fri', time: '09:00', language: 'ko', holidays: 'rest' };
  expect(await heldBy(bot)).toEqual({ fixed: {}, held: { channel: '100001', ...usual, first: undefined } });
  await bot.dispatch('/class setup 10시 반 화목 영어 공휴일에도', manager);
  const own = { days: 'tue,thu', time: '10:30', language: 'en', holidays: 'post' };
  expect(await heldBy(bot)).toEqual({ fixed: { from: '100001' }, held: { channel: '100001', ...own } });
  expect(linesOf(await bot.dispatch('/class', manager))).toContain('class form');
});

test('sending it is /class setup: all that differs is changed and confirmed, and the class may move', async () => {
  const { bot, world } = await open();
  await bot.dispatch('/class setup 10시', manager);
  const { id } = await classIn(ROOM, world);
  const entered = { from: '100001', days: 'mon,wed', time: '2시 반', language: 'en', holidays: 'rest' };
  const reply = await bot.dispatch(filled({ ...entered, channel: '100001' }), manager);
  expect(allOf(reply).match(/^- .*$/gm)).toEqual([
    '- **요일** 평일 → 월·수',
    '- **시각** 10:00 → 02:30',
    '- **언어** 한국어 → 영어',
  ]);
  expect((await bot.dispatch(filled({ ...entered, channel: '100001' }), manager)).blocks[0]).toMatchObject({
    text: '이 채널에는 이미 수업이 있어요',
  });
  await bot.dispatch(filled({ ...entered, channel: '100002' }), manager);
  expect((await classIn(OTHER_ROOM, world)).id).toBe(id);
});

test.each([
  [{ time: '25시', days: 'mon' }, '카드가 올라올 시각: 이렇게 적어 주세요'],
  [{ channel: '100003', time: '11:00' }, '그 채널을 볼 수 없어요'],
  [{ first: '2020-03-02' }, '1년도 더 지났어요'],
])('%j is refused, and the form is offered again with what was entered', async (entered, told) => {
  const { bot, world } = await open();
  const refused = await bot.dispatch(filled(entered), manager);
  expect([refused.accent, allOf(refused)]).toEqual(['warning', expect.stringContaining(told)]);
  expect(await world.classes.within(GUILD)).toEqual([]);
  const [line = ''] = linesOf(refused);
  expect((await heldBy(bot, line)).held).toMatchObject(entered);
});

test('what is too long for a button is left out of it', async () => {
  const { bot } = await open();
  const refused = await bot.dispatch(filled({ days: 'mon', time: 'x'.repeat(200), language: 'en' }), manager);
  const [line = ''] = linesOf(refused);
  expect([excesses(refused), (await heldBy(bot, line)).held]).toEqual([
    [],
    expect.objectContaining({ days: 'mon', time: '09:00', language: 'en' }),
  ]);
});

test.each([
  [onDiscordAs('100003'), '선생님만'],
  [withoutChannel(onDiscordAs('100009', { space: 'discord:100009', manages: true })), '여기에서는 수업을'],
])('is no form for %j', async (caller, told) => {
  const { bot } = await open();
  for (const line of ['/class form', 'classform days=mon', '/class 입력창']) {
    const reply = await bot.dispatch(line, caller);
    expect([reply.accent, allOf(reply)]).toEqual(['warning', expect.stringContaining(told)]);
  }
});

test.each(['ko', 'en'] as const)('at a terminal, it shows the line that does the same (%s)', async (locale) => {
  const { bot } = await open();
  await bot.dispatch('/class setup 10시 반 화목 공휴일에도', manager);
  const shown = render(
    await bot.dispatch('/class form', { ...manager, locale }),
    { columns: 200, colour: false, boxed: false },
    locale,
  );
  const [line = ''] = /\/class (?:설정|setup) [^`]*/.exec(shown) ?? [];
  expect(line).toBe(
    locale === 'ko' ? '/class 설정 화,목 10:30 한국어 공휴일에도' : '/class setup Tue,Thu 10:30 Korean post',
  );
  const same = await bot.dispatch(line, { ...manager, locale });
  expect(same.accent).toBe('success');
  expect(allOf(same)).not.toContain('→');
});

test('whatever a forged line says, nothing breaks', async () => {
  const { bot, logged } = await open();
  for (const line of ['classform', 'classform ;;=', 'classform days=;time==', `classform ${'x'.repeat(500)}`])
    expect((await bot.dispatch(line, manager)).accent).toBe('info');
  expect(logged).toEqual([]);
});
