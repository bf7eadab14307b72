import { localized } from '../../../core/locale.ts';
import type { TourText } from '../tour.ts';

type StepId = 'start' | 'ask' | 'busy' | 'again' | 'well' | 'more';

type BalancingText = TourText<StepId>;

const ko: BalancingText = {
  title: '로드 밸런싱',
  called: ['로드 밸런싱', '로드밸런서', '밸런싱'],
  about: '요청이 나뉘는 걸 보고, 준비 안 된 파드를 빼는 걸 봐요.',
  steps: {
    start: {
      title: '앱과 서비스를 띄워요',
      do: '앱 `web` 파드 3개와, 그 앞에 설 서비스 `web`을 만들어요. 물어볼 파드 `client`도 만들어요. 앱에는 준비 검사(`readinessProbe`)를 달아요.',
      see: '서비스에서 파드 3개로 화살표가 이어져요.',
      why: '서비스는 `app=web` 라벨이 붙은 파드를 찾아 주소를 엔드포인트슬라이스에 적어 둬요. 화살표는 거기 적힌 준비된 파드예요.',
    },
    ask: {
      title: '열두 번 물어봐요',
      do: '`client` 파드에서 서비스에 열두 번 요청해요.',
      see: '파드마다 몇 번 답했는지 세었어요. 한 파드에만 몰리지 않아요.',
      why: '손님은 서비스 주소 하나만 알아요. 연결마다 kube-proxy의 규칙이 뒤에 있는 파드 하나를 골라요. 차례대로가 아니라 아무 파드나 고르는 거라, 수가 똑같지는 않아요.',
    },
    busy: {
      title: '파드 하나가 바빠져요',
      do: '파드 하나가 “나는 준비 안 됐어요”라고 답하게 해요. 파드는 계속 돌고 있어요.',
      see: '그 파드가 `준비 안 됨`(N)이 되고, 서비스의 화살표가 ×로 끊겨요. 재시작은 하지 않아요.',
      why: '준비 검사(`readinessProbe`)가 실패하면 죽이지 않고 서비스에서 빼기만 해요. 바쁜 파드에 손님을 더 보내지 않으려고요.',
    },
    again: {
      title: '다시 물어봐요',
      do: '같은 요청을 열두 번 더 보내요.',
      see: '두 파드만 답해요. 실패한 요청은 없어요.',
      why: '손님이 쓰는 주소는 그대로인데, 뒤에서 답하는 파드만 바뀌었어요.',
    },
    well: {
      title: '다시 준비됐어요',
      do: '그 파드가 다시 준비됐다고 답하게 해요.',
      see: 'N이 R로 바뀌고, 화살표가 다시 이어져요.',
      why: '검사가 한 번 성공하면 서비스에 바로 다시 들어와요. 사람이 할 일은 없어요.',
    },
    more: {
      title: '파드를 늘려요',
      do: '파드를 5개로 늘려요.',
      see: '화살표가 5개가 돼요. 서비스는 건드리지 않았어요.',
      why: '라벨이 맞는 파드가 생기면 저절로 서비스 뒤에 서요. 그래서 오토스케일링도, 롤아웃도 서비스를 고칠 필요가 없어요.',
    },
  },
};

const en: BalancingText = {
  title: 'Load balancing',
  called: ['load balancing', 'balancing'],
  about: 'See requests spread, and who is not ready left out.',
  steps: {
    start: {
      title: 'Start app and Service',
      do: 'Make three Pods of the app `web`, which have a `readinessProbe`, the Service `web` in front of them, and a Pod `client` to ask from.',
      see: 'Arrows lead from the Service to three Pods.',
      why: 'The Service finds the Pods with the label `app=web` and notes their addresses in an EndpointSlice. The arrows are those that are ready.',
    },
    ask: {
      title: 'Ask twelve times',
      do: 'From the Pod `client`, ask the Service twelve times.',
      see: 'How often each Pod has answered: no one of them does it all.',
      why: 'A client knows the one address of the Service. For each connection the rules of kube-proxy pick one of the Pods behind it, at random rather than in turn; so the counts differ.',
    },
    busy: {
      title: 'One is busy',
      do: 'Have one Pod say that it is not ready. It goes on running.',
      see: 'The Pod is `not ready` (N), and its arrow ends in a ×. It is not restarted.',
      why: 'Where a `readinessProbe` fails, the Pod is not killed, it is only left out of the Service: who is busy gets no more to do.',
    },
    again: {
      title: 'Ask again',
      do: 'Send the same twelve requests again.',
      see: 'Two Pods answer, and no request failed.',
      why: 'The address is the same for the client. Only who answers behind it has changed.',
    },
    well: {
      title: 'Ready again',
      do: 'Have the Pod say that it is ready again.',
      see: 'N becomes R, and the arrow is back.',
      why: 'Once its probe succeeds, it is behind the Service again. Nobody has to do anything.',
    },
    more: {
      title: 'More Pods',
      do: 'Scale to five Pods.',
      see: 'There are five arrows. Nobody touched the Service.',
      why: 'Whatever has the label stands behind the Service by itself. That is why neither autoscaling nor a rollout has to change it.',
    },
  },
};

export const text = localized({ ko, en });
