import type { Question } from '../content/model.ts';
import type { Locale } from '../core/locale.ts';
import { type Block, button, type Reply } from '../core/reply.ts';
import type { Answer } from '../core/session.ts';
import { form, solution } from '../questions/types.ts';
import type { LivePlan } from './live.ts';
import { type Kept, liveShuffle, type Scene } from './live-kept.ts';
import { type Standing, standings } from './live-score.ts';
import { codeOf } from './show.ts';

/** What is shown of a session: all that was answered so far, or to the question in question. */
export interface Showing {
  id: string;
  /** The id of the post that shows it, which stands in every message: by it the message is found again. */
  post: string;
  kept: Kept;
  /** By question. */
  questions: readonly (Question | undefined)[];
  answers: readonly Answer[];
}

const LEADERS = 5;
const MEDALS = ['🥇', '🥈', '🥉'];

const toChannel = (accent: Reply['accent'], blocks: readonly Block[]): Reply => ({
  visibility: 'channel',
  accent,
  blocks,
});

/** How it is played: `문제 5개 · 문제마다 20초 · 빠를수록 점수가 높아요`. */
function rules({ questions, mode, open }: LivePlan, locale: Locale): string {
  const ko = locale === 'ko';
  const count = ko ? `문제 ${questions.length}개` : `${questions.length} question${questions.length === 1 ? '' : 's'}`;
  if (mode === 'calm')
    return ko
      ? `${count} · 시간 제한 없이 차분하게 풀어요 · 순위는 매기지 않아요`
      : `${count} · no clock · nobody is ranked`;
  const seconds = Math.round(open / 1000);
  return ko
    ? `${count} · 문제마다 ${seconds}초 · 빨리 맞힐수록 점수가 높아요`
    : `${count} · ${seconds} seconds each · the faster, the more points`;
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
function asked({ id, post, kept, questions, answers }: Showing, at: number, locale: Locale): Reply | undefined {
  const ko = locale === 'ko';
  const { plan, step, paused } = kept.live;
  const question = questions[at];
  if (!question) return undefined;
  const count = counted(answers.filter((answer) => answer.question === at).length, locale);
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
      { type: 'footer', text: ko ? `마감했어요 · ${count}` : `Closed · ${count}` },
    ]);
  }
  if (paused !== undefined)
    return toChannel('warning', [
      ...head,
      { type: 'footer', text: ko ? `⏸ 잠깐 멈췄어요 · ${count}` : `⏸ Paused · ${count}` },
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
  ]);
}

/** How often each option was chosen, right ones first; of typed answers, right or not. */
export function spread(question: Question, id: string, answers: readonly Answer[], locale: Locale) {
  const shown = form(question, locale, liveShuffle(id, question));
  const total = answers.length;
  if (shown.type !== 'choice') {
    const right = answers.filter((answer) => answer.right).length;
    const name = (ko: string, en: string) => (locale === 'ko' ? ko : en);
    return [
      { name: name('맞은 답', 'Right'), count: right, share: total === 0 ? 0 : right / total },
      { name: name('다른 답', 'Something else'), count: total - right, share: total === 0 ? 0 : 1 - right / total },
    ];
  }
  return shown.options.map(({ value, label }) => {
    const count = answers.filter(({ picked }) => picked.includes(value)).length;
    return { name: label, count, share: total === 0 ? 0 : count / total };
  });
}

const BAR = 10;
const bar = (share: number): string => '█'.repeat(Math.round(share * BAR)) + '░'.repeat(BAR - Math.round(share * BAR));

/** Those who lead, as the class knows them; in calm mode nobody is ranked. */
function leaders({ kept, answers }: Showing, locale: Locale): Block[] {
  if (kept.live.plan.mode === 'calm') return [];
  const names = new Map(answers.map(({ person, name }) => [person, name]));
  const board = boardOf(kept, answers)
    .filter(({ points }) => points > 0)
    .slice(0, LEADERS);
  if (board.length === 0) return [];
  return [
    {
      type: 'fields',
      fields: board.map(({ person, points, rank }) => ({
        name: `${MEDALS[rank - 1] ?? `${rank}.`} ${names.get(person) ?? ''}`.trim(),
        value: locale === 'ko' ? `${points.toLocaleString('ko')}점` : `${points.toLocaleString('en')} points`,
      })),
    },
  ];
}

/** Everyone's standing by the answers so far. */
export const boardOf = ({ live }: Kept, answers: readonly Answer[]): Standing[] =>
  standings(
    live.plan,
    answers.map(({ person, question, right, elapsed }) => ({ person, at: question, right, elapsed })),
  );

function told(showing: Showing, at: number, locale: Locale): Reply | undefined {
  const { id, post, questions, answers } = showing;
  const question = questions[at];
  if (!question) return undefined;
  const ko = locale === 'ko';
  const own = answers.filter((answer) => answer.question === at);
  const right = own.filter((answer) => answer.right).length;
  const answer = solution(question, locale);
  const lines = spread(question, id, own, locale).map(({ name, count, share }) =>
    ko ? `${bar(share)} ${count}명 · ${name}` : `${bar(share)} ${count} · ${name}`,
  );
  return toChannel('success', [
    { type: 'heading', text: ko ? `문제 ${at + 1} 정답` : `The answer to question ${at + 1}` },
    { type: 'text', markdown: answer.includes('\n') ? answer : `**${answer.replaceAll('*', '\\*')}**` },
    { type: 'text', markdown: question.why[locale] },
    ...(own.length > 0 ? [{ type: 'text', markdown: lines.join('  \n') } as const] : []),
    {
      type: 'footer',
      text: ko ? `${own.length}명 가운데 ${right}명이 맞혔어요` : `${right} of ${own.length} were right`,
    },
    ...leaders(showing, locale),
    { type: 'buttons', buttons: [button(ko ? '자세히' : 'More', `seen ${post} more`)] },
  ]);
}

function ended(showing: Showing, locale: Locale): Reply {
  const ko = locale === 'ko';
  const { post, kept, answers } = showing;
  const { step, plan } = kept.live;
  const players = new Set(answers.map(({ person }) => person)).size;
  const right = answers.filter((answer) => answer.right).length;
  const why =
    step.kind === 'over' && step.why === 'abandoned'
      ? ko
        ? '기다려도 이어지지 않아서 여기서 마쳤어요.'
        : 'Nobody went on, so it ends here.'
      : step.kind === 'over' && step.why === 'stopped'
        ? ko
          ? '선생님이 여기서 마쳤어요.'
          : 'The instructor has ended it here.'
        : ko
          ? '모두 수고했어요!'
          : 'Well played, everyone!';
  return toChannel('success', [
    { type: 'heading', text: ko ? '🏁 라이브 퀴즈가 끝났어요' : '🏁 The live quiz is over' },
    { type: 'text', markdown: why },
    ...leaders(showing, locale),
    ...(players > 0
      ? [
          {
            type: 'buttons',
            buttons: [{ ...button(ko ? '내 결과 보기' : 'My result', `result ${post}`), primary: true }],
          } as const,
        ]
      : []),
    {
      type: 'footer',
      text: ko
        ? `${players}명 참여 · 답 ${answers.length}개 가운데 ${right}개가 맞았어요 · 문제 ${plan.questions.length}개 · ${post}`
        : `${players} player${players === 1 ? '' : 's'} · ${right} of ${answers.length} answers right · ${plan.questions.length} questions · ${post}`,
    },
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
