import { elementsOf, failure, post, replace, sentBy } from './morph.ts';
import { enhance } from './order.ts';

/** Milliseconds after the last key until completions are asked for. */
const PAUSE = 120;

/** The chat: what is asked is answered below, and what a button answers in place is shown there. */
export function startChat(): void {
  const found = document.getElementById('log');
  const box = document.getElementById('box');
  const said = document.getElementById('said');
  if (!found || !(box instanceof HTMLFormElement) || !(said instanceof HTMLTextAreaElement)) return;
  const log: HTMLElement = found;
  const offered = startCompletion(said, box);
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
      return;
    }
    log.append(fresh);
    enhance(fresh);
    if (!mine) reveal(fresh);
  }

  document.addEventListener('submit', (event) => {
    const sent = sentBy(event);
    if (!sent || new URL(sent.form.action).pathname !== '/say') return;
    event.preventDefault();
    if (sent.form !== box) return void ask('/say', sent.data, '', sent.form.closest('.reply') ?? undefined);
    const file = sent.data.get('file');
    const words = said.value.trim() || (file instanceof File ? file.name : '');
    if (words === '') return;
    offered.close();
    box.reset();
    void ask('/say', sent.data, words);
  });
  // A command in a text is pressed.
  const press = (event: Event): void => {
    const command = event.target instanceof Element ? event.target.closest<HTMLElement>('.command') : null;
    if (!command || (event instanceof KeyboardEvent && event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    const data = new FormData();
    data.set('said', command.dataset.line ?? '');
    void ask('/say', data, command.dataset.line ?? '');
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

/** Keys go on where the new answer is. */
function focusOn(shown: Element): void {
  const first = shown.querySelector<HTMLElement>('input:not([type=hidden]), select, .option, .button.primary, button');
  first?.focus({ preventScroll: true });
}

/** Offers lines below the box, to be chosen by arrow keys or by a press. */
function startCompletion(said: HTMLTextAreaElement, box: HTMLFormElement): { close(): void } {
  const list = document.getElementById('offered');
  let timer = 0;
  let at = -1;
  let asked = 0;
  const options = (): HTMLElement[] => Array.from(list?.querySelectorAll<HTMLElement>('[role=option]') ?? []);
  const close = (): void => {
    clearTimeout(timer);
    asked++;
    at = -1;
    if (list) list.hidden = true;
    said.setAttribute('aria-expanded', 'false');
    said.removeAttribute('aria-activedescendant');
  };
  const choose = (option: HTMLElement): void => {
    said.value = option.textContent ?? '';
    close();
    box.requestSubmit();
  };
  const mark = (next: number): void => {
    const all = options();
    at = (next + all.length + 1) % (all.length + 1);
    if (at === all.length) at = -1;
    for (const [i, one] of all.entries()) one.setAttribute('aria-selected', String(i === at));
    const marked = all[at];
    if (marked) said.setAttribute('aria-activedescendant', marked.id);
    else said.removeAttribute('aria-activedescendant');
  };
  const offer = async (): Promise<void> => {
    const typed = said.value.trim();
    const mine = ++asked;
    if (typed === '' || typed.includes('\n') || typed.length > 60) return close();
    const lines: string[] = await fetch(`/complete?q=${encodeURIComponent(typed)}`)
      .then((response) => (response.ok ? response.json() : []))
      .catch(() => []);
    if (mine !== asked || !list) return;
    at = -1;
    list.replaceChildren(
      ...lines.map((line, i) => {
        const option = document.createElement('li');
        option.id = `offered-${i}`;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        option.textContent = line;
        option.addEventListener('mousedown', (event) => {
          event.preventDefault();
          choose(option);
        });
        return option;
      }),
    );
    list.hidden = lines.length === 0;
    said.setAttribute('aria-expanded', String(lines.length > 0));
  };
  said.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void offer(), PAUSE);
  });
  said.addEventListener('blur', close);
  said.addEventListener('keydown', (event) => {
    if (!list || list.hidden || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      mark(at + step);
    } else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && at >= 0) {
      event.preventDefault();
      const option = options()[at];
      if (option) choose(option);
    }
  });
  return { close };
}
