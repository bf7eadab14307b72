import type { Term } from '../content/model.ts';
import type { Caller } from '../core/command/command.ts';
import type { Locale, Localized } from '../core/locale.ts';
import type { Block, Reply } from '../core/reply/blocks.ts';
import { button, buttons, fields, heading, markdown } from '../core/reply/builders.ts';
import type { Context } from '../course/context.ts';
import type { Course } from '../course/course.ts';
import { findTopics, type Topics } from '../course/find.ts';
import { readNumbered } from '../course/lesson-numbers.ts';
import { partLine } from '../course/lines.ts';
import { samplesOf } from '../course/samples.ts';
import { practiceButton } from '../course/term-blocks.ts';
import { asksToCompare } from '../language/function-words.ts';
import { compact, normalize, words } from '../language/normalize.ts';
import { findLesson } from '../practice/find-topic.ts';
import { hasQuestions, titleOf, topicLine } from '../practice/topics.ts';
import { SIDE_BY_SIDE } from '../search/mentions.ts';
import {
  asksForExampleAlone,
  countOwnWords,
  countTelling,
  isElliptic,
  lastSeen,
  readPlace,
  refersBack,
  rememberSeen,
  setsTwo,
  withName,
} from './follow-up.ts';
import { renderGuide } from './guide.ts';
import { recordInVain } from './in-vain.ts';
import { examineIn, renderManifest } from './manifest.ts';
import { asksOfSides, isSaidOf, renderChoice, renderComparison, setsAgainst } from './side-by-side.ts';
import { readTalk } from './talk/read.ts';
import { renderTalk } from './talk/render.ts';
import { text } from './text.ts';
import { renderTopic, topicButtons } from './topic.ts';

const unsure = (blocks: readonly Block[]): Reply => ({ visibility: 'caller', accent: 'warning', blocks });

/** A question of this score is a name and nothing else. */
const TITLE = 1;
/** A guess is told in a line where it is at least this likely. */
const LIKELY = 0.4;

/** Concepts and sections that the question may be about; what is likely is told in a line. */
function renderSuggestions({ ids, score }: Topics, course: Course, locale: Locale): Reply {
  const words = text(locale);
  const first = score >= LIKELY ? course.terms.get(ids[0] ?? '') : undefined;
  return unsure([
    heading(words.didYouMean),
    ...(first ? [fields({ name: first.title[locale], value: first.definition[locale] })] : []),
    markdown(first ? words.notSure : words.noExactMatch),
    buttons(...topicButtons(ids, course, locale)),
  ]);
}

/** Three things to try instead of a question that nothing in the course answers. */
function renderUnknown(course: Course, locale: Locale): Reply {
  const words = text(locale);
  const { concept, description } = samplesOf(course);
  const ask = (what: Localized): string => `${course.lookUp} ${what[locale]}`;
  const described = description === concept ? [] : [words.tryDescription(ask(description))];
  const tries = [words.tryOneWord(ask(concept)), ...described, words.tryCard];
  return unsure([
    heading(words.unknown),
    markdown(`${words.tryThese}\n\n${tries.map((one, i) => `${i + 1}. ${one}`).join('\n')}`),
    buttons(button(words.todaysConcept, 'card'), ...practiceButton(course, words.quiz)),
  ]);
}

/** Asks which concept is meant, where nothing was seen before that a pronoun could stand for. */
function renderWhichOne(course: Course, locale: Locale): Reply {
  const words = text(locale);
  return unsure([
    heading(words.whichOne),
    markdown(`${words.whichOneHint} ${words.tryOneWord(`${course.lookUp} ${samplesOf(course).concept[locale]}`)}`),
    buttons(button(words.todaysConcept, 'card')),
  ]);
}

