import type { QuestionSet } from '../content/model.ts';
import type { Locale } from '../core/locale.ts';
import type { Block, Button, Reply } from '../core/reply/blocks.ts';
import { button, buttons, heading, markdown } from '../core/reply/builders.ts';
import type { Course } from '../course/course.ts';
import { CONTENTS, partLine, SETS } from '../course/lines.ts';
import { escapeMarkdown } from '../markdown/escape.ts';
import { setsInOrder } from '../practice/sets.ts';
import { topicLine } from '../practice/topics.ts';
import { listed } from './facts.ts';
import { pageOf } from './pages.ts';
import { text } from './text.ts';

/** Sets below the contents that have a button: the others are a press away. */
const FEW = 5;

const rowsOf = (sets: readonly QuestionSet[], locale: Locale): string[] =>
  sets.map(({ title, items }) => listed(escapeMarkdown(title[locale]), [text(locale).questions(items.length)]));

/** Each begins its set. */
const buttonsOf = (sets: readonly QuestionSet[], locale: Locale): Button[] =>
  sets.map((set) => button(`🧩 ${set.title[locale]}`, topicLine({ kind: 'set', set })));

/** The sets of the course below its contents, and the way to all of them. */
export function setBlocks(course: Course, locale: Locale): Block[] {
  const words = text(locale);
  const sets = setsInOrder(course);
  if (sets.length === 0) return [];
  const all = sets.length > FEW ? [button(words.allSets(sets.length), partLine(SETS))] : [];
  return [
    markdown([`**${words.sets}**`, '', ...rowsOf(sets, locale)].join('\n')),
    buttons(...buttonsOf(sets.slice(0, FEW), locale)),
    ...(all.length > 0 ? [buttons(...all)] : []),
  ];
}

/** All sets, page by page, each with a button. */
export function renderSets(course: Course, page: number, locale: Locale): Reply {
  const words = text(locale);
  const { shown, more } = pageOf(setsInOrder(course), page, (next) => partLine(SETS, next), locale);
  return {
    visibility: 'caller',
    accent: 'info',
    replaces: true,
    blocks: [
      heading(words.sets),
      markdown(rowsOf(shown, locale).join('\n')),
      buttons(...buttonsOf(shown, locale)),
      buttons(...more, button(words.backTo(words.title), CONTENTS)),
    ],
  };
}
