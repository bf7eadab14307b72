import { localized } from '../../core/locale.ts';
import { plural } from '../../language/plural.ts';

/** All that people read in Discord alone; what is the same on every platform stands in core/reply/text.ts. */
interface DiscordText {
  noBox: string;
  /** At most 45 characters. */
  pasteTitle: string;
  /** At most 100 characters. */
  withheld: string;
  /** For the operator. */
  connected(name: string, servers: number, shards: number): string;
}

const ko: DiscordText = {
  noBox: '이 서버에서는 입력 창을 열 수 없어요. ‘모르겠어요’를 누르면 답을 보고 다음 문제로 갈 수 있어요.',
  pasteTitle: '🍱 도시락에게 물어보기',
  withheld: '이 서버에서는 나만 보이게 보낼 수 없어서 보내지 않았어요. 도시락에게 개인 메시지로 다시 보내 주세요.',
  connected: (name, servers, shards) => `Discord에 ‘${name}’ 이름으로 접속했어요. 서버 ${servers}곳, 샤드 ${shards}개.`,
};

const en: DiscordText = {
  noBox: 'I cannot open an input box on this server. Press ‘I do not know’ to see the answer and go on.',
  pasteTitle: '🍱 Ask Dosirak',
  withheld: 'On this server everyone would see it, so it was not sent. Ask again in a direct message with Dosirak.',
  connected: (name, servers, shards) =>
    `Connected to Discord as ${name}: ${plural(servers, 'server')}, ${plural(shards, 'shard')}.`,
};

export const text = localized({ ko, en });
