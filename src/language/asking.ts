import { memoize } from './memoize.ts';
import { doingOf, LOOKING, MAKING } from './verbs.ts';
import { indexLines } from './word-forms.ts';
import { readWordLines } from './word-lines.ts';

/** How a word asks for a name beside it, or sets it aside; see asking.txt. */
export type AskingKind = 'define' | 'wonder' | 'dismiss' | 'know' | 'skip' | 'like' | 'deny' | 'class' | 'chat';

/** In the order of asking.txt. */
const KINDS: readonly AskingKind[] = ['define', 'wonder', 'dismiss', 'know', 'skip', 'like', 'deny', 'class', 'chat'];

const lineOf = indexLines(readWordLines('asking.txt'));

/** Words that are remembered: questions use the same ones over and over. */
const REMEMBERED = 20_000;

export const askingKind: (word: string) => AskingKind | undefined = memoize((word) => {
  const line = lineOf(word);
  return line === undefined ? undefined : KINDS[line];
}, REMEMBERED);

/** Words for an example to copy, and words for what it is written in. */
const EXAMPLE = /^(?:예제|예시|예문|샘플|템플릿|example|examples|sample|samples|template)/;
const WRITTEN = /^(?:yaml|yml|야믈|야멀|매니페스트|메니페스트|manifest|manifests|코드)/;

/** Is it a word for what examples are written in, rather than the name of a thing that has one? */
export const isWritten = (word: string): boolean => WRITTEN.test(word);

/** Does a question ask for an example: `파드 예제`? */
export const asksForExample = (words: readonly string[]): boolean => words.some((word) => EXAMPLE.test(word));

/** So many words around one for a manifest may ask for it. */
const SHORT = 10;

/** yaml에 kind는 뭐야: what stands in it is asked for. */
const PLACE = /^(?:[가-힣]+)?(?:에서?|에는|에선|안에|속에)$/;

/** Is what is written what is spoken of, rather than what stands in it? */
export const asksForWritten = (words: readonly string[]): boolean =>
  words.some((word, at) => isWritten(word) && !PLACE.test(word) && !PLACE.test(words[at + 1] ?? ''));

/** Does it ask for a manifest, and for nothing to be done with one: `show me a service manifest`? */
export const asksForManifest = (words: readonly string[]): boolean =>
  words.length <= SHORT &&
  asksForWritten(words) &&
  !words.some((word) => !isWritten(word) && ![undefined, LOOKING, MAKING].includes(doingOf(word)));
