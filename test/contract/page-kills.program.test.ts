/** The real program, two processes of it, killed with -9 while a class plays on the page. Leases pass in real time. */
import { describe, expect, test } from 'vitest';
import { killingLive } from '../support/live-kills.ts';
import { runs } from '../support/sample.ts';
import { REACHABLE } from '../support/store/engines.ts';

/** Processes that are killed, one or both at a time. */
const KILLS = runs(2);
/** Milliseconds, however busy the machine: what hangs says where before. */
const WITHIN = 10 * 60_000;
const PHONES = 39;

/** Each phone answers soon, so that each question closes early; and no instructor types that it goes on. */
const QUIZ = { topic: '파드', questions: 2, seconds: 30, haste: 0.15, auto: true };

describe.concurrent.each(REACHABLE)('a room over two processes on $name', ({ place }) => {
  test('that are killed: each of 40 pages shows the end, none an older scene after a newer one, no answer is lost', {
    timeout: KILLS * WITHIN,
  }, async ({ onTestFinished }) => {
    const { address } = await place(onTestFinished);
    const plan = { address, quiz: QUIZ, students: 3, pages: PHONES, kills: KILLS, processes: 2, slow: false };
    const report = await killingLive({ ...plan, random: Math.random, finished: onTestFinished });
    expect(report.kills).toBeGreaterThanOrEqual(KILLS);
    for (const { pages, comings: _, ...wrong } of report.pages) {
      // A phone that could not join while no process was there has no part in it.
      expect(pages).toBeGreaterThan(1);
      expect(wrong).toEqual({ behind: 0, twice: 0, older: 0 });
    }
    for (const { wrongly, lost, again, strange, twice, missing, wrong, unjoined, abandoned } of report.quizzes) {
      expect(wrongly).toEqual([]);
      expect({ lost, again, strange, twice, missing, wrong, unjoined, abandoned }).toEqual({
        ...{ lost: 0, again: 0, strange: 0, twice: 0, missing: 0, wrong: 0, unjoined: 0, abandoned: 0 },
      });
    }
  });
});
