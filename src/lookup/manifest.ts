import type { Locale, Localized } from '../core/locale.ts';
import type { Accent, Block, Button, Listing, Reply } from '../core/reply/blocks.ts';
import { buttons, heading, markdown } from '../core/reply/builders.ts';
import { LIMITS } from '../core/reply/limits.ts';
import type { Course } from '../course/course.ts';
import { termButtons } from '../course/term-blocks.ts';
import type { Examination, Finding } from '../doctor/finding.ts';
import { composeIn, type ManifestPart, manifestIn } from '../doctor/manifest-in.ts';
import type { Compose } from '../doctor/pasted/compose.ts';
import { ofWhatIsThere } from '../doctor/pasted/cut.ts';
import { isHelmTemplate } from '../doctor/pasted/helm.ts';
import { truncate } from '../language/truncate.ts';
import { escapeBesideCode, literalLine } from '../markdown/escape.ts';
import { codeBlock } from './guide.ts';
import { text } from './text.ts';

/** How many objects and mistakes a message tells of; the rest is counted. */
const MOST = { objects: 5, findings: 5, notes: 50, kinds: 20, terms: 4 } as const;
/** How many objects are few, and how many sentences tell what the values of each come to, where they are few or more. */
const TOLD = { few: 2, ofFew: 6, ofMany: 3 } as const;
/** Lines of a fix; what is longer is told by its message. */
const FIX = 12;

/** A course on something else never names a manifest. */
const examines = ({ content }: Course): boolean => content.settings.features.includes('kubernetes');

/** A manifest that was found in a question: what is wrong with it, and what each of its objects makes. */
export interface Examined extends Examination {
  part: ManifestPart;
  /** `left`: how many more its values say. */
  makes: readonly { sentence: Localized; values: readonly Localized[]; left: number }[];
  /** How many more objects there are. */
  left: number;
}

/** The doctor with its schema and parser, a seventh of the program, comes with the first manifest. */
const callDoctor = () => Promise.all([import('../doctor/examine.ts'), import('../doctor/explain.ts')]);

/** Has the doctor there before the first manifest comes. */
export async function prepareDoctor(): Promise<void> {
  await callDoctor();
}

/** What a student pasted: a manifest, a template of one, or a file of Docker Compose in its place. */
export type Paste = ({ is: 'manifest' } & Examined) | { is: 'template'; text: string } | ({ is: 'compose' } & Compose);

/** The file in a question; undefined where there is none, or the course is on something else. */
export async function readPaste(question: string, course: Course): Promise<Paste | undefined> {
  if (!examines(course)) return undefined;
  const part = manifestIn(question);
  if (part)
    return isHelmTemplate(part.text)
      ? { is: 'template', text: part.text }
      : { is: 'manifest', ...(await examined(part)) };
  const other = composeIn(question);
  if (other === undefined) return undefined;
  const { readCompose } = await import('../doctor/pasted/compose.ts');
  const compose = readCompose(other);
  return compose && { is: 'compose', ...compose };
}

async function examined(part: ManifestPart): Promise<Examined> {
  const [{ examine }, { explain, explainValues }] = await callDoctor();
  const examination = examine(part.text);
  if (part.isCut) return { ...examination, findings: ofWhatIsThere(examination.findings), part, makes: [], left: 0 };
  const objects = examination.documents.filter(({ kind }) => kind !== undefined);
  const most = objects.length > TOLD.few ? TOLD.ofMany : TOLD.ofFew;
  const makes = objects.slice(0, MOST.objects).map((one) => {
    const all = explainValues(one);
    // One more takes no more room than to say so.
    const values = all.length > most + 1 ? all.slice(0, most) : all;
    return { sentence: explain(one), values, left: all.length - values.length };
  });
  return { ...examination, part, makes, left: objects.length - makes.length };
}

/** What the doctor says; names and values of a manifest may be as long as the manifest. */
const told = (said: string): string => escapeBesideCode(truncate(said, LIMITS.field));

