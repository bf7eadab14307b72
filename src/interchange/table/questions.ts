import type { Exchanged } from '../../questions/exchange.ts';
import { cleanLine, markdownOf } from '../markup.ts';
import type { Lost, Taken } from '../taken.ts';
import { text as words } from '../text.ts';
import type { Role } from './columns.ts';
import type { Row } from './rows.ts';

const TRUE = /^(?:o|○|true|t|참|맞음|맞다|예)$/i;
const FALSE = /^(?:x|×|false|f|거짓|틀림|틀리다|아니요)$/i;

/** Which options are right, as Kahoot has it: by number, `2` or `1,3`, or else in the option's own words. */
function rightOnes(options: readonly string[], said: string): readonly number[] | undefined {
  const places = said.split(/[,;/]/).map((part) => part.trim());
  if (places.every((place) => /^[1-9]$/.test(place) && options[Number(place) - 1]))
    return places.map((place) => Number(place) - 1);
  const named = options.indexOf(cleanLine(said));
  return named < 0 ? undefined : [named];
}

/** How the row is answered, or why it cannot be taken. */
function answerOf(options: readonly string[], right: string, wrong: readonly string[]): Exchanged | Lost['message'] {
  const given = options.flatMap((option, i) => (option === '' ? [] : [{ option, i }]));
  if (options.length > 0) {
    if (given.length === 0) return words.both(({ noRight }) => noRight);
    const rights = rightOnes(options, right);
    if (!rights) return words.both(({ noOption }) => noOption(right));
    const marked = given.map(({ option, i }) => ({ text: option, right: rights.includes(i) }));
    return { kind: 'options', options: marked, several: rights.length > 1 };
  }
  if (right === '') return words.both(({ noRight }) => noRight);
  if (wrong.length > 0)
    return {
      kind: 'options',
      options: [{ text: right, right: true }, ...wrong.map((text) => ({ text, right: false }))],
      several: false,
    };
  if (TRUE.test(right) || FALSE.test(right)) return { kind: 'truth', isTrue: TRUE.test(right) };
  return { kind: 'words', accept: right.split(';').map(cleanLine).filter(Boolean) };
}

/** A row of a table of questions: Kahoot's options and the numbers of the right ones, or what is right and what is wrong. */
export function readQuestionRow({ line, cells }: Row, roles: readonly (Role | undefined)[], taken: Taken): void {
  const all = (role: Role): string[] => roles.flatMap((one, i) => (one === role ? [cleanLine(cells[i] ?? '')] : []));
  const [ask = ''] = all('question');
  const [right = ''] = all('right');
  const options = all('option');
  // Kahoot's template has numbered rows that nobody has filled in.
  if (ask === '' && right === '' && options.every((option) => option === '')) return;
  if (ask === '') {
    taken.lost.push({ line, message: words.both(({ noAsk }) => noAsk) });
    return;
  }
  const answer = answerOf(options, right, all('wrong').filter(Boolean));
  if (!('kind' in answer)) {
    taken.lost.push({ line, message: answer });
    return;
  }
  const [why = ''] = all('why');
  taken.questions.push({ line, ask: markdownOf(ask), why: why === '' ? undefined : markdownOf(why), answer });
}
