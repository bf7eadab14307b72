/** Commands that Discord's or Slack's own clients answer: one of ours by such a name would never be called. */
export const RESERVED: ReadonlySet<string> = new Set(
  (
    'active apps archive away ban call collapse dm dnd expand feed feedback giphy help huddle invite join kick leave me msg mute ' +
    'nick open prefs remind remove rename search shortcuts shrug spoiler star status tableflip tenor thread timeout topic tts unflip who'
  ).split(' '),
);

/** Discord (Application Commands: naming, limits), the stricter of the two platforms. */
export const COMMAND_NAME = /^[a-z0-9-]{1,32}$/;
