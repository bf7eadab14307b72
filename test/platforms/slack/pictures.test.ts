import { expect, test } from 'vitest';
import type { Draw, Theme } from '../../../src/core/reply/drawable.ts';
import { onSlack } from '../../fakes/slack/bot.ts';
import {
  fromBot,
  homeOf,
  labelsSeen,
  linesSent,
  NOBODY,
  openedBy,
  pressed,
  pressedIn,
  said,
  spoken,
} from '../../fakes/slack/seen.ts';
import type { Fault, Message, Options } from '../../fakes/slack/types.ts';
import { eventually } from '../../support/eventually.ts';
import { botOf, COURSE } from '../../support/world.ts';

const { bot, logged: bugs } = await botOf([COURSE]);
const PNG = '\x89PNG';
const SHARE = '📢 채널에 공유';

async function inClass(how: Options & { draw?: Draw } = {}) {
  const { slack, logged } = await onSlack({ bot, ...how });
  return { slack, logged, minsu: slack.user('민수', { locale: 'ko-KR' }), ann: slack.user('Ann') };
}

/** The picture of a message, as Slack keeps it, and as it is shown. */
function pictureOf({ files, blocks }: Message) {
  const [file] = files;
  return {
    files: files.length,
    isPng: Buffer.from(file?.data.subarray(0, 4) ?? []).toString('latin1') === PNG,
    shown: blocks.filter(({ type }) => type === 'image').map(({ alt_text: alt }) => alt),
  };
}

const picture = (words: string) => ({ files: 1, isPng: true, shown: [expect.stringContaining(words)] });
const inWords = { files: 0, isPng: false, shown: [] };
const POD = '파드 · Pod — 컨테이너를 하나 이상 담아';

test.each([
  ['ko-KR', 'class', 'socket', SHARE, POD],
  ['en-US', 'thread', 'http', '📢 Share with the channel', 'Pod · 파드 — The smallest unit'],
] as const)(
  'a card is shown to its caller in words, since Slack takes no file there, and shared as a picture (%s, %s, %s)',
  async (locale, where, mode, share, words) => {
    const { slack, logged, minsu } = await inClass({ mode });
    const student = slack.user('학생', { locale });
    const card = await slack.mention(student, where, 'card pod').message();
    expect([pictureOf(card), card.ephemeralFor]).toEqual([inWords, student.id]);
    expect(said(card)).toContain(words.split(' — ')[1]);
    const before = JSON.stringify(card);
    const shared = await pressed(slack, student, card, share);
    expect(pictureOf(shared)).toEqual(picture(words));
    expect(said(shared).split('\n')[0]).toBe(locale === 'ko-KR' ? '학생 님이 공유했어요' : 'Shared by 학생');
    expect([shared.ephemeralFor, shared.pings]).toEqual([undefined, NOBODY]);
    expect(shared.threadTs).toBe(where === 'thread' ? slack.threadTs : undefined);
    expect(spoken(shared)).toContain(words.split(' — ')[1]);
    expect(labelsSeen(shared)).toEqual(labelsSeen(card).filter((label) => label !== share));
    expect(fromBot(slack, minsu, where, minsu)).toEqual([shared]);
    expect(JSON.stringify(card)).toBe(before);
    expect([logged, bugs]).toEqual([[], []]);
  },
);

test('today’s card is today’s; shared, it is its concept’s, and its buttons work', async () => {
  const { slack, minsu, ann } = await inClass();
  const card = await slack.command(minsu, 'class', '/card').message();
  expect(said(card)).toContain('오늘의 카드 · 11월 23일 월요일');
  const shared = await pressed(slack, minsu, card, SHARE);
  const more = await pressed(slack, ann, shared, '자세히');
  expect(linesSent(shared)).toContain(`ask ${linesSent(more).at(-1)?.replace('share ask ', '')}`);
  expect(more.ephemeralFor).toBe(ann.id);
});

