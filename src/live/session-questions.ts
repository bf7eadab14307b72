import { z } from 'zod';
import type { Question } from '../content/model.ts';
import { parseJson } from '../core/json.ts';
import type { Session, Sessions } from '../core/session.ts';
import type { Course } from '../course/course.ts';
import { questionIn } from '../course/courses.ts';
import { memoizePer } from '../language/memoize.ts';
import { questionSchema } from '../questions/types.ts';
import type { LiveState } from './state.ts';

const schema = z.array(
  z.object({ id: z.string(), term: z.string(), alias: z.string().exactOptional(), text: questionSchema }),
);

/** A session's own questions, to be stored with it: a class finishes with what it began with, even if the course changes. */
export const encodeQuestions = (questions: readonly Question[]): string =>
  JSON.stringify(questions.map(({ id, term, alias, ...text }) => ({ id, term, alias, text })));

type Questions = ReadonlyMap<string, Question>;

/** No questions where they cannot be read: those of the course stand in for them. */
function decodeQuestions(material: string): Questions {
  const { data = [] } = schema.safeParse(parseJson(material));
  return new Map(data.map(({ text, ...names }) => [names.id, { ...text, ...names }]));
}

/** Sessions whose questions stay in memory; each has some ten kB. */
const CACHED = 200;

const cacheOf = memoizePer((_: Pick<Sessions, 'material'>) => new Map<string, Promise<Questions>>());

/** The questions that a session was begun with, read once and cached. */
function ownQuestions(id: string, sessions: Pick<Sessions, 'material'>): Promise<Questions> {
  const cache = cacheOf(sessions);
  const known = cache.get(id);
  if (known !== undefined) return known;
  const own = sessions
    .material(id)
    .then((material = '[]') => decodeQuestions(material))
    .catch((error: unknown) => {
      cache.delete(id);
      throw error;
    });
  if (cache.size >= CACHED) cache.clear();
  cache.set(id, own);
  return own;
}

/** The questions of a session in their order; undefined for one that neither the session nor the course has. */
export async function questionsIn(
  { id }: Pick<Session, 'id'>,
  { live }: Pick<LiveState, 'live'>,
  {
    sessions,
    courses,
  }: { sessions: Pick<Sessions, 'material'>; courses: () => readonly Pick<Course, 'questionNamed'>[] },
): Promise<readonly (Question | undefined)[]> {
  const own = await ownQuestions(id, sessions);
  return live.plan.questions.map((question) => own.get(question) ?? questionIn(courses())(question));
}
