/** A class's own question through the real clients: written, refused, corrected, answered, and never a ping. */
import { describe, expect, test } from 'vitest';
import type { Messenger } from '../../src/core/platform.ts';
import { onDiscord } from '../fakes/discord/bot.ts';
import type { Features, Interaction, Modal } from '../fakes/discord/types.ts';
import { onSlack } from '../fakes/slack/bot.ts';
import * as slackSeen from '../fakes/slack/seen.ts';
import { openChat } from '../support/chat.ts';
import { smallBot } from '../support/classes.ts';
import * as discordSeen from '../support/seen.ts';

const AGAIN = '✎ 고쳐서 다시 보내기';

const GIVEN = {
  question: '별명은 *무엇*일까요? @everyone',
  code: 'kind: Pod\n  name: a',
  right: '꼬마',
  wrong: '대장\n막내',
  why: '첫 시간에 정했어요.',
};

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
    const boss = discord.user('김선생', { locale: 'ko', permissions: '32' });
    const minsu = discord.user('민수', { locale: 'ko' });
    await discord.slash(boss, 'guild', 'class setup', { time: '9시' }).settled();
    for (const feature of without) discord.features[feature] = false;
    const stored = async () => {
      const one = await world.classes.of(`discord:${discord.guild.channelId}`);
      return (await world.classQuestions.of(one?.id ?? '')).questions;
    };
    const form = (options = {}) => discord.slash(boss, 'guild', 'class question', options);
    return { discord, boss, minsu, stored, form, quiet: () => expect([bugs, logged]).toEqual([[], []]) };
  }

  test('a form of five parts makes a question, which students are asked as plain text', async () => {
    const { discord, boss, minsu, stored, form, quiet } = await open();
    const modal = await modalOf(form({ concept: '파드' }));
    expect(modal.fields.map(({ customId, field }) => [customId, field.type, field.style, field.required])).toEqual([
      ['question', 4, 2, true],
      ['code', 4, 2, false],
      ['right', 4, 2, true],
      ['wrong', 4, 2, false],
      ['why', 4, 2, true],
    ]);
    const saved = await discord.submit(boss, modal, GIVEN).settled();
    expect(saved.ephemeral).toBe(true);
    const said = discordSeen.said(saved);
    expect(said).toContain('문제를 저장했어요');
    expect(said).toContain('별명은 \\*무엇\\*일까요?');
    expect(saved.pings).toEqual({ everyone: false, users: [], roles: [] });
    expect(await stored()).toEqual([expect.objectContaining({ term: 'pod', author: `discord:${boss.id}` })]);
    let asked = await discord.slash(minsu, 'guild', 'quiz', { topic: '파드', count: 20 }).settled();
    for (let i = 0; i < 20 && !discordSeen.said(asked).includes('별명은'); i++) {
      asked = await discordSeen.pressed(discord, minsu, asked, '모르겠어요');
      asked = await discordSeen.pressed(discord, minsu, asked, '다음 문제');
    }
    expect(discordSeen.said(asked)).toContain('kind: Pod\n  name: a');
    expect(asked.pings.everyone).toBe(false);
    quiet();
  });

  test('what is wrong is said, and the form comes back with all that was entered', async () => {
    const { discord, boss, stored, form, quiet } = await open();
    const modal = await modalOf(form({ concept: '파드', type: 'single' }));
    const refused = await discord.submit(boss, modal, { ...GIVEN, wrong: '대장\n꼬마' }).settled();
    expect(discordSeen.said(refused)).toContain('선택지 두 개가 똑같아요');
    expect(await stored()).toEqual([]);
    const again = await modalOf(discord.press(boss, refused, { label: AGAIN }));
    expect(Object.fromEntries(again.fields.map(({ customId, field }) => [customId, field.value]))).toEqual({
      ...GIVEN,
      wrong: '대장\n꼬마',
    });
    const saved = await discord.submit(boss, again, { wrong: '대장\n막내' }).settled();
    expect(discordSeen.said(saved)).toContain('문제를 저장했어요');
    const [question] = await stored();
    expect(question).toMatchObject({ term: 'pod' });
    // Changed by its button.
    const edit = await modalOf(discord.press(boss, saved, { label: '✎ 고치기' }));
    expect(edit.fields.map(({ field }) => field.value)).toEqual(Object.values(GIVEN));
    const changed = await discord.submit(boss, edit, { right: '꼬맹이' }).settled();
    expect(discordSeen.said(changed)).toContain('문제를 고쳤어요');
    expect((await stored()).map(({ id, changes }) => [id, changes])).toEqual([[question?.id, 1]]);
    quiet();
  });

  test('a type with fixed answers is picked', async () => {
    const { discord, boss, stored, form, quiet } = await open();
    const modal = await modalOf(form({ concept: '파드', type: 'boolean' }));
    expect(modal.fields.map(({ customId, field }) => [customId, field.type])).toEqual([
      ['question', 4],
      ['code', 4],
      ['right', 21],
      ['why', 4],
    ]);
    const sent = { question: '맞을까요?', right: '틀려요 (X)', why: '아니에요.' };
    await discord.submit(boss, modal, sent).settled();
    expect(JSON.parse((await stored())[0]?.text ?? '').question).toMatchObject({ type: 'boolean', answer: false });
    quiet();
  });

  test('a server without modals is told how to type it', async () => {
    const { form } = await open(['modals']);
    expect(discordSeen.said(await form().settled())).toContain('= 에베레스트산');
  });

  test('a student has no form', async () => {
    const { discord, minsu, stored } = await open();
    const shown = await discord.slash(minsu, 'guild', 'class question').settled();
    expect(discordSeen.said(shown)).toContain('선생님만');
    expect(await stored()).toEqual([]);
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
    await slack.command(boss, 'class', '/class setup 9시').message();
    const stored = async () => {
      const one = await world.classes.of(`slack:${channel}`);
      return (await world.classQuestions.of(one?.id ?? '')).questions;
    };
    return { slack, boss, stored, quiet: () => expect([bugs, logged]).toEqual([[], []]) };
  }

  test('a view makes a question; what is wrong is said with a way back to what was entered', async () => {
    const { slack, boss, stored, quiet } = await open();
    const view = await slack.command(boss, 'class', '/class question 파드').view();
    expect(view.title).toBe('우리 수업 문제 쓰기');
    const elements = view.blocks.map(({ element }) => element as Record<string, unknown>);
    expect(elements.map(({ type, multiline }) => [type, multiline])).toEqual(
      elements.map(() => ['plain_text_input', true]),
    );
    const refused = await slack
      .submit(boss, view, { ...GIVEN, question: `${GIVEN.question} <!channel>`, wrong: '꼬마' })
      .message();
    expect(slackSeen.said(refused)).toContain('선택지 두 개가 똑같아요');
    const again = await slack.press(boss, refused, { label: AGAIN }).view();
    const held = again.blocks.map(({ element }) => (element as Record<string, unknown>).initial_value);
    expect(held).toEqual([`${GIVEN.question} <!channel>`, GIVEN.code, '꼬마', '꼬마', GIVEN.why]);
    const saved = await slack.submit(boss, again, { wrong: '대장\n막내' }).message();
    expect(slackSeen.said(saved)).toContain('문제를 저장했어요');
    expect(JSON.stringify(saved)).not.toContain('<!channel>');
    expect(await stored()).toEqual([expect.objectContaining({ term: 'pod' })]);
    quiet();
  });

  test('lines in a message to the bot do the same', async () => {
    const { slack, boss, stored, quiet } = await open();
    const saved = await slack
      .mention(boss, 'class', 'class question 파드\n별명은?\n= 꼬마\n- 대장\n> 정했어요.')
      .message();
    expect(slackSeen.said(saved)).toContain('문제를 저장했어요');
    expect(JSON.parse((await stored())[0]?.text ?? '').question).toMatchObject({
      type: 'single',
      why: { ko: '정했어요.' },
    });
    quiet();
  });
});

