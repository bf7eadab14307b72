import { localized } from '../../core/locale.ts';

/** All that people read in Discord alone; what is the same on every platform stands in core/reply/text.ts. */
interface DiscordText {
  /** For the operator. */
  connected(name: string, servers: number, shards: number): string;
}

const ko: DiscordText = {
  connected: (name, servers, shards) => `Discord에 ‘${name}’ 이름으로 접속했어요. 서버 ${servers}곳, 샤드 ${shards}개.`,
};

const count = (many: number, what: string): string => `${many} ${what}${many === 1 ? '' : 's'}`;

const en: DiscordText = {
  connected: (name, servers, shards) =>
    `Connected to Discord as ${name}: ${count(servers, 'server')}, ${count(shards, 'shard')}.`,
};

export const text = localized({ ko, en });
