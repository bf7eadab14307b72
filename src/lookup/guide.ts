import { isManifest, type Sign, type Task } from '../content/guides.ts';
import type { Term } from '../content/model.ts';
import { UserError } from '../core/errors.ts';
import { shortHash } from '../core/hash.ts';
import type { Locale } from '../core/locale.ts';
import type { Block, Button, Reply } from '../core/reply/blocks.ts';
import { button, buttons, heading, markdown } from '../core/reply/builders.ts';
import { LIMITS } from '../core/reply/limits.ts';
import type { Course } from '../course/course.ts';
import { termButtons, termHeading } from '../course/term-blocks.ts';
import { truncate } from '../language/truncate.ts';
import type { Guide } from '../search/result.ts';
import { guideLine } from './lines.ts';
import { text } from './text.ts';

/** Letters of a key: a concept has a few dozen signs and tasks. */
const KEY = 6;
/** Letters of a message that stand in a phone's heading. */
const LONGEST_TITLE = 60;
/** How many other guides and concepts a reply leads to. */
const MOST_BUTTONS = 4;

/** What a concept tells besides itself: a sign or a task, or its example. */
type Chosen = { term: Term } & (
  | /** `said`: which of its patterns stands for it. */ { kind: 'sign'; sign: Sign; said: number }
  | { kind: 'task'; task: Task }
  | { kind: 'example'; example: string }
);

