import { LOCALES } from '../../src/core/locale.ts';
/** What the class's page shows: each reply as a page, and the pages around them. */
import type { Block, Drawable, Reply } from '../../src/core/reply/blocks.ts';
import { fileOf } from '../../src/platforms/discord/drawn.ts';
import { readAssets } from '../../src/platforms/web/assets.ts';
import { ICON } from '../../src/platforms/web/icon.ts';
import { chatPage, said, studentTabs, type Tab } from '../../src/platforms/web/pages/chat.ts';
import type { Frame as PageFrame } from '../../src/platforms/web/pages/layout.ts';
import { codePage, namePage, notePage, signInPage } from '../../src/platforms/web/pages/plain.ts';
import { controlPage, playPage, screenPage } from '../../src/platforms/web/pages/room.ts';
import { htmlOf, replyTree } from '../../src/platforms/web/render/render.ts';
import type { View } from '../../src/platforms/web/render/view.ts';
import { text } from '../../src/platforms/web/text.ts';
import type { Frame, RoomFrame } from './stage.ts';

/** A page, and the sizes of window that it is looked at in. */
export interface WebPage {
  path: string;
  html: string;
  sizes: readonly Size[];
  /** What a room's page is told once it is there. */
  told?: { html: string; now: number } | undefined;
  /** What stands on a page that is otherwise as the one before it. */
  reply?: string;
}

export interface Size {
  name: string;
  width: number;
  height: number;
  /** What is there without scrolling is all that is looked at. */
  isWhole?: true;
}

const PHONE: Size = { name: 'phone', width: 360, height: 740 };
const SMALL: Size = { name: 'small', width: 320, height: 640 };
const LAPTOP: Size = { name: 'laptop', width: 1280, height: 800 };
const WALL: Size = { name: 'wall', width: 1024, height: 768, isWhole: true };
const LARGE: Size = { name: 'large', width: 1920, height: 1080, isWhole: true };

/** Pages are opened as files, each three folders deep. */
const UP = '../../..';
const URL = 'https://class.example.ac.kr';

const assets = readAssets();

/** What all pages load, by its path in the gallery. */
export const webFiles = (): ReadonlyMap<string, string> =>
  new Map([
    ...Array.from(assets.files, ([name, asset]): [string, string] => [`web/assets/${name}`, asset().body]),
    ['web/icon.svg', ICON],
  ]);

/** The picture of a card in a theme, by its path in the gallery. */
export const pictureFile = (card: Drawable, theme: 'light' | 'dark'): string =>
  `pictures/${theme === 'dark' ? '' : 'light/'}${fileOf(card)}`;

const local = (html: string): string =>
  html.replaceAll(`/assets/${assets.version}/`, `${UP}/web/assets/`).replaceAll('"/icon.svg"', `"${UP}/web/icon.svg"`);

const frameOf = (locale: Frame['locale'], title: string): PageFrame => ({
  locale,
  languages: LOCALES,
  version: assets.version,
  token: 'x',
  title,
});

const viewOf = (locale: Frame['locale'], marks: View['marks'] = 'numbers'): View => ({
  ...{ locale, marks, action: '/say', token: 'x' },
  pictureUrl: (card, theme) => `${UP}/${pictureFile(card, theme)}`,
});

const visitorOf = (locale: Frame['locale'], isSignedIn = false) => ({
  caller: { id: 'web:1', name: '민수', space: 'web', locale, manages: false, known: ['web:1'] },
  ...{ browser: 'b', token: 'x', isKnown: true, isSignedIn, cookie: undefined },
});

/** A reply as a page: the chat of a student. */
export function replyPage({ name, locale, reply }: Frame): WebPage {
  const words = text(locale);
  const tree = replyTree(reply, viewOf(locale), 'post-1');
  const html = chatPage(frameOf(locale, words.title), {
    ...{ visitor: visitorOf(locale), tabs: studentTabs({ locale }), path: '', examples: ['파드'], isRehearsal: false },
    runs: [],
    shown: [tree],
  });
  return { path: `web/${locale}/${name}`, html: local(html), sizes: [PHONE], reply: local(htmlOf(tree)) };
}

/** A reply below what it answers. */
export function talkPage({ name, locale, reply }: Frame, line: string, tabs: readonly Tab[], size: Size): WebPage {
  const html = chatPage(frameOf(locale, text(locale).title), {
    ...{
      visitor: visitorOf(locale),
      tabs,
      path: tabs.find((tab) => `/${tab.line}`.startsWith(line))?.path ?? '',
    },
    ...{ examples: ['파드'], runs: [], isRehearsal: false },
    shown: [said(line, { locale }), replyTree(reply, viewOf(locale), 'post-1')],
  });
  return { path: `web/${locale}/${name}-talk`, html: local(html), sizes: [{ ...size, isWhole: true }] };
}

