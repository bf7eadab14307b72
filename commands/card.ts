import { command } from '../src/core/command/command.ts';
import type { Context } from '../src/course/context.ts';
import { completeTitles } from '../src/course/find.ts';
import { samplesOf } from '../src/course/samples.ts';
import { showCard } from '../src/daily/card.ts';

export default (context: Context) =>
  command({
    name: 'card',
    summary: { ko: '오늘의 개념 카드를 보여 줘요', en: "Shows today's concept card" },
    usedBy: 'everyone',
    spoken: ['카드', '오늘의 카드', '오늘의 개념'],
    get examples() {
      const { concept } = samplesOf(context.course());
      return [
        { ko: 'card', en: 'card' },
        { ko: `card ${concept.ko}`, en: `card ${concept.en}` },
      ];
    },
    options: {
      term: {
        type: 'text',
        korean: '개념',
        summary: { ko: '보고 싶은 개념', en: 'concept' },
        complete: completeTitles(context, 'term'),
      },
    },
    run: ({ term }, caller) => showCard(term, caller, context),
  });
