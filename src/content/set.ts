import { z } from 'zod';
import type { Localized } from '../core/locale.ts';
import { bilingual } from '../questions/fields.ts';
import { whyNotLive } from '../questions/types.ts';
import type { FrontMatter } from './front-matter.ts';
import type { Problem, Question, QuestionSet, Term } from './model.ts';
import { idSchema } from './names.ts';
import { indexQuestions } from './question-ids.ts';
import { text } from './text.ts';

/** Questions that are played together at most; see /live. */
const MOST = 20;

/** Front matter of a set of questions (content/sets). */
export const setSchema = z.strictObject({
  id: idSchema,
  title: bilingual,
  /** `pod`: one of the concept's questions; `pod#2`: its second one; or a question's own id. */
  set: z
    .array(z.union([z.string().trim().min(1), z.number().transform(String)]))
    .min(1)
    .max(MOST),
});

export interface SetText {
  id: string;
  title: QuestionSet['title'];
  items: readonly string[];
  file: string;
}

export const looksLikeSet = (data: object): boolean => 'set' in data;

/** What items of sets name. `places`: of a concept that lacks some of its file's questions; see Read. */
interface Named {
  terms: ReadonlyMap<string, Term>;
  places(term: string): readonly number[] | undefined;
  questionNamed(name: string): Question | undefined;
}

/** The questions that an item of a set stands for; any one of them where it names a whole `term`. */
function itemOf(item: string, { terms, places, questionNamed }: Named): { term?: string; found: readonly Question[] } {
  const [, id = '', digits] = /^(.*?)(?:#(\d+))?$/.exec(item) ?? [];
  const term = terms.get(id);
  if (term && digits === undefined) return { term: id, found: term.questions };
  const place = Number(digits) - 1;
  const question = term ? term.questions[places(id)?.indexOf(place) ?? place] : questionNamed(item);
  return { found: question ? [question] : [] };
}

/** What is wrong with an item; `whyNot`: it is there, and a class cannot play it. */
function describeProblem(item: string, at: number, whyNot: Localized | undefined): Problem['message'] {
  const what = `set[${at + 1}]`;
  return text.both(({ notPlayable, noQuestion }, locale) =>
    whyNot ? notPlayable(what, item, whyNot[locale]) : noQuestion(what, item),
  );
}

/** Sets of one id each, with what their items name; an item that cannot be played is a problem and left out. */
export function setsOf(
  reads: readonly { set?: SetText; lineOf?: FrontMatter['lineOf'] }[],
  all: readonly Term[],
  places: Named['places'],
  twice: (set: SetText, other: string, lineOf: FrontMatter['lineOf'] | undefined) => Problem,
): { sets: QuestionSet[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const sets = new Map<string, QuestionSet>();
  const terms = new Map(all.map((term) => [term.id, term]));
  const { questionNamed } = indexQuestions(all);
  const named = { terms, places, questionNamed };
  for (const { set, lineOf } of reads) {
    if (!set) continue;
    const twin = sets.get(set.id);
    if (twin) {
      problems.push(twice(set, twin.file, lineOf));
      continue;
    }
    const items = set.items.flatMap((item, i) => {
      const { term, found } = itemOf(item, named);
      const playable = found.find((question) => whyNotLive(question) === undefined);
      if (playable) return [term === undefined ? { question: playable.id } : { term }];
      const message = describeProblem(item, i, found[0] && whyNotLive(found[0]));
      problems.push({ file: set.file, line: lineOf?.(['set', i]) ?? 1, message });
      return [];
    });
    if (items.length > 0) sets.set(set.id, { id: set.id, title: set.title, items, file: set.file });
  }
  return { sets: Array.from(sets.values()), problems };
}
