import { describe, expect, test } from 'vitest';
import type { Class } from '../../src/core/class.ts';
import type { Activity } from '../../src/core/learner-records.ts';
import type { Draft } from '../../src/core/outbox.ts';
import type { Oddity } from '../../src/core/reports.ts';
import type { Store } from '../../src/store/store.ts';
import { ENGINES } from '../support/store/engines.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** A Monday. */
const NOW = Date.UTC(2026, 10, 23, 1);

const classOf = (id: string, channel: string): Class => ({
  id,
  timetable: { zone: 'Asia/Seoul', minute: 540, weekdays: [1], holidays: false, skips: [] },
  locale: 'ko',
  channels: [{ channel, space: 'discord:9' }],
  instructors: [],
  paused: undefined,
  due: undefined,
  owner: '',
  code: `code-${id}`,
});

const flag = (
  person: string,
  question: string,
  more: { reason?: Oddity; class?: string; at?: number } = {},
): Activity => ({
  kind: 'flag',
  person,
  class: 'c1',
  question,
  at: NOW,
  ...more,
});

const answer = (person: string, question: string, right: boolean, at = NOW, channel = 'discord:1'): Activity => ({
  kind: 'answer',
  person,
  channel,
  question,
  term: 'pod',
  right,
  at,
});

describe.each(ENGINES)('odd questions and attendance, on $name', ({ place }) => {
  async function open(): Promise<Store> {
    const store = await (await place()).open();
    await store.classes.save(classOf('c1', 'discord:1'), NOW);
    await store.classes.save(classOf('c2', 'discord:2'), NOW);
    return store;
  }

  test('one person counts once a question, with the latest reason that was given', async () => {
    const { record, reports } = await open();
    await record([flag('kim', 'q1'), flag('kim', 'q1', { reason: 'answer' }), flag('kim', 'q1')]);
    await record([flag('kim', 'q1', { reason: 'why', at: NOW + 1 }), flag('kim', 'q1', { at: NOW + 2 })]);
    await record([flag('lee', 'q1'), flag('lee', 'q2', { reason: 'why' }), flag('lee', 'q1', { class: 'c2' })]);
    const found = (await reports.reportedQuestions('c1', NOW)).toSorted((a, b) =>
      `${a.question} ${a.reason}` < `${b.question} ${b.reason}` ? -1 : 1,
    );
    expect(found).toEqual([
      { question: 'q1', reason: undefined, people: 1 },
      { question: 'q1', reason: 'why', people: 1 },
      { question: 'q2', reason: 'why', people: 1 },
    ]);
    expect(await reports.reportedQuestions('c2', NOW)).toEqual([{ question: 'q1', reason: undefined, people: 1 }]);
    expect(await reports.reportedQuestions('c1', NOW + DAY)).toEqual([]);
  });

  test('what a person reported is exported and deleted with them', async () => {
    const { record, personalData, forget, reports } = await open();
    await record([flag('kim', 'q1', { reason: 'options' }), flag('kim', 'q2', { at: NOW + 1 }), flag('lee', 'q1')]);
    expect((await personalData('kim')).reported).toEqual([
      { class: 'c1', question: 'q1', reason: 'options', at: NOW },
      { class: 'c1', question: 'q2', at: NOW + 1 },
    ]);
    await forget('kim');
    expect((await personalData('kim')).reported).toEqual([]);
    expect(await reports.reportedQuestions('c1', NOW)).toEqual([{ question: 'q1', reason: undefined, people: 1 }]);
  });

  test('how a class answered is told of its people, by the question', async () => {
    const { record, reports } = await open();
    await record([
      answer('kim', 'q1', true),
      answer('kim', 'q1', false, NOW + 1),
      answer('lee', 'q1', false),
      answer('lee', 'q2', true),
      answer('park', 'q1', true, NOW, 'discord:2'),
    ]);
    const found = await reports.answersTo('c1', ['q1', 'q2', 'q3']);
    expect(found.toSorted((a, b) => (a.question < b.question ? -1 : 1))).toEqual([
      { question: 'q1', answered: 3, right: 1 },
      { question: 'q2', answered: 1, right: 1 },
    ]);
    expect(await reports.answersTo('c1', [])).toEqual([]);
  });

  test('a class hides questions and shows them again; its people and its channel have them hidden', async () => {
    const { record, reports, classQuestions } = await open();
    const hiddenFor = async (person: string, channel: string | undefined) =>
      (await classQuestions.differencesFor(person, channel)).hidden;
    await record([answer('kim', 'q1', true), answer('park', 'q1', true, NOW, 'discord:2')]);
    await reports.hideQuestion('c1', ['q1'], true, NOW);
    await reports.hideQuestion('c1', ['q1', 'q2'], true, NOW + 1);
    await reports.hideQuestion('c2', ['q9'], true, NOW);
    expect(await reports.hiddenQuestions('c1')).toEqual(['q1', 'q2']);
    expect(await classQuestions.differences('c1')).toEqual({
      classId: 'c1',
      hidden: ['q1', 'q2'],
      open: [],
      revision: 0,
    });
    expect(await hiddenFor('kim', undefined)).toEqual(['q1', 'q2']);
    expect(await hiddenFor('kim', 'discord:2')).toEqual(['q9']);
    expect(await hiddenFor('new', 'discord:1')).toEqual(['q1', 'q2']);
    expect(await hiddenFor('new', undefined)).toEqual([]);
    expect(await hiddenFor('park', 'discord:7')).toEqual(['q9']);
    await reports.hideQuestion('c1', ['q1', 'q7'], false, NOW + 2);
    expect(await reports.hiddenQuestions('c1')).toEqual(['q2']);
    expect(await reports.hiddenQuestions('c2')).toEqual(['q9']);
  });

  test('kept-back sets are opened to a class and locked again; its people and its channel have them open', async () => {
    const { record, reports, classQuestions } = await open();
    const openFor = async (person: string, channel: string | undefined) =>
      (await classQuestions.differencesFor(person, channel)).open;
    await record([answer('kim', 'q1', true), answer('park', 'q1', true, NOW, 'discord:2')]);
    await reports.openSet('c1', 'midterm', true, NOW);
    await reports.openSet('c1', 'midterm', true, NOW + 1);
    await reports.openSet('c1', 'final', true, NOW + 2);
    expect(await reports.openSets('c1')).toEqual(['midterm', 'final']);
    expect(await reports.openSets('c2')).toEqual([]);
    expect(await openFor('kim', undefined)).toEqual(['midterm', 'final']);
    expect(await openFor('kim', 'discord:2')).toEqual([]);
    expect(await openFor('park', undefined)).toEqual([]);
    await reports.openSet('c1', 'midterm', false, NOW + 3);
    await reports.openSet('c1', 'never', false, NOW + 3);
    expect(await reports.openSets('c1')).toEqual(['final']);
  });

  test('who was there is told by what they did, each quarter of an hour once, without those who keep out', async () => {
    const { record, reports, sessions, outbox, hide } = await open();
    await sessions.begin(
      { id: 's1', classId: 'c1', kind: 'live', state: '{}', material: '', wakes: undefined, at: NOW },
      [],
    );
    const live = { session: 's1', question: 0, name: '', picked: 'a', right: true, elapsed: 1 };
    const card: Draft = {
      ...{ id: 'card', key: 'card', classId: 'c1', channel: 'discord:1', kind: 'card', what: 'pod' },
      ...{ day: '2026-11-23', due: NOW, expiresAt: NOW },
    };
    await outbox.add(card, NOW);
    const press = (person: string, at: number): Activity => ({
      ...{ kind: 'press', person, channel: 'discord:1', post: 'card', term: 'pod', press: 'knew', at },
    });
    await record([
      answer('kim', 'q1', true, NOW + 20 * MINUTE),
      answer('kim', 'q2', true, NOW + 21 * MINUTE),
      press('lee', NOW + DAY + 1),
      answer('hidden', 'q1', true, NOW),
      answer('park', 'q1', true, NOW, 'discord:2'),
      // The store keeps an answer of a live quiz as practice once its question closes.
      answer('choi', 'q1', true, NOW + 5),
    ]);
    await sessions.answer({ ...live, person: 'choi', at: NOW + 5 }, 0);
    await hide('hidden', true, NOW);
    const told = (await reports.presence('c1', NOW)).toSorted((a, b) => (a.person < b.person ? -1 : 1));
    expect(told).toEqual([
      { person: 'choi', how: 'live', at: NOW },
      { person: 'kim', how: 'practice', at: NOW + 15 * MINUTE },
      { person: 'lee', how: 'card', at: NOW + DAY },
    ]);
    expect(await reports.presence('c1', NOW + DAY)).toEqual([{ person: 'lee', how: 'card', at: NOW + DAY }]);
    expect(await reports.hiddenPeople(['kim', 'hidden', 'nobody'])).toEqual(new Set(['hidden']));
    expect(await reports.hiddenPeople([])).toEqual(new Set());
  });
});
