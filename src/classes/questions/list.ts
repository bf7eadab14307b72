import type { Class } from '../../core/class.ts';
import type { ClassQuestion } from '../../core/class-questions.ts';
import type { Caller } from '../../core/command/command.ts';
import type { Block, Button, Reply } from '../../core/reply/blocks.ts';
import { button, buttons, footer, heading, markdown } from '../../core/reply/builders.ts';
import { paged } from '../../core/reply/paged.ts';
import type { Context } from '../../course/context.ts';
import { knownIn } from '../../course/hidden-questions.ts';
import { questionFormLine } from '../../course/lines.ts';
import { decodeQuestion } from '../../course/own-questions.ts';
import { truncate } from '../../language/truncate.ts';
import { escapeBesideCode } from '../../markdown/escape.ts';
import type { QuestionText } from '../../questions/types.ts';
import { classToTeach } from '../find.ts';
import { exportFile } from './export.ts';
import { ownLine } from './lines.ts';
import { copyQuestions, findPast } from './past.ts';
import { text } from './text.ts';

/** Questions a page, each with its button: five make a row on Discord. */
const PAGE = 5;
/** Code points of what a question asks, where it is only to be recognized. */
const BRIEF = 90;

/** A question that is listed, as its author wrote it. */
interface Listed {
  stored: ClassQuestion;
  written: QuestionText;
}

/** The questions that a class has written and not deleted, the newest first. */
async function readListed(one: Class, { classQuestions }: Context): Promise<Listed[]> {
  const { questions } = await classQuestions.of(one.id);
  return questions
    .filter(({ deleted }) => deleted === undefined)
    .flatMap((stored) => {
      const written = decodeQuestion(stored);
      return 'unreadable' in written ? [] : [{ stored, written }];
    })
    .toReversed();
}

/** A page of a class's own questions; `notice` stands above them. */
async function renderList(
  one: Class,
  asked: number,
  caller: Caller,
  context: Context,
  notice?: string,
): Promise<Reply> {
  const { locale } = caller;
  const words = text(locale);
  const [all, hidden, unfinished, past] = await Promise.all([
    readListed(one, context),
    context.reports.hiddenQuestions(one.id),
    context.classQuestions.unfinished(one.id, caller.id),
    findPast(one, caller, context),
  ]);
  const { terms, own } = (await knownIn(one, context)).course();
  const { shown: here, page, pages, from } = paged(all, asked, PAGE);
  const marksOf = ({ id, term }: ClassQuestion): string[] => [
    ...(terms.has(term) ? (own.has(id) ? [] : [words.twinMark]) : [words.conceptGone]),
    ...(hidden.includes(id) ? [words.hiddenMark] : []),
  ];
  const rows = here.map(({ stored, written }, i) => {
    const ask = escapeBesideCode(truncate(written.ask.ko.replace(/\s+/g, ' '), BRIEF));
    const about = [terms.get(stored.term)?.title[locale], ...marksOf(stored)].filter(Boolean).join(' · ');
    return `**${from + i + 1}.** ${ask}  \n${escapeBesideCode(about)}`;
  });
  const to = (label: string, other: number): Button => button(label, `class questions ${other}`);
  const ways: Button[] = [
    ...(page > 1 ? [to(words.previous, page - 1)] : []),
    ...(page < pages ? [to(words.next, page + 1)] : []),
    button(words.writeNew, questionFormLine.write({ what: 'new' }), 'primary'),
    ...(unfinished === undefined ? [] : [button(words.goOn, questionFormLine.write({ what: 'left' }))]),
    ...(all.length === 0 ? [] : [button(words.export, 'class questions export')]),
    ...(past.length === 0 ? [] : [button(words.take(past.length), 'class questions take')]),
  ];
  const lists: Block[] = rows.length === 0 ? [markdown(words.noneYet)] : [markdown(rows.join('\n\n'))];
  const looks = here.map(({ stored }, i) =>
    button(words.look(from + i + 1), ownLine.write({ move: 'show', question: stored.id })),
  );
  return {
    visibility: 'caller',
    accent: 'info',
    replaces: true,
    blocks: [
      heading(words.ownQuestions(all.length)),
      ...(notice === undefined ? [] : [markdown(notice)]),
      ...lists,
      ...(looks.length === 0 ? [] : [buttons(...looks)]),
      buttons(...ways),
      footer([words.onlyThisClass, ...(pages === 1 ? [] : [words.pageOf(page, pages)])].join(' · ')),
    ],
  };
}

/** The Markdown file of a class's own questions. */
async function renderExport(one: Class, { locale }: Caller, context: Context): Promise<Reply> {
  const words = text(locale);
  const all = (await readListed(one, context)).toReversed();
  if (all.length === 0) return { visibility: 'caller', accent: 'info', blocks: [markdown(words.noneYet)] };
  return {
    visibility: 'caller',
    accent: 'success',
    blocks: [
      heading(words.exported(all.length)),
      markdown(words.whereToPut),
      { type: 'file', name: 'class-questions.md', text: exportFile(all) },
    ],
  };
}

/**
 * The questions that the instructor's class has written itself, page by page; as a file (`export`); or, taken over from
 * the class that was closed here before (`take`). @throws UserError to students.
 */
export async function listQuestions(
  { page = 1, how }: { page?: number | undefined; how?: 'export' | 'take' | undefined },
  caller: Caller,
  context: Context,
): Promise<Reply> {
  const one = await classToTeach(caller, context);
  switch (how) {
    case undefined:
      return renderList(one, page, caller, context);
    case 'export':
      return renderExport(one, caller, context);
    case 'take': {
      const taken = await copyQuestions(one, await findPast(one, caller, context), caller, context);
      return renderList(one, 1, caller, context, text(caller.locale).taken(taken));
    }
    default:
      return how satisfies never;
  }
}
