import { COURSE_TEXTS } from '../../core/reply/limits.ts';
import { memoize } from '../../language/memoize.ts';
import { createChatMarkdown, webAddress } from '../../markdown/dialect.ts';
import { hasSlash, type Slash } from '../../markdown/slash.ts';

/** Text that Discord shows as it is; a backslash takes a mark's meaning (Discord, Markdown Text 101). */
export const escapeText = (text: string): string =>
  text
    .replace(/[\\*_~|`[\]<>]/g, '\\$&')
    // The spaces of one line alone: of many empty lines, each would be looked through from each.
    .replace(/^([^\S\n\r\u2028\u2029]*)(#{1,3}|-#|[-+])(?=\s)/gm, '$1\\$2')
    .replace(/^([^\S\n\r\u2028\u2029]*\d+)(?=[.)]\s)/gm, '$1\\');

/** Where one of the two is, Discord itself leaves room. */
const ROOMY = new Set(['heading', 'code']);

/** Writes a command that a text names, with its particle, as this reader calls it. */
export type WriteCommand = (named: Slash) => string;

const dialect = (command?: WriteCommand) =>
  createChatMarkdown({
    plain: escapeText,
    // A zero-width space between backticks keeps code from ending its own fence.
    code: (text) => text.replace(/`(?=`)/g, '`\u200b'),
    around: (mark, inner) => mark + inner + mark,
    // A link whose words are an address is shown as it was written, so that none leads elsewhere than it says.
    link(words, url) {
      const address = webAddress(url);
      if (address === undefined) return words;
      return words.trim() === '' || /https?:\/\//.test(words) ? `<${address}>` : `[${words}](${address})`;
    },
    ...(command ? { command } : {}),
    fence: (language) => `\`\`\`${/^[\w+#-]{1,20}$/.exec(language ?? '')?.[0] ?? ''}`,
    lineBreak: '\n',
    // An empty line between, but where Discord itself leaves room, and before a paragraph's list.
    gap: (before, after) =>
      ROOMY.has(before) || ROOMY.has(after) || (before === 'paragraph' && after === 'list') ? '\n' : '\n\n',
    note: (label, text) => `-# ${label} ${text}`,
  });

const remembered = memoize(dialect(), COURSE_TEXTS);

/** CommonMark with GFM -> Discord's Markdown. What names commands differs from reader to reader; a course's texts do not. */
export const toDiscord = (markdown: string, command?: WriteCommand): string =>
  command && hasSlash(markdown) ? dialect(command)(markdown) : remembered(markdown);
