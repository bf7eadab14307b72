import type { Term } from '../content/model.ts';
import type { Locale } from '../core/locale.ts';
import type { Block, Reply } from '../core/reply/blocks.ts';
import { fields } from '../core/reply/builders.ts';
import { LIMITS } from '../core/reply/limits.ts';
import type { Course } from '../course/course.ts';
import {
  analogyBlocks,
  cardOf,
  definitionBlock,
  quizButton,
  sectionButton,
  termButtons,
  termHeading,
} from '../course/term-blocks.ts';
import { compact } from '../language/normalize.ts';
import { truncate } from '../language/truncate.ts';
import { docsBlocks, exampleButton } from './guide.ts';
import { pageLine, renderPage } from './page.ts';
import { text } from './text.ts';

const MOST_RELATED = 4;
const MOST_NAMES = 6;

/** The card with its diagram, where it has one. */
const diagramBlocks = (term: Term, locale: Locale): Block[] =>
  term.diagram ? [{ ...cardOf(term, text(locale).cardFoot, locale), isToldBeside: true }] : [];

/** What there is to say beside the definition: a word list's terms have nothing else to say, and say it once. */
const explanationOf = ({ definition, explanation }: Term, locale: Locale): string =>
  compact(explanation[locale]) === compact(definition[locale]) ? '' : explanation[locale];

/** A concept: what it is, its analogy, where it is taught, what to look at next; later pages only go on explaining. */
export function renderTerm(term: Term, { terms, sections }: Course, locale: Locale, wanted = 1): Reply {
  const words = text(locale);
  const section = term.section === undefined ? undefined : sections.get(term.section);
  const related = term.related.slice(0, MOST_RELATED).flatMap((id) => terms.get(id) ?? []);
  const { blocks, more, page } = renderPage(explanationOf(term, locale), { id: term.id, page: wanted, locale });
  const isFirst = page === 1;
  const names = truncate(term.aliases.filter(words.isReadable).slice(0, MOST_NAMES).join(', '), LIMITS.heading);
  const facts = [
    ...(names === '' ? [] : [{ name: words.alsoCalled, value: names }]),
    ...(section ? [{ name: words.taughtIn, value: section.title[locale] }] : []),
  ];
  return {
    visibility: 'caller',
    accent: 'info',
    share: pageLine(term.id, page),
    blocks: [
      termHeading(term, locale),
      ...(isFirst ? [definitionBlock(term, locale)] : []),
      ...blocks,
      ...(isFirst ? analogyBlocks(term, locale) : []),
      ...(isFirst ? diagramBlocks(term, locale) : []),
      ...(isFirst ? docsBlocks(term, locale) : []),
      ...(facts.length > 0 && isFirst ? [fields(...facts)] : []),
      {
        type: 'buttons',
        buttons: [
          ...more,
          ...quizButton(term, locale).map((quiz) => (more.length > 0 ? { ...quiz, primary: false } : quiz)),
          ...exampleButton(term, locale),
          ...termButtons(related, locale),
          ...(section ? [sectionButton(section, locale)] : []),
        ],
      },
    ],
  };
}
