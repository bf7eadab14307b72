/** The real program, killed with -9 and started again. Leases pass in real time, so all of it waits together. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { killingHomework } from '../support/homework-kills.ts';
import { type Counted, killing } from '../support/kills.ts';
import { killingLive } from '../support/live-kills.ts';
import { killingPlans } from '../support/plan-kills.ts';
import { runs } from '../support/sample.ts';
import { REACHABLE } from '../support/store/engines.ts';
import { playTranscript } from '../support/transcript.ts';

/** In each, all processes are killed once. */
const ROUNDS = runs(1);
/** Milliseconds for a round and what it leaves behind, however busy the machine: what hangs says where before. */
const WITHIN = 10 * 60_000;

const CLASSES = 12;
/** Exactly one message in every channel, of the concept that was chosen. */
const ONCE = { expected: CLASSES * ROUNDS, seen: CLASSES * ROUNDS, twice: 0, missing: 0, wrong: 0 };
const counts = ({ late: _, ...counted }: Counted) => counted;

/** Quizzes that are planned for the same hour, each of a class of its own. */
const PLANNED = 6;

/** Homework, each of a class of its own. */
const GIVEN = 6;

/** What an event posts is there once in each channel, though the program was killed between two of its posts. */
test.concurrent('a class whose program is killed between two posts of one event reads each once', {
  timeout: WITHIN,
}, async ({ onTestFinished, expect }) => {
  const file = join(mkdtempSync(join(tmpdir(), 'dosirak-')), 'class.db');
  onTestFinished(() => rmSync(dirname(file), { recursive: true, force: true }));
  const { counts, text } = await playTranscript({ engine: 'sqlite', file }, onTestFinished);
  expect(counts.map(({ messages }) => messages)).toEqual(counts.map(() => 1));
  expect(counts).toHaveLength(8);
  expect(text.match(/💥 kill -9/g)).toHaveLength(4);
});

/**
 * Each student joins and answers soon, so that each question closes early; and no instructor types that it goes on.
 * Where the lobby is killed, students join by answering the first question.
 */
const QUIZ = { topic: '파드', questions: 2, seconds: 30, haste: 0.15, auto: true };

describe.concurrent.each(REACHABLE)('killed on $name', ({ place }) => {
  test('two processes around the hour of many classes: each has its card once in every channel', {
    timeout: ROUNDS * WITHIN,
  }, async ({ onTestFinished }) => {
    const { address } = await place(onTestFinished);
    const plan = { address, processes: 2, classes: CLASSES, rounds: ROUNDS, random: Math.random };
    const { discord, slack } = await killing({ ...plan, finished: onTestFinished });
    expect({ discord: counts(discord), slack: counts(slack) }).toEqual({ discord: ONCE, slack: ONCE });
  });

  test('around what was planned: it is announced, stands in the server’s events and begins, each once', {
    timeout: ROUNDS * WITHIN,
  }, async ({ onTestFinished }) => {
    const { address } = await place(onTestFinished);
    const plan = { address, processes: 2, quizzes: PLANNED, rounds: ROUNDS, random: Math.random };
    const { wrong, counted } = await killingPlans({ ...plan, finished: onTestFinished });
    expect(wrong).toEqual([]);
    expect(counted).toBe(PLANNED * ROUNDS);
  });

  test('as homework is told and reminded of: each channel has it once, and so has each student who asked', {
    timeout: ROUNDS * WITHIN,
  }, async ({ onTestFinished }) => {
    const { address } = await place(onTestFinished);
    const plan = { address, processes: 2, homework: GIVEN, rounds: ROUNDS, random: Math.random };
    const { wrong, counted } = await killingHomework({ ...plan, finished: onTestFinished });
    expect(wrong).toEqual([]);
    expect(counted).toBe(GIVEN * ROUNDS);
  });

  test('in a live quiz that goes on by itself: nobody who joined and no answer is lost, no message is there twice, points add up', {
    timeout: ROUNDS * WITHIN,
  }, async ({ onTestFinished }) => {
    const { address } = await place(onTestFinished);
    const plan = { address, quiz: QUIZ, students: 20, kills: ROUNDS, processes: 1, slow: false, random: Math.random };
    const { kills, quizzes } = await killingLive({ ...plan, finished: onTestFinished });
    expect(kills).toBe(ROUNDS);
    for (const { late: _, presses: __, wrongly, lobbies, joined, allIn, acknowledged, kept, ...wrong } of quizzes) {
      // A program that is killed before its lobby stands has none.
      expect(joined > 0).toBe(lobbies > 0);
      expect(allIn).toBeGreaterThan(0);
      expect(kept).toBeGreaterThanOrEqual(acknowledged);
      expect(wrongly).toEqual([]);
      const { expected, seen, ...none } = wrong;
      expect(seen).toBe(expected);
      expect(Object.entries(none).filter(([, count]) => count > 0)).toEqual([]);
    }
  });
});
