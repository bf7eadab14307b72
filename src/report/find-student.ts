import { distance, slips } from '../language/distance.ts';
import { jamo } from '../language/hangul.ts';
import { compact, normalize } from '../language/normalize.ts';
import type { Student } from './members.ts';

/** Letters of what was typed that are compared: no name is longer (Discord's have 32, Slack's 80). */
const LONGEST = 80;

/** What a name is compared by; of one without letters, such as a picture, itself. */
function keyOf(name: string): string {
  const plain = normalize(name.slice(0, 2 * LONGEST)).slice(0, LONGEST);
  return compact(plain) || plain.toLowerCase();
}

/** Nearest first, those whose name differs from what was typed by a slip or two of the finger. */
function nearTo(typed: string, students: readonly Student[]): Student[] {
  const keys = jamo(typed);
  return students
    .map((student) => {
      const own = jamo(keyOf(student.name ?? ''));
      const limit = Math.max(1, slips(Math.max(keys.length, own.length)));
      return { student, far: distance(keys, own, limit), limit };
    })
    .filter(({ far, limit }) => far <= limit)
    .sort((a, b) => a.far - b.far)
    .map(({ student }) => student);
}

/** The student that was meant, or those who may be: `likely` where what was typed is in their names, else by a slip. */
export type Meant = { student: Student } | { likely: readonly Student[] } | { near: readonly Student[] };

/**
 * Finds a student by name, whole or a part of it, `민수 학생` and `민수님` as well. Of several with the name none is
 * chosen; a name that is only nearly the same is never opened by itself.
 */
export function findStudent(typed: string, students: readonly Student[]): Meant {
  const whole = keyOf(typed);
  const named = students.filter(({ name }) => name !== undefined);
  const bare = whole.replace(/(?<=.)(?:학생|님|씨)$/u, '');
  for (const wanted of bare === whole ? [whole] : [whole, bare]) {
    if (wanted === '') continue;
    const same = named.filter(({ name = '' }) => keyOf(name) === wanted);
    const within = same.length > 0 ? same : named.filter(({ name = '' }) => keyOf(name).includes(wanted));
    const [only, ...others] = within;
    if (only && others.length === 0) return { student: only };
    if (only) return { likely: within };
  }
  return { near: nearTo(bare, named) };
}
