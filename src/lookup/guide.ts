import type { Sign, Task } from '../content/guides.ts';
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

/** What a sign or a task is known by in a button's line, wherever it stands among the others. */
const keyOf = (guide: Sign | Task): string => shortHash('says' in guide ? guide.says.join('\n') : guide.title.ko, KEY);

/** Code that can be copied; what stands in it is no markup, and no end of it. */
export function codeBlock(code: string, language = ''): Block {
  const longest = Math.max(...Array.from(code.matchAll(/`+/g), ([run]) => run.length), 3);
  const fence = '`'.repeat(longest + 1);
  return markdown(`${fence}${language}\n${code.trimEnd()}\n${fence}`);
}

/** The line of a paste that decided, as much of it as a message has room for. */
const tellingLine = (line: string): Block => codeBlock(truncate(line, LIMITS.field));

const lineOf = (term: Term, guide: Sign | Task | undefined): string =>
  guideLine.write({
    id: term.id,
    what: guide === undefined ? 'example' : 'says' in guide ? 'sign' : 'task',
    ...(guide === undefined ? {} : { key: keyOf(guide) }),
  });

/** A line that an example's author wrote for both languages, in one of them: `# 한국어 / English`. */
function commentIn(line: string, locale: Locale): string {
  const from = line.indexOf('# ') + 2;
  const middle = line.indexOf(' / ', from);
  if (from < 2 || middle < 0) return line;
  const said = { ko: line.slice(from, middle), en: line.slice(middle + 3) };
  return line.slice(0, from) + said[locale].trim();
}

/** The example of a concept in the reader's language; undefined where it has none. */
const exampleIn = ({ example }: Term, locale: Locale): string | undefined =>
  example
    ?.split('\n')
    .map((line) => commentIn(line, locale))
    .join('\n');

/** The page of documentation. */
export const docsBlocks = ({ docs }: Term, locale: Locale): Block[] =>
  docs ? [markdown(`📖 [${text(locale).docs}](${docs[locale]})`)] : [];

/** The button that shows a concept's example. */
export const exampleButton = (term: Term, locale: Locale): Button[] =>
  term.example === undefined ? [] : [button(text(locale).showExample, lineOf(term, undefined))];

/** A few lines under a heading of their own. */
const part = (title: string, lines: string): Block => markdown(`**${title}**\n\n${lines}`);

function signBlocks({ means, look, mend, command }: Sign, locale: Locale): Block[] {
  const words = text(locale);
  return [
    part(words.meaning, means[locale]),
    part(words.lookFirst, look[locale]),
    codeBlock(command),
    part(words.mending, mend[locale]),
  ];
}

const isManifest = (code: string): boolean => /^ *apiVersion:/m.test(code);

const taskBlocks = ({ run, why, next }: Task, locale: Locale): Block[] => [
  codeBlock(run, isManifest(run) ? 'yaml' : ''),
  markdown(why[locale]),
  part(text(locale).lookNext, next[locale]),
];

/** A sign or a task by its place, the example by none; undefined where the content has it no more. */
type Chosen = { term: Term; guide: Sign | Task | undefined };

function chosen(guide: Guide, { terms }: Course): Chosen | undefined {
  const term = terms.get(guide.id);
  if (term === undefined) return undefined;
  if (guide.kind === 'example') return term.example === undefined ? undefined : { term, guide: undefined };
  const found = guide.kind === 'sign' ? term.signs[guide.at] : term.tasks[guide.at];
  return found && { term, guide: found };
}

/** What a guide is called on a button. */
function labelOf({ term, guide }: Chosen, locale: Locale): string {
  if (guide === undefined) return text(locale).exampleOf(term.title[locale]);
  return 'says' in guide ? (guide.says[0] ?? '').replaceAll('*', '…') : guide.title[locale];
}

const guideButton = (one: Chosen, locale: Locale): Button => button(labelOf(one, locale), lineOf(one.term, one.guide));

/** What a message is called: its own words, with the concept that explains it beside them. */
function signHeading(sign: Sign, term: Term, locale: Locale): Block {
  const [said = ''] = sign.says;
  const title = term.title[locale];
  const isWords = !said.includes(' | ') && said !== title && said.length <= LONGEST_TITLE;
  return isWords ? heading(said.replaceAll('*', '…'), title) : termHeading(term, locale);
}

interface Also {
  /** The line of what was asked that reads so, where there were several. */
  line?: string | undefined;
  rivals?: readonly Guide[];
}

function render(one: Chosen, course: Course, locale: Locale, { line, rivals = [] }: Also): Reply {
  const { term, guide } = one;
  const words = text(locale);
  const others = rivals
    .flatMap((rival) => chosen(rival, course) ?? [])
    .filter((other) => labelOf(other, locale) !== term.title[locale])
    .slice(0, MOST_BUTTONS);
  const title =
    guide === undefined
      ? heading(words.exampleOf(term.title[locale]))
      : 'says' in guide
        ? signHeading(guide, term, locale)
        : heading(guide.title[locale]);
  const body =
    guide === undefined
      ? [codeBlock(exampleIn(term, locale) ?? '', 'yaml')]
      : 'says' in guide
        ? signBlocks(guide, locale)
        : taskBlocks(guide, locale);
  return {
    visibility: 'caller',
    accent: guide !== undefined && 'says' in guide ? 'warning' : 'info',
    share: lineOf(term, guide),
    blocks: [
      title,
      ...(line === undefined ? [] : [markdown(words.tellingLine), tellingLine(line)]),
      ...body,
      ...docsBlocks(term, locale),
      ...(others.length > 0 ? [markdown(words.alsoPossible)] : []),
      buttons(
        ...others.map((other) => guideButton(other, locale)),
        ...termButtons([term], locale).map((more) => ({ ...more, label: words.aboutTerm(more.label), primary: true })),
        ...(guide === undefined ? [] : exampleButton(term, locale)),
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
  const all = term === undefined ? [] : said?.what === 'task' ? term.tasks : term.signs;
  const guide = all.find((one) => keyOf(one) === said?.key);
  const one = term && (said?.what === 'example' ? term.example !== undefined : guide) ? { term, guide } : undefined;
  if (!one) throw new UserError(text.both((words) => words.textGone));
  return render(one, course, locale, {});
}
