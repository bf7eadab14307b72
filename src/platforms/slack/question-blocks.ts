import type { Button, KnownBlock, SectionBlock } from '@slack/types';
import { shortHash } from '../../core/hash.ts';
import type { Locale } from '../../core/locale.ts';
import type { Choice, Input, Menus } from '../../core/reply/blocks.ts';
import { choiceControls, inputControls } from '../../core/reply/controls.ts';
import { menusControls } from '../../core/reply/menus.ts';
import { text as replyText } from '../../core/reply/text.ts';
import { ACTIONS, actions, button, literal, plain, press, prose, small, type View } from './elements.ts';
import { SLACK } from './limits.ts';
import { text } from './text.ts';

/** Letters and digits of a hash, all of it. */
const HASH = 7;

/** Slack sends every change of a menu; what was chosen counts when the button beside it is pressed. */
function menuBlocks({ options, line, max }: Choice, dontKnow: Button, locale: Locale): KnownBlock[] {
  const { chooseAllAndSubmit, submit } = replyText(locale);
  const menu: SectionBlock = {
    type: 'section',
    // Of the question, not of the moment: an edit of the message is not to drop what a student has chosen.
    block_id: `${ACTIONS.pick}:${shortHash(line, HASH)}`,
    text: plain(chooseAllAndSubmit, SLACK.text),
    accessory: {
      type: 'multi_static_select',
      action_id: ACTIONS.pick,
      placeholder: plain(text(locale).menu, SLACK.buttonText),
      max_selected_items: max,
      options: options.map(({ value, label }, i) => ({ text: plain(`${i + 1}. ${label}`, SLACK.optionText), value })),
    },
  };
  return [menu, ...actions([button(submit, line, 'primary', ACTIONS.send), dontKnow])];
}

export function choiceBlocks(choice: Choice, view: View): KnownBlock[] {
  const { locale } = view;
  const controls = choiceControls(choice, locale);
  const { options, isListed } = controls;
  const dontKnow = press(controls.dontKnow);
  const list = options.map(({ number, label }) => `**${number}**  ${literal(label)}`).join('  \n');
  const listed = isListed ? prose(list, 'text', view) : [];
  switch (controls.way) {
    case 'several':
      return [...listed, ...menuBlocks(choice, dontKnow, locale)];
    case 'one':
      return [...listed, ...actions([...options.map((option) => press(option.button)), dontKnow])];
    case 'inOrder': {
      // Slack has no button that cannot be pressed.
      const left = options.filter(({ isPicked }) => !isPicked).map((option) => press(option.button));
      const { soFar, hint } = controls;
      const told = soFar ? `${soFar.name}: ${soFar.numbers}` : hint;
      const again = soFar ? [press(soFar.startOver)] : [];
      return [...listed, ...small(told), ...actions([...left, ...again, dontKnow])];
    }
    default:
      return controls satisfies never;
  }
}

/** A menu for each, and a button that sends what all of them show at that moment. */
export function menusBlocks(block: Menus, { locale }: View): KnownBlock[] {
  const { menus, dontKnow } = menusControls(block, locale);
  const { chooseOne, chooseEach, submit } = replyText(locale);
  const own = menus.map(({ number, mark, label, options }): SectionBlock => {
    const shown = options.map(({ label, value }) => ({ text: plain(label, SLACK.optionText), value }));
    const at = options.findIndex(({ isPicked }) => isPicked);
    const picked = shown[at];
    return {
      type: 'section',
      // As in menuBlocks().
      block_id: `${ACTIONS.menu}:${shortHash(block.line, HASH)}`,
      text: plain(mark === '' ? label : `${mark}. ${label}`, SLACK.text),
      accessory: {
        type: 'static_select',
        action_id: `${ACTIONS.menu}:${number}`,
        placeholder: plain(chooseOne, SLACK.placeholder),
        options: shown,
        ...(picked ? { initial_option: picked } : {}),
      },
    };
  });
  const send = button(submit, block.line, 'primary', `${ACTIONS.fill}:${menus.length}`);
  return [...own, ...small(chooseEach), ...actions([send, press(dontKnow)])];
}

/** A button that opens boxes to type in. */
export function inputBlocks(input: Input, { locale }: View): KnownBlock[] {
  const { write, dontKnow } = inputControls(input, locale);
  const { boxes = 1 } = input;
  return actions([press(write, boxes === 1 ? ACTIONS.type : `${ACTIONS.type}:${boxes}`), press(dontKnow)]);
}
