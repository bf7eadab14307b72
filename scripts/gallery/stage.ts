/** A class in two channels with its teacher and 40 students, whose clock the gallery turns. */
import { createClock } from '../../src/app/clock.ts';
import type { Caller } from '../../src/core/command/command.ts';
import type { Locale } from '../../src/core/locale.ts';
import { unmetered } from '../../src/core/meter.ts';
import type { Page } from '../../src/core/page.ts';
import type { Calendar, CalendarEvent, Messenger } from '../../src/core/platform.ts';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { turnedLab } from '../../test/lab/support/turned.ts';
import { buttonsOf } from '../../test/support/replies.ts';
import { botOf, COURSE } from '../../test/support/world.ts';

/** A reply as somebody sees it; `name`: where it stands in the gallery, `practice/03-single-wrong`. */
export interface Frame {
  name: string;
  locale: Locale;
  reply: Reply;
  /** The home tab is a view, which has other limits than a message. */
  isHome: boolean;
}

/** What a live quiz's room shows in browsers, and when, in epoch milliseconds. */
export interface RoomFrame extends Omit<Frame, 'isHome'> {
  now: number;
}

/** The class's page, as far as a live quiz knows of it. */
const PAGE: Page = {
  url: 'https://class.example.ac.kr',
  roomOf: async (session) => ({
    session,
    code: '123456',
    isPlain: false,
    isNameless: false,
    isLocked: false,
    revision: 1,
  }),
  linkFor: async (_, path) => `https://class.example.ac.kr/in/${'x'.repeat(43)}?to=${path}`,
  changed: async () => {},
};

/** What Discord's calendar is told of a planned quiz. */
interface Entry {
  name: string;
  locale: Locale;
  event: CalendarEvent;
}

const START = Date.parse('2026-12-01T00:30:00Z');
const CHANNELS = ['discord:100', 'slack:C100'] as const;
/** Milliseconds between two looks of the clock. */
const STEP = 500;

const isOfLab = (line: string): boolean => /^\/?(?:lab|kubectl)\b/.test(line);

