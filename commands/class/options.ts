/** What becomes of the days or people that are named. */
export const HOW = {
  type: 'choice',
  korean: '방법',
  summary: { ko: '더하기 또는 빼기', en: 'add or remove' },
  choices: { add: { ko: '더하기', en: 'add' }, remove: { ko: '빼기', en: 'remove' } },
} as const;

/** An instructor has been asked, and is sure: a button says it. */
export const SURE = {
  type: 'choice',
  korean: '방법',
  byButton: true,
  summary: { ko: '묻지 않고', en: 'without asking' },
  choices: { sure: { ko: '바로', en: 'sure' } },
} as const;
