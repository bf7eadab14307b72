/** What a question is about after what this person has seen before it. */
import type { Term } from '../content/model.ts';
import type { Caller } from '../core/command/command.ts';
import type { Context } from '../course/context.ts';
import type { Course } from '../course/course.ts';
import { findTopics, type Topics } from '../course/find.ts';
import { asksToCompare } from '../language/function-words.ts';
import { compact, normalize, words } from '../language/normalize.ts';
import { doingOf, LOOKING, MAKING } from '../language/verbs.ts';
import type { Guide } from '../search/result.ts';
import {
  asksForExampleAlone,
  countOwnWords,
  countTelling,
  isElliptic,
  lastSeen,
  readPlace,
  refersBack,
  setsTwo,
  withName,
} from './follow-up.ts';
import { asksOfSides, isSaidOf, setsAgainst } from './side-by-side.ts';

/** A question of this score is a name and nothing else. */
const TITLE = 1;

/** This concept or section, with what of it is asked for. */
const only = (id: string, guide?: Guide): Topics => ({
  ...{ answered: true, compares: false, named: true, ids: [id], score: 1 },
  ...(guide ? { guide } : {}),
});

const namesOf = ({ title, aliases }: Term): string[] => [title.ko, title.en, ...aliases];

/** What a question asks that was given a name, of that concept or section; else what this is. */
function aboutOne(question: string, id: string, course: Course): Topics {
  const meant = findTopics(question, course);
  if (meant.answered && (meant.guide || meant.compares)) return meant;
  return only(id);
}

/** What is done, but looking, by words. */
const doingsIn = (text: string): Set<number> =>
  new Set(
    words(normalize(text))
      .flatMap((word) => doingOf(word) ?? [])
      .filter((doing) => doing !== LOOKING),
  );

/** Is a question answered with a task that does something else than it asks for? */
function doesOther(question: string, { guide }: Topics, { terms }: Course): boolean {
  const title = guide?.kind === 'task' ? terms.get(guide.id)?.tasks[guide.at]?.title.ko : undefined;
  const asked = doingsIn(question);
  return title !== undefined && asked.size > 0 && asked.isDisjointFrom(doingsIn(title));
}

/** What a concept has for a student who wants just this done with it: a task, or an example of what is made. */
function ownGuide(question: string, id: string, { terms }: Course): Guide | undefined {
  const term = terms.get(id);
  const asked = doingsIn(question);
  const at = term?.tasks.findIndex(({ title }) => !asked.isDisjointFrom(doingsIn(title.ko))) ?? -1;
  if (at >= 0) return { kind: 'task', id, at };
  return asked.has(MAKING) && term?.example !== undefined ? { kind: 'example', id } : undefined;
}

/** Two concepts that a question sets against each other, and of which an author has said how they differ. */
export function againstEachOther(question: string, { names = [], guide }: Topics, course: Course): Topics | undefined {
  const [one, other, third] = names.map((id) => course.terms.get(id));
  if (!one || !other || third || guide?.kind === 'sign' || question.includes('\n')) return undefined;
  if (!setsAgainst(question) || !isSaidOf(one, other)) return undefined;
  return { answered: true, compares: true, named: true, names, ids: [one.id, other.id], score: 1 };
}

/** Words that a name has at most, those with which a question says enough by itself, and those that tell of something. */
const OWN = { name: 2, question: 4, telling: 2 } as const;

/** Does a word of the question begin with a name of the concept? */
function beginsWithName(question: string, term: Term | undefined): boolean {
  const names = term ? namesOf(term).map(compact) : [];
  return words(normalize(question)).some((word) => names.some((name) => name.length > 1 && word.startsWith(name)));
}

/**
 * What a question is about: `found`, or, where it only makes sense after another (`그거랑 뭐가 달라?`), what this person
 * saw last in this place.
 */
export function resolve(question: string, found: Topics, caller: Caller, context: Context): Topics {
  const course = context.course();
  // 둘 중에 뭘 써야 해: what was set side by side for it is a guess of the search.
  if (found.compares && found.names?.length === 0 && asksOfSides(question))
    return { answered: false, compares: false, ids: [], score: 0 };
  const seen = lastSeen(caller, context);
  const spoken = seen && seen.sides.length > 1 && found.names?.length === 0 ? readPlace(question) : undefined;
  const side = course.terms.get(seen?.sides[spoken?.place ?? -1] ?? '');
  if (spoken && side) return aboutOne(spoken.named(side.title.ko), side.id, course);
  const last = seen?.ids[0];
  const topic = last === undefined ? undefined : (course.terms.get(last) ?? course.sections.get(last));
  if (last === undefined || topic === undefined || question.includes('\n')) return found;
  const [other, third] = found.names ?? [];
  const own = countOwnWords(question);
  // 파드랑은 뭐가 달라: what names one alone sets it beside the last.
  const namesOne = other !== undefined && third === undefined && own <= OWN.name && !found.compares;
  if (asksToCompare(question) && namesOne && !setsTwo(question) && other !== last && course.terms.has(last))
    return { answered: true, compares: true, named: true, ids: [last, other], score: 1 };
  // A title may have a pronoun in it: What Kubernetes is and where it came from.
  const isTitle = found.score >= TITLE;
  // What says much is about that, whatever pronouns are in it.
  const isOwn =
    found.answered && (own >= OWN.question || (found.named && !found.compares && found.guide !== undefined));
  const refers = refersBack(question) && !isTitle && !isOwn;
  // yaml 보여줘: of what was seen, and not of YAML.
  if (!isTitle && asksForExampleAlone(question) && course.terms.get(last)?.example !== undefined)
    return only(last, { kind: 'example', id: last });
  // 롤백하는 법: a name that has become a verb.
  const isTold = (): boolean =>
    found.answered &&
    (countTelling(question) >= OWN.telling || beginsWithName(question, course.terms.get(found.ids[0] ?? '')));
  // 오늘 점심 뭐 먹지: what has a noun of its own is about something else.
  if (!refers && (found.named || !isElliptic(question) || isTold())) return found;
  const about = aboutOne(withName(question, topic.title.ko), last, course);
  if (!doesOther(question, about, course)) return about;
  const guide = ownGuide(question, last, course);
  // 재시작하는 명령어 없나요: of what cannot be done with it, what else may be meant.
  if (!guide && found.ids.length > 0 && countTelling(question) >= OWN.telling) return found;
  return only(last, guide);
}

/** The concepts that this person has seen side by side, where a question that names nothing asks of them. */
export function sidesMeant(question: string, { names }: Topics, caller: Caller, context: Context): readonly Term[] {
  const seen = names?.length === 0 ? lastSeen(caller, context) : undefined;
  const asks = seen && seen.sides.length > 1 ? asksOfSides(question) : undefined;
  if (!seen || !asks || (asks === 'which' && seen.ids.length < 2)) return [];
  return seen.sides.flatMap((id) => context.course().terms.get(id) ?? []);
}

/**
 * The concept that a question names as it is called, saying nothing of its own besides: 뷰 만드는 명령어 알려줘. Words that any
 * subject has may have been learned as another one's, so it is never said to be unknown.
 */
export function onlyNamed(question: string, { names = [] }: Topics, course: Course): string | undefined {
  const [id, second] = names;
  const term = second === undefined ? course.terms.get(id ?? '') : undefined;
  if (term === undefined) return undefined;
  const asked = compact(question);
  const called = namesOf(term).filter((name) => asked.includes(compact(name)));
  return countOwnWords(question) <= Math.max(1, ...called.map(countOwnWords)) ? term.id : undefined;
}
