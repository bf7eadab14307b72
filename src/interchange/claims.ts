import type { Content } from '../content/model.ts';
import { slug } from '../content/names.ts';
import { namesOfQuestion } from '../content/question-ids.ts';
import { compact } from '../language/normalize.ts';
import type { QuestionText } from '../questions/types.ts';
import { wordingHash } from '../questions/wording.ts';

/** What has a name already: a line of the source, or a file of the folder that is written to. */
export type Owner = number | string;

/** Names that no two concepts or questions may have, as loading a course has it. */
export interface Claims {
  ids: Set<string>;
  /** Titles and aliases, see compact(). */
  names: Map<string, Owner>;
  /** All that may name a question. */
  questions: Map<string, Owner>;
  /** What questions of the folder say, whatever they are about. */
  wordings: ReadonlyMap<string, string>;
}

/** Nothing is claimed in a new folder. */
export const UNCLAIMED: Pick<Content, 'terms' | 'keptBack'> = { terms: [], keptBack: [] };

/** What a question says, whatever concept it stands with. */
export const wordingOf = (question: QuestionText): string => wordingHash('', question);

/** What is claimed by the content of a folder; what it keeps back is claimed as well. */
export function claimsOf({ terms, keptBack }: Pick<Content, 'terms' | 'keptBack'>): Claims {
  const named = terms.flatMap(({ title, aliases, file }) =>
    [title.ko, title.en, ...aliases].map((name) => [compact(name), file] as const),
  );
  const questions = [...terms, ...keptBack].flatMap((one) =>
    one.questions.map((question) => ({ question, file: one.file })),
  );
  return {
    ids: new Set(terms.map(({ id }) => id)),
    names: new Map(named),
    questions: new Map(
      questions.flatMap(({ question, file }) => namesOfQuestion(question).map((name) => [name, file])),
    ),
    wordings: new Map(questions.map(({ question, file }) => [wordingOf(question), file])),
  };
}

/** Names that Windows keeps for devices, whatever ending a file has (Microsoft, Naming Files, Paths, and Namespaces). */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
/** Letters of an id, see names.ts of content/; a number may have to stand behind it. */
const LONGEST = 36;

/** `파드(Pod)` -> `파드-pod`: what is left of a title as an id and a file's name, and as no other has it. */
export function claimId(title: string, ids: Set<string>, isFree: (id: string) => boolean): string {
  const letters = slug(title).replace(/[^\p{Ll}\p{Lo}\p{N}]+/gu, '-');
  let base = '';
  for (const letter of letters) if (base.length + letter.length <= LONGEST) base += letter;
  base = base.replace(/^-|-$/g, '');
  if (!/\p{L}/u.test(base) || DEVICE.test(base)) base = base === '' ? 'term' : `term-${base}`;
  let id = base;
  for (let i = 2; ids.has(id) || !isFree(id); i++) id = `${base}-${i}`;
  ids.add(id);
  return id;
}
