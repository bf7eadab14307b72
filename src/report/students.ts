import type { Class } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import type { Locale } from '../core/locale.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { button } from '../core/reply/builders.ts';
import { percentInWords } from '../core/reply/percent.ts';
import type { Context } from '../course/context.ts';
import { membersOf } from './members.ts';
import { type Row, rowsOf } from './student.ts';

/** Students a page: what is seen at a glance. */
const PAGE = 8;

const TAG = { ko: 'ko-KR', en: 'en-GB' } as const;

export const namelessIn = (locale: Locale): string => (locale === 'ko' ? '(이름 모름)' : '(no name)');

function inWords({ known, shaky, answered, right, last, streak }: Row, locale: Locale): string {
  const day = last.toLocaleString(TAG[locale], { month: 'short', day: 'numeric' });
  return locale === 'ko'
    ? [
        `잘 아는 개념 ${known}`,
        `익히는 중 ${shaky}`,
        `맞힌 문제 ${right}/${answered}(${percentInWords({ right, answered })})`,
        `마지막 ${day}`,
        ...(streak.current > 0 ? [`연속 ${streak.current}일`] : []),
      ].join(' · ')
    : [
        `${known} known well`,
        `${shaky} shaky`,
        `${right}/${answered} right (${percentInWords({ right, answered })})`,
        `last on ${day}`,
        ...(streak.current > 0 ? [`${streak.current}-day streak`] : []),
      ].join(' · ');
}

export const hiddenInWords = (hidden: number, locale: Locale): string =>
  locale === 'ko'
    ? `보고서에서 이름을 뺀 학생 ${hidden}명은 수업 전체의 수에만 들어 있어요`
    : `${hidden} who keep${hidden === 1 ? 's' : ''} out of reports: counted in the totals only`;

const nobody = (locale: Locale): string =>
  locale === 'ko'
    ? '아직 보여 줄 학생이 없어요. 수업 채널에서 카드의 버튼을 누르거나 문제를 풀면 여기에 나와요.'
    : 'No students to show yet. They come here once they press a card’s buttons or answer in the channel.';

/** Who comes first: by name, or by how much help they need. */
type Order = 'name' | 'need';

/** `need`, `by need` and `어려운 순`; `name`, `by name` and `이름순`. */
export function orderOf(text: string): Order | undefined {
  const word = text
    .toLowerCase()
    .replace(/^by |순(?:으로)?$/g, '')
    .trim();
  if (word === 'need' || word === '어려운') return 'need';
  return word === 'name' || word === '이름' ? 'name' : undefined;
}

/** The share that is right, as if one more were right and one more wrong: a few answers say little of somebody. */
const standing = ({ answered, right }: Row): number => (right + 1) / (answered + 2);

/** A page of students, and how far each is. */
export async function students(
  one: Class,
  { page: asked, order }: { page: number | undefined; order: string | undefined },
  { locale }: Caller,
  context: Context,
): Promise<Reply> {
  const ko = locale === 'ko';
  const { listed, hidden } = await membersOf(one, context, locale);
  const of = Math.max(1, Math.ceil(listed.length / PAGE));
  const page = Math.min(asked ?? 1, of);
  const by = orderOf(order ?? '') ?? 'name';
  const within = <T>(all: readonly T[]): T[] => all.slice((page - 1) * PAGE, page * PAGE);
  const rows =
    by === 'name'
      ? await rowsOf(within(listed), one, context)
      : within((await rowsOf(listed, one, context)).sort((a, b) => standing(a) - standing(b)));
  const to = (other: number): string => `report students ${other}${by === 'need' ? ' need' : ''}`;
  const fields = rows.map((row) => ({ name: row.name ?? namelessIn(locale), value: inWords(row, locale) }));
  const foot = [
    ...(of === 1 ? [] : [ko ? `${page}/${of}쪽` : `Page ${page} of ${of}`]),
    ...(hidden === 0 ? [] : [hiddenInWords(hidden, locale)]),
  ];
  return {
    visibility: 'caller',
    accent: 'info',
    ...(asked === undefined ? {} : { replaces: true as const }),
    blocks: [
      { type: 'heading', text: ko ? `학생별 진도(${listed.length}명)` : `Students (${listed.length})` },
      fields.length === 0 ? { type: 'text', markdown: nobody(locale) } : { type: 'fields', fields },
      {
        type: 'buttons',
        buttons: [
          ...(page > 1 ? [button(ko ? '이전' : 'Previous', to(page - 1))] : []),
          ...(page < of ? [{ ...button(ko ? '다음' : 'Next', to(page + 1)), primary: true }] : []),
          ...(of === 1
            ? []
            : by === 'name'
              ? [button(ko ? '어려운 순으로' : 'By need', 'report students 1 need')]
              : [button(ko ? '이름순으로' : 'By name', 'report students 1')]),
          button(ko ? '파일로 받기' : 'As a file', 'report csv'),
          button(ko ? '이름 대신 번호로 받기' : 'As a file, with numbers', 'report csv numbers'),
        ],
      },
      ...(foot.length === 0 ? [] : [{ type: 'footer', text: foot.join(' · ') } as const]),
    ],
  };
}
