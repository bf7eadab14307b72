import type { Class } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import type { Locale } from '../core/locale.ts';
import type { Block, Button, Reply, Table } from '../core/reply/blocks.ts';
import { button, buttons, footer, heading, markdown } from '../core/reply/builders.ts';
import { LIMITS } from '../core/reply/limits.ts';
import { percentInWords } from '../core/reply/percent.ts';
import type { Context } from '../course/context.ts';
import { readMembers } from './members.ts';
import { readProgress, type StudentProgress } from './progress.ts';
import { renderStudentNamed } from './student.ts';
import { dayInWords, studentsTable } from './students-table.ts';
import { text } from './text.ts';

/** Students a page: what is seen at a glance. */
const PAGE = 8;

/** Pages that a table has at once: as many as its rows allow, so that the numbers of pages are the same everywhere. */
const SHEET = Math.floor(LIMITS.tableRows / PAGE);

/** Who comes first: by name, or by how much help they need. */
type Order = 'name' | 'need';

/** `need`, `by need` and `어려운 순`; `name`, `by name` and `이름순`. */
export function parseOrder(typed: string): Order | undefined {
  const word = typed
    .toLowerCase()
    .replace(/^by |순(?:으로)?$/g, '')
    .trim();
  if (word === 'need' || word === '어려운') return 'need';
  return word === 'name' || word === '이름' ? 'name' : undefined;
}

function describe({ known, shaky, answered, right, last, streak }: StudentProgress, locale: Locale): string {
  const words = text(locale);
  return [
    words.known(known),
    words.shaky(shaky),
    words.right(right, answered, percentInWords({ right, answered })),
    words.lastActive(dayInWords(last, locale)),
    ...(streak.current > 0 ? [words.streak(streak.current)] : []),
  ].join(' · ');
}

/** The share that is right, as if one more were right and one more wrong: a few answers say little of a student. */
const likelyShare = ({ answered, right }: StudentProgress): number => (right + 1) / (answered + 2);

/** `size`: pages of PAGE students that are turned at once. */
function pageButtons(page: number, pages: number, size: number, order: Order, locale: Locale): Button[] {
  const words = text(locale);
  const to = (other: number): string => `report students ${(other - 1) * size + 1}${order === 'need' ? ' need' : ''}`;
  const otherOrder =
    order === 'name' ? button(words.byNeed, 'report students 1 need') : button(words.byName, 'report students 1');
  return [
    ...(page > 1 ? [button(words.previous, to(page - 1))] : []),
    ...(page < pages ? [{ ...button(words.next, to(page + 1)), primary: true }] : []),
    ...(pages === 1 ? [] : [otherOrder]),
  ];
}

/** A page of students, and how far each is; where a name was typed, that student. */
export async function renderStudents(
  one: Class,
  {
    page: asked,
    order: typed,
    name,
  }: { page: number | undefined; order: string | undefined; name: string | undefined },
  caller: Caller,
  context: Context,
): Promise<Reply> {
  if (name !== undefined) return renderStudentNamed(one, name, caller, context);
  const { locale } = caller;
  const words = text(locale);
  const { listed, hidden } = await readMembers(one, context, locale);
  const pages = Math.max(1, Math.ceil(listed.length / PAGE));
  const page = Math.min(asked ?? 1, pages);
  const order = parseOrder(typed ?? '') ?? 'name';
  const sheets = Math.ceil(pages / SHEET);
  const sheet = Math.ceil(page / SHEET);
  const onSheet = <T>(all: readonly T[]): T[] => all.slice((sheet - 1) * SHEET * PAGE, sheet * SHEET * PAGE);
  const students =
    order === 'name'
      ? await readProgress(onSheet(listed), one, context)
      : onSheet((await readProgress(listed, one, context)).sort((a, b) => likelyShare(a) - likelyShare(b)));
  const before = (page - 1) * PAGE - (sheet - 1) * SHEET * PAGE;
  const fields = students.slice(before, before + PAGE).map((student) => ({
    name: student.name ?? words.nameless,
    value: describe(student, locale),
  }));
  /** `at` of `of`: pages, or sheets, of `size` pages each. */
  const around = <T>(shown: T, at: number, of: number, size: number) => {
    const foot = [
      ...(of === 1 ? [] : [words.pageOf(at, of)]),
      ...(hidden === 0 ? [] : [words.hiddenAreInTotals(hidden)]),
    ];
    return [
      heading(words.studentsTitle(listed.length)),
      shown,
      buttons(
        ...pageButtons(at, of, size, order, locale),
        button(words.asFile, 'report csv'),
        button(words.asNumbers, 'report csv numbers'),
      ),
      ...(foot.length === 0 ? [] : [footer(foot.join(' · '))]),
    ];
  };
  return {
    visibility: 'caller',
    accent: 'info',
    ...(asked === undefined ? {} : { replaces: true as const }),
    blocks: around<Block>(
      fields.length === 0 ? markdown(words.noStudents) : { type: 'fields', fields },
      page,
      pages,
      1,
    ),
    ...(students.length === 0
      ? {}
      : { tabled: around<Block | Table>(studentsTable(students, listed.length, locale), sheet, sheets, SHEET) }),
  };
}
