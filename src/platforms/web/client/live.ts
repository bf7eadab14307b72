import { setNow, tick } from './clock.ts';
import { failure, post, sentBy, show } from './morph.ts';

/** Milliseconds until a page whose server went away looks for it again: at first, and at most. */
const [SOON, LATE] = [500, 5000];

/** A room on a phone (`play`), on the wall (`screen`) or in the instructor's hand (`control`). */
export function startLive(room: string, view: string): void {
  const live = document.getElementById('live');
  const own = document.getElementById('own');
  const connection = document.getElementById('connection');
  if (!live) return;
  const place: HTMLElement = live;
  let shownKey = '';
  let wait = SOON;
  let stream: EventSource | undefined;
  let timer = 0;

  const tell = (said: string): void => {
    if (connection) connection.textContent = said;
    connection?.classList.toggle('shown', said !== '');
  };

  async function refreshControls(): Promise<void> {
    const controls = document.getElementById('controls');
    if (!controls) return;
    const data = new FormData();
    data.set('line', `steer ${room} count show`);
    const answered = await post(`/room/${room}/steer`, data);
    if ('html' in answered) show(controls, answered.html);
  }

  function onPost({ key, html, now }: { key: string; html: string; now: number }): void {
    setNow(now);
    const isNew = key !== shownKey;
    if (isNew) {
      shownKey = key;
      own?.replaceChildren();
      place.classList.remove('answered');
      place.classList.remove('arrives');
      // The next frame begins the movement anew.
      requestAnimationFrame(() => place.classList.add('arrives'));
      if (view === 'control') void refreshControls();
    }
    show(place, html);
    if (view !== 'play') place.inert = true;
    document.body.dataset.scene = sceneOf(place);
    tick();
    if (isNew && view === 'play') scrollTo({ top: 0 });
  }

  function connect(): void {
    clearTimeout(timer);
    stream?.close();
    const opened = new EventSource(`/room/${room}/stream`);
    stream = opened;
    opened.addEventListener('hello', (event) => {
      const { version, now }: { version: string; now: number } = JSON.parse(event.data);
      wait = SOON;
      setNow(now);
      tell('');
      // The page is of another version than the server: what it does not know, it loads.
      if (version !== document.body.dataset.version) {
        tell(document.body.dataset.newVersion ?? '');
        timer = window.setTimeout(() => location.reload(), Math.random() * 2000);
      }
    });
    opened.addEventListener('post', (event) => onPost(JSON.parse(event.data)));
    opened.addEventListener('room', (event) => {
      const { isPlain }: { isPlain: boolean } = JSON.parse(event.data);
      document.getElementById('main')?.classList.toggle('plain-options', isPlain && view === 'play');
    });
    opened.addEventListener('removed', () => {
      opened.close();
      location.reload();
    });
    opened.addEventListener('error', () => {
      // A browser gives up by itself where the answer was an error: then we go on.
      opened.close();
      tell(document.body.dataset.offline ?? '');
      // A lecture hall does not come back in one moment.
      timer = window.setTimeout(connect, wait * (0.5 + Math.random()));
      wait = Math.min(LATE, wait * 2);
    });
  }
  connect();
  addEventListener('online', connect);
  // A laptop that slept may hold a dead connection.
  let hidden = 0;
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) hidden = Date.now();
    else if (hidden > 0 && Date.now() - hidden > 10_000) connect();
  });
  addEventListener('pagehide', () => stream?.close());
  addEventListener('pageshow', (event) => event.persisted && connect());

  document.addEventListener('submit', (event) => {
    const sent = sentBy(event);
    if (!sent) return;
    const { form, data } = sent;
    const { pathname } = new URL(form.action);
    if (pathname === '/out') return;
    event.preventDefault();
    const section = form.closest('#controls, #players, #own, #live');
    const key = shownKey;
    form.setAttribute('aria-busy', 'true');
    const steers = section?.id === 'controls' || section?.id === 'players';
    void post(steers ? `/room/${room}/steer` : pathname, data).then((answered) => {
      form.removeAttribute('aria-busy');
      if (steers && section) {
        if ('html' in answered) show(section, answered.html);
        else section.append(failure(answered.failed));
        return;
      }
      // The class has gone on meanwhile.
      if (!own || key !== shownKey) return;
      if ('failed' in answered) return own.replaceChildren(failure(answered.failed));
      show(own, answered.html);
      const isIn = own.querySelector('.reply.success') !== null;
      place.classList.toggle('answered', isIn);
      own.scrollIntoView({ block: 'nearest' });
    });
  });
  document.getElementById('full-screen')?.addEventListener('click', () => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void document.documentElement.requestFullscreen();
  });
  const hide = document.getElementById('hide-names');
  hide?.addEventListener('click', () => {
    const isOn = document.body.classList.toggle('without-names');
    hide.setAttribute('aria-pressed', String(isOn));
  });
}

/** What is shown, for the style: a question, bars, a podium, or the lobby. */
function sceneOf(place: Element): string {
  if (place.querySelector('form.choice, form.input, form.menus')) return 'ask';
  if (place.querySelector('.board.podium')) return 'end';
  if (place.querySelector('.board')) return 'tell';
  return place.querySelector('.countdown') ? 'lobby' : 'other';
}
