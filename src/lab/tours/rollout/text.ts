import { localized } from '../../../core/locale.ts';
import type { TourText } from '../tour.ts';

type StepId = 'start' | 'update' | 'mistake' | 'undo' | 'restart';

type RolloutText = TourText<StepId>;

const ko: RolloutText = {
  title: '자동 롤아웃과 롤백',
  called: ['롤아웃', '롤백', '배포'],
  about: '새 버전을 내보내다가 실패해 보고, 되돌려요.',
  steps: {
    start: {
      title: '앱을 띄워요',
      do: '버전 1.0인 앱 `web`을 파드 3개로 띄우고, 그 앞에 서비스 `web`을 세워요. 바뀌는 모습을 볼 수 있게, 새 파드를 5초 지켜본 다음에 옛 파드를 없애도록 정해 둬요(`minReadySeconds`).',
      see: '노드에 `1.0` 파드가 하나씩 생겨요. 모두 초록 동그라미(R)가 되면 준비된 거예요.',
      why: '디플로이먼트에는 “1.0 파드 3개”라고만 적었어요. 파드는 디플로이먼트가 만든 레플리카셋이 만들어요. 디플로이먼트는 앞으로 이 수와 버전을 계속 맞춰요.',
    },
    update: {
      title: '새 버전으로 바꿔요',
      do: '이미지를 1.1로 바꿔요. 한 줄이면 돼요.',
      see: '새 `1.1` 파드가 하나씩 생기고, 준비된 만큼 옛 `1.0` 파드가 하나씩 사라져요. 색이 버전이에요. 서비스는 바뀌는 동안에도 준비된 파드로만 보내요.',
      why: '디플로이먼트가 레플리카셋을 하나 더 만들어 새 파드를 조금씩 늘리고 옛 파드를 줄였어요. 한꺼번에 몇 개까지 더 만들고(`maxSurge`) 몇 개까지 모자라도 되는지(`maxUnavailable`)는 정할 수 있어요. 기본은 둘 다 25%예요. 파드가 3개면 올림과 내림을 해서, 1개까지 더 만들고 하나도 모자라지 않게 해요.',
    },
    mistake: {
      title: '잘못된 버전을 내보내요',
      do: '없는 버전 9.9로 바꿔요. 오타가 났다고 생각해 봐요.',
      see: '새 파드 하나가 `ErrImagePull`, 조금 뒤 `ImagePullBackOff`가 돼요. 그런데 옛 파드 3개는 그대로 일해요.',
      why: '새 파드가 준비되지 않으면 롤아웃은 더 나아가지 않아요. 파드 3개짜리 앱은 하나도 모자라면 안 되니 옛 파드를 먼저 없애지 않고, 잘못된 버전을 내보내도 손님은 몰라요.',
    },
    undo: {
      title: '되돌려요',
      do: '바로 앞 버전으로 되돌려요.',
      see: '오류 난 `9.9` 파드가 사라지고, 일하던 옛 파드 3개만 남아요. 이름이 그대로예요.',
      why: '바로 앞 버전의 레플리카셋이 파드 3개와 함께 남아 있었어요. `9.9` 파드가 준비되지 않아서 줄이지 않았거든요. 되돌리기는 그 레플리카셋에 적힌 파드 템플릿을 디플로이먼트에 다시 적는 일이에요. 이번에는 파드를 새로 만들 것도 없이 `9.9` 파드만 없애면 됐어요. 다 바뀐 뒤에 되돌리면, 파드가 0개인 채로 남아 있던 옛 레플리카셋이 다시 파드를 만들어요.',
    },
    restart: {
      title: '그대로 다시 시작해요',
      do: '버전은 그대로 두고 파드를 모두 새것으로 바꿔요.',
      see: '파드가 하나씩 같은 버전의 새 파드로 바뀌어요. 이번에도 한꺼번에 없어지지 않아요.',
      why: '파드 템플릿의 어노테이션에 다시 시작한 시각을 적었을 뿐인데 롤아웃이 일어났어요. 디플로이먼트는 파드 템플릿이 바뀌면 언제나 롤아웃을 해요.',
    },
  },
};

const en: RolloutText = {
  title: 'Automated rollout and rollback',
  called: ['rollout', 'rollback'],
  about: 'Roll out a new version, see one go wrong, and take it back.',
  steps: {
    start: {
      title: 'Start the app',
      do: 'Start the app `web`, version 1.0, with three Pods, and put the Service `web` in front of them. So that there is something to see, a new Pod is watched for five seconds before an old one goes (`minReadySeconds`).',
      see: 'Pods of `1.0` appear on the nodes. A green circle (R) is one that is ready.',
      why: 'All that the Deployment says is “three Pods of 1.0”. The ReplicaSet that it made makes the Pods. From now on the Deployment keeps both the number and the version.',
    },
    update: {
      title: 'Go to a new version',
      do: 'Change the image to 1.1. One line does it.',
      see: 'Pods of `1.1` appear one after another, and for each that is ready a Pod of `1.0` goes. Colours are versions. All the while the Service sends to ready Pods only.',
      why: 'The Deployment made a second ReplicaSet, and let the one grow while the other shrank. How many more there may be meanwhile (`maxSurge`) and how many may be missing (`maxUnavailable`) can be set; both are 25% by default. Of three Pods that is one more, rounded up, and none missing, rounded down.',
    },
    mistake: {
      title: 'Roll out a mistake',
      do: 'Change the image to 9.9, which does not exist. Call it a typo.',
      see: 'One new Pod has `ErrImagePull` and then `ImagePullBackOff`. The three old Pods go on.',
      why: 'A rollout goes no further until its new Pods are ready. Of three Pods none may be missing, so no old one is taken away first, and nobody outside notices a version that does not work.',
    },
    undo: {
      title: 'Take it back',
      do: 'Go back to the version before.',
      see: 'The Pod of `9.9` goes, and the three Pods that have worked all along are left, with the names that they had.',
      why: 'The ReplicaSet of the version before still had its three Pods: as the Pod of `9.9` never got ready, they were not taken away. Undoing writes its Pod template into the Deployment again. No Pod had to be made this time, and the one of `9.9` was removed. After a finished rollout, the old ReplicaSet is still there with no Pods, and makes them again.',
    },
    restart: {
      title: 'Restart it',
      do: 'Replace all Pods by new ones of the same version.',
      see: 'One Pod after another is replaced by one of the same version, and never all at once.',
      why: 'All that was written was the time of the restart, as an annotation of the Pod template. A Deployment rolls out whenever its Pod template changes.',
    },
  },
};

export const text = localized({ ko, en });
