import { localized } from '../../../core/locale.ts';
import type { TourText } from '../tour.ts';

type StepId = 'start' | 'expose' | 'resolve' | 'visit' | 'replace' | 'still';

type DiscoveryText = TourText<StepId>;

const ko: DiscoveryText = {
  title: '서비스 디스커버리',
  called: ['서비스 디스커버리', '디스커버리'],
  about: '주소를 외우지 않고 이름으로 찾아요.',
  steps: {
    start: {
      title: '앱을 띄워요',
      do: '앱 `web` 파드 2개와, 찾아갈 파드 `client`를 띄워요.',
      see: '파드마다 주소(IP)가 달라요. `kubectl get pods -o wide`로 볼 수 있어요. 아직 서비스는 없어요.',
      why: '파드는 언제든 새것으로 바뀌고, 그때마다 주소도 바뀌어요. 그래서 파드 주소를 적어 두고 쓰면 안 돼요.',
    },
    expose: {
      title: '이름을 붙여요',
      do: '서비스 `web`을 만들어요.',
      see: '그림에 서비스가 생기고, 파드로 화살표가 이어져요.',
      why: '서비스는 바뀌지 않는 주소(ClusterIP)와 이름을 줘요. 만들자마자 클러스터의 DNS가 그 이름을 알아요.',
    },
    resolve: {
      title: '이름을 물어봐요',
      do: '`client` 파드에서 `web`이 어디인지 DNS에 물어봐요.',
      see: '`web.default.svc.cluster.local`과 주소 하나가 나와요. 파드 주소가 아니라 서비스 주소예요.',
      why: '파드의 `/etc/resolv.conf`에 `default.svc.cluster.local`을 붙여 찾으라고 적혀 있어요. 그래서 짧은 이름 `web`만으로 찾아요.',
    },
    visit: {
      title: '이름으로 찾아가요',
      do: '`http://web`으로 요청해요.',
      see: '파드 하나가 답해요. 어느 파드인지 몰라도 됐어요.',
      why: '이름 → 서비스 주소 → 준비된 파드 하나. 다른 네임스페이스에서는 `web.default`처럼 네임스페이스까지 적어요.',
    },
    replace: {
      title: '파드를 모두 바꿔요',
      do: '`web` 파드를 모두 지워요.',
      see: '이름도 주소도 다른 새 파드가 생기고, 서비스의 화살표가 새 파드로 옮겨 가요.',
      why: '엔드포인트슬라이스가 새 주소로 바뀌었어요. 서비스의 이름과 주소는 그대로예요.',
    },
    still: {
      title: '그래도 찾아가요',
      do: '같은 이름으로 다시 요청해요.',
      see: '새 파드가 답해요. 바꾼 것은 아무것도 없어요.',
      why: '찾아가는 쪽은 이름 하나만 알면 돼요. 이게 서비스 디스커버리예요.',
    },
  },
};

const en: DiscoveryText = {
  title: 'Service discovery',
  called: ['service discovery', 'discovery', 'dns'],
  about: 'Find an app by its name instead of its address.',
  steps: {
    start: {
      title: 'Start the app',
      do: 'Start two Pods of the app `web`, and a Pod `client` that wants to find them.',
      see: 'Each Pod has an address of its own, as `kubectl get pods -o wide` shows. There is no Service yet.',
      why: 'Pods are replaced at any time, and each new one has another address: nobody should note one down.',
    },
    expose: {
      title: 'Give it a name',
      do: 'Make the Service `web`.',
      see: 'The Service appears, with arrows to the Pods.',
      why: 'A Service has an address that stays (ClusterIP) and a name. The cluster’s DNS knows it at once.',
    },
    resolve: {
      title: 'Ask for the name',
      do: 'From the Pod `client`, ask the DNS where `web` is.',
      see: 'It says `web.default.svc.cluster.local` and one address: the Service’s, not a Pod’s.',
      why: 'A Pod’s `/etc/resolv.conf` says to try names with `default.svc.cluster.local` at their end. So the short name `web` is enough.',
    },
    visit: {
      title: 'Go there by name',
      do: 'Ask `http://web`.',
      see: 'A Pod answers. Nobody had to know which.',
      why: 'A name leads to the Service’s address, and that to one Pod that is ready. From another namespace it is `web.default`.',
    },
    replace: {
      title: 'Replace all Pods',
      do: 'Delete all Pods of `web`.',
      see: 'New ones appear with other names and addresses, and the arrows lead to them.',
      why: 'The EndpointSlice has the new addresses. The Service’s name and address are the same.',
    },
    still: {
      title: 'Still there',
      do: 'Ask the same name again.',
      see: 'A new Pod answers. You changed nothing.',
      why: 'Who looks for an app needs its name alone. That is service discovery.',
    },
  },
};

export const text = localized({ ko, en });
