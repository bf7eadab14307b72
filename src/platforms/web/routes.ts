import { Hono } from 'hono';
import type { Routes } from '../../core/guest.ts';
import { forHost, withHeaders } from './guard.ts';
import { addChat } from './routes/chat.ts';
import { createDesk, type DeskParts } from './routes/desk.ts';
import { addFiles } from './routes/files.ts';
import { addFollow } from './routes/follow.ts';
import { createPlay } from './routes/play.ts';
import { addRooms } from './routes/rooms.ts';
import { addSignIn } from './routes/sign-in.ts';

/** All pages, on one server with what else answers requests. */
export function routesOf(parts: DeskParts): Routes {
  const routes: Routes = new Hono();
  routes.use(withHeaders, forHost(parts.publicUrl));
  const desk = createDesk(parts);
  const play = createPlay(desk, parts);
  for (const add of [addChat, addFollow, addRooms, addSignIn, addFiles]) add(routes, desk, parts, play);
  return routes;
}