/** A room as the wall shows it. */
export function wallPage(frame: RoomFrame, size: Size): WebPage {
  const [wall] = roomPages(frame, [{ ...size, isWhole: true }]);
  if (!wall) throw new Error('a room has a wall');
  return wall;
}

const room = { session: 'room', code: '123456', isPlain: false, isNameless: false, isLocked: false, revision: 1 };
const AT = {
  room,
  isOpen: true,
  shortUrl: URL.slice('https://'.length),
  door: `${URL}/j/123456?k=0123456789abcdefghijkl`,
};

/** What a room shows, as the wall and a phone show it. */
export function roomPages({ name, locale, reply, now }: RoomFrame, sizes = [WALL]): WebPage[] {
  const words = text(locale);
  const wall = screenPage(frameOf(locale, words.screen), AT);
  const phone = playPage(frameOf(locale, words.nav.join), AT, '민수', { scene: undefined, own: undefined });
  const html = htmlOf(replyTree(reply, viewOf(locale, 'letters'), 'post-1'));
  const told = { html, now };
  return [
    { path: `web/${locale}/${name}-wall`, html: local(wall), sizes, told },
    { path: `web/${locale}/${name}-phone`, html: local(phone), sizes: [PHONE], told },
  ];
}

/** The first lobby of all. */
function lobbyOf(locale: Frame['locale'], rooms: readonly RoomFrame[]): RoomFrame {
  const found = rooms.find((one) => one.locale === locale);
  if (!found) throw new Error('no room was opened');
  return found;
}

/** A lobby in which others are. */
function withNames(reply: Reply, count: number): Reply {
  const names = Array.from({ length: count }, (_, i) => NAMES[i % NAMES.length]);
  const list: Block = { type: 'text', markdown: `**참여한 사람** \n\n${names.map((name) => `- ${name}`).join('\n')}` };
  return {
    ...reply,
    blocks: [...reply.blocks.slice(0, -1), ...(count === 0 ? [] : [list]), ...reply.blocks.slice(-1)],
  };
}
const NAMES = ['민수', '배고픈 고래', '김도현', 'Jiwoo', '반짝이는 고슴도치', '이서연', '느긋한 다람쥐'];

/** The pages that are no answer of the bot's. */
export function ownPages(locale: Frame['locale'], frames: readonly Frame[], rooms: readonly RoomFrame[]): WebPage[] {
  const words = text(locale);
  const page = (name: string, html: string, sizes: readonly Size[] = [PHONE, SMALL, LAPTOP]): WebPage => ({
    path: `web/${locale}/0-pages/${name}`,
    html: local(html),
    sizes,
  });
  const join = frameOf(locale, words.nav.join);
  const shown = (name: RegExp) => {
    const found = frames.find((one) => one.locale === locale && name.test(one.name));
    if (!found) throw new Error(`no frame ${name}`);
    return replyTree(found.reply, viewOf(locale));
  };
  const chat = (name: RegExp, isSignedIn = false) =>
    chatPage(frameOf(locale, words.title), {
      ...{ visitor: visitorOf(locale, isSignedIn), tabs: studentTabs({ locale }), path: '/', examples: ['파드'] },
      ...{ runs: [], isRehearsal: !isSignedIn, shown: [shown(name)] },
    });
  const lobby = lobbyOf(locale, rooms);
  const control = controlPage(frameOf(locale, words.control), AT, {
    controls: shown(/-controls$/),
    players: shown(/-controls$/),
  });
  const crowd = (count: number) =>
    roomPages({ ...lobby, reply: withNames(lobby.reply, count), name: `0-pages/lobby-of-${count}` }, [WALL, LARGE]);
  return [
    page('home', chat(/home-of-a-student/)),
    page('home-signed-in', chat(/home-of-a-student/, true)),
    page('code', codePage(join)),
    page('code-wrong', codePage(join, words.wrongCode)),
    page('name', namePage(join, '/j/123456', '배고픈 고래')),
    page('name-refused', namePage(join, '/j/123456', '뭐', words.badName.unfit)),
    page('sign-in', signInPage(frameOf(locale, words.signInTitle), '/in/x', '김선생')),
    page('removed', notePage(frameOf(locale, words.title), words.removed)),
    page('not-signed-in', notePage(frameOf(locale, words.title), words.notSignedIn)),
    { ...page('control', control, [PHONE, SMALL]), told: roomPages(lobby)[0]?.told },
    ...[0, 3, 60].flatMap(crowd),
  ];
}

/** Pictures that a frame's page shows. */
export const cardsOf = ({ reply }: Frame): Drawable[] =>
  reply.blocks.filter((block) => block.type === 'picture' || block.type === 'cluster');
