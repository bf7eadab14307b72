import { localized } from '../../core/locale.ts';

/** What a student reads after pressing a button of a posted card. */
interface PressedText {
  knew: string;
  again: string;
  gone: string;
}

const ko: PressedText = {
  knew: '좋아요! 잊을 때쯤 `/review`에서 다시 물어볼게요.',
  again: '괜찮아요. 내일 `/review`에서 다시 만나요. 지금 바로 살펴봐도 좋아요.',
  gone: '이 카드는 이제 없어요. 오늘의 카드는 `/card`로 볼 수 있어요.',
};

const en: PressedText = {
  knew: 'Good! I shall ask again in `/review` before you forget.',
  again: 'No worries. It comes back tomorrow in `/review`; or have a look right now.',
  gone: "This card is gone. See today's with `/card`.",
};

export const text = localized({ ko, en });
