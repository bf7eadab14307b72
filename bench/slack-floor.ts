/** The smallest Bolt bot: it answers with a constant. What Dosirak on Slack is measured against. */
import { App, type RespondArguments } from '@slack/bolt';

const {
  SLACK_BOT_TOKEN: token = '',
  SLACK_APP_TOKEN: appToken = '',
  SLACK_API_URL: slackApiUrl = '',
  ANSWER,
} = process.env;
const answer: RespondArguments = ANSWER ? JSON.parse(ANSWER) : { text: '파드는 컨테이너를 담아요.' };
const app = new App({
  token,
  appToken,
  socketMode: true,
  clientOptions: { slackApiUrl },
});
app.command('/k8s', async ({ ack, respond }) => {
  await ack();
  await respond(answer);
});
await app.start();
process.stdout.write('ready\n');
