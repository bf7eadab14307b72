/** Names that a class may read on its wall, and those that it may not. */
import { expect, test } from 'vitest';
import { isUnfitName } from '../../src/language/unfit-names.ts';
import { makeName, readName } from '../../src/platforms/web/guest-names.ts';

const FIT = [
  ...[
    '민수',
    '김민수',
    '지수',
    '조지훈',
    '노지선',
    '정액희',
    '고환희',
    '이시현',
    '보라',
    '최운지',
    '운지',
    '임신혜',
    '하지원',
  ],
  ...[
    '유지나',
    '임병현',
    '안성기',
    '한지민',
    '김미소',
    '최강 간지',
    '미니미',
    '시발점',
    '오자지러',
    '은지',
    '시은',
    '강나치수',
  ],
  ...[
    '박지민',
    '이서준',
    '김도윤',
    '최하은',
    '정유진',
    '강민호',
    '윤서연',
    '장예준',
    '임지호',
    '오수아',
    '서준',
    '나은',
  ],
  ...['전지현', '남궁민', '선우', '독고영재', '황보라', '제갈공명', '보검', '불고기', '좌지우지', 'ㅇㅇ'],
  ...['Scunthorpe', 'Dickens', 'Cassandra', 'Sussex', 'Essex', 'Titus', 'Cockburn', 'Hancock', 'Penistone', 'Analisa'],
  ...['Matsushita', 'Yoshito', 'Nishitani', 'Fukuda', 'Harshit', 'Parikshit', 'Nazir', 'Nazima', 'Kyson', 'Slutsky'],
  ...['Grace', 'Hellen', 'Ada Lovelace', 'José', '李小龍', 'たなか', '민수 (2)', '1조', '홍길동2', '1004', 'a'],
];

const UNFIT = [
  ...[
    '씨발',
    '시발',
    '이시발',
    '김보지',
    '신자지',
    '시.발',
    '씨1발',
    '개 새 끼',
    'ㅅㅂ',
    'ㅂㅅ',
    '병신',
    '좆',
    '존나',
    '니미럴',
  ],
  ...['강간', '강간범', '김나치', '정액', '자살', '일베', '섹스', '바보', '돼지', 'ㅅ ㅂ', '씨발'.normalize('NFD')],
  ...[
    'fuck',
    'FUCK',
    'f*ck',
    'F.U.C.K',
    'fuuuck',
    'ｆｕｃｋ',
    'sh1t',
    '5h1t',
    '$hit',
    's h i t',
    'bullshit',
    'b1tch',
    'a$$',
  ],
  ...['dick', 'cunt', 'nazi', 'kys', 'hitler', 'tlqkf', 'sibal'],
];

test.each(FIT)('%s is a name', (name) => {
  expect(isUnfitName(name)).toBe(false);
});

test.each(UNFIT)('%s is none', (name) => {
  expect(isUnfitName(name)).toBe(true);
});

test('every name that is made up is one that may be given', () => {
  for (const locale of ['ko', 'en'] as const)
    for (let n = 0; n < 144; n++) {
      const draws = [Math.floor(n / 12) / 12, (n % 12) / 12];
      const name = makeName(locale, () => draws.shift() ?? 0);
      expect(readName(name)).toEqual({ name });
    }
});
