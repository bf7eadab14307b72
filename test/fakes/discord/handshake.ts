/** Identifying at the gateway: what is refused, and what READY says. */
import { isJson, number } from './json.ts';
import { type State, shardOf } from './state.ts';
import type { Json } from './types.ts';
import { selfJson } from './wire.ts';

const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);
const INTENTS = ((1 << 17) - 1) | (1 << 20) | (1 << 21) | (1 << 24) | (1 << 25);

export interface Identified {
  shard: readonly [id: number, count: number];
  intents: number;
}

/** Who identifies, or the close code. */
export function identified(state: State, data: Json, privileged: number): Identified | number {
  if (data.token !== state.token) return 4004;
  const [id, count] = Array.isArray(data.shard) ? data.shard.map((one) => number(one, -1)) : [0, 1];
  if (id === undefined || count === undefined || !Number.isInteger(id) || !Number.isInteger(count)) return 4010;
  if (id < 0 || id >= count) return 4010;
  const { intents } = data;
  if (typeof intents !== 'number' || (intents & ~INTENTS) !== 0) return 4013;
  if ((intents & PRIVILEGED & ~privileged) !== 0) return 4014;
  return isJson(data.properties) ? { shard: [id, count], intents } : 4002;
}

/** Whether a shard has the guild. */
export const hasGuild = (state: State, [id, count]: Identified['shard']): boolean =>
  shardOf(state.guild.id, count) === id;

export const readyJson = (state: State, sessionId: string, { shard }: Identified, resumeUrl: string): Json => ({
  v: 10,
  user: selfJson(state),
  user_settings: {},
  session_type: 'normal',
  session_id: sessionId,
  resume_gateway_url: resumeUrl,
  relationships: [],
  private_channels: [],
  presences: [],
  guilds: hasGuild(state, shard) ? [{ id: state.guild.id, unavailable: true }] : [],
  guild_join_requests: [],
  geo_ordered_rtc_regions: [],
  application: { id: state.applicationId, flags: 0 },
  shard,
  _trace: [],
});
