export interface DiscordConfig {
  token: string;
  /** Commands are registered for this guild alone, where they appear at once. */
  guildId: string | undefined;
  /** Base of the REST API, without a version; Discord's own where it is not set. */
  apiUrl: string | undefined;
  /** One of several processes that discord.js's ShardingManager started: it has told them their shards. */
  oneOfSeveral: boolean;
}
