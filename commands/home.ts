import { command } from '../src/core/command/command.ts';
import type { PracticeSummary } from '../src/core/learner-records.ts';
import type { Locale } from '../src/core/locale.ts';
import { type Block, button } from '../src/core/reply/reply.ts';
import type { Context } from '../src/course/context.ts';
import type { Course } from '../src/course/course.ts';
import { cardOf, quizButton, termButtons } from '../src/course/term-blocks.ts';
import { todayOf } from '../src/daily/card.ts';
import { topicButtons } from '../src/lookup/reply.ts';
import { loadStanding } from '../src/review/standing.ts';

const LOOKUPS = 5;
const AGAIN = 5;

function practised({ answered, right, again }: PracticeSummary, { terms }: Course, locale: Locale): Block[] {
  const ko = locale === 'ko';
  const missed = again.flatMap((id) => terms.get(id) ?? []);
  if (answered === 0)
    return [
      {
        type: 'text',
        markdown: ko
          ? '아직 푼 문제가 없어요. 아래 버튼으로 가볍게 시작해 보세요.'
          : 'No questions answered yet. Start with a few below.',
      },
    ];
  return [
    {
      type: 'text',
      markdown: ko
        ? `지금까지 ${answered}문제를 풀어 **${right}문제**를 맞혔어요.`
        : `You have answered ${answered} question${answered === 1 ? '' : 's'}, **${right}** of them right.`,
    },
    ...(missed.length > 0
      ? [
          { type: 'text', markdown: ko ? '다시 보면 좋은 개념이에요.' : 'Worth another look:' } as const,
          { type: 'buttons', buttons: termButtons(missed, locale) } as const,
        ]
      : []),
  ];
}

/** What a platform with a page for each person shows there. */
export default (context: Context) =>
  command({
    name: 'home',
    summary: { ko: '나의 첫 화면', en: 'The page of one person' },
    usedBy: 'buttons',
    examples: [],
    options: {},
    async run(_, caller) {
      const { id, space, locale } = caller;
      const ko = locale === 'ko';
      const [ids, practice, { due }] = await Promise.all([
        context.records.lookups(id, LOOKUPS),
        context.records.practice(id, AGAIN),
        loadStanding(caller, context),
      ]);
      const course = context.course();
      const { term, foot } = todayOf(context.now(), space, course.content, locale);
      const seen = topicButtons(ids, course, locale);
      return {
        visibility: 'caller',
        accent: 'info',
        blocks: [
          ...(term
            ? [
                cardOf(term, foot, locale),
                {
                  type: 'buttons',
                  buttons: [button(ko ? '자세히' : 'More', `k8s ${term.id}`), ...quizButton(term, locale)],
                } as const,
              ]
            : []),
          { type: 'heading', text: ko ? '최근에 찾아본 것' : 'Looked up last' },
          seen.length > 0
            ? { type: 'buttons', buttons: seen }
            : {
                type: 'text',
                markdown: ko
                  ? '아직 찾아본 것이 없어요. `/k8s 파드`처럼 물어보세요.'
                  : 'Nothing yet. Ask something, such as `/k8s pod`.',
              },
          { type: 'heading', text: ko ? '나의 연습' : 'My practice' },
          ...practised(practice, course, locale),
          {
            type: 'buttons',
            buttons: [
              ...(due.length > 0
                ? [{ ...button(ko ? `복습하기 (${due.length}개)` : `Review (${due.length})`, 'review'), primary: true }]
                : []),
              { ...button(ko ? '퀴즈 풀기' : 'Quiz me', 'quiz'), ...(due.length > 0 ? {} : { primary: true }) },
              button(ko ? '내 진도' : 'My progress', 'progress'),
              button(ko ? '할 수 있는 일' : 'What I can do', 'dosirak'),
            ],
          },
        ],
      };
    },
  });
