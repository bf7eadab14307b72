import type { Class } from '../core/class.ts';
import type { Caller } from '../core/command.ts';
import { shareOf } from '../core/heat.ts';
import type { Locale } from '../core/locale.ts';
import { button, type Reply } from '../core/reply.ts';
import type { World } from '../world.ts';
import { membersOf } from './members.ts';
import { type Row, rowOf } from './student.ts';

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
        `맞힌 문제 ${right}/${answered}(${shareOf({ right, answered })})`,
        `마지막 ${day}`,
        ...(streak.current > 0 ? [`🔥 ${streak.current}일`] : []),
      ].join(' · ')
    : [
        `${known} known well`,
        `${shaky} shaky`,
        `${right}/${answered} right (${shareOf({ right, answered })})`,
        `last on ${day}`,
        ...(streak.current > 0 ? [`🔥 ${streak.current} day${streak.current === 1 ? '' : 's'}`] : []),
      ].join(' · ');
}

export const hiddenInWords = (hidden: number, locale: Locale): string =>
  locale === 'ko'
    ? `이름을 숨긴 학생 ${hidden}명은 수업 전체의 수에만 들어 있어요`
    : `${hidden} who keep${hidden === 1 ? 's' : ''} out of reports: counted in the totals only`;

const nobody = (locale: Locale): string =>
  locale === 'ko'
    ? '아직 보여 줄 학생이 없어요. 수업 채널에서 카드의 버튼을 누르거나 문제를 풀면 여기에 나와요.'
    : 'No students to show yet. They come here once they press a card’s buttons or answer in the channel.';

/** A page of students by name, and how far each is. */
export async function students(
  one: Class,
  asked: number | undefined,
  { locale }: Caller,
  world: World,
): Promise<Reply> {
  const ko = locale === 'ko';
  const { listed, hidden } = await membersOf(one, world, locale);
  const of = Math.max(1, Math.ceil(listed.length / PAGE));
  const page = Math.min(asked ?? 1, of);
  const rows: Row[] = [];
  for (const student of listed.slice((page - 1) * PAGE, page * PAGE)) rows.push(await rowOf(student, one, world));
  const fields = rows.map((row) => ({ name: row.name ?? namelessIn(locale), value: inWords(row, locale) }));
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
          ...(page > 1 ? [button(ko ? '이전' : 'Previous', `report students ${page - 1}`)] : []),
          ...(page < of ? [{ ...button(ko ? '다음' : 'Next', `report students ${page + 1}`), primary: true }] : []),
          button(ko ? '파일로 받기' : 'As a file', 'report csv'),
          button(ko ? '이름 대신 번호로 받기' : 'As a file, with numbers', 'report csv numbers'),
        ],
      },
      {
        type: 'footer',
        text: [`${page}/${of}`, ...(hidden === 0 ? [] : [hiddenInWords(hidden, locale)])].join(' · '),
      },
    ],
  };
}
