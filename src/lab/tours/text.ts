import { localized } from '../../core/locale.ts';
import { withParticle } from '../../language/with-particle.ts';

/** All that people read of tours as such; each has words of its own. */
interface TourText {
  refused(message: string): string;
  needs: Readonly<
    Record<
      | 'web'
      | 'service'
      | 'nodes'
      | 'client'
      | 'request'
      | 'scaler'
      | 'mistake'
      | 'history'
      | 'outage'
      | 'busy'
      | 'probe',
      string
    >
  >;

  // Which to take.
  choose: string;
  minutes: string;
  noSuchTour(words: string): string;

  // A step.
  place(title: string, step: number, steps: number): string;
  doIt: string;
  seeIt: string;
  why: string;
  byKubectl(lines: number): string;
  byButton: string;
  printed: string;
  act: string;
  wait: string;
  didIt: string;
  again: string;
  lookAgain: string;
  next: string;
  faster: string;
  leave: string;
  takes(seconds: number): string;
  notYet: string;

  /** `names`: such as `deployment/web`. */
  left(names: readonly string[]): string;
  tidies: string;
  tidy: string;
  missing(names: readonly string[]): string;
  mend: string;
  mended: string;

  finished(title: string): string;
  counted: string;
  others: string;
  toLab: string;
  gone: string;
}

const inMinutes = (seconds: number): number => Math.max(1, Math.round(seconds / 60));

const ko: TourText = {
  refused: (message) => `쿠버네티스가 거절했어요: \`${message.replaceAll('`', '')}\``,
  needs: {
    web: '디플로이먼트 `web`',
    service: '서비스 `web`',
    nodes: '켜져 있는 노드 3개',
    client: '물어볼 파드 `client`',
    request: 'CPU를 달라고 적은 디플로이먼트 `web`',
    scaler: 'HPA `web`',
    mistake: '잘못 바꾼 버전',
    history: '되돌아갈 버전',
    outage: '꺼진 노드',
    busy: '준비 안 된 파드',
    probe: '준비 검사가 있는 디플로이먼트 `web`',
  },
  choose:
    '쿠버네티스가 해 주는 일 다섯 가지를 하나씩 따라 해 봐요. 하나에 5~10분쯤 걸리고, 오래 기다리는 단계는 건너뛰어도 돼요.',
  minutes: '같은 일을 내 컴퓨터의 kubectl로 해도 돼요. 단계마다 명령이 나와요.',
  noSuchTour: (words) => `${withParticle(`‘${words}’`, '이라는/라는')} 주제는 없어요. 아래에서 골라 보세요.`,
  place: (title, step, steps) => `${title} ${step}/${steps}`,
  doIt: '해 봐요',
  seeIt: '봐요',
  why: '왜?',
  byKubectl: (lines) =>
    `아래 ‘실행하기’를 누르면 ${lines > 1 ? `이 명령 ${lines}개를 차례로` : '이 명령을'} 대신 실행해요. kubectl에 직접 입력해도 돼요.`,
  byButton: '버튼으로만 할 수 있는 일이에요.',
  printed: '이렇게 나왔어요',
  act: '▶ 실행하기',
  wait: '⏳ 지켜보기',
  didIt: '✅ 직접 입력했어요',
  again: '▶ 다시 실행하기',
  lookAgain: '🔄 새로 보기',
  next: '다음 →',
  faster: '⏩ 시간 빠르게',
  leave: '기다리지 않고 다음 →',
  takes: (seconds) => (seconds < 90 ? `${seconds}초쯤 걸려요.` : `${inMinutes(seconds)}분쯤 걸려요.`),
  notYet: '아직 바뀌는 중이에요.',
  left: (names) =>
    `따라 하기에서는 처음부터 하나씩 새로 만들어요. 그런데 전에 만든 것이 남아 있어요: ${names.map((one) => `\`${one}\``).join(', ')}.`,
  tidies: '시작하려면 이것만 지워요. 다른 것은 건드리지 않아요. 남겨 두고 싶은 것이면 시작하지 말고 클러스터를 보세요.',
  tidy: '🧹 지우고 시작하기',
  missing: (names) =>
    `이 단계를 하려면 있어야 하는 것이 없어요: ${names.join(', ')}. 지웠어도 괜찮아요. 다시 만들어 드릴게요.`,
  mend: '🧰 다시 준비하기',
  mended: '다시 준비하고 있어요. 몇 초 걸려요.',
  finished: (title) => `🎉 “${title}” 따라 하기를 마쳤어요!`,
  counted: '진도와 복습에 넣어 뒀어요.',
  others: '다른 것도 따라 해 봐요',
  toLab: '🧪 클러스터 보기',
  gone: '이 단계는 이제 없어요. 따라 하기를 다시 골라 주세요.',
};

const en: TourText = {
  refused: (message) => `Kubernetes refused it: \`${message.replaceAll('`', '')}\``,
  needs: {
    web: 'the Deployment `web`',
    service: 'the Service `web`',
    nodes: 'three nodes that are up',
    client: 'the Pod `client` to ask from',
    request: 'a Deployment `web` that requests CPU',
    scaler: 'the HPA `web`',
    mistake: 'the version that was a mistake',
    history: 'a version to go back to',
    outage: 'a node that is down',
    busy: 'a Pod that is not ready',
    probe: 'a Deployment `web` with a readiness probe',
  },
  choose:
    'Five things that Kubernetes does for you, to try one by one. Each takes 5 to 10 minutes; steps that take long may be skipped.',
  minutes: 'Your own kubectl does the same: each step shows the command.',
  noSuchTour: (words) => `There is no tour “${words}”. Choose one of these.`,
  place: (title, step, steps) => `${title} ${step}/${steps}`,
  doIt: 'Do it',
  seeIt: 'See it',
  why: 'Why?',
  byKubectl: (lines) =>
    `“Do it” runs ${lines > 1 ? `these ${lines} commands` : 'this command'} for you. You may as well type ${lines > 1 ? 'them' : 'it'} into kubectl.`,
  byButton: 'Only the button can do this.',
  printed: 'It printed',
  act: '▶ Do it',
  wait: '⏳ Watch',
  didIt: '✅ I typed it',
  again: '▶ Do it again',
  lookAgain: '🔄 Look again',
  next: 'Next →',
  faster: '⏩ Faster',
  leave: 'Go on without waiting →',
  takes: (seconds) =>
    seconds < 90 ? `It takes about ${seconds} seconds.` : `It takes about ${inMinutes(seconds)} minutes.`,
  notYet: 'It is still changing.',
  left: (names) =>
    `This tour makes everything anew, and there is something of an earlier time: ${names.map((one) => `\`${one}\``).join(', ')}.`,
  tidies: 'To begin, this alone is deleted, and nothing else is touched. If you want to keep it, do not begin.',
  tidy: '🧹 Delete it and begin',
  missing: (names) =>
    `This step needs what is not there: ${names.join(', ')}. If you deleted it, never mind: it can be set up again.`,
  mend: '🧰 Set it up again',
  mended: 'It is being set up again. Give it a few seconds.',
  finished: (title) => `🎉 You finished the tour “${title}”!`,
  counted: 'It counts in your progress and review.',
  others: 'Other tours',
  toLab: '🧪 Show the cluster',
  gone: 'That step is no longer there. Please choose a tour again.',
};

export const text = localized({ ko, en });
