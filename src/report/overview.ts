import { type Class, dayOf } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import type { Locale } from '../core/locale.ts';
import type { Block, Reply } from '../core/reply/blocks.ts';
import { button } from '../core/reply/builders.ts';
import { HEAT, warmthOf, weakestFirst } from '../core/reply/heat.ts';
import { percentInWords } from '../core/reply/percent.ts';
import type { Context } from '../course/context.ts';
import { termButtons } from '../course/term-blocks.ts';
import { type Concept, conceptsOf, heatMap, WEEKS } from './heat.ts';
import { membersOf } from './members.ts';
import { daysOfClass, meanOf, mondayOf, TOLD, weeksInWords, weeksOf } from './weeks.ts';

/** Concepts that are told from either end. */
const ENDS = 5;
/** The last cards, whose readers are told. */
const CARDS = 10;

/** Concepts from both ends; only what the map has in a colour of the strong is called so. */
function endsOf(concepts: readonly Concept[]): { weakest: Concept[]; strongest: Concept[] } {
  const sorted = weakestFirst(concepts);
  const isStrong = (one: Concept): boolean => (warmthOf(one) ?? 0) >= 2;
  return {
    weakest: sorted.filter((one) => !isStrong(one)).slice(0, ENDS),
    strongest: sorted.filter(isStrong).slice(-ENDS).reverse(),
  };
}

function endsBlocks({ weakest, strongest }: ReturnType<typeof endsOf>, locale: Locale): Block[] {
  const ko = locale === 'ko';
  const list = (concepts: readonly Concept[]): string =>
    concepts.map((one) => `${one.name} ${percentInWords(one)}(${one.right}/${one.answered})`).join(', ');
  const fields = [
    { name: ko ? '가장 어려워하는 개념' : 'Weakest', value: list(weakest) },
    { name: ko ? '가장 잘 아는 개념' : 'Strongest', value: list(strongest) },
  ].filter(({ value }) => value !== '');
  return fields.length === 0 ? [] : [{ type: 'fields', fields }];
}

const others = (hidden: number, ko: boolean): string =>
  ko
    ? ` · 보고서에서 이름을 뺀 학생 ${hidden}명도 수에는 들어 있어요`
    : ` · ${hidden} who keep${hidden === 1 ? 's' : ''} out of reports ${hidden === 1 ? 'is' : 'are'} counted`;

/** A class over time, and what it knows. */
export async function overview(one: Class, { locale }: Caller, context: Context): Promise<Reply> {
  const ko = locale === 'ko';
  const course = context.course();
  const today = dayOf(one.timetable, context.now());
  const first = mondayOf(today).subtract({ weeks: WEEKS - 1 });
  const [members, days, answered] = await Promise.all([
    membersOf(one, context, locale),
    daysOfClass(one, first, context),
    context.records.answered(one.id, first.toZonedDateTime('UTC').epochMilliseconds),
  ]);
  const people = (n: number): string => (ko ? `${n}명` : String(n));
  const readers = meanOf(days.cards.slice(-CARDS).map((card) => card.readers));
  const known = conceptsOf(answered, course, locale);
  const concepts = known.groups.flatMap(({ cells }) => cells);
  const ends = endsOf(concepts);
  const weeks = weeksInWords(weeksOf(days, today, TOLD), locale);
  const nothing = ko
    ? '아직 보여 줄 것이 없어요. 학생들이 카드의 버튼을 누르거나 수업 채널에서 `/quiz`를 풀면 여기가 채워져요.'
    : 'There is nothing to show yet. It fills once students press a card’s buttons or type `/quiz` in the channel.';
  const few = ko
    ? `개념마다 답이 ${HEAT.few}개는 모여야 얼마나 아는지 말할 수 있어요.`
    : `It takes ${HEAT.few} answers on a concept to say how well it is known.`;
  const weak = ends.weakest.flatMap(({ term }) => course.terms.get(term) ?? []).slice(0, 3);
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      { type: 'heading', text: ko ? '수업 보고서' : 'How the class is doing' },
      {
        type: 'fields',
        fields: [
          { name: ko ? '함께하는 학생' : 'Students', value: people(members.all) },
          {
            name: ko ? '최근 7일 / 30일에 공부한 학생' : 'Active in the last 7 / 30 days',
            value: `${people(members.within(7))} / ${people(members.within(30))}`,
          },
          ...(readers === undefined
            ? []
            : [
                {
                  name: ko ? '카드를 읽은 사람' : 'Readers a card',
                  value: ko ? `한 장에 평균 ${readers}명` : `${readers} on average`,
                },
              ]),
        ],
      },
      { type: 'text', markdown: weeks === '' ? nothing : weeks },
      ...(concepts.length > 0 ? [heatMap(known, locale)] : []),
      ...(weeks !== '' && weakestFirst(concepts).length === 0 ? [{ type: 'text', markdown: few } as const] : []),
      ...endsBlocks(ends, locale),
      {
        type: 'buttons',
        buttons: [
          { ...button(ko ? '학생별로 보기' : 'By students', 'report students'), primary: true },
          button(ko ? '파일로 받기' : 'As a file', 'report csv'),
          ...termButtons(weak, locale),
        ],
      },
      {
        type: 'footer',
        text:
          (ko ? '이 보고서는 선생님에게만 보여요' : 'Only you see this') +
          (members.hidden === 0 ? '' : others(members.hidden, ko)),
      },
    ],
  };
}
