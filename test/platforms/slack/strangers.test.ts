import { expect, test } from 'vitest';
import { onSlack } from '../../fakes/slack/bot.ts';
import {
  answerIt,
  openBox,
  PLACES,
  type Player,
  press,
  questionIn,
  startQuiz,
  submit,
} from '../../fakes/slack/playing.ts';
import { pingsOf } from '../../fakes/slack/rules/pings.ts';
import {
  changed,
  fromBot,
  homeOf,
  labelsSeen,
  NOBODY,
  openedBy,
  pressed,
  type Shown,
  said,
  titleOf,
} from '../../fakes/slack/seen.ts';
import { botOf, COURSE, folderOf } from '../../support/world.ts';

const { bot, world, logged: bugs } = await botOf([COURSE]);

/** `#` stands for the id of somebody. */
const HOSTILE: [string, string][] = [
  ['everyone', '<!channel> <!here> <!everyone> @channel @here @everyone 파드'],
  ['everyone by a label', '<!channel|파드> <!here|here> <!subteam^S0ABCDEFG>'],
  ['people', '<@#> <@#|파드> <#C0ABCDEFG|class> 파드'],
  ['a mention alone', '<!channel>'],
  ['entities', '&lt;!channel&gt; &lt;@#&gt; &amp;lt;!here&amp;gt;'],
  ['full-width signs', '＜！channel＞ ＠here'],
  ['links', '<https://example.org|파드> [파드](https://example.org) <mailto:a@example.org|a>'],
  ['marks', '*_~`파드`~_* **__~~||파드||~~__** ```js\n<!channel>\n``` > # -# - 1. \\'],
  ['quotes', '"파드" “ ” term:"노드" topic:<!here> 주제:"'],
  ['3,000 letters', '파드가 뭐야? '.repeat(375)],
  ['3,000 marks', '<@&`*"'.repeat(500)],
  ['NUL and other controls', '\0파\u0007드\u001b[31m\u009b'],
  ['zalgo', `p${'\u0300\u0301\u0489'.repeat(200)}o${'\u0316'.repeat(200)}d`],
  ['emoji', '🍱👨‍👩‍👧‍👦🇰🇷👍🏽 :k8s: :bento:'],
  ['the other direction', '\u202e드파\u2066\u200f'],
  ['half a character', '\ud83d 파드 \udc00'],
  ['lines of ours', 'share ask pod drill all.k3f9.00000.5. read pod 2'],
  ['names of JavaScript', '__proto__ constructor toString'],
];

/** Whom a message or a view would notify. */
const pings = ({ blocks, ...rest }: Shown) => pingsOf({ text: 'text' in rest ? String(rest.text) : '', blocks });

test.each(HOSTILE)('%s: whatever is typed is answered privately and calls nobody', async (_, typed) => {
  const { slack, logged } = await onSlack({ bot });
  const minsu = slack.user('민수', { locale: 'ko-KR' });
  const words = typed.replaceAll('#>', `${slack.user('Ann').id}>`).replaceAll('#|', `${minsu.id}|`);
  const message = slack.say(minsu, 'class', words);
  const seen = [
    ...(await Promise.all(
      (['class', 'dm'] as const).flatMap((where) =>
        ['k8s', 'card', 'quiz'].map((name) => slack.command(minsu, where, `/${name} ${words}`).message()),
      ),
    )),
    await slack.mention(minsu, 'class', words).message(),
    await slack.mention(minsu, 'thread', words).message(),
    await slack.mention(minsu, 'thread', `quiz ${words}`).message(),
  ];
  const direct = [await slack.direct(minsu, words).message(), await slack.direct(minsu, `/${words}`).message()];
  const view = await slack.messageShortcut(minsu, 'look_up', message).view();
  for (const shown of [...seen, ...direct, view]) {
    expect([pings(shown), said(shown) === '']).toEqual([NOBODY, false]);
    expect(said(shown)).not.toContain('문제가 생겼어요');
  }
  for (const { ephemeralFor } of seen) expect(ephemeralFor).toBe(minsu.id);
  for (const where of ['class', 'thread'] as const) expect(fromBot(slack, minsu, where)).toEqual([]);
  expect([logged, bugs]).toEqual([[], []]);
});

const typedTerm = Array.from(world.course().terms.values()).find(({ questions }) => questions[0]?.type === 'typed');

test.each([...HOSTILE, ['spaces', '   '] as const])(
  '%s: whatever is written as an answer is graded',
  async (_, typed) => {
    const { slack, logged } = await onSlack({ bot });
    const how: Player = { slack, user: slack.user('민수', { locale: 'ko-KR' }), locale: 'ko' };
    const on = await startQuiz(how, typedTerm?.title.ko ?? '');
    while (questionIn(on, world.course().questions).type !== 'typed') {
      await press(how, on, '모르겠어요');
      await press(how, on, '다음 문제');
    }
    const words = typed.replaceAll('#', how.user.id).slice(0, 200);
    expect(await submit(how, on, await openBox(how, on), words)).toBe(on);
    expect([titleOf(on), pings(on)]).toEqual(['❌ 아쉬워요', NOBODY]);
    expect([logged, bugs]).toEqual([[], []]);
  },
);

const PEOPLE = '<!channel> <!here|여기> <@U0ABCDEFG> <!subteam^S0ABCDEFG> @channel @here @everyone';

