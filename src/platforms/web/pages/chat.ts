import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Command } from '../../../core/command/command.ts';
import { FIELDS, tokenField } from '../render/controls.ts';
import { text } from '../text.ts';
import type { Visitor } from '../visitors.ts';
import { type Frame, page } from './layout.ts';

/** What a visitor opens by a link: a path, and the line that it stands for. */
export interface Tab {
  path: string;
  label: string;
  line: string;
}

/** What is on the page of a student, in this order. */
export function studentTabs(frame: Pick<Frame, 'locale'>): readonly Tab[] {
  const { nav } = text(frame.locale);
  return [
    { path: '/chapters', label: nav.chapters, line: 'chapters' },
    { path: '/card', label: nav.card, line: 'card' },
    { path: '/quiz', label: nav.quiz, line: 'quiz' },
    { path: '/homework', label: nav.homework, line: 'quiz homework' },
    { path: '/review', label: nav.review, line: 'review' },
    { path: '/progress', label: nav.progress, line: 'progress' },
    { path: '/privacy', label: nav.privacy, line: 'privacy' },
  ];
}

/** What is on the page of an instructor: the same as in chat, each under its own address. */
export function instructorTabs(frame: Pick<Frame, 'locale'>, commands: readonly Command[]): readonly Tab[] {
  const { teach } = text(frame.locale);
  const all: readonly Tab[] = [
    { path: '/teach', label: teach.class, line: 'class show' },
    { path: '/teach/cards', label: teach.cards, line: 'class cards' },
    { path: '/teach/homework', label: teach.homework, line: 'class homework' },
    { path: '/teach/live', label: teach.live, line: 'live show' },
    { path: '/teach/plan', label: teach.plan, line: 'live plan' },
    { path: '/teach/report', label: teach.report, line: 'report show' },
    { path: '/teach/students', label: teach.students, line: 'report students' },
    { path: '/teach/questions', label: teach.questions, line: 'report questions' },
    { path: '/teach/marks', label: teach.marks, line: 'report marks' },
    { path: '/teach/attendance', label: teach.attendance, line: 'report attendance' },
    { path: '/teach/vain', label: teach.vain, line: 'report term' },
    { path: '/teach/own', label: teach.own, line: 'class questions' },
    { path: '/teach/write', label: teach.write, line: 'class question' },
    { path: '/teach/files', label: teach.files, line: 'class files' },
  ];
  const has = ({ line }: Tab): boolean => {
    const [name, action = ''] = line.split(' ');
    return commands.some((one) => one.name === name && one.actions?.[action] !== undefined);
  };
  return all.filter(has);
}

/**
 * Names of the commands that a press on them in a text runs. What an instructor's command does to a class is not done by
 * pressing an example of it: such a line goes into the box, as in Discord, and is sent from there.
 */
export const runByPress = (commands: readonly Command[]): string[] =>
  commands.filter(({ usedBy }) => usedBy === 'everyone').map(({ name }) => name);

interface ChatParts {
  visitor: Visitor;
  tabs: readonly Tab[];
  /** The tab that is open. */
  path: string;
  /** What may be typed into its box. */
  examples: readonly string[];
  /** Commands that a press in a text runs: see runByPress(). */
  runs: readonly string[];
  /** Everything is forgotten when the program ends. */
  isRehearsal: boolean;
  /** What was said, and the answers, oldest first. */
  shown: readonly ElementContent[];
  /** A heading of the page, where it is not the chat itself. */
  heading?: string;
}

const link = (path: string, label: string, open: string): ElementContent =>
  h('a', { href: path, ...(path === open ? { ariaCurrent: 'page' } : {}) }, label);

/** The head of every page of a visitor. */
export function header({ locale, languages }: Pick<Frame, 'locale' | 'languages'>, path: string): ElementContent {
  const words = text(locale);
  const { otherLanguage: other } = words;
  return h('header.top', [
    h('a.brand', { href: '/' }, h('img', { src: '/icon.svg', alt: '', width: 28, height: 28 }), words.title),
    h('nav.main', { ariaLabel: words.title }, [
      link('/j', words.nav.join, path),
      link('/teach', words.nav.teach, path),
      ...(languages.includes(other.locale)
        ? [h('a', { href: `/?lang=${other.locale}`, lang: other.locale }, other.name)]
        : []),
    ]),
  ]);
}

/** What a visitor said, as they read it. */
export const said = (words: string, { locale }: Pick<Frame, 'locale'>): ElementContent =>
  h('div.said', h('span.who', text(locale).you), h('pre', words));

/** The box to ask in. */
const box = ({ locale, token }: Frame, examples: readonly string[]): ElementContent => {
  const words = text(locale);
  return h('form', { method: 'post', action: '/say', encType: 'multipart/form-data', className: ['box'], id: 'box' }, [
    tokenField(token),
    h('label.hidden', { htmlFor: 'said' }, words.ask),
    h('textarea', {
      id: 'said',
      name: FIELDS.said,
      rows: 2,
      placeholder: words.askHint(examples),
      autoComplete: 'off',
      spellCheck: 'false',
      ariaControls: 'offered',
      ariaHasPopup: 'listbox',
      ariaAutoComplete: 'list',
    }),
    h('ul', { id: 'offered', role: 'listbox', hidden: true, ariaLabel: words.ask }),
    h('p.hidden', { id: 'offered-count', role: 'status' }),
    h('p.chosen-file', { hidden: true }, [
      h('span'),
      h('button', { type: 'button', className: ['button', 'quiet'] }, words.letGo),
    ]),
    h('label.file', [
      h('span', { ariaHidden: 'true' }, '📎'),
      h('span.hidden', words.attach),
      h('input', { type: 'file', name: FIELDS.file }),
    ]),
    h('button', { type: 'submit', className: ['button', 'primary'] }, words.ask),
  ]);
};

/** The page that one chats on. */
export function chatPage(frame: Frame, parts: ChatParts): string {
  const { visitor, tabs, path, examples, runs, isRehearsal, shown, heading } = parts;
  const words = text(frame.locale);
  const { isSignedIn, caller } = visitor;
  const account = isSignedIn
    ? h('form', { method: 'post', action: '/out' }, [
        tokenField(frame.token),
        h('span', words.signedInAs(caller.name)),
        ' ',
        h('button', { type: 'submit', className: ['button', 'quiet'] }, words.signOut),
      ])
    : h('p', words.cookie);
  const children = [
    header(frame, path),
    h(
      'nav.tabs',
      { ariaLabel: heading ?? words.nav.chapters },
      tabs.map((tab) => link(tab.path, tab.label, path)),
    ),
    h('main', { id: 'main' }, [
      h('h1.hidden', heading ?? words.title),
      h('div', { id: 'log', role: 'log', ariaLive: 'polite' }, [...shown]),
      box(frame, examples),
    ]),
    h('footer', [account, ...(isRehearsal ? [h('p', words.rehearsal)] : [])]),
  ];
  return page(frame, 'chat', children, { runs: runs.join(' ') });
}
