import type { Locale } from '../core/locale.ts';
import type { Block, Reply } from '../core/reply/blocks.ts';
import { escapeMarkdown } from '../markdown/escape.ts';
import { codeOf } from '../practice/views.ts';
import { form } from '../questions/types.ts';
import { LIVE_TIMES, type LivePlan } from './machine.ts';
import { plural } from './results/leaderboard.ts';
import { answerReply, endReply } from './results/scenes.ts';
import { pausedNote, questionBlocks, type SceneData, toChannel, unreachableNote } from './scene-blocks.ts';
import { liveShuffle, type Scene, topicOf } from './state.ts';
import { teamName } from './teams.ts';

/** From when the countdown is posted. */
const SECONDS = Math.round(LIVE_TIMES.countdown / 1000);

/** How it is played: `문제 5개 · 문제마다 20초 · 빨리 맞힐수록 점수가 높아요`. */
function rules(plan: LivePlan, locale: Locale): string {
  const { questions, mode, open, teams = 0, roles } = plan;
  const ko = locale === 'ko';
  const count = ko ? `문제 ${questions.length}개` : plural(questions.length, 'question');
  if (mode === 'calm')
    return ko
      ? `${count} · 시간 제한 없이 차분하게 풀어요 · 순위는 매기지 않아요`
      : `${count} · no clock · nobody is ranked`;
  const seconds = Math.round(open / 1000);
  const timed = ko ? `${count} · 문제마다 ${seconds}초` : `${count} · ${seconds} seconds each`;
  if (roles !== undefined) {
    const names = roles.map((_, team) => escapeMarkdown(teamName(team, plan, locale))).join(', ');
    return ko
      ? `${timed} · 맡은 역할의 팀으로 풀어요: ${names}. 해당하는 역할이 없으면 팀을 무작위로 정해요. 팀원 평균 점수로 겨루고, 내 팀은 첫 답을 내면 알 수 있어요.`
      : `${timed} · you play for the team of your role: ${names}. Without one of these you are drawn into a team. Teams are compared by the mean of their members; your first answer tells you yours.`;
  }
  if (mode === 'team')
    return ko
      ? `${timed} · ${teams}팀으로 나누어 팀원 평균 점수로 겨뤄요. 내 팀은 첫 답을 내면 알 수 있어요.`
      : `${timed} · ${teams} teams, compared by the mean of their members. Your first answer tells you your team.`;
  return ko ? `${timed} · 빨리 맞힐수록 점수가 높아요` : `${timed} · the faster, the more points`;
}

/** What stands at the foot of a message, with the name by which it is found again. */
const foot = (words: readonly string[], post: string, locale: Locale): Block => ({
  type: 'footer',
  text: [...words, locale === 'ko' ? `번호 ${post}` : `no. ${post}`].join(' · '),
});

/** A question that the content no longer has: it was there when the quiz began. */
function lost(at: number, { post }: SceneData, locale: Locale): Reply {
  const ko = locale === 'ko';
  return toChannel('warning', [
    {
      type: 'text',
      markdown: ko
        ? `문제 ${at + 1}은 그사이 교재에서 빠졌어요. 곧 다음으로 넘어가요.`
        : `Question ${at + 1} is no longer in the course; it goes on in a moment.`,
    },
    foot([], post, locale),
  ]);
}

function countdown(showing: SceneData, locale: Locale): Reply {
  const { post, state } = showing;
  const { live } = state;
  const ko = locale === 'ko';
  const name = topicOf(state)[locale];
  return toChannel('info', [
    {
      type: 'heading',
      text: ko
        ? `🍱 ${SECONDS}초 뒤에 라이브 퀴즈를 시작해요: ${name}`
        : `🍱 A live quiz begins in ${SECONDS} seconds: ${name}`,
    },
    { type: 'text', markdown: rules(live.plan, locale) },
    {
      type: 'text',
      markdown: ko
        ? '문제가 나오면 답을 눌러 주세요. 고른 답은 나만 볼 수 있고, 처음 누른 답만 인정해요.'
        : 'Press your answer when a question comes. Only you see it, and the first one counts.',
    },
    foot(pausedNote(showing, locale), post, locale),
  ]);
}

function counted(answered: number, locale: Locale): string {
  if (answered === 0) return locale === 'ko' ? '답을 기다리고 있어요' : 'Waiting for answers';
  return locale === 'ko' ? `${answered}명이 답했어요` : `${answered} answered`;
}

/** A question while it is open, and what is left of it afterwards. Nothing in it tells the answer. */
function asked(showing: SceneData, at: number, locale: Locale): Reply {
  const { id, post, state, questions, answered, isAgain } = showing;
  const ko = locale === 'ko';
  const { plan, step, paused } = state.live;
  const question = questions[at];
  if (!question) return lost(at, showing, locale);
  const count = counted(answered, locale);
  const heading: Block = {
    type: 'heading',
    text: ko ? `문제 ${at + 1} / ${plan.questions.length}` : `Question ${at + 1} of ${plan.questions.length}`,
  };
  const isOpen = step.kind === 'asking' && step.at === at;
  if (!isOpen)
    return toChannel('info', [
      heading,
      ...questionBlocks(question, id, locale),
      foot([ko ? '마감했어요' : 'Closed', ...(answered > 0 ? [count] : [])], post, locale),
    ]);
  const head: Block[] = [heading, { type: 'text', markdown: question.ask[locale] + codeOf(question) }];
  if (paused !== undefined)
    return toChannel('warning', [
      ...head,
      {
        type: 'text',
        markdown: ko ? '이어서 하면 보기가 다시 나와요.' : 'The answers to choose from come back when it goes on.',
      },
      foot([...pausedNote(showing, locale), count], post, locale),
    ]);
  const shown = form(question, locale, liveShuffle(id, question));
  const line = `pick ${post}`;
  const clock =
    plan.mode === 'calm'
      ? ''
      : ko
        ? `⏱ 제한 시간 ${Math.round(plan.open / 1000)}초 · `
        : `⏱ ${Math.round(plan.open / 1000)} s for this question · `;
  return toChannel('info', [
    ...head,
    shown.type === 'choice' ? { ...shown, line, picked: [] } : { ...shown, line },
    { type: 'footer', text: clock + count },
    ...(isAgain
      ? [
          {
            type: 'footer',
            text: ko
              ? '🔁 앞의 메시지가 지워져서 다시 올렸어요. 시간은 그대로 가고, 이미 낸 답도 그대로예요.'
              : '🔁 The message was deleted, so here it is again. The clock goes on, and answers given still count.',
          } as const,
        ]
      : []),
    ...unreachableNote(showing, locale),
  ]);
}

/** What a message of a session says, as things are now. */
export function sceneReply(scene: Scene, showing: SceneData, locale: Locale): Reply {
  switch (scene.kind) {
    case 'count':
      return countdown(showing, locale);
    case 'ask':
      return asked(showing, scene.at, locale);
    case 'tell':
      return answerReply(showing, scene.at, locale) ?? lost(scene.at, showing, locale);
    case 'end':
      return endReply(showing, locale);
    default:
      return scene satisfies never;
  }
}
