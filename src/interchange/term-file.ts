import { Document, isMap, isPair, isScalar, isSeq, visit } from 'yaml';
import { cleanLine } from './markup.ts';

/** A question's fields, as an author writes them, and what is told authors of it. */
export interface WrittenQuestion {
  fields: Readonly<Record<string, unknown>>;
  comment: string | undefined;
}

/** A term's file as it is to be written. */
export interface TermFile {
  id: string;
  title: string | { ko: string; en: string };
  aliases: readonly string[];
  definition: string;
  /** Markdown. */
  body: string;
  questions: readonly WrittenQuestion[];
}

/** Text that every reader of YAML takes for text without quotes: words that begin with a letter. */
const PLAIN = /^\p{L}[\p{L}\p{N} ,.’()·/%?!-]*$/u;
const TAKEN = /^(?:true|false|yes|no|on|off|null|y|n)$/i;

const isPlain = (text: string): boolean => PLAIN.test(text) && !TAKEN.test(text) && !text.endsWith(' ');

/** Front matter and body, in the form of content/glossary. */
export function writeTermFile({ id, title, aliases, definition, body, questions }: TermFile): string {
  const document = new Document({
    id,
    title,
    ...(aliases.length > 0 ? { aliases } : {}),
    definition,
    ...(questions.length > 0 ? { questions: questions.map(({ fields }) => fields) } : {}),
  });
  const list = document.get('questions');
  if (isSeq(list))
    for (const [i, item] of list.items.entries()) {
      const comment = questions[i]?.comment;
      if (isMap(item) && comment) item.commentBefore = ` ${cleanLine(comment)}`;
    }
  visit(document, {
    Scalar(_, node, path) {
      if (typeof node.value !== 'string') return;
      const around = path.at(-1);
      const isCode = isPair(around) && isScalar(around.key) && around.key.value === 'code' && node.value.includes('\n');
      node.type = isCode ? 'BLOCK_LITERAL' : isPlain(node.value) ? 'PLAIN' : 'QUOTE_DOUBLE';
    },
  });
  return `---\n${document.toString({ lineWidth: 0 })}---\n\n${body}\n`;
}
