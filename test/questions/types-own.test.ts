import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { Answer } from '../../src/core/session.ts';
import { textsOf } from '../support/replies.ts';
import { folderOf, ROOT } from '../support/world.ts';

/** Every type, by its file's own list. */
const TYPES = (
  /const TYPES = \{ ([^}]+?),? \}/.exec(readFileSync(join(ROOT, 'src/questions/types.ts'), 'utf8'))?.[1] ?? ''
)
  .split(/,\s*/)
  .filter(Boolean);

/** Source without comments, and without the names of JavaScript's own types, which some of ours are called as well. */
const codeOf = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(?<![:'"`])\/\/.*$/gm, '')
    .replace(/typeof [\w.?[\]()]+ [!=]== '\w+'/g, '');

/** The same words with another meaning. */
const ELSEWHERE = [
  "src/platforms/slack/elements.ts: 'typed'",
  "src/report/text.ts: 'number'",
  "src/platforms/web/assets.ts: 'order'",
  "src/platforms/web/render/controls.ts: 'typed'",
  "commands/live/steer.ts: 'number'",
  // What YAML takes a value for.
  "src/content/misread.ts: 'boolean'",
  "src/content/misread.ts: 'number'",
];

/** What asks which type a question has: the name of one in quotes, or a question's `type` that is read at all. */
const asksFor = (text: string): string[] =>
  codeOf(text).match(new RegExp(`(['"\`])(?:${TYPES.join('|')})\\1|\\b\\w*[qQ]uestion\\w*!?\\??\\.type\\b`, 'g')) ?? [];

test.each(
  TYPES.flatMap((type) => [
    `if (question.type === '${type}') return;`,
    `switch (one.type) { case "${type}": break; }`,
    `['${type}'].includes(kind)`,
    `const { type } = question; return type !== \`${type}\`;`,
    `new Set(['${type}']).has(question.type)`,
    `ROWS[question.type]`,
  ]),
)('a question’s type that is asked for is found: %s', (line) => {
  expect(asksFor(line)).not.toEqual([]);
});

test('nobody outside questions/ asks which type a question has', () => {
  expect(TYPES).toContain('typed');
  const files = ['src', 'commands'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      // The doctor's and the lab's rooms know no questions: their numbers are those of YAML and of Kubernetes.
      .filter((name) => name.endsWith('.ts') && !/^src\/(?:questions|doctor|lab)\//.test(name)),
  );
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((file) =>
    asksFor(readFileSync(join(ROOT, file), 'utf8')).map((what) => `${file}: ${what}`),
  );
  expect(found.filter((one) => !ELSEWHERE.includes(one))).toEqual([]);
});

/** A type that says no more than it must. */
const ESSAY = `import { z } from 'zod';
import { common, type QuestionType } from './fields.ts';

const schema = z.strictObject({ type: z.literal('essay'), ...common, answer: z.string() });

export const essay: QuestionType<z.infer<typeof schema>> = {
  schema,
  form: () => ({ type: 'input', label: '쓰세요' }),
  isRight: (question, answer) => answer.includes(question.answer),
  solution: ({ answer }) => answer,
};
`;

test('a type that is added by its file and one word is read, practised and played, and shows no student’s own words', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'dosirak-type-'));
  try {
    for (const part of ['src', 'package.json']) cpSync(join(ROOT, part), join(copy, part), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    writeFileSync(join(copy, 'src/questions/essay.ts'), ESSAY);
    const list = join(copy, 'src/questions/types.ts');
    const text = readFileSync(list, 'utf8');
    writeFileSync(
      list,
      `import { essay } from './essay.ts';\n${text.replace('const TYPES = { ', 'const TYPES = { essay, ')}`,
    );

    const load = <T>(file: string): Promise<T> => import(pathToFileURL(join(copy, file)).href);
    const { loadContent } = await load<typeof import('../../src/content/load.ts')>('src/content/load.ts');
    const { renderAnswer } =
      await load<typeof import('../../src/live/results/scenes.ts')>('src/live/results/scenes.ts');
    const { renderRecap } = await load<typeof import('../../src/live/results/recap.ts')>('src/live/results/recap.ts');
    const { renderQuestion } = await load<typeof import('../../src/practice/views.ts')>('src/practice/views.ts');
    const { graded } = await load<typeof import('../../src/questions/types.ts')>('src/questions/types.ts');
    const { gradeAnswer } = await load<typeof import('../../src/practice/practice.ts')>('src/practice/practice.ts');

    const term =
      '---\nid: a\ntitle: 가\ndefinition: 뜻\nquestions:\n  - { type: essay, ask: 왜?, answer: 파드, why: 까닭 }\n---\n\n글\n';
    const { terms, problems } = loadContent([folderOf({ 'a.md': term })]);
    expect(problems).toEqual([]);
    const question = terms[0]?.questions[0];
    if (!question) throw new Error('no question');

    const practice = { topic: 'all', seed: 'k3f9', player: '0p7x2', count: 1, marks: '' };
    expect(textsOf(renderQuestion(practice, question, 'ko')).join()).toContain('왜?');
    expect(gradeAnswer(practice, question, '파드라서요').verdict).toBe('right');
    expect(graded(question, '**파드**', 'ko', (items) => [...items])).toContain(' · 내 답: \\*\\*파드\\*\\*');

    const own = ['선생님 미워요', '선생님 미워요', '010-1234-5678', '저는 파드라고 봐요 민수'];
    const answers = own.map(
      (picked, i): Answer => ({
        ...{ session: 's', question: 0, person: `p${i}`, name: '', picked, right: picked.includes('파드') },
        ...{ elapsed: 1, at: 1 },
      }),
    );
    const plan = { questions: [question.id], mode: 'calm', open: 20_000 } as const;
    const step = { kind: 'told', at: 0, seen: {}, since: 0, ends: 1 } as const;
    const live = { plan, step, auto: false, paused: undefined };
    const state = { live, topic: undefined, channels: [], away: [], unseen: [], day: '2026-11-25' };
    const about = { id: 's', post: 'p', channel: 'c', isAgain: false, answered: 4, players: [], now: 0 };
    const showing = { ...about, state, answers };
    for (const locale of ['ko', 'en'] as const) {
      const shown = renderAnswer({ ...showing, questions: [question] }, 0, locale);
      const recap = renderRecap({ id: 's', state, questions: [question], answers }, new Map(), locale);
      for (const picked of own) expect(JSON.stringify([shown, recap])).not.toContain(picked);
      expect(shown?.blocks.find((block) => block.type === 'board')).toMatchObject({
        rows: [
          { name: '파드', share: 0.25, best: true },
          { name: locale === 'ko' ? '그 밖의 답' : 'Other answers', share: 0.75, best: false },
        ],
      });
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});
