/** `discord:123`, `slack:T1:U2` -> discord, slack. */
export const platformOf = (address: string): string => address.split(':')[0] ?? '';

const NAMES: Readonly<Record<string, string>> = { discord: 'Discord', slack: 'Slack' };

/** The platform of an address as people write it; undefined for one without a name, such as a terminal. */
export const platformName = (address: string): string | undefined => NAMES[platformOf(address)];

/** The address of the direct messages with a person: `slack:T1:U1` -> `slack:@U1`; see Draft.channel. */
export const directTo = (person: string): string => `${platformOf(person)}:@${person.split(':').slice(1).at(-1) ?? ''}`;
