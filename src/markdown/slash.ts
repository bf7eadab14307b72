import type { Link } from 'mdast';
import { inOneLine } from '../language/normalize.ts';
import { PARTICLES, type Particle, particleOf } from '../language/with-particle.ts';

/** Where the link of a command leads, with its particle. What people write is escaped, so that it never becomes a link. */
const LINK = 'command:';

/** A command in a text; the particle that follows depends on what the platform calls it. */
export interface Slash {
  /** As people type it, without the slash. */
  line: string;
  particle: Particle | undefined;
}

/**
 * A command in a text, in Markdown, as people type it in the text's own language: `slash('class 설정 10시 월수금')`, or
 * `slash('class 설정', '을/를')` where a particle follows. It is code in a link of its own: each platform writes it as its
 * people call the command.
 */
export function slash(line: string, particle?: Particle): string {
  const typed = inOneLine(line).replaceAll('`', '').trim();
  return `[\`/${typed}\`${particle === undefined ? '' : particleOf(typed, particle)}](${LINK}${particle ?? ''})`;
}

/** Does a text name a command? */
export const hasSlash = (markdown: string): boolean => markdown.includes(`](${LINK}`);

/** The command that a link is; undefined for any other link. Its own words are how it is typed, in code. */
export function slashIn({ url, children: [code] }: Link): Slash | undefined {
  if (!url.startsWith(LINK) || code?.type !== 'inlineCode' || !code.value.startsWith('/')) return undefined;
  const named = url.slice(LINK.length);
  return { line: code.value.slice(1), particle: PARTICLES.find((one) => one === named) };
}
