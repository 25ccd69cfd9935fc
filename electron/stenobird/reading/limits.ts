/** No resource of the service comes near these; what does is cut, with a warning. */
export const longest = {
  title: 2000,
  name: 1000,
  /** Of a chapter or podcast. */
  description: 10_000,
  summary: 50_000,
  topic: 200,
  highlight: 5000,
  /** Of a highlight's kind, and of an action's method. */
  label: 100,
  /** Of what an action does. */
  action: 1000,
  state: 100,
  /** Why something cannot be read. */
  reason: 500,
} as const

export const most = {
  topics: 500,
  highlights: 500,
  chapters: 500,
  actions: 50,
  warnings: 100,
  /** Of any list of an episode, so that one of a million entries does not cost its page the time that a page has. */
  lookedAt: 2000,
} as const

/**
 * Characters that a list may take in all, as JSON. One record of the library holds 64 episodes with what they were before; it
 * is written again with each page, and read for each of them that is opened. Chromium takes one of 900 MB (3 s to write);
 * with these, the largest has some 50 MB (0.15 s).
 */
export const room = { topics: 20_000, highlights: 100_000, chapters: 200_000, actions: 30_000 } as const
