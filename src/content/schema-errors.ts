import type { z } from 'zod';
import type { Localized } from '../core/locale.ts';
import { DIAGRAM } from '../core/reply/diagram.ts';

const pathOf = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key + 1}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');

const TYPES: Readonly<Record<string, Localized>> = {
  string: { ko: '글', en: 'a text' },
  number: { ko: '따옴표 없는 수', en: 'a number without quotes' },
  boolean: { ko: 'true 또는 false', en: 'true or false' },
  array: { ko: '목록(- 로 시작하는 줄들)', en: 'a list (lines that begin with -)' },
  object: { ko: '항목: 값의 묶음', en: 'a mapping (key: value)' },
};

/** By the `message` of a refinement. */
const REFINED: Readonly<Record<string, Localized>> = {
  'too-long': {
    ko: '카드에 담기에는 너무 길어요. 한국어 100자, 영어 180자까지 줄여 주세요.',
    en: 'is too long for a card; at most 100 letters in Korean, 180 in English.',
  },
  'same-options': {
    ko: '선택지 두 개가 똑같아요. 하나를 바꿔 주세요.',
    en: 'has two options alike. Change one of them.',
  },
  'too-long-option': {
    ko: '버튼에 담기에는 너무 길어요. 75자까지 줄여 주세요.',
    en: 'is too long for a button; at most 75 letters.',
  },
  'too-long-unit': {
    ko: '수 뒤에 붙이기에는 너무 길어요. 20자까지 줄여 주세요.',
    en: 'is too long to stand behind a number; at most 20 letters.',
  },
  'untold-number': {
    ko: '답으로 적기에는 너무 크거나 자릿수가 많아요. 소수점 아래 10자리까지로 줄이거나 tolerance(허용 오차)를 넓혀 주세요.',
    en: 'is too large, or has too many digits, to be typed as an answer. Use at most 10 decimals, or a wider tolerance.',
  },
  negative: {
    ko: '0보다 작을 수 없어요.',
    en: 'cannot be less than 0.',
  },
  'too-long-label': {
    ko: `그림에 담기에는 너무 길어요. ${DIAGRAM.label}자까지 줄여 주세요.`,
    en: `is too long for a diagram; at most ${DIAGRAM.label} letters.`,
  },
  'too-long-alt': {
    ko: `그림을 말로 풀기에는 너무 길어요. ${DIAGRAM.alt}자까지 줄여 주세요.`,
    en: `is too long to tell a diagram in words; at most ${DIAGRAM.alt} letters.`,
  },
  'no-figure': {
    ko: '글, box(상자), group(묶음), panel(견줄 그림), row나 column(늘어놓기), arrow(화살표) 가운데 하나로 적어 주세요.',
    en: 'must be a text, a box, a group, a panel, a row, a column or an arrow.',
  },
  'one-way': {
    ko: 'row(가로)와 column(세로) 가운데 하나만 적어 주세요.',
    en: 'needs either a row or a column.',
  },
  'one-frame': {
    ko: 'group(묶음)과 panel(견줄 그림) 가운데 하나만 적어 주세요.',
    en: 'may be a group or a panel, not both.',
  },
  'arrow-between': {
    ko: '화살표는 두 가지 사이에만 놓을 수 있어요. 앞뒤에 상자나 묶음을 하나씩 적어 주세요.',
    en: 'is an arrow that does not stand between two things.',
  },
  'too-much': {
    ko: `한눈에 보기에는 너무 많아요. 상자와 화살표를 ${DIAGRAM.figures}개까지, 묶음은 ${DIAGRAM.depth}겹까지 줄여 주세요.`,
    en: `is too much for a glance; at most ${DIAGRAM.figures} boxes and arrows, and ${DIAGRAM.depth} groups within one another.`,
  },
};

function reason(issue: z.core.$ZodIssue): Localized {
  switch (issue.code) {
    case 'invalid_type': {
      const type = TYPES[issue.expected] ?? { ko: issue.expected, en: issue.expected };
      return { ko: `${type.ko}만 돼요.`, en: `must be ${type.en}.` };
    }
    case 'unrecognized_keys': {
      const keys = issue.keys.join(', ');
      return {
        ko: `모르는 항목이 있어요(${keys}). 철자를 확인하거나 지워 주세요.`,
        en: `has unknown keys (${keys}). Check their spelling or remove them.`,
      };
    }
    case 'too_small':
      return {
        ko: `비었거나 모자라요. ${issue.minimum}개(자) 이상 적어 주세요.`,
        en: `is empty or too few; write at least ${issue.minimum}.`,
      };
    case 'too_big':
      return {
        ko: `너무 많아요. ${issue.maximum}개(자)까지만 적어 주세요.`,
        en: `is too many; write at most ${issue.maximum}.`,
      };
    case 'invalid_value':
      return {
        ko: `다음 가운데 하나여야 해요: ${issue.values.join(', ')}`,
        en: `must be one of: ${issue.values.join(', ')}`,
      };
    case 'invalid_format':
      return {
        ko: '소문자와 숫자, 낱말 사이의 하이픈(-)만 써 주세요. 글자가 하나는 있어야 해요.',
        en: 'may only have lower-case letters, digits and single hyphens between words, and needs a letter.',
      };
    case 'invalid_union':
      return {
        ko: '글 하나 또는 { ko: …, en: … } 로 적어 주세요. 빈칸이거나 1,000자를 넘으면 안 돼요.',
        en: 'must be one text or { ko: …, en: … }, not empty and at most 1,000 letters.',
      };
    case 'custom':
      return REFINED[issue.message] ?? { ko: issue.message, en: issue.message };
    default:
      return { ko: issue.message, en: issue.message };
  }
}

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    data,
  );

/** What is wrong with a value of the front matter `data` and what to do, in both languages. */
export function complaint(issue: z.core.$ZodIssue, data: unknown): Localized {
  const path = pathOf(issue.path) || 'front matter';
  const missing = issue.path.length > 0 && valueAt(data, issue.path) === undefined;
  const why = missing ? { ko: '빠졌어요. 이 항목을 적어 주세요.', en: 'is missing; write it.' } : reason(issue);
  return { ko: `${path}: ${why.ko}`, en: `${path} ${why.en}` };
}
