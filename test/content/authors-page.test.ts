import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { askedSchema, readAsked } from '../../src/content/asked.ts';
import { chapterSchema } from '../../src/content/chapter.ts';
import { diagramSchema } from '../../src/content/diagram.ts';
import { signSchema, taskSchema } from '../../src/content/guides.ts';
import { loadContent } from '../../src/content/load.ts';
import { setSchema } from '../../src/content/set.ts';
import { hintsOn } from '../../src/content/survey.ts';
import { termSchema } from '../../src/content/term.ts';
import { DIAGRAM } from '../../src/core/reply/diagram.ts';
import { createCourse } from '../../src/course/course.ts';
import { complaints, termFile } from '../support/content.ts';
import { ROOT } from '../support/world.ts';

const PAGE = readFileSync(join(ROOT, 'docs/authors.md'), 'utf8');
const EXAMPLE = join(ROOT, 'docs/example-course');

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  ...{ term: termSchema, sign: signSchema, task: taskSchema, chapter: chapterSchema },
  ...{ set: setSchema, diagram: diagramSchema, asked: askedSchema },
};

const written = z.object({
  properties: z.record(
    z.string(),
    z.looseObject({ maxLength: z.number().optional(), maxItems: z.number().optional() }),
  ),
  required: z.array(z.string()).default([]),
});

/** The rows of a table of the page: field, whether it has to be there, and what is said of it. */
const rowsOf = (name: string): { field: string; isNeeded: boolean; said: string }[] =>
  (new RegExp(`<!-- fields:${name} -->\n([^]*?)(?:\n\n|$)`).exec(PAGE)?.[1] ?? '')
    .split('\n')
    .slice(2)
    .filter((line) => line !== '')
    .map((line) => {
      const [, field = '', needed = '', ...said] = line.split(/(?<!\\)\|/);
      return { field: field.trim().replaceAll('`', ''), isNeeded: needed.trim() === '✔', said: said.join('|') };
    });

test.each(Object.entries(SCHEMAS))(
  'the table of a %s has the fields that are read, and says which are needed',
  (name, schema) => {
    const { properties, required } = written.parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
    const rows = rowsOf(name);
    expect(rows.map(({ field }) => field).toSorted()).toEqual(Object.keys(properties).toSorted());
    expect(rows.flatMap(({ field, isNeeded }) => (isNeeded ? field : [])).toSorted()).toEqual(required.toSorted());
    for (const { field, said } of rows) {
      const { maxLength, maxItems } = properties[field] ?? {};
      for (const most of [maxLength, maxItems]) if (most !== undefined) expect(said).toContain(String(most));
    }
  },
);

test('limits that the page tells are those that hold', () => {
  const definition = (words: string) =>
    complaints({ 'a.md': termFile('a').replace(/definition: .*/, `definition: ${words}`) });
  const [, korean, english] = /한국어 (\d+)자, 영어 (\d+)자까지/.exec(PAGE) ?? [];
  for (const [letter, most] of [
    ['가', Number(korean)],
    ['a', Number(english)],
  ] as const) {
    expect(definition(letter.repeat(most))).toEqual([]);
    expect(definition(letter.repeat(most + 1))).toHaveLength(1);
  }
  const says = (pattern: string) =>
    complaints({ 'a.md': termFile('a', `signs: [{ says: ["${pattern}"], means: a, look: b, mend: c }]\n`) }).length;
  expect(['abcd', 'ab*cd', 'abc', '*abcd', 'abcd#'].map(says)).toEqual([0, 0, 1, 1, 1]);
  expect(PAGE).toContain(
    `at most ${DIAGRAM.label} characters, a diagram ${DIAGRAM.figures} boxes and arrows, and ${DIAGRAM.depth} groups`,
  );
  expect(rowsOf('diagram').map(({ said }) => /\d+/.exec(said)?.[0])).toEqual(
    [DIAGRAM.alt, DIAGRAM.items, DIAGRAM.items].map(String),
  );
});

test('the course to copy has no mistake, uses every part once, and finds what it is asked', () => {
  const content = loadContent([EXAMPLE]);
  expect(content.problems).toEqual([]);
  expect(hintsOn(content, () => 1)).toEqual([]);
  const { asked, problems } = readAsked(content);
  expect(problems).toEqual([]);
  expect(asked.length).toBeGreaterThan(3);
  expect(content.sets).toHaveLength(1);
  const all = readdirSync(join(EXAMPLE, 'glossary')).map((name) =>
    readFileSync(join(EXAMPLE, 'glossary', name), 'utf8'),
  );
  for (const { field } of rowsOf('term')) expect(all.join('\n')).toMatch(new RegExp(`^${field}:`, 'm'));
  const { search } = createCourse(content);
  for (const { ko } of content.settings.tries) expect(search(ko).matches[0]?.document.id).toBe('yeast');
  expect(search('E7 dough temperature 12 below 20 C').guide).toMatchObject({ kind: 'sign', id: 'yeast' });
});
