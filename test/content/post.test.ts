import { expect, test } from 'vitest';
import { load, sectionsOf, termFile, termOf } from '../support/content.ts';

/** A blog post as a teacher writes it, made for no bot. */
const POST = `---
layout: post
title: "(2장) 컨테이너 만들기: 조리법에서 상차림까지"
date: 2026-03-02
---


# 🍱 컨테이너(Container) 만들기

## 🥢 이미지는 어디에서 올까?

### 📦 1. 조리법을 적는다: Dockerfile

먼저 조리법을 적습니다. 예를 들어:
- 바탕이 되는 이미지
- 넣을 파일

> 📌 이미지는 조리법대로 얼려 둔 도시락이라고 생각해보세요!

### 🚚 2. 창고에 맡긴다 → 레지스트리

**이미지**는 창고에 올려 둡니다.

---

## ⚙️ 컨테이너 도구가 하는 일

| 기능 | 설명 |
|------|------|
| 빌드 & 푸시 | 이미지를 만들고 올림 |
| 실행 | 이미지로 컨테이너를 띄움 |

---

## 📌 한눈에 보기

![이미지의 층](https://example.org/layers.svg)

![](local.png)

> 위 그림은 직접 그렸습니다.

### 🧠 낱말 정리

| 용어 | 설명 |
|------|------|
| Image | 컨테이너를 만드는 틀 |
| 레지스트리(Registry) | 이미지를 맡기는 곳 |
| Master | 전체를 관리하는 뇌 (현재는 Control Plane이라고 부름) |
| 빈칸 | |

## ✨ 달라진 점

| 예전 방식 | 컨테이너 방식 |
|-----------|---------------|
| 손으로 설치 | 이미지로 실행 |

{: .table }
📎 출처: {{ site.url }}
`;

const post = (extra: Record<string, string> = {}) => load({ '2026-03-02-container.md': POST, ...extra });
const ID = '2026-03-02-container';

const sectionOf = (content: ReturnType<typeof post>, key: string) =>
  sectionsOf(content).find((section) => section.id === `${ID}#${key}`);

test('a blog post is a chapter as it is: its headings with emoji and numbers are sections', () => {
  const { chapters, problems } = post();
  expect(problems).toEqual([]);
  expect(chapters).toMatchObject([{ id: ID, title: { ko: '(2장) 컨테이너 만들기: 조리법에서 상차림까지' } }]);
  expect(chapters[0]?.sections.map(({ id, title }) => [id.slice(ID.length), title.ko])).toEqual([
    ['#이미지는-어디에서-올까', '🥢 이미지는 어디에서 올까?'],
    ['#1-조리법을-적는다-dockerfile', '📦 1. 조리법을 적는다: Dockerfile'],
    ['#2-창고에-맡긴다-레지스트리', '🚚 2. 창고에 맡긴다 → 레지스트리'],
    ['#컨테이너-도구가-하는-일', '⚙️ 컨테이너 도구가 하는 일'],
    ['#한눈에-보기', '📌 한눈에 보기'],
    ['#낱말-정리', '🧠 낱말 정리'],
    ['#달라진-점', '✨ 달라진 점'],
  ]);
});

test('a heading right above its subheadings tells what they tell; dividing lines end nothing', () => {
  const whole = sectionOf(post(), '이미지는-어디에서-올까')?.body.ko ?? '';
  expect(whole).toContain('- 바탕이 되는 이미지\n- 넣을 파일');
  expect(whole.endsWith('**이미지**는 창고에 올려 둡니다.')).toBe(true);
  expect(sectionOf(post(), '컨테이너-도구가-하는-일')?.body.ko).not.toContain('---\n\n');
});

test('quotes survive, pictures become links, and what the site would have filled in is gone', () => {
  expect(sectionOf(post(), '1-조리법을-적는다-dockerfile')?.body.ko).toContain('> 📌 이미지는 조리법대로 얼려 둔');
  expect(sectionOf(post(), '한눈에-보기')?.body.ko).toBe(
    '[이미지의 층](https://example.org/layers.svg)\n\n그림\n\n> 위 그림은 직접 그렸습니다.',
  );
  expect(sectionOf(post(), '달라진-점')?.body.ko).toMatch(/\| 이미지로 실행 \|\n\n+📎 출처:$/);
});

test('tables of 용어 | 설명 and 기능 | 설명 become terms; a table of before and after does not', () => {
  const content = post();
  expect(content.terms.map(({ id, title, section }) => [id, title.ko, title.en, section])).toEqual([
    ['빌드-푸시', '빌드 & 푸시', '빌드 & 푸시', `${ID}#컨테이너-도구가-하는-일`],
    ['실행', '실행', '실행', `${ID}#컨테이너-도구가-하는-일`],
    ['image', 'Image', 'Image', `${ID}#낱말-정리`],
    ['registry', '레지스트리', 'Registry', `${ID}#낱말-정리`],
    ['master', 'Master', 'Master', `${ID}#낱말-정리`],
  ]);
  expect(termOf(content, 'master')).toMatchObject({
    definition: { ko: '전체를 관리하는 뇌 (현재는 Control Plane이라고 부름)' },
    related: ['image', 'registry'],
    questions: [],
  });
});

test('a row that the glossary tells of under another name (Master) is left to the glossary', () => {
  const content = post({ 'glossary/control-plane.md': termFile('control-plane', 'aliases: [master]\n') });
  expect(content.problems).toEqual([]);
  expect(content.terms.map((term) => term.id)).not.toContain('master');
  expect(termOf(content, 'image').related).toEqual(['registry']);
});
