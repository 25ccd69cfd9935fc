import { episodeOfLink } from '../../../shared/formats/deep-link.ts'
import type { EpisodeId } from '../../../shared/models/identity.ts'
import { frontMatterText } from './front-matter-text.ts'

/** Whose file it is: an episode's, or what could not be written into that one. */
export type FileOf = { episodeId: EpisodeId; isBeside: boolean }

/** Its name says which episode is meant, as Obsidian or a person may have written it since; whatever else the YAML is. */
const idLine = /(?<![^\n])earmark(-beside)?:[ \t]*["']?(earmark:\/\/episode\/[^\s"'?#]+)["']?[ \t]*\r?(?=\n)/

/** By the beginning of a file; `null` for one that is no file of Earmark's. */
export function fileOf(head: string): FileOf | null {
  const front = frontMatterText(head)
  const [, beside, link] = (front === null ? null : idLine.exec(front.yaml)) ?? []
  const episodeId = link === undefined ? null : episodeOfLink(link)
  return episodeId === null ? null : { episodeId, isBeside: beside !== undefined }
}
