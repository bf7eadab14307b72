import { localized } from '../../../core/locale.ts';
import type { TourText } from '../tour.ts';

type StepId = 'start' | 'pod' | 'container' | 'node' | 'elsewhere' | 'back';

type HealingText = TourText<StepId>;

const ko: HealingText = {
  title: '자가 치유',
  called: ['자가 치유', '자가 복구', '치유', '복구'],
  about: '파드, 컨테이너, 노드를 죽여 보고 살아나는 걸 봐요.',
  steps: {
    start: {
      title: '앱을 띄워요',
      do: '앱 `web`을 파드 3개로 띄우고, 그 앞에 서비스 `web`을 세워요.',
      see: '파드 3개가 준비돼요.',
      why: '“3개가 있어야 한다”고 적어 둔 것이 바라는 상태예요. 이제 실제 상태를 망가뜨려 볼게요.',
    },
    pod: {
      title: '파드를 지워요',
      do: '파드 하나를 지워요.',
      see: '지운 파드는 잠깐 `끝나는 중`(×)이었다가 사라지고, 그사이 벌써 새 파드가 생겨요. 이름이 달라요.',
      why: '레플리카셋은 파드가 3개인지 계속 세고 있어요. 모자라면 파드 템플릿대로 하나 더 만들어요. 고치는 게 아니라 새로 만드는 거라 이름도 주소도 바뀌어요.',
    },
    container: {
      title: '컨테이너를 죽여요',
      do: '파드 안의 프로세스를 죽여요. 프로그램이 갑자기 꺼진 셈이에요.',
      see: '파드는 그대로인데 `재시작 1`이 붙어요. 파드 이름이 안 바뀌어요.',
      why: '이번에는 그 노드의 kubelet이 고쳤어요. 파드는 그대로 두고 컨테이너만 다시 시작해요(`restartPolicy: Always`). 처음에는 바로 시작하고, 자꾸 죽으면 10초, 20초, 40초… 점점 오래 기다렸다가 시작해요. 그게 CrashLoopBackOff예요.',
    },
    node: {
      title: '노드를 꺼요',
      do: '노드 하나의 전원을 뽑아요.',
      see: '쿠버네티스는 노드가 꺼진 걸 바로 알지 못해요. 50초쯤 지나면 노드가 `NotReady`가 되고, 서비스는 그 노드의 파드를 빼요.',
      why: 'kubelet이 10초마다 보내던 소식이 끊겨도 50초까지는 기다려요(`node-monitor-grace-period`). 잠깐 네트워크가 끊긴 걸 수도 있으니까요. 그 뒤 노드에 `unreachable` 테인트가 붙어요.',
    },
    elsewhere: {
      title: '다른 노드에서 살아나요',
      do: '이번에는 기다리기만 해요. 5분쯤 걸려요. 기다리지 않고 넘어가도 돼요.',
      see: '5분이 지나면 쿠버네티스가 꺼진 노드의 파드를 지우기로 하고, 켜져 있는 노드에 새 파드를 만들어요. 꺼진 노드의 파드는 `연락이 끊김`(?)인 채로 남아요. `kubectl get pods`에는 `Terminating`으로 나와요.',
      why: '파드마다 꺼진 노드를 300초 동안 참아 주라는 톨러레이션이 자동으로 붙어 있어요. 그 시간이 지나면 내보내고(eviction), 레플리카셋이 다른 곳에 새로 만들어요.',
    },
    back: {
      title: '노드를 다시 켜요',
      do: '꺼진 노드를 켜요.',
      see: '노드가 `Ready`로 돌아와요. 5분을 기다렸다면 남아 있던 옛 파드가 정리되고, 다른 노드의 새 파드는 그대로 있어요. 기다리지 않았다면 그 노드의 파드는 그대로 있고 컨테이너만 다시 시작돼요.',
      why: '쿠버네티스는 잘 돌고 있는 파드를 일부러 옮기지 않아요. 그래서 파드가 다른 노드에 새로 생긴 뒤라면, 켜진 노드는 다음 파드를 만들 때까지 비어 있어요.',
    },
  },
};

const en: HealingText = {
  title: 'Self-healing',
  called: ['self-healing', 'healing'],
  about: 'Have a Pod, a container and a node die, and see them come back.',
  steps: {
    start: {
      title: 'Start the app',
      do: 'Start the app `web` with three Pods, and put the Service `web` in front of them.',
      see: 'Three Pods get ready.',
      why: '“There shall be three” is the desired state. Now let us break the actual one.',
    },
    pod: {
      title: 'Delete a Pod',
      do: 'Delete one of its Pods.',
      see: 'The Pod is `terminating` (×) for a moment and then gone, and a new one is there already. It has another name.',
      why: 'The ReplicaSet counts its Pods all the time. Where one is missing it makes another from the Pod template. Nothing is mended: the new one has a new name and a new address.',
    },
    container: {
      title: 'Kill a container',
      do: 'Kill the process in a Pod, as if the program had crashed.',
      see: 'The Pod stays, and has `1 restart`. Its name is the same.',
      why: 'This time the kubelet of that node did it: it starts the container again in the same Pod (`restartPolicy: Always`). The first time it does so at once; if that happens again and again, it waits 10, 20, 40 seconds … before each start. That is CrashLoopBackOff.',
    },
    node: {
      title: 'Switch a node off',
      do: 'Pull the plug of a node.',
      see: 'Kubernetes does not know at once that the node is off. After about 50 seconds it is `NotReady`, and the Service leaves out its Pods.',
      why: 'The kubelet’s word, which came every ten seconds, is missed for up to 50 seconds (`node-monitor-grace-period`): it may be the network alone. Then the node gets the taint `unreachable`.',
    },
    elsewhere: {
      title: 'Alive elsewhere',
      do: 'Only wait: it takes about five minutes. You need not stay for it.',
      see: 'After five minutes Kubernetes deletes the Pods of that node, and makes new ones on the nodes that are up. Those on the node stay `out of reach` (?); `kubectl get pods` calls them `Terminating`.',
      why: 'Each Pod tolerates a node that is out of reach for 300 seconds, which Kubernetes adds by itself. After that it is evicted, and the ReplicaSet makes another elsewhere.',
    },
    back: {
      title: 'Switch it on again',
      do: 'Switch the node on again.',
      see: 'The node is `Ready`. If you waited the five minutes, what was left on it is cleared away, and the new Pods stay on the other nodes. If you did not, its Pods only have their containers started again.',
      why: 'Kubernetes moves no Pod that runs well. Where its Pods were made anew elsewhere, the node is empty until there are more to make.',
    },
  },
};

export const text = localized({ ko, en });
