import type { Caller } from '../core/command/command.ts';
import type { Locale } from '../core/locale.ts';
import type { Block, Reply } from '../core/reply/blocks.ts';
import { button } from '../core/reply/builders.ts';
import type { Context } from '../course/context.ts';
import type { Course } from '../course/course.ts';
import { findTopics } from '../course/find.ts';
import { renderComparison } from './term.ts';
import { text } from './text.ts';
import { renderTopic, topicButtons } from './topic.ts';

const unsure = (blocks: readonly Block[]): Reply => ({ visibility: 'caller', accent: 'warning', blocks });

/** Concepts and sections that the question may be about. */
function renderSuggestions(ids: readonly string[], course: Course, locale: Locale): Reply {
  const words = text(locale);
  return unsure([
    { type: 'heading', text: words.didYouMean },
    { type: 'text', markdown: words.noExactMatch },
    { type: 'buttons', buttons: topicButtons(ids, course, locale) },
  ]);
}

/** A word and a description that the course of now can answer. */
function wordsToTry({ builtIn, content }: Course, locale: Locale): { word: string; description: string } {
  const words = text(locale);
  if (builtIn) return { word: words.knownWord, description: words.knownDescription };
  const [term] = content.terms;
  const [section] = content.chapters.flatMap((chapter) => chapter.sections);
  const word = term?.title[locale] ?? section?.title[locale] ?? words.anyWord;
  return { word, description: section?.title[locale] ?? word };
}

/** Three things to try instead of a question that nothing in the course answers. */
function renderUnknown(course: Course, locale: Locale): Reply {
  const words = text(locale);
  const { word, description } = wordsToTry(course, locale);
  const tries = [words.tryOneWord(word), words.tryDescription(description), words.tryCard];
  return unsure([
    { type: 'heading', text: words.unknown },
    { type: 'text', markdown: `${words.tryThese}\n\n${tries.map((one, i) => `${i + 1}. ${one}`).join('\n')}` },
    { type: 'buttons', buttons: [button(words.todaysConcept, 'card'), button(words.quiz, 'quiz')] },
  ]);
}

/** Answers a question with what to know of it, and records what was looked up. */
export function answerQuestion(question: string, { id: person, name, locale }: Caller, context: Context): Reply {
  const course = context.course();
  const { answered, compares, ids } = findTopics(question, course);
  const at = context.now().epochMilliseconds;
  for (const id of answered ? ids.slice(0, compares ? 2 : 1) : [])
    context.records.record({ kind: 'lookup', person, ...(name === undefined ? {} : { name }), id, at });
  const [best = ''] = ids;
  const [first, second] = ids.map((id) => course.terms.get(id));
  if (compares && first && second) return renderComparison([first, second], locale);
  const reply = answered ? renderTopic(best, course, locale) : undefined;
  return reply ?? (ids.length > 0 ? renderSuggestions(ids, course, locale) : renderUnknown(course, locale));
}
