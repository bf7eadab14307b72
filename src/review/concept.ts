import type { Term } from '../content/model.ts';
import type { Caller } from '../core/command/command.ts';
import type { Locale } from '../core/locale.ts';
import type { Block, Button, Reply } from '../core/reply/blocks.ts';
import { button } from '../core/reply/builders.ts';
import { findNamed, findTopics, splitNamed } from '../course/find.ts';
import { partLine } from '../course/lines.ts';
import { quizButton, sectionButton, termButtons } from '../course/term-blocks.ts';
import { truncate } from '../language/truncate.ts';
import { literalLine } from '../markdown/escape.ts';
import { findLesson } from '../practice/find-topic.ts';
import { hasQuestions, type Topic, titleOf, topicLine } from '../practice/topics.ts';
import { loadStanding } from './standing.ts';
import { type ReviewContext, reviewLesson, reviewTerm } from './start.ts';
import { text } from './text.ts';

/** Code points of a student's own words that are said back. */
const SHOWN = 40;

const refusal = (heading: string, markdown: string, buttons: readonly Button[]): Reply => {
  const blocks: Block[] = [
    { type: 'heading', text: heading },
    { type: 'text', markdown },
    { type: 'buttons', buttons },
  ];
  return { visibility: 'caller', accent: 'warning', blocks };
};

/** Asks for a concept where the words name none for sure: those that they may mean. */
function renderWhich(words: string, maybe: readonly Term[], locale: Locale): Reply {
  const own = text(locale);
  return refusal(own.whichConcept, own.noSuchConcept(literalLine(truncate(words, SHOWN))), [
    ...maybe.map(({ id, title }) => button(title[locale], `review ${id}`)),
    { ...button(own.reviewDue, 'review'), primary: true },
  ]);
}

/**
 * Reviews what the student has met of a chapter or of weeks, or says that this is nothing and offers to practise it.
 * @throws UserError where classes are asked all of its questions just now.
 */
async function reviewPart(
  lesson: Topic & { kind: 'chapter' | 'weeks' },
  caller: Caller,
  context: ReviewContext,
): Promise<Reply> {
  const { locale } = caller;
  const own = text(locale);
  const course = context.course();
  const title = titleOf(lesson)?.[locale] ?? '';
  const standing = await loadStanding(caller, context);
  const met = lesson.terms.flatMap((id) => (standing.memories.has(id) ? (course.terms.get(id) ?? []) : []));
  const asked = met.filter(({ questions }) => questions.length > 0);
  if (asked.length > 0) return reviewLesson(title, asked, standing, caller, context);
  const part = lesson.kind === 'chapter' ? lesson.chapter.id : `week ${lesson.from}`;
  return refusal(own.noneMet(title), own.lessonFirst, [
    ...(hasQuestions(lesson, course) ? [button(own.quizOnLesson, topicLine(lesson), 'primary')] : []),
    button(own.seeLesson, partLine(part)),
  ]);
}

const idOf = (named: NonNullable<ReturnType<typeof findNamed>>): string =>
  named.kind === 'term' ? named.term.id : named.section.id;

/**
 * Reviews the concept, the chapter or the weeks that words name, or says why not: there is none of that name, or the
 * student has not met it yet.
 * @throws UserError where classes are asked all of its questions just now, and for a chapter that the course does not have.
 */
export async function reviewConcept(words: string, caller: Caller, context: ReviewContext): Promise<Reply> {
  const { locale } = caller;
  const own = text(locale);
  const course = context.course();
  const { terms, sections } = course;
  const lesson = findLesson(words, course);
  if (lesson?.kind === 'chapter' || lesson?.kind === 'weeks') return reviewPart(lesson, caller, context);
  const part = findNamed(words, course) ? undefined : splitNamed(words, (some) => findNamed(some, course));
  // What was typed beside a name is not passed over.
  const { answered, ids } = part?.rest ? { answered: false, ids: [idOf(part.named)] } : findTopics(words, course);
  const [id = ''] = ids;
  const section = lesson?.kind === 'section' ? lesson.section : answered ? sections.get(id) : undefined;
  if (section) {
    const title = section.title[locale];
    const taught = section.terms.flatMap((one) => terms.get(one) ?? []).slice(0, 5);
    return refusal(own.isSection(title), own.oneConcept, [
      ...taught.map((one) => button(one.title[locale], `review ${one.id}`)),
      sectionButton(section, locale),
    ]);
  }
  const term = answered ? terms.get(id) : undefined;
  if (!term)
    return renderWhich(
      words,
      ids.flatMap((one) => terms.get(one) ?? []),
      locale,
    );
  const title = term.title[locale];
  if (term.questions.length === 0) return refusal(own.cannotAsk(title), own.noQuestions, termButtons([term], locale));
  const standing = await loadStanding(caller, context);
  if (!standing.memories.has(term.id))
    return refusal(own.notMet(title), own.learnFirst, [...quizButton(term, locale), ...termButtons([term], locale)]);
  return reviewTerm(term, standing, caller, context);
}
