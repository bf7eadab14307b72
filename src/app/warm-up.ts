import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from '../core/platform.ts';
import { finish } from '../core/steps.ts';
import type { Context } from '../course/context.ts';
import type { Course } from '../course/course.ts';
import { prepareDoctor } from '../lookup/manifest.ts';
import { renderTopic } from '../lookup/topic.ts';
import { tidyUp } from './memory.ts';

/** Milliseconds between two concepts that are prepared: a student who asks meanwhile is not held up. */
const BREATH = 50;
/** Milliseconds until the first: a class that waited for the bot asks before. */
const LATER = 10_000;

/** Share of its time that a process is busy with others from which on this waits, and milliseconds until it looks again. */
const BUSY = { share: 0.2, pause: 1000 } as const;

/** Resolves after a breath in which the process had little else to do: a class that answers at once comes first. */
async function quiet(): Promise<void> {
  for (let pause: number = BREATH; ; pause = BUSY.pause) {
    const before = performance.eventLoopUtilization();
    await sleep(pause, undefined, { ref: false });
    if (performance.eventLoopUtilization(before).utilization < BUSY.share) return;
  }
}

const idsOf = ({ terms, sections }: Course): string[] => [...terms.keys(), ...sections.keys()];

/** Prepares what the course answers: the first student who asks for something waits no longer than those after them. */
export async function warmUp({ course }: Pick<Context, 'course'>, connections: readonly Connection[]): Promise<void> {
  finish(course().prepare());
  await prepareDoctor();
  await sleep(LATER, undefined, { ref: false });
  for (const id of idsOf(course())) {
    // The course of now: it may have been read again, and the one before is to be forgotten.
    const now = course();
    for (const locale of ['ko', 'en'] as const) {
      const reply = renderTopic(id, now, locale);
      if (reply) for (const connection of connections) connection.prepare(reply, locale);
    }
    for (const ask of now.terms.get(id)?.asks.slice(0, 1) ?? []) now.search(ask);
    await quiet();
  }
  await tidyUp();
}
