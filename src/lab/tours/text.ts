import { localized } from '../../core/locale.ts';
import { slash } from '../../markdown/slash.ts';

/** All that people read of tours as such; each has words of its own. */
interface TourText {
  refused(message: string): string;
  /** Another object of the student's own has the name. */
  taken(kind: string, name: string): string;
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
  byKubectl: string;
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
  taken: (kind, name) =>
    `이 여행에 쓸 이름으로 만든 다른 ${kind} \`${name}\`이 있어서 바꿀 수 없어요. 지우거나 ${slash('lab 초기화', '을/를')} 한 다음 다시 해 주세요.`,
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
  choose: '쿠버네티스가 해 주는 일 다섯 가지를 하나씩 직접 해 봐요. 한 가지에 5분쯤 걸려요.',
  minutes: '같은 일을 내 컴퓨터의 kubectl로 해도 돼요. 단계마다 명령이 나와요.',
  noSuchTour: (words) => `“${words}” 여행은 없어요. 아래에서 골라 보세요.`,
  place: (title, step, steps) => `${title} ${step}/${steps}`,
  doIt: '해 봐요',
  seeIt: '봐요',
  why: '왜?',
  byKubectl: 'kubectl로 하면',
  byButton: '버튼으로만 할 수 있는 일이에요.',
  printed: '이렇게 나왔어요',
  act: '▶ 해 보기',
  wait: '⏳ 지켜보기',
  didIt: '👀 했어요, 볼래요',
  again: '▶ 다시 해 보기',
  lookAgain: '🔄 새로 보기',
  next: '다음 →',
  faster: '⏩ 시간 빠르게',
  leave: '기다리지 않고 다음 →',
  takes: (seconds) => (seconds < 90 ? `${seconds}초쯤 걸려요.` : `${inMinutes(seconds)}분쯤 걸려요.`),
  notYet: '아직 바뀌는 중이에요.',
  missing: (names) =>
    `이 단계를 하려면 있어야 하는 것이 없어요: ${names.join(', ')}. 지웠어도 괜찮아요. 다시 만들어 드릴게요.`,
  mend: '🧰 다시 준비하기',
  mended: '다시 준비하고 있어요. 몇 초 걸려요.',
  finished: (title) => `🎉 “${title}” 여행을 마쳤어요!`,
  counted: '진도와 복습에 넣어 뒀어요.',
  others: '다른 여행',
  toLab: '🧪 클러스터 보기',
  gone: '이 단계는 이제 없어요. 여행을 다시 골라 주세요.',
};

const en: TourText = {
  refused: (message) => `Kubernetes refused it: \`${message.replaceAll('`', '')}\``,
  taken: (kind, name) =>
    `There is another ${kind} \`${name}\`, which cannot be changed into the one of this tour. Delete it, or ${slash('lab reset')}, and try again.`,
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
  choose: 'Five things that Kubernetes does for you, to try one by one. Each takes about five minutes.',
  minutes: 'Your own kubectl does the same: each step shows the command.',
  noSuchTour: (words) => `There is no tour “${words}”. Choose one of these.`,
  place: (title, step, steps) => `${title} ${step}/${steps}`,
  doIt: 'Do it',
  seeIt: 'See it',
  why: 'Why?',
  byKubectl: 'With kubectl',
  byButton: 'Only the button can do this.',
  printed: 'It printed',
  act: '▶ Do it',
  wait: '⏳ Watch',
  didIt: '👀 I did it',
  again: '▶ Do it again',
  lookAgain: '🔄 Look again',
  next: 'Next →',
  faster: '⏩ Faster',
  leave: 'Go on without waiting →',
  takes: (seconds) =>
    seconds < 90 ? `It takes about ${seconds} seconds.` : `It takes about ${inMinutes(seconds)} minutes.`,
  notYet: 'It is still changing.',
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
