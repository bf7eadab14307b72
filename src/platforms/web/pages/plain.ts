import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { FIELDS, tokenField } from '../render/controls.ts';
import { markdownTree } from '../render/markdown.ts';
import { text } from '../text.ts';
import { header } from './chat.ts';
import { type Frame, page } from './layout.ts';

const sheet = (frame: Frame, path: string, children: readonly ElementContent[]): string =>
  page(frame, 'plain', [header(frame, path), h('main', { id: 'main' }, [...children])]);

/** A page that says one thing. */
export const notePage = (frame: Frame, said: string): string =>
  sheet(frame, '', [
    h('h1', frame.title),
    ...markdownTree(said),
    h('p', h('a.button', { href: '/' }, text(frame.locale).toChat)),
  ]);

/** Where the code of a room is entered. */
export function codePage(frame: Frame, problem?: string): string {
  const words = text(frame.locale);
  return sheet(frame, '/j', [
    h('h1', words.nav.join),
    h('form.join', { method: 'get', action: '/j' }, [
      h('label', [
        h('span.label', words.enterCode),
        h('input', {
          name: 'code',
          inputMode: 'numeric',
          autoComplete: 'off',
          required: true,
          maxLength: 12,
          pattern: '\\s*([0-9]\\s*){6}',
          className: ['code'],
          ariaLabel: words.code,
          ...(problem === undefined ? {} : { ariaDescribedBy: 'problem', ariaInvalid: 'true' }),
        }),
      ]),
      ...(problem === undefined ? [] : [h('p.problem', { id: 'problem', role: 'alert' }, problem)]),
      h('button', { type: 'submit', className: ['button', 'primary'] }, words.join),
    ]),
  ]);
}

/** Where one says by which name one plays; `action` takes it. */
export function namePage(frame: Frame, action: string, suggested: string, problem?: string): string {
  const words = text(frame.locale);
  return sheet(frame, '/j', [
    h('h1', words.nav.join),
    h('form.join', { method: 'post', action }, [
      tokenField(frame.token),
      h('label', [
        h('span.label', words.yourName),
        h('input', {
          name: FIELDS.name,
          value: suggested,
          required: true,
          maxLength: 40,
          autoComplete: 'nickname',
          ariaDescribedBy: problem === undefined ? 'hint' : 'problem',
        }),
      ]),
      h('p.hint', { id: 'hint' }, words.nameHint),
      ...(problem === undefined ? [] : [h('p.problem', { id: 'problem', role: 'alert' }, problem)]),
      h('button', { type: 'submit', className: ['button', 'primary'] }, words.join),
    ]),
  ]);
}

/** Where a link from a chat leads. Opening it does nothing: chats fetch links to show what is behind them. */
export function signInPage(frame: Frame, action: string, name: string | undefined): string {
  const words = text(frame.locale);
  return sheet(frame, '', [
    h('h1', words.signInTitle),
    h('p', words.signInAs(name)),
    h('form', { method: 'post', action }, [
      tokenField(frame.token),
      h('button', { type: 'submit', className: ['button', 'primary'] }, words.signIn),
    ]),
    h('p.hint', words.signInHint),
  ]);
}
