/** The smallest discord.js bot: it answers with a constant. What Dosirak on Discord is measured against. */
import { ApplicationCommandOptionType, Client, Events, type Interaction, MessageFlags } from 'discord.js';

const { DISCORD_TOKEN = '', DISCORD_API_URL: api = '', ANSWER } = process.env;
const { files = [], ...said } = ANSWER
  ? JSON.parse(ANSWER)
  : { content: '파드는 컨테이너를 담아요.', flags: MessageFlags.Ephemeral };
const answer = {
  ...said,
  files: files.map(({ name, data }: { name: string; data: string }) => ({
    name,
    attachment: Buffer.from(data, 'base64'),
  })),
};
const client = new Client({ intents: [], rest: { api } });

async function register({ application }: Client<true>): Promise<void> {
  await application.commands.set([
    {
      name: 'k8s',
      description: 'k8s',
      options: [
        {
          name: 'term',
          description: 'term',
          type: ApplicationCommandOptionType.String,
          required: true,
          autocomplete: true,
        },
      ],
    },
  ]);
  process.stdout.write('ready\n');
}

async function respond(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) await interaction.respond([{ name: '파드', value: '파드' }]);
  else if (interaction.isRepliable()) await interaction.reply(answer);
}

client.once(Events.ClientReady, (ready) => void register(ready));
client.on(Events.InteractionCreate, (interaction) => void respond(interaction));
await client.login(DISCORD_TOKEN);