test('in a direct message a card is a picture at once; by a command there it is in words', async () => {
  const { slack, logged, minsu } = await inClass();
  const named = await slack.direct(minsu, 'card 파드').message();
  expect([pictureOf(named), named.ephemeralFor]).toEqual([picture(POD), undefined]);
  expect(spoken(named)).toContain('컨테이너를 하나 이상 담아');
  expect(pictureOf(await slack.command(minsu, 'dm', '/card 파드').message())).toEqual(inWords);
  expect(logged).toEqual([]);
});

test('in the home tab and in modals a card is in words', async () => {
  const { slack, minsu } = await inClass();
  const home = await homeOf(slack, minsu);
  expect(said(home)).toContain('오늘의 카드 · 11월 23일 월요일');
  const help = await openedBy(slack, minsu, home, '할 수 있는 일');
  expect(said(await pressedIn(slack, minsu, help, '/card'))).toContain('오늘의 카드 · 11월 23일 월요일');
  expect([home, help].flatMap(({ blocks }) => blocks).some(({ type }) => type === 'image')).toBe(false);
  expect(slack.requests.some(({ method }) => method.startsWith('files.'))).toBe(false);
});

const FAILURES: [string, RegExp, Fault][] = [
  ['no address is given', /^files\.getUploadURLExternal$/, { error: 'missing_scope' }],
  ['the upload fails', /^upload$/, { status: 500 }],
  ['the upload breaks off', /^upload$/, { drop: 'before' }],
  ['it is not completed', /^files\.completeUploadExternal$/, { error: 'invalid_channel' }],
];

test.each(FAILURES)('where Slack takes no picture, its words are shared: %s', async (_, method, fault) => {
  const { slack, logged, minsu } = await inClass();
  const card = await slack.command(minsu, 'class', '/card 파드').message();
  slack.fault({ method, times: Number.POSITIVE_INFINITY }, fault);
  const shared = await pressed(slack, minsu, card, SHARE);
  expect([pictureOf(shared), shared.ephemeralFor]).toEqual([inWords, undefined]);
  expect(said(shared)).toBe(`민수 님이 공유했어요\n${said(card)}`);
  expect(logged.filter(({ level }) => level !== 'info')).toMatchObject([
    { level: 'warn', message: 'a picture could not be shown' },
  ]);
});

test('pictures are drawn for the light in which Slack is at first', async () => {
  const themes: Theme[] = [];
  const { slack, minsu } = await inClass({
    draw: async (_, theme) => {
      themes.push(theme);
      return Buffer.from(PNG, 'latin1');
    },
  });
  await slack.direct(minsu, 'card 파드').message();
  expect(themes).toEqual(['light']);
});

test('where a picture cannot be drawn, its words are shared, and operators hear of it', async () => {
  const { slack, logged, minsu } = await inClass({ draw: () => Promise.reject(new Error('no font')) });
  const card = await slack.command(minsu, 'class', '/card 파드').message();
  const shared = await pressed(slack, minsu, card, SHARE);
  expect([pictureOf(shared), said(shared)]).toEqual([inWords, `민수 님이 공유했어요\n${said(card)}`]);
  expect(logged).toMatchObject([{ level: 'warn', message: 'a picture could not be shown' }]);
});

test('a picture that Slack has not looked at yet is waited for a little', async () => {
  const { slack, minsu } = await inClass({ processing: 500 });
  const card = await slack.command(minsu, 'class', '/card 파드').message();
  const sharing = pressed(slack, minsu, card, SHARE);
  await eventually(() => expect(slack.requests.some(({ answer }) => answer.error === 'invalid_blocks')).toBe(true));
  slack.clock.run();
  expect(pictureOf(await sharing)).toEqual(picture(POD));
  expect(fromBot(slack, minsu, 'class')).toHaveLength(1);
});

test('a picture that Slack never shows is shared in words', async () => {
  const { slack, minsu } = await inClass({ processing: 3_600_000 });
  slack.clock.run();
  const card = await slack.command(minsu, 'class', '/card 파드').message();
  const shared = await pressed(slack, minsu, card, SHARE);
  expect([pictureOf(shared), said(shared)]).toEqual([inWords, `민수 님이 공유했어요\n${said(card)}`]);
  expect(fromBot(slack, minsu, 'class')).toEqual([shared]);
});
