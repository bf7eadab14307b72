import { type Class, dayOf } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import type { Locale } from '../core/locale.ts';
import type { Block, Reply } from '../core/reply/blocks.ts';
import { heading, markdown, notice } from '../core/reply/builders.ts';
import type { AskedInVain } from '../core/reports.ts';
import type { Context } from '../course/context.ts';
import { literalLine } from '../markdown/escape.ts';
import { datesInWords } from '../schedule/words.ts';
import { stubStyleOf, termStub } from './term-stub.ts';
import { text } from './text.ts';

/** Questions that are shown. */
const SHOWN = 5;

/** What several people of a class asked without finding an answer, the most asked first. */
export const readInVain = (
  { id }: Class,
  { reports, now }: Pick<Context, 'reports' | 'now'>,
): Promise<readonly AskedInVain[]> => reports.askedInVain(id, now().epochMilliseconds, SHOWN);

/** A line a question: how many asked it, and when last. No block where there is none. */
export function renderInVain(asked: readonly AskedInVain[], { timetable }: Class, locale: Locale): Block[] {
  if (asked.length === 0) return [];
  const words = text(locale);
  const lines = asked.map(({ question, people, at }) => {
    const day = dayOf(timetable, Temporal.Instant.fromEpochMilliseconds(at)).toString();
    const last = words.askedLast(datesInWords({ from: day, to: day }, locale));
    return `- ${literalLine(question)} · ${words.askers(people)} · ${last}`;
  });
  return [markdown([`**${words.inVain}**`, '', ...lines].join('\n'))];
}

/** The file of a new term that those questions ask for, with what its author has to write left open. */
export async function renderTermStub(one: Class, { locale }: Caller, context: Context): Promise<Reply> {
  const words = text(locale);
  const asked = await readInVain(one, context);
  if (asked.length === 0) return notice(words.nothingInVain);
  const style = stubStyleOf(context.course().content);
  const file = termStub(
    asked.map(({ question }) => question),
    words.stub,
    style,
  );
  return {
    visibility: 'caller',
    accent: 'success',
    blocks: [
      heading(words.stubTitle),
      markdown(words.stubHelp(style.example?.id)),
      { type: 'file', name: 'new-term.md', text: file },
    ],
  };
}
