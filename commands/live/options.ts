import type { Context } from '../../src/course/context.ts';
import { completeTopics } from '../../src/live/find-questions.ts';
import { AUTO_CHOICES, CLOSE_CHOICES, MODE_CHOICES } from '../../src/live/modes.ts';
import { ANEW_CHOICES } from '../../src/live/preview/preview.ts';
import { SOURCE_CHOICES } from '../../src/live/source/source.ts';
import { TEAM_COUNT } from '../../src/live/teams.ts';

/** What a quiz is about. */
const topicOption = (context: Context) =>
  ({
    type: 'text',
    korean: '주제',
    summary: { ko: '개념, 1장, 3주차, 문제집, 또는 취약', en: 'concept, chapter 1, week 3, set, or worst' },
    complete: completeTopics(context),
  }) as const;

const count = {
  type: 'integer',
  korean: '문제수',
  min: 1,
  max: 20,
  units: ['개', '문제', '문항', 'questions', 'question'],
  summary: { ko: '문제 수', en: 'number of questions' },
} as const;

const source = {
  type: 'choice',
  korean: '출제',
  summary: {
    ko: '직접 쓴 문제가 없는 개념은 정의로 만든 봇문제도, 또는 쓴문제만',
    en: 'made: also questions made of definitions, where none are written; or written',
  },
  choices: SOURCE_CHOICES,
} as const;

/** One of the roles that make teams. */
const role = (n: number) =>
  ({
    type: 'mentionable',
    korean: `역할${n}`,
    summary: { ko: `한 팀이 될 역할 ${n}`, en: `role that makes team ${n}` },
  }) as const;

/** The roles that were named. */
export const rolesIn = ({
  role1,
  role2,
  role3,
  role4,
  role5,
  role6,
}: Partial<Record<`role${1 | 2 | 3 | 4 | 5 | 6}`, string | undefined>>) => [role1, role2, role3, role4, role5, role6];

const seconds = {
  type: 'integer',
  korean: '초',
  min: 5,
  max: 300,
  units: ['초', 's', 'sec', 'seconds'],
  summary: { ko: '문제마다 몇 초', en: 'seconds a question' },
} as const;

/** What a preview shows: what a quiz asks, and for how long. */
export const previewed = (context: Context) =>
  ({
    topic: topicOption(context),
    count,
    seconds,
    source,
    anew: {
      type: 'choice',
      korean: '다시',
      summary: { ko: '고쳐 둔 문제를 버리고 새로', en: 'throw away the questions that you have swapped' },
      choices: ANEW_CHOICES,
    },
  }) as const;

/** What a quiz asks, and how it is played. */
export const howToPlay = (context: Context) =>
  ({
    topic: topicOption(context),
    count,
    seconds,
    mode: {
      type: 'choice',
      korean: '방식',
      summary: { ko: '빠르게, 차분하게, 팀으로', en: 'speed, calm or team' },
      choices: MODE_CHOICES,
    },
    teams: {
      type: 'integer',
      korean: '팀수',
      min: TEAM_COUNT.min,
      max: TEAM_COUNT.max,
      units: ['팀', '팀으로', 'teams', 'team'],
      summary: { ko: '팀 수', en: 'number of teams' },
    },
    close: {
      type: 'choice',
      korean: '마감',
      summary: {
        ko: '참여자가 모두 답하면 일찍마감, 또는 시간 끝까지',
        en: 'early, once all who joined have answered, or full',
      },
      choices: CLOSE_CHOICES,
    },
    auto: {
      type: 'choice',
      korean: '넘기기',
      summary: { ko: '정답을 본 뒤 자동으로, 또는 수동으로', en: 'after an answer: auto or manual' },
      choices: AUTO_CHOICES,
    },
    source,
    role1: role(1),
    role2: role(2),
    role3: role(3),
    role4: role(4),
    role5: role(5),
    role6: role(6),
  }) as const;
