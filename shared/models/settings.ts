import { z } from 'zod'

const longestFileName = 300
const longestTemplate = 20_000
const themes = ['system', 'light', 'dark'] as const

/** Longer ones, or more of them, nobody types; each is trimmed, and none is empty. */
export const longestSkipWord = 100
export const mostSkipWords = 50
const skipWordsSchema = z.array(z.string().trim().min(1).max(longestSkipWord)).max(mostSkipWords)

/**
 * Every field has a default and falls back to it by itself, so that a settings file of another version or with
 * one broken line still gives the rest.
 */
export const settingsSchema = z.object({
  apiBaseUrl: z
    .url({ protocol: /^https?$/ })
    .catch('https://stenobird.com')
    .default('https://stenobird.com'),
  theme: z.enum(themes).catch('system').default('system'),
  skipBackSeconds: z.number().int().min(5).max(120).catch(15).default(15),
  skipForwardSeconds: z.number().int().min(5).max(120).catch(30).default(30),
  /** How far before the playing moment a note starts. */
  noteBackSeconds: z.number().int().min(0).max(60).catch(10).default(10),
  /** Whether listening waits while a note is being written. */
  pauseWhileWriting: z.boolean().catch(false).default(false),
  /** After a long pause an episode goes on a few seconds earlier. */
  resumeEarlier: z.boolean().catch(true).default(true),
  /** When an episode has ended, the first in Up next plays. */
  playNext: z.boolean().catch(true).default(true),
  /** Whether a transcript that is ready is told of outside the window. */
  notifyWhenReady: z.boolean().catch(true).default(true),
  /** New episodes come by themselves as long as all those that did take no more than this. */
  autoDownloadGigabytes: z.number().int().min(1).max(1000).catch(10).default(10),
  /** Episodes that were published longer ago do not. */
  autoDownloadDays: z.number().int().min(1).max(365).catch(14).default(14),
  /** Chapters whose titles hold one of these words or phrases are skipped. */
  skipWords: skipWordsSchema.catch([]).default([]),
  /** How files of Markdown are named and what is in them (`formats/template`); empty for Earmark's own way. */
  noteFileName: z.string().max(longestFileName).catch('').default(''),
  noteTemplate: z.string().max(longestTemplate).catch('').default(''),
  /** Changed keys by command, e.g. `{"play-pause": "k"}`; the others keep their own. */
  keys: z.record(z.string(), z.string()).catch({}).default({}),
})
export type Settings = z.infer<typeof settingsSchema>

export const settingsChangeSchema = z
  .object({
    apiBaseUrl: z.url({ protocol: /^https?$/ }),
    theme: z.enum(themes),
    skipBackSeconds: z.number().int().min(5).max(120),
    skipForwardSeconds: z.number().int().min(5).max(120),
    noteBackSeconds: z.number().int().min(0).max(60),
    pauseWhileWriting: z.boolean(),
    resumeEarlier: z.boolean(),
    playNext: z.boolean(),
    notifyWhenReady: z.boolean(),
    autoDownloadGigabytes: z.number().int().min(1).max(1000),
    autoDownloadDays: z.number().int().min(1).max(365),
    skipWords: skipWordsSchema,
    noteFileName: z.string().max(longestFileName),
    noteTemplate: z.string().max(longestTemplate),
    keys: z.record(z.string(), z.string().max(40)),
  })
  .partial()
export type SettingsChange = z.infer<typeof settingsChangeSchema>
