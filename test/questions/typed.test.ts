import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { solution, withNames } from '../../src/questions/types.ts';
import { syllables } from '../support/any.ts';
import { faults, rightOnes, written } from '../support/questions.ts';

const among = (accept: readonly (string | number)[], answers: readonly string[]) =>
  rightOnes(written({ type: 'typed', accept }), answers);

const allRight = (accept: readonly (string | number)[], answers: readonly string[]) =>
  expect(among(accept, answers)).toEqual(answers);

const allWrong = (accept: readonly (string | number)[], answers: readonly string[]) =>
  expect(among(accept, answers)).toEqual([]);

describe('a right answer is right', () => {
  test('in either language that the author accepts', () => {
    allRight(['하이퍼바이저', 'hypervisor'], ['하이퍼바이저', 'hypervisor', 'Hypervisor', 'HYPERVISOR']);
  });

  test('with particles, copulas and marks after it', () => {
    allRight(['파드'], ['파드가', '파드예요', '파드입니다.', '파드요!!', '파드들은', '파드가 ?', '“파드”', '`파드`']);
    allRight(['Pod'], ['pod', 'Pod입니다', 'pod들', 'pods', 'pods를', 'Pods예요.']);
  });

  test('in the plural or the singular', () => {
    allRight(['microservice'], ['microservices']);
    allRight(['ingress'], ['ingresses']);
    allRight(['network policy'], ['network policies']);
    allRight(['kubectl get pods'], ['kubectl get pod']);
  });

  test('with other spaces, hyphens and case', () => {
    allRight(
      ['자가 복구', 'self-healing'],
      ['자가복구', ' 자가  복구 ', 'self healing', 'SelfHealing', 'SELF-HEALING'],
    );
    allRight(['kubectl get pods'], ['KUBECTL GET PODS', 'kubectl  get\tpods', 'kubectlget pods', '$ kubectl get pods']);
  });

  test('from any keyboard: NFD, full-width, with invisible characters', () => {
    allRight(['파드', '8080'], ['파드'.normalize('NFD'), '８０８０', '\u200b파드\u3164']);
    allRight(['파드'.normalize('NFD')], ['파드']);
  });

  test('with a slip of the finger, more of them in a long word', () => {
    allRight(['쿠버네티스'], ['쿠버내티스', '쿠버네티시', '쿠베네티스']);
    allRight(['kubernetes'], ['kubernets', 'kubenretes', 'kubernetis', 'kubrnets']);
    allRight(['kubectl get pods'], ['kubctl get pods', 'kubectl get pdos', 'kubeclt get pods']);
  });

  test('with what people put around an answer', () => {
    allRight(
      ['파드'],
      ['정답은 파드', '정답: 파드', '답: 파드', '제 답은 파드예요.', '파드라고 생각해요', '파드인 것 같아요!'],
    );
    allRight(['디플로이먼트'], ['답은 디플로이먼트라고 생각합니다', '디플로이먼트라고 봐요']);
    allRight(['Pod'], ['it is a Pod', "It's a pod.", 'The answer is Pod', '답: pod']);
    allWrong(['파드'], ['정답은 노드', '답:', '정답은', '노드라고 생각해요', '라고 생각해요']);
    allWrong(['Pod'], ['it is a Node', 'it is a', 'it is not a Pod']);
  });

  test('with what becomes of it, or what kind of thing it is', () => {
    allRight(['festival'], ['festival에 있어요', 'festival이 나와요', 'festival로 바뀝니다']);
    allRight(['crictl'], ['crictl 명령', 'crictl 명령어예요', 'the crictl command']);
    allRight(['finalizers'], ['finalizers 필드', 'finalizers 필드에 적어요']);
    allWrong(['festival'], ['shop에 있어요', '있어요', '필드']);
    allWrong(['cordon', '코든'], ['코든 해제', '코든을 풀어요']);
  });

  test('with two keystrokes of four that changed places, or one too few or too many', () => {
    allRight(['node'], ['ndoe', 'noed', 'onde', 'nod', 'nodee']);
  });

  test('as a number, however YAML wrote it', () => {
    allRight([8080], ['8080', '8080이에요', '8080.']);
    allRight(['4개', 4, 'four'], ['4', '4개', '4 개', '4개요', 'Four']);
  });

  test('as a sign, when a sign is asked for', () => {
    allRight(['|'], ['|', ' | ', '｜']);
    allWrong(['|'], ['', '-', '||']);
  });
});

