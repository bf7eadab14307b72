export interface SlackConfig {
  /** `xoxb-…` */
  botToken: string;
  /** How Slack reaches us: a socket that we open with the app's token (`xapp-…`), or requests that it signs. */
  way: { kind: 'socket'; appToken: string } | { kind: 'http'; signingSecret: string };
  /** Base of the Web API; Slack's own where it is not set. */
  apiUrl: string | undefined;
  /** Stands before every command's name, where another app of the workspace has taken one: `ds-` makes `/ds-k8s`. */
  prefix: string;
}
