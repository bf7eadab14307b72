import type { Content, Term } from '../content/model.ts';
import type { Class } from '../core/class.ts';
import type { Press } from '../core/learner-records.ts';
import type { Locale } from '../core/locale.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { button } from '../core/reply/builders.ts';
import { cardOf } from '../course/term-blocks.ts';
import type { PostHandler } from '../outbox/handler.ts';
import { pressLine } from '../outbox/lines.ts';
import { datesInWords } from '../schedule/words.ts';

const readersInWords = (readers: number, locale: Locale): string =>
  locale === 'ko' ? `👀 ${readers}명이 읽었어요` : `👀 Read by ${readers} ${readers === 1 ? 'person' : 'people'}`;

/** The small print of a class's card. */
export const footOf = (day: string, locale: Locale): string => {
  const date = datesInWords({ from: day, to: day }, locale);
  return locale === 'ko' ? `오늘의 카드 · ${date}` : `Card of the day · ${date}`;
};

/**
 * The card of a day in a class's channel. Its buttons (`seen <post> <press>`) carry the post's id, by which it is found
 * again; pressing one is answered to whoever presses, and counted.
 */
function postedCard(
  term: Term,
  { id, day, readers }: { id: string; day: string; readers: number },
  locale: Locale,
): Reply {
  const ko = locale === 'ko';
  const press = (label: string, what: Press) => button(label, pressLine.write({ post: id, press: what }));
  return {
    visibility: 'channel',
    accent: 'info',
    blocks: [
      cardOf(term, footOf(day, locale), locale),
      {
        type: 'text',
        markdown: ko
          ? `오늘은 **${term.title.ko}**. 아는 개념인가요? 누가 무엇을 눌렀는지는 다른 사람에게 보이지 않아요.`
          : `Today: **${term.title.en}**. Do you know it? Nobody sees who pressed what.`,
      },
      {
        type: 'buttons',
        buttons: [
          { ...press(ko ? '알아요' : 'I know it', 'knew'), primary: true },
          press(ko ? '다시 볼래요' : 'Show me again', 'again'),
          ...(term.questions.length > 0 ? [press(ko ? '퀴즈 풀기' : 'Quiz me', 'quiz')] : []),
          press(ko ? '자세히' : 'More', 'more'),
        ],
      },
      ...(readers > 0 ? [{ type: 'footer', text: readersInWords(readers, locale) } as const] : []),
    ],
  };
}

/** Milliseconds that a request may take, and that two clocks may differ: the next day has a card of its own. */
const ARRIVES = 12_000;

/** The daily card. */
export const cardHandler = ({ course }: { course: () => { content: Content } }): PostHandler => ({
  editEvery: 5000,
  margin: ARRIVES,
  async render(post, { locale }) {
    const term = course().content.terms.find(({ id }) => id === post.what);
    return term && postedCard(term, post, locale);
  },
  /** For a paused class, but not where an instructor has asked for a card since; where a channel is lost, only there. */
  waits({ channel, due, at }, { paused }: Class) {
    if (!paused) return false;
    return paused.why === 'asked' ? due < at : paused.channel === channel;
  },
});
