import { execFileSync } from 'node:child_process'
import { mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { keptExamples } from '../../../shared/kept/examples.ts'
import {
  changedFolder,
  changedManifest,
  changedRows,
  changedZip,
  entriesOf,
  goodFiles,
  type Hostile,
  linked,
  listed,
  lyingBy,
  plainFile,
  relist,
  text,
  zipFile,
  zipWith,
} from './made-hostile.ts'

const outside = /outside of itself|control characters|backslash|without a usable name/
const damagedFile = /is not as it was when the archive was written/
const whole = { changes: Object.keys(keptExamples).length, unreadable: 0 }

/** Written by someone else than Earmark, as zip files. */
export const hostileZips: Hostile[] = [
  ...[
    '/evil',
    'C:/evil',
    'c:evil',
    '../evil',
    'notes/../../evil',
    '..',
    '..\\evil',
    'notes\\evil',
    'notes/evil\0.md',
    'notes/evil\n.md',
    '',
    './evil',
    'notes//evil',
  ].map(
    (name): Hostile => zipWith(`a file named ${JSON.stringify(name)}`, outside, [{ name, data: text('x') }]),
  ),
  zipWith('a name that is no UTF-8', whole, [{ name: Buffer.from([0xff, 0xfe, 0x80]), data: text('x') }]),
  zipWith('a file twice', /holds “rows\/queue.jsonl” twice/, [{ name: 'rows/queue.jsonl', data: text('x') }]),
  zipWith('names that differ by case', /another name that some computers take for it/, [
    { name: 'Rows/queue.jsonl', data: text('x') },
  ]),
  zipWith('names that only large letters make one', /another name/, [
    { name: 'stra\u00dfe', data: text('x') },
    { name: 'strasse', data: text('x') },
  ]),
  zipWith('names that differ by their accents’ form', /another name/, [
    { name: 'e\u0301', data: text('x') },
    { name: '\u00e9', data: text('x') },
  ]),
  zipWith('a link', /holds a link or a device/, [
    { name: 'evil', data: text('/etc/passwd'), mode: 0o120_777 },
  ]),
  zipWith('a device', /holds a link or a device/, [{ name: 'evil', data: text(''), mode: 0o020_666 }]),
  zipWith('a pipe', /holds a link or a device/, [{ name: 'evil', data: text(''), mode: 0o010_666 }]),
  zipWith('an encrypted file', /is encrypted/, [{ name: 'evil', data: text('x'), flags: 1 }]),
  zipWith('a strongly encrypted file', /is encrypted|not a whole zip/, [
    { name: 'evil', data: text('x'), flags: 0x41 },
  ]),
  zipWith('an unknown packing', /packed in a way/, [{ name: 'evil', data: text('x'), method: 14 }]),
  zipWith('a folder, a note of the system’s and other files that it does not list', whole, [
    { name: 'notes/', data: text('') },
    { name: '__MACOSX/._notes', data: text('x') },
    { name: '.DS_Store', data: text('x') },
  ]),
  changedZip('a wrong CRC', damagedFile, (entry) =>
    entry.name === 'rows/annotations.jsonl' ? { ...entry, crc: 1 } : entry,
  ),
  changedZip('another note than its checksum says', damagedFile, (entry) =>
    entry.name === 'rows/annotations.jsonl'
      ? { ...entry, data: text(entry.data.toString().replace('Three', 'Seven')) }
      : entry,
  ),
  changedZip('a readable file that was edited', damagedFile, (entry) =>
    String(entry.name).endsWith('.md') ? { ...entry, data: Buffer.concat([entry.data, text('x')]) } : entry,
  ),
  changedZip('a file that says it is longer', damagedFile, lyingBy(1)),
  changedZip('a file that says it is shorter', damagedFile, lyingBy(-1)),
  changedZip('a size of 2⁵⁰ bytes', /would unpack|lie over each other/, (entry) =>
    entry.name === 'rows/queue.jsonl'
      ? { ...entry, zip64: { unpackedBytes: 2n ** 50n, packedBytes: BigInt(entry.data.length) } }
      : entry,
  ),
  changedZip('a packed size of 2⁵⁰ bytes', /lie over each other|not a whole zip/, (entry) =>
    entry.name === 'rows/queue.jsonl'
      ? { ...entry, zip64: { unpackedBytes: BigInt(entry.data.length), packedBytes: 2n ** 50n } }
      : entry,
  ),
  zipWith('a gigabyte of zeros', /hundreds of times its size/, [
    { name: 'zeros', data: Buffer.alloc(1000), unpackedBytes: 2 ** 30 },
  ]),
  {
    name: 'zeros in a file that says it is short',
    told: damagedFile,
    make: async (folder) => {
      const files = await goodFiles(folder)
      const zeros = Buffer.alloc(64 * 2 ** 20)
      relist(files, 'rows/queue.jsonl', { bytes: 100 })
      files.set('rows/queue.jsonl', zeros)
      return zipFile(
        folder,
        entriesOf(files).map((entry) => (entry.data === zeros ? { ...entry, unpackedBytes: 100 } : entry)),
      )
    },
  },
  {
    name: 'a thousand files in the place of one',
    told: /lie over each other/,
    make: async (folder) => {
      const entries = entriesOf(await goodFiles(folder))
      const noise = Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * index * 31) % 251))
      const copies = Array.from({ length: 1000 }, (_, index) => ({
        name: `evil-${index}`,
        data: noise,
        sameDataAs: entries.length,
      }))
      return zipFile(folder, [
        ...entries,
        { name: 'evil', data: noise, method: 0 },
        ...copies.map((each) => ({ ...each, method: 0 })),
      ])
    },
  },
  {
    name: 'a list that says it is longer than it is',
    told: /not a whole zip/,
    make: async (folder) => zipFile(folder, entriesOf(await goodFiles(folder)), { entryCount: 60_000 }),
  },
  ...[0.5, 0.99].map(
    (part): Hostile => ({
      name: `only ${part * 100} % of it`,
      told: /not a whole zip/,
      make: async (folder) => {
        const path = await zipFile(folder, entriesOf(await goodFiles(folder)))
        await truncate(path, Math.floor((await readFile(path)).length * part))
        return path
      },
    }),
  ),
  {
    name: 'a folder in which the archive lies, packed by hand',
    told: whole,
    make: async (folder) =>
      zipFile(
        folder,
        entriesOf(await goodFiles(folder)).map((entry) => ({ ...entry, name: `Mine/${entry.name}` })),
      ),
  },
  {
    name: 'two archives',
    told: /There is no archive/,
    make: async (folder) => {
      const entries = entriesOf(await goodFiles(folder))
      return zipFile(
        folder,
        ['a', 'b'].flatMap((name) => entries.map((entry) => ({ ...entry, name: `${name}/${entry.name}` }))),
      )
    },
  },
  {
    name: 'a comment that looks like the end of another zip',
    told: /not a whole zip|There is no archive/,
    make: async (folder) =>
      zipFile(folder, entriesOf(await goodFiles(folder)), { comment: `PK\x05\x06${'\0'.repeat(18)}` }),
  },
  { name: 'nothing at all', told: /not a whole zip/, make: (folder) => plainFile(folder, '') },
  { name: 'text', told: /not a whole zip/, make: (folder) => plainFile(folder, 'Dear diary') },
  { name: 'no file', told: /could not be read/, make: async (folder) => join(folder, 'none.zip') },
]

