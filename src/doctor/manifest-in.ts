/** Where a manifest stands in a text. */
export interface ManifestPart {
  text: string;
  /** Its first line in the text, from 1. */
  line: number;
}

/** The keys with which an object begins, misspelt ones and those of JSON too; a prefix is what stands before it in a quote. */
const HEAD = /^[\s>"'“‘-]{0,12}(?:api-?_?versions?|kind)["'”’]?\s{0,3}[:：]/i;
/** Keys that stand in any object. */
const BODY =
  /^\s{0,40}(?:- ?)?["'“]?(?:metadata|spec|data|containers|template|selector|ports|image|name|replicas|labels|rules|roleRef|stringData)["'”]?\s{0,3}[:：]/;

const isYaml = (line: string): boolean =>
  /^\s*(?:#|-(?:\s|$)|---|[\w"'“.{}[\]/-]+["'”]?\s{0,3}[:：]|[}\]{[],?\s*$|$)/.test(line);

/**
 * The manifest within a text that a person pastes: between fences of Markdown, or after a sentence; undefined where there
 * is none. What a sentence about YAML says (`kind: Pod가 뭐야?`) is none.
 */
export function manifestIn(whole: string): ManifestPart | undefined {
  const given = whole.split('\n');
  // Quoted in a message, each line has a mark before it.
  const isQuoted = given.some((line) => /^> ?["']?(?:apiVersion|kind)\b/i.test(line));
  const lines = isQuoted ? given.map((line) => line.replace(/^> ?/, '')) : given;
  const first = lines.findIndex((line) => HEAD.test(line));
  if (first < 0) return undefined;
  const fence = lines.findLastIndex((line, at) => at < first && /^\s{0,3}(?:```|~~~)/.test(line));
  const closing = lines.findIndex((line, at) => at > first && /^\s{0,3}(?:```|~~~)\s*$/.test(line));
  const isFenced = fence >= 0 && !lines.slice(fence + 1, first).some((line) => /^\s{0,3}(?:```|~~~)/.test(line));
  let start = isFenced ? fence + 1 : first;
  // A bracket, a comment or a separator above belongs to it.
  while (!isFenced && start > 0 && /^\s*(?:[{[]|#.*|---.*|$)\s*$/.test(lines[start - 1] ?? '')) start--;
  while (start < first && (lines[start] ?? '').trim() === '') start++;
  let end = isFenced && closing >= 0 ? closing : lines.length;
  // What is said behind it: lines at the end that are no YAML, after an empty one.
  if (!isFenced) end = lastLine(lines, first, closing >= 0 ? closing : lines.length);
  while (end > start && (lines[end - 1] ?? '').trim() === '') end--;
  const part = lines.slice(start, end);
  if (!part.some((line) => BODY.test(line)) && !(part.filter((line) => HEAD.test(line)).length > 1)) return undefined;
  return { text: part.join('\n'), line: start + 1 };
}

/** Behind the last line that reads as YAML. */
function lastLine(lines: readonly string[], from: number, most: number): number {
  let end = most;
  for (let at = most - 1; at > from; at--) {
    const line = lines[at] ?? '';
    const isTalk = line.trim() !== '' && !/^\s/.test(line) && !isYaml(line) && /[가-힣?!.]|\s\w+\s\w+/.test(line);
    if (isTalk) end = at;
    else if (line.trim() !== '') break;
  }
  return end;
}

/** A manifest stands in this text. Cheap: it looks at each line once. */
export const looksLikeManifest = (text: string): boolean => manifestIn(text) !== undefined;
