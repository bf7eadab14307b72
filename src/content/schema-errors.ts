import type { z } from 'zod';
import type { Localized } from '../core/locale.ts';
import { misread } from './misread.ts';
import { text, type ValueText } from './text.ts';

const pathOf = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key + 1}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');

const has = <T extends object>(all: T, key: PropertyKey): key is keyof T => Object.hasOwn(all, key);

function reasonOf(issue: z.core.$ZodIssue, words: ValueText): string {
  switch (issue.code) {
    case 'invalid_type':
      return words.wrongType(has(words.types, issue.expected) ? words.types[issue.expected] : issue.expected);
    case 'unrecognized_keys':
      return words.unknownKeys(issue.keys.join(', '));
    case 'too_small':
      return words.tooFew(String(issue.minimum));
    case 'too_big':
      return words.tooMany(String(issue.maximum));
    case 'invalid_value':
      return words.noneOf(issue.values.join(', '));
    case 'invalid_format':
      return words.noId;
    case 'invalid_union':
      return words.noBilingual;
    case 'custom':
      return has(words.refined, issue.message) ? words.refined[issue.message] : issue.message;
    default:
      return issue.message;
  }
}

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    data,
  );

/** What is wrong with a value, without saying which. */
export const reasonIn = (issue: z.core.$ZodIssue): Localized => text.both(({ values }) => reasonOf(issue, values));

/** What values were written in. */
interface Written {
  data: unknown;
  /** What it is called, where something is wrong with it as a whole; the front matter by default. */
  called?: string;
  /** A value without quotes as it was written. */
  wordOf?(path: readonly PropertyKey[]): string | undefined;
}

/** What is wrong with a value and what to do, in both languages. */
export function complaint(issue: z.core.$ZodIssue, { data, called, wordOf }: Written): Localized {
  const missing = issue.path.length > 0 && valueAt(data, issue.path) === undefined;
  const other = missing ? undefined : misread(issue, valueAt(data, issue.path));
  const at = [...issue.path, ...(other?.path ?? [])];
  const word = other && wordOf?.(at);
  const reason = (values: ValueText): string => {
    if (missing) return values.missing;
    if (other === undefined || word === undefined) return reasonOf(issue, values);
    return word === '' ? values.empty : values.misread(word, values.readAs[other.kind]);
  };
  return text.both(({ values, frontMatter }) => values.of(pathOf(at) || called || frontMatter, reason(values)));
}
