/** What a person made, by the name of the Dexie table it lies in; `settings` is one row of the main process's. */
export const keptKinds = [
  'annotations',
  'annotationEdits',
  'listening',
  'heard',
  'requests',
  'podcasts',
  'audio',
  'offsets',
  'speeds',
  'chapterSkips',
  'topicNames',
  'smartLists',
  'queue',
  'drafts',
  'settings',
] as const
export type KeptKind = (typeof keptKinds)[number]

/** The key of the one row of kind `settings`. */
export const settingsKey = 'settings'
