/** A quote or bracket that is open. */
export type Open = '"' | "'" | '[' | '{' | undefined;

/**
 * Goes through a value in quotes or brackets to its end.
 * @param within what a line above left open
 * @param level how many brackets are open
 * @returns what is still open at the end of the text; `end`: behind the closing sign
 */
export function walk(text: string, from: number, within?: Open, level = 0): { open: Open; level: number; end: number } {
  let quote = within === '"' || within === "'" ? within : undefined;
  let bracket: '[' | '{' = within === '{' ? '{' : '[';
  let depth = level;
  let at = from;
  for (; at < text.length; at++) {
    const sign = text[at];
    if (quote === '"' && sign === '\\') at++;
    else if (quote !== undefined) {
      if (sign !== quote) continue;
      if (quote === "'" && text[at + 1] === "'") at++;
      else {
        quote = undefined;
        if (depth === 0) return { open: undefined, level: 0, end: at + 1 };
      }
    } else if (sign === '#' && (at === 0 || /\s/.test(text[at - 1] ?? ''))) break;
    else if ((sign === '"' || sign === "'") && (at === from || /[\s[{,:(]/.test(text[at - 1] ?? ' '))) quote = sign;
    else if (sign === '[' || sign === '{') {
      if (depth === 0) bracket = sign;
      depth++;
    } else if (sign === ']' || sign === '}') {
      depth--;
      if (depth <= 0) return { open: undefined, level: 0, end: at + 1 };
    }
  }
  return { open: quote ?? (depth > 0 ? bracket : undefined), level: depth, end: at };
}
