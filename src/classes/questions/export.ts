import { stringify } from 'yaml';
import type { ClassQuestion } from '../../core/class-questions.ts';
import { isObject } from '../../core/json.ts';
import type { Localized } from '../../core/locale.ts';
import { asContent } from '../../course/own-questions.ts';
import type { QuestionText } from '../../questions/types.ts';

const isLocalized = (value: unknown): value is Localized =>
  isObject(value) && typeof value.ko === 'string' && typeof value.en === 'string';

/** Texts of one language as that text alone, as an author would write them. */
function asWritten(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asWritten);
  if (isLocalized(value) && value.ko === value.en) return value.ko;
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asWritten(one)])) : value;
}

/** The fields of a question as its author would write them in a file, those of every question first. */
function fieldsOf({ stored, written }: { stored: ClassQuestion; written: QuestionText }): Record<string, unknown> {
  const { type, ask, code, practical, why, ...own } = asContent(written);
  const fields = {
    ...{ term: stored.term, type, id: stored.id, ask, code },
    ...(practical ? { practical } : {}),
    ...own,
    why,
  };
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, asWritten(value)]),
  );
}

/**
 * A Markdown file of a class's questions, each with its concept and its id, by which all that was recorded of it still
 * counts: in a folder of content, it is taught to everyone.
 */
export const exportFile = (all: readonly { stored: ClassQuestion; written: QuestionText }[]): string =>
  // YAML 1.1, which content is read as: there, `yes` and `012` need quotes.
  `---\n${stringify({ questions: all.map(fieldsOf) }, { version: '1.1', lineWidth: 0 })}---\n`;
