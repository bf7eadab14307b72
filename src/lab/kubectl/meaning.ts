import type { Sign } from '../../content/guides.ts';
import type { Term } from '../../content/model.ts';
import type { Course } from '../../course/course.ts';
import type { Result } from './run.ts';

/** Characters of an answer that are looked through. */
const MOST = 4000;

/** Words that show in a table or a description that something is wrong. */
const TROUBLE =
  /CrashLoopBackOff|ImagePull|ErrImage|OOMKilled|Pending|Evicted|CreateContainer|NotReady|FailedScheduling|Unhealthy|BackOff|Failed|<pending>|<unknown>/;

/** The sign of the course that an answer reads like, where it tells of trouble. */
export function meaningOf({ stdout, stderr, code }: Result, course: Course): { sign: Sign; term: Term } | undefined {
  const said = code !== 0 && stderr !== '' ? stderr : TROUBLE.test(stdout) ? stdout : '';
  if (said === '') return undefined;
  const { answered, guide } = course.search(said.slice(0, MOST));
  if (!answered || guide?.kind !== 'sign') return undefined;
  const term = course.terms.get(guide.id);
  const sign = term?.signs[guide.at];
  return term && sign && { term, sign };
}
