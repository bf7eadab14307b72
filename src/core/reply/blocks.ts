import type { Board } from './board.ts';
import type { Chart } from './chart.ts';
import type { ClusterPicture } from './cluster.ts';
import type { Diagram } from './diagram.ts';
import type { Look } from './follow.ts';
import type { HeatMap } from './heat.ts';

/** Pressing it runs `line` as if the caller had typed it. */
export interface Button {
  /** At most LIMITS.label code points. */
  label: string;
  /** A command line without the slash, at most LIMITS.line characters; never tells a quiz's answer. */
  line: string;
  primary?: boolean;
  /** What it does cannot be undone. */
  danger?: true;
}

/** Picking runs `line` followed by the picked values, joined without a space (`line` + ` ` + `ca`). */
export interface Choice {
  type: 'choice';
  line: string;
  /** `value` is one letter. */
  options: readonly { value: string; label: string }[];
  min: number;
  max: number;
  /** The order of picking counts; a platform that takes one press at a time sends what was picked so far. */
  ordered: boolean;
  /** Values picked so far, in order. */
  picked: readonly string[];
}

/**
 * Some menus that are sent together, one value of each: runs `line` + ` ` + the values, joined without a space. Until all
 * are picked, lines have what was picked so far (readPicks()).
 */
export interface Menus {
  type: 'menus';
  line: string;
  /** At most five. `value` is one letter. */
  menus: readonly { label: string; options: readonly { value: string; label: string }[] }[];
  /** The value picked of each so far; any other text where none is. */
  picked: readonly string[];
}

/** A free text; sending it runs `line` + ` ` + the text. */
export interface Input {
  type: 'input';
  line: string;
  label: string;
  /** It is typed in so many parts, 2 to 5, each in a box of its own where there are boxes: see joinTyped(). */
  boxes?: number;
}

/**
 * A concept card, as what is on it: platforms that show pictures draw it, the others show its words (inWords()).
 * Plain text, but for the quote's Markdown.
 */
export interface Picture {
  type: 'picture';
  title: string;
  aside?: string;
  text: string;
  quote?: string;
  diagram?: Diagram;
  /** Small print at its foot. */
  foot: string;
  /** The reply says in words what the card says; where it cannot be seen, its diagram alone is told. */
  isToldBeside?: true;
}

/** A text that is handed over as a file. */
export interface TextFile {
  type: 'file';
  /** ASCII letters, digits, hyphens and a dot: `dosirak.json`. */
  name: string;
  text: string;
}

/** `typed`: as the option's value is typed, where that is not the label. */
interface FormOption {
  value: string;
  label: string;
  typed?: string;
}

/** One of the parts of a form, by the name of the option that takes it; `value` is what it holds to begin with. */
export type FormPart = {
  name: string;
  /** At most 45 characters (Discord's limit of a label). */
  label: string;
  value?: string;
  optional?: true;
} & (
  | { kind: 'channel' }
  /** Of a few; the value of `several` is theirs with commas between. At most ten (Slack's limit of radio buttons). */
  | { kind: 'one' | 'several'; options: readonly FormOption[] }
  /** Free words: one line of a few, or `lines`, of at most `most` characters. */
  | { kind: 'text'; hint: string; lines?: true; most?: number }
  /** What is typed, and some platforms have a picker for: an hour (`09:30`) or a date (ISO). */
  | { kind: 'time' | 'date'; hint: string }
);

/**
 * A form to fill in. A platform that can opens it at once, in place of the reply; elsewhere it is told in words. Sending
 * it is one invocation of the command.
 */
export interface Form {
  type: 'form';
  /** The line that gives it anew, and what its button says. */
  line: string;
  open: string;
  /** At most 24 characters (Slack's limit of a view's title). */
  title: string;
  /** What sending it invokes, a command and its action: `class setup`. */
  sends: string;
  /** The same as its reader types it: `class 설정`. */
  typed: string;
  /** How it is typed where that takes more than a line, CommonMark: told instead of what the form holds. */
  inWords?: string;
  /** Values that are sent with it, whatever is filled in; short, since they stand in an id of the form. */
  fixed: Readonly<Record<string, string>>;
  /** The most needed first: Discord takes five. */
  parts: readonly FormPart[];
}

