/** A live quiz's room on the page: the third side of a class that plays it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { roomChannel } from '../../src/core/page.ts';
import type { Store } from '../../src/store/store.ts';
import type { Balancer } from './balancer.ts';
import { insist } from './kills.ts';
import type { LiveSide, Press, Told } from './live-side.ts';
import { createPhone, type Heard, linesOf, type Phone, wordsOf } from './page-phone.ts';

/** What came of the pages of a quiz. */
export interface PageCounts {
  /** Pages that were open: phones and a projector. */
  pages: number;
  /** Streams that they began beside the first: after a kill, each comes to another process, or a new one. */
  comings: number;
  /** Those that do not show the end. */
  behind: number;
  /** Posts that a page got again, other than the newest one on a new stream. */
  twice: number;
  /** Posts that a page got after a newer one. */
  older: number;
}

export interface PageSide extends LiveSide {
  /** Another quiz has begun. */
  enter(session: string): void;
  /** Reads what its room shows by now. */
  read(): Promise<void>;
  counts(): Promise<PageCounts>;
}

/** A student presses again after so many milliseconds without an answer. */
const AGAIN = 3000;
const LOOK = 20;

interface Page {
  phone: Phone;
  /** The session whose room it is in. */
  session: string;
  /** What it has got, in order. */
  ids: { id: string; stream: number }[];
  streams: number;
  leave: () => void;
}

const keyOf = (id: string): string => id.slice(0, id.lastIndexOf('.'));
const versionOf = (id: string): number => Number(id.slice(id.lastIndexOf('.') + 1));

/** How often a page got a post again, and after a newer one; `due`: when each post was, by its key. */
function misled({ ids }: Pick<Page, 'ids'>, due: ReadonlyMap<string, number>) {
  const orderOf = (id: string) => [due.get(keyOf(id)) ?? 0, versionOf(id)] as const;
  const counts = { twice: 0, older: 0 };
  for (const [at, { id, stream }] of ids.entries()) {
    const last = ids[at - 1];
    if (last === undefined) continue;
    const [when, version] = orderOf(id);
    const [before, versionBefore] = orderOf(last.id);
    // A page that comes again gets what it shows once more, in its own place.
    if (id === last.id) counts.twice += Number(stream === last.stream);
    else if (when < before || (when === before && version < versionBefore)) counts.older++;
    else counts.twice += Number(ids.slice(0, at).some((one) => one.id === id));
  }
  return counts;
}

/** `count` phones have opened the page by then. */
export async function liveOnPage(
  { url, slow, cut }: Balancer,
  store: Pick<Store, 'pages' | 'outbox'>,
  count: number,
): Promise<PageSide> {
  const openPage = async (): Promise<Page> => {
    const phone = createPhone({ base: url });
    await insist(() => phone.open());
    return { phone, session: '', ids: [], streams: 0, leave: () => {} };
  };
  const projector = await openPage();
  const phones = await Promise.all(Array.from({ length: count }, openPage));
  const pages = [projector, ...phones];
  let seats = 0;
  let session = '';
  let code: string | undefined;
  let html = new Map<string, string>();
  let messages: Told[] = [];
  const keys = new WeakMap<Told, string>();

  function toldOf(key: string, at: number): Told {
    const shown = (): string => html.get(key) ?? '';
    const told: Told = {
      at,
      said: () => wordsOf(shown()),
      lines: () => {
        const words = wordsOf(shown());
        const isLobby = words.includes('라이브 퀴즈를 시작') && !words.includes('시작했어요');
        // A browser joins by the code that stands beside the lobby, not by a button in it.
        return isLobby && code !== undefined ? [`join-in ${key}`] : linesOf(shown());
      },
    };
    keys.set(told, key);
    return told;
  }

  function follow(page: Page): void {
    const own = session;
    page.leave();
    Object.assign(page, { session, ids: [], streams: 0 });
    page.leave = page.phone.follow(session, ({ name, id }: Heard) => {
      if (page.session !== own) return;
      if (name === 'hello') page.streams++;
      if (name === 'post') page.ids.push({ id, stream: page.streams });
    });
  }

  /** Is it in the room? Otherwise it joins, as far as it is let in. */
  async function enterRoom(page: Page, name: string): Promise<boolean> {
    if (page.session === session) return true;
    if (code === undefined) return false;
    if ((await page.phone.join(code, name)) === undefined) return false;
    if (page.session !== session) follow(page);
    return true;
  }

  return {
    get channel() {
      return roomChannel(session);
    },
    space: '',
    teacher: '',
    messages: () => messages,
    student(name) {
      const page = phones[seats++];
      if (!page) throw new Error('there are no more phones');
      return {
        id: page.phone.person(),
        press(message, line): Press {
          let said = '';
          const key = keys.get(message) ?? '';
          const act = async (): Promise<void> => {
            if (!(await enterRoom(page, name))) return;
            if (line.startsWith('join-in ')) {
              said = '참여했어요';
              return;
            }
            const until = Date.now() + AGAIN;
            while (keyOf(page.ids.at(-1)?.id ?? '') !== key) {
              if (Date.now() > until) return;
              await sleep(LOOK);
            }
            const { status, body } = await page.phone.say(session, { line });
            if (status === 200) said = wordsOf(body);
          };
          // A phone whose server is gone says so; the student presses again.
          return { said: () => said, done: Promise.race([act().catch(() => {}), sleep(AGAIN)]) };
        },
      };
    },
    type: { start: async () => {}, resume: async () => {}, next: async () => {} },
    disturb(what) {
      if ('drop' in what) {
        cut();
        return () => {};
      }
      slow('delay' in what ? what.delay : what.late);
      return () => slow(0);
    },
    enter(begun) {
      session = begun;
      code = undefined;
      html = new Map();
      messages = [];
    },
    async read() {
      if (code === undefined) {
        code = (await insist(() => store.pages.roomsOf([session])))[0]?.code;
        if (code !== undefined) follow(projector);
      }
      const posts = await insist(() => store.pages.posts(roomChannel(session)));
      const added = posts.filter(({ key }) => !html.has(key));
      for (const post of posts) html.set(post.key, post.html);
      messages = [...messages, ...added.map(({ key, at }) => toldOf(key, at))];
    },
    async counts() {
      const inRoom = pages.filter((page) => page.session === session);
      const posts = await insist(() => Promise.all(Array.from(html.keys(), store.outbox.byId)));
      const due = new Map(posts.flatMap((post) => (post ? [[post.id, post.due] as const] : [])));
      const [last] = Array.from(due.keys()).sort((a, b) => (due.get(b) ?? 0) - (due.get(a) ?? 0));
      const all = inRoom.map((page) => misled(page, due));
      return {
        pages: inRoom.length,
        comings: inRoom.reduce((sum, { streams }) => sum + Math.max(0, streams - 1), 0),
        behind: inRoom.filter(({ ids }) => keyOf(ids.at(-1)?.id ?? '') !== last).length,
        twice: all.reduce((sum, { twice }) => sum + twice, 0),
        older: all.reduce((sum, { older }) => sum + older, 0),
      };
    },
  };
}
