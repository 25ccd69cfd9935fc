import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { KnownFiles } from '../../../../electron/exports/markdown-folder/look-through.ts'
import { openMarkdownFolder } from '../../../../electron/exports/markdown-folder/markdown-folder.ts'
import { createFile } from '../../../../electron/exports/markdown-folder/write-file.ts'
import type { FolderOutcome } from '../../../../shared/exports/outcomes.ts'
import type { NotedEpisode } from '../../../../shared/formats/noted-episode.ts'
import { defaultFileName, defaultTemplate } from '../../../../shared/formats/template/default-templates.ts'
import { madeNote, madeNotedEpisode } from '../../../shared/formats/made-notes.ts'

let root = ''
let known: KnownFiles = new Map()
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'earmark-folder-'))
  known = new Map()
})
afterEach(() => rm(root, { recursive: true, force: true }))

async function exported(...episodes: NotedEpisode[]): Promise<FolderOutcome> {
  const folder = await openMarkdownFolder({
    root,
    templates: { fileName: defaultFileName, body: defaultTemplate },
    known,
    now: () => new Date('2026-11-30T10:00:00Z'),
  })
  await Promise.all(episodes.map(folder.put))
  return folder.finish()
}

function made(body: string, episode: Partial<NotedEpisode['episode']> = {}): NotedEpisode {
  return madeNotedEpisode(episode, { notes: [madeNote(1, { body })] })
}

async function filesIn(folder = root): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

const path = 'Tea and talk/On steeping.md'
const read = (name: string): Promise<string> => readFile(join(root, name), 'utf8')

describe('a folder of Markdown', () => {
  test('holds a file for each episode, and what is as it was is not written again', async () => {
    const episodes = [made('One.'), made('Two.', { id: 'tea-and-talk/on-milk', title: 'On milk' })]
    expect(await exported(...episodes)).toMatchObject({ added: 2, changed: 0, same: 0 })
    expect(await filesIn()).toEqual(['Tea and talk/On milk.md', path])
    const old = new Date('2026-01-01T00:00:00Z')
    await utimes(join(root, path), old, old)
    expect(await exported(...episodes)).toMatchObject({ added: 0, changed: 0, same: 2 })
    expect((await stat(join(root, path))).mtimeMs).toBe(old.getTime())
  })

  test('finds a file again that was renamed, moved and written in, and keeps what was written', async () => {
    await exported(made('One.'))
    await mkdir(join(root, 'Mine', 'Read'), { recursive: true })
    const moved = 'Mine/Read/Steeping, my notes.md'
    await rename(join(root, path), join(root, moved))
    await writeFile(join(root, moved), `${await read(moved)}\nMine: café 👩‍🚀\r\n`)
    expect(await exported(made('Two.'))).toMatchObject({ added: 0, changed: 1 })
    expect(await filesIn()).toEqual([moved])
    const text = await read(moved)
    expect(text).toContain('> Two.')
    expect(text.endsWith('\nMine: café 👩‍🚀\r\n')).toBe(true)
  })

  test('writes beside a file whose Earmark part was edited, in one file however often, and touches neither more than needed', async () => {
    await exported(made('One.'))
    const mine = (await read(path)).replace('> One.', '> One, or two.')
    await writeFile(join(root, path), mine)
    expect((await exported(made('One.'))).beside).toEqual([])
    const beside = 'Tea and talk/On steeping (Earmark 2026-11-30).md'
    expect((await exported(made('Two.'))).beside).toEqual([{ path, beside }])
    await exported(made('Three.'))
    expect(await filesIn()).toEqual([beside, path])
    expect(await read(path)).toBe(mine)
    expect(await read(beside)).toContain('> Three.')
    expect(await read(beside)).toContain('earmark-beside: "earmark://episode/tea-and-talk/on-steeping"')
  })

  test('writes into the one beside that the person left as it is, where they edited another', async () => {
    await exported(made('One.'))
    await writeFile(join(root, path), (await read(path)).replace('> One.', '> One, or two.'))
    const beside = 'Tea and talk/On steeping (Earmark 2026-11-30).md'
    const second = 'Tea and talk/On steeping (Earmark 2026-11-30) (2).md'
    await exported(made('Two.'))
    const mine = (await read(beside)).replace('> Two.', '> Two, or three.')
    await writeFile(join(root, beside), mine)
    for (const body of ['Three.', 'Four.', 'Five.']) {
      expect((await exported(made(body))).beside).toEqual([{ path, beside: second }])
    }
    expect(await filesIn()).toEqual([second, beside, path].sort())
    expect(await read(beside)).toBe(mine)
    expect(await read(second)).toContain('> Five.')
  })

  test.skipIf(process.platform === 'win32')('who may read a file stays as the person set it', async () => {
    await exported(made('One.'))
    await chmod(join(root, path), 0o600)
    expect((await exported(made('Two.'))).changed).toBe(1)
    expect((await stat(join(root, path))).mode & 0o777).toBe(0o600)
  })

  test('titles that some file system takes for one get names of their own', async () => {
    const ids = ['one', 'two', 'three'].map((slug) => `tea-and-talk/${slug}` as const)
    const titles = ['Tea?', 'TEA', 'tea:']
    await exported(...ids.map((id, index) => made('x', { id, title: titles[index] ?? '' })))
    const names = (await filesIn()).map((name) => name.toLowerCase())
    expect(new Set(names).size).toBe(3)
  })

  test('a file of the person’s that has the wanted name stays, and so does a link', async () => {
    await mkdir(join(root, 'Tea and talk'))
    await writeFile(join(root, path), 'mine')
    await writeFile(join(root, 'elsewhere.txt'), 'mine')
    await symlink(join(root, 'elsewhere.txt'), join(root, 'Tea and talk', 'On steeping (2).md'))
    await exported(made('One.'))
    expect(await read(path)).toBe('mine')
    expect(await read('elsewhere.txt')).toBe('mine')
    expect(await read('Tea and talk/On steeping (3).md')).toContain('> One.')
  })

  test('hidden folders are no notes, and what an export left unfinished goes', async () => {
    const left = '.earmark-0195a000-0000-7000-8000-000000000001.part'
    await mkdir(join(root, '.trash'))
    await exported(made('One.'))
    await rename(join(root, path), join(root, '.trash', 'x.md'))
    await writeFile(join(root, left), 'half')
    expect(await exported(made('One.'))).toMatchObject({ added: 1 })
    expect(await filesIn()).toEqual(['.trash/x.md', path])
  })

  test('a name that was taken meanwhile is never written over', async () => {
    await writeFile(join(root, 'there.md'), 'mine')
    expect(await createFile(join(root, 'there.md'), Buffer.from('ours'))).toBe(false)
    expect(await read('there.md')).toBe('mine')
    expect(await filesIn()).toEqual(['there.md'])
  })

  test('a folder that is gone is the system’s error', async () => {
    await rm(root, { recursive: true })
    await expect(exported(made('One.'))).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
