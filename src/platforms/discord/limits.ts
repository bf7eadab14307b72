/**
 * What Discord takes, in code points unless said otherwise. Sources: Discord's developer documentation, Component
 * Reference (message components, text displays, custom ids, modals), Application Commands (choices), Message resource.
 */
export const DISCORD = {
  /** Components in a message, nested ones included. */
  components: 40,
  /** All text displays of a message together. */
  text: 4000,
  /**
   * Bytes of JSON. Undocumented: components v2 messages of more than about 10 kB are refused with status 500, and
   * Hangul takes three bytes a syllable.
   */
  bytes: 9000,
  buttonsInRow: 5,
  rows: 5,
  buttonLabel: 80,
  optionLabel: 100,
  /** Of a select menu. */
  placeholder: 150,
  choices: 25,
  choiceName: 100,
  embedTitle: 256,
  embedDescription: 4096,
  content: 2000,
  /** Of a text file, where it can only be told; our own choice. */
  begins: 1500,
  /** Description of a media gallery's item, and of an attachment. */
  alt: 1024,
  /** Of a scheduled event (Guild Scheduled Event Structure). */
  eventName: 100,
  eventDescription: 1000,
  /** Text of a modal's input, of the label above it, and of the hint in it. */
  input: 4000,
  label: 45,
  inputHint: 100,
  /** Labels, or rows, of a modal. */
  modalParts: 5,
  /** People whose answers are followed at once: of more, who began first has to press. Our own choice. */
  followed: 200,
  /** A part of a form is a word or two, where it does not say more; our own choice. */
  formInput: 60,
} as const;

/** Milliseconds. */
export const TIMES = {
  /** An interaction must be answered within 3 s (Interactions: Receiving and Responding). */
  answer: 3000,
  /** Work that takes longer than this is acknowledged first, so that the network's share of the 3 s remains. */
  patience: 1500,
  /** A callback that Discord has not answered by then is sent once more. */
  hangs: 1000,
  /** An interaction's token is good for 15 minutes; a student does not wait that long. */
  fill: 60_000,
  /** An answer that shows what changes by itself is edited at most so often. */
  follow: 2000,
  /** A file of at most 1 MB. */
  download: 10_000,
} as const;
