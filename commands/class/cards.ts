import { chooseCards } from '../../src/classes/cards/choose.ts';
import { HOW as HOW_TO_CHOOSE } from '../../src/classes/cards/lines.ts';
import { postCard } from '../../src/classes/cards/post.ts';
import { previewCard } from '../../src/classes/cards/preview.ts';
import { action } from '../../src/core/command/command.ts';
import type { Context } from '../../src/course/context.ts';
import { completeTitles } from '../../src/course/find.ts';
import { readDates } from '../../src/schedule/parse-dates.ts';

const conceptOption = (context: Context) =>
  ({
    type: 'text',
    korean: '개념',
    summary: { ko: '카드로 올릴 개념', en: 'concept' },
    complete: completeTitles(context, 'term'),
  }) as const;

const dateOption = {
  type: 'word',
  korean: '날짜',
  summary: { ko: '카드가 올라갈 날', en: 'day of its card' },
  example: { ko: '12월 3일', en: '12/3' },
  read: readDates,
} as const;

/** The cards of a class: the one of today, the next one, and those to come. */
export const cardActions = (context: Context) => ({
  post: action({
    korean: '올리기',
    summary: { ko: '오늘의 카드를 지금 올려요', en: "Posts today's card now" },
    options: { concept: conceptOption(context) },
    run: (typed, caller) => postCard(typed, caller, context),
  }),
  preview: action({
    korean: '미리보기',
    summary: { ko: '다음 카드를 나만 미리 봐요', en: 'Shows you the next card beforehand' },
    options: { concept: conceptOption(context), date: dateOption },
    run: (typed, caller) => previewCard(typed, caller, context),
  }),
  cards: action({
    korean: '카드',
    summary: {
      ko: '앞으로 올라갈 카드를 보고 순서를 정해요',
      en: 'Shows the cards to come, to choose or take out',
    },
    options: {
      concept: conceptOption(context),
      date: dateOption,
      how: {
        type: 'choice',
        korean: '방법',
        summary: { ko: '다음 차례로, 빼기, 원래대로', en: 'make it next, take it out, take that back' },
        choices: HOW_TO_CHOOSE,
      },
    },
    run: (typed, caller) => chooseCards(typed, caller, context),
  }),
});
