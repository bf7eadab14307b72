import { startCompletion } from './complete.ts';
import { createFollow } from './follow.ts';
import { elementsOf, failure, post, replace, sentBy } from './morph.ts';
import { enhance } from './order.ts';

/** The chat: what is asked is answered below, and what a button answers in place is shown there. */
export function startChat(): void {
  const found = document.getElementById('log');
  const box = document.getElementById('box');
  const said = document.getElementById('said');
  if (!found || !(box instanceof HTMLFormElement) || !(said instanceof HTMLTextAreaElement)) return;
  const log: HTMLElement = found;
  const offered = startCompletion(said, box);
  const file = startFile(box);
  const follow = createFollow();
  for (const shown of log.children) follow(shown);
  let isAsking = false;

  const reveal = (shown: Element): void =>
    shown.scrollIntoView({
      block: 'start',
      behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
    });

  /** Asks, and shows the answer: in the place of `pressed` where it says that it belongs there. */
  async function ask(action: string, data: FormData, words: string, pressed?: Element): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    const mine = words === '' ? undefined : bubble(words);
    const waiting = document.createElement('p');
    waiting.className = 'waiting';
    waiting.textContent = document.body.dataset.waiting ?? '';
    if (mine) log.append(mine);
    if (!pressed) log.append(waiting);
    pressed?.setAttribute('aria-busy', 'true');
    if (mine) reveal(mine);
    const answered = await post(action, data);
    isAsking = false;
    waiting.remove();
    pressed?.removeAttribute('aria-busy');
    if ('failed' in answered) {
      const note = failure(answered.failed);
      if (pressed) pressed.append(note);
      else log.append(note);
      return;
    }
    const [fresh] = elementsOf(answered.html);
    if (!fresh) return;
    if (pressed && fresh instanceof HTMLElement && fresh.dataset.replaces !== undefined) {
      const shown = replace(pressed, answered.html);
      reveal(shown);
      focusOn(shown);
      follow(shown);
      return;
    }
    log.append(fresh);
    enhance(fresh);
    follow(fresh);
    if (!mine) reveal(fresh);
  }

  document.addEventListener('submit', (event) => {
    const sent = sentBy(event);
    if (!sent || new URL(sent.form.action).pathname !== '/say') return;
    event.preventDefault();
    if (sent.form !== box) return void ask('/say', sent.data, '', sent.form.closest('.reply') ?? undefined);
    const chosen = sent.data.get('file');
    const words = said.value.trim() || (chosen instanceof File ? chosen.name : '');
    if (words === '') return;
    offered.close();
    box.reset();
    file.changed();
    void ask('/say', sent.data, words);
  });
  const runs = (document.body.dataset.runs ?? '').split(' ');
  /** Puts a line into the box, to be changed or sent from there. */
  const fill = (line: string): void => {
    offered.close();
    said.value = line;
    said.focus();
  };
  // A command in a text is pressed: it is run, or what it would do to a class is to be sent first.
  const press = (event: Event): void => {
    const command = event.target instanceof Element ? event.target.closest<HTMLElement>('.command') : null;
    if (!command || (event instanceof KeyboardEvent && event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    const { line = '' } = command.dataset;
    if (!runs.includes(line.slice(1).split(' ')[0] ?? '')) {
      fill(line);
      return;
    }
    const data = new FormData();
    data.set('said', line);
    void ask('/say', data, line);
  };
  log.addEventListener('click', press);
  log.addEventListener('keydown', press);
  said.addEventListener('keydown', (event) => {
    // While a syllable is being composed, Enter ends it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.defaultPrevented) return;
    event.preventDefault();
    box.requestSubmit();
  });
  // What is posted to this person unasked, such as a reminder.
  const stream = new EventSource('/stream');
  const seen = new Set<string>();
  stream.addEventListener('post', (event) => {
    const { key, html }: { key: string; html: string } = JSON.parse(event.data);
    const old = document.getElementById(`post-${key}`);
    if (old) replace(old, html);
    else if (!seen.has(key)) {
      seen.add(key);
      const [fresh] = elementsOf(html);
      if (fresh) log.append(fresh);
    }
  });
  addEventListener('pagehide', () => stream.close());
}

/** What the visitor said. */
function bubble(words: string): HTMLElement {
  const mine = document.createElement('div');
  mine.className = 'said';
  const who = document.createElement('span');
  who.className = 'who';
  who.textContent = document.body.dataset.you ?? '';
  const text = document.createElement('pre');
  text.textContent = words;
  mine.append(who, text);
  return mine;
}

/** Where keys go on in what is shown, best first: what is answered, or what Enter would most likely press. */
const NEXT = ['input:not([type=hidden]), select, button.option, .handle', '.button.primary', 'button'] as const;

/** Keys go on where the new answer is. */
function focusOn(shown: Element): void {
  const found = NEXT.map((next) => shown.querySelector<HTMLElement>(next)).find((one) => one !== null);
  found?.focus({ preventScroll: true });
}

/** Says which file goes along with what is asked, and lets go of it. */
function startFile(box: HTMLFormElement): { changed(): void } {
  const input = box.querySelector<HTMLInputElement>('input[type=file]');
  const note = box.querySelector<HTMLElement>('.chosen-file');
  const changed = (): void => {
    const name = input?.files?.[0]?.name;
    if (!note) return;
    note.hidden = name === undefined;
    const said = note.querySelector('span');
    if (said) said.textContent = name === undefined ? '' : `📄 ${name}`;
  };
  input?.addEventListener('change', changed);
  note?.querySelector('button')?.addEventListener('click', () => {
    if (input) input.value = '';
    changed();
    input?.focus();
  });
  return { changed };
}
