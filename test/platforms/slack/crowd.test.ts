import { expect, test } from 'vitest';
import { command } from '../../../src/core/command/command.ts';
import { createDispatch, createReportBug } from '../../../src/core/command/dispatch.ts';
import { onSlack } from '../../fakes/slack/bot.ts';
import { changed, forged, fromBot, homeOf, openedBy, pressed, said, spoken, titleOf } from '../../fakes/slack/seen.ts';
import { PATIENCE } from '../../support/patience.ts';
import { botOf, COURSE } from '../../support/world.ts';

const { bot, world, logged: bugs } = await botOf([COURSE]);

const WHERE = ['class', 'thread', 'dm'] as const;

test.each(['socket', 'http'] as const)(
  'a hundred people at once are all answered, each alone with their own answer (%s)',
  async (mode) => {
    const { slack, logged } = await onSlack({ bot, mode });
    const people = Array.from(world.course().terms.values())
      .slice(0, 100)
      .map((term, i) => ({ term, user: slack.user(`학생 ${i}`, { locale: 'ko-KR' }), where: WHERE[i % 3] ?? 'dm' }));
    const asked = people.map(({ user, term: { id }, where }) => {
      if (where === 'class') return slack.command(user, where, `/k8s ${id}`);
      return where === 'thread' ? slack.mention(user, where, id) : slack.direct(user, id);
    });
    await Promise.all(asked.map((act) => act.message()));
    for (const { user, term, where } of people)
      expect(fromBot(slack, user, where, user).map(titleOf)).toEqual([term.title.ko]);
    for (const where of ['class', 'thread'] as const) expect(fromBot(slack, slack.user('Ann'), where)).toEqual([]);
    expect([logged, bugs]).toEqual([[], []]);
  },
);

test('a hundred people at once play their own practices, in messages and in modals', async () => {
  const { slack, logged } = await onSlack({ bot });
  const people = Array.from(world.course().terms.values())
    .slice(0, 50)
    .map((term, i) => ({ term, user: slack.user(`학생 ${i}`, { locale: 'ko-KR' }) }));
  const graded = await Promise.all(
    people.map(async ({ term, user }, i) => {
      if (i % 2 === 0) {
        const question = await slack.command(user, 'class', `/quiz ${term.id}`).message();
        return pressed(slack, user, question, '모르겠어요');
      }
      const view = await openedBy(slack, user, await homeOf(slack, user), '아무거나 풀기');
      return changed(view, slack.press(user, view, { label: '모르겠어요' }));
    }),
  );
  for (const [i, shown] of graded.entries()) {
    expect(titleOf(shown)).toBe('🌱 괜찮아요, 지금 알아 가면 돼요');
    const user = people[i]?.user;
    if (user) expect(fromBot(slack, user, 'class', user)).toEqual(i % 2 === 0 ? [shown] : []);
  }
  expect([logged, bugs]).toEqual([[], []]);
});

test('what Slack sends twice is answered once', async () => {
  const { slack, connection, logged } = await onSlack({ bot });
  const minsu = slack.user('민수', { locale: 'ko-KR' });
  slack.socket.duplicate(2);
  const seen = await slack.command(minsu, 'class', '/k8s 파드').message();
  const shared = await pressed(slack, minsu, seen, '📢 채널에 공유');
  const question = await slack.mention(minsu, 'class', 'quiz 파드').message();
  await pressed(slack, minsu, question, '모르겠어요');
  const direct = await slack.direct(minsu, '파드').message();
  const home = await homeOf(slack, minsu);
  await openedBy(slack, minsu, home, '자세히');
  await connection.stop(PATIENCE);
  expect(fromBot(slack, minsu, 'class', minsu)).toEqual([seen, shared, question]);
  expect(fromBot(slack, minsu, 'dm', minsu)).toEqual([direct]);
  expect(question.edits).toBe(1);
  const made = slack.requests.map(({ method }) => method).filter((method) => /^(response|chat|views)/.test(method));
  expect(made.toSorted()).toEqual([
    'chat.postEphemeral',
    'chat.postMessage',
    'response_url',
    'response_url',
    'response_url',
    'views.open',
    'views.publish',
  ]);
  expect(new Set(logged.map(({ message }) => message))).toEqual(new Set(['sent twice, handled once']));
});