/** Code that can be copied; what stands in it is no markup, and no end of it. */
export function codeBlock(code: string, language = ''): Block {
  const longest = Math.max(...Array.from(code.matchAll(/`+/g), ([run]) => run.length), 3);
  const fence = '`'.repeat(longest + 1);
  return markdown(`${fence}${language}\n${code.trimEnd()}\n${fence}`);
}

/** The line of a paste that decided, as much of it as a message has room for. */
const tellingLine = (line: string): Block => codeBlock(truncate(line, LIMITS.field));

/** What a sign or a task is known by in a button's line, wherever it stands among the others; see keyIn() for a pattern. */
const keyOf = {
  sign: ({ says }: Sign): string => shortHash(says.join('\n'), KEY),
  task: ({ title }: Task): string => shortHash(title.ko, KEY),
};

/** `k3f9ab.2`: a sign by the third of its patterns; without a number by its first. */
const keyIn = (sign: Sign, said: number): string => (said === 0 ? keyOf.sign(sign) : `${keyOf.sign(sign)}.${said}`);

function lineOf(one: Chosen): string {
  const { kind: what, term } = one;
  switch (one.kind) {
    case 'sign':
      return guideLine.write({ id: term.id, what, key: keyIn(one.sign, one.said) });
    case 'task':
      return guideLine.write({ id: term.id, what, key: keyOf.task(one.task) });
    case 'example':
      return guideLine.write({ id: term.id, what });
    default:
      return one satisfies never;
  }
}

/** A line that an example's author wrote for both languages, in one of them: `# 한국어 / English`. */
function commentIn(line: string, locale: Locale): string {
  const from = line.indexOf('# ') + 2;
  const middle = line.indexOf(' / ', from);
  if (from < 2 || middle < 0) return line;
  const said = { ko: line.slice(from, middle), en: line.slice(middle + 3) };
  return line.slice(0, from) + said[locale].trim();
}

/** Code that an author wrote with comments in both languages, in the reader's. */
const inLanguage = (code: string, locale: Locale): string =>
  code
    .split('\n')
    .map((line) => commentIn(line, locale))
    .join('\n');

/** The page of documentation. */
export const docsBlocks = ({ docs }: Term, locale: Locale): Block[] =>
  docs ? [markdown(`📖 [${text(locale).docs}](${docs[locale]})`)] : [];

/** The button that shows a concept's example. */
export const exampleButton = (term: Term, locale: Locale): Button[] =>
  term.example === undefined
    ? []
    : [button(text(locale).showExample, lineOf({ term, kind: 'example', example: term.example }))];

/** A few lines under a heading of their own. */
const part = (title: string, lines: string): Block => markdown(`**${title}**\n\n${lines}`);

function signBlocks({ means, look, mend, command }: Sign, locale: Locale): Block[] {
  const words = text(locale);
  return [
    part(words.meaning, means[locale]),
    part(mend ? words.lookFirst : words.ifWrongAllTheSame, look[locale]),
    ...(command === undefined ? [] : [codeBlock(inLanguage(command, locale))]),
    ...(mend ? [part(words.mending, mend[locale])] : []),
  ];
}

const taskBlocks = ({ run, why, next }: Task, locale: Locale): Block[] => [
  codeBlock(inLanguage(run, locale), isManifest(run) ? 'yaml' : ''),
  markdown(why[locale]),
  part(text(locale).lookNext, next[locale]),
];

/** What the search found; undefined where the content has it no more. */
function chosen(guide: Guide, { terms }: Course): Chosen | undefined {
  const term = terms.get(guide.id);
  switch (guide.kind) {
    case 'sign': {
      const sign = term?.signs[guide.at];
      return term && sign && { term, kind: 'sign', sign, said: guide.said ?? 0 };
    }
    case 'task': {
      const task = term?.tasks[guide.at];
      return term && task && { term, kind: 'task', task };
    }
    case 'example':
      return term?.example === undefined ? undefined : { term, kind: 'example', example: term.example };
    default:
      return guide satisfies never;
  }
}

/** What stands between two cells of a table's pattern. */
const CELLS = ' | ';

/** A message in its own words; a table's cells are no words, so one is called by the first pattern. */
function wordsOf({ says }: Sign, at: number): string {
  const [first = ''] = says;
  const said = says[at] ?? first;
  return (said.includes(CELLS) ? first : said).replaceAll('*', '…');
}

/** What a guide is called on a button. */
function labelOf(one: Chosen, locale: Locale): string {
  switch (one.kind) {
    case 'sign':
      return wordsOf(one.sign, one.said);
    case 'task':
      return one.task.title[locale];
    case 'example':
      return text(locale).exampleOf(one.term.title[locale]);
    default:
      return one satisfies never;
  }
}

/** What a guide is called above its text: a message by its own words, with the concept that explains it beside them; what shows that all is well by just that. */
function headingOf(one: Chosen, locale: Locale): Block {
  const label = labelOf(one, locale);
  if (one.kind !== 'sign') return heading(label);
  if (one.sign.healthy) return heading(text(locale).looksWell, one.term.title[locale]);
  const title = one.term.title[locale];
  const isWords = !label.includes(CELLS) && label !== title && label.length <= LONGEST_TITLE;
  return isWords ? heading(label, title) : termHeading(one.term, locale);
}

function bodyOf(one: Chosen, locale: Locale): Block[] {
  switch (one.kind) {
    case 'sign':
      return signBlocks(one.sign, locale);
    case 'task':
      return taskBlocks(one.task, locale);
    case 'example':
      return [codeBlock(inLanguage(one.example, locale), isManifest(one.example) ? 'yaml' : '')];
    default:
      return one satisfies never;
  }
}

interface Also {
  /** The line of what was asked that reads so, where there were several. */
  line?: string | undefined;
  rivals?: readonly Guide[];
}

function render(one: Chosen, course: Course, locale: Locale, { line, rivals = [] }: Also): Reply {
  const { term, kind } = one;
  const words = text(locale);
  const others = rivals
    .flatMap((rival) => chosen(rival, course) ?? [])
    .filter((other) => labelOf(other, locale) !== term.title[locale])
    .slice(0, MOST_BUTTONS);
  return {
    visibility: 'caller',
    accent: kind !== 'sign' ? 'info' : one.sign.healthy ? 'success' : 'warning',
    share: lineOf(one),
    blocks: [
      headingOf(one, locale),
      ...(line === undefined ? [] : [markdown(words.tellingLine), tellingLine(line)]),
      ...bodyOf(one, locale),
      ...docsBlocks(term, locale),
      ...(others.length > 0 ? [markdown(words.alsoPossible)] : []),
      buttons(
        ...others.map((other) => button(labelOf(other, locale), lineOf(other))),
        ...termButtons([term], locale).map((more) => ({ ...more, label: words.aboutTerm(more.label), primary: true })),
        ...(kind === 'example' ? [] : exampleButton(term, locale)),
      ),
    ],
  };
}

/** The sign, task or example that the search found; undefined where the content has it no more. */
export function renderGuide(guide: Guide, course: Course, locale: Locale, also: Also = {}): Reply | undefined {
  const one = chosen(guide, course);
  return one && render(one, course, locale, also);
}

/**
 * The guide that a button names; undefined is a line that no button of ours says.
 * @throws UserError where the content no longer has it.
 */
export function readGuide(said: ReturnType<typeof guideLine.read>, course: Course, locale: Locale): Reply {
  const term = said && course.terms.get(said.id);
  const [key, pattern = '0'] = said?.key?.split('.') ?? [];
  const at = {
    sign: () => term?.signs.findIndex((sign) => keyOf.sign(sign) === key),
    task: () => term?.tasks.findIndex((task) => keyOf.task(task) === key),
    example: () => 0,
  };
  const place = { id: said?.id ?? '', at: said ? (at[said.what]() ?? -1) : -1, said: Number(pattern) || 0, line: 0 };
  const one = said && chosen({ kind: said.what, ...place }, course);
  if (!one) throw new UserError(text.both((words) => words.textGone(course.lookUp)));
  return render(one, course, locale, {});
}
