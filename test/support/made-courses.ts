/** Courses on which nobody has written a question: an evening's work of an instructor. */

/** A concept in one language, in our own format. */
const file = (id: string, title: string, definition: string, more = '', body = definition): string =>
  `---\nid: ${id}\ntitle: ${JSON.stringify(title)}\ndefinition: ${JSON.stringify(definition)}\n${more}---\n\n${body}\n`;

/** Ten concepts of Python, in Korean. */
export const PYTHON: Readonly<Record<string, string>> = {
  'python/variable.md': file(
    'variable',
    '변수',
    '값에 붙여 두고 나중에 그 값을 다시 부를 때 쓰는 이름이에요.',
    'aliases: [variable]\n',
  ),
  'python/list.md': file(
    'list',
    '리스트',
    '여러 값을 순서대로 담고, 만든 뒤에도 바꿀 수 있는 묶음이에요.',
    'aliases: [list, 목록]\nrelated: [tuple, dict, for-loop]\n',
  ),
  'python/tuple.md': file(
    'tuple',
    '튜플',
    '여러 값을 순서대로 담지만, 한번 만들면 바꿀 수 없는 묶음이에요.',
    'aliases: [tuple]\nrelated: [list]\n',
  ),
  'python/dict.md': file(
    'dict',
    '딕셔너리',
    '키와 값을 짝지어 두고, 키로 값을 찾는 묶음이에요.',
    'aliases: [dict, 사전]\nrelated: [list]\n',
  ),
  'python/function.md': file(
    'function',
    '함수',
    '자주 하는 일에 이름을 붙여 두고 부르면 실행되는 코드 덩어리예요. def로 만들어요.',
    'aliases: [function]\nrelated: [argument, return]\n',
  ),
  'python/argument.md': file(
    'argument',
    '인자',
    '함수를 부를 때 괄호 안에 넣어 건네는 값이에요. `*args`처럼 여러 개를 한꺼번에 받기도 해요.',
    'aliases: [argument, args]\nrelated: [function, return]\n',
  ),
  'python/return.md': file(
    'return',
    '반환값',
    '함수가 일을 마치고 부른 곳에 돌려주는 결과예요.',
    'aliases: [return, 리턴]\nrelated: [function, argument]\n',
  ),
  'python/for-loop.md': file(
    'for-loop',
    'for문',
    '묶음에서 값을 하나씩 꺼내며 같은 일을 되풀이하게 하는 문장이에요.',
    'aliases: [for loop]\nrelated: [list, if-statement]\n',
  ),
  'python/if-statement.md': file(
    'if-statement',
    'if문',
    '조건이 참일 때만 안쪽의 코드를 실행하게 하는 문장이에요.',
    'aliases: [조건문]\nrelated: [for-loop]\n',
  ),
  'python/init.md': file(
    'init',
    '__init__',
    '클래스로 객체를 만들 때 맨 먼저 저절로 불려 처음 값을 정하는 메서드예요.',
    'aliases: [생성자]\nrelated: [function]\n',
  ),
};

/** A chapter of history with a table of its terms, in English. */
export const HISTORY: Readonly<Record<string, string>> = {
  '01-revolution.md': `---
title: The French Revolution
---

# The French Revolution

## The old order

| Term | Definition |
|---|---|
| Ancien Régime | The social and political order of France before 1789, with its privileges by birth. |
| Third Estate | Everybody who was neither a noble nor a clergyman: some 97 of 100 people. |
| Estates-General | The assembly of the three orders, which the king called in 1789 for the first time since 1614. |
| Taille | A tax on land from which nobles and clergy were exempt. |

## Two years that changed it

| Term | Definition |
|---|---|
| Tennis Court Oath | The promise of June 1789 not to part until the kingdom had a constitution. |
| Bastille | A fortress and prison in Paris that a crowd stormed on 14 July 1789. |
| Great Fear | The panic in the countryside in the summer of 1789, when peasants burnt the lists of their dues. |
| Assignat | Paper money that was issued against the lands taken from the Church. |

## The Republic

| Term | Definition |
|---|---|
| Jacobins | The club around Robespierre that ruled in 1793 and 1794. |
| Reign of Terror | The months of 1793 and 1794 in which some 17,000 people were executed as enemies of the Republic. |
| Guillotine | The machine with a falling blade that was brought in as a quick and equal way to execute people. |
| Directory | The government of five men from 1795 until Napoleon's coup of 1799. |
`,
};

/** A blog post of a teacher, made for no bot: two tables are all that defines anything. */
export const POST: Readonly<Record<string, string>> = {
  'post.md': `---
layout: post
title: "(1장) 쿠버네티스 이해하기"
---

# 👾 쿠버네티스 이해하기

## 🚀 하는 일

| 기능            | 설명 |
|-----------------|------|
| 자동 배포 & 롤백 | 새로운 앱을 자동으로 배포하고, 실패 시 이전 상태로 자동 복구 |
| 자동 확장       | 사용자가 많아지면 자동으로 컨테이너 수를 늘림 |
| 자가 복구       | 죽은 컨테이너를 자동으로 재시작 |
| 로드 밸런싱     | 여러 컨테이너에 트래픽을 고르게 분산 |
| 서비스 디스커버리 | 컨테이너끼리 서로를 쉽게 찾을 수 있도록 네트워크 설정 |

## 📌 구조

### 🧠 주요 용어

| 용어         | 설명 |
|--------------|------|
| Pod          | 컨테이너 하나 또는 여러 개를 담는 최소 단위 |
| Node         | 컨테이너가 실행되는 물리 서버 또는 가상 서버 |
| Cluster      | 여러 Node가 모여 있는 하나의 쿠버네티스 환경 |
| Master       | 전체를 관리하는 뇌 역할 (현재는 Control Plane이라고 부름) |
| Service      | Pod들을 묶어 하나의 IP로 보여주는 가상 서비스 |

## ✨ 달라진 점

사람이 서버를 하나하나 돌보지 않아도 돼요.
`,
};