/** The way to the chapter, the section or the weeks that a question is the number of; undefined for any other question. */
function renderLesson(question: string, course: Course, locale: Locale): Reply | undefined {
  // A number in words may be none: 공장, 천장.
  const lesson = /\d/.test(question) && readNumbered(question) ? findLesson(question, course) : undefined;
  if (!lesson) return undefined;
  const words = text(locale);
  if (lesson.kind === 'section') return renderTopic(lesson.section.id, course, locale);
  if (lesson.kind !== 'chapter' && lesson.kind !== 'weeks') return undefined;
  const part = lesson.kind === 'chapter' ? lesson.chapter.id : `week ${lesson.from}`;
  const quiz = hasQuestions(lesson, course) ? [button(words.quiz, topicLine(lesson))] : [];
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      heading(titleOf(lesson)?.[locale] ?? ''),
      markdown(words.lessonHas),
      buttons(button(words.seeLesson, partLine(part), 'primary'), ...quiz),
    ],
  };
}

/** What a question asks that was given a name, of that concept or section; else what this is. */
function aboutOne(question: string, id: string, course: Course): Topics {
  const meant = findTopics(question, course);
  if (meant.answered && (meant.guide || meant.compares)) return meant;
  return { answered: true, compares: false, named: true, ids: [id], score: 1 };
}

/** Two concepts that a question sets against each other, and of which an author has said how they differ. */
function againstEachOther(question: string, { names = [], guide }: Topics, course: Course): Topics | undefined {
  const [one, other, third] = names.map((id) => course.terms.get(id));
  if (!one || !other || third || guide?.kind === 'sign' || question.includes('\n')) return undefined;
  if (!setsAgainst(question) || !isSaidOf(one, other)) return undefined;
  return { answered: true, compares: true, named: true, names, ids: [one.id, other.id], score: 1 };
}

/** Words that a name has at most, and those with which a question says enough by itself. */
const OWN = { name: 2, question: 4, telling: 2 } as const;

/** Does a word of the question begin with a name of the concept? */
function beginsWithName(question: string, term: Term | undefined): boolean {
  const names = term ? [term.title.ko, term.title.en, ...term.aliases].map(compact) : [];
  return words(normalize(question)).some((word) => names.some((name) => name.length > 1 && word.startsWith(name)));
}

/**
 * What a question is about: `found`, or, where it only makes sense after another (`그거랑 뭐가 달라?`), what this person
 * saw last in this place.
 */
function resolve(question: string, found: Topics, caller: Caller, context: Context): Topics {
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
  if (asksForExampleAlone(question) && course.terms.get(last)?.example !== undefined)
    return {
      answered: true,
      compares: false,
      named: true,
      ids: [last],
      score: 1,
      guide: { kind: 'example', id: last },
    };
  // 롤백하는 법: a name that has become a verb.
  const isTold = (): boolean =>
    found.answered &&
    (countTelling(question) >= OWN.telling || beginsWithName(question, course.terms.get(found.ids[0] ?? '')));
  // 오늘 점심 뭐 먹지: what has a noun of its own is about something else.
  if (!refers && (found.named || !isElliptic(question) || isTold())) return found;
  return aboutOne(withName(question, topic.title.ko), last, course);
}

/** The concepts that this person has seen side by side, where a question that names nothing asks of them. */
function sidesMeant(question: string, { names }: Topics, caller: Caller, context: Context): readonly Term[] {
  const seen = names?.length === 0 ? lastSeen(caller, context) : undefined;
  const asks = seen && seen.sides.length > 1 ? asksOfSides(question) : undefined;
  if (!seen || !asks || (asks === 'which' && seen.ids.length < 2)) return [];
  return seen.sides.flatMap((id) => context.course().terms.get(id) ?? []);
}

/** An answer, and the way to what may as well have been meant. */
const withRunnerUp = (reply: Reply, id: string, course: Course, locale: Locale): Reply => ({
  ...reply,
  blocks: [...reply.blocks, markdown(text(locale).alsoPossible), buttons(...topicButtons([id], course, locale))],
});

/** An answer with a line below its heading. */
const withLine = ({ blocks: [first, ...others], ...reply }: Reply, line: string): Reply => ({
  ...reply,
  blocks: [...(first ? [first] : []), markdown(line), ...others],
});

