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
import { findLesson } from '../practice/find-topic.ts';
import { hasQuestions, titleOf, topicLine } from '../practice/topics.ts';
import { SIDE_BY_SIDE } from '../search/mentions.ts';
import { refersBack, rememberSeen } from './follow-up.ts';
import { renderGuide } from './guide.ts';
import { recordInVain } from './in-vain.ts';
import { readPaste, renderManifest } from './manifest.ts';
import { renderCompose, renderTemplate } from './other-file.ts';
import { againstEachOther, onlyNamed, resolve, sidesMeant } from './resolve.ts';
import { asksOfSides, renderChoice, renderSides } from './side-by-side.ts';
import { readTalk } from './talk/read.ts';
import { renderTalk } from './talk/render.ts';
import { text } from './text.ts';
import { renderTopic, topicButtons } from './topic.ts';

const unsure = (blocks: readonly Block[]): Reply => ({ visibility: 'caller', accent: 'warning', blocks });

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

/** An answer, and the way to what may as well have been meant. */
const withRunnerUp = (reply: Reply, id: string, course: Course, locale: Locale): Reply => ({
  ...reply,
  blocks: [...reply.blocks, markdown(text(locale).alsoPossible), buttons(...topicButtons([id], course, locale))],
});

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
  const only = onlyNamed(question, found, course);
  if (only !== undefined) return renderSuggestions({ ...found, ids: [only], score: LIKELY }, course, locale);
  return refersBack(question) || asksOfSides(question) ? renderWhichOne(course, locale) : renderUnknown(course, locale);
}

/** The line that decided for a sign stands outside the file that was pasted with it. */
const isBeside = ({ line }: { line: number }, question: string, file: string): boolean =>
  !file.includes(question.split('\n')[line] ?? '');

/**
 * Answers a question with what to know or do, and records what was looked up.
 * @throws UserError for the number of a chapter or a week that the course does not have.
 */
export async function lookUp(question: string, caller: Caller, context: Context): Promise<Reply> {
  const { id: person, name, locale } = caller;
  const course = context.course();
  const lesson = renderLesson(question, course, locale);
  if (lesson) return lesson;
  const paste = await readPaste(question, course);
  if (paste?.is === 'compose') return renderCompose(paste, course, locale);
  const asked = findTopics(question, course);
  // A message beside it says what went wrong when it was rendered, which is more than what it is.
  if (paste?.is === 'template' && !(asked.guide?.kind === 'sign' && isBeside(asked.guide, question, paste.text)))
    return renderTemplate(course, locale);
  const manifest = paste?.is === 'manifest' ? paste : undefined;
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
