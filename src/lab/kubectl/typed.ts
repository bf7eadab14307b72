import { manifestIn } from '../../doctor/manifest-in.ts';
import { KubectlError } from './errors.ts';
import { splitWords } from './words.ts';

/** A line of kubectl's, as a student typed it, perhaps with a manifest below it. */
export interface Typed {
  /** The words behind `kubectl`. */
  words: readonly string[];
  manifest: string | undefined;
  /** A pipe or a redirection stood behind them. */
  isPiped: boolean;
}

/** What a shell does with the words that follow. */
const SIGNS = new Set(['|', '||', '>', '>>', '&&', '&', ';', '<', '2>&1', '2>']);
/** `<<EOF`: the manifest is below, which it is anyway. */
const HEREDOC = /^<<-?/;

/** Commands that read a manifest where nothing else is said to them. */
const READING = new Set(['apply', 'create', 'delete', 'replace', 'diff']);

/** The line, with those that it goes on in after a backslash, and what stands below it. */
function headOf(typed: string): { head: string; below: string } {
  const lines = typed.split('\n');
  let at = 0;
  while (lines[at]?.trimEnd().endsWith('\\') && at < lines.length - 1) at++;
  return { head: lines.slice(0, at + 1).join('\n'), below: lines.slice(at + 1).join('\n') };
}

/** Without fences of Markdown, and without what stands behind the word that ends a shell's own text. */
function bare(below: string, end: string | undefined): string {
  const lines = below.split('\n');
  const last = end === undefined ? -1 : lines.findIndex((line) => line.trim() === end);
  const inner = last < 0 ? below : lines.slice(0, last).join('\n');
  return manifestIn(inner)?.text ?? inner.replace(/^(?:```|~~~).*$/gm, '');
}

/**
 * Reads what a student typed or pasted; a file that came with it is the manifest.
 * @throws KubectlError for a quote that does not end.
 */
export function readTyped(typed: string, file: string | undefined): Typed {
  // A whole message in a fence is what stands in it.
  const inner = typed.trim().replace(/^(?:```|~~~)[a-z]*\n/, '');
  const { head, below } = headOf(inner.replace(/^\$\s+/, ''));
  const all = splitWords(head);
  const [first] = all;
  const rest = first === 'kubectl' || first === 'k' ? all.slice(1) : all;
  const end = rest.findIndex((word) => SIGNS.has(word) || HEREDOC.test(word));
  const words = end < 0 ? rest : rest.slice(0, end);
  const heredoc = rest.find((word) => HEREDOC.test(word))?.replace(HEREDOC, '');
  const inBelow = bare(below, heredoc === '' ? undefined : heredoc);
  const pasted = inBelow.trim() === '' ? undefined : inBelow;
  const manifest = file ?? pasted;
  const isRead = words.some((word) => word.startsWith('-f') || word.startsWith('--filename') || word.startsWith('-k'));
  const [command, second] = words;
  const reads = manifest !== undefined && !isRead && READING.has(command ?? '') && (second ?? '-').startsWith('-');
  return {
    words: reads ? [...words, '-f', '-'] : words,
    manifest,
    isPiped: end >= 0 && !HEREDOC.test(rest[end] ?? ''),
  };
}

/** Commands that do something with nothing behind them. */
const ALONE = new Set([
  'version',
  'cluster-info',
  'api-resources',
  'api-versions',
  'events',
  'options',
  'help',
  'config',
]);

/** Is it nothing, or one word that kubectl can do nothing with alone? Then it may be the name of what the course explains. */
export const isBare = (typed: string): boolean => !/\s/.test(typed.trim()) && !ALONE.has(typed.trim());

/** What no command is called, and so what stands first in a question: `how to delete a pod`. */
const BEGINS = /^(?:what(?:['’]?s)?|why|how|when|where|which|who|can|should|does|do|is|are|differences?)$/i;
/** `drain what does it do`: an object may be called by the one word, hardly by the one and then the other. */
const ASKS = /^(?:what|why|how|when|where|which)$/i;
const FOLLOWS = /^(?:do|does|did|is|are|to|can|could|should|would|will|i|you|it|if|happens|means?)$/i;
const COMPARES = /^(?:vs\.?|versus)$/i;
const ENDS = /^(?:differences?|meaning|means?)$/i;

/** Is it asked in English? What is quoted, what follows a flag, and what a container is to run may be any word. */
function isAskedInEnglish(line: string): boolean {
  const all = line.split(/\s+/).filter((word) => word !== '');
  const end = all.indexOf('--');
  const words = end < 0 ? all : all.slice(0, end);
  const own = words.map((word, i) => (words[i - 1]?.startsWith('-') ? '' : word));
  const has = (pattern: RegExp, at: number): boolean => pattern.test(own[at] ?? '');
  return (
    has(BEGINS, 0) ||
    (own.length > 1 && has(ENDS, own.length - 1)) ||
    own.some((_, i) => has(COMPARES, i) || (has(ASKS, i) && has(FOLLOWS, i + 1)))
  );
}

/** What follows `kubectl` in a line that begins with it. */
export const afterName = (typed: string): string | undefined => /^kubectl(?:\s+|$)([\s\S]*)$/i.exec(typed)?.[1];

/** Does it read as a question, or as what a terminal showed, rather than as a line to run? */
export function isAsked(typed: string): boolean {
  const { head, below } = headOf(typed.trim());
  try {
    // Hangul stands in what is quoted, not in names.
    const unquoted = head.replace(/"[^"]*"|'[^']*'/g, '');
    if (/[가-힣?]/.test(unquoted) || isAskedInEnglish(unquoted)) return true;
    const { manifest, words } = readTyped(typed, undefined);
    return below.trim() !== '' && manifest !== undefined && manifestIn(below) === undefined && !words.includes('-f');
  } catch (error) {
    if (error instanceof KubectlError) return false;
    throw error;
  }
}
