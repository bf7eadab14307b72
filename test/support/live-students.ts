/** The students of a class in its channels, who answer each question of a live quiz that comes up there. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pressed } from './live-count.ts';
import type { LiveSide, Told } from './live-side.ts';

/** The answers among a message's buttons: `pick <post> <letters>`; one with dots only shows menus. */
const picks = (message: Told): string[] => message.lines().filter((line) => /^pick \S+ [a-z-]+$/.test(line));

/** The button in a lobby: `join-in <post>`. */
const joins = (message: Told): string | undefined => message.lines().find((line) => /^join-in \S+$/.test(line));

export interface Sitting {
  /** In the order in which they were made. */
  pressed: readonly Pressed[];
  /** Students who were told that they have joined, as the store has them. */
  joined: ReadonlySet<string>;
  /** Messages that could be joined by, while they could. */
  lobbies: ReadonlySet<Told>;
  /** Messages that could be answered. */
  asked: ReadonlySet<Told>;
  /** Everybody looks at the channel. */
  look(): void;
  /** Once nobody presses any more. */
  over(): Promise<void>;
}

/** Milliseconds within which students join. */
const LOBBY = 7000;

/** `counts`: so many in each channel; they answer within `within` seconds. */
export function createStudents(
  sides: readonly LiveSide[],
  counts: readonly number[],
  within: number,
  random: () => number,
) {
  const all = sides.map((side, nth) =>
    Array.from({ length: counts[nth] ?? 0 }, (_, i) => {
      const name = `${'dsp'[nth]}${i + 1}번`;
      return { name, ...side.student(name) };
    }),
  );
  type Student = ReturnType<LiveSide['student']>;

  /** They play a quiz; `messages` are those of the quiz, by channel. */
  function sit(messages: (side: LiveSide) => readonly Told[]): Sitting {
    const pressed: Pressed[] = [];
    const asked = new Set<Told>();
    const lobbies = new Set<Told>();
    const joined = new Set<string>();
    const pressing: Promise<void>[] = [];

    async function answer(student: Student, message: Told): Promise<void> {
      const question = Number(/문제 (\d+) \/ /.exec(message.said())?.[1]) - 1;
      await sleep(random() * within * 1000);
      for (;;) {
        const open = picks(message);
        const line = open[Math.floor(random() * open.length)];
        if (line === undefined) return;
        const press = student.press(message, line);
        const [, , picked = ''] = line.split(' ');
        pressed.push({ person: student.id, question, picked, press });
        await press.done;
        const said = press.said();
        // A student who is told nothing, or to wait, presses again, and may choose something else.
        if (said !== '' && !said.includes('다시 눌러')) return;
        await sleep(200 + random() * 300);
      }
    }

    /** Presses until the student is told that they have joined, or the first question is there. */
    async function join(student: Student, message: Told): Promise<void> {
      await sleep(random() * LOBBY);
      while (!message.said().includes('시작했어요')) {
        const line = joins(message);
        if (line === undefined) return;
        const press = student.press(message, line);
        await press.done;
        if (press.said().includes('참여했어요')) return void joined.add(student.id);
        await sleep(200 + random() * 300);
      }
    }

    return {
      pressed,
      lobbies,
      asked,
      joined,
      look() {
        for (const [nth, side] of sides.entries())
          for (const message of messages(side)) {
            if (!lobbies.has(message) && joins(message) !== undefined) {
              lobbies.add(message);
              pressing.push(...(all[nth] ?? []).map((student) => join(student, message)));
            }
            if (asked.has(message) || picks(message).length === 0) continue;
            asked.add(message);
            pressing.push(...(all[nth] ?? []).map((student) => answer(student, message)));
          }
      },
      over: async () => void (await Promise.all(pressing)),
    };
  }

  return { names: new Map(all.flat().map(({ id, name }) => [id, name])), sit };
}
