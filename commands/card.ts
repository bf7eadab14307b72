import { command } from '../src/core/command/command.ts';
import { UserError } from '../src/core/errors.ts';
import { button } from '../src/core/reply/builders.ts';
import type { Context } from '../src/course/context.ts';
import { completeTitles, findTopics } from '../src/course/find.ts';
import { cardOf, quizButton, termButtons } from '../src/course/term-blocks.ts';
import { todayOf } from '../src/daily/card.ts';

export default (context: Context) =>
  command({
    name: 'card',
    summary: { ko: '오늘의 개념 카드를 보여 줘요', en: "Shows today's concept card" },
    usedBy: 'everyone',
    spoken: ['카드', '오늘의 카드', '오늘의 개념'],
    examples: [
      { ko: 'card', en: 'card' },
      { ko: 'card 파드', en: 'card pod' },
    ],
    options: {
      term: {
        type: 'text',
        korean: '개념',
        summary: { ko: '보고 싶은 개념', en: 'concept' },
        complete: completeTitles(context, 'term'),
      },
    },
    run({ term: words }, { locale, space }) {
      const ko = locale === 'ko';
      const course = context.course();
      const found = words === undefined ? undefined : findTopics(words, course);
      const named = found?.ids.map((id) => course.terms.get(id)).find(Boolean);
      if (found && !(named && found.answered))
        throw new UserError({
          ko: '그 이름의 카드는 없어요. `/k8s`로 먼저 찾아보세요. 예: `/k8s 파드`',
          en: 'There is no such card. Look it up first, for example `/k8s pod`.',
        });
      const today = todayOf(context.now(), space, course.content, locale);
      const term = named ?? today.term;
      if (!term)
        throw new UserError({ ko: '아직 카드로 보여 줄 개념이 없어요.', en: 'There are no concepts to show yet.' });
      const foot = named ? (ko ? '개념 카드' : 'Concept card') : today.foot;
      return {
        visibility: 'caller',
        accent: 'info',
        share: `card ${term.id}`,
        blocks: [
          cardOf(term, foot, locale),
          {
            type: 'buttons',
            buttons: [
              ...quizButton(term, locale),
              button(ko ? '자세히' : 'More', `k8s ${term.id}`),
              ...termButtons(
                term.related.slice(0, 2).flatMap((id) => course.terms.get(id) ?? []),
                locale,
              ),
            ],
          },
        ],
      };
    },
  });
