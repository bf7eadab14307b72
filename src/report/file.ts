import { platformName, platformOf } from '../core/address.ts';
import { type Class, dayOf } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { percentOf } from '../core/reply/percent.ts';
import type { Context } from '../course/context.ts';
import { csv } from './csv.ts';
import { membersOf } from './members.ts';
import { type Row, rowsOf } from './student.ts';
import { hiddenInWords, namelessIn } from './students.ts';

/** Names as the class knows them, or numbers instead. */
export type Naming = 'names' | 'numbers';

const COLUMNS = {
  ko: ['잘 아는 개념', '익히는 중인 개념', '푼 문제', '맞힌 문제', '정답률(%)', '마지막 활동', '연속 공부(일)'],
  en: ['known well', 'shaky', 'answered', 'right', 'right (%)', 'last active', 'streak (days)'],
} as const;
const WHO = {
  ko: { names: ['이름', '메신저'], numbers: ['번호'] },
  en: { names: ['name', 'messenger'], numbers: ['number'] },
} as const;

const messenger = (person: string): string => platformName(person) ?? platformOf(person);

/** In an order that nobody can tell from names or ids (Fisher–Yates). */
function shuffled<T>(all: readonly T[], random: () => number): T[] {
  const items = [...all];
  for (let at = items.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [items[at], items[other]] = [items[other] as T, items[at] as T];
  }
  return items;
}

const figures = ({ known, shaky, answered, right, last, streak }: Row): (string | number)[] => [
  known,
  shaky,
  answered,
  right,
  percentOf({ right, answered }) ?? '',
  last.toString(),
  streak.current,
];

/** All students and how far each is, as a file. */
export async function studentsFile(one: Class, naming: Naming, { locale }: Caller, context: Context): Promise<Reply> {
  const ko = locale === 'ko';
  const { listed, hidden } = await membersOf(one, context, locale);
  const rows = await rowsOf(naming === 'numbers' ? shuffled(listed, context.random) : listed, one, context);
  const who = ({ name, person }: Row, at: number): (string | number)[] =>
    naming === 'numbers' ? [at + 1] : [name ?? namelessIn(locale), messenger(person)];
  const lines = rows.map((row, at) => [...who(row, at), ...figures(row)]);
  const text = csv([[...WHO[locale][naming], ...COLUMNS[locale]], ...lines]);
  const title = ko
    ? `학생 ${rows.length}명의 진도예요`
    : `The progress of ${rows.length} student${rows.length === 1 ? '' : 's'}`;
  const told = {
    names: ko
      ? '학생의 이름이 들어 있으니, 다른 사람에게 줄 때는 `/report csv numbers`로 받은 파일을 써 주세요.'
      : 'It has students’ names in it: to pass it on, take the one of `/report csv numbers`.',
    numbers: ko
      ? '번호는 이 파일 안에서만 쓰여요. 받을 때마다 새로 섞어서, 누구인지는 번호로 알 수 없어요.'
      : 'Numbers hold within this file alone: they are drawn anew each time and say nothing of who it is.',
  }[naming];
  return {
    visibility: 'caller',
    accent: 'success',
    blocks: [
      { type: 'heading', text: title },
      { type: 'text', markdown: told },
      { type: 'file', name: `dosirak-report-${naming}-${dayOf(one.timetable, context.now())}.csv`, text },
      ...(hidden === 0 ? [] : [{ type: 'footer', text: hiddenInWords(hidden, locale) } as const]),
    ],
  };
}