/** A class's own content, in every place of which people are called. */
function calling(): string {
  const quoted = JSON.stringify(PEOPLE);
  const question = (fields: string) => `  - { ask: ${quoted}, why: ${quoted}, ${fields} }\n`;
  const option = (n: number) => JSON.stringify(`${n} <!channel> @here`);
  const questions = [
    question(`type: single, right: ${option(1)}, wrong: [${option(2)}, ${option(3)}]`),
    question(`type: multiple, right: [${option(4)}], wrong: [${option(5)}]`),
    question(`type: order, steps: [${option(6)}, ${option(7)}, ${option(8)}]`),
    question('type: boolean, answer: true'),
    question(`type: typed, accept: ["pod"], code: ${JSON.stringify(`$ echo ${PEOPLE}`)}`),
  ].join('');
  const front = `id: a\ntitle: "가 <!channel> @here"\naliases: [가나다, ${quoted}]\ndefinition: ${quoted}\n`;
  const body = `${PEOPLE}\n\n> ${PEOPLE}\n\n\`${PEOPLE}\`\n\n- **${PEOPLE}**\n\n| 이름 | ${PEOPLE} |\n| - | - |\n| a | ${PEOPLE} |\n\n\`\`\`\n${PEOPLE}\n\`\`\`\n`;
  const chapter = `---\nid: ch\ntitle: "장 @here <!channel>"\n---\n\n## 절 <!channel> @here {#one}\n\n${body}\n`;
  return folderOf({
    'glossary/a.md': `---\n${front}questions:\n${questions}---\n\n${body}`,
    'chapters/ch.md': chapter,
  });
}

test('what a class writes in its content calls nobody either, wherever it is shown', async () => {
  const ours = await botOf([calling()]);
  expect([...ours.world.course().terms.values()].flatMap(({ questions }) => questions)).toHaveLength(5);
  const { slack, logged } = await onSlack({ bot: ours.bot });
  const minsu = slack.user('민수', { locale: 'ko-KR' });
  const look = async (line: string) => {
    const seen = await slack.command(minsu, 'class', `/${line}`).message();
    return [seen, await pressed(slack, minsu, seen, '📢 채널에 공유')];
  };
  const home = await homeOf(slack, minsu);
  const modal = await slack.shortcut(minsu, 'search').view();
  const [offered] = await slack.suggest(minsu, modal, '가');
  if (!offered) throw new Error('nothing is offered');
  await changed(modal, slack.pick(minsu, modal, offered));
  const shown: Shown[] = [
    ...(await look('ask a')),
    ...(await look('ask ch#one')),
    ...(await look('card a')),
    await slack.direct(minsu, 'a').message(),
    await slack.direct(minsu, 'card a').message(),
    home,
    modal,
    await openedBy(slack, minsu, home, '자세히'),
  ];
  for (const one of shown) {
    expect(said(one)).toContain('<!channel>');
    expect(pings(one)).toEqual(NOBODY);
  }
  expect([logged, ours.logged]).toEqual([[], []]);
});

test.each(PLACES)('questions of a class call nobody, asked, graded or summed up (%s)', async (place) => {
  const ours = await botOf([calling()]);
  const { slack, logged } = await onSlack({ bot: ours.bot });
  const how: Player = { slack, user: slack.user('민수', { locale: 'ko-KR' }), locale: 'ko' };
  const on = await startQuiz(how, '가나다', place);
  for (const at of [1, 2, 3, 4, 5]) {
    expect([titleOf(on), pings(on)]).toEqual([`문제 ${at} / 5`, NOBODY]);
    expect(said(on)).toContain('<@U0ABCDEFG>');
    await answerIt(how, on, questionIn(on, ours.world.course().questions), at % 2 === 0);
    expect([said(on).includes('<!channel>'), pings(on)]).toEqual([true, NOBODY]);
    await press(how, on, at < 5 ? '다음 문제' : '못 맞힌 문제 다시 풀기');
  }
  for (const at of [1, 2, 3]) {
    expect([titleOf(on), pings(on)]).toEqual([`다시 풀기 ${at} / 3`, NOBODY]);
    await answerIt(how, on, questionIn(on, ours.world.course().questions), true);
    await press(how, on, at < 3 ? '다음 문제' : '결과 보기');
  }
  expect([titleOf(on), pings(on)]).toEqual(['5문제 중 2문제를 맞혔어요', NOBODY]);
  expect(labelsSeen(on)).toContain('가 <!channel> @here');
  expect([logged, ours.logged]).toEqual([[], []]);
});

test('marks in content are shown as they are meant: bold beside Hangul, code, links, lists, tables', async () => {
  const body =
    '**파드(Pod)**는 *작고* ~~크고~~ `a < b`예요. [쿠버네티스](https://kubernetes.io)와 a*b*c, 5 * 3 < 20 & 1 > 0.\n\n1. 하나\n2. 둘\n\n| 이름 | 뜻 |\n| - | - |\n| 노드 | 서버 |\n';
  const file = `---\nid: a\ntitle: 가나\ndefinition: 뜻\n---\n\n${body}`;
  const { slack } = await onSlack({ folders: [folderOf({ 'glossary/a.md': file })] });
  const minsu = slack.user('민수', { locale: 'ko-KR' });
  const home = await homeOf(slack, minsu);
  for (const shown of [
    await slack.command(minsu, 'class', '/k8s 가나').message(),
    await slack.direct(minsu, '가나').message(),
    await openedBy(slack, minsu, home, '자세히'),
  ]) {
    const text = said(shown);
    expect(text).toContain('파드(Pod)는 작고 크고 a < b예요. 쿠버네티스와 abc, 5 * 3 < 20 & 1 > 0.');
    expect(text).toContain('1. 하나\n2. 둘');
    expect(text).toMatch(/노드.{1,3}서버/);
    expect(text).not.toMatch(/\*\*|~~|&lt;|&amp;|\\/);
  }
});
