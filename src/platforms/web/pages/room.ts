import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { type Room, spokenCode } from '../../../core/page.ts';
import { qrCode } from '../qr.ts';
import { text } from '../text.ts';
import { type Frame, page } from './layout.ts';

interface Screen {
  room: Room;
  /** Its quiz is not over: its code leads in. */
  isOpen: boolean;
  /** What people type, without `https://`, and the whole of it for the QR code. */
  shortUrl: string;
  /** The way in, for the QR code. */
  door: string;
}

/** Where the newest post is shown, as the stream brings it. On the wall a screen reader has nothing to say. */
const live = (isForOne: boolean, scene?: ElementContent): ElementContent =>
  h('section', { id: 'live', ...(isForOne ? { ariaLive: 'polite' } : {}) }, scene === undefined ? [] : [scene]);

const connection = (): ElementContent => h('p.connection', { id: 'connection', role: 'status' });

const notice = (frame: Frame): ElementContent[] => [
  h('noscript', h('p.problem', text(frame.locale).noScript)),
  connection(),
];

/** What a student's phone shows before its script begins, or without one. */
interface Shown {
  scene: ElementContent | undefined;
  /** What they alone were answered. */
  own: ElementContent | undefined;
}

/** A student's phone. Without a script it shows what there is when it is loaded. */
export function playPage(frame: Frame, { room }: Pick<Screen, 'room'>, name: string, { scene, own }: Shown): string {
  const words = text(frame.locale);
  return page(
    frame,
    'play',
    [
      h('header.top', h('span.me', words.inRoomAs(name))),
      h('main', { id: 'main', className: room.isPlain ? ['plain-options'] : [] }, [
        h('h1.hidden', words.nav.join),
        h('noscript', [
          h('p.hint', words.playNoScript),
          h('p', h('a.button', { href: `/room/${room.session}` }, words.lookAgain)),
        ]),
        connection(),
        live(true, scene),
        h('section', { id: 'own', ariaLive: 'polite', tabIndex: -1 }, own === undefined ? [] : [own]),
      ]),
      h('footer', h('a', { href: '/', target: '_blank' }, words.toChat)),
    ],
    { room: room.session, view: 'play' },
  );
}

/** Where one joins, in one line. */
const wayIn = (shortUrl: string, { code }: Room): ElementContent =>
  h('span.door', `${shortUrl}/j`, ' ', h('b.code', spokenCode(code)));

/** The wall: nothing on it is pressed but by who stands at the machine. */
export function screenPage(frame: Frame, { room, isOpen, shortUrl, door }: Screen): string {
  const words = text(frame.locale);
  return page(
    frame,
    'screen',
    [
      h('header.top', [
        h('span.brand', words.title),
        ...(isOpen ? [wayIn(shortUrl, room)] : []),
        h('span.tools', [
          h(
            'button',
            { type: 'button', id: 'hide-names', className: ['button', 'quiet'], ariaPressed: 'false' },
            words.hideNames,
          ),
          h('button', { type: 'button', id: 'full-screen', className: ['button', 'quiet'] }, words.fullScreen),
        ]),
      ]),
      h('main', { id: 'main' }, [
        h('h1.hidden', words.screen),
        ...notice(frame),
        ...(isOpen
          ? [
              h('aside.door', [
                h('p.where', words.joinAt),
                qrCode(door, `${words.joinAt}: ${shortUrl}/j`),
                h('p.address', h('a', { href: door }, `${shortUrl}/j`)),
                h('p.code', spokenCode(room.code)),
              ]),
            ]
          : []),
        live(false),
      ]),
    ],
    { room: room.session, view: 'screen' },
  );
}

/** The instructor's phone: `controls` and `players` are replies to what they would type in chat. */
export function controlPage(
  frame: Frame,
  { room, isOpen, shortUrl }: Omit<Screen, 'door'>,
  { controls, players }: Readonly<Record<'controls' | 'players', ElementContent>>,
): string {
  const words = text(frame.locale);
  return page(
    frame,
    'control',
    [
      h('header.top', [
        h('span.brand', words.control),
        ...(isOpen ? [wayIn(shortUrl, room)] : []),
        h('nav.main', [
          h('a', { href: `/room/${room.session}/screen`, target: '_blank' }, words.screen),
          h('a.report', { href: '/teach/report' }, words.teach.report),
          h('a', { href: '/teach' }, words.teachTitle),
        ]),
      ]),
      h('main', { id: 'main' }, [
        h('h1.hidden', words.control),
        ...notice(frame),
        h('section', { id: 'controls', ariaLive: 'polite' }, [controls]),
        live(false),
        ...(isOpen ? [h('details', [h('summary', words.whoPlays), h('section', { id: 'players' }, [players])])] : []),
      ]),
    ],
    { room: room.session, view: 'control' },
  );
}
