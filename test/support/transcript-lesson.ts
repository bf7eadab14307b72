/** What the people of a transcript type and press one after the other, and what their class has answered before. */
import type { Activity } from '../../src/core/learner-records.ts';
import type { Value } from '../fakes/discord/types.ts';
import { IS_OPTION, type Seat } from './transcript-sides.ts';

/** A day that many days ahead, as people type it. */
function ahead(days: number): string {
  const { month, day } = Temporal.Now.plainDateISO('Asia/Seoul').add({ days });
  return `${month}월 ${day}일`;
}

/** The class's exam, and the earlier one of a student alone. */
const [EXAM, OWN_EXAM] = [ahead(30), `${ahead(15)}까지`];

/** What people do, and how each types it: `discord` where its options have names. */
export interface Act {
  who: Seat;
  line: string;
  discord?: { name: string; options?: Readonly<Record<string, Value>> };
  /** Pressed one after the other. */
  presses?: readonly RegExp[];
}

/** By the numbers of what they show. */
export const LESSON: readonly { title: string; acts: readonly Act[] }[] = [
  {
    title: '연습: 채점한 답, 모르겠어요, 틀린 문제, 이상한 문제',
    acts: [
      {
        who: 'student',
        line: '/quiz 1장 2',
        discord: { name: '/quiz', options: { topic: '1장', count: 2 } },
        presses: [IS_OPTION, /이상해요/, /정답이 틀린/],
      },
      {
        who: 'student',
        line: '/quiz 파드 2 어렵게',
        discord: { name: '/quiz', options: { topic: '파드', count: 2, level: '어렵게' } },
        presses: [/모르겠어요/],
      },
      { who: 'student', line: '/quiz 파드 내일', discord: { name: '/quiz', options: { topic: '파드 내일' } } },
      { who: 'student', line: '/quiz 틀린 문제', discord: { name: '/quiz', options: { topic: '틀린 문제' } } },
    ],
  },
  {
    title: '오늘의 카드와 앞으로 올라갈 카드',
    acts: [
      { who: 'student', line: '/card' },
      { who: 'teacher', line: '/class cards' },
      {
        who: 'teacher',
        line: '/class cards 노드 다음',
        discord: { name: '/class cards', options: { concept: '노드', how: 'next' } },
      },
      { who: 'teacher', line: '/class preview' },
    ],
  },
  {
    title: '시험에 맞춘 복습과 진도',
    acts: [
      { who: 'teacher', line: `/class exam ${EXAM}`, discord: { name: '/class exam', options: { date: EXAM } } },
      { who: 'student', line: '/review' },
      {
        who: 'student',
        line: `/review ${OWN_EXAM}`,
        discord: { name: '/review', options: { until: OWN_EXAM } },
      },
      { who: 'student', line: '/review 파드', discord: { name: '/review', options: { concept: '파드' } } },
      { who: 'student', line: '/progress' },
    ],
  },
  {
    title: '선생님이 보는 것',
    acts: [
      { who: 'teacher', line: '/report', discord: { name: '/report show' } },
      { who: 'teacher', line: '/report students' },
      {
        who: 'teacher',
        line: '/report students 민수',
        discord: { name: '/report students', options: { name: '민수' } },
      },
      { who: 'teacher', line: '/report questions', presses: [/1번 문제/] },
      { who: 'teacher', line: '/progress 없는사람', discord: { name: '/progress', options: { who: '없는사람' } } },
      {
        who: 'teacher',
        line: '/live preview 파드 2개',
        discord: { name: '/live preview', options: { topic: '파드', count: 2 } },
        presses: [/1번 문제 바꾸기/, /^지우기$/],
      },
      {
        who: 'teacher',
        line: '/class skip 12월 7일',
        discord: { name: '/class skip', options: { dates: '12월 7일' } },
        presses: [/되돌리기/],
      },
      { who: 'student', line: '/dosirak' },
      { who: 'teacher', line: '/dosirak 선생님', discord: { name: '/dosirak', options: { page: 'instructors' } } },
    ],
  },
];

/** Made-up students of the class on Discord, and concepts on which each has answered, on each fewer rightly. */
const SURNAMES = ['김', '이', '박', '최', '정', '강', '조', '윤'];
const NAMES = SURNAMES.flatMap((surname) => ['서연', '도윤', '하은', '지호', '예린'].map((name) => surname + name));
const CONCEPTS = ['kubernetes', 'container', 'node', 'pod', 'deployment', 'service', 'virtual-machine'];

export const answersOn = (channel: string, at: number): Activity[] =>
  NAMES.flatMap((name, i) =>
    CONCEPTS.map((term, j) => ({
      ...{ kind: 'answer', person: `discord:${100 + i}`, name, channel: `discord:${channel}`, question: term, term },
      ...{ right: (i + j * 3) % CONCEPTS.length >= j, at },
    })),
  );
