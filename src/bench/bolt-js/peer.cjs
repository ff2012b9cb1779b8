// Bolt for JavaScript as its guide has it: an HTTP receiver that checks the signature, and listeners that acknowledge.
// It stores nothing.
const { App } = require('@slack/bolt');

const app = new App({
  signingSecret: process.env.SLACK_SIGNING_SECRET,
  authorize: async () => ({ botToken: 'xoxb-bench', botId: 'BBENCH', botUserId: 'UBENCH' }),
});
app.event('message', async () => {});
app.command('/cowork', async ({ ack }) => ack());
app.action(/.*/, async ({ ack }) => ack());
app.view(/.*/, async ({ ack }) => ack());
app.start(Number(process.env.PORT)).then(() => console.log('ready'));
