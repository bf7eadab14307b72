/** What a class asked in vain, as its instructor and its students meet it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadContent } from '../../src/content/load.ts';
import type { Caller } from '../../src/core/command/command.ts';
import type { Locale } from '../../src/core/locale.ts';
import { recordInVain } from '../../src/lookup/in-vain.ts';
import { keptQuestion } from '../../src/lookup/kept-question.ts';
import { stubStyleOf, termStub } from '../../src/report/term-stub.ts';
import { text } from '../../src/report/text.ts';
import { anyText } from '../support/any.ts';
import { allOf, GUILD, linesOf, manager, onDiscordAs, smallBot, withoutChannel } from '../support/classes.ts';
import { blockOf, excesses } from '../support/replies.ts';
import { classOf, DAY } from '../support/reporting.ts';
import { folderOf } from '../support/world.ts';

/** Monday, 23 November 2026, ten in Seoul. */
const NOW = Date.UTC(2026, 10, 23, 1);

async function begun() {
  let now = NOW;
  const { bot, world, logged } = await smallBot({ now: () => now });
  const channel = 'discord:room';
  await world.classes.save(classOf(channel, GUILD), NOW);
  const student = (id: string, more: Partial<Caller> = {}): Caller => onDiscordAs(id, { channel, ...more });
  return {
    world,
    logged,
    student,
    ask: (id: string, question: string, more: Partial<Caller> = {}) => recordInVain(question, student(id, more), world),
    say: (line: string, who: Caller = { ...manager, channel }) => bot.dispatch(line, who),
    pass: (ms: number) => {
      now += ms;
    },
  };
}

test('/report shows it once two different people have asked, in any spelling, most asked first, without a name', async () => {
  const { ask, say, pass, logged } = await begun();
  ask('kim', '서비스 메시가 뭐야?', { name: '김민수' });
  ask('kim', '서비스  메시가 뭐야');
  const alone = await say('/report');
  expect(allOf(alone)).not.toContain('서비스 메시');
  expect(linesOf(alone)).not.toContain('report term');
  ask('lee', '서비스 메시가 뭐야??');
  for (const id of ['kim', 'lee', 'park']) ask(id, 'Istio *설치* <@123>');
  pass(3 * DAY);
  ask('choi', '서비스 메시가 뭐야?');
  ask('jung', '서비스 메시가 뭐야?');
  const reply = await say('/report');
  expect(allOf(reply)).toContain(
    [
      '**학생들이 물었지만 답을 못 찾은 말**',
      '',
      '- 서비스 메시가 뭐야 · 4명 · 마지막 11월 26일(목)',
      '- istio \\*설치\\* · 3명 · 마지막 11월 23일(월)',
    ].join('\n'),
  );
  expect(JSON.stringify(reply)).not.toMatch(/김민수|discord:kim|choi/);
  expect(linesOf(reply)).toContain('report term');
  expect(excesses(reply)).toEqual([]);
  const english = allOf(await say('/report', { ...manager, channel: 'discord:room', locale: 'en' }));
  expect(english).toContain('· 4 people · last on Thu');
  expect(logged).toEqual([]);
});

test('few are shown, and none of a long time ago', async () => {
  const { ask, say, pass } = await begun();
  for (let i = 0; i < 9; i++) for (const id of ['kim', 'lee']) ask(id, `없는 말 ${i}`);
  expect(allOf(await say('/report')).match(/없는 말/g)).toHaveLength(5);
  pass(121 * DAY);
  expect(allOf(await say('/report'))).not.toContain('없는 말');
});

test('elsewhere in the guild it counts for its only class, and in direct messages it is nobody’s to see', async () => {
  const { ask, say } = await begun();
  for (const id of ['kim', 'lee']) {
    ask(id, '옆 채널에서', { channel: 'discord:other' });
    ask(id, '둘이서만', { space: `discord:${id}`, channel: 'discord:dm' });
  }
  const told = allOf(await say('/report'));
  expect(told).toContain('옆 채널에서');
  expect(told).not.toContain('둘이서만');
});

test('a student sees nothing of it', async () => {
  const { ask, say, student } = await begun();
  for (const id of ['kim', 'lee']) ask(id, '비밀 질문');
  for (const line of ['/report', '/report term', 'report term'])
    for (const who of [student('kim'), withoutChannel(student('kim'))]) {
      const reply = await say(line, who);
      expect(reply.accent).toBe('warning');
      expect(JSON.stringify(reply)).not.toContain('비밀 질문');
    }
});

