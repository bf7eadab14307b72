import type { Term } from '../content/model.ts';
import { platformName, platformOf } from '../core/address.ts';
import type { Locale } from '../core/locale.ts';
import { button, mentionOf, type Reply } from '../core/reply/reply.ts';
import { cardOf } from '../course/term-blocks.ts';
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
export function postedCard(
  term: Term,
  { id, day, readers }: { id: string; day: string; readers: number },
  locale: Locale,
): Reply {
  const ko = locale === 'ko';
  const press = (label: string, what: string) => button(label, `seen ${id} ${what}`);
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

/** What a class's people are told when a channel is lost, by the post `id` to one of them. */
export function lostNotice(
  lost: string,
  why: 'gone' | 'forbidden',
  { id, channel: person }: { id: string; channel: string },
  locale: Locale,
): Reply {
  const ko = locale === 'ko';
  // Only on its own platform has it a name.
  const isHere = platformOf(lost) === platformOf(person);
  const name = isHere ? undefined : platformName(lost);
  const where = name === undefined ? '' : `${name} `;
  const text =
    why === 'gone'
      ? ko
        ? `카드를 올리던 ${where}채널이 없어졌거나 보관되어서, 이 수업의 카드를 멈췄어요. 새 채널에서 \`/class setup\`을 입력하면 다시 시작해요.`
        : `The ${where}channel of the daily card is gone or archived, so this class is paused. Type \`/class setup\` in a new channel to go on.`
      : ko
        ? `카드를 올리던 ${where}채널에 글을 쓸 수 없어서, 이 수업의 카드를 멈췄어요. 도시락이 그 채널을 보고 글을 쓸 수 있게 해 준 다음, 채널에서 \`/class resume\`을 입력해 주세요.`
        : `I can no longer write in the ${where}channel of the daily card, so this class is paused. Let Dosirak see and write in it, then type \`/class resume\` there.`;
  return {
    visibility: 'channel',
    accent: 'warning',
    blocks: [
      { type: 'heading', text: ko ? '카드를 올리지 못했어요' : 'The card could not be posted' },
      { type: 'text', markdown: text },
      ...(isHere
        ? [{ type: 'mentions', name: ko ? '그 채널' : 'The channel', mentions: [mentionOf(lost, '#')] } as const]
        : []),
      { type: 'footer', text: ko ? `알림 ${id}` : `Notice ${id}` },
    ],
  };
}
