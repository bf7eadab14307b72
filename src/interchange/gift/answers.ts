import type { Exchanged } from '../../questions/exchange.ts';
import { text as words } from '../text.ts';
import { readAmounts } from './amounts.ts';
import { type Braces, labelOfPart, markdownOfPart, type Part, partsOf, type Reading } from './parts.ts';

/** The answers, and what a student reads once one of them was given, as Markdown. */
export interface ReadAnswers {
  answer: Exchanged;
  feedback: string[];
}

/** What is said of the right answers first; what is said of another one names it. */
function feedbackOf(parts: readonly Part[], isRight: (part: Part) => boolean, reading: Reading): string[] {
  const say = (part: Part): string => markdownOfPart(part.feedback ?? '', part.line, reading);
  const name = (part: Part): string => markdownOfPart(part.text, part.line, { ...reading, lost: () => {} });
  const said = parts.filter(({ feedback }) => feedback !== undefined);
  return [
    ...said.filter(isRight).map(say),
    ...said.filter((part) => !isRight(part)).map((part) => `${name(part)}: ${say(part)}`),
  ];
}

/** Options. Without any `=`, all that give marks are to be picked. */
function readOptions(braces: Braces, reading: Reading): ReadAnswers | undefined {
  const parts = partsOf(braces, /[=~]/g);
  const several = parts.every(({ mark }) => mark !== '=');
  const isRight = ({ mark, weight = 0 }: Part): boolean => (several ? weight > 0 : mark === '=' || weight >= 100);
  const options = parts.map((part) => ({ text: labelOfPart(part.text, part.line, reading), right: isRight(part) }));
  const right = options.filter((option) => option.right).length;
  if (right === 0) {
    reading.lost(
      reading.line,
      words.both(({ noRight }) => noRight),
    );
    return undefined;
  }
  for (const [i, { weight = 0, line }] of parts.entries()) {
    const option = options[i];
    if (!several && option && !option.right && weight > 0)
      reading.lost(
        line,
        words.both(({ partMarks }) => partMarks(option.text, weight)),
      );
  }
  if (!several && right > 1)
    reading.lost(
      reading.line,
      words.both(({ anyRight }) => anyRight),
    );
  return {
    answer: { kind: 'options', options, several: several || right > 1 },
    feedback: feedbackOf(parts, isRight, reading),
  };
}

function readPairs(braces: Braces, reading: Reading): ReadAnswers | undefined {
  const pairs: [left: string, right: string][] = [];
  for (const { text, line } of partsOf(braces, /=/g)) {
    const at = text.indexOf('->');
    if (at < 0) {
      reading.lost(
        line,
        words.both(({ noPair }) => noPair),
      );
      return undefined;
    }
    pairs.push([labelOfPart(text.slice(0, at), line, reading), labelOfPart(text.slice(at + 2), line, reading)]);
  }
  return {
    answer: {
      kind: 'pairs',
      pairs: pairs.filter(([left]) => left !== ''),
      others: pairs.filter(([left]) => left === '').map(([, one]) => one),
    },
    feedback: [],
  };
}

/** `*` stands for anything in Moodle's short answers, but behind a backslash; no accepted word of ours does that. */
const WILDCARD = /(?<!\\)\*/;

function readWords(braces: Braces, reading: Reading): ReadAnswers | undefined {
  const accept: string[] = [];
  const parts = partsOf(braces, /=/g);
  const said = parts.filter((part) => {
    const { weight = 100, line, feedback } = part;
    const written = labelOfPart(part.text, line, { ...reading, format: 'plain' });
    const text = written.replaceAll('\\*', '*');
    if (weight <= 0) {
      if (feedback !== undefined && text === '*')
        reading.lost(
          line,
          words.both(({ catchAll }) => catchAll),
        );
      return text !== '*';
    }
    if (WILDCARD.test(written))
      reading.lost(
        line,
        words.both(({ wildcard }) => wildcard(text)),
      );
    else if (weight < 100)
      reading.lost(
        line,
        words.both(({ partMarks }) => partMarks(text, weight)),
      );
    else if (text !== '') accept.push(text);
    return true;
  });
  if (accept.length === 0) {
    reading.lost(
      reading.line,
      words.both(({ noRight }) => noRight),
    );
    return undefined;
  }
  return {
    answer: { kind: 'words', accept: Array.from(new Set(accept)) },
    feedback: feedbackOf(said, ({ weight = 100 }) => weight >= 100, reading),
  };
}

function readNumbers({ text, lineAt }: Braces, reading: Reading): ReadAnswers | undefined {
  // Behind the # that makes it a question about a number, and at its own place.
  const parts = partsOf({ text: ` ${text.slice(1)}`, lineAt }, /[=~]/g);
  const amounts = readAmounts(parts, reading);
  if (amounts.length === 0) {
    reading.lost(
      reading.line,
      words.both(({ noRight }) => noRight),
    );
    return undefined;
  }
  const own = parts.filter(({ mark, text: one }) => mark !== '~' && one !== '*');
  return {
    answer: { kind: 'amounts', amounts },
    feedback: feedbackOf(own, ({ weight = 100 }) => weight >= 100, reading),
  };
}

const TRUTH = /^(t|true|f|false)$/i;

/** `{FALSE#said to who was wrong#said to who was right}` */
function readTruth({ text, lineAt }: Braces, reading: Reading): ReadAnswers | undefined {
  const [said = '', wrong = '', right = ''] = text.split('#');
  const [word] = TRUTH.exec(said.trim()) ?? [];
  if (word === undefined) return undefined;
  return {
    answer: { kind: 'truth', isTrue: /^t/i.test(word) },
    feedback: [right, wrong].filter((one) => one.trim() !== '').map((one) => markdownOfPart(one, lineAt(0), reading)),
  };
}

/** What stands between a question's braces, by the signs in it, as Moodle tells its kinds apart; undefined where nothing can be taken. */
export function readAnswers(braces: Braces, reading: Reading): ReadAnswers | undefined {
  const { text } = braces;
  if (text.startsWith('#')) return readNumbers(braces, reading);
  if (text.includes('~')) return readOptions(braces, reading);
  if (text.includes('=') && text.includes('->')) return readPairs(braces, reading);
  return readTruth(braces, reading) ?? readWords(braces, reading);
}