/** A bot whose card is broken. */
function broken() {
  const failed: object[] = [];
  let count = 0;
  const secret = new Error('password=hunter2');
  const card = command({
    name: 'card',
    summary: { ko: '고장', en: 'Broken' },
    usedBy: 'everyone',
    examples: [],
    options: {},
    run: () => Promise.reject(secret),
  });
  const commands = bot.commands.map((one) => (one.name === 'card' ? card : one));
  const log = { error: (fields: object) => void failed.push(fields) };
  const reportBug = createReportBug({ log, reference: () => `bug-${++count}` });
  const dispatch = createDispatch(commands, { reportBug });
  return { failed, secret, bot: { commands, dispatch, reportBug } };
}

test.each([
  ['ko-KR', /번호를 알려 주세요: bug-(\d)/],
  ['en-US', /tell your instructor this number: bug-(\d)/],
])('a command that fails tells its caller alone a reference, which is in the log (%s)', async (locale, words) => {
  const { failed, secret, bot: ours } = broken();
  const { slack, logged } = await onSlack({ bot: ours });
  const student = slack.user('학생', { locale });
  const fine = await slack.command(student, 'class', '/dosirak').message();
  const before = JSON.stringify(fine);
  const home = await homeOf(slack, student);
  const help = await openedBy(slack, student, home, locale === 'ko-KR' ? '할 수 있는 일' : 'What I can do');
  const told = [
    await slack.command(student, 'class', '/card').message(),
    await slack.command(student, 'dm', '/card').message(),
    await slack.mention(student, 'thread', 'card').message(),
    await forged(slack, student, fine, 'card').message(),
    await slack.direct(student, 'card').message(),
    await changed(help, slack.press(student, help, { label: '/card' })),
  ];
  for (const shown of told) {
    const reference = `bug-${words.exec(said(shown))?.[1]}`;
    expect(failed).toContainEqual({ err: secret, reference, command: 'card' });
    expect(JSON.stringify(shown)).not.toContain('hunter2');
    if ('text' in shown) expect(spoken(shown)).toContain(reference);
  }
  expect(told.slice(0, 4).map((shown) => 'ephemeralFor' in shown && shown.ephemeralFor)).toEqual(
    Array(4).fill(student.id),
  );
  expect(new Set(failed.map((fields) => JSON.stringify(fields))).size).toBe(told.length);
  expect(JSON.stringify(fine)).toBe(before);
  // The next command is answered as ever, and the platform's own log has nothing to add.
  expect(titleOf(await slack.command(student, 'class', '/k8s pod').message())).toMatch(/^(파드|Pod)$/);
  expect(logged).toEqual([]);
});

test('a reply that cannot be drawn is a bug with a reference, too, and never silence', async () => {
  const failed: object[] = [];
  const reportBug = createReportBug({ log: { error: (fields) => void failed.push(fields) }, reference: () => 'bug-1' });
  // What a command written without types may give.
  const dispatch = () =>
    Promise.resolve(JSON.parse('{"visibility":"caller","accent":"info","blocks":[{"type":"heading"}]}'));
  const { slack } = await onSlack({ bot: { commands: bot.commands, dispatch, reportBug } });
  const student = slack.user('학생');
  for (const told of [
    await slack.command(student, 'class', '/k8s pod').message(),
    await slack.mention(student, 'class', 'pod').message(),
    await slack.direct(student, 'pod').message(),
  ])
    expect(said(told)).toContain('bug-1');
  expect(failed).toHaveLength(3);
});

test('a home tab that fails shows its reference there', async () => {
  const failed: object[] = [];
  const reportBug = createReportBug({ log: { error: (fields) => void failed.push(fields) }, reference: () => 'bug-1' });
  const dispatch = () => Promise.resolve(reportBug(new Error('no'), 'ko', 'home'));
  const { slack } = await onSlack({ bot: { commands: bot.commands, dispatch, reportBug } });
  expect(said(await homeOf(slack, slack.user('민수', { locale: 'ko-KR' })))).toContain('bug-1');
});
