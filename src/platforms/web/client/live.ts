import { setNow, tick } from './clock.ts';
import { elementsOf, failure, post, sentBy, show, showAnew } from './morph.ts';
import { startWall } from './wall.ts';

/** Milliseconds until a page whose server went away looks for it again: at first, and at most. */
const [SOON, LATE] = [500, 5000];
/** Milliseconds for which a student's own view is waited for; then the class's is shown. */
const PATIENCE = 3000;

/** A room on a phone (`play`), on the wall (`screen`) or in the instructor's hand (`control`). */
export function startLive(room: string, view: string): void {
  const live = document.getElementById('live');
  const own = document.getElementById('own');
  const connection = document.getElementById('connection');
  if (!live) return;
  const place: HTMLElement = live;
  const wall = view === 'screen' ? startWall(place) : undefined;
  const isPlaying = view === 'play';
  // What the server has drawn into the page stays what it is: with what this student has answered.
  let shownKey = place.querySelector('.reply')?.id.replace(/^post-/, '') ?? '';
  /** Was an answer to the question that is shown taken? */
  let isAnswered = place.querySelector('form.answered') !== null;
  /** Counts what has come, so that what comes late shows nothing that is over. */
  let latest = 0;
  let wait = SOON;
  let stream: EventSource | undefined;
  let timer = 0;

  place.tabIndex = -1;
  if (shownKey !== '') document.body.dataset.scene = sceneOf(place, undefined);

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

  /** What this student alone sees of what the class is shown; undefined where it does not come. */
  const fetchOwn = (): Promise<string | undefined> =>
    fetch(`/room/${room}/mine`, { headers: { 'X-Fragment': '1' }, signal: AbortSignal.timeout(PATIENCE) })
      .then((response) => (response.ok ? response.text() : undefined))
      .catch(() => undefined);

  async function onPost({ key, html, now }: { key: string; html: string; now: number }): Promise<void> {
    setNow(now);
    const mine = ++latest;
    const isNew = key !== shownKey;
    // A question that closes stays as it is for the moment until its answer comes: nothing jumps.
    if (!isNew && isAsking(place) && isClosed(html)) return;
    const [reply] = elementsOf(html);
    const isBack = !isNew && isAnswered && !isAsking(place);
    const hasOwn =
      isPlaying && reply !== undefined && (isAsking(reply) ? isBack : reply.matches('.success:not(.final)'));
    const shown = (hasOwn ? await fetchOwn() : undefined) ?? html;
    if (mine === latest) showPost(key, shown, isNew);
  }

  function showPost(key: string, html: string, isNew: boolean): void {
    if (isNew) {
      shownKey = key;
      isAnswered = false;
      // Keys that were in the answer to the last question go on in this one.
      if (own?.contains(document.activeElement)) place.focus({ preventScroll: true });
      own?.replaceChildren();
      place.classList.remove('arrives');
      // The next frame begins the movement anew.
      requestAnimationFrame(() => place.classList.add('arrives'));
    }
    if (isNew) showAnew(place, html);
    else show(place, html, isPlaying ? ANSWERED : undefined);
    // How many have answered is told there; what is asked back is not taken away.
    if (view === 'control' && !(document.querySelector('#controls .reply.warning') && !isNew)) void refreshControls();
    if (view !== 'play') place.inert = true;
    document.body.dataset.scene = sceneOf(place, document.body.dataset.scene);
    tick();
    wall?.shown(isNew);
    if (isNew && isPlaying) scrollTo({ top: 0 });
  }

  /** An answer that was taken is seen in its form, and cannot be given again. */
  async function showAnswered(form: HTMLElement): Promise<void> {
    isAnswered = true;
    form.inert = true;
    const mine = latest;
    const html = await fetchOwn();
    // What the class is shown meanwhile leaves the form as it is.
    if (html !== undefined && (mine === latest || isAsking(place))) {
      show(place, html);
      tick();
    }
  }

  const hide = document.getElementById('hide-names');
  /** By the button on the wall, or by the instructor's phone. */
  const hideNames = (isOn: boolean): void => {
    document.body.classList.toggle('without-names', isOn);
    hide?.setAttribute('aria-pressed', String(isOn));
  };

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
    opened.addEventListener('post', (event) => void onPost(JSON.parse(event.data)));
    opened.addEventListener('room', (event) => {
      const { isPlain, isNameless }: { isPlain: boolean; isNameless: boolean } = JSON.parse(event.data);
      document.getElementById('main')?.classList.toggle('plain-options', isPlain && view === 'play');
      if (view === 'screen') hideNames(isNameless);
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
    void post(steers ? `/room/${room}/steer` : pathname, data).then((said) => {
      form.removeAttribute('aria-busy');
      if (steers && section) {
        const hadFocus = section.contains(document.activeElement);
        if ('html' in said) show(section, said.html);
        else section.append(failure(said.failed));
        if (hadFocus && !section.contains(document.activeElement)) section.querySelector('button')?.focus();
        return;
      }
      // The class has gone on meanwhile.
      if (!own || key !== shownKey) return;
      if ('failed' in said) return own.replaceChildren(failure(said.failed));
      show(own, said.html);
      // Keys go on from what is said to the answer.
      own.focus({ preventScroll: true });
      if (own.querySelector('.reply.success') && form.matches(ANSWERED)) void showAnswered(form);
      own.scrollIntoView({ block: 'nearest' });
    });
  });
  document.getElementById('full-screen')?.addEventListener('click', () => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void document.documentElement.requestFullscreen();
  });

  hide?.addEventListener('click', () => hideNames(!document.body.classList.contains('without-names')));
}

const ANSWERED = 'form:is(.choice, .input, .menus)';
const isAsking = (place: ParentNode): boolean => place.querySelector(ANSWERED) !== null;

/** Does it show a question that takes no answers any more? One that is paused takes them later. */
function isClosed(html: string): boolean {
  const reply = elementsOf(html)[0];
  return reply !== undefined && !isAsking(reply) && !reply.classList.contains('warning');
}

/** What is shown, for the style: the lobby, a question, what came of it, or the end. `before`: what was shown. */
function sceneOf(place: Element, before: string | undefined): string {
  const has = (what: string): boolean => place.querySelector(what) !== null;
  if (isAsking(place)) return 'ask';
  if (has('.final')) return 'end';
  // A question that is paused or closed has the way to one's own answer; so has what came of it, even of none.
  if (has('.reply.success')) return 'tell';
  if (has('form.buttons')) return 'ask';
  return has('.countdown') || before === undefined || before === 'lobby' ? 'lobby' : 'ask';
}
