import { randomBytes } from 'node:crypto';
import type { Guest } from '../core/guest.ts';
import type { Labs } from '../core/lab.ts';
import type { Log } from '../core/log.ts';
import type { Meter } from '../core/meter.ts';
import { systemTimers } from '../core/timers.ts';
import type { Context } from '../course/context.ts';
import { createLabs } from '../lab/host/labs.ts';
import { startThread } from '../lab/host/thread.ts';
import { teachesKubernetes } from '../lab/own-lab.ts';
import type { Services } from '../store/services.ts';

/** Under which path of a server labs are. */
export const LAB_PREFIX = '/lab';

/** 192 bits, which no attacker guesses. */
export const newLabSecret = (): string => randomBytes(24).toString('base64url');

/** The API of labs on a server. Loaded only where one is served. */
export const labGuest = async (labs: Pick<Labs, 'behind'>): Promise<Guest> =>
  (await import('../lab/http/guest.ts')).createLabGuest(labs, LAB_PREFIX);

interface Parts {
  services: Pick<Services, 'labRecords'>;
  courses: Context['courses'];
  meter: Pick<Meter, 'lab' | 'labs'>;
  /** What people type to reach the process's server, without a slash at its end; undefined while no kubectl can. */
  url: () => Promise<string | undefined>;
  now: () => number;
  log: Log;
}

/** The labs of this process, where a course is on Kubernetes. Their thread starts with the first one. */
export function openLabs({
  services,
  courses,
  meter,
  url,
  now,
  log,
}: Parts): (Labs & { stop(): Promise<void> }) | undefined {
  if (!courses().some((course) => teachesKubernetes({ course: () => course }))) return undefined;
  return createLabs({
    records: services.labRecords,
    startThread: (ended) => startThread({ timers: systemTimers, log, ended }),
    id: randomBytes(12).toString('base64url'),
    newSecret: newLabSecret,
    url: async () => {
      const own = await url();
      return own === undefined ? undefined : `${own}${LAB_PREFIX}`;
    },
    now,
    timers: systemTimers,
    log,
    meter,
  });
}