test('at the terminal it is typed in quotes, answered, changed and deleted by numbers', async () => {
  const { bot, world } = await smallBot();
  const chat = openChat({ bot, columns: 1000, manages: true });
  let from = 0;
  const send = async (line: string): Promise<string> => {
    from = chat.shown().length;
    chat.type(`${line}\n`);
    await chat.until('\n\n', from);
    while (!chat.shown().endsWith('\n\n')) await new Promise((resolve) => setImmediate(resolve));
    return chat.shown().slice(from);
  };
  const numberOf = (shown: string, label: string): string => {
    const found = new RegExp(`\\[(\\d+)\\] ${label}`).exec(shown)?.[1];
    if (found === undefined) throw new Error(`no ${label} in ${shown}`);
    return found;
  };
  await send('/class setup 9시');
  expect(await send('/class question')).toContain('= 에베레스트산');
  const saved = await send('/class question 파드 "별명은?" "= 꼬마" "- 대장" "> 정했어요."');
  expect(saved).toContain('문제를 저장했어요');
  expect(await send(numberOf(saved, '꼬마'))).toContain('⭕ 맞아요');
  const list = await send('/class questions');
  expect(list).toContain('1. 별명은?');
  const shown = await send(numberOf(list, '1번 보기'));
  const deleted = await send(numberOf(shown, '지우기'));
  expect(deleted).toContain('문제를 지웠어요');
  expect(await send(numberOf(deleted, '되돌리기'))).toContain('되돌렸어요');
  const one = await world.classes.of('test:class');
  expect((await world.classQuestions.of(one?.id ?? '')).questions).toHaveLength(1);
  await chat.end();
});
