/**
 * What every reply keeps to, so that each platform can show it whole: the smaller of Discord's and Slack's limits
 * (Discord, Component Reference: custom_id 100, button label 80, select option label 100, 25 options, 5 buttons a row,
 * 4,000 characters of text in a message; Slack, Block Kit reference: button text 75, action value 2000, option text 75).
 */
export const LIMITS = {
  line: 100,
  label: 75,
  options: 25,
  /** An option of a question that is answered by one press; one that is longer than a button is listed with its number. */
  option: 120,
  /** Choices of a completion (Discord, Application Commands: autocomplete). */
  completions: 25,
  buttons: 10,
  heading: 150,
  field: 1000,
  text: 2000,
  /** Of a table, below its head (Slack, Block Kit reference: data table block). */
  tableRows: 100,
  /** Characters of a listing: what is longer than a few screens is not read there. */
  listing: 12_000,
  /** A typed answer is a word or a command; Discord and Slack themselves take 4,000 and 3,000. */
  answer: 200,
  /** Bytes of a file that is read: as large as the largest manifest that is looked at in a second. */
  file: 1024 * 1024,
} as const;

/** Texts of a course in both languages, which are shown over and over: the built-in one has 2,600, which half of these hold. */
export const COURSE_TEXTS = 6000;
