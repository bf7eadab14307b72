/** What runs in a browser: a chat that needs no new page, and live quizzes. Without it, all but those works the same. */
import { startChat } from './chat.ts';
import { startClocks } from './clock.ts';
import { startLive } from './live.ts';
import { enhance } from './order.ts';

startClocks();
enhance(document);
const { room, view } = document.body.dataset;
if (room !== undefined && view !== undefined) startLive(room, view);
else if (document.getElementById('log')) startChat();
