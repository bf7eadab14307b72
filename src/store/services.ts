import { type Claims, createClaims } from '../core/claims.ts';
import { LAB_LASTS } from '../core/lab-records.ts';
import { type LearnerRecords, PRACTICE_LASTS } from '../core/learner-records.ts';
import type { Log } from '../core/log.ts';
import { type Meter, unmetered } from '../core/meter.ts';
import { withTimeout } from '../core/with-timeout.ts';
import type { Store } from './store.ts';
import { timed } from './timed.ts';
import { createWriteBehind } from './write-behind.ts';

/** Milliseconds that activities gather before they are written in one go. */
const GATHER = 200;
/** Milliseconds that an answer waits for a claim; platforms give up on an answer after 3 s. */
const PATIENCE = 1000;
/** Claims are needed for as long as a platform may send something again: Slack's delayed events, a day. */
const CLAIM_LASTS = 2 * 24 * 3_600_000;
const PRUNE_EVERY = 3_600_000;
/** Also soon after the start, in milliseconds: a process may end within the hour, and what has had its time is to go. */
const PRUNE_FIRST = 60_000;
/** Longer than any activity is under way, in milliseconds. */
const UNDER_WAY = 60_000;

/** What the bot keeps things by: the ports of the store, and what gathers before it is written. */
export interface Services
  extends Pick<
    Store,
    | 'classes'
    | 'classQuestions'
    | 'outbox'
    | 'sessions'
    | 'appointments'
    | 'homework'
    | 'reports'
    | 'managers'
    | 'toldProblems'
    | 'pages'
    | 'labRecords'
    | 'ping'
  > {
  records: LearnerRecords;
  claims: Claims;
  /** Writes what is still to be written, and closes the store. */
  close(): Promise<void>;
}

