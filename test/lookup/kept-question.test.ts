import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keptQuestion } from '../../src/lookup/kept-question.ts';
import { anyText } from '../support/any.ts';

test.each([
  ['파드 도시락은 뭐야?', '파드 도시락은 뭐야'],
  ['  파드   도시락은 뭐야 ??!  ', '파드 도시락은 뭐야'],
  ['Istio 는 뭐예요…', 'istio 는 뭐예요'],
  ['ＩＳＴＩＯ\u200b는', 'istio 는'],
  ['파드 \uFFFE', '파드'],
  // As macOS types it.
  ['파드'.normalize('NFD'), '파드'],
  ['"서비스 메시"', '서비스 메시'],
  ['컨테이너(container)', '컨테이너(container)'],
  ['줄 끝에 빈 줄이 있다\n\n', '줄 끝에 빈 줄이 있다'],
])('%j is kept as %j: one spelling, so that two who ask the same are seen to', (typed, kept) => {
  expect(keptQuestion(typed)).toBe(kept);
});

describe('left out are', () => {
  test.each([
    // Links.
    ['https://naver.com/a?b=1 이거 뭐야', '이거 뭐야'],
    ['이거(https://kopo.ac.kr)에서 본 istio', '이거(https://kopo.ac.kr)에서 본 istio'.slice(-7)],
    ['주소:http://a.b/c 안 열려요', '안 열려요'],
    ['www.kopo.ac.kr 에 나온 거', '에 나온 거'],
    ['blog.naver.com에서 본 계층', '본 계층'],
    ['minsu.github.io 에 적은 거', '에 적은 거'],
    ['<https://example.org/x|이 글 봐> 설명', '설명'],
    // Mail and people.
    ['minsu.kim@kopo.ac.kr 로 보내요', '로 보내요'],
    ['ｍｉｎｓｕ＠kopo.ac.kr 로 보내요', '로 보내요'],
    ['<@123456789012345678> 이거 알아?', '이거 알아'],
    ['<@U01|김 민수> 이거 알아?', '이거 알아'],
    ['<@&77> <#88> <!here> 사이드카 뭐야', '사이드카 뭐야'],
    ['@김민수 istio 뭐야', 'istio 뭐야'],
    ['/home/minsu/app.yaml 왜 안 돼', '왜 안 돼'],
    ['C:\\Users\\minsu\\k8s 왜 안 돼', '왜 안 돼'],
    // Machines.
    ['10.96.0.1 이 뭐야', '이 뭐야'],
    ['192.168.0.7:30080/app 접속이 안 돼', '접속이 안 돼'],
    ['fe80::1%eth0 이 뭐야', '이 뭐야'],
    ['::1 이 뭐야', '이 뭐야'],
    ['02:42:ac:11:00:02 이 뭐야', '이 뭐야'],
    // Numbers.
    ['010-1234-5678로 전화', '로 전화'],
    ['010 1234 5678 로 전화', '로 전화'],
    ['+82 10 1234 5678 로 전화', '로 전화'],
    ['(02)312-4567 로 전화', '로 전화'],
    ['1588-0000 로 전화', '로 전화'],
    ['901010-1234567 이 번호', '이 번호'],
    ['학번 20261234 인데요', '학번 인데요'],
    ['٢٠٢٦١ 인데요', '인데요'],
    ['2026-11-23 시험 범위', '시험 범위'],
    ['localhost:8080 접속', 'localhost 접속'],
    ['8080포트 접속', '포트 접속'],
    // Hashes and keys.
    ['web-7d9f8b6c5-x2k9z가 안 켜져요', 'web가 안 켜져요'],
    ['sha256:9f86d081884c7d659a2feaa0c55ad015 이미지', '이미지'],
    ['ghp_16C7e42F292c6912E7710c838347Ae178B4a 이거 뭐야', '이거 뭐야'],
  ])('%j: %j', (typed, kept) => {
    expect(keptQuestion(typed)).toBe(kept);
  });
});

test.each([
  ['쿠버네티스 1.34 새 기능', '쿠버네티스 1.34 새 기능'],
  ['exit code 137', 'exit code 137'],
  ['404랑 503 차이', '404랑 503 차이'],
  ['networking.k8s.io/v1 뭐야', 'networking.k8s.io/v1 뭐야'],
  ['app=web 라벨', 'app=web 라벨'],
  ['파드 <pod> 자리에 뭘 적어요', '파드 <pod> 자리에 뭘 적어요'],
  ['Error: NodeLost', 'error: nodelost'],
])('%j stays: %j', (typed, kept) => {
  expect(keptQuestion(typed)).toBe(kept);
});

const LOG =
  'E1129 10:02:11.000000 1 reflector.go:147] failed to list *v1.Pod: pods is forbidden: User "kim" cannot list';

test.each([
  ['several lines', 'NAME READY\nweb 0/1'],
  ['several lines of Windows', '이거 뭐야\r\nweb 0/1'],
  ['a long line of a log', LOG],
  ['a long line behind a question', `이거 뭐야? ${LOG}`],
  ['nothing', '   '],
  ['signs alone', '?!…'],
  ['a number alone', '010-1234-5678'],
  ['an address alone', 'https://example.com'],
])('of %s nothing is kept', (_, typed) => {
  expect(keptQuestion(typed)).toBeUndefined();
});

test('a long question is cut to a hundred whole characters', () => {
  const long = '파드를 여러 개 띄우는데 하나만 자꾸 죽어서 왜 그런지 알고 싶은데 '.repeat(5);
  expect(keptQuestion(long)).toBe(long.slice(0, 100).trim());
  expect(keptQuestion(`${'🍱'.repeat(99)}가나다`)).toBe(`${'🍱'.repeat(99)}가`);
  // A letter is not parted from its mark.
  expect(keptQuestion(`${'가'.repeat(99)}x\u0323\u0307뒤`)).toBe('가'.repeat(99));
});

/** What must not survive, among words of talk, with and without space around it. */
const secret = fc.oneof(
  fc.webUrl(),
  fc.emailAddress(),
  fc.ipV4(),
  fc.ipV6(),
  fc.bigInt({ min: 1000n, max: 10n ** 15n }).map(String),
  fc
    .tuple(fc.constantFrom('010', '02', '+82 10'), fc.constantFrom('-', ' ', '.'), fc.integer({ min: 1000, max: 9999 }))
    .map(([area, sign, part]) => [area, part, part].join(sign)),
  fc.constantFrom('<@U1|kim min>', '<@!12345>', '@kim', '<mailto:a@b.kr|a@b.kr>'),
);
const talk = fc.constantFrom(
  '파드',
  '뭐야',
  'Pod',
  '에서',
  'service',
  '3개',
  ' ',
  '(',
  ')',
  '"',
  '\t',
  '\u3000',
  '\u200b',
);

test('no number of over three digits, no address, no line break and no shape but the one survive', () => {
  const text = fc.oneof(
    anyText,
    fc.array(fc.oneof(secret, talk), { maxLength: 14 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (typed) => {
      const kept = keptQuestion(typed);
      if (kept === undefined) return;
      expect(kept).not.toMatch(/\p{Nd}{4}|[\n\r\u2028\u2029]|:\/\/|@|(?:\d+\.){3}\d|[0-9a-f]*:[0-9a-f]*:/u);
      expect(Array.from(kept).length).toBeLessThanOrEqual(100);
      expect(kept).toBe(kept.toLowerCase().normalize('NFC').replace(/\s+/g, ' ').trim());
      expect(keptQuestion(kept)).toBe(kept);
    }),
    { numRuns: 3000 },
  );
});
