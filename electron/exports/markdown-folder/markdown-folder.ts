import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FolderOutcome } from '../../../shared/exports/outcomes.ts'
import { episodeProperties } from '../../../shared/formats/episode-properties.ts'
import type { NotedEpisode } from '../../../shared/formats/noted-episode.ts'
import { episodeView } from '../../../shared/formats/template/episode-view.ts'
import { rendered } from '../../../shared/formats/template/render.ts'
import type { EpisodeId } from '../../../shared/models/identity.ts'
import { foldedPath } from '../../archive/format/paths.ts'
import { flushFolder } from '../../files/write-atomically.ts'
import { type Composed, compose, composeNew, type Fresh } from './compose.ts'
import { fileNameOf, numberedNames } from './file-name.ts'
import { type KnownFiles, lookThrough } from './look-through.ts'
import { createFile, readForUpdate, replaceFile } from './write-file.ts'

export type Templates = { fileName: string; body: string }

export type MarkdownFolder = {
  /** Those that have a file in it. */
  episodes: () => EpisodeId[]
  /** Writes what is new of an episode. Rejects with the system's error. */
  put: (noted: NotedEpisode) => Promise<void>
  /** Resolves once what was written stays after a power failure. */
  finish: () => Promise<FolderOutcome>
}

/** How often a file that somebody else writes to is read again. */
const mostTries = 4
/** The page shows no more of them. */
const mostNamed = 50

/** Rejects with the system's error when the folder is not there. */
export async function openMarkdownFolder(parts: {
  root: string
  templates: Templates
  /** By their path, for as long as the app runs. */
  known: KnownFiles
  now: () => Date
}): Promise<MarkdownFolder> {
  const { root, templates, known, now } = parts
  const contents = await lookThrough(root, known)
  await Promise.all(contents.unfinished.map((path) => rm(join(root, path), { force: true })))
  const outcome: FolderOutcome = { added: 0, changed: 0, same: 0, beside: [], busy: [] }
  const folders = new Set<string>()
  const made = new Map<string, Promise<unknown>>()

  async function put(noted: NotedEpisode): Promise<void> {
    const { id } = noted.episode
    const fresh = freshOf(noted, templates.body)
    const path = contents.files.get(id)
    if (path === undefined) {
      contents.files.set(id, await create(nameOf(noted), fresh))
      outcome.added += 1
      return
    }
    switch (await update(path, fresh)) {
      case 'changed':
        outcome.changed += 1
        return
      case 'same':
        outcome.same += 1
        return
      case 'busy':
        if (outcome.busy.length < mostNamed) outcome.busy.push(path)
        return
      case 'theirs':
        return putBeside(id, path, fresh)
    }
  }

  /** What does not go into a file that the person changed goes into one beside it, of which Earmark writes to one. */
  async function putBeside(id: EpisodeId, path: string, fresh: Fresh): Promise<void> {
    const { earmark = null, ...rest } = fresh.properties
    const marked = { ...fresh, properties: { ...rest, 'earmark-beside': earmark } }
    const there = contents.besides.get(id) ?? []
    const name = `${path.replace(/\.md$/i, '')} (Earmark ${now().toISOString().slice(0, 10)})`
    const beside = (await updatedOf(there, marked)) ?? (await create(name, marked))
    if (!there.includes(beside)) contents.besides.set(id, [...there, beside])
    if (outcome.beside.length < mostNamed) outcome.beside.push({ path, beside })
  }

  /** The first that the person has not made their own. */
  async function updatedOf(paths: readonly string[], fresh: Fresh): Promise<string | null> {
    for (const path of paths) if ((await update(path, fresh)) !== 'theirs') return path
    return null
  }

  async function update(path: string, fresh: Fresh): Promise<Composed['kind'] | 'busy'> {
    const whole = join(root, path)
    for (let tries = 0; tries < mostTries; tries += 1) {
      const read = await readForUpdate(whole)
      if (read === null) return 'theirs'
      const composed = compose(read.bytes, fresh)
      if (composed.kind !== 'changed') return composed.kind
      if (await replaceFile(whole, read, composed.bytes)) {
        folders.add(dirname(whole))
        return 'changed'
      }
    }
    return 'busy'
  }

  async function create(name: string, fresh: Fresh): Promise<string> {
    const bytes = composeNew(fresh)
    for (const numbered of numberedNames(name)) {
      const path = `${numbered}.md`
      if (contents.taken.has(foldedPath(path))) continue
      // Before anything is waited for: another episode may want the same name.
      contents.taken.add(foldedPath(path))
      const whole = join(root, path)
      await makeFolder(dirname(whole))
      if (!(await createFile(whole, bytes))) continue
      folders.add(dirname(whole))
      return path
    }
    throw new Error('There is no name left for a file.')
  }

  /** Once for all of its files: it looks at each folder on the way there. */
  function makeFolder(path: string): Promise<unknown> {
    const begun = made.get(path) ?? mkdir(path, { recursive: true })
    made.set(path, begun)
    return begun
  }

  function nameOf({ episode }: NotedEpisode): string {
    const { title, podcastTitle, publishedAt, id } = episode
    const values = { title, podcast: podcastTitle, published: publishedAt?.slice(0, 10) ?? '', id }
    return fileNameOf(templates.fileName, values)
  }

  return {
    episodes: () => [...contents.files.keys()],
    put,
    finish: async () => {
      await Promise.all([...folders].map(flushFolder))
      return outcome
    },
  }
}

function freshOf(noted: NotedEpisode, template: string): Fresh {
  return { properties: episodeProperties(noted), part: rendered(template, episodeView(noted)) }
}
