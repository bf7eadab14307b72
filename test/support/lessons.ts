/** A small course of two chapters in two weeks, with a set for everybody and an exam that is kept back. */
import { folderOf } from './world.ts';

/** Stands in every word of the exam's questions, and nowhere else. */
export const SECRET = 'zqxkept';

const question = (ask: string): string =>
  `  - { type: single, ask: ${ask}, right: ${ask} 맞는 답, wrong: [${ask} 틀린 답, ${ask} 다른 답], why: ${ask} 이유 }\n`;

const term = (id: string, title: string, more = ''): string =>
  `---\nid: ${id}\ntitle: { ko: ${title}, en: ${id} }\ndefinition: { ko: ${title}의 뜻이에요., en: What ${id} means. }\nquestions:\n${question(`${title} 하나`)}${question(`${title} 둘`)}${more}---\n\n${title}의 설명이에요.\n`;

export const EXAM = `---
id: midterm
title: { ko: 중간고사, en: Midterm }
opens: instructor
set:
  - list#3
questions:
  - type: single
    id: exam-one
    term: variable
    ask: ${SECRET} 물음
    code: "${SECRET} code"
    right: ${SECRET} 맞는 답
    wrong: [${SECRET} 틀린 답, ${SECRET} 다른 답]
    why: ${SECRET} 이유
---
`;

export const LESSONS: Readonly<Record<string, string>> = {
  'course.yaml': `title: { ko: 파이썬 기초, en: Python basics }
subject: { ko: 파이썬, en: Python }
weeks:
  - title: { ko: 값, en: Values }
    chapters: [start]
  - chapters: [more]
`,
  'chapters/01-start.md': `---
id: start
title: 값에 이름 붙이기
---

## 변수와 값 {#values}

[변수](term:variable)는 값의 이름이에요.

## 글자 {#letters}

[문자열](term:text)은 글자예요.
`,
  'chapters/02-more.md': `---
id: more
title: 여러 값
---

## 리스트 {#lists}

[리스트](term:list)에는 값이 여러 개예요.

## 되풀이하기 {#loops}

[반복문](term:loop)으로 하나씩 꺼내요.
`,
  'glossary/variable.md': term('variable', '변수'),
  'glossary/text.md': term('text', '문자열'),
  'glossary/list.md': term('list', '리스트', question(`${SECRET} 리스트`)),
  'glossary/loop.md': term('loop', '반복문'),
  'glossary/dict.md': term('dict', '딕셔너리'),
  'sets/first.md': `---
id: first
title: { ko: 첫 시간, en: First lesson }
set: [variable#1, text#1]
---
`,
  'sets/midterm.md': EXAM,
};

/** The folder of that course, with other files instead of some or beside them. */
export const lessonsFolder = (
  more: Readonly<Record<string, string>> = {},
  finished?: (end: () => void) => unknown,
): string => folderOf({ ...LESSONS, ...more }, finished);
