import type { Localized } from './locale.ts';
import { text } from './reply/text.ts';

/** What people say before it: `전혀 모르겠어요`, `저는 잘 모르겠어요`. */
const HEDGE = /^(?:잘|전혀|하나도|진짜|정말|아직|도저히|저는|저도|나는|나도|음+|어+|아+|아예|sorry|well|um)$/i;

const DONT_KNOW =
  /^(?:(?:모르|몰라|모름)\S*(?: (?:같|것 같|거 같)\S*)?|(?:생각|기억)이? ?안 ?나\S*|글쎄\S*|포기\S*|패스\S*|pass|skip|\?+|(?:i )?(?:don['’]?t know|do not know|have no idea|am not sure)|no idea|idk|dunno|not sure)$/i;

/** Longer words are an answer. */
const LONGEST = 60;

/** What the button says by which a student does not know, and what results say of those who pressed it. */
export const dontKnowLabel: Localized = text.both((words) => words.dontKnow);

/** Do a student's words say that they do not know? Then the answer is shown. */
export function saysDontKnow(words: string): boolean {
  if (words.length > LONGEST) return false;
  const said = words.split(/[\s,.!~…]+/).filter((word) => word !== '' && !HEDGE.test(word));
  return DONT_KNOW.test(said.join(' '));
}

/** The answer that says so: a dash for each pick. */
export const dontKnowAnswer = (picks: number): string => '-'.repeat(picks);

export const isDontKnow = (answer: string): boolean => /^-+$/.test(answer);
