/** A live quiz's room on the page: phones that join by its code and answer, and a projector, as raw HTTP clients. */
import { setTimeout as sleep } from 'node:timers/promises';
import { fewAtOnce } from '../test/support/few.ts';
import { createPhone, type Heard, linesOf, type Phone, wordsOf } from '../test/support/page-phone.ts';

/** Phones of one address: the page takes 3,000 connections of each. */
const PER_ADDRESS = 900;
/** Milliseconds between two looks of a phone that waits for a question. */
const LOOK = 20;

/** The n-th client's address of this machine, so that no address has more connections than the page takes. */
export const addressOf = (nth: number): string => `127.0.1.${1 + Math.floor(nth / PER_ADDRESS)}`;

/** A scene as its post's event has it. */
interface Scene {
  key: string;
  words: string;
  /** The line of the button that a student presses who does not know. */
  dontKnow: string | undefined;
}

/** What the server sends is JSON of ours; anything else stops the bench. */
function sceneOf({ id, data }: Heard): Scene {
  const value: unknown = JSON.parse(data);
  if (typeof value !== 'object' || value === null || !('html' in value) || typeof value.html !== 'string')
    throw new Error('a post has no HTML');
  const { html } = value;
  const [, button = ''] = /(<button[^>]*>)모르겠어요</.exec(html) ?? [];
  return { key: id.slice(0, id.lastIndexOf('.')), words: wordsOf(html), dontKnow: linesOf(button)[0] };
}

/** Phones, and one projector, at the page of `base`. */
export async function openPhones(base: string, count: number) {
  const phones = Array.from({ length: count }, (_, nth) => createPhone({ base, from: addressOf(nth) }));
  const projector = createPhone({ base });
  await fewAtOnce([...phones, projector], (phone) => phone.open());
  /** By post: when each client saw it first, epoch milliseconds. */
  const seen = new Map<string, Map<Phone, number>>();
  /** By event: what it says, read once for all clients. */
  const scenes = new Map<string, Scene>();
  const shown = new Map<Phone, string>();
  const ends: (() => void)[] = [];
  let session = '';
  let comings = 0;
  let listening = 0;

  function hear(phone: Phone, heard: Heard): void {
    if (heard.name === 'hello') {
      comings++;
      listening++;
    }
    if (heard.name !== 'post') return;
    const at = Date.now();
    const known = scenes.get(heard.id) ?? sceneOf(heard);
    scenes.set(heard.id, known);
    shown.set(phone, heard.id);
    const all = seen.get(known.key) ?? new Map<Phone, number>();
    seen.set(known.key, all);
    if (!all.has(phone)) all.set(phone, at);
  }
  const follow = (phone: Phone): void => void ends.push(phone.follow(session, (heard) => hear(phone, heard)));

  return {
    phones,
    seen,
    /** How often a stream was begun: more than there are clients, where one was cut off. */
    comings: () => comings,
    /** All join by the code, and listen; gives the milliseconds that it took. */
    async join(code: string): Promise<number> {
      const begun = performance.now();
      await fewAtOnce(phones.entries(), async ([nth, phone]) => {
        session = (await phone.join(code, `학생 ${nth + 1}`)) ?? '';
        if (session === '') throw new Error('a phone is not let in');
        follow(phone);
      });
      if (session !== '') follow(projector);
      while (listening < phones.length + Number(session !== '')) await sleep(LOOK);
      return performance.now() - begun;
    },
    /** A phone answers the question with these words, once it shows it, as a student who does not know. */
    async answer(phone: Phone, words: string): Promise<string> {
      for (;;) {
        const scene = scenes.get(shown.get(phone) ?? '');
        if (scene?.dontKnow !== undefined && scene.words.includes(words)) {
          const { status, body } = await phone.say(session, { instead: scene.dontKnow });
          if (status !== 200) throw new Error(`${status}: ${wordsOf(body).slice(0, 100)}`);
          return wordsOf(body);
        }
        await sleep(LOOK);
      }
    },
    close(): void {
      for (const end of ends) end();
    },
  };
}
