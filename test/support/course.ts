/** The replies that the bot makes over the course, as the galleries of the platforms show them; see sample.ts. */
import { expect } from 'vitest';
import type { Locale } from '../../src/core/locale.ts';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { encodePractice, type Practice, playerOf } from '../../src/practice/practice.ts';
import { topicsByKey } from '../../src/practice/topics.ts';
import { renderQuestion } from '../../src/practice/views.ts';
import { rightAnswers, wrongAnswers } from './practice.ts';
import { sample } from './sample.ts';
import { botOf, COURSE, student } from './world.ts';

const { logged, ...course } = await botOf([COURSE]);
export const { bot, world } = course;

/** What each line is answered with; none of it is a bug. */
export async function replies(lines: Iterable<string>, locale: Locale): Promise<[string, Reply][]> {
  const found: [string, Reply][] = [];
  for (const line of lines) found.push([line, await bot.dispatch(line, { ...student, locale })]);
  expect(logged).toEqual([]);
  return found;
}

/** Concepts and sections, and questions, of a sample. */
const SAMPLED = 12;

const terms = sample(world.course().terms.values(), SAMPLED);
const named = sample([...world.course().terms.keys(), ...world.course().sections.keys()], SAMPLED);
/** Some of each type. */
export const asked = Map.groupBy(world.course().questions.values(), ({ type }) => type)
  .values()
  .flatMap((questions) => sample(questions, SAMPLED / 3))
  .toArray();

export const NAMED = named.map((id) => `ask ${id}`);
export const PAGES = named.flatMap((id) => [2, 3, 4].map((page) => `read ${id} ${page}`));
export const CARDS = terms.map(({ id }) => `card ${id}`);
export const COMPARED = terms.flatMap((term) =>
  term.related.flatMap((id) => (world.course().terms.has(id) ? [`ask ${term.id} vs ${id}`] : [])),
);
/** Help, offers, no match, and what is refused. */
export const OTHERS = [
  ...['home', 'dosirak', 'dosirak about', 'card', 'quiz', '/nope', 'read gone 1', 'card 김치찌개', 'quiz 김치찌개'],
  ...[
    'quiz pod 99',
    '김치찌개 끓이는 법',
    '돈이 너무 많이 들어요',
    'xyzzy',
    '서버 늘리기',
    'how do I cook rice',
    'k8s',
  ],
];

/** The longest that a button's line gets. */
const topic = Array.from(topicsByKey(world.course()).keys()).reduce((most, key) =>
  key.length > most.length ? key : most,
);
export const practice: Practice = {
  topic,
  seed: 'q7x1',
  player: playerOf(student.id),
  count: 20,
  marks: '1'.repeat(19),
};

/** The questions as they are asked, with an order half done as well, and the lines that answer it rightly and wrongly. */
export function quiz(locale: Locale): { questions: [string, Reply][]; answers: string[] } {
  const questions: [string, Reply][] = [];
  const answers: string[] = [];
  for (const question of asked) {
    const line = `drill ${encodePractice(practice)} ${question.id}`;
    const reply = renderQuestion(practice, question, locale);
    const [right = ''] = rightAnswers(question, reply, locale);
    const [wrong = ''] = wrongAnswers(question, reply, locale);
    questions.push([line, reply]);
    const isBegun = question.type === 'order' || reply.blocks.some(({ type }) => type === 'menus');
    if (isBegun)
      questions.push([
        `${line} …`,
        renderQuestion(practice, question, locale, { picked: Array.from(right.slice(0, -1)) }),
      ]);
    answers.push(`${line} ${right}`, `${line} ${wrong}`);
  }
  return { questions, answers };
}

const marks = ['1'.repeat(20), '0'.repeat(20), '10'.repeat(10), '1'.repeat(13) + '0'.repeat(7)];
export const SUMMARIES = sample(topicsByKey(world.course()).keys(), SAMPLED).flatMap((key) =>
  marks.map((all) => `drill ${encodePractice({ ...practice, topic: key, marks: all })}`),
);
