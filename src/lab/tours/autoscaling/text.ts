import { localized } from '../../../core/locale.ts';
import type { TourText } from '../tour.ts';

type StepId = 'start' | 'scaler' | 'load' | 'quiet' | 'tug';

type AutoscalingText = TourText<StepId>;

const ko: AutoscalingText = {
  title: '오토스케일링',
  called: ['오토스케일링', '스케일링'],
  about: '손님이 몰리면 파드가 늘고, 한가해지면 줄어요.',
  steps: {
    start: {
      title: '앱을 띄워요',
      do: '파드 하나로 앱 `web`을 띄우고, CPU를 100m(0.1개)만큼 달라고 적어요.',
      see: '파드 하나가 준비돼요.',
      why: '오토스케일러는 “달라고 한 CPU의 몇 %를 쓰나”로 판단해요. `requests`를 적지 않으면 판단할 수 없어요.',
    },
    scaler: {
      title: '오토스케일러를 붙여요',
      do: 'CPU를 50%쯤 쓰도록 파드를 1개에서 6개 사이로 맞추라고 해요.',
      see: '그림 위쪽에 HPA가 생겨요. 처음에는 CPU가 `?`였다가 숫자로 바뀌어요.',
      why: 'HPA는 15초마다 파드들이 쓴 CPU를 물어봐요. 숫자는 metrics-server가 알려 줘서 조금 늦게 나와요.',
    },
    load: {
      title: '손님이 몰려요',
      do: '부하를 걸어요. CPU를 모두 합쳐 0.4개 쓸 만큼 요청이 들어와요.',
      see: 'CPU가 50%를 훌쩍 넘고, 파드가 늘어나요. 늘어난 파드가 일을 나눠 가지면서 CPU가 내려가요.',
      why: '필요한 수 = 지금 수 × (지금 CPU ÷ 목표 CPU)를 올림한 값이에요. 예를 들어 파드 4개가 평균 160%를 쓰면 4 × 160 ÷ 50 = 12.8이니 13개인데, 최대가 6개라 6개까지만 늘어요. CPU는 15초마다 새로 재기 때문에 여러 번에 나눠서 늘어나요.',
    },
    quiet: {
      title: '한가해져요',
      do: '부하를 멈춰요.',
      see: 'CPU는 곧 0%에 가까워지지만 파드는 바로 줄지 않아요. 5분쯤 기다리면 1개로 줄어요.',
      why: '줄이는 건 천천히 해요. 지난 5분 동안 필요했던 수 가운데 가장 큰 값을 따라요(`stabilizationWindowSeconds`). 손님이 다시 몰릴 때 파드를 또 만드느라 늦지 않으려고요.',
    },
    tug: {
      title: '손으로 바꿔 봐요',
      do: 'HPA가 있는데 사람이 파드를 3개로 바꿔요.',
      see: '3개로 늘었다가, 다시 HPA가 정한 수로 줄어요. 앞 단계를 기다리지 않고 넘어왔다면 5분까지 걸려요.',
      why: '수를 정하는 건 이제 HPA예요. 사람이 바꾼 수도 “지금 수”일 뿐이라 다시 계산해요. HPA를 쓸 때는 매니페스트에 `replicas`를 적지 않는 편이 좋아요.',
    },
  },
};

const en: AutoscalingText = {
  title: 'Autoscaling',
  called: ['autoscaling', 'scaling', 'hpa'],
  about: 'Pods become more under load, and fewer when it is quiet.',
  steps: {
    start: {
      title: 'Start the app',
      do: 'Start the app `web` with one Pod that requests 100m of CPU, a tenth of a core.',
      see: 'One Pod gets ready.',
      why: 'An autoscaler goes by the share of the requested CPU that is used. Without `requests` it knows nothing.',
    },
    scaler: {
      title: 'Add an autoscaler',
      do: 'Have it keep between one and six Pods, so that they use about 50% of their CPU.',
      see: 'An HPA appears at the top. Its CPU is `?` at first and then a number.',
      why: 'The HPA asks every 15 seconds how much CPU the Pods use. The metrics server tells it, a little late.',
    },
    load: {
      title: 'Everybody comes',
      do: 'Put load on it: so many requests that the Pods use 0.4 cores together.',
      see: 'CPU goes far above 50% and the Pods become more. As they share the work, it comes down.',
      why: 'Wanted = Pods now × (CPU now ÷ target), rounded up. Of four Pods at 160% that is 4 × 160 ÷ 50 = 12.8, so 13; but six is the most that you allowed. CPU is measured anew every 15 seconds, so they become more in several goes.',
    },
    quiet: {
      title: 'It gets quiet',
      do: 'End the load.',
      see: 'CPU is soon near 0%, but the Pods stay. After about five minutes one is left.',
      why: 'Scaling down is slow on purpose: of what was wanted within the last five minutes, the most counts (`stabilizationWindowSeconds`). So nobody waits for new Pods when load comes back.',
    },
    tug: {
      title: 'Change it by hand',
      do: 'Scale to three Pods by hand, although there is an HPA.',
      see: 'There are three, and then as many as the HPA wants again. If you did not wait at the step before, that takes up to five minutes.',
      why: 'The HPA has the say now. What a person sets is only “Pods now” in its next sum. With an HPA, leave `replicas` out of your manifest.',
    },
  },
};

export const text = localized({ ko, en });