describe('another answer is wrong', () => {
  test('when it is another command, or another word of a command', () => {
    allWrong(
      ['kubectl get pods'],
      [
        'kubectl get nodes',
        'kubectl delete pods',
        'docker get pods',
        'kubectl get',
        'get pods',
        'kubectl pods get',
        'kubectl get pods -A',
      ],
    );
    allWrong(
      ['kubectl apply -f web.yaml'],
      ['kubectl apply -k web.yaml', 'kubectl delete -f web.yaml', 'kubectl apply web.yaml'],
    );
  });

  test('when it is the opposite, by a piece in front', () => {
    allWrong(['uncordon', 'kubectl uncordon node-2'], ['cordon', 'kubectl cordon node-2']);
    allWrong(['cordon'], ['uncordon']);
    allWrong(['unschedulable'], ['schedulable']);
    allWrong(['schedulable'], ['unschedulable']);
  });

  test('when it lacks the piece that makes the name', () => {
    allWrong(['컨테이너드'], ['컨테이너']);
    allWrong(['StatefulSet'], ['stateful', 'ReplicaSet', 'DaemonSet']);
    allWrong(['마이크로서비스'], ['서비스']);
  });

  test('when it is another number, in digits', () => {
    allWrong(['8080', '8080번', 'port 8080'], ['8081', '8081번', 'port 8081', '808', '80800', 'port8081']);
    allWrong(['20', '20%', '20퍼센트'], ['30퍼센트', '30%', '2퍼센트', '200']);
    allWrong(['파드 4개', '4 Pods'], ['파드 5개', '파드5개', '5 Pods', '5pods', '파드개']);
    allWrong(['localhost:9000', 'node-2'], ['localhost:9001', 'node-3', 'node']);
  });

  test('when it is another short word', () => {
    allWrong(['Pod'], ['Job', 'Pot', 'PV', 'po', '']);
    allWrong(['세 개'], ['네 개', '두 개']);
    allWrong(['노드'], ['로그', '볼륨', '코드', '모드', '노트']);
    allWrong(['node'], ['none', 'mode', 'code', 'nude']);
    allWrong(['파드'], ['카드', '파트']);
  });

  test('when it is another long word', () => {
    allWrong(['디플로이먼트', 'Deployment'], ['레플리카셋', 'ReplicaSet', 'Development environment', '디플로이']);
    allWrong(['NoExecute'], ['NoSchedule', 'execute']);
  });

  test('when it is another path, address or name with digits or marks, by a single letter', () => {
    allWrong(['shop-6c8f5d9b7c'], ['shop-6c8f5d9b7d', 'shop-6c8f5d9b7', 'shpo-6c8f5d9b7c']);
    allWrong(['SHOP_THEME'], ['SHOP_THEMES', 'SHOP_THEMA']);
    allWrong(['/host/var/log'], ['/host/var/logs', '/hosts/var/log']);
    allWrong(['http://seats.festival:8080'], ['https://seats.festival:8080']);
    allWrong(['apps/v1'], ['app/v1']);
    allRight(['kubectl scale deployment/web --replicas=4'], ['kubectl scalee deployment/web --replicas=4']);
  });

  test('when it is another field, by a single letter', () => {
    allWrong(['envFrom'], ['envForm', 'envFrm', 'evnFrom']);
    allRight(['envFrom'], ['envfrom', 'envFrom이에요', 'env from']);
  });

  test('when an option of one letter is in another case', () => {
    allWrong(['-u', '--unit'], ['-U', '-U 옵션']);
    allWrong(['-it'], ['-IT', '-It']);
    allRight(['-u', '--unit'], ['-u', '--UNIT']);
  });

  test('when without its ending it is another word, with which a name begins', () => {
    allWrong(['ClusterIP', '클러스터IP'], ['클러스터임', '클러스터 이에요']);
    allWrong(['컨테이너디', '컨테이너드'], ['컨테이너임', '컨테이너 이에요']);
  });

  test('when it says nothing', () => {
    allWrong(['파드', 'Pod', '4'], ['', ' ', '\u200b', '?', '가', '...', '🍱', '\ud800', '전부', '파드 '.repeat(5000)]);
  });
});

