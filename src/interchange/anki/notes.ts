import { fromHtml, labelFromHtml, type Medium } from '../html.ts';
import { clean, cleanLine, markdownOf } from '../markup.ts';
import type { Lost, Taken } from '../taken.ts';
import { text as words } from '../text.ts';
import { type Cloze, clozesIn } from './cloze.ts';

/** A note: its fields, what they are called, and where it stands. */
export interface Note {
  line: number;
  fields: readonly string[];
  names?: readonly string[] | undefined;
  /** Its deck, whose name has its parents' before it: `History::1900`. */
  deck?: string | undefined;
  isHtml: boolean;
}

/** A sound in a field: Anki plays it and shows no text. */
const SOUND = /\[sound:[^[\]\n]{1,300}\]/g;
/** Cloze notes whose hidden places are in a picture. */
const OCCLUSION = 'image-occlusion:';

/** A front that asks for something, and a back that may be typed. */
const ASKS = /[?？]["'”’)\s]*$/;
const TYPABLE = 60;

interface Said {
  markdown: string;
  plain: string;
}

const lostMedium = (medium: Medium): Lost['message'] => words.both(({ left }) => left[medium]);

/** A field without sounds, as text; what is lost is told. */
function say(field: string, { line, isHtml }: Note, taken: Taken): Said {
  const sounds = field.match(SOUND)?.length ?? 0;
  const silent = field.replace(SOUND, ' ');
  for (let i = 0; i < sounds; i++) taken.lost.push({ line, message: lostMedium('sound') });
  if (!isHtml) return { markdown: markdownOf(silent), plain: clean(silent) };
  const { markdown, plain, lost } = fromHtml(silent);
  for (const medium of lost) taken.lost.push({ line, message: lostMedium(medium) });
  return { markdown, plain };
}

const topicOf = (deck: string | undefined): string | undefined =>
  cleanLine(deck?.split('::').at(-1) ?? '') || undefined;

/** A numbered blank as a question of ours has it, whatever its text came through. */
const withBlanks = (markdown: string): string => markdown.replace(/([①-⑤])(?:\\?_){4}/g, '$1____');

/** Each number of a cloze note makes a question, in which the places of other numbers are filled in. */
function readCloze(note: Note, clozes: readonly Cloze[], rest: readonly string[], taken: Taken): void {
  const why = rest.map((field) => say(field, note, taken).markdown).filter(Boolean);
  for (const { text, answers } of clozes) {
    const said = answers.map((one) => (note.isHtml ? labelFromHtml(one).label : cleanLine(one)));
    taken.questions.push({
      line: note.line,
      topic: topicOf(note.deck),
      ask: withBlanks(say(text, note, taken).markdown),
      why: why.join('\n\n') || undefined,
      answer:
        said.length === 1
          ? { kind: 'words', accept: said }
          : { kind: 'blanks', blanks: said.map((one) => ({ accept: [one] })) },
    });
  }
}

/** All that a note says beside its front and back, a paragraph each. */
function paragraphs(note: Note, taken: Taken): string[] {
  return note.fields.slice(2).flatMap((field, i) => {
    const { markdown } = say(field, note, taken);
    const name = note.names?.[i + 2];
    return markdown === '' ? [] : [name ? `${markdownOf(name)}: ${markdown}` : markdown];
  });
}

/** Takes a front and its back: a question where the front asks one and the back may be typed, else a concept. */
function readCard(note: Note, asked: Said, said: Said, taken: Taken): void {
  const { line, deck } = note;
  const more = paragraphs(note, taken);
  const answer = cleanLine(said.plain);
  if (ASKS.test(asked.plain) && !said.plain.includes('\n') && answer.length <= TYPABLE)
    taken.questions.push({
      line,
      topic: topicOf(deck),
      ask: asked.markdown,
      why: more.join('\n\n') || undefined,
      answer: { kind: 'words', accept: [answer] },
    });
  else
    taken.terms.push({
      line,
      title: asked.plain,
      definition: said.plain,
      body: more.length > 0 || said.markdown !== said.plain ? [said.markdown, ...more].join('\n\n') : undefined,
    });
}

/**
 * A note as a concept, or as a question where its front asks one and its back is short enough to be typed; a cloze note
 * is a question for each of its blanks.
 */
export function readNote(note: Note, taken: Taken): void {
  const { fields, line } = note;
  const lost = (message: Lost['message']): void => void taken.lost.push({ line, message });
  const [front = '', back = ''] = fields;
  const clozes = clozesIn(front);
  if (fields.some((field) => field.includes(OCCLUSION))) lost(lostMedium('picture'));
  else if (clozes === 'nested') lost(words.both(({ nestedBlanks }) => nestedBlanks));
  else if (clozes.length > 0) readCloze(note, clozes, fields.slice(1), taken);
  else {
    const [asked, said] = [say(front, note, taken), say(back, note, taken)];
    if (asked.plain === '') lost(words.both(({ noTitle }) => noTitle));
    else if (said.plain === '') lost(words.both(({ noDefinition }) => noDefinition));
    else readCard(note, asked, said, taken);
  }
}