/** The same as folders, or what both forms have in common. */
export const hostileFolders: Hostile[] = [
  changedManifest('no format', /There is no archive/, (manifest) => ({ ...manifest, format: undefined })),
  changedManifest('a newer version', /newer version of Earmark/, (manifest) => ({ ...manifest, version: 2 })),
  changedManifest('a version in words', /There is no archive/, (manifest) => ({
    ...manifest,
    version: 'one',
  })),
  changedManifest('no list of files', damagedFile, (manifest) => ({ ...manifest, files: undefined })),
  changedManifest(
    'more than it needs, some of it odd',
    whole,
    (manifest) =>
      `{"__proto__": {"evil": 1}, "counts2": ${'['.repeat(5000)}${']'.repeat(5000)}, ${JSON.stringify(manifest).slice(1)}`,
  ),
  ...['../evil', '/etc/passwd', 'rows/../../evil', 'rows\\evil.jsonl', 'C:\\evil'].map((path) =>
    changedManifest(`a list with ${path}`, outside, (manifest) => ({
      ...manifest,
      files: [...manifest.files, listed(path)],
    })),
  ),
  changedManifest('a file listed twice', /lists “README.md” twice/, (manifest) => ({
    ...manifest,
    files: [...manifest.files, listed('README.md')],
  })),
  changedManifest('files listed that differ by case', /another name/, (manifest) => ({
    ...manifest,
    files: [...manifest.files, listed('readme.md')],
  })),
  changedManifest('a list longer than any', /lists more files/, (manifest) => ({
    ...manifest,
    files: Array.from({ length: 300_001 }, (_, index) => listed(`f${index}`)),
  })),
  changedManifest('sizes beyond all disks', /larger than any library/, (manifest) => ({
    ...manifest,
    files: manifest.files.map((file) => ({ ...file, bytes: 2 ** 50 })),
  })),
  changedManifest('negative sizes', damagedFile, (manifest) => ({
    ...manifest,
    files: manifest.files.map((file) => ({ ...file, bytes: -1 })),
  })),
  changedFolder('a manifest that is no JSON', damagedFile, (folder) =>
    writeFile(join(folder, 'manifest.json'), '{"files":'),
  ),
  changedFolder('no manifest', /There is no archive/, (folder) => rm(join(folder, 'manifest.json'))),
  changedFolder('a manifest of a gigabyte', /larger than any that Earmark writes/, (folder) =>
    truncate(join(folder, 'manifest.json'), 2 ** 30),
  ),
  changedFolder('a file missing', /is missing from this archive/, (folder) =>
    rm(join(folder, 'rows/queue.jsonl')),
  ),
  changedFolder('a file that was cut', damagedFile, (folder) =>
    truncate(join(folder, 'rows/queue.jsonl'), 5),
  ),
  changedFolder('a file that grew', damagedFile, (folder) =>
    truncate(join(folder, 'rows/queue.jsonl'), 2 ** 33),
  ),
  changedFolder('a link in the place of its manifest', /There is no archive/, (folder) =>
    linked(folder, 'manifest.json'),
  ),
  changedFolder('a link in the place of a file', /not a plain file/, (folder) =>
    linked(folder, 'rows/queue.jsonl'),
  ),
  changedFolder('a link in the place of a folder', /not a plain file/, (folder) => linked(folder, 'rows')),
  changedFolder('a folder in the place of a file', /not a plain file/, async (folder) => {
    await rm(join(folder, 'rows/queue.jsonl'))
    await mkdir(join(folder, 'rows/queue.jsonl'))
  }),
  ...(process.platform === 'win32'
    ? []
    : [
        changedFolder('a pipe in the place of a file', /not a plain file/, async (folder) => {
          await rm(join(folder, 'rows/queue.jsonl'))
          execFileSync('mkfifo', [join(folder, 'rows/queue.jsonl')])
        }),
      ]),
  changedRows('a row of 33 MB', /a row that is larger/, `{"kind":"queue","key":"${'x'.repeat(33 * 2 ** 20)}`),
  changedRows('nothing but ends of lines', /more rows than any library/, '\n'.repeat(2_000_000)),
  changedRows(
    'rows that the second home could not take, of which one grows when it is written',
    { changes: whole.changes, unreadable: 2 },
    [`"${'x'.repeat(11_000_000)}"`, `[${'1e20,'.repeat(600_000)}0]`]
      .map((more) => `{"kind":"queue","key":"a","updatedAt":"2026-03-01T00:00:00Z","row":{"more":${more}}}`)
      .join('\n'),
  ),
  changedRows(
    'rows that are none',
    { changes: whole.changes + 1, unreadable: 8 },
    [
      'no JSON',
      'null',
      '[]',
      '{}',
      '{"kind":"bookmarks","key":"a","updatedAt":"2026-03-01T00:00:00Z","row":{}}',
      '{"kind":"queue","key":"","updatedAt":"2026-03-01T00:00:00Z","row":{}}',
      `{"kind":"queue","key":"a","updatedAt":"2026-03-01T00:00:00Z","row":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`,
      '{"kind":"queue","key":"a","updatedAt":"9999-12-31T23:59:59.999Z","row":null}',
      '{"__proto__":{"evil":1},"kind":"queue","key":"b/c","updatedAt":"2026-03-01T00:00:00Z","row":null}',
    ].join('\n'),
  ),
  { name: 'no folder', told: /could not be read/, make: async (folder) => join(folder, 'none') },
  {
    name: 'a pipe in the place of the folder',
    told: /There is no archive/,
    make: async (folder) => {
      const path = join(folder, 'pipe')
      execFileSync('mkfifo', [path])
      return path
    },
  },
  {
    name: 'a file in the place of the folder',
    told: /not a whole zip/,
    make: (folder) => plainFile(folder, 'x'),
  },
]
