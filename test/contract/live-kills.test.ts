import { describe, expect, test } from 'vitest';
import { killingLive } from '../support/live-kills.ts';
import { REACHABLE } from '../support/store/engines.ts';

const QUIZ = { topic: '파드', questions: 1, seconds: 5 };
const KILLS = 2;

describe.concurrent.each(REACHABLE)('a live quiz on $name', ({ place }) => {
  test('killed in the middle: no answer that was acknowledged is lost, no message is there twice, points add up', {
    timeout: 120_000,
  }, async ({ onTestFinished }) => {
    const { address } = await place(onTestFinished);
    const plan = { address, quiz: QUIZ, students: 20, kills: KILLS, processes: 1, slow: false, random: Math.random };
    const { kills, quizzes } = await killingLive({ ...plan, finished: onTestFinished });
    expect(kills).toBe(KILLS);
    for (const { late: _, presses: __, acknowledged, kept, ...wrong } of quizzes) {
      expect(kept).toBeGreaterThanOrEqual(acknowledged);
      const { expected, seen, ...none } = wrong;
      expect(seen).toBe(expected);
      expect(Object.entries(none).filter(([, count]) => count > 0)).toEqual([]);
    }
  });
});
