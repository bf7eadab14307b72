import { command } from '../src/core/command/command.ts';
import type { Locale } from '../src/core/locale.ts';
import { type Block, button, type Reply } from '../src/core/reply/reply.ts';
import type { Context } from '../src/course/context.ts';
import type { Course } from '../src/course/course.ts';
import { completeTitles, findTopics } from '../src/course/find.ts';
import { buttonsOf, replyOf } from '../src/lookup/reply.ts';
import { bothReply } from '../src/lookup/term.ts';

const unsure = (blocks: readonly Block[]): Reply => ({ visibility: 'caller', accent: 'warning', blocks });

function offer(ids: readonly string[], course: Course, locale: Locale): Reply {
  return unsure([
    { type: 'heading', text: locale === 'ko' ? '혹시 이걸 찾으셨나요?' : 'Did you mean one of these?' },
    {
      type: 'text',
      markdown:
        locale === 'ko'
          ? '딱 맞는 개념은 못 찾았어요. 아래에 있으면 골라 보고, 없으면 다른 말로 한 번 더 물어봐 주세요.'
          : 'I found no exact match. Pick one below, or ask again in other words.',
    },
    { type: 'buttons', buttons: buttonsOf(ids, course, locale) },
  ]);
}

/** Words to try that this content can answer; the built-in course has its own. */
function words({ builtIn, content }: Course, locale: Locale): { name: string; ask: string } {
  if (builtIn)
    return locale === 'ko'
      ? { name: '파드', ask: '고장 나면 다시 살려 주는 기능' }
      : { name: 'pod', ask: 'brings crashed containers back' };
  const [term] = content.terms;
  const [section] = content.chapters.flatMap((chapter) => chapter.sections);
  const name = term?.title[locale] ?? section?.title[locale] ?? (locale === 'ko' ? '낱말' : 'word');
  return { name, ask: section?.title[locale] ?? name };
}

function nothing(course: Course, locale: Locale): Reply {
  const ko = locale === 'ko';
  const { name, ask } = words(course, locale);
  const tries = ko
    ? [
        `낱말 하나로 물어보기: \`/k8s ${name}\``,
        `하는 일을 풀어서 물어보기: \`/k8s ${ask}\``,
        '오늘의 개념 구경하기: `/card`',
      ]
    : [`Ask with one word: \`/k8s ${name}\``, `Say what it does: \`/k8s ${ask}\``, 'See today’s concept: `/card`'];
  const lead = ko
    ? '저는 우리 수업 내용만 알고 있어요. 이렇게 해 보면 어때요?'
    : 'I only know what our course teaches. Try one of these:';
  return unsure([
    { type: 'heading', text: ko ? '그건 아직 제가 몰라요' : 'I do not know that one yet' },
    { type: 'text', markdown: `${lead}\n\n${tries.map((one, i) => `${i + 1}. ${one}`).join('\n')}` },
    {
      type: 'buttons',
      buttons: [
        button(ko ? '오늘의 개념' : "Today's concept", 'card'),
        button(ko ? '아무 문제나 풀기' : 'Quiz me', 'quiz'),
      ],
    },
  ]);
}

export default (context: Context) =>
  command({
    name: 'k8s',
    summary: { ko: '쿠버네티스 개념을 찾아 줘요', en: 'Looks up a Kubernetes concept' },
    usedBy: 'everyone',
    answersQuestions: true,
    examples: [
      { ko: 'k8s 파드', en: 'k8s pod' },
      { ko: 'k8s 파드랑 노드 차이', en: 'k8s pod vs node' },
    ],
    options: {
      term: {
        type: 'text',
        korean: '낱말',
        required: true,
        summary: { ko: '궁금한 말', en: 'word or question' },
        complete: completeTitles(context),
      },
    },
    run({ term: words }, { id, name, locale }) {
      const course = context.course();
      const { answered, compares, ids } = findTopics(words, course);
      const at = context.now().epochMilliseconds;
      for (const found of answered ? ids.slice(0, compares ? 2 : 1) : [])
        context.records.record({ kind: 'lookup', person: id, ...(name === undefined ? {} : { name }), id: found, at });
      const [first, second] = ids.map((id) => course.terms.get(id));
      if (compares && first && second) return bothReply([first, second], locale);
      const best = answered ? replyOf(ids[0] ?? '', course, locale) : undefined;
      return best ?? (ids.length > 0 ? offer(ids, course, locale) : nothing(course, locale));
    },
  });
