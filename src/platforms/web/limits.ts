/** What the page takes of its visitors. A whole lecture hall may come by one address. */
export const WEB = {
  /** Bytes of a request: a file of LIMITS.file, and the fields beside it. */
  body: 1_200_000,
  /** Bytes of a form without a file, and fields of any form: reading ten thousand takes longer than a class waits. */
  form: 262_144,
  fields: 300,
  /** Milliseconds until an answer begins. */
  timeout: 30_000,
  /**
   * Connections that wait for news: of one address, of one browser and of all; and, of an address, chats, and walls and
   * instructors' phones, so that places are left for those who play.
   */
  streams: { address: 3000, browser: 12, all: 12_000, chats: 1000, walls: 300 },
  /** Bytes that a connection may be behind before it is cut off: it comes again by itself. */
  behind: 512_000,
  /** Milliseconds between two signs of life on a connection: proxies close one that is silent for 60 s. */
  beat: 20_000,
  /**
   * Milliseconds between two looks at what other processes have posted: in rooms, and to one person alone, who is told
   * nothing that a class waits for.
   */
  look: { rooms: 150, people: 3000 },
  /** Milliseconds between two looks at what an answer shows, while that changes by itself. */
  follow: 1000,
  /** Requests that do something: of a browser and of an address, at once and a second. */
  requests: {
    browser: { burst: 60, perSecond: 10 },
    /** Those that have no cookie yet, by their address: a lecture hall comes within a minute. */
    newcomers: { burst: 3000, perSecond: 5 },
    address: { burst: 6000, perSecond: 600 },
  },
  /**
   * Wrong codes: of an address, of a browser, and of an address that has used up its own. So one student who guesses keeps
   * no lecture hall out, and a guesser of 900,000 codes tries some thousand in an hour.
   */
  wrongCodes: {
    address: { burst: 200, perSecond: 1 / 3 },
    browser: { burst: 5, perSecond: 1 / 60 },
    beyond: { burst: 120, perSecond: 1 },
  },
  /** Code points of a name. */
  name: 20,
  /** Code points of what a completion is asked for. */
  completed: 100,
  /** Bytes of a card in an address, unpacked. */
  picture: 65_536,
} as const;