function findingBlocks({ line, path, message, fix, fixIsLines }: Finding, from: number, locale: Locale): Block[] {
  const words = text(locale);
  const at = words.atLine(line + from - 1, literalLine(truncate(path, LIMITS.heading)));
  const said = markdown(`**${at}**\n\n${told(message[locale])}`);
  const lines = fix?.[locale];
  if (lines === undefined) return [said];
  const isShort = lines.length <= LIMITS.text && lines.split('\n').length <= FIX;
  if (fixIsLines) return isShort ? [said, codeBlock(lines, 'yaml')] : [said];
  return [said, markdown(told(lines))];
}

const accentOf = (findings: readonly Finding[]): Accent =>
  findings.some(({ severity }) => severity === 'error') ? 'error' : findings.length > 0 ? 'warning' : 'success';

/** The concepts of these names, each once. */
export function conceptButtons(names: Iterable<string>, course: Course, locale: Locale): Button[] {
  const found = Array.from(new Set(names))
    .slice(0, MOST.kinds)
    .flatMap((name) => course.search(name).matches.slice(0, 1));
  const ids = new Set(found.map(({ document }) => document.id));
  const terms = Array.from(ids).flatMap((id) => course.terms.get(id) ?? []);
  return termButtons(terms.slice(0, MOST.terms), locale);
}

const kindsOf = ({ documents }: Examination): string[] =>
  documents.flatMap(({ kind = '' }) => (kind === '' ? [] : kind));

/** How a paste was read that was no manifest as it stood. */
function readingBlocks({ reading, isCut }: ManifestPart, locale: Locale): Block[] {
  if (reading === 'plain') return [];
  const words = text(locale);
  return [markdown(isCut ? `${words.readAs[reading]} ${words.onlyPart}` : words.readAs[reading])];
}

/** What a manifest makes, in words, and what is wrong with it, by line, with the lines as they should be. */
export function renderManifest(examined: Examined, course: Course, locale: Locale): Reply {
  const { findings, part, makes } = examined;
  const words = text(locale);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  // A block each: one that is too long is cut, and the others stay whole.
  const made = makes.map(({ sentence, values, left }) => {
    const lines = [...values.map((one) => told(one[locale])), ...(left > 0 ? [words.moreValues(left)] : [])];
    return markdown([`- ${told(sentence[locale])}`, ...lines.map((line) => `  - ${line}`)].join('\n'));
  });
  const shown = findings.toSorted(bySeverity).slice(0, MOST.findings);
  const head: Block[] = [
    heading(words.examined(errors, findings.length - errors)),
    ...readingBlocks(part, locale),
    ...(made.length > 0 ? [markdown(`**${words.makes}**`), ...made] : []),
    ...(examined.left > 0 ? [markdown(words.moreObjects(examined.left))] : []),
  ];
  const next = buttons(...conceptButtons(kindsOf(examined), course, locale));
  return {
    visibility: 'caller',
    accent: accentOf(findings),
    blocks: [
      ...head,
      ...shown.flatMap((finding) => findingBlocks(finding, part.line, locale)),
      ...(findings.length > shown.length ? [markdown(words.moreFindings(findings.length - shown.length))] : []),
      next,
    ],
    ...(part.text.length > LIMITS.listing ? {} : { wide: [...head, listingOf(examined, locale), next] }),
  };
}

/** The manifest with what is wrong beside its lines. */
const listingOf = ({ findings, part }: Examined, locale: Locale): Listing => ({
  type: 'listing',
  text: part.text,
  from: part.line,
  notes: findings.slice(0, MOST.notes).map(({ line, path, severity, message, fix, fixIsLines }) => {
    const lines = fix?.[locale];
    const where = path === '' ? '' : `\`${truncate(path.replaceAll('`', ''), LIMITS.heading)}\`\n\n`;
    const said = `${where}${told(message[locale])}`;
    return {
      line: line + part.line - 1,
      accent: severity,
      markdown: lines === undefined || fixIsLines ? said : `${said}\n\n${told(lines)}`,
      ...(lines !== undefined && fixIsLines ? { fix: lines } : {}),
    };
  }),
});

const bySeverity = (a: Finding, b: Finding): number =>
  Number(a.severity === 'warning') - Number(b.severity === 'warning') || a.line - b.line;
