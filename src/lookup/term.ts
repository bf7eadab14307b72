import type { Term } from '../content/model.ts';
import type { Locale } from '../core/locale.ts';
import { LIMITS, type Reply, truncate } from '../core/reply/reply.ts';
import type { Course } from '../course/course.ts';
import {
  analogyBlocks,
  definitionBlock,
  quizButton,
  sectionButton,
  termButtons,
  termHeading,
} from '../course/term-blocks.ts';
import { renderPage, shareLine } from './reading.ts';

const RELATED = 4;
const NAMES = 6;

/** A concept, whole: what it is, its picture from everyday life, where it is taught, what to look at next. */
export function renderTerm(term: Term, { terms, sections }: Course, locale: Locale, page = 1): Reply {
  const ko = locale === 'ko';
  const section = term.section === undefined ? undefined : sections.get(term.section);
  const related = term.related.slice(0, RELATED).flatMap((id) => terms.get(id) ?? []);
  const { text, more, at } = renderPage(term.explanation[locale], { id: term.id, page, locale });
  const readable = term.aliases.filter((name) => ko || !/[가-힣]/.test(name));
  const names = truncate(readable.slice(0, NAMES).join(', '), LIMITS.heading);
  const fields = [
    ...(names === '' ? [] : [{ name: ko ? '다른 이름' : 'Also called', value: names }]),
    ...(section ? [{ name: ko ? '배우는 곳' : 'In the chapter', value: section.title[locale] }] : []),
  ];
  return {
    visibility: 'caller',
    accent: 'info',
    share: shareLine(term.id, at),
    blocks: [
      termHeading(term, locale),
      ...(at === 1 ? [definitionBlock(term, locale)] : []),
      ...text,
      ...(at === 1 ? analogyBlocks(term, locale) : []),
      ...(fields.length > 0 && at === 1 ? [{ type: 'fields', fields } as const] : []),
      {
        type: 'buttons',
        buttons: [
          ...more,
          ...quizButton(term, locale).map((quiz) => (more.length > 0 ? { ...quiz, primary: false } : quiz)),
          ...termButtons(related, locale),
          ...(section ? [sectionButton(section, locale)] : []),
        ],
      },
    ],
  };
}

/** Two concepts side by side. */
export function renderComparison(pair: readonly Term[], locale: Locale): Reply {
  return {
    visibility: 'caller',
    accent: 'info',
    share: `k8s ${pair.map(({ id }) => id).join(' vs ')}`,
    blocks: [
      { type: 'heading', text: pair.map((term) => term.title[locale]).join(' ↔ ') },
      ...pair.flatMap((term) => [
        { type: 'fields', fields: [{ name: term.title[locale], value: term.definition[locale] }] } as const,
        ...analogyBlocks(term, locale),
      ]),
      {
        type: 'buttons',
        buttons: termButtons(pair, locale).map((one) => ({
          ...one,
          label: truncate(locale === 'ko' ? `${one.label} 자세히` : `More on ${one.label}`, LIMITS.label),
        })),
      },
    ],
  };
}
