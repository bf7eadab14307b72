import type { Question } from '../content/model.ts';
import type { Class } from '../core/class.ts';
import type { Course } from './course.ts';

/** Of all courses that a bot teaches: that of a class. What has none, or one that is gone, has the first. */
export function courseOf(courses: readonly Course[], { course: id }: Pick<Class, 'course'>): Course {
  const [first] = courses;
  const own = courses.find(({ content }) => content.settings.id === id) ?? first;
  if (own === undefined) throw new Error('a bot teaches one course at least');
  return own;
}

/** Finds a question in any of the courses; ids of different courses' questions differ. */
export const questionIn =
  (courses: readonly Pick<Course, 'questionNamed'>[]) =>
  (name: string): Question | undefined =>
    courses.map(({ questionNamed }) => questionNamed(name)).find((question) => question !== undefined);
