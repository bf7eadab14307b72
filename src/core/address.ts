/** `discord:123`, `slack:T1:U2` -> discord, slack. */
export const platformOf = (address: string): string => address.split(':')[0] ?? '';

const NAMES: Readonly<Record<string, string>> = { discord: 'Discord', slack: 'Slack' };

/** The platform of an address as people write it; undefined for one without a name, such as a terminal. */
export const platformName = (address: string): string | undefined => NAMES[platformOf(address)];

/** The address of the direct messages with a person: `slack:T1:U1` -> `slack:@U1`; see Draft.channel. */
export const directTo = (person: string): string => `${platformOf(person)}:@${person.split(':').slice(1).at(-1) ?? ''}`;

/** How platforms write the ids of channels, people and roles. */
const IDS: Readonly<Record<string, RegExp>> = { discord: /^&?\d{5,25}$/, slack: /^[CGUW][A-Z0-9]{1,31}$/ };

/** Is it an id of the platform, and no name typed by hand? At a terminal, which has no ids, every name is one. */
export const isId = (name: string, platform: string): boolean => IDS[platform]?.test(name) ?? true;

/** The role of everyone has the id of its guild (Discord, Permissions: roles). `who`: as the platform writes them. */
export const isEveryone = (who: string, space: string): boolean =>
  platformOf(space) === 'discord' && `discord:${who.replace('&', '')}` === space;
