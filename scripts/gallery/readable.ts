/** What a person reads of a message, top to bottom: words, and what may be pressed. */

type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keys in the order in which a reader meets what they hold, with what a reader sees of it. */
const SHOWN: readonly [key: string, show: (words: string, one: Json) => string][] = [
  ['title', (words) => `# ${words}`],
  ['name', (words) => `**${words}**`],
  ['content', (words) => words],
  ['label', (words, one) => (isPressed(one) ? `[${words}]` : words)],
  ['text', (words, one) => (isPressed(one) ? `[${words}]` : words)],
  ['placeholder', (words) => `(${words})`],
  ['description', (words) => words],
  ['hint', (words) => `(${words})`],
  ['alt_text', (words) => `🖼 ${words}`],
  ['filename', (words) => `📎 ${words}`],
];

/** What cannot be read: ids, lines that a press sends, how a message is drawn. */
const UNSEEN = new Set([
  ...['type', 'style', 'custom_id', 'action_id', 'block_id', 'callback_id', 'private_metadata', 'value', 'id', 'flags'],
  ...[
    'accent_color',
    'color',
    'allowed_mentions',
    'spacing',
    'media',
    'emoji',
    'verbatim',
    'url',
    'divider',
    'external_id',
  ],
]);

/** A button or an option has a value of its own to send. */
const isPressed = (one: Json): boolean => 'custom_id' in one || 'value' in one || 'action_id' in one;

/** A table as a person reads it: a row a line. */
const rowsOf = (rows: readonly unknown[]): string[] =>
  rows.map((row) => (Array.isArray(row) ? row : []).map((cell) => (isJson(cell) ? String(cell.text) : '')).join(' | '));

/** The lines that a person reads of what a platform is sent, whichever platform's form it has. */
export function readable(sent: unknown): string[] {
  if (Array.isArray(sent)) return sent.flatMap(readable);
  if (!isJson(sent)) return [];
  if (sent.type === 'data_table' && Array.isArray(sent.rows)) return rowsOf(sent.rows);
  const own = SHOWN.flatMap(([key, show]) => {
    const said = sent[key];
    const words = isJson(said) ? said.text : said;
    return typeof words === 'string' && words.trim() !== '' ? [show(words, sent)] : [];
  });
  const shown = new Set(SHOWN.map(([key]) => key));
  const inner = Object.entries(sent).flatMap(([key, value]) =>
    shown.has(key) || UNSEEN.has(key) ? [] : readable(value),
  );
  return [...own, ...inner];
}
