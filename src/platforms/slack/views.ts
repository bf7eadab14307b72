import type { HomeView, InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { Locale, Localized } from '../../core/locale.ts';
import { ACTIONS } from './blocks.ts';
import { SLACK } from './limits.ts';
import { oneLine, within } from './markdown.ts';
import type { Message } from './render.ts';

/** callback_ids of modals and shortcuts. */
export const CALLBACKS = { answer: 'answer', search: 'search', findTopics: 'look_up' } as const;

const words = (ko: string, en: string): Localized => ({ ko, en });
const SAID = {
  name: words('🍱 도시락', '🍱 Dosirak'),
  leave: words('닫기', 'Close'),
  title: words('답 쓰기', 'Your answer'),
  label: words('답', 'Answer'),
  hint: words('한글이든 영어든 괜찮아요', 'Korean or English, both are fine'),
  submit: words('제출하기', 'Submit'),
  here: words(
    '입력 창을 열지 못했어요. 여기에 답을 쓰고 제출해 주세요.',
    'The box could not be opened. Type your answer here, then submit it.',
  ),
  cancel: words('취소', 'Cancel'),
  look: words('궁금한 개념을 찾아보세요', 'Look up a concept'),
  lookFor: words('무엇이 궁금한가요?', 'What would you like to know?'),
};

/** A modal that shows something. */
export const modal = (blocks: KnownBlock[], locale: Locale, callback?: string): ModalView => ({
  type: 'modal',
  ...(callback === undefined ? {} : { callback_id: callback }),
  title: { type: 'plain_text', text: SAID.name[locale] },
  close: { type: 'plain_text', text: SAID.leave[locale] },
  blocks,
});

export const homeTab = (blocks: KnownBlock[]): HomeView => ({ type: 'home', blocks });

/** Answers are a word or a command. */
const LONGEST_ANSWER = 200;

const answerInput = (locale: Locale, action: string): InputBlock => ({
  type: 'input',
  block_id: 'answer',
  label: { type: 'plain_text', text: SAID.label[locale] },
  hint: { type: 'plain_text', text: SAID.hint[locale] },
  element: { type: 'plain_text_input', action_id: action, min_length: 1, max_length: LONGEST_ANSWER },
});

/**
 * A message to type an answer in, for one person who gets no modal. It is not in the question itself: what a class reads
 * is shown anew every few seconds, and that takes away what is half typed.
 */
export const answerMessage = (line: string, locale: Locale): Message => ({
  text: SAID.here[locale],
  blocks: [
    { type: 'section', text: { type: 'plain_text', text: SAID.here[locale] } },
    answerInput(locale, ACTIONS.typed),
    {
      type: 'actions',
      elements: [
        {
          type: 'button',
          action_id: `${ACTIONS.typed}:send`,
          text: { type: 'plain_text', text: SAID.submit[locale] },
          value: line,
          style: 'primary',
        },
      ],
    },
  ],
});

/** A modal to type an answer in; `state` comes back with it (at most 3,000 characters). */
export const answerModal = (state: string, locale: Locale): ModalView => ({
  type: 'modal',
  callback_id: CALLBACKS.answer,
  private_metadata: state,
  title: { type: 'plain_text', text: SAID.title[locale] },
  submit: { type: 'plain_text', text: SAID.submit[locale] },
  close: { type: 'plain_text', text: SAID.cancel[locale] },
  blocks: [answerInput(locale, 'answer')],
});

/** A search box that completes what is typed. */
export const searchBox = (locale: Locale): KnownBlock => ({
  type: 'section',
  block_id: 'search',
  text: { type: 'mrkdwn', text: `🔎 ${SAID.lookFor[locale]}` },
  accessory: {
    type: 'external_select',
    action_id: ACTIONS.look,
    placeholder: { type: 'plain_text', text: SAID.look[locale] },
    min_query_length: 1,
  },
});

/** What the search box offers: a title, and the line that looks it up. Slack shows up to 100. */
export const offers = (titles: readonly Localized[], locale: Locale) => {
  const lines = new Set(titles.map((title) => within(`k8s ${oneLine(title[locale])}`, SLACK.optionValue)));
  return Array.from(lines, (value) => ({ value, title: value.slice('k8s '.length).trim() }))
    .filter(({ title }) => title !== '')
    .slice(0, SLACK.options)
    .map(({ value, title }) => ({
      text: { type: 'plain_text' as const, text: within(title, SLACK.optionText) },
      value,
    }));
};
