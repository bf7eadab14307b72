import { platformName, platformOf } from '../core/address.ts';
import { type Class, dayOf } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import { csv } from '../core/csv.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { percentOf } from '../core/reply/percent.ts';
import type { Context } from '../course/context.ts';
import { readMembers } from './members.ts';
import { readProgress, type StudentProgress } from './progress.ts';
import { text } from './text.ts';

/** Students' names as the class knows them, or numbers instead. */
type Naming = 'names' | 'numbers';

/** In an order that says nothing of names or ids (Fisher–Yates). */
function shuffle<T>(all: readonly T[], random: () => number): T[] {
  const items = [...all];
  for (let at = items.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    // Safe: both are places within it.
    [items[at], items[other]] = [items[other] as T, items[at] as T];
  }
  return items;
}

const figuresOf = ({ known, shaky, answered, right, last, streak }: StudentProgress): (string | number)[] => [
  known,
  shaky,
  answered,
  right,
  percentOf({ right, answered }) ?? '',
  last.toString(),
  streak.current,
];

/** All students and how far each is, as a file. */
export async function renderStudentsFile(
  one: Class,
  naming: Naming,
  { locale }: Caller,
  context: Context,
): Promise<Reply> {
  const words = text(locale);
  const { listed, hidden } = await readMembers(one, context, locale);
  const students = await readProgress(naming === 'numbers' ? shuffle(listed, context.random) : listed, one, context);
  const rows =
    naming === 'numbers'
      ? students.map((student, at) => [at + 1, ...figuresOf(student)])
      : students.map((student) => [
          student.name ?? words.nameless,
          platformName(student.person) ?? platformOf(student.person),
          ...figuresOf(student),
        ]);
  const header = [...(naming === 'numbers' ? words.numberColumns : words.nameColumns), ...words.columns];
  return {
    visibility: 'caller',
    accent: 'success',
    blocks: [
      { type: 'heading', text: words.fileTitle(students.length) },
      { type: 'text', markdown: naming === 'numbers' ? words.fileHasNumbers : words.fileHasNames },
      {
        type: 'file',
        name: `dosirak-report-${naming}-${dayOf(one.timetable, context.now())}.csv`,
        text: csv([header, ...rows]),
      },
      ...(hidden === 0 ? [] : [{ type: 'footer', text: words.hiddenAreInTotals(hidden) } as const]),
    ],
  };
}