describe('a word that the question itself says', () => {
  const saying = (fields: object, accept: readonly string[], answers: readonly string[]) =>
    rightOnes(written({ type: 'typed', accept, ...fields }), answers);

  test('is no slip of another', () => {
    expect(among(['replicas'], ['replica', 'replicsa'])).toEqual(['replica', 'replicsa']);
    const ask = { ko: 'replica 수를 적는 곳은?', en: 'Where do you write how many replicas there are?' };
    expect(saying({ ask }, ['replica-set'], ['replicas', 'replicaset'])).toEqual(['replicaset']);
    expect(saying({ ask: '서비스 말고 무엇?' }, ['서비수'], ['서비스', '서비수'])).toEqual(['서비수']);
  });

  test('in its code or in the other language neither', () => {
    expect(saying({}, ['kubelett'], ['kubelet'])).toEqual(['kubelet']);
    expect(saying({ code: 'systemctl status kubelet' }, ['kubelett'], ['kubelet'])).toEqual([]);
    expect(saying({ ask: { ko: '무엇?', en: 'Not kubelet but?' } }, ['kubelett'], ['kubelet'])).toEqual([]);
  });

  test('is right where it is accepted itself, and so are slips that the question does not say', () => {
    const ask = '노드와 Deployment 가운데 무엇?';
    expect(saying({ ask }, ['Deployment', '노드'], ['deployment', 'DEPLOYMENT', '노드요'])).toHaveLength(3);
    expect(saying({ ask }, ['Deployment'], ['deploymnet'])).toHaveLength(1);
  });
});

describe('in a blank of code', () => {
  const inCode = (code: string, accept: readonly string[], answers: readonly string[]) =>
    rightOnes(written({ type: 'typed', ask: '빈칸은?', code, accept }), answers);

  test('a plural is another word, and a slip is none', () => {
    expect(inCode('____: 3', ['replicas'], ['replica', 'replicsa', 'replicas'])).toEqual(['replicsa', 'replicas']);
    expect(inCode('kubectl ____ node web', ['label'], ['labels', 'label'])).toEqual(['label']);
    const ask = { ko: '`kubectl ____ node web`의 빈칸은?', en: 'What goes in the blank of `kubectl ____ node web`?' };
    expect(rightOnes(written({ type: 'typed', ask, accept: ['label'] }), ['labels', 'label'])).toEqual(['label']);
  });

  test('an option has its hyphens, as people and their phones write them', () => {
    const answers = ['previous', '--previous', '—previous', 'kubectl logs web --previous'];
    expect(inCode('kubectl logs web ____', ['--previous'], answers)).toEqual(answers.slice(1));
    allRight(['-it'], ['it']);
  });

  test('a name has no other ones, and a field is no name anywhere', () => {
    const namesOf = () => ['데몬 세트', 'ds', 'updateStrategy'];
    const answers = ['데몬셋', '데몬 세트', 'ds', 'updateStrategy'];
    const named = (code?: string) =>
      rightOnes(withNames(written({ type: 'typed', ask: '무엇?', code, accept: ['데몬셋'] }), namesOf), answers);
    expect(named()).toEqual(['데몬셋', '데몬 세트', 'ds']);
    expect(named('kind: ____')).toEqual(['데몬셋']);
  });
});

test('any answer that is accepted is right with a particle, in NFD and in capitals', () => {
  const names = fc.oneof(syllables, fc.stringMatching(/^[a-z]{2,12}( [a-z]{2,12})?$/));
  fc.assert(
    fc.property(names, (name) => {
      allRight([name], [name, name.toUpperCase(), name.normalize('NFD'), ` ${name}. `, `${name}입니다`]);
    }),
  );
});

test('a number is never right for another, whatever stands after it', () => {
  const unit = fc.constantFrom('', '번', '개', '퍼센트', ' pods', ' replicas');
  fc.assert(
    fc.property(fc.nat(99_999), fc.nat(99_999), unit, (a, b, after) => {
      expect(among([`${a}${after}`], [`${b}${after}`])).toHaveLength(a === b ? 1 : 0);
    }),
  );
});

test('the solution is the first answer accepted; in English the first without Hangul, where there is one', () => {
  const pod = written({ type: 'typed', accept: ['파드', 'Pod', 'pods'] });
  expect([solution(pod, 'ko'), solution(pod, 'en')]).toEqual(['파드', 'Pod']);
  expect(solution(written({ type: 'typed', accept: ['파드'] }), 'en')).toBe('파드');
  expect(solution(written({ type: 'typed', accept: [137, '137번'] }), 'ko')).toBe('137');
});

test('one answer at least is to be accepted, and none may be empty', () => {
  expect(faults({ type: 'typed', accept: [] })).toEqual(['accept']);
  expect(faults({ type: 'typed', accept: ['a', ' '] })).toEqual(['accept.1']);
});
