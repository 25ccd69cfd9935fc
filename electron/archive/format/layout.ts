import type { KeptKind } from '../../../shared/kept/kinds.ts'

export const manifestPath = 'manifest.json'
export const readMePath = 'README.md'
export const listeningPath = 'listening.csv'
export const episodeRowsPath = 'rows/episodes.jsonl'

export function rowsPath(kind: KeptKind): string {
  return `rows/${kind}.jsonl`
}

/** Whether a file is one that importing reads. */
export function holdsRows(path: string): boolean {
  return /^rows\/[^/]+\.jsonl$/.test(path)
}

/** The readable files of one episode; `name` is its podcast's and its own safe name (`file-names.ts`). */
export function episodePaths(name: string) {
  return {
    notes: `notes/${name}.md`,
    chapters: `chapters/${name}.json`,
    annotations: `annotations/${name}.jsonld`,
  }
}
