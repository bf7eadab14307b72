import { basename, dirname } from 'node:path';
import { z } from 'zod';
import type { Problem } from '../../content/model.ts';
import { type Class, type Classes, dayOf } from '../../core/class.ts';
import type { Locale } from '../../core/locale.ts';
import type { Draft } from '../../core/outbox.ts';
import type { Block } from '../../core/reply/blocks.ts';
import { footer, heading, markdown } from '../../core/reply/builders.ts';
import { readStored } from '../../core/stored-state.ts';
import type { ToldProblems } from '../../core/told-problems.ts';
import { truncate } from '../../language/truncate.ts';
import { literalLine } from '../../markdown/escape.ts';
import type { PostHandler } from '../../outbox/handler.ts';
import { draftNotices } from '../../outbox/notices.ts';
import { text as outboxText } from '../../outbox/text.ts';
import { text } from './text.ts';

/** Places that one notice names; of the others it says how many there are. */
const NAMED = 8;
/** Letters of what is said of one place. */
const LONGEST = 300;
/** Milliseconds in which a notice is still worth sending. */
const WORTH = 3 * 24 * 3_600_000;
/** Classes that are read in one go. */
const PAGE = 100;

const VERSION = 1;
const noticeSchema = z.object({
  version: z.literal(VERSION),
  places: z.array(z.object({ at: z.string(), ko: z.string(), en: z.string() })),
  more: z.number().int().nonnegative(),
});
/** What a notice tells: where something is wrong, and what. */
type Notice = z.infer<typeof noticeSchema>;

/** Problems as an instructor may read them: files by their place in the course's folder, whose own place is nobody's. */
function noticeOf(problems: readonly Problem[], folders: readonly string[]): Notice {
  const roots = folders.filter((folder) => basename(folder) !== '').map((folder) => `${dirname(folder)}/`);
  const within = (words: string): string => roots.reduce((all, root) => all.replaceAll(root, ''), words);
  const places = problems.slice(0, NAMED).map(({ file, line, message: { ko, en } }) => ({
    at: within(`${file}:${line}`),
    ko: truncate(within(ko), LONGEST),
    en: truncate(within(en), LONGEST),
  }));
  return { version: VERSION, places, more: problems.length - places.length };
}

function blocksOf({ places, more }: Notice, locale: Locale): Block[] {
  const words = text(locale);
  const lines = places.map((place) => `- \`${place.at.replaceAll('`', '')}\` ${literalLine(place[locale])}`);
  return [
    heading(words.toMend),
    markdown(lines.join('\n')),
    ...(more > 0 ? [markdown(words.more(more))] : []),
    markdown(words.meanwhile),
  ];
}

/** What is wrong with the files of the course in these folders, as blocks. */
export const problemBlocks = (problems: readonly Problem[], folders: readonly string[], locale: Locale): Block[] =>
  blocksOf(noticeOf(problems, folders), locale);

/** By what a problem is known, wherever in its file it stands: text that is typed above it makes it no other one. */
const keyOf = ({ file, message }: Problem): string => `${file}\n${message.en}`;

interface TellDeps {
  classes: Pick<Classes, 'open'>;
  toldProblems: ToldProblems;
  newId: () => string;
  now: () => Temporal.Instant;
}

/**
 * Tells the instructors of every class what is wrong with the files of their course, in a private word: of each problem
 * once, until it was mended and comes back. Of several processes that call this, one tells.
 */
export async function tellOfProblems(
  problems: readonly Problem[],
  folders: readonly string[],
  { classes, toldProblems, newId, now }: TellDeps,
): Promise<void> {
  const byKey = new Map(problems.map((problem) => [keyOf(problem), problem]));
  const keys = Array.from(byKey.keys());
  const at = now().epochMilliseconds;
  await toldProblems.mendedBut(keys, at);
  if (keys.length === 0) return;
  const draft =
    (one: Class) =>
    (fresh: readonly string[]): Draft[] => {
      const what = JSON.stringify(noticeOf(fresh.flatMap((key) => byKey.get(key) ?? []), folders));
      const day = dayOf(one.timetable, now()).toString();
      return draftNotices(one, { key: `content:${newId()}`, kind: 'content', what, day, now: at, lasts: WORTH }, newId);
    };
  for (let page = await classes.open('', PAGE); page.length > 0; ) {
    for (const one of page) await toldProblems.tell(one.id, keys, draft(one), at);
    page = await classes.open(page.at(-1)?.id ?? '', PAGE);
  }
}

/** Notices to a class's instructors that something is wrong with the files of their course. */
export const problemsHandler: PostHandler = {
  toPerson: true,
  editEvery: 5000,
  async render({ id, what }, { locale }) {
    const notice = readStored(what, noticeSchema, VERSION);
    if ('unreadable' in notice) return notice.unreadable === 'newer' ? 'elsewhere' : undefined;
    return {
      visibility: 'channel',
      accent: 'warning',
      // The messenger finds it again by this id.
      blocks: [...blocksOf(notice, locale), footer(outboxText(locale).notice(id))],
    };
  },
};
