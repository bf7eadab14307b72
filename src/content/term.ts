import { z } from 'zod';
import type { Localized } from '../core/locale.ts';
import { hasSyllables } from '../language/hangul.ts';
import { explanationAndAnalogy, plainText } from '../markdown/nodes.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { bilingual } from '../questions/fields.ts';
import { questionSchema } from '../questions/types.ts';
import { wordingHash } from '../questions/wording.ts';
import { diagramSchema } from './diagram.ts';
import { differenceSchema, docsSchema, exampleSchema, signSchema, taskSchema } from './guides.ts';
import type { Term } from './model.ts';
import { idSchema } from './names.ts';

/** Code points of a definition that stay legible on a card (1200 × 630) and fit one line or two of a phone's chat. */
const DEFINITION = { ko: 100, en: 180 } as const;

const list = z.array(z.union([z.string().trim().min(1), z.number().transform(String)])).default([]);

const fits = (text: Localized): boolean =>
  [text.ko, text.en].every((one) => Array.from(one).length <= (hasSyllables(one) ? DEFINITION.ko : DEFINITION.en));

/** Front matter of a term in our own format (content/glossary). */
export const termSchema = z.strictObject({
  id: idSchema,
  title: bilingual,
  aliases: list,
  misspellings: list,
  definition: bilingual.refine(fits, { message: 'too-long' }),
  section: z.string().optional(),
  related: z.array(z.string()).default([]),
  asks: z
    .union([z.strictObject({ ko: list, en: list }), list.transform((ko) => ({ ko, en: [] as string[] }))])
    .prefault([]),
  diagram: diagramSchema.optional(),
  signs: z.array(signSchema).default([]),
  tasks: z.array(taskSchema).default([]),
  differs: z.array(differenceSchema).default([]),
  example: exampleSchema.optional(),
  docs: docsSchema.optional(),
  questions: z.array(questionSchema).default([]),
});

export type TermFrontMatter = z.infer<typeof termSchema>;

/** Our own format has these; a post or an official glossary file has none of them. */
export const looksLikeTerm = (data: object): boolean =>
  ['definition', 'questions', 'related', 'aliases', 'misspellings'].some((key) => key in data);

/** Korean first, English below a heading `## English`; a body in one language stands for both. */
function languages(body: string) {
  const { children: nodes } = parseMarkdown(body);
  const at = nodes.findIndex((node) => node.type === 'heading' && /^english$/i.test(plainText(node)));
  const ko = explanationAndAnalogy(body, at < 0 ? nodes : nodes.slice(0, at));
  return { ko, en: at < 0 ? ko : explanationAndAnalogy(body, nodes.slice(at + 1)) };
}

/** A term from checked front matter and its Markdown. */
export function termOf(data: TermFrontMatter, body: string, file: string): Term {
  const { ko, en } = languages(body);
  return {
    id: data.id,
    title: data.title,
    aliases: data.aliases,
    misspellings: data.misspellings,
    definition: data.definition,
    explanation: { ko: ko.explanation, en: en.explanation },
    analogy: ko.analogy === undefined ? undefined : { ko: ko.analogy, en: en.analogy ?? ko.analogy },
    diagram: data.diagram,
    asks: [...data.asks.ko, ...data.asks.en],
    related: data.related,
    section: data.section,
    signs: data.signs,
    tasks: data.tasks,
    differs: data.differs,
    example: data.example,
    docs: data.docs,
    questions: data.questions.map((question) => ({
      ...question,
      term: data.id,
      id: question.id ?? wordingHash(data.id, question),
    })),
    file,
  };
}
