import { cleanLine } from '../markup.ts';
import { type Lost, nothing, type Taken, type TakenQuestion } from '../taken.ts';
import { text as words } from '../text.ts';
import { readAnswers } from './answers.ts';
import { type Block, blocksOf, unescaped } from './blocks.ts';
import { type Braces, markdownOfPart, type Reading } from './parts.ts';
import { saidOf } from './said.ts';

const CATEGORY = '$CATEGORY:';
/** What stands for the blank where the answers stand within a sentence. */
const BLANK = '_____';

/** The last part of a category's path, whose parts are set apart by `/`; `//` is a slash in a name. */
function topicOf(path: string): string | undefined {
  const parts = path
    .replaceAll('//', '\0')
    .split('/')
    .map((part) => cleanLine(part.replaceAll('\0', '/')))
    // `$course$` is the place that Moodle imports to, and `top` what every path there begins with.
    .filter((part) => part !== '' && part !== 'top' && !/^\$[a-z]{1,20}\$$/.test(part));
  return parts.at(-1);
}

/** Markdown without the block of code that it ends with, and that block's code. */
function splitCode(markdown: string): { ask: string; code: string | undefined } {
  const fence = ['```', '~~~'].find((one) => markdown.endsWith(`\n${one}`));
  const start = fence === undefined ? -1 : markdown.indexOf(`\n\n${fence}`);
  const first = start < 0 ? -1 : markdown.indexOf('\n', start + 2);
  if (first < 0 || first >= markdown.length - 4) return { ask: markdown, code: undefined };
  return { ask: markdown.slice(0, start).trim(), code: markdown.slice(first + 1, -4) };
}

/** A part of a block, and where it stands in it. */
interface Stretch {
  text: string;
  at: number;
}

/** `::title::` in front of a question, and the question. */
function splitName({ text, at }: Stretch): { name: string | undefined; rest: Stretch } {
  const start = text.length - text.trimStart().length;
  const end = text.startsWith('::', start) ? text.indexOf('::', start + 2) : -1;
  if (end < 0) return { name: undefined, rest: { text, at } };
  const name = cleanLine(unescaped(text.slice(start + 2, end)));
  return { name: name === '' ? undefined : name, rest: { text: text.slice(end + 2), at: at + end + 2 } };
}

/** A question's words, what stands between its braces and what the general feedback says; a reason where it has none. */
function splitAnswers(
  { text, at }: Stretch,
  { lineAt }: Block,
): { stem: string; braces: Braces; general: string } | Lost['message'] {
  const open = text.indexOf('{');
  const close = text.indexOf('}');
  if (open < 0 && close < 0) return words.both(({ description }) => description);
  const after = text.slice(close + 1);
  if (open < 0 || close < open || after.includes('{') || after.includes('}')) return words.both(({ braces }) => braces);
  const inner = text.slice(open + 1, close);
  const apart = inner.lastIndexOf('####');
  const answers = apart < 0 ? inner : inner.slice(0, apart);
  if (answers.trim() === '') return words.both(({ essay }) => essay);
  const before = answers.length - answers.trimStart().length;
  return {
    stem: after.trim() === '' ? text.slice(0, open) : text.slice(0, open) + BLANK + after,
    braces: { text: answers.trim(), lineAt: (place) => lineAt(at + open + 1 + before + place) },
    general: apart < 0 ? '' : inner.slice(apart + 4),
  };
}

function readQuestion(
  stretch: Stretch,
  block: Block,
  topic: string | undefined,
  taken: Taken,
): TakenQuestion | undefined {
  const { name, rest } = splitName(stretch);
  const line = block.lineAt(stretch.at + stretch.text.length - stretch.text.trimStart().length);
  const lost: Reading['lost'] = (where, message) => void taken.lost.push({ line: where, message });
  const split = splitAnswers(rest, block);
  if ('ko' in split) {
    lost(line, split);
    return undefined;
  }
  const { format } = saidOf(split.stem, 'moodle');
  const reading: Reading = { line, format, lost };
  const read = readAnswers(split.braces, reading);
  if (!read) return undefined;
  const { ask, code } = splitCode(markdownOfPart(split.stem, line, { ...reading, format: 'moodle' }));
  const general = split.general.trim() === '' ? [] : [markdownOfPart(split.general, line, reading)];
  return {
    line,
    topic,
    // We write ids into titles ourselves, and many a title would do as one.
    id: name,
    name,
    ask,
    code,
    why: [...general, ...read.feedback].filter((one) => one !== '').join('\n\n') || undefined,
    answer: read.answer,
  };
}

/**
 * Questions in GIFT, as Moodle documents and reads it (docs.moodle.org, GIFT format): each is a block of lines that an
 * empty line ends. A missing word is a blank in the question.
 */
export function readGift(text: string): Taken {
  const taken = nothing();
  let topic: string | undefined;
  for (const block of blocksOf(text)) {
    let at = 0;
    const start = block.text.length - block.text.trimStart().length;
    if (block.text.startsWith(CATEGORY, start)) {
      const end = block.text.indexOf('\n', start);
      at = end < 0 ? block.text.length : end;
      topic = topicOf(unescaped(block.text.slice(start + CATEGORY.length, at)));
    }
    const stretch = { text: block.text.slice(at), at };
    if (stretch.text.trim() === '') continue;
    const question = readQuestion(stretch, block, topic, taken);
    if (question) taken.questions.push(question);
  }
  return taken;
}
