import { command } from '../src/core/command/command.ts';
import type { Locale } from '../src/core/locale.ts';
import { button } from '../src/core/reply/reply.ts';
import type { Context } from '../src/course/context.ts';
import { renderProgressChart } from '../src/review/progress-chart.ts';
import { streakInWords } from '../src/review/review-practice.ts';
import { loadStanding, type Standing } from '../src/review/standing.ts';

function encouragement({ due, memories }: Standing, locale: Locale): string {
  const ko = locale === 'ko';
  if (memories.size === 0)
    return ko
      ? '이제 막 시작이에요. 문제를 풀 때마다 여기가 조금씩 채워져요.'
      : 'You are just starting. Every question that you answer fills this page a little more.';
  if (due.length > 0)
    return ko
      ? `지금 복습하면 좋은 개념이 **${due.length}개** 있어요. 잊기 전에 잠깐 다시 떠올려 볼까요?`
      : `**${due.length}** concept${due.length === 1 ? ' is' : 's are'} worth reviewing now. Shall we do it before you forget?`;
  return ko
    ? '복습이 밀리지 않았어요. 지금처럼만 하면 돼요!'
    : 'Nothing is waiting to be reviewed. Keep going like this!';
}

export default (context: Context) =>
  command({
    name: 'progress',
    summary: { ko: '내가 어디까지 익혔는지 보여 줘요', en: 'Shows how far you are' },
    usedBy: 'everyone',
    spoken: ['진도', '내 진도', '나의 진도', '내 기록'],
    examples: [{ ko: 'progress', en: 'progress' }],
    options: {},
    async run(_, caller) {
      const { locale } = caller;
      const ko = locale === 'ko';
      const standing = await loadStanding(caller, context);
      const review = button(ko ? '복습하기' : 'Review', 'review');
      const quiz = button(ko ? '퀴즈 풀기' : 'Quiz me', 'quiz');
      const [main, other] = standing.due.length > 0 ? [review, quiz] : [quiz, review];
      return {
        visibility: 'caller',
        accent: 'info',
        blocks: [
          renderProgressChart(standing, context.course(), locale),
          { type: 'text', markdown: `${streakInWords(standing, locale)}. ${encouragement(standing, locale)}` },
          { type: 'buttons', buttons: [{ ...main, primary: true }, other] },
        ],
      };
    },
  });
