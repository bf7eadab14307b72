import { COURSE_TEXTS } from '../../core/reply/limits.ts';
import { memoize } from '../../language/memoize.ts';
import { truncate } from '../../language/truncate.ts';
import { createChatMarkdown, webAddress } from '../../markdown/dialect.ts';

const CALL = /@(?=channel|here|everyone)/gi;

/** `<!channel>`, `<@U…>` and `@here` call people where Slack reads text: a zero-width space takes that from them. */
export const withoutPings = (text: string): string => text.replace(/<(?=[!@#])/g, '<\u200b').replace(CALL, '@\u200b');

/** Slack's three control characters (Formatting text for app surfaces: escaping). */
export const escapeText = (text: string): string =>
  withoutPings(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Cut to `most` UTF-16 units, at a word's end where one is near. */
export function truncateUnits(text: string, most: number): string {
  let shown = truncate(text, most);
  for (let points = most; shown.length > most; shown = truncate(text, points)) points -= shown.length - most;
  return shown;
}

const JOINER = '\u2060';

/**
 * CommonMark takes no mark that stands between a sign and a letter for an end or a beginning, so that the bold of
 * `**파드(Pod)**는` would show its asterisks; a word joiner, which is invisible, is neither. Nor does a mark end or begin
 * beside a space.
 */
const beside = (inner: string): string =>
  (/^[\p{P}\p{S}\s]/u.test(inner) ? JOINER : '') + inner + (/[\p{P}\p{S}\s]$/u.test(inner) ? JOINER : '');

/** Text of one line as it stands, whatever it looks like. */
const plain = (text: string): string =>
  escapeText(text)
    .replace(/[\\*_~`[\]#]/g, '\\$&')
    .replace(/^(\s*)(?=[-+](?:\s|$)|(?:-+|=+)\s*$)/, '$1\\')
    .replace(/^(\s*\d+)(?=[.)](?:\s|$))/, '$1\\');

const written = createChatMarkdown({
  plain,
  code: (text) => text.replace(/`(?=`)/g, '`\u200b'),
  around: (mark, inner) => mark + beside(inner) + mark,
  link(words, url) {
    const address = webAddress(url);
    if (address === undefined) return words;
    return `[${words.trim() === '' ? plain(address) : words}](${address.replace(CALL, '%40')})`;
  },
  fence: () => '```',
  lineBreak: '  \n',
  gap: () => '\n\n',
  note: (label, text) => `${label} ${text}`,
});

/** Where a space or the line's end stands on the other side of the mark, it needs no joiner. */
const NEEDLESS = /(?<=(?:^|\s)[*~]{1,2})\u2060(?=[^\s*~])|(?<=[^\s*~])\u2060(?=[*~]{1,2}(?:\s|$))/gm;

/** CommonMark with GFM -> what Slack's `markdown` block shows (Block Kit, markdown block: no tables, tasks, rules). */
export const toSlack = memoize((markdown) => withoutPings(written(markdown).replace(NEEDLESS, '')), COURSE_TEXTS);