/** A store as the bot uses it; `now` gives epoch milliseconds. */
export function createServices(
  untimed: Store,
  now: () => number,
  log: Pick<Log, 'info' | 'warn'>,
  meter: Meter = unmetered,
): Services {
  const { classes, classQuestions, outbox, sessions, appointments, homework, reports, managers, ...rest } = untimed;
  const { toldProblems, pages, labRecords, ...others } = rest;
  const store = timed(others, meter);
  const timedSessions = timed(sessions, meter, 'sessions.');
  const timedHomework = timed(homework, meter, 'homework.');
  const timedReports = timed(reports, meter, 'reports.');
  const timedManagers = timed(managers, meter, 'managers.');
  const timedLabs = timed(labRecords, meter, 'labs.');
  const timedQuestions = timed(classQuestions, meter, 'questions.');
  const writeBehind = createWriteBehind(store, log, GATHER);
  meter.queuedActivities(writeBehind.queued);
  /** Asks the store once it has all that was recorded until now. */
  const afterFlush =
    <A extends unknown[], T>(ask: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      await writeBehind.flush();
      return ask(...args);
    };
  const ownClaims = createClaims();
  /** When people's data was deleted, epoch milliseconds: nothing that they did before is kept after it. */
  const forgotten = new Map<string, number>();
  const isForgotten = ({ person, at }: { person: string; at: number }): boolean => {
    const until = forgotten.get(person);
    return until !== undefined && at <= until && at > Math.min(until, now()) - UNDER_WAY;
  };
  const unlessForgotten = async (did: { person: string; at: number }, write: () => Promise<void>): Promise<void> => {
    if (isForgotten(did)) return;
    await write();
    // It may have been written during the deletion.
    if (isForgotten(did)) await store.forget(did.person);
  };
  const prune = (): void => {
    for (const [person, at] of forgotten) if (at < now() - UNDER_WAY) forgotten.delete(person);
    store
      .pruneClaims(now() - CLAIM_LASTS)
      .catch((error: unknown) => log.warn({ err: error }, 'old claims stay for now'));
    store
      .pruneInVain(now())
      .catch((error: unknown) => log.warn({ err: error }, 'who asked in vain long ago is not forgotten yet'));
    store
      .prunePractice(now() - PRACTICE_LASTS)
      .catch((error: unknown) => log.warn({ err: error }, 'old answers of practice stay for now'));
    store
      .pruneClassQuestions(now())
      .catch((error: unknown) => log.warn({ err: error }, 'deleted questions of classes stay for now'));
    labRecords
      .prune(now() - LAB_LASTS)
      .catch((error: unknown) => log.warn({ err: error }, 'labs that nobody uses stay for now'));
    pages.prune(now()).catch((error: unknown) => log.warn({ err: error }, 'what the page kept stays for now'));
  };
  const pruning = [setTimeout(prune, PRUNE_FIRST).unref(), setInterval(prune, PRUNE_EVERY).unref()];
  return {
    records: {
      record(activity) {
        // A press from just before the deletion may still be under way.
        if (!isForgotten(activity)) writeBehind.add(activity);
      },
      lookups: afterFlush(store.lookups),
      practice: afterFlush(store.practice),
      evidence: afterFlush(store.evidence),
      lastAnswers: afterFlush(store.lastAnswers),
      practiceAnswers: afterFlush(store.practiceAnswers),
      // Of days that are over: what is recorded just now is not asked for.
      questionCounts: store.questionCounts,
      reviewGoal: store.reviewGoal,
      setReviewGoal: store.setReviewGoal,
      studies: afterFlush(store.studies),
      study: store.study,
      classOf: afterFlush(store.classOf),
      answered: afterFlush(store.answered),
      personalData: afterFlush(store.personalData),
      // What a person asked before they hid, or while they did, is written as such.
      hide: afterFlush(store.hide),
      async forget(person) {
        forgotten.set(person, Number.POSITIVE_INFINITY);
        try {
          await writeBehind.flush();
          // What the store did not take just now must not be written later.
          writeBehind.drop(person);
          await store.forget(person);
          forgotten.set(person, now());
        } catch (error) {
          forgotten.delete(person);
          throw error;
        }
      },
    },
    claims: {
      async claim(key) {
        if (!(await ownClaims.claim(key))) return false;
        const kept = store.claim(key, now()).catch((error: unknown) => {
          log.warn({ err: error }, 'a claim could not be kept');
          return true;
        });
        // While the database is away, callers are still answered, and at least this process does nothing twice.
        return (await withTimeout(kept, PATIENCE)) ?? true;
      },
      async release(key) {
        await ownClaims.release(key);
        await store.release(key).catch((error: unknown) => log.warn({ err: error }, 'a claim could not be given back'));
      },
    },
    classes: timed(classes, meter, 'classes.'),
    classQuestions: {
      ...timedQuestions,
      async write(classId, questions, revision) {
        const at = now();
        const isWritten = await timedQuestions.write(classId, questions, revision);
        // An author's data may have been deleted while this was written.
        for (const { author } of questions) if (isForgotten({ person: author, at })) await store.forget(author);
        return isWritten;
      },
      async keepUnfinished(classId, person, entered, at) {
        await timedQuestions.keepUnfinished(classId, person, entered, at);
        if (isForgotten({ person, at })) await store.forget(person);
      },
    },
    outbox: timed(outbox, meter, 'posts.'),
    appointments: timed(appointments, meter, 'appointments.'),
    toldProblems: timed(toldProblems, meter, 'told-problems.'),
    pages: timed(pages, meter, 'pages.'),
    labRecords: {
      ...timedLabs,
      async take(owner, holder, fresh) {
        const taken = await timedLabs.take(owner, holder, fresh);
        // It may have been begun during the deletion.
        if (isForgotten({ person: owner, at: holder.now })) await store.forget(owner);
        return taken;
      },
    },
    sessions: {
      ...timedSessions,
      async join(session, person, team, name) {
        const at = now();
        const player = await timedSessions.join(session, person, team, name);
        // That they joined may have been written during the deletion.
        if (isForgotten({ person, at })) await store.forget(person);
        return player;
      },
      async answer(answer, version) {
        const outcome = isForgotten(answer) ? 'twice' : await timedSessions.answer(answer, version);
        if (!isForgotten(answer)) return outcome;
        // The answer, or that they joined, may have been written during the deletion.
        await store.forget(answer.person);
        return 'twice';
      },
    },
    homework: {
      ...timedHomework,
      begin: (id, who, at) => unlessForgotten({ ...who, at }, () => timedHomework.begin(id, who, at)),
      answer: (id, who, answer) =>
        unlessForgotten({ ...who, at: answer.at }, () => timedHomework.answer(id, who, answer)),
      remind: (id, who, wanted, at) => unlessForgotten({ ...who, at }, () => timedHomework.remind(id, who, wanted, at)),
      // An answer of a moment ago made its author a member.
      classesOf: afterFlush(timedHomework.classesOf),
    },
    reports: {
      members: afterFlush(timedReports.members),
      days: afterFlush(timedReports.days),
      cards: afterFlush(timedReports.cards),
      askedInVain: afterFlush(timedReports.askedInVain),
      presence: afterFlush(timedReports.presence),
      hiddenPeople: afterFlush(timedReports.hiddenPeople),
      reportedQuestions: afterFlush(timedReports.reportedQuestions),
      answersTo: afterFlush(timedReports.answersTo),
      // Practice asks for these at every press: nothing that is still to be written changes them.
      hideQuestion: timedReports.hideQuestion,
      hiddenQuestions: timedReports.hiddenQuestions,
      openSet: timedReports.openSet,
      openSets: timedReports.openSets,
    },
    managers: {
      ...timedManagers,
      record: (rank) => unlessForgotten(rank, () => timedManagers.record(rank)),
    },
    ping: store.ping,
    async close() {
      for (const timer of pruning) clearTimeout(timer);
      await writeBehind.flush();
      await store.close();
    },
  };
}
