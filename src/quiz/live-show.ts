import type { Locale } from '../core/locale.ts';
import type { Block, Reply } from '../core/reply.ts';
import { form } from '../questions/types.ts';
import { literal } from '../text/literal.ts';
import type { LivePlan } from './live.ts';
import { liveShuffle, type Scene } from './live-kept.ts';
import { ended, told } from './live-results.ts';
import { elsewhere, type Showing, toChannel } from './live-showing.ts';
import { teamName } from './live-teams.ts';
import { codeOf } from './show.ts';

/** How it is played: `문제 5개 · 문제마다 20초 · 빨리 맞힐수록 점수가 높아요`. */
function rules(plan: LivePlan, locale: Locale): string {
  const { questions, mode, open, teams = 0, roles } = plan;
  const ko = locale === 'ko';
  const count = ko ? `문제 ${questions.length}개` : `${questions.length} question${questions.length === 1 ? '' : 's'}`;
  if (mode === 'calm')
    return ko
      ? `${count} · 시간 제한 없이 차분하게 풀어요 · 순위는 매기지 않아요`
      : `${count} · no clock · nobody is ranked`;
  const seconds = Math.round(open / 1000);
  const timed = ko ? `${count} · 문제마다 ${seconds}초` : `${count} · ${seconds} seconds each`;
  if (roles !== undefined) {
    const names = roles.map((_, team) => literal(teamName(team, plan, locale))).join(', ');
    return ko
      ? `${timed} · ${names} 가운데 내 역할의 팀에서 뛰어요. 그런 역할이 없으면 팀을 뽑아 드려요. 한 사람 평균으로 겨루고, 내 팀은 첫 답을 누르면 알려 줘요.`
      : `${timed} · you play for the team of your role: ${names}. Without one of these you are drawn into a team. Teams are compared by the mean of their members; your first answer tells you yours.`;
  }
  if (mode === 'team')
    return ko
      ? `${timed} · ${teams}팀으로 나눠서 한 사람 평균으로 겨뤄요. 내 팀은 첫 답을 누르면 알려 줘요.`
      : `${timed} · ${teams} teams, compared by the mean of their members. Your first answer tells you your team.`;
  return ko ? `${timed} · 빨리 맞힐수록 점수가 높아요` : `${timed} · the faster, the more points`;
}

function countdown({ post, kept: { live, topic } }: Showing, locale: Locale): Reply {
  const ko = locale === 'ko';
  const name = topic?.[locale] ?? (ko ? '전체' : 'everything');
  return toChannel('info', [
    {
      type: 'heading',
      text: ko ? `🍱 곧 라이브 퀴즈를 시작해요: ${name}` : `🍱 A live quiz is about to begin: ${name}`,
    },
    { type: 'text', markdown: rules(live.plan, locale) },
    {
      type: 'text',
      markdown: ko
        ? '문제가 나오면 답을 눌러 주세요. 고른 답은 나만 볼 수 있고, 처음 누른 답만 인정해요.'
        : 'Press your answer when a question comes. Only you see it, and the first one counts.',
    },
    { type: 'footer', text: ko ? `라이브 퀴즈 ${post}` : `Live quiz ${post}` },
  ]);
}

const counted = (answered: number, locale: Locale): string =>
  locale === 'ko' ? `${answered}명이 답했어요` : `${answered} answered`;

/** A question while it is open, and what is left of it afterwards. Nothing in it tells the answer. */
function asked(showing: Showing, at: number, locale: Locale): Reply | undefined {
  const { id, post, kept, questions, answered, isAgain } = showing;
  const ko = locale === 'ko';
  const { plan, step, paused } = kept.live;
  const question = questions[at];
  if (!question) return undefined;
  const count = counted(answered, locale);
  const head: Block[] = [
    {
      type: 'heading',
      text: ko ? `문제 ${at + 1} / ${plan.questions.length}` : `Question ${at + 1} of ${plan.questions.length}`,
    },
    { type: 'text', markdown: question.ask[locale] + codeOf(question) },
  ];
  const isOpen = step.kind === 'asking' && step.at === at;
  if (!isOpen) {
    const shown = form(question, locale, liveShuffle(id, question));
    const listed = shown.type === 'choice' ? shown.options.map(({ label }, i) => `${i + 1}. ${label}`) : [];
    return toChannel('info', [
      ...head,
      ...(listed.length > 0 ? [{ type: 'text', markdown: listed.join('\n') } as const] : []),
      { type: 'footer', text: ko ? `마감했어요 · ${count} · ${post}` : `Closed · ${count} · ${post}` },
    ]);
  }
  if (paused !== undefined)
    return toChannel('warning', [
      ...head,
      { type: 'footer', text: ko ? `⏸ 잠깐 멈췄어요 · ${count} · ${post}` : `⏸ Paused · ${count} · ${post}` },
    ]);
  const shown = form(question, locale, liveShuffle(id, question));
  const line = `pick ${post}`;
  const clock =
    plan.mode === 'calm'
      ? ''
      : ko
        ? `⏱ ${Math.round(plan.open / 1000)}초 · `
        : `⏱ ${Math.round(plan.open / 1000)} s · `;
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
    ...elsewhere(showing, locale),
  ]);
}

/** What a message of a session says, as things are now; undefined where its question is no longer in the content. */
export function sceneReply(scene: Scene, showing: Showing, locale: Locale): Reply | undefined {
  switch (scene.kind) {
    case 'count':
      return countdown(showing, locale);
    case 'ask':
      return asked(showing, scene.at, locale);
    case 'tell':
      return told(showing, scene.at, locale);
    case 'end':
      return ended(showing, locale);
    default:
      return scene satisfies never;
  }
}
