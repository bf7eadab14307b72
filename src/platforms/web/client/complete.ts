/** Milliseconds after the last key until completions are asked for. */
const PAUSE = 120;

/** Offers lines above the box, to be chosen by arrow keys or by a press. */
export function startCompletion(said: HTMLTextAreaElement, box: HTMLFormElement): { close(): void } {
  const list = document.getElementById('offered');
  const status = document.getElementById('offered-count');
  let timer = 0;
  let at = -1;
  let asked = 0;
  const options = (): HTMLElement[] => Array.from(list?.querySelectorAll<HTMLElement>('[role=option]') ?? []);
  const close = (): void => {
    clearTimeout(timer);
    asked++;
    at = -1;
    if (list) list.hidden = true;
    if (status) status.textContent = '';
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
    said.removeAttribute('aria-activedescendant');
    // A screen reader hears how many there are.
    const words = document.body.dataset.offered ?? '';
    if (status) status.textContent = lines.length === 0 ? '' : words.replace('{n}', String(lines.length));
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