test.each(['/report term', '/report 용어'])(
  '%s hands over a term’s file, which the content takes once it is filled in',
  async (line) => {
    const { ask, say } = await begun();
    expect(allOf(await say(line))).toContain('두 사람 이상');
    for (const id of ['kim', 'lee', 'park'])
      for (const question of ['서비스 메시가 뭐야?', '"메시" 켜는 법: \\n', 'what is a mesh']) ask(id, question);
    const reply = await say(line);
    expect(reply).toMatchObject({ visibility: 'caller', accent: 'success' });
    expect(reply.share).toBeUndefined();
    expect(excesses(reply)).toEqual([]);
    const { name, text: file } = blockOf(reply, 'file');
    expect(name).toBe('new-term.md');
    const problems = (content: string) => loadContent([folderOf({ 'glossary/service-mesh.md': content })]).problems;
    // What is still to be written is named line by line.
    const open = problems(file).map(({ line }) => file.split('\n')[line - 1]);
    expect(open).toEqual(
      expect.arrayContaining(['id: ""', 'title: { ko: "", en: "" }', 'definition: { ko: "", en: "" }']),
    );
    const filled = file
      .replace('id: ""', 'id: service-mesh')
      .replace('title: { ko: "", en: "" }', 'title: { ko: 서비스 메시, en: Service mesh }')
      .replace('definition: { ko: "", en: "" }', 'definition: { ko: 통신을 맡아요., en: It handles traffic. }');
    expect(problems(filled).map(({ message }) => message.ko)).toEqual([expect.stringContaining('설명')]);
    const done = filled.replace(/<!-- .* -->/g, '설명이에요.');
    expect(problems(done)).toEqual([]);
    const [term] = loadContent([folderOf({ 'glossary/service-mesh.md': done })]).terms;
    expect(term?.asks.toSorted()).toEqual(
      ['"메시" 켜는 법: \\n'.slice(1), '서비스 메시가 뭐야', 'what is a mesh'].toSorted(),
    );
    expect(term?.explanation).toEqual({ ko: '설명이에요.', en: '설명이에요.' });
  },
);

test('whatever was asked, the file has it as it is', () => {
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 5 }), fc.constantFrom<Locale>('ko', 'en'), (typed, locale) => {
      const questions = typed.flatMap((one) => keptQuestion(one) ?? []);
      const file = termStub(questions, text(locale).stub, { languages: ['ko', 'en'], example: undefined })
        .replace('id: ""', 'id: a')
        .replaceAll('{ ko: "", en: "" }', '가')
        .replace(/<!-- .* -->/g, '가');
      const { problems, terms } = loadContent([folderOf({ 'glossary/a.md': file }, () => {})]);
      expect(problems).toEqual([]);
      expect(terms[0]?.asks.toSorted()).toEqual(questions.toSorted());
    }),
    { numRuns: 60 },
  );
});

test('in a course of one language the draft asks for no other, and its examples are of that course', () => {
  const content = loadContent([
    folderOf({
      'course.yaml': 'id: sql\nlanguages: [ko]\n',
      'glossary/having.md': '---\nid: having\ntitle: HAVING 절\ndefinition: 그룹을 골라요.\n---\n\n글\n',
    }),
  ]);
  const file = termStub(['조인이 뭐야', 'what is join'], text('ko').stub, stubStyleOf(content));
  expect(file).toContain('짧게 적어요. 예: having\nid: ""\n# 용어의 이름을 적어요. 예: HAVING 절\ntitle: ""\n');
  expect(file).toContain('asks:\n  - "조인이 뭐야"\n  - "what is join"\n');
  expect(file).not.toMatch(/English|영어 설명|\ben:/);
  const filled = file
    .replace('id: ""', 'id: a')
    .replaceAll(': ""', ': 가')
    .replace(/<!-- .* -->/, '가');
  expect(loadContent([folderOf({ 'glossary/a.md': filled })])).toMatchObject({
    problems: [],
    terms: [{ asks: ['조인이 뭐야', 'what is join'] }],
  });
});

test('/privacy export has what a person asked in the last week, and nobody else’s', async () => {
  const { ask, say, student } = await begun();
  ask('kim', '서비스 메시가 뭐야? 010-1234-5678');
  ask('lee', '다른 질문');
  const reply = await say('/privacy export', student('kim'));
  const asked = { class: 'class-of-discord:room', question: '서비스 메시가 뭐야', day: '2026-11-23' };
  expect(JSON.parse(blockOf(reply, 'file').text).asked).toEqual([asked]);
  expect(blockOf(reply, 'fields').fields).toContainEqual({ name: '최근 일주일 동안 답을 못 찾은 질문', value: '1개' });
});

test('/privacy delete takes back what a person asked; /privacy hide keeps it out from then on', async () => {
  const { ask, say, student } = await begun();
  for (const id of ['kim', 'lee']) ask(id, '지울 질문');
  for (const id of ['kim', 'lee', 'park']) ask(id, '남을 질문');
  const [line = ''] = linesOf(await say('/privacy delete', student('kim')));
  await say(line, student('kim'));
  const after = allOf(await say('/report'));
  expect(after).not.toContain('지울 질문');
  expect(after).toContain('남을 질문 · 2명');
  const told = allOf(await say('/privacy hide', student('choi')));
  expect(told).toContain('답을 못 찾은 질문은 이제부터 남기지 않아요');
  for (const id of ['lee', 'choi']) ask(id, '숨은 질문');
  expect(allOf(await say('/report'))).not.toContain('숨은 질문');
  await say('/privacy show', student('choi'));
  ask('choi', '숨은 질문');
  expect(allOf(await say('/report'))).toContain('숨은 질문 · 2명');
});

test('/privacy says what is kept of it, for how long, and who sees it', async () => {
  const { say, student } = await begun();
  const [ko, en] = [
    allOf(await say('/privacy', student('kim'))),
    allOf(await say('/privacy', student('kim', { locale: 'en' }))),
  ];
  for (const words of ['**답을 못 찾은 질문**', '100자', '일주일', '120일', '두 사람 이상'])
    expect(ko).toContain(words);
  for (const words of ['**Questions without an answer**', '100 characters', 'a week', '120 days', 'two people or more'])
    expect(en).toContain(words);
});
