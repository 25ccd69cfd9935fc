import type { ExportTarget } from '../../../shared/exports/targets.ts'
import { notesCsv } from '../../../shared/formats/notes-csv.ts'
import { notesJson } from '../../../shared/formats/notes-json.ts'
import { notesJsonLd } from '../../../shared/formats/notes-json-ld.ts'
import { opml } from '../../../shared/formats/opml.ts'
import { podcastingChapters } from '../../../shared/formats/podcasting-chapters.ts'
import { podloveChapters } from '../../../shared/formats/podlove-chapters.ts'
import { readwiseCsv } from '../../../shared/formats/readwise.ts'
import type { TextFormat } from '../../../shared/formats/text-format.ts'
import { topicDossier } from '../../../shared/formats/topic-dossier.ts'

/** What a file of each kind is called, and ends in. */
export const fileKinds: Readonly<Record<FileTarget, { name: string; ending: string }>> = {
  json: { name: 'Earmark notes', ending: 'json' },
  csv: { name: 'Earmark notes', ending: 'csv' },
  'json-ld': { name: 'Earmark notes', ending: 'jsonld' },
  'readwise-csv': { name: 'Earmark notes for Readwise', ending: 'csv' },
  'podcasting-chapters': { name: 'chapters', ending: 'json' },
  'podlove-chapters': { name: 'chapters', ending: 'psc' },
  'topic-dossier': { name: 'Dossier', ending: 'md' },
  opml: { name: 'Podcasts in Earmark', ending: 'opml' },
}

export type FileTarget = Exclude<ExportTarget, 'markdown-folder' | 'readwise'>

/** `createdAt` is ISO 8601 UTC; `topic` is that of a dossier. */
export function formatOf(
  target: FileTarget,
  about: { createdAt: string; appVersion: string; topic?: string },
): TextFormat {
  switch (target) {
    case 'json':
      return notesJson(about)
    case 'csv':
      return notesCsv()
    case 'json-ld':
      return notesJsonLd()
    case 'readwise-csv':
      return readwiseCsv()
    case 'podcasting-chapters':
      return ofOneEpisode(({ episode }) => `${JSON.stringify(podcastingChapters(episode), null, 2)}\n`)
    case 'podlove-chapters':
      return ofOneEpisode(({ episode }) => podloveChapters(episode.chapters))
    case 'topic-dossier':
      return topicDossier({ topic: about.topic ?? '', createdAt: about.createdAt })
    case 'opml':
      return opml(about)
  }
}

function ofOneEpisode(add: TextFormat['add']): TextFormat {
  return { begin: () => '', add, end: () => '' }
}
