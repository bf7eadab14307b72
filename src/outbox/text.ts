import { localized } from '../core/locale.ts';

interface OutboxText {
  /** A notice's small print, by which its message is found again. */
  notice(id: string): string;
}

const ko: OutboxText = {
  notice: (id) => `알림 ${id}`,
};

const en: OutboxText = {
  notice: (id) => `Notice ${id}`,
};

export const text = localized({ ko, en });
