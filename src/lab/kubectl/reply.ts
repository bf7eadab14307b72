import type { Caller } from '../../core/command/command.ts';
import type { Labs, OpenLab } from '../../core/lab.ts';
import type { Locale } from '../../core/locale.ts';
import type { Accent, Block, Reply } from '../../core/reply/blocks.ts';
import { button, buttons, markdown } from '../../core/reply/builders.ts';
import { LIMITS } from '../../core/reply/limits.ts';
import { systemTimers, type Timers } from '../../core/timers.ts';
import type { Context } from '../../course/context.ts';
import type { Course } from '../../course/course.ts';
import { termButtons } from '../../course/term-blocks.ts';
import { labsOf } from '../own-lab.ts';
import { text as labText } from '../text.ts';
import { KubectlError } from './errors.ts';
import { guessLines } from './guess.ts';
import { meaningOf } from './meaning.ts';
import { namespaceOf, rememberNamespace } from './namespaces.ts';
import { imageIn, nextLines } from './next.ts';
import { type Result, runKubectl } from './run.ts';
import { text } from './text.ts';
import { readTyped, type Typed } from './typed.ts';

/** Milliseconds that a command may wait: a person waits for the answer. */
const PATIENCE = 8000;
/** Characters of an output that a message shows; what is left of its block is for fences and the line itself. */
const SHOWN = LIMITS.text - 200;
/** Lines that a message shows: more of them are better read in a file. */
const LINES = 60;
const FILE = 'kubectl.txt';
const STARTERS = ['get nodes', 'get pods -A', 'create deployment web --image=nginx', 'get all'];

const FENCE = '````';

/** The line and what it printed, as in a terminal. */
function terminal(line: string, output: string): Block {
  const longest = Math.max(...Array.from(output.matchAll(/`+/g), ([run]) => run.length), 3);
  const fence = longest < FENCE.length ? FENCE : '`'.repeat(longest + 1);
  return markdown(`${fence}\n$ kubectl ${line}\n${output}\n${fence}`);
}

/** As much of an output as a message has room for, in whole lines. */
function shownOf(output: string): { shown: string; left: number } {
  const lines = output.trimEnd().split('\n');
  let room = SHOWN;
  let count = 0;
  while (count < lines.length && count < LINES && room - (lines[count]?.length ?? 0) - 1 >= 0) {
    room -= (lines[count]?.length ?? 0) + 1;
    count++;
  }
  if (count > 0) return { shown: lines.slice(0, count).join('\n'), left: lines.length - count };
  return { shown: output.slice(0, SHOWN), left: lines.length };
}

/** Buttons that run a line of kubectl's; one that is too long is left out. */
const lineButtons = (lines: readonly string[]) =>
  lines
    .map((line) => ({ said: line, line: `kubectl ${line}` }))
    .flatMap(({ said, line }) => (line.length <= LIMITS.line ? [button(said, line)] : []));

/** What is wrong with a manifest that could not be read, by the first mistake that the doctor finds. */
async function mistakeIn({ manifest }: Typed, result: Result, locale: Locale): Promise<string | undefined> {
  if (manifest === undefined || result.code === 0 || !/STDIN|strict decoding|is invalid/.test(result.stderr))
    return undefined;
  const { examine } = await import('../../doctor/examine.ts');
  const [finding] = examine(manifest).findings.filter(({ severity }) => severity === 'error');
  return finding && text(locale).wrong(finding.line, finding.message[locale]);
}

/** Where an image's program listens. */
async function portsOf(image: string | undefined): Promise<readonly number[]> {
  if (image === undefined) return [];
  // It brings all programs that run in containers.
  const { findImage } = await import('../images/images.ts');
  return findImage(image)?.ports ?? [];
}

const accentOf = ({ code, stdout }: Result, isTrouble: boolean): Accent =>
  code !== 0 && stdout === '' ? 'error' : code !== 0 || isTrouble ? 'warning' : 'info';

async function render(typed: Typed, result: Result, course: Course, locale: Locale): Promise<Reply> {
  const words = text(locale);
  const line = typed.words.map((word) => (/[\s"'|<>]/.test(word) || word === '' ? `'${word}'` : word)).join(' ');
  const output = `${result.stdout}${result.stderr}`;
  const { shown, left } = shownOf(output.trim() === '' ? words.nothing : output);
  const [mistake, meaning] = [await mistakeIn(typed, result, locale), meaningOf(result, course)];
  const guesses = guessLines(typed.words, result.stderr);
  const said = [
    ...(left > 0 ? [words.cut(left, FILE)] : []),
    ...(typed.isPiped ? [words.pipe] : []),
    ...Array.from(new Set(result.hints), (hint) => words.hints[hint]),
    ...(result.namespace === undefined ? [] : [words.namespace(result.namespace)]),
    ...(mistake === undefined ? [] : [mistake]),
    ...(meaning && mistake === undefined ? [words.means(meaning.sign.means[locale])] : []),
    ...(guesses.length > 0 ? [words.didYouMean] : []),
  ];
  const next = guesses.length > 0 ? guesses : nextLines(typed.words, result, await portsOf(imageIn(typed.words)));
  const concepts = meaning ? termButtons([meaning.term], locale) : [];
  return {
    visibility: 'caller',
    accent: accentOf(result, meaning !== undefined),
    blocks: [
      terminal(shorten(line), shown),
      ...(said.length > 0 ? [markdown(said.join('\n\n'))] : []),
      ...(left > 0 ? [{ type: 'file', name: FILE, text: output } as const] : []),
      buttons(...lineButtons(next), ...concepts),
    ],
  };
}

/** A line as it stands above its output. */
const shorten = (line: string): string =>
  line.length > LIMITS.line ? `${line.slice(0, LIMITS.line)}…` : line.replaceAll('\n', ' ');

function prompted(locale: Locale): Reply {
  const words = text(locale);
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [markdown(`${words.ask}\n\n${words.prompt}`), buttons(...lineButtons(STARTERS))],
  };
}

/** What is to be said of the lab itself before an answer from it. */
function beginning({ is }: OpenLab, locale: Locale): Block[] {
  const words = labText(locale);
  const said = { new: words.begun, restored: words.restored, running: undefined }[is];
  return said === undefined ? [] : [markdown(said)];
}

interface Parts {
  context: Pick<Context, 'labs' | 'course'>;
  timers?: Timers;
}

/** Runs a line of kubectl's in the caller's lab, which is begun where they have none. @throws UserError as Labs.open */
export async function answerKubectl(
  typed: string,
  file: string | undefined,
  { id, locale }: Pick<Caller, 'id' | 'locale'>,
  { context, timers = systemTimers }: Parts,
): Promise<Reply> {
  let read: Typed;
  try {
    read = readTyped(typed, file);
  } catch (error) {
    if (!(error instanceof KubectlError)) throw error;
    return { visibility: 'caller', accent: 'error', blocks: [terminal(shorten(typed), error.message)] };
  }
  if (read.words.length === 0) return prompted(locale);
  const labs: Labs = labsOf(context);
  const lab = await labs.open(id);
  const namespace = namespaceOf(labs, id);
  const result = await runKubectl(
    { client: lab.client, namespace, timers, patience: PATIENCE },
    read.words,
    read.manifest,
  );
  if (result.namespace !== undefined) rememberNamespace(labs, id, result.namespace);
  const reply = await render(read, result, context.course(), locale);
  return { ...reply, blocks: [...beginning(lab, locale), ...reply.blocks] };
}
