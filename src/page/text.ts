import { localized } from '../core/locale.ts';

/** What people read who want to use the page as themselves. */
interface PageText {
  link(url: string): string;
  /** The link is for one person. */
  keepIt: string;
  noPage: string;
  /** In the chat of the page itself. */
  here: string;
}

const ko: PageText = {
  link: (url) => `[브라우저에서 내 화면 열기](${url})`,
  keepIt:
    '나만 쓰는 링크이니 다른 사람에게 보내지 마세요. 10분 동안 한 번만 쓸 수 있어요. 진도와 복습, 숙제가 그대로 이어져요.',
  noPage: '이 봇에는 브라우저 화면이 없어요. 운영하는 분이 `PUBLIC_URL`을 정하면 쓸 수 있어요.',
  here: '이미 브라우저에서 쓰고 있어요.',
};

const en: PageText = {
  link: (url) => `[Open my page in a browser](${url})`,
  keepIt:
    'The link is yours alone: do not pass it on. It works once, within ten minutes. Your progress, reviews and homework are there as well.',
  noPage: 'This bot has no page in browsers. It has one once its operator sets `PUBLIC_URL`.',
  here: 'You are in a browser already.',
};

export const text = localized({ ko, en });
