/** Lines of a paste that are looked at one by one where no sign decides; the longest first tell most. */
const MOST_LINES = 60;
/** Letters of a line that are looked at. */
const MOST_LETTERS = 400;

/** Marks that people's sentences do not have: paths, assignments, counters, brackets of logs, `camelCase`. */
const MARKS = /[a-z][A-Z][a-z]|\w[.-]*\/[\w.-]|=\S|https?:\/\/|::|\(x\d+|\b[A-Z]\d{4}\b|^\s*[\w.-]+:(?:\s|$)|[{}[\]]/;
const TROUBLE = /\b(?:error|warning|failed)\b/i;

/** What a program printed, rather than what a person says: several lines, or one that is no sentence. */
export function isMachineText(text: string): boolean {
  const said = text.trim();
  if (said.includes('\n')) return true;
  // One word is a name, however it is written: CrashLoopBackOff.
  return /\s/.test(said) && !/[가-힣?？]/.test(said) && (MARKS.test(said) || TROUBLE.test(said));
}

/** Hashes, ages, counts, addresses, versions and dates say nothing of what a line is about. */
const NOISE = [
  /\b[a-z]+:\/\/\S+/gi,
  /\b(?:sha256:)?[0-9a-f]{12,}\b/gi,
  /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi,
  /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?(?:\/\d+)?\b/g,
  /\b\d[\w.:-]*\b/g,
  /-[a-z0-9]{8,10}-[a-z0-9]{5}\b/g,
];

/** A line as words: without noise, `camelCase` and `dotted.paths` as the words that they are made of. */
const asWords = (line: string): string =>
  NOISE.reduce((text, noise) => text.replace(noise, ' '), line.slice(0, MOST_LETTERS))
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .replace(/[._/\\-]+/g, ' ');

/** The lines that may tell most, each as words; a line that says nothing is left out. */
export const tellingLines = (lines: readonly string[]): string[] =>
  Array.from(new Set(lines.map(asWords).map((line) => line.trim())))
    .filter((line) => /\p{L}{2}/u.test(line))
    .slice(0, MOST_LINES);

/** A line of YAML, an entry, a key with a value behind one space, or what parts two documents; `kubectl describe` sets its values in a column. */
const YAML_LINE = /^\s*(?:- )*["']?[A-Za-z][\w./-]*["']?:(?: \S.*)?$|^\s*- \S|^---\s*$/;

/** Is it YAML, or a piece of some, and nothing else? */
export const isYaml = (lines: readonly string[]): boolean =>
  lines.length > 1 && lines.every((line) => line.trim() === '' || YAML_LINE.test(line));

const KIND = /^[\s>-]*["']?kind["']?\s*:\s*["']?([A-Za-z]+)/;
const KEY = /^[\s>-]*["']?([A-Za-z]+)["']?\s*:(?:\s+["']?([A-Za-z][A-Za-z-]*)["']?\s*(?:#.*)?$|\s|$)/;

/** The group of an API: `argoproj.io` of `argoproj.io/v1alpha1`. */
const GROUP = /^[\s>-]*["']?apiVersion["']?\s*:\s*["']?([a-z][a-z0-9.-]*)\//;

/**
 * What a text in YAML or JSON says it is about: kinds of objects, the groups that they are of, keys with values that are one
 * word, then both by themselves, in their order.
 */
export function objectWords(lines: readonly string[]): {
  kinds: string[];
  groups: string[];
  settings: string[];
  fields: string[];
} {
  const kinds = lines.flatMap((line) => KIND.exec(line)?.[1] ?? []);
  const groups = lines.flatMap((line) => GROUP.exec(line)?.[1] ?? []);
  const keys = lines.map((line) => (KEY.exec(line) ?? []).slice(1).filter((one) => one !== undefined));
  const settings = keys.filter(({ length }) => length > 1).map((one) => one.join(' '));
  const fields = keys.flat();
  return { kinds, groups, settings, fields };
}
