import type { Caller } from '../../core/command/command.ts';
import { UserError } from '../../core/errors.ts';
import type { Localized } from '../../core/locale.ts';
import type { Form, FormPart, Reply } from '../../core/reply/blocks.ts';
import { button, buttons, heading, markdown } from '../../core/reply/builders.ts';
import type { Context } from '../../course/context.ts';
import { knownIn } from '../../course/hidden-questions.ts';
import { questionFormLine } from '../../course/lines.ts';
import { truncate } from '../../language/truncate.ts';
import { literalLine } from '../../markdown/escape.ts';
import { LONGEST } from '../../questions/fields.ts';
import { writtenTypes } from '../../questions/types.ts';
import { classToTeach } from '../find.ts';
import { findConcept } from './concept.ts';
import { decodeEntered, type Entered, PARTS, type Part, readEdit, writeEdit } from './entered.ts';
import { findOwn } from './find.ts';
import { typeNamed, writeLines } from './parse-lines.ts';
import { text } from './text.ts';

/** The command that takes what was filled in. */
export const RECEIVER = 'write-question';

/** Code points of words of their own that an instructor reads again. */
const SHOWN = 40;

/** The parts of the form: of a type that is known, those that it has. */
function partsOf(entered: Entered, { locale }: Caller): FormPart[] {
  const words = text(locale);
  const writing = typeNamed(entered.type ?? '')?.writing;
  const held = (name: Part, label: Localized | undefined) => ({
    name,
    label: label?.[locale] ?? words.parts[name],
    ...(entered[name] === undefined ? {} : { value: entered[name] }),
  });
  const typed = (name: Part, label?: Localized): FormPart => ({
    ...held(name, label),
    kind: 'text',
    lines: true,
    most: LONGEST,
    hint: words.hints[name],
  });
  const right: FormPart =
    writing?.choices === undefined
      ? typed('right', writing?.labels.right)
      : {
          ...held('right', writing.labels.right),
          kind: 'one',
          options: writing.choices.map(({ value, label }) => ({ value, label: label[locale] })),
        };
  const wrong: FormPart[] =
    writing === undefined
      ? [{ ...typed('wrong'), optional: true }]
      : writing.labels.wrong === undefined
        ? []
        : [{ ...typed('wrong', writing.labels.wrong), ...(writing.isWrongOptional ? { optional: true } : {}) }];
  return [typed('question'), { ...typed('code'), optional: true }, right, ...wrong, typed('why')];
}

/** The form of a question, holding what was entered. */
function questionForm(entered: Entered, caller: Caller): Reply {
  const words = text(caller.locale);
  const { concept, type, edit } = entered;
  const id = edit === undefined ? undefined : readEdit(edit)?.id;
  const fixed = Object.fromEntries(
    Object.entries({ concept, type, edit }).flatMap(([name, value]): [string, string][] =>
      // What was no concept's name may be any words; ids have no spaces.
      value === undefined || /[\s=]/.test(value) ? [] : [[name, value]],
    ),
  );
  const options = Object.entries({
    [words.options.edit]: edit,
    [words.options.concept]: concept,
    [words.options.type]: type,
  })
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}:${value.includes(' ') ? `"${value}"` : value}`]))
    .join(' ');
  const typed = [words.command, options].filter(Boolean).join(' ');
  const isBegun = PARTS.some((part) => entered[part] !== undefined);
  const form: Form = {
    type: 'form',
    line:
      id === undefined
        ? questionFormLine.write({ what: 'new', id: concept ?? '-', ...(type === undefined ? {} : { type }) })
        : questionFormLine.write({ what: 'edit', id }),
    open: words.openForm,
    title: id === undefined ? words.newTitle : words.editTitle,
    sends: RECEIVER,
    typed: words.command,
    fixed,
    parts: partsOf(entered, caller),
    inWords: isBegun ? words.asLines(typed, writeLines(entered)) : words.howToType,
  };
  return { visibility: 'caller', accent: 'info', blocks: [form] };
}

/** Concepts to choose from, each as a button that opens the form of a question of it. @throws UserError for none. */
function offerConcepts(
  named: string,
  offered: readonly { id: string; title: Localized }[],
  type: string | undefined,
  caller: Caller,
): Reply {
  const words = text(caller.locale);
  const shown = literalLine(truncate(named, SHOWN));
  if (offered.length === 0) throw new UserError(text.both(({ noConcept }) => noConcept(shown)));
  const line = (id: string): string =>
    questionFormLine.write({ what: 'new', id, ...(type === undefined ? {} : { type }) });
  return {
    visibility: 'caller',
    accent: 'warning',
    blocks: [
      heading(words.whichConcept),
      markdown(words.noConcept(shown)),
      buttons(...offered.map(({ id, title }) => button(title[caller.locale], line(id)))),
    ],
  };
}

/**
 * Opens the form of a new question, of a concept and a type where they are named.
 * @throws UserError to students, and where no concept is called so.
 */
export async function openNewForm(
  { concept, type, ...others }: Entered,
  caller: Caller,
  context: Context,
): Promise<Reply> {
  const one = await classToTeach(caller, context);
  const kind = type === undefined ? {} : { type };
  if (concept === undefined) return questionForm({ ...others, ...kind }, caller);
  const found = findConcept(concept, (await knownIn(one, context)).course());
  return 'term' in found
    ? questionForm({ ...others, ...kind, concept: found.term.id }, caller)
    : offerConcepts(concept, found.offered, type, caller);
}

/** What a stored question holds, as it is filled in. */
async function enteredOf(id: string, caller: Caller, context: Context): Promise<Entered> {
  const { stored, text: written } = await findOwn(id, caller, context);
  const writing = writtenTypes.find(({ type }) => type === written.type)?.writing;
  const { right, wrong } = writing?.write(written) ?? { right: [], wrong: [] };
  return {
    question: written.ask.ko,
    ...(written.code === undefined ? {} : { code: written.code }),
    right: right.join('\n'),
    ...(wrong.length === 0 ? {} : { wrong: wrong.join('\n') }),
    why: written.why.ko,
    type: written.type,
    edit: writeEdit(stored),
  };
}

/** What an instructor began to write for their class, if anything. @throws UserError to students. */
export async function readUnfinished(caller: Caller, context: Context): Promise<Entered | undefined> {
  const one = await classToTeach(caller, context);
  const kept = await context.classQuestions.unfinished(one.id, caller.id);
  return kept === undefined ? undefined : decodeEntered(kept);
}

/**
 * Opens a form, as a button says it: a new one, that of a question that is changed, or one that was begun.
 * @throws UserError to students, and where the question is gone.
 */
export async function openForm(
  said: { what: 'new' | 'edit' | 'left'; id?: string | undefined; type?: string | undefined } | undefined,
  caller: Caller,
  context: Context,
): Promise<Reply> {
  const { what = 'new', id, type } = said ?? {};
  switch (what) {
    case 'new':
      return openNewForm(
        { ...(id === undefined || id === '-' ? {} : { concept: id }), ...(type === undefined ? {} : { type }) },
        caller,
        context,
      );
    case 'edit':
      return questionForm(await enteredOf(id ?? '', caller, context), caller);
    case 'left':
      return questionForm((await readUnfinished(caller, context)) ?? {}, caller);
    default:
      return what satisfies never;
  }
}
