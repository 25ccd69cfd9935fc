/** No resource of the service comes near these; what does is cut, with a warning. */
export const longest = {
  title: 2000,
  name: 1000,
  /** Of a chapter or podcast. */
  description: 10_000,
  summary: 50_000,
  topic: 200,
  highlight: 5000,
  state: 100,
} as const

export const most = { topics: 500, highlights: 500, chapters: 500, actions: 50, warnings: 100 } as const