export async function openStage(locale: Locale) {
  let at = START;
  const frames: Frame[] = [];
  const rooms: RoomFrame[] = [];
  const entries: Entry[] = [];
  /** What Discord lets the bot do just now. */
  const may = { write: true, makeEvents: true };
  const last = new Map<string, Reply>();
  let room = 'start';
  let count = 0;

  const put = (name: string, reply: Reply, isHome = false): void => {
    const before = frames.at(-1);
    // Both channels of a class are told the same.
    if (before?.name.startsWith(`${room}/`) && JSON.stringify(before.reply) === JSON.stringify(reply)) return;
    frames.push({ name: `${room}/${String(++count).padStart(2, '0')}-${name}`, locale, reply, isHome });
  };
  let events = 0;
  const note = (what: string, event: CalendarEvent): void =>
    void entries.push({ name: `${room}/${String(++count).padStart(2, '0')}-${what}`, locale, event });
  const calendar: Calendar = {
    async create(_, event) {
      if (!may.makeEvents) return { kind: 'lost', why: 'forbidden', reason: '50013' };
      note('event', event);
      return { kind: 'sent', message: `event${++events}` };
    },
    find: async () => undefined,
    async change(_, __, event) {
      note('event-changed', event);
      return 'shown';
    },
    remove: async () => 'shown',
  };
  const messengers = CHANNELS.map((channel): Messenger => {
    const platform = channel.split(':')[0] ?? '';
    let messages = 0;
    const newest = (): string => `${platform}${messages}`;
    const tell = (name: string, message: string, { reply }: { reply: Reply }): void => {
      // An earlier message may be edited after a later one was posted.
      if (message === newest()) last.set('channel', reply);
      if (platform === 'discord') put(name, reply);
    };
    return {
      platform,
      async post(to, posting) {
        if (to === channel && platform === 'discord' && !may.write)
          return { kind: 'lost', why: 'forbidden', reason: '50013' };
        messages++;
        tell('posted', newest(), posting);
        return { kind: 'sent', message: newest() };
      },
      find: async () => undefined,
      async edit(_channel, message, posting) {
        tell('edited', message, posting);
        return 'shown';
      },
      reach: async () => ({ kind: 'open', space: platform }),
      ...(platform === 'discord' ? { calendar } : {}),
    };
  });
  const inRoom = (name: string, reply: Reply): void => {
    const number = String(rooms.length + 1).padStart(3, '0');
    rooms.push({ name: `${room}/room-${number}-${name}`, locale, reply, now: at });
  };
  messengers.push({
    platform: 'web',
    async post(_, { reply, idempotencyKey }) {
      inRoom('posted', reply);
      return { kind: 'sent', message: idempotencyKey };
    },
    find: async () => undefined,
    async edit(_, __, { reply }) {
      inRoom('edited', reply);
      return 'shown';
    },
    reach: async () => ({ kind: 'open', space: undefined }),
  });
  const lab = turnedLab();
  const { bot, world, logged } = await botOf([COURSE], { now: () => at, messengers, page: PAGE, labs: lab.labs });
  const clock = createClock({ ...world, messengers, now: () => at }, unmetered, {
    info: () => {},
    warn: () => {},
    error: (fields) => void logged.push(fields),
  });

  const person = (name: string, manages = false): Caller => {
    const id = `discord:${name}`;
    return { id, name, space: 'discord', channel: CHANNELS[0], locale, manages, known: [id] };
  };
  const dispatch = async (who: Caller, line: string): Promise<Reply> => {
    const answering = bot.dispatch(line, who);
    // A program in a Pod takes the lab's time.
    const reply = await (isOfLab(line) ? lab.answered(answering) : answering);
    last.set(who.id, reply);
    return reply;
  };

  return {
    frames,
    rooms,
    entries,
    may,
    world,
    /** Lets time pass in the students' lab, in seconds. */
    passInLab: lab.pass,
    teacher: person('teacher', true),
    student: person('민수'),
    students: Array.from({ length: 40 }, (_, i) => person(`${String(i + 1)}번`)),
    /** What follows stands in this part of the gallery. */
    enter(next: string): void {
      room = next;
      count = 0;
    },
    /** Types a line, and shows the answer. */
    async say(who: Caller, line: string, name: string): Promise<Reply> {
      const reply = await dispatch(who, line);
      put(name, reply, line === 'home');
      return reply;
    },
    /** Types a line of which the gallery shows nothing. */
    quietly: dispatch,
    /** Shows an answer that was got quietly. */
    show: (reply: Reply, name: string): void => put(name, reply),
    /** What Enter alone would press; undefined where nothing stands out. */
    mainLineOf: (reply: Reply): string | undefined => buttonsOf(reply).find(({ primary }) => primary)?.line,
    /** Presses the button that reads so, of what this person saw last. @throws Error where there is none. */
    async press(who: Caller, label: RegExp, name: string): Promise<Reply> {
      const seen = last.get(who.id);
      const button = seen && buttonsOf(seen).find((one) => label.test(one.label));
      if (!button) throw new Error(`${name}: no button ${label} in ${JSON.stringify(seen && buttonsOf(seen))}`);
      const reply = await dispatch(who, button.line);
      put(name, reply);
      return reply;
    },
    /** What the class's channel shows. */
    channel: (): Reply | undefined => last.get('channel'),
    /** Lets time pass; a long one, in which little happens, in longer steps. */
    async pass(ms: number, step = STEP): Promise<void> {
      for (const end = at + ms; at < end; ) {
        at = Math.min(end, at + step);
        await clock.tick();
      }
      if (logged.length > 0) throw new Error(`a bug: ${JSON.stringify(logged)}`);
    },
    /** How long until the instant, in milliseconds. */
    until: (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds - at,
  };
}

export type Stage = Awaited<ReturnType<typeof openStage>>;
