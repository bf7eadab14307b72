import { type Hunk, hunksIn } from './pasted/diff.ts';
import { withoutNumbers } from './pasted/numbered.ts';
import { indentOf } from './read/lines.ts';

/** A manifest as it was before it was pasted. */
export interface ManifestPart {
  text: string;
  /**
   * The number of its first line, as its author's editor shows it: 1, or what the text says. Of several files of a diff
   * the line of the paste, since no other number tells them apart.
   */
  line: number;
  /** What was taken away before it could be read. */
  reading: 'plain' | 'numbered' | 'diff' | 'diffs';
  /** A part of the file may be missing, so that nothing can be said of what is not there. */
  isCut: boolean;
}

/** The keys with which an object begins, misspelt ones and those of JSON too; a prefix is what stands before it in a quote. */
const HEAD = /^[\s>"'“‘-]{0,12}(?:api-?_?versions?|kind)["'”’]?\s{0,3}[:：]/i;
/** The first line of an object, at the left edge: further in it is of what an object refers to, and a kind alone may be anybody's. */
const TOP = /^["']?apiVersion["']?\s{0,3}:/i;
/** Keys that stand in any object. */
const BODY =
  /^\s{0,40}(?:- ?)?["'“]?(?:metadata|spec|data|containers|template|selector|ports|image|name|replicas|labels|rules|roleRef|stringData)["'”]?\s{0,3}[:：]/;

/** How a copied part of an object begins. */
const PART = /^\s{0,40}(?:(?:spec|containers):\s*$|- name:\s)/;
/** Keys that nothing but an object has: a workflow and a playbook begin like a part, too. */
const OURS =
  /^\s{0,40}(?:- )?(?:image|containers|containerPort|targetPort|mountPath|volumeMounts|valueFrom|replicas|template|selector|jobTemplate|accessModes|scaleTargetRef|podSelector):/;
const FENCE = /^\s{0,3}(?:```|~~~)/;
/** A shell that reads on until this word: `kubectl apply -f - <<'EOF'`. A conflict in Git has more of these signs. */
const HEREDOC = /(?<!<)<<-?[ \t]{0,3}['"]?([A-Za-z_]\w{0,40})['"]?/;

const isYaml = (line: string): boolean =>
  /^\s*(?:#|-(?:\s|$)|---|[\w"'“.{}[\]/-]+["'”]?\s{0,3}[:：]|[}\]{[],?\s*$|$)/.test(line);

/**
 * The manifest, or the part of one, within a text that a person pastes: between fences of Markdown, in a shell's command,
 * after a sentence, with the numbers of its lines, or as a diff; undefined where there is none. What a sentence about
 * YAML says (`kind: Pod가 뭐야?`) is none.
 */
export function manifestIn(text: string): ManifestPart | undefined {
  const given = text.split('\n');
  // Quoted in a message, each line has a mark before it.
  const isQuoted = given.some((line) => /^> ?["']?(?:apiVersion|kind)\b/i.test(line));
  const lines = isQuoted ? given.map((line) => line.replace(/^> ?/, '')) : given;
  const hunks = hunksIn(lines);
  if (hunks.length > 0) return inDiff(hunks);
  const plain = standingIn(lines);
  if (plain) return { text: plain.text, line: 1, reading: 'plain', isCut: false };
  const numbered = withoutNumbers(lines);
  const inner = numbered && standingIn(numbered.lines);
  return (
    inner && { text: inner.text, line: numbered.number + inner.at - numbered.at, reading: 'numbered', isCut: false }
  );
}

/** Where a manifest stands among these lines: its text, and its first line from 0. */
function standingIn(lines: readonly string[]): { text: string; at: number } | undefined {
  const whole = lines.findIndex((line) => HEAD.test(line));
  return whole < 0 ? standingAt(lines, partIn(lines), false) : standingAt(lines, whole, true);
}

/** What begins at a line, if it is an object or a part of one. @param isWhole it is the first line of an object */
function standingAt(
  lines: readonly string[],
  first: number,
  isWhole: boolean,
): { text: string; at: number } | undefined {
  if (first < 0) return undefined;
  const { start, end } = boundsOf(lines, first);
  const part = lines.slice(start, end);
  const isOne = isWhole
    ? part.some((line) => BODY.test(line)) || part.filter((line) => HEAD.test(line)).length > 1
    : part.some((line) => OURS.test(line));
  return !isOne ? undefined : { text: part.join('\n'), at: start };
}

/** What of a text belongs to a line of YAML in it: what stands between the same fences, or before talk. */
function boundsOf(lines: readonly string[], first: number): { start: number; end: number } {
  const { opening, closing } = between(lines, first);
  const isFenced = opening >= 0;
  let start = isFenced ? opening + 1 : first;
  // A bracket, a comment or a separator above belongs to it.
  while (!isFenced && start > 0 && /^(?:[{[]?$|#|---)/.test((lines[start - 1] ?? '').trim())) start--;
  while (start < first && (lines[start] ?? '').trim() === '') start++;
  let end = isFenced && closing >= 0 ? closing : lines.length;
  // What is said behind it: lines at the end that are no YAML, after an empty one.
  if (!isFenced) end = lastLine(lines, first, closing >= 0 ? closing : lines.length);
  while (end > start && (lines[end - 1] ?? '').trim() === '') end--;
  return { start, end };
}

/** The key under which a file of Docker Compose has its containers, at the left edge. */
const SERVICES = /^["']?services["']?\s{0,3}:\s*(?:#.*)?$/;

/** What may be a file of Docker Compose in a text that has no manifest. Cheap: it looks for one line. */
export function composeIn(text: string): string | undefined {
  const given = text.split('\n');
  const lines = withoutNumbers(given)?.lines ?? given;
  const first = lines.findIndex((line) => SERVICES.test(line));
  if (first < 0) return undefined;
  const { start, end } = boundsOf(lines, first);
  return lines.slice(start, end).join('\n');
}

/** The manifest that a diff leaves: the files that it adds, or what it shows of one that it changes. */
function inDiff(hunks: readonly Hunk[]): ManifestPart | undefined {
  const added = hunks.filter(({ isNew, lines }) => isNew && lines.some((line) => HEAD.test(line)));
  const [first, second] = added;
  if (first && second) {
    // Each line stays where it stands in the paste: headers between the files are a separator and empty lines.
    const lines = added.flatMap((hunk, at) => {
      const next = added[at + 1];
      const between = next ? next.at - hunk.at - hunk.lines.length : 0;
      return [...hunk.lines, ...Array.from({ length: between }, (_, line) => (line === 0 ? '---' : ''))];
    });
    return { text: lines.join('\n'), line: first.at, reading: 'diffs', isCut: false };
  }
  if (first) {
    const found = standingIn(first.lines);
    return found && { text: found.text, line: first.from + found.at, reading: 'diff', isCut: false };
  }
  for (const { from, lines } of hunks) {
    const found = from <= 1 ? standingIn(lines) : cutOutOf(lines);
    if (found) return { text: found.text, line: from + found.at, reading: 'diff', isCut: true };
  }
  return undefined;
}

/** What a hunk from within a file shows of an object: from where one begins, or a part of one. */
function cutOutOf(lines: readonly string[]): { text: string; at: number } | undefined {
  const top = lines.findIndex((line) => TOP.test(line));
  if (top >= 0) return standingAt(lines, top, true);
  const start = lines.findIndex((line) => PART.test(line));
  const part = start < 0 ? undefined : standingAt(within(lines.slice(start)), 0, false);
  return part && { text: part.text, at: start + part.at };
}

/** Lines as far as they stand within the first one: below a part of an object its hunk goes on with what is around it. */
function within(lines: readonly string[]): readonly string[] {
  const least = indentOf(lines[0] ?? '');
  const end = lines.findIndex((line) => line.trim() !== '' && indentOf(line) < least);
  return end < 0 ? lines : lines.slice(0, end);
}

/** The line on which a part of an object begins; -1 where there is none, or other YAML stands before it. */
function partIn(lines: readonly string[]): number {
  const first = lines.findIndex((line) => !FENCE.test(line) && !/^\s*(?:#|-{3}|$)/.test(line) && isYaml(line));
  return PART.test(lines[first] ?? '') ? first : -1;
}

/** What stands around a manifest: the lines of a fence, or of a shell's command and the word that ends it; -1 without. */
function between(lines: readonly string[], first: number): { opening: number; closing: number } {
  const opening = lines.findLastIndex((line, at) => at < first && (FENCE.test(line) || HEREDOC.test(line)));
  const [, word] = HEREDOC.exec(lines[opening] ?? '') ?? [];
  const isEnd = (line: string): boolean => word !== undefined && line.trim() === word;
  const isClosing = (line: string): boolean => isEnd(line) || /^\s{0,3}(?:```|~~~)\s*$/.test(line);
  const isOver = lines.slice(opening + 1, first).some(isEnd);
  return { opening: isOver ? -1 : opening, closing: lines.findIndex((line, at) => at > first && isClosing(line)) };
}

/** What a program prints, though it reads as a key with its value. */
const MESSAGE = /^(?:error|warning|fatal): \S/i;

/** Behind the last line that reads as YAML. */
function lastLine(lines: readonly string[], from: number, most: number): number {
  let end = most;
  for (let at = most - 1; at > from; at--) {
    const line = lines[at] ?? '';
    const isTalk =
      MESSAGE.test(line) ||
      (line.trim() !== '' && !/^\s/.test(line) && !isYaml(line) && /[가-힣?!.]|\s\w+\s\w+/.test(line));
    if (isTalk) end = at;
    else if (line.trim() !== '') break;
  }
  return end;
}

/** A manifest stands in this text. Cheap: it looks at each line once. */
export const looksLikeManifest = (text: string): boolean => manifestIn(text) !== undefined;
