import type { Reply } from '../../core/reply/blocks.ts';
import { button, buttons, markdown } from '../../core/reply/builders.ts';
import { LIMITS } from '../../core/reply/limits.ts';
import type { View } from './blocks.ts';

export const CHOOSE = { ko: '먼저 맞는 것을 골라 주세요.', en: 'Choose what is right first.' };
export const WRITE = { ko: '먼저 답을 써 주세요.', en: 'Type your answer first.' };
export const SHARED = { ko: '이미 채널에 공유했어요.', en: 'You have shared this already.' };
export const TOO_LATE = {
  ko: '입력 창을 여는 데 너무 오래 걸렸어요. 한 번 더 눌러 주세요.',
  en: 'It took too long to open the box. Please press once more.',
};

export const UNSHARED = {
  ko: '여기에는 공유하지 못했어요. 같은 것을 다시 찾아 보고 공유해 주세요.',
  en: 'It could not be shared here. Look it up again, and share that.',
};

/** Before a file in the direct messages, which is asked for elsewhere. */
export const ASKED_FOR = { ko: '부탁한 파일이에요.', en: 'Here is the file that you asked for.' };
export const NO_FILE = {
  ko: '파일을 보내지 못했어요. 잠시 뒤 다시 해 주세요.',
  en: 'The file could not be sent. Please try again in a moment.',
};

/** Said where nobody knows whether an answer arrived: it is not sent twice. */
export function unsure(line: string, shared: boolean, { locale }: View): Reply {
  const ko = locale === 'ko';
  const text = shared
    ? ko
      ? '연결이 잠깐 끊겨서 채널에 공유됐는지 모르겠어요. 채널에 안 보이면 다시 눌러 주세요.'
      : 'The connection broke for a moment, so I cannot tell whether it was shared. If the channel does not show it, press again.'
    : ko
      ? '답을 보내는 동안 연결이 잠깐 끊겼어요. 답이 안 보이면 다시 불러 주세요.'
      : 'The connection broke while I was answering. If you see no answer, ask for it again.';
  return {
    visibility: 'caller',
    accent: 'warning',
    blocks: [
      markdown(text),
      ...(line.length <= LIMITS.line ? [buttons(button(ko ? '다시 보기' : 'Once more', line))] : []),
    ],
  };
}
