import type { Appointments } from '../../core/appointments.ts';
import type { Class, Classes } from '../../core/class.ts';
import type { Locale } from '../../core/locale.ts';
import type { Post } from '../../core/outbox.ts';
import type { CalendarEvent, Lost } from '../../core/platform.ts';
import type { Block, Reply } from '../../core/reply/blocks.ts';
import { button, buttons, footer, heading, markdown } from '../../core/reply/builders.ts';
import type { EventHandler, PostHandler, WantedEvent } from '../../outbox/handler.ts';
import { text as outboxText } from '../../outbox/text.ts';
import { instantInWords } from '../../schedule/words.ts';
import { NewerStateError } from '../codec.ts';
import { LIVE_TIMES } from '../machine.ts';
import { modeOf } from '../modes.ts';
import { topicOf } from '../state.ts';
import { changePlanned } from './change.ts';
import { type PlannedQuiz, plannedIn } from './codec.ts';
import { prepareLine } from './lines.ts';
import { draftNotes, noteIn, type PlanNote, type PlanScene, sceneIn } from './posts.ts';
import { text } from './text.ts';

export interface PlanMessageDeps {
  appointments: Appointments;
  classes: Pick<Classes, 'byId'>;
  newId: () => string;
  /** Epoch milliseconds. */
  now: () => number;
}

/** Minutes that an event lasts at least: a class comes, plays and looks at the result. */
const SHORTEST = 30 * 60_000;

/** How it is played, as a class is told; the questions themselves are drawn as it begins. */
export function rulesInWords({ how, questions }: Pick<PlannedQuiz, 'how' | 'questions'>, locale: Locale): string {
  const plan = { ...how, questions: Array.from({ length: questions }, () => '') };
  return modeOf(plan).rules(plan, locale);
}

/** When it begins, in the time of its class: `11월 30일(월) 10:00`. `now` in epoch milliseconds, as everywhere here. */
export const hourInWords = (at: number, { timetable }: Pick<Class, 'timetable'>, locale: Locale, now: number): string =>
  instantInWords(at, timetable, locale, now);

/** What a message says first, and of its quiz: until that begins when it does, afterwards what came of it. */
function sayings(scene: PlanScene, planned: PlannedQuiz, one: Class, now: number): Block[] {
  const { locale } = one;
  const words = text(locale);
  const topic = topicOf(planned)[locale];
  const when = hourInWords(planned.at, one, locale, now);
  const was = planned.before.at(-1);
  switch (scene) {
    case 'off':
      return planned.status === 'cancelled'
        ? [heading(words.off.cancelled(topic)), markdown(words.willNotBe(when))]
        : [heading(words.off.missed(topic)), markdown(words.couldNotBe(when))];
    case 'soon':
      return [heading(words.soon(topic)), markdown(words.beginsHere(when))];
    case 'moved':
      return [
        heading(words.moved(topic)),
        markdown(words.isAt(when)),
        ...(was === undefined ? [] : [footer(words.wasAt(hourInWords(was, one, locale, now)))]),
      ];
    case 'told':
      return [heading(words.told(topic)), markdown(words.isAt(when)), markdown(rulesInWords(planned, locale))];
    default:
      return scene satisfies never;
  }
}

function renderMessage(
  { id }: Pick<Post, 'id'>,
  scene: PlanScene,
  planned: PlannedQuiz,
  one: Class,
  now: number,
): Reply {
  const { locale } = one;
  const words = text(locale);
  const { status } = planned;
  const isOff = status === 'cancelled' || status === 'missed';
  return {
    visibility: 'channel',
    accent: isOff ? 'warning' : 'info',
    blocks: [
      ...sayings(scene, planned, one, now),
      // By its line the message is found again.
      buttons(button(isOff ? words.practise : words.prepare, prepareLine.write({ post: id }))),
      ...(status === 'ahead' || scene === 'off' ? [] : [footer(words.became[status])]),
    ],
  };
}

const orElsewhere = (error: unknown): 'elsewhere' => {
  if (error instanceof NewerStateError) return 'elsewhere';
  throw error;
};

