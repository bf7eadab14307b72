/**
 * What Slack takes, in UTF-16 units. Sources: Slack's developer documentation, Block Kit reference (blocks, elements,
 * composition objects, views), chat.postMessage, Responding to interactivity.
 */
export const SLACK = {
  /** In a message; a view takes 100. */
  blocks: 50,
  viewBlocks: 100,
  /** In bytes, without what stands around a view's blocks: 250,000 with it. */
  viewBytes: 240_000,
  /** All markdown blocks of a message together. */
  markdown: 12_000,
  /** All texts of a message together, as sizeOf() counts them; from about 13,200 on Slack has refused them. */
  characters: 12_800,
  header: 150,
  /** A section's text, a text object elsewhere, and what is typed into an input. */
  text: 3000,
  field: 2000,
  fields: 10,
  buttonText: 75,
  /** A button's value. */
  value: 2000,
  buttons: 25,
  optionText: 75,
  optionValue: 150,
  options: 100,
  /** Title of a view, and its buttons. */
  viewTitle: 24,
  placeholder: 150,
  alt: 2000,
  /** `text` of a message; longer ones are cut by Slack itself at 40,000. */
  fallback: 3000,
  /** Columns of a data table, and characters in all its cells, its head's as well (data table block: usage info). */
  tableColumns: 20,
  tableCharacters: 10_000,
  tablePage: 100,
  /** Uses of a response_url. */
  urlUses: 5,
} as const;

/** Milliseconds. */
export const TIMES = {
  /** A trigger_id is good for 3 s: what opens a view does not wait for anything longer than this. */
  patience: 1000,
  /** As old may a trigger_id be when a view is opened by it: it is good for 3 s, less what both ways take. */
  trigger: 2500,
  /** How long a message may wait for its reader's language. */
  known: 4000,
  /** One call of the Web API. */
  call: 10_000,
  /** How long Slack may be away at the start, before the operator at the terminal reads of it. */
  start: 10_000,
  /** How long Slack may have us wait in all, where it says so itself: an answer that comes late is better than none. */
  pauses: 180_000,
  /** How long an answer is tried for: a student does not wait longer. */
  answer: 60_000,
  /** A response_url is good for 30 minutes, less what the way there takes (Handling user interaction). */
  url: 30 * 60_000 - 5000,
} as const;
