import { z } from 'zod';
import type { Localized } from '../core/locale.ts';
import { bilingual } from '../questions/fields.ts';

/** What a message looks like that this concept explains, and what to do about it. */
export interface Sign {
  /** How it reads, one pattern or several; see message-patterns.ts. */
  says: readonly string[];
  /** How people tell of it in their own words, in any language. */
  asks: readonly string[];
  /** It only shows that something is wrong; any other sign in the same text tells more. */
  general: boolean;
  /** It shows that all is well; what shows that something is wrong tells more. */
  healthy: boolean;
  /** What it means, in a sentence or two. */
  means: Localized;
  /** What to look at first; where all is well, if something is wrong all the same. */
  look: Localized;
  /** How to mend it; undefined where all is well. */
  mend?: Localized | undefined;
  /** What to type first, one line or several; undefined where there is nothing to type. */
  command?: string | undefined;
}

/** Something that people want to do with this concept. */
export interface Task {
  title: Localized;
  /** How people say it, in any language. */
  asks: readonly string[];
  /** The command that does it, one line or several, or a manifest. */
  run: string;
  /** Why it is done so, in a line. */
  why: Localized;
  /** What to look at afterwards. */
  next: Localized;
}

/** What sets a concept apart from another one that it is taken for, or compared with. */
export interface Difference {
  /** The other's id. */
  from: string;
  /** When which of the two is used or met, in a sentence or two. */
  how: Localized;
}

/** A concept from a source that has none of these. */
export const NO_GUIDES = { signs: [], tasks: [], differs: [], example: undefined, docs: undefined } as const;

/** Is it YAML of an object, rather than a command? */
export const isManifest = (code: string): boolean => /^ *apiVersion:/m.test(code);

/** Letters, digits or marks that say something: a pattern of fewer would be found anywhere. */
const LEAST_SAID = 4;
/** More fits no message beside its words. */
const MOST_CODE = 1500;

const code = z.string().trim().min(1).max(MOST_CODE);
const phrases = z.array(z.string().trim().min(1));

const pattern = z
  .string()
  .trim()
  .refine((text) => text.replace(/[\s*#]/g, '').length >= LEAST_SAID && !/^[*#]|[*#]$/.test(text), {
    message: 'vague-pattern',
  });

/** Ways to say it, by language or in one. */
const asks = z
  .union([z.strictObject({ ko: phrases, en: phrases }), phrases.transform((ko) => ({ ko, en: [] as string[] }))])
  .transform(({ ko, en }) => [...ko, ...en]);

export const signSchema = z
  .strictObject({
    says: z.array(pattern).min(1),
    asks: asks.prefault([]),
    general: z.boolean().default(false),
    healthy: z.boolean().default(false),
    means: bilingual,
    look: bilingual,
    mend: bilingual.optional(),
    command: code.optional(),
  })
  .refine(({ healthy, mend }) => healthy === (mend === undefined), { path: ['mend'], message: 'mend-or-healthy' });

export const taskSchema = z.strictObject({
  title: bilingual,
  asks,
  run: code,
  why: bilingual,
  next: bilingual,
});

export const differenceSchema = z.strictObject({ from: z.string(), how: bilingual });

/** A page of documentation; one for readers of both languages, or one for each. */
export const docsSchema = z.union([
  z.url({ protocol: /^https$/ }).transform((url): Localized => ({ ko: url, en: url })),
  z.strictObject({ ko: z.url({ protocol: /^https$/ }), en: z.url({ protocol: /^https$/ }) }),
]);

/** A small manifest whose comments are `# 한국어 / English`. */
export const exampleSchema = code;
