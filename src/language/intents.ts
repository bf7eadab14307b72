import { indexLines } from './word-forms.ts';

/**
 * What people ask about a concept, by the words that ask it; a line is one aspect, its entries are as in lines.ts. Most
 * say nothing of which concept is meant and are no evidence by themselves; but `쿠버네티스 장점` and `쿠버네티스 역사`
 * are two questions, which sections answer.
 */
export const INTENTS: readonly (readonly string[])[] = [
  '왜 이유 까닭 배경 계기 사연 why reason reasons'.split(' '),
  '필요 need needs needed necessary'.split(' '),
  '장점 좋은 좋아 좋을 나은 나아 이점 편해 편리 편한 benefit benefits advantage advantages strength strengths pros good better'.split(
    ' ',
  ),
  '단점 문제점 한계 약점 불편 힘들 힘든 힘드 어려 어렵 골치 골칫 귀찮 나쁘 나쁜 위험 곤란 problem problems trouble disadvantage disadvantages cons bad wrong hard difficult'.split(
    ' ',
  ),
  '기능 특징 능력 일 해주는 feature features function functions can'.split(' '),
  '누가 누구 who'.split(' '),
  '언제 년도 연도 when year'.split(' '),
  '어디 어느 where'.split(' '),
  '종류 kinds types'.split(' '),
  '어떻게 방법 방식 how work works working'.split(' '),
  '쓰는 쓰나 쓰면 쓰게 쓰고 쓰려 쓰죠 쓰지 쓰던 써 써요 써야 쓰이 쓸 쓰기 씀 사용 활용 쓰임 use used using uses'.split(
    ' ',
  ),
  '역할 용도 role purpose'.split(' '),
  '그림 도표 도식 diagram picture'.split(' '),
  '구조 구성 부품 요소 컴포넌트 아키텍처 아키텍쳐 architecture structure component components parts'.split(' '),
  '용어 단어 낱말 term terms word words vocabulary glossary'.split(' '),
  '역사 유래 기원 어원 탄생 등장 나왔 나온 나오게 history origin released'.split(' '),
  '요약 정리 요점 핵심 summary recap key'.split(' '),
  '차이 비교 달라 다른 differ different difference compare'.split(' '),
  '한 하나 하나로 하나에 하나의 하나만 단일 1 one single'.split(' '),
  '다섯 5 five'.split(' '),
];

/** The aspect that a word asks about. */
export const intentOf = indexLines(INTENTS);
