import type { Link } from 'mdast';
import { inOneLine } from '../language/normalize.ts';

/** Where the link of a command leads. What people write is escaped, so that it never becomes a link. */
const LINK = 'command:';

/**
 * A command in a text, in Markdown, as people type it in the text's own language: `slash('class 설정 10시 월수금')`. It is
 * code in a link of its own: each platform writes it as its people call the command, and the rest of the sentence may
 * follow at once.
 */
export const slash = (line: string): string => `[\`/${inOneLine(line).replaceAll('`', '').trim()}\`](${LINK})`;

/** Does a text name a command? */
export const hasSlash = (markdown: string): boolean => markdown.includes(`](${LINK})`);

/** The line of a command, without its slash; undefined for any other link. */
export function lineOfSlash({ url, children: [code] }: Link): string | undefined {
  return url === LINK && code?.type === 'inlineCode' && code.value.startsWith('/') ? code.value.slice(1) : undefined;
}
