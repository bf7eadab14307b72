import type { Section, Term } from '../src/content/model.ts';
import { analogy, definition, heading, quizButton, sectionButton, termButtons } from '../src/content/show.ts';
import { command } from '../src/core/command.ts';
import type { Locale } from '../src/core/locale.ts';
import { type Block, button, type Reply } from '../src/core/reply.ts';
import { poolsOf } from '../src/quiz/topics.ts';
import type { World } from '../src/world.ts';

const RELATED = 4;

const answer = (blocks: readonly Block[], accent: Reply['accent'] = 'info'): Reply => ({
  visibility: 'caller',
  accent,
  blocks,
});

function termReply(term: Term, { terms, sections }: World, locale: Locale): Reply {
  const ko = locale === 'ko';
  const section = term.section === undefined ? undefined : sections.get(term.section);
  const related = term.related.slice(0, RELATED).flatMap((id) => terms.get(id) ?? []);
  const text = term.explanation[locale];
  const fields = [
    ...(term.aliases.length > 0
      ? [{ name: ko ? '다른 이름' : 'Also called', value: term.aliases.slice(0, 6).join(', ') }]
      : []),
    ...(section ? [{ name: ko ? '배우는 곳' : 'In the chapter', value: section.title[locale] }] : []),
  ];
  return answer([
    heading(term, locale),
    definition(term, locale),
    ...(text === '' ? [] : [{ type: 'text', markdown: text } as const]),
    ...analogy(term, locale),
    ...(fields.length > 0 ? [{ type: 'fields', fields } as const] : []),
    {
      type: 'buttons',
      buttons: [
        ...quizButton(term, locale),
        ...termButtons(related, locale),
        ...(section ? [sectionButton(section, locale)] : []),
      ],
    },
  ]);
}

function sectionReply(section: Section, { terms, content, sections }: World, locale: Locale): Reply {
  const chapter = content.chapters.find((one) => one.sections.some((own) => own.id === section.id));
  const next = chapter?.sections[chapter.sections.findIndex((own) => own.id === section.id) + 1];
  const told = section.terms.slice(0, 6).flatMap((id) => terms.get(id) ?? []);
  const following = next && sections.get(next.id);
  const quiz = poolsOf({ kind: 'section', section }, terms).flat().length > 0;
  const practise = {
    ...button(locale === 'ko' ? '이 절 퀴즈 풀기' : 'Quiz me on this', `quiz ${section.id}`),
    primary: true,
  };
  return answer([
    { type: 'heading', text: section.title[locale] },
    { type: 'text', markdown: section.body[locale] },
    {
      type: 'buttons',
      buttons: [
        ...(quiz ? [practise] : []),
        ...termButtons(told, locale),
        ...(following ? [sectionButton(following, locale)] : []),
      ],
    },
    ...(chapter ? [{ type: 'footer', text: chapter.title[locale] } as const] : []),
  ]);
}

function bothReply(pair: readonly Term[], locale: Locale): Reply {
  const ko = locale === 'ko';
  return answer([
    { type: 'heading', text: pair.map((term) => term.title[locale]).join(' ↔ ') },
    ...pair.flatMap((term) => [
      { type: 'fields', fields: [{ name: term.title[locale], value: term.definition[locale] }] } as const,
      ...analogy(term, locale),
    ]),
    {
      type: 'buttons',
      buttons: pair.map((term) =>
        button(ko ? `${term.title.ko} 자세히` : `More on ${term.title.en}`, `k8s ${term.id}`),
      ),
    },
  ]);
}

function offer(ids: readonly string[], { terms, sections }: World, locale: Locale): Reply {
  const buttons = ids.flatMap((id) => {
    const term = terms.get(id);
    const section = sections.get(id);
    return term ? termButtons([term], locale) : section ? [sectionButton(section, locale)] : [];
  });
  return answer(
    [
      { type: 'heading', text: locale === 'ko' ? '혹시 이걸 찾으셨나요?' : 'Did you mean one of these?' },
      {
        type: 'text',
        markdown:
          locale === 'ko'
            ? '딱 맞는 개념은 못 찾았어요. 아래에 있으면 골라 보고, 없으면 다른 말로 한 번 더 물어봐 주세요.'
            : 'I found no exact match. Pick one below, or ask again in other words.',
      },
      { type: 'buttons', buttons },
    ],
    'warning',
  );
}

function nothing(locale: Locale): Reply {
  const ko = locale === 'ko';
  return answer(
    [
      { type: 'heading', text: ko ? '그건 아직 제가 몰라요' : 'I do not know that one yet' },
      {
        type: 'text',
        markdown: ko
          ? '저는 쿠버네티스 수업만 알고 있어요. 이렇게 해 보면 어때요?\n\n' +
            '1. 낱말 하나로 물어보기: `/k8s 파드`\n2. 하는 일을 풀어서 물어보기: `/k8s 고장 나면 다시 살려 주는 기능`\n3. 오늘의 개념 구경하기: `/card`'
          : 'I only know the Kubernetes course. Try one of these:\n\n' +
            '1. Ask with one word: `/k8s pod`\n2. Say what it does: `/k8s brings crashed containers back`\n3. See today’s concept: `/card`',
      },
      {
        type: 'buttons',
        buttons: [
          button(ko ? '오늘의 개념' : "Today's concept", 'card'),
          button(ko ? '아무 문제나 풀기' : 'Quiz me', 'quiz'),
        ],
      },
    ],
    'warning',
  );
}

export default (world: World) =>
  command({
    name: 'k8s',
    summary: { ko: '쿠버네티스 개념을 찾아 줘요', en: 'Looks up a Kubernetes concept' },
    usedBy: 'everyone',
    examples: ['k8s 파드', 'k8s 파드랑 노드 차이'],
    options: {
      words: {
        type: 'text',
        required: true,
        summary: { ko: '궁금한 낱말이나 질문', en: 'A word or a question' },
        complete: (partial) => world.search.complete(partial, 25).map((document) => document.title),
      },
    },
    run({ words }, { locale }) {
      const byId = (id: string): Reply | undefined => {
        const term = world.terms.get(id);
        const section = world.sections.get(id);
        return term ? termReply(term, world, locale) : section && sectionReply(section, world, locale);
      };
      const named = byId(words);
      if (named) return named;
      const { answered, compares, matches } = world.search(words);
      const ids = matches.map((match) => match.document.id);
      const [first, second] = ids.map((id) => world.terms.get(id));
      if (compares && first && second) return bothReply([first, second], locale);
      const best = answered ? byId(ids[0] ?? '') : undefined;
      return best ?? (ids.length > 0 ? offer(ids, world, locale) : nothing(locale));
    },
  });