/** What comes when a clock has counted down, around the time: `20초 후` + `마감`, `Closes` + `in 20 s`. */
export interface ClockWords {
  before: string;
  after: string;
}

/** A clock that counts down, in one plain line: `⏱ 20초 후 마감`. */
export interface Countdown extends ClockWords {
  type: 'countdown';
  /** When it comes, epoch milliseconds: for a platform whose clients count by themselves. */
  ends: number;
  /** How far off that is as the reply is made, for all others: `20초 후`. */
  left: string;
  /** Milliseconds that it counts in all: what a full bar stands for, whenever one looks. */
  whole: number;
}

/** Plain text; a number is sorted by its value, however it is written: `7일`. */
export type TableCell = string | { value: number; text: string };

/** A table, where a platform has one; see Reply.tabled. */
export interface Table {
  type: 'table';
  /** What it is, for a screen reader. */
  caption: string;
  columns: readonly string[];
  /** At most LIMITS.tableRows, and in each as many cells as there are columns. */
  rows: readonly (readonly TableCell[])[];
  /** Rows that are seen at once. */
  pageSize: number;
}

/** A text of many lines with notes at some of them, on a page that has room for both; see Reply.wide. */
export interface Listing {
  type: 'listing';
  /** At most LIMITS.listing characters. */
  text: string;
  /** The number of its first line. */
  from: number;
  /** In the order of their lines, which are numbered as `from` says. `fix`: lines as they should be. */
  notes: readonly { line: number; accent: 'error' | 'warning'; markdown: string; fix?: string }[];
}

/** A question as each platform shows it, for its author; see Reply.wide. */
export interface Looks {
  type: 'looks';
  blocks: readonly Block[];
}

/** What is drawn where pictures can be seen. */
export type Drawable = Picture | Chart | HeatMap | Board | ClusterPicture;

export type Block =
  /** One plain line; `aside` is its other-language half, shown fainter. */
  | { type: 'heading'; text: string; aside?: string }
  /** CommonMark with GFM tables. */
  | { type: 'text'; markdown: string }
  | { type: 'quote'; markdown: string }
  | { type: 'fields'; fields: readonly { name: string; value: string }[] }
  /**
   * Channels, people and roles under a name, shown as the platform shows them. For the caller alone: before others,
   * Slack would ping the people who are named.
   */
  | { type: 'mentions'; name: string; mentions: readonly string[] }
  | { type: 'buttons'; buttons: readonly Button[] }
  | Drawable
  | TextFile
  | Choice
  | Menus
  | Input
  | Form
  | Countdown
  | { type: 'footer'; text: string };

/** What the stripe beside a reply says at a glance. */
export type Accent = 'info' | 'success' | 'warning' | 'error';

/** What a person has answered to the form that a reply shows them: a page shows it in the form, which takes no other. */
export interface Answered {
  /** What followed the form's line: letters, or what was typed. */
  given: string;
  /** They said that they do not know. */
  isUnknown: boolean;
  /** Stands on what they chose: `내 답`. */
  mine: string;
  /** Stands where the form would be sent. */
  note: string;
}

/** What a command answers: a plain value, compared by tests and drawn by each platform's renderer. */
export interface Reply {
  visibility: 'caller' | 'channel';
  accent: Accent;
  /** The line that shows the same again: where others are near, `share` + ` ` + it is offered as a button. */
  share?: string;
  /** The id of the caller who shares it with the channel; platforms show their own name for it, without a ping. */
  sharedBy?: string;
  /** It holds what only the caller may have, such as a link that signs them in: no platform shows it to another person. */
  secret?: true;
  /** Pressed on a message, it takes that message's place: a practice lives in one message. */
  replaces?: true;
  /** It shows what changes by itself: see follow.ts. */
  follow?: Look;
  /** Nothing follows it in its channel, as after the end of a live quiz: a page shows no way in any more. */
  final?: true;
  /** The form in it was answered by the student who reads it. */
  answered?: Answered;
  blocks: readonly Block[];
  /** The same with tables, for platforms that have them; `blocks` are shown elsewhere, and where a server refuses it. */
  tabled?: readonly (Block | Table)[];
  /** The same with what only a page has room for; `blocks` are shown elsewhere. */
  wide?: readonly (Block | Listing | Looks)[];
}
