import { expect, test } from 'vitest';
import { blockOf, buttonsOf, excesses, mainLine, textsOf } from '../support/replies.ts';
import { asTyped } from '../support/slashes.ts';
import { botOf, COURSE, student } from '../support/world.ts';

const { bot, world, logged } = await botOf([COURSE]);
const english = { ...student, locale: 'en' } as const;
const heading = async (line: string, caller = student) => blockOf(await bot.dispatch(line, caller), 'heading');

test.each(['/k8s pod', '/k8s 파드', '파드가 뭐야?', '/k8s ㅔㅐㅇ', 'ask term:POD', '/k8s 낱말:파드', '/k8s 포드'])(
  '%s tells what a Pod is',
  async (line) => {
    const reply = await bot.dispatch(line, student);
    expect(blockOf(reply, 'heading')).toEqual({ type: 'heading', text: '파드', aside: 'Pod' });
    const [first] = textsOf(reply).slice(2);
    expect(first).toBe(`**${world.course().terms.get('pod')?.definition.ko}**`);
    expect(reply.blocks.some(({ type }) => type === 'quote')).toBe(true);
    expect(mainLine(reply)).toBe('quiz pod');
    expect(buttonsOf(reply).at(-1)?.line).toBe('ask why-kubernetes#terms');
  },
);

test.each(['words:control plane', 'words:"control plane"', 'words: control plane', 'WORDS:control plane'])(
  '/k8s %s is about all of its words',
  async (words) => {
    const reply = await bot.dispatch(`/k8s ${words}`, english);
    expect(reply).toEqual(await bot.dispatch('/k8s control plane', english));
    expect(blockOf(reply, 'heading').text).toBe('Control plane');
  },
);

test('every concept answers to its id and to its name in either language', async () => {
  for (const caller of [student, english] as const)
    for (const term of world.course().terms.values())
      for (const name of [term.id, term.title.ko, term.title.en]) {
        const reply = await bot.dispatch(`/k8s ${name}`, caller);
        expect(blockOf(reply, 'heading').text, name).toBe(term.title[caller.locale]);
        expect(excesses(reply), name).toEqual([]);
      }
});

test('every button of every concept and section leads somewhere', async () => {
  const lines = new Set<string>();
  for (const id of [...world.course().terms.keys(), ...world.course().sections.keys()])
    for (const { line } of buttonsOf(await bot.dispatch(`ask ${id}`, student))) lines.add(line);
  expect(lines.size).toBeGreaterThan(world.course().terms.size);
  for (const line of lines) expect((await bot.dispatch(line, student)).accent, line).toBe('info');
  expect(logged).toEqual([]);
});

test('a section is shown whole, with its concepts, its practice and the next section', async () => {
  const [chapter] = world.course().content.chapters;
  for (const [i, section] of (chapter?.sections ?? []).entries()) {
    const reply = await bot.dispatch(`/k8s ${section.id}`, student);
    expect(blockOf(reply, 'heading').text).toBe(section.title.ko);
    expect(blockOf(reply, 'text').markdown).toBe(asTyped(section.body.ko));
    expect(blockOf(reply, 'footer').text).toBe(chapter?.title.ko);
    expect(excesses(reply)).toEqual([]);
    const next = chapter?.sections[i + 1];
    const last = buttonsOf(reply).at(-1)?.line;
    if (next) expect(last).toBe(`ask ${next.id}`);
    else expect(last).not.toContain('#');
    expect((await heading(`/k8s ${section.title.ko}`)).text).toBe(section.title.ko);
  }
});

test.each([
  ['파드랑 노드 차이', '파드 ↔ 노드'],
  ['/k8s 노드 vs 파드', '노드 ↔ 파드'],
  ['/k8s difference between pod and node', '파드 ↔ 노드'],
])('%s sets both beside each other', async (line, text) => {
  const reply = await bot.dispatch(line, student);
  expect(blockOf(reply, 'heading').text).toBe(text);
  const shown = textsOf(reply);
  expect(shown).toContain(world.course().terms.get('pod')?.definition.ko);
  expect(shown).toContain(world.course().terms.get('node')?.definition.ko);
  expect(
    buttonsOf(reply)
      .map((button) => button.line)
      .toSorted(),
  ).toEqual(['ask node', 'ask pod']);
});