/** Messages that tell a class of a planned quiz. */
export const planHandler = ({ appointments, now }: Pick<PlanMessageDeps, 'appointments' | 'now'>): PostHandler => {
  const render = async (post: Post, one: Class): Promise<Reply | undefined> => {
    const shown = sceneIn(post);
    const planned = shown && plannedIn(await appointments.byId(shown.id));
    return planned && renderMessage(post, shown.scene, planned, one, now());
  };
  return {
    editEvery: 5000,
    render: (post, one) => render(post, one).catch(orElsewhere),
    // A class that rests is not called to a quiz; an instructor who plans one tells of it all the same.
    waits: (post, { paused }) => paused?.why === 'asked' && sceneIn(post)?.scene === 'soon',
  };
};

/** What a notice says; undefined where what it would say is over. */
function noteText(note: PlanNote, planned: PlannedQuiz | undefined, words: ReturnType<typeof text>) {
  if (note !== 'late') return words.notes[note];
  const why = planned?.hindered;
  return why === 'paused' || why === 'busy' ? words.late[why] : undefined;
}

/** Notices to instructors of what hinders a planned quiz. */
export const hinderedHandler = ({ appointments, now }: Pick<PlanMessageDeps, 'appointments' | 'now'>): PostHandler => {
  const render = async (post: Post, one: Class): Promise<Reply | undefined> => {
    const shown = noteIn(post);
    if (!shown) return undefined;
    const { locale } = one;
    const words = text(locale);
    const planned = plannedIn(await appointments.byId(shown.id));
    const about = planned && { topic: topicOf(planned)[locale], when: hourInWords(planned.at, one, locale, now()) };
    const note = noteText(shown.note, planned, words);
    return (
      note && {
        visibility: 'channel',
        accent: 'warning',
        blocks: [
          heading(words.noteAbout(about?.topic)),
          markdown(note(about?.when ?? '')),
          footer(outboxText(locale).notice(post.id)),
        ],
      }
    );
  };
  return { toPerson: true, editEvery: 5000, render: (post, one) => render(post, one).catch(orElsewhere) };
};

/** An event of which nothing is known. */
const UNKNOWN: CalendarEvent = { name: '', description: '', channel: '', starts: 0, ends: 0 };

/** How long it may take, in milliseconds. */
const lasts = ({ how, questions }: Pick<PlannedQuiz, 'how' | 'questions'>): number =>
  Math.max(SHORTEST, LIVE_TIMES.countdown + questions * (how.open + LIVE_TIMES.tell));

/** Events of planned quizzes in a platform's calendar. */
export function eventHandler(deps: PlanMessageDeps): EventHandler {
  const { appointments, classes, newId, now } = deps;
  const eventOf = (planned: PlannedQuiz, channel: string, one: Class | undefined): CalendarEvent => {
    const locale = one?.locale ?? 'ko';
    const words = text(locale);
    return {
      name: words.event.name(topicOf(planned)[locale]),
      description: [words.event.where, rulesInWords(planned, locale)].join('\n'),
      channel,
      starts: planned.at,
      ends: planned.at + lasts(planned),
    };
  };
  const wanted = async ({ what, classId, channel: space }: Post): Promise<WantedEvent | undefined> => {
    const [id = '', channel = ''] = what.split(' ');
    const appointment = await appointments.byId(id);
    const planned = plannedIn(appointment);
    // One that cannot be read any more is known by its name alone, if it is there.
    if (!planned) return appointment && { event: UNKNOWN, hours: [], isWanted: false };
    const one = await classes.byId(classId);
    const isIn = one?.channels.some((known) => known.space === space) ?? false;
    return {
      event: eventOf(planned, channel, one),
      hours: [...planned.before, planned.at],
      isWanted: isIn && (planned.status === 'ahead' || planned.status === 'begun'),
    };
  };
  return {
    event: (post) => wanted(post).catch(orElsewhere),
    async refused({ what, classId, channel: space }: Post, { why }: Lost) {
      const [id = ''] = what.split(' ');
      const one = await classes.byId(classId);
      await changePlanned(
        id,
        (planned, appointment) => {
          if (planned.withoutEvent.includes(space)) return undefined;
          // Of one who may not, the class's people hear once, not at each quiz.
          const isNews = one !== undefined && why === 'forbidden';
          const notes = isNews ? draftNotes(appointment, 'noEvent', space, one, { now: now(), newId }) : [];
          const posts = notes.map((draft) => ({ ...draft, key: `noEvent:${classId}:${space}:${draft.channel}` }));
          return {
            planned: { ...planned, withoutEvent: [...planned.withoutEvent, space] },
            wakes: appointment.wakes,
            posts,
          };
        },
        now(),
        deps,
      );
    },
  };
}
