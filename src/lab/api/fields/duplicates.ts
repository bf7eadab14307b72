/** Most that are told of: a body may hold as many as it likes. */
const MOST = 20;
const MOST_LETTERS = 500;

/**
 * Fields that a JSON text has twice, by their whole path: `spec.containers[0].image`. `JSON.parse` keeps the last of them
 * and says nothing. The text has to be JSON.
 */
export function duplicateFields(text: string): string[] {
  const found: string[] = [];
  const open: { path: string; keys: Set<string> | undefined; index: number }[] = [];
  let key = '';
  // The path of the value that begins now.
  const here = (): string => {
    const around = open.at(-1);
    if (around === undefined) return '';
    if (around.keys === undefined) return `${around.path}[${around.index}]`;
    return around.path === '' ? key : `${around.path}.${key}`;
  };
  for (let at = 0; at < text.length && found.length < MOST; at++) {
    const letter = text[at];
    if (letter === '"') {
      const begun = at;
      for (at++; at < text.length && text[at] !== '"'; at++) if (text[at] === '\\') at++;
      const around = open.at(-1);
      if (around?.keys === undefined || !isKey(text, at + 1)) continue;
      key = String(JSON.parse(text.slice(begun, at + 1)));
      if (around.keys.has(key)) found.push(here().slice(0, MOST_LETTERS));
      around.keys.add(key);
    } else if (letter === '{') open.push({ path: here(), keys: new Set(), index: 0 });
    else if (letter === '[') open.push({ path: here(), keys: undefined, index: 0 });
    else if (letter === '}' || letter === ']') open.pop();
    else if (letter === ',') {
      const around = open.at(-1);
      if (around) around.index++;
    }
  }
  return found;
}

/** Does a colon come next? */
function isKey(text: string, from: number): boolean {
  let at = from;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\t' || text[at] === '\r') at++;
  return text[at] === ':';
}
