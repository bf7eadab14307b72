import { command } from '../src/core/command/command.ts';
import type { Locale } from '../src/core/locale.ts';
import { type Block, type Button, button, type Reply } from '../src/core/reply/reply.ts';
import type { Context } from '../src/course/context.ts';
import { beingAsked, openQuestions } from '../src/live/open-questions.ts';
import { drawQuestions, skipQuestions } from '../src/practice/practice.ts';
import { poolsOf, topicOfKey } from '../src/practice/topics.ts';
import { renderQuestion } from '../src/practice/views.ts';
import { createReview, nextReviewInWords, streakInWords } from '../src/review/review-practice.ts';
import { loadStanding, type Standing } from '../src/review/standing.ts';

function instead(
  accent: Reply['accent'],
  blocks: readonly Block[],
  locale: Locale,
  more: readonly Button[] = [],
): Reply {
  const ko = locale === 'ko';
  const buttons = [
    { ...button(ko ? '퀴즈 풀기' : 'Quiz me', 'quiz'), primary: true },
    button(ko ? '오늘의 개념' : "Today's concept", 'card'),
    ...more,
  ];
  return { visibility: 'caller', accent, blocks: [...blocks, { type: 'buttons', buttons }] };
}

const nothingKnown = (locale: Locale): Reply =>
  instead(
    'info',
    [
      { type: 'heading', text: locale === 'ko' ? '아직 복습할 개념이 없어요' : 'Nothing to review yet' },
      {
        type: 'text',
        markdown:
          locale === 'ko'
            ? '문제를 풀거나 카드에서 **알아요**, **다시 볼래요**를 누르면 그 개념을 기억해 뒀다가, 잊어버릴 때쯤 다시 물어볼게요. 먼저 몇 문제만 가볍게 풀어 볼까요?'
            : 'Answer questions, or press **I know it** or **Show me again** on a card: I keep those concepts in mind and ask you again just before you would forget them. Shall we begin with a few questions?',
      },
    ],
    locale,
  );

function nothingDue(standing: Standing, next: string, locale: Locale): Reply {
  const ko = locale === 'ko';
  return instead(
    'success',
    [
      { type: 'heading', text: ko ? '지금 복습할 건 다 했어요 👏' : 'All reviewed for now 👏' },
      {
        type: 'text',
        markdown: ko
          ? '배운 건 조금 지나서 다시 떠올릴 때 가장 오래 남아요. 그때까지 새로운 문제를 풀어 봐도 좋아요.'
          : 'What you have learned lasts longest when you recall it a little later. Until then, try something new.',
      },
      { type: 'fields', fields: [{ name: ko ? '다음 복습' : 'Next review', value: next }] },
      { type: 'footer', text: streakInWords(standing, locale) },
    ],
    locale,
    [button(ko ? '내 진도' : 'My progress', 'progress')],
  );
}

export default (context: Context) =>
  command({
    name: 'review',
    summary: { ko: '잊을 때쯤 된 개념을 다시 풀어 봐요', en: 'Asks again what you are about to forget' },
    usedBy: 'everyone',
    spoken: ['복습', '복습하기', '복습할래', '복습하자'],
    examples: [{ ko: 'review', en: 'review' }],
    options: {},
    async run(_, caller) {
      const { locale } = caller;
      const ko = locale === 'ko';
      const standing = await loadStanding(caller, context);
      const all = standing.due.length;
      const practice = createReview(standing, caller.id, context);
      const course = context.course();
      const topic = topicOfKey(practice.topic, course);
      const questions = topic ? drawQuestions(practice, poolsOf(topic, course.terms)) : [];
      if (questions.length === 0) {
        const next = nextReviewInWords(standing, locale);
        return next === undefined ? nothingKnown(locale) : nothingDue(standing, next, locale);
      }
      const begun = skipQuestions(practice, questions, await openQuestions(context));
      const first = questions[begun.marks.length];
      if (!first) throw beingAsked();
      const asked = renderQuestion(begun, first, practice.count, locale);
      const count = ko
        ? all > practice.count
          ? `복습할 개념 ${all}개 가운데 ${practice.count}개`
          : `복습할 개념 ${all}개`
        : all > practice.count
          ? `${practice.count} of ${all} concepts to review`
          : `${all} concept${all === 1 ? '' : 's'} to review`;
      const foot = `${count} · ${streakInWords(standing, locale)}`;
      return { ...asked, blocks: [...asked.blocks, { type: 'footer', text: foot }] };
    },
  });
