import type { Class } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import type { Locale } from '../core/locale.ts';
import type { Button, Reply } from '../core/reply/blocks.ts';
import { button } from '../core/reply/builders.ts';
import { percentInWords } from '../core/reply/percent.ts';
import type { Context } from '../course/context.ts';
import { readMembers } from './members.ts';
import { readProgress, type StudentProgress } from './progress.ts';
import { renderStudentNamed } from './student.ts';
import { text } from './text.ts';

/** Students a page: what is seen at a glance. */
const PAGE = 8;

const TAG = { ko: 'ko-KR', en: 'en-GB' } as const;

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
    words.lastActive(last.toLocaleString(TAG[locale], { month: 'short', day: 'numeric' })),
    ...(streak.current > 0 ? [words.streak(streak.current)] : []),
  ].join(' · ');
}

/** The share that is right, as if one more were right and one more wrong: a few answers say little of a student. */
const likelyShare = ({ answered, right }: StudentProgress): number => (right + 1) / (answered + 2);

function pageButtons(page: number, pages: number, order: Order, locale: Locale): Button[] {
  const words = text(locale);
  const to = (other: number): string => `report students ${other}${order === 'need' ? ' need' : ''}`;
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
  const onPage = <T>(all: readonly T[]): T[] => all.slice((page - 1) * PAGE, page * PAGE);
  const shown =
    order === 'name'
      ? await readProgress(onPage(listed), one, context)
      : onPage((await readProgress(listed, one, context)).sort((a, b) => likelyShare(a) - likelyShare(b)));
  const fields = shown.map((student) => ({
    name: student.name ?? words.nameless,
    value: describe(student, locale),
  }));
  const foot = [
    ...(pages === 1 ? [] : [words.pageOf(page, pages)]),
    ...(hidden === 0 ? [] : [words.hiddenAreInTotals(hidden)]),
  ];
  return {
    visibility: 'caller',
    accent: 'info',
    ...(asked === undefined ? {} : { replaces: true as const }),
    blocks: [
      { type: 'heading', text: words.studentsTitle(listed.length) },
      fields.length === 0 ? { type: 'text', markdown: words.noStudents } : { type: 'fields', fields },
      {
        type: 'buttons',
        buttons: [
          ...pageButtons(page, pages, order, locale),
          button(words.asFile, 'report csv'),
          button(words.asNumbers, 'report csv numbers'),
        ],
      },
      ...(foot.length === 0 ? [] : [{ type: 'footer', text: foot.join(' · ') } as const]),
    ],
  };
}
