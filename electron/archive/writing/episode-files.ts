import type { ReadableEpisode } from '../../../shared/archive/parts.ts'
import { episodeFileName } from '../format/file-names.ts'
import { episodePaths } from '../format/layout.ts'

type TextFile = { path: string; text: string }

/** Where what is there to be read of one episode is put. */
export function episodeFiles({ id, notes, chapters, annotations }: ReadableEpisode): TextFile[] {
  const paths = episodePaths(episodeFileName(id))
  return [
    { path: paths.notes, text: notes },
    ...(chapters === null ? [] : [{ path: paths.chapters, text: chapters }]),
    ...(annotations === null ? [] : [{ path: paths.annotations, text: annotations }]),
  ]
}
