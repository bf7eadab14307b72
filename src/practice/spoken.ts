import { UserError } from '../core/errors.ts';
import type { Course } from '../course/course.ts';
import { findNamed } from '../course/find.ts';
import { compact, normalize } from '../language/normalize.ts';
import { findLesson } from './find-topic.ts';

/** Letters of a line, at most: longer talk asks for something else. */
const LONGEST = 40;

/** What was missed, as people say it without a command. */
const MISSED = /^(?:내가)?(?:틀린|틀렸던|못맞힌)문제|^오답(?:노트|문제)/;

/** Behind a topic: a quiz, or questions that a student wants to be asked. `파드 문제` alone may be a trouble with Pods. */
const QUIZ =
  /(?:퀴즈(?:풀(?:래|기|자|고싶어)|할래|시작|내?(?:줘|주세요))?|문제(?:풀(?:래|기|자|고싶어)|내(?:줘|주세요)))요?$/;

/** Is it the name of a lesson, also of one that the course does not have: that is refused by the practice itself. */
function namesLesson(words: string, course: Course): boolean {
  try {
    return findLesson(words, course) !== undefined;
  } catch (error) {
    if (error instanceof UserError) return true;
    throw error;
  }
}

/** The topic on which a line asks for a quiz: `파드 퀴즈`, `1장 문제 풀래`, `틀린 문제`; undefined for any other line. */
export function topicSpoken(line: string, course: Course): string | undefined {
  if (line.length > LONGEST) return undefined;
  const said = compact(line);
  const about = said.replace(QUIZ, '');
  if (MISSED.test(said) && (about !== said || said.replace(MISSED, '') === '')) return '틀린 문제';
  if (about === said || about === '') return undefined;
  // As it was typed, since spaces part a chapter from its section.
  const words = normalize(line).split(' ');
  const typed = words.map((_, at) => words.slice(0, at + 1).join(' ')).find((some) => compact(some) === about) ?? about;
  return findNamed(typed, course) !== undefined || namesLesson(typed, course) ? typed : undefined;
}
