export interface DiscordConfig {
  token: string;
  /** Commands are registered for this guild alone, where they appear at once. */
  guildId: string | undefined;
  /** Base of the REST API, without a version; Discord's own where it is not set. */
  apiUrl: string | undefined;
  /** The server at `apiUrl` knows no messages for one person alone; its operator lets everyone see what is for one. */
  publicAnswers: boolean;
  /** One of several processes that discord.js's ShardingManager started: it has told them their shards. */
  oneOfSeveral: boolean;
}
