export interface Token {
  text: string;
  /** Quoted words are always text, never a number or a choice. */
  quoted: boolean;
}

const OPENS = /["“”„]/;

/** Splits at spaces; quotes (straight or curly) keep words together, also after `name:`; an unclosed one runs on. */
export function splitTokens(text: string): Token[] {
  const found: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const quoted = OPENS.test(text[at] ?? '');
    let end = quoted ? at + 1 : at;
    const ends = (): boolean => {
      const here = text[end] ?? '';
      return quoted ? OPENS.test(here) : here === ' ' || (OPENS.test(here) && text[end - 1] === ':');
    };
    while (end < text.length && !ends()) end++;
    found.push({ text: text.slice(quoted ? at + 1 : at, end).trim(), quoted });
    at = quoted || text[end] === ' ' ? end + 1 : end;
  }
  return found.filter((token) => token.text !== '');
}
