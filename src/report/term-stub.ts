import type { Content } from '../content/model.ts';
import { teachingOrder } from '../content/teaching-order.ts';
import type { Locale } from '../core/locale.ts';
import { hasSyllables } from '../language/hangul.ts';
import type { ReportText } from './text.ts';

const list = (name: string, all: readonly string[], indent: string): string[] =>
  all.length === 0
    ? [`${indent}${name}: []`]
    : [`${indent}${name}:`, ...all.map((one) => `${indent}  - ${JSON.stringify(one)}`)];

/** What a term's file looks like in a course: the languages that it is written in, and a term to show how. */
export interface StubStyle {
  languages: readonly Locale[];
  /** Its id and its title as its file has them; undefined where the course has none yet. */
  example: { id: string; title: string } | undefined;
}

/** As the files of this course are written. */
export function stubStyleOf(content: Content): StubStyle {
  const { languages } = content.settings;
  const [first] = teachingOrder(content);
  const [language = 'ko'] = languages;
  const inOne = first && (languages.length === 1 || first.title.ko === first.title.en);
  const title = first && (inOne ? first.title[language] : `{ ko: ${first.title.ko}, en: ${first.title.en} }`);
  return { languages, example: first && title !== undefined ? { id: first.id, title } : undefined };
}

/**
 * A term's file, in the form of content/glossary, that is found by these questions. What its author writes is empty, and
 * content:check names each of it until it is there; comments say what belongs where.
 */
export function termStub(
  questions: readonly string[],
  words: ReportText['stub'],
  { languages, example }: StubStyle,
): string {
  const isKorean = Map.groupBy(questions, hasSyllables);
  const [language = 'ko', other] = languages;
  const isOne = other === undefined;
  const empty = isOne ? '""' : '{ ko: "", en: "" }';
  const asks = isOne
    ? list('asks', questions, '')
    : ['asks:', ...list('ko', isKorean.get(true) ?? [], '  '), ...list('en', isKorean.get(false) ?? [], '  ')];
  const explained = isOne
    ? [`<!-- ${words.explanation[language]} -->`]
    : [`<!-- ${words.explanation.ko} -->`, '', '## English', '', `<!-- ${words.explanation.en} -->`];
  return [
    '---',
    `# ${words.id(example?.id)}`,
    'id: ""',
    `# ${words.title(isOne, example?.title)}`,
    `title: ${empty}`,
    `# ${words.definition}`,
    `definition: ${empty}`,
    `# ${words.asks}`,
    ...asks,
    '---',
    '',
    ...explained,
    '',
  ].join('\n');
}
