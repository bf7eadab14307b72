/** The form of a class's settings through the real clients: opened, filled in, refused, and on servers that know less. */
import { describe, expect, test } from 'vitest';
import type { Messenger } from '../../src/core/platform.ts';
import { onDiscord } from '../fakes/discord/bot.ts';
import type { Features, Interaction, Modal } from '../fakes/discord/types.ts';
import { onSlack } from '../fakes/slack/bot.ts';
import { labelsSeen, linesSent, said } from '../fakes/slack/seen.ts';
import { smallBot } from '../support/classes.ts';
import * as discordSeen from '../support/seen.ts';

const AGAIN = '✎ 고쳐서 다시 보내기';

async function modalOf(interaction: Interaction): Promise<Modal> {
  const answer = await interaction.answered;
  if (answer.kind !== 'modal') throw new Error(`no modal but ${answer.kind}`);
  return answer.modal;
}

describe('on Discord', () => {
  async function open(without: readonly (keyof Features)[] = []) {
    const messengers: Messenger[] = [];
    const { bot, world, logged: bugs } = await smallBot({ messengers });
    const { discord, connection, logged } = await onDiscord({ bot });
    messengers.push(connection.messenger);
    for (const feature of without) discord.features[feature] = false;
    const boss = discord.user('김선생', { locale: 'ko', permissions: '32' });
    const klass = async (channel = discord.guild.channelId) => world.classes.of(`discord:${channel}`);
    const form = () => discord.slash(boss, 'guild', 'class form');
    const callbacks = () => discord.requests.filter(({ path }) => path.includes('/callback')).length;
    return { discord, boss, klass, form, callbacks, quiet: () => expect([bugs, logged]).toEqual([[], []]) };
  }

  test('it has five parts that hold what the class has, and sending it changes what was changed', async () => {
    const { discord, boss, klass, form, quiet } = await open();
    await discord.slash(boss, 'guild', 'class setup', { time: '9시 반' }).settled();
    const modal = await modalOf(form());
    expect(modal.fields.map(({ customId, field }) => [customId, field.type])).toEqual([
      ['channel', 8],
      ['days', 3],
      ['time', 4],
      ['language', 21],
      ['holidays', 21],
    ]);
    const sent = { days: ['월', '수'], time: '오후 2시', language: '영어', holidays: '올리기' };
    const done = await discord.submit(boss, modal, sent).settled();
    for (const told of ['평일 → 월·수', '09:30 → 14:00', '한국어 → 영어', '쉬어요 → 올려요'])
      expect(discordSeen.said(done)).toContain(told);
    expect(await klass()).toMatchObject({
      locale: 'en',
      timetable: { weekdays: [1, 3], minute: 840, holidays: false, zone: 'Asia/Seoul' },
    });
    // As it is, it changes nothing.
    const same = await discord.submit(boss, await modalOf(form()), {}).settled();
    expect(discordSeen.said(same)).toContain('그대로 두었어요');
    quiet();
  });

  test('an hour that is none is said, and the form comes back with what was entered', async () => {
    const { discord, boss, klass, form, quiet } = await open();
    const sent = { days: ['화'], time: '25시', language: '영어' };
    const refused = await discord.submit(boss, await modalOf(form()), sent).settled();
    expect(discordSeen.said(refused)).toContain('카드가 올라올 시각: 이렇게 적어 주세요');
    expect(await klass()).toBeUndefined();
    const again = await modalOf(discord.press(boss, refused, { label: AGAIN }));
    const values = Object.fromEntries(again.fields.map(({ customId, field }) => [customId, field]));
    expect(values.time?.value).toBe('25시');
    // What was chosen is chosen still: only the hour is corrected.
    const done = await discord.submit(boss, again, { time: '9시' }).settled();
    // The message that said what was wrong says now what came of it.
    expect(done.id).toBe(refused.id);
    expect(await klass()).toMatchObject({ locale: 'en', timetable: { weekdays: [2], minute: 540 } });
    quiet();
  });

  test('another channel moves the class there', async () => {
    const { discord, boss, klass, form, quiet } = await open();
    await discord.slash(boss, 'guild', 'class setup').settled();
    const other = discord.channel('other');
    const id = (await klass())?.id;
    const done = await discord.submit(boss, await modalOf(form()), { channel: other }).settled();
    expect(discordSeen.titleOf(done)).toBe('수업을 다른 채널로 옮겼어요');
    expect([await klass(), (await klass(other))?.id]).toEqual([undefined, id]);
    quiet();
  });

  test.each<readonly [without: (keyof Features)[], types: number[]]>([
    [['radio'], [8, 3, 4, 3, 3]],
    [
      ['radio', 'modalMenus'],
      [4, 4, 4, 4, 4],
    ],
    [
      ['radio', 'modalMenus', 'label'],
      [4, 4, 4, 4, 4],
    ],
  ])('a server without %j has a plainer form, and is not asked for the newer one again', async (without, types) => {
    const { discord, boss, klass, form, callbacks } = await open(without);
    const modal = await modalOf(form());
    expect(modal.fields.map(({ field }) => field.type)).toEqual(types);
    const before = callbacks();
    await modalOf(form());
    expect(callbacks() - before).toBe(1);
    const isMenu = types.includes(3);
    const sent = isMenu
      ? { days: ['토', '일'], time: '10시', language: '영어', holidays: '올리기' }
      : { days: '주말', time: '10시', language: '영어', holidays: '공휴일에도' };
    await discord.submit(boss, modal, sent).settled();
    expect(await klass()).toMatchObject({
      locale: 'en',
      timetable: { weekdays: [6, 7], minute: 600, holidays: false },
    });
  });

  test('a server without modals is told in words what to type, and is not asked for one again', async () => {
    const { form, callbacks } = await open(['modals']);
    const shown = await form().settled();
    expect(discordSeen.said(shown)).toMatch(/<\/class setup:\d+> `요일:월,화,수,목,금 시각:09:00 /);
    expect(discordSeen.labelsSeen(shown)).toEqual([]);
    const before = callbacks();
    await form().settled();
    expect(callbacks() - before).toBe(1);
  });

  test('a student has no form', async () => {
    const { discord, klass } = await open();
    const minsu = discord.user('민수', { locale: 'ko' });
    expect(discordSeen.said(await discord.slash(minsu, 'guild', 'class form').settled())).toContain('선생님만');
    expect(await klass()).toBeUndefined();
  });
});

describe.each(['socket', 'http'] as const)('on Slack by %s', (mode) => {
  async function open() {
    const messengers: Messenger[] = [];
    const { bot, world, logged: bugs } = await smallBot({ messengers });
    const { slack, connection, logged } = await onSlack({ bot, mode });
    messengers.push(connection.messenger);
    const boss = slack.user('박선생', { locale: 'ko-KR', rank: 'admin' });
    const channel = slack.channelId(boss, 'class');
    const klass = async () => world.classes.of(`slack:${channel}`);
    const form = () => slack.command(boss, 'class', '/class form').view();
    return { slack, boss, channel, klass, form, quiet: () => expect([bugs, logged]).toEqual([[], []]) };
  }

  test('it has pickers that hold what a class would have, and sending it begins one on its first day', async () => {
    const { slack, boss, klass, form, quiet } = await open();
    const view = await form();
    const types = view.blocks.map(({ element }) => (element as { type: string }).type);
    expect(types).toEqual([
      'conversations_select',
      'multi_static_select',
      'timepicker',
      'radio_buttons',
      'radio_buttons',
      'datepicker',
    ]);
    const sent = { days: ['월', '목'], time: '14:30', language: '영어', first: '2027-03-02' };
    const done = await slack.submit(boss, view, sent).message();
    expect(said(done)).toContain('첫 카드는');
    expect(await klass()).toMatchObject({
      locale: 'en',
      timetable: { weekdays: [1, 4], minute: 870, holidays: true, first: '2027-03-02' },
    });
    // It has not begun yet, so that its first day may still be changed, as all else.
    const again = await form();
    const changed = await slack.submit(boss, again, { holidays: '올리기', first: '2027-03-03' }).message();
    expect(said(changed)).toContain('쉬어요 → 올려요');
    expect((await klass())?.timetable).toMatchObject({ first: '2027-03-03', weekdays: [1, 4], holidays: false });
    quiet();
  });

  test('a button of a reply opens it, and what comes of it takes the place of that reply', async () => {
    const { slack, boss, klass, quiet } = await open();
    const shown = await slack.command(boss, 'class', '/class setup 9시').message();
    expect(linesSent(shown)).toContain('class form');
    const view = await slack.press(boss, shown, { label: '✎ 설정 바꾸기' }).view();
    const done = await slack.submit(boss, view, { time: '10:00' }).message();
    expect(said(done)).toContain('09:00 → 10:00');
    expect((await klass())?.timetable.minute).toBe(600);
    quiet();
  });

  test('what the options do not take is said beside its part, and the form stays open', async () => {
    const { slack, boss, klass, form } = await open();
    slack.fault({ method: /views\.open/, times: 1 }, { error: 'invalid_arguments' });
    // A plainer form, of texts alone.
    const view = await form();
    expect(view.blocks.every(({ element }) => (element as { type: string }).type === 'plain_text_input')).toBe(true);
    const refused = await slack.submit(boss, view, { time: '25시', language: '독일어' }).acknowledged;
    expect(refused).toEqual({
      response_action: 'errors',
      errors: {
        'form:time': expect.stringContaining('이렇게 적어 주세요'),
        'form:language': expect.stringContaining('이 중 하나를'),
      },
    });
    expect(await klass()).toBeUndefined();
    await slack.submit(boss, view, { time: '10시', language: '한국어' }).message();
    expect((await klass())?.timetable.minute).toBe(600);
  });

  test('a server that takes no form is told in words what to type, and is not asked again', async () => {
    const { slack, boss } = await open();
    const fault = slack.fault(
      { method: /views\.open/, times: Number.POSITIVE_INFINITY },
      { error: 'invalid_arguments' },
    );
    const shown = await slack.command(boss, 'class', '/class form').message();
    expect(said(shown)).toContain('/class 설정 월,화,수,목,금 09:00');
    expect(labelsSeen(shown)).toEqual([]);
    const struck = fault.struck();
    await slack.command(boss, 'class', '/class form').message();
    expect(fault.struck()).toBe(struck);
  });

  test('where nothing can open it, a mention of the bot gets a button that does', async () => {
    const { slack, boss, quiet } = await open();
    const shown = await slack.mention(boss, 'class', 'class form').message();
    expect(said(shown)).toContain('/class 설정');
    const view = await slack.press(boss, shown, { label: '✎ 입력 창 열기' }).view();
    expect(view.title).toBe('수업 설정');
    quiet();
  });

  test('a channel without the bot is refused with the form again', async () => {
    const { slack, boss, form, klass } = await open();
    const refused = await slack.submit(boss, await form(), { channel: 'C0NOTHERE', time: '11:00' }).message();
    expect(said(refused)).toContain('/invite @도시락');
    const view = await slack.press(boss, refused, { label: AGAIN }).view();
    const time = view.blocks.map(({ element }) => element as Record<string, unknown>).find((one) => one.initial_time);
    expect(time?.initial_time).toBe('11:00');
    expect(await klass()).toBeUndefined();
  });
});
