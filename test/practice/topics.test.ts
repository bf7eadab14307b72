import { expect, test } from 'vitest';
import { decodePractice } from '../../src/practice/practice.ts';
import {
  createReviewTopic,
  MOST_REVIEWED,
  poolsOf,
  type Topic,
  topicKey,
  topicLine,
  topicOfKey,
  topicsByKey,
} from '../../src/practice/topics.ts';
import { botOf, COURSE, student } from '../support/world.ts';

const { bot, world } = await botOf([COURSE]);
const ids = (topic: Topic) => poolsOf(topic, world.course().terms).map((pool) => pool.map(({ id }) => id));

test('every topic of the course has a key of its own, short enough for a line', () => {
  const { content, terms, sections } = world.course();
  expect(topicsByKey(world.course()).size).toBe(
    2 + terms.size + sections.size + content.chapters.length + content.sets.length,
  );
  for (const [key, topic] of topicsByKey(world.course())) {
    expect(key).toMatch(/^[a-z0-9]{1,8}$/);
    expect(topicKey(topic)).toBe(key);
  }
});

test('everything is every question once', () => {
  const [all = []] = ids({ kind: 'all' });
  expect(all.toSorted()).toEqual([...world.course().questions.keys()].toSorted());
});

test('no question is in two pools of a topic, or twice in one', () => {
  for (const [key, topic] of topicsByKey(world.course())) {
    const found = ids(topic).flat();
    expect(new Set(found).size, key).toBe(found.length);
  }
});

test("a concept's own questions come first, then those of what it is related to", () => {
  for (const term of world.course().terms.values()) {
    const [own, neighbours = []] = ids({ kind: 'term', term });
    expect(own).toEqual(term.questions.map(({ id }) => id));
    for (const id of neighbours) expect(term.related).toContain(world.course().questions.get(id)?.term);
  }
});

test("a section's questions are of the concepts that it teaches or links to", () => {
  for (const section of world.course().sections.values()) {
    const [taught = [], named = []] = ids({ kind: 'section', section });
    for (const id of taught)
      expect(world.course().terms.get(world.course().questions.get(id)?.term ?? '')?.section).toBe(section.id);
    for (const id of named) expect(section.terms).toContain(world.course().questions.get(id)?.term);
  }
});

test('the line of every topic starts a practice on that very topic', async () => {
  for (const [key, topic] of topicsByKey(world.course())) {
    if (poolsOf(topic, world.course().terms).flat().length === 0) continue;
    const reply = await bot.dispatch(topicLine(topic), student);
    expect(JSON.stringify(reply), topicLine(topic)).toContain(`"drill ${key}.`);
  }
});

test("a review's key holds its questions, one a concept, and no key of another topic looks like it", () => {
  const terms = Array.from(world.course().terms.values());
  for (let at = 0; at < terms.length; at += 3) {
    const some = terms.slice(at, at + 7);
    const topic = createReviewTopic(some, 'k3f9');
    expect(topic.questions.map(({ term }) => term)).toEqual(some.slice(0, MOST_REVIEWED).map(({ id }) => id));
    expect(topicOfKey(topicKey(topic), world.course())).toEqual(topic);
    expect(decodePractice(`${topicKey(topic)}.k3f9.0p7x2.5.`)?.topic).toBe(topicKey(topic));
  }
  for (const [key, topic] of topicsByKey(world.course())) expect(topicOfKey(key, world.course())).toBe(topic);
});

test('a review goes on without what the content no longer has; of nothing it is none', () => {
  const [first, second] = Array.from(world.course().questions.values());
  expect(topicOfKey(`r${first?.id}zzzzzz${second?.id}`, world.course())).toEqual({
    kind: 'review',
    questions: [first, second],
  });
  for (const key of ['r', 'rzzzzzz', 'r12', `r${first?.id.slice(1)}`])
    expect(topicOfKey(key, world.course())).toBeUndefined();
});