/** What is known of a comparison, all but what the course does not have. */
function renderSides({ ids, names, strangers }: Topics, course: Course, locale: Locale): Reply | undefined {
  const terms = ids.flatMap((id) => course.terms.get(id) ?? []);
  const [only] = terms;
  if (!only || (terms.length < 2 && !strangers)) return undefined;
  const guessed = names && !strangers ? terms.filter(({ id }) => !names.includes(id)) : [];
  const titles = terms.map(({ title }) => title[locale]);
  const reply = terms.length > 1 ? renderComparison(terms, locale) : renderTopic(only.id, course, locale);
  const line = strangers
    ? text(locale).without(strangers, titles)
    : guessed.length > 0
      ? text(locale).guessed(guessed.map(({ title }) => title[locale]))
      : undefined;
  return reply && line !== undefined ? withLine(reply, line) : reply;
}

function render(found: Topics, question: string, course: Course, locale: Locale): Reply {
  const { answered, compares, ids, strangers, guide, rivals, close } = found;
  const [best = ''] = ids;
  const sides = compares || strangers ? renderSides(found, course, locale) : undefined;
  if (sides) return sides;
  const lines = question.split('\n');
  const line = guide?.kind === 'sign' && lines.length > 1 ? lines[guide.line]?.trim() : undefined;
  const guided = guide && renderGuide(guide, course, locale, { line, ...(rivals ? { rivals } : {}) });
  const reply = guided ?? (answered ? renderTopic(best, course, locale) : undefined);
  if (reply) return close === undefined ? reply : withRunnerUp(reply, close, course, locale);
  if (ids.length > 0) return renderSuggestions(found, course, locale);
  return refersBack(question) || asksOfSides(question) ? renderWhichOne(course, locale) : renderUnknown(course, locale);
}

/**
 * Answers a question with what to know or do, and records what was looked up.
 * @throws UserError for the number of a chapter or a week that the course does not have.
 */
export async function lookUp(question: string, caller: Caller, context: Context): Promise<Reply> {
  const { id: person, name, locale } = caller;
  const course = context.course();
  const lesson = renderLesson(question, course, locale);
  if (lesson) return lesson;
  const manifest = await examineIn(question, course);
  const asked = findTopics(question, course);
  const talk = asked.guide ? undefined : readTalk(question, { namesConcept: asked.named ?? false });
  if (talk !== undefined && !manifest) return renderTalk(talk, course, locale);
  const sides = manifest ? [] : sidesMeant(question, asked, caller, context);
  if (sides.length > 1) {
    const ids = sides.map(({ id }) => id);
    rememberSeen(ids, caller, context);
    return renderChoice(sides, locale);
  }
  const found = againstEachOther(question, asked, course) ?? resolve(question, asked, caller, context);
  if (!found.answered && !manifest) recordInVain(question, caller, context);
  const shown = found.answered ? found.ids.slice(0, found.compares ? SIDE_BY_SIDE : 1) : [];
  const at = context.now().epochMilliseconds;
  for (const id of shown)
    context.records.record({ kind: 'lookup', person, ...(name === undefined ? {} : { name }), id, at });
  // Of a task's or a sign's answer the concept that was asked about, not the one that has it.
  const seen = found.guide && found.names?.length === 1 ? found.names : shown;
  if (seen.length > 0 && (found.answered || found.guide)) rememberSeen(seen, caller, context);
  // A message beside it that says what went wrong goes before a manifest that is right, and so does a concept before a
  // part in which nothing is wrong, or what is no object.
  const isObject = manifest?.documents.some(({ kind }) => kind !== undefined) ?? false;
  const isKnown = found.guide?.kind === 'sign' || (!isObject && found.answered);
  if (manifest && (manifest.findings.length > 0 || !isKnown)) return renderManifest(manifest, course, locale);
  return render(found, question, course, locale);
}
