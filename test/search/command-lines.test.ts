import { describe, expect, test } from 'vitest';
import { COURSE, courseIn } from '../support/world.ts';

const course = courseIn([COURSE]);

/** What a question is answered with: a task by its title, or what else it is. */
function answerTo(question: string): string | undefined {
  const { guide, matches, compares } = course.search(question);
  const id = guide?.id ?? matches[0]?.document.id;
  if (compares) return 'compared';
  return guide?.kind === 'task'
    ? course.terms.get(guide.id)?.tasks[guide.at]?.title.ko
    : `${guide?.kind ?? 'term'} ${id}`;
}

describe('the beginning of a command', () => {
  test.each([
    ['kubectl describe pod', '파드 자세히 보기'],
    ['kubectl get pods', '파드 목록 보기'],
    ['kubectl get po', '파드 목록 보기'],
    ['kubectl taint nodes', '노드에 테인트 붙이기'],
    ['kubectl top pod 뭐하는 거야', '파드가 쓰는 CPU와 메모리 보기'],
    ['what does kubectl drain do', '점검하려고 노드 비우기'],
    ['docker build 가 뭐야', '이미지 빌드하기'],
    ['kubectl delete pod', '파드 지우기'],
  ])('%s: %s', (question, answer) => {
    expect(answerTo(question)).toBe(answer);
  });

  test.each([
    'kubectl get pods 했는데 아무것도 안 나와요',
    'kubectl get',
    'kubectl port-forward',
    'kubectl이랑 helm 차이',
  ])('%s is more, or less, than a command', (question) => {
    expect('파드 목록 보기').not.toBe(answerTo(question));
  });
});

describe('removing', () => {
  test.each([
    '서비스 없으면 어떻게 돼요',
    '인그레스만 쓰면 서비스는 없어도 돼?',
    'limits 넘으면 어떻게 돼',
    '환경변수 넣는 법',
    'how can I see why my pod died',
    '파드에 붙은 레이블 보는 방법',
  ])('%s is not answered with how to remove it', (question) => {
    expect(answerTo(question)).not.toMatch(/(?:지우|없애|떼)기$/);
  });

  test.each([
    ['파드 지우는 법', '파드 지우기'],
    ['서비스 없애기', '서비스 지우기'],
    ['how to get rid of a pod', '파드 지우기'],
    ['unset an annotation', '어노테이션 지우기'],
    ['yo how do i yeet a whole namespace', '네임스페이스 지우기'],
    ['컨피그맵 버리기', '컨피그맵 지우기'],
  ])('%s: %s', (question, answer) => {
    expect(answerTo(question)).toBe(answer);
  });
});

test.each([
  ['비밀번호 넣어두는 거', 'term secret'],
  ['모든 노드에 하나씩 뜨는 거', 'term daemonset'],
  ['한번만 돌고 끝나는 거', 'term job'],
  ['파드 로그 보는 거', '파드 로그 보기'],
  ['디플로이먼트 지우는 거 어케 함', '디플로이먼트 지우기'],
])('%s: a thing is told by what it does, a way by what is done (%s)', (question, answer) => {
  expect(answerTo(question)).toBe(answer);
});

test.each(['what is PodBalancerSet in kubernetes', '쿠버네티스에서 카프카가 뭐야'])(
  '%s is not about where it is',
  (question) => {
    expect(course.search(question).answered).toBe(false);
  },
);

test.each(['hpa 예시 보여줘', 'hpa 예시는?', '디플로이먼트 예시 보여줘'])('%s asks for the example', (question) => {
  expect(course.search(question).guide?.kind).toBe('example');
});

test.each([
  ['hpa는 어떨 때 써요?', 'term hpa'],
  ['네임스페이스를왜나눠쓰는건지궁금합니다', 'term namespace'],
  ['컨피그맵을 고쳤는데 파드에 언제 반영돼요', '바뀐 파일로 컨피그맵 갱신하기'],
])('%s: when and why one thing is used is told by what it is (%s)', (question, answer) => {
  expect(answerTo(question)).toBe(answer);
});
