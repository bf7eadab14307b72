import { hasSyllables } from '../language/hangul.ts';
import type { ReportText } from './text.ts';

const list = (name: string, all: readonly string[]): string[] =>
  all.length === 0 ? [`  ${name}: []`] : [`  ${name}:`, ...all.map((one) => `    - ${JSON.stringify(one)}`)];

/**
 * A term's file, in the form of content/glossary, that is found by these questions. What its author writes is empty, and
 * content:check names each of it until it is there; comments say what belongs where.
 */
export function termStub(questions: readonly string[], words: ReportText['stub']): string {
  const isKorean = Map.groupBy(questions, hasSyllables);
  return [
    '---',
    `# ${words.id}`,
    'id: ""',
    `# ${words.title}`,
    'title: { ko: "", en: "" }',
    `# ${words.definition}`,
    'definition: { ko: "", en: "" }',
    `# ${words.asks}`,
    'asks:',
    ...list('ko', isKorean.get(true) ?? []),
    ...list('en', isKorean.get(false) ?? []),
    '---',
    '',
    `<!-- ${words.explanation.ko} -->`,
    '',
    '## English',
    '',
    `<!-- ${words.explanation.en} -->`,
    '',
  ].join('\n');
}
