import { z } from 'zod';
import type { Question } from '../content/model.ts';
import { parseJson } from '../core/json.ts';
import type { Session, Sessions } from '../core/session.ts';
import type { Course } from '../course/course.ts';
import { memoizePer } from '../language/memoize.ts';
import { questionSchema } from '../questions/types.ts';
import type { LiveState } from './state.ts';

const schema = z.array(z.object({ id: z.string(), term: z.string(), text: questionSchema }));

/** Questions as a session keeps them: its class finishes with those that it began with, whatever becomes of the course. */
export const encodeQuestions = (questions: readonly Question[]): string =>
  JSON.stringify(questions.map(({ id, term, ...text }) => ({ id, term, text })));

type Questions = ReadonlyMap<string, Question>;

/** None where they cannot be read: the course's stand in for them. */
function decodeQuestions(material: string): Questions {
  const { data = [] } = schema.safeParse(parseJson(material));
  return new Map(data.map(({ id, term, text }) => [id, { ...text, id, term }]));
}

/** Sessions whose questions stay at hand; each has some ten kB. */
const REMEMBERED = 200;

const remembered = memoizePer((_: Pick<Sessions, 'material'>) => new Map<string, Promise<Questions>>());

/** The questions that a session was begun with, read once and kept at hand. */
function ownQuestions(id: string, sessions: Pick<Sessions, 'material'>): Promise<Questions> {
  const all = remembered(sessions);
  const known = all.get(id);
  if (known !== undefined) return known;
  const own = sessions
    .material(id)
    .then((material = '[]') => decodeQuestions(material))
    .catch((error: unknown) => {
      all.delete(id);
      throw error;
    });
  if (all.size >= REMEMBERED) all.clear();
  all.set(id, own);
  return own;
}

/** The questions of a session in their order; undefined for one that neither it nor the course has any more. */
export async function questionsIn(
  { id }: Pick<Session, 'id'>,
  { live }: Pick<LiveState, 'live'>,
  { sessions, course }: { sessions: Pick<Sessions, 'material'>; course: () => Pick<Course, 'questionNamed'> },
): Promise<readonly (Question | undefined)[]> {
  const own = await ownQuestions(id, sessions);
  return live.plan.questions.map((question) => own.get(question) ?? course().questionNamed(question));
}
