/** What a lecture's store has in the end, held against what its students were told and have seen. */
import { randomUUID } from 'node:crypto';
import { roomChannel } from '../src/core/page.ts';
import { LIVE_KIND } from '../src/live/codec.ts';
import { teamName, teamOf } from '../src/live/teams.ts';
import { parseAddress } from '../src/store/address.ts';
import { openStore } from '../src/store/open.ts';
import type { openPhones } from './room.ts';

export const TEAMS = 4;

export type Mode = 'speed' | 'team';

export interface Pressed {
  place: 'chat' | 'page';
  person: string;
  question: number;
  /** Milliseconds until it was acknowledged, and until the person read that the answer is in. */
  acknowledged: number;
  read: number;
  said: string;
}

/** What is kept of the only session of the class in that Discord channel. */
export async function keptAt(url: string, channel: string) {
  const address = parseAddress(url);
  if (typeof address === 'string') throw new Error(address);
  const store = await openStore(address, { unique: randomUUID, log: { warn() {} } });
  const one = await store.classes.of(`discord:${channel}`);
  const [session] = one ? await store.sessions.history(one.id, LIVE_KIND, 1) : [];
  if (!session) throw new Error('no session is kept');
  const [answers, players, posts] = await Promise.all([
    store.sessions.answers(session.id),
    store.sessions.players(session.id),
    store.pages.posts(roomChannel(session.id)),
  ]);
  await store.close();
  return { id: session.id, answers, players, posts };
}

type Kept = Awaited<ReturnType<typeof keptAt>>;

/** What was said to the students, held against what is kept. */
export function held(pressed: readonly Pressed[], mode: Mode, { id, answers, players }: Kept) {
  const isIn = pressed.filter(({ said }) => said.includes('답을 받았어요'));
  const keys = new Set(answers.map(({ person, question }) => `${person} ${question}`));
  const teams = new Map(players.map((player) => [player.person, teamOf(player, id, TEAMS)]));
  const isTold = ({ person, said }: Pressed): boolean => {
    const team = teams.get(person);
    return team !== undefined && said.includes('우리 팀') && said.includes(teamName(team, {}, 'ko'));
  };
  const sizeOf = (team: number): number => players.filter(({ person }) => teams.get(person) === team).length;
  return {
    refused: pressed.length - isIn.length,
    /** Kept twice cannot be: it is the key. */
    missing: isIn.filter(({ person, question }) => !keys.has(`${person} ${question}`)).length,
    kept: answers.length,
    ...(mode === 'team'
      ? {
          teams: {
            strays: isIn.filter((one) => !isTold(one)).length,
            sizes: Array.from({ length: TEAMS }, (_, i) => sizeOf(i)),
          },
        }
      : {}),
  };
}

/** How long each scene took from its post to each phone and the projector; the lobby was there before them. */
export function scenesSeen({ posts }: Kept, { phones, seen }: Awaited<ReturnType<typeof openPhones>>) {
  const clients = phones.length + Number(phones.length > 0);
  const scenes = posts.slice(1).map(({ key, at }) => Array.from(seen.get(key)?.values() ?? [], (one) => one - at));
  return { clients, delays: scenes.flat(), unseen: scenes.reduce((sum, one) => sum + clients - one.length, 0) };
}
