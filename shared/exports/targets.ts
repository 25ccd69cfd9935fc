/** One file, which the person names. */
export const noteFileTargets = ['json', 'csv', 'json-ld', 'readwise-csv'] as const

/** One file with the chapters of one episode. */
export const chapterFileTargets = ['podcasting-chapters', 'podlove-chapters'] as const

/** One file with the podcasts that are followed. */
export const podcastFileTargets = ['opml'] as const

/** Where what a person wrote can go. */
export const exportTargets = [
  'markdown-folder',
  'readwise',
  ...noteFileTargets,
  ...chapterFileTargets,
  // One file with everything on one topic.
  'topic-dossier',
  ...podcastFileTargets,
] as const
export type ExportTarget = (typeof exportTargets)[number]
