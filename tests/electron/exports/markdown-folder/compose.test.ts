import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { compose, composeNew, type Fresh } from '../../../../electron/exports/markdown-folder/compose.ts'
import { markedText } from '../../../../electron/exports/markdown-folder/markers.ts'
import { hostileText } from '../../../shared/formats/hostile-text.ts'

const first: Fresh = {
  properties: {
    title: 'On: "tea" #1',
    earmark: 'earmark://episode/tea/one',
    notes: 1,
    tags: ['tea', 'water'],
  },
  part: '# On tea\n\n> Three minutes.',
}
const second: Fresh = {
  properties: { ...first.properties, notes: 2, tags: ['water', 'milk'] },
  part: '# On tea\n\n> Three minutes.\n\n> Or four.',
}

/** The bytes that a file has once it was brought up to date. */
function brought(existing: Buffer, fresh: Fresh): string {
  const composed = compose(existing, fresh)
  if (composed.kind !== 'changed') throw new Error(JSON.stringify(composed))
  return composed.bytes.toString()
}

function edited(change: (text: string) => string, fresh = first): Buffer {
  return Buffer.from(change(composeNew(fresh).toString()))
}

describe('a file of the folder', () => {
  test('new, has properties and Earmark’s part between two marks, and is left as it is when nothing is new', () => {
    const bytes = composeNew(first)
    expect(bytes.toString()).toMatch(
      /^---\ntitle: "On: \\"tea\\" #1"\nearmark: "earmark:\/\/episode\/tea\/one"\nnotes: 1\ntags:\n {2}- "tea"\n {2}- "water"\n---\n\n%% earmark:begin [\da-f]{16} title=\w{6} earmark=\w{6} notes=\w{6} tags=\w{6}\+\w{6} %%\n# On tea\n\n> Three minutes\.\n%% earmark:end · .* %%\n$/,
    )
    expect(compose(bytes, first)).toEqual({ kind: 'same' })
  })

  test('words with line ends of Windows, as a template of three braces writes them, are not taken for an edit', () => {
    const windows = (part: string) => ({ ...first, part: part.replaceAll('\n', '\r\n') })
    const bytes = composeNew(windows(first.part))
    expect(compose(bytes, windows(first.part))).toEqual({ kind: 'same' })
    expect(markedText(brought(bytes, windows(second.part)))?.part).toBe(second.part)
  })

  test('keeps what stands before and after, and the person’s own properties, comments and order', () => {
    const mine = edited((text) =>
      text
        .replace('---\ntitle', '---\n# mine\nrating: 5 # of 5\nup: "[[Tea]]"\ntitle')
        .replace('---\n\n%%', '---\nBefore.\n\n%%')
        .concat('\n## Mine\n\n%% a comment %%'),
    )
    const text = brought(mine, second)
    expect(text).toBe(
      composeNew(second)
        .toString()
        .replace('---\ntitle', '---\n# mine\nrating: 5 # of 5\nup: "[[Tea]]"\ntitle')
        .replace('---\n\n%%', '---\nBefore.\n\n%%')
        .concat('\n## Mine\n\n%% a comment %%'),
    )
  })

  test('a property that the person changed or took out stays so, and so do items of a list', () => {
    const mine = edited((text) =>
      text
        .replace(/title: .*/, 'title: Mine')
        .replace('notes: 1\n', '')
        // As Obsidian writes it.
        .replace('tags:\n  - "tea"\n  - "water"', 'tags:\n  - mine\n  - tea'),
    )
    const values: unknown = parse(brought(mine, second).split('---\n')[1] ?? '')
    expect(values).toEqual({ title: 'Mine', earmark: 'earmark://episode/tea/one', tags: ['mine', 'milk'] })
  })

  test.each([
    ['a list without indentation', 'tags:\n- tea\n- water', 'tags:\n  - "water"\n  - "milk"'],
    ['a list on one line', 'tags: [tea, water] # mine', 'tags:\n  - "water"\n  - "milk" # mine'],
    ['an empty one', 'tags:', 'tags:\n  - "milk"'],
    ['one with a comment in it', 'tags: # mine\n  - tea\n  - water', 'tags: # mine\n  - tea\n  - water'],
    ['one with an anchor', 'tags: &mine [tea, water]', 'tags: &mine [tea, water]'],
  ])('tags as %s', (_name, written, expected) => {
    const mine = edited((text) => text.replace('tags:\n  - "tea"\n  - "water"', written))
    expect(brought(mine, second)).toContain(`\n${expected}\n---\n`)
  })

  test.each([
    ['broken', (text: string) => text.replace('---\ntitle', '---\n"open\ntitle')],
    ['in braces', (text: string) => text.replace(/---\n(.*?)---\n/s, '---\n{title: a, mine: b}\n---\n')],
    ['two of one name', (text: string) => text.replace('notes: 1', 'notes: 1\nnotes: 7')],
    ['gone', (text: string) => text.replace(/---\n(.*?)---\n/s, '')],
  ])('properties that are %s are left alone, and the rest goes on', (_name, change) => {
    const mine = edited(change)
    const before = mine.toString()
    const text = brought(mine, second)
    expect(markedText(text)?.before).toBe(markedText(before)?.before)
    expect(text).toContain('> Or four.')
  })

  test('what was edited between the marks is not written over, and nothing is said while Earmark has nothing new', () => {
    const mine = edited((text) => text.replace('Three', 'Two'))
    expect(compose(mine, first)).toEqual({ kind: 'same' })
    expect(compose(mine, second)).toEqual({ kind: 'theirs', why: 'edited' })
  })

  test.each([
    ['the first is gone', (text: string) => text.replace(/^%% earmark:begin.*\n/m, '')],
    ['the last is gone', (text: string) => text.replace(/^%% earmark:end.*\n/m, '')],
    ['both are doubled', (text: string) => text + text],
    ['the first is not whole', (text: string) => text.replace(/earmark:begin [\da-f]{16}/, 'earmark:begin')],
    [
      'they changed places',
      (text: string) => text.replace('earmark:begin', 'x').replace('earmark:end', 'earmark:begin'),
    ],
  ])('marks of which %s are the person’s business', (_name, change) => {
    expect(compose(edited(change), second)).toEqual({ kind: 'theirs', why: 'markers' })
  })

  test('another encoding is left alone', () => {
    const latin = Buffer.concat([composeNew(first), Buffer.from([0x63, 0x61, 0x66, 0xe9])])
    expect(compose(latin, second)).toEqual({ kind: 'theirs', why: 'encoding' })
    const wide = Buffer.from(composeNew(first).toString(), 'utf16le')
    expect(compose(wide, second).kind).toBe('theirs')
  })

  test('line ends of Windows and a mark of the encoding stay', () => {
    const mine = edited((text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`)
    expect(compose(mine, first)).toEqual({ kind: 'same' })
    const text = brought(mine, second)
    expect(text).toBe(`\uFEFF${composeNew(second).toString().replaceAll('\n', '\r\n')}`)
  })

  test('a megabyte of notes on either side goes on as it is', () => {
    const long = `${'“%% earmark: x”: `---`\n'.repeat(20_000)}\n`
    const mine = edited((text) => `${text.replace('---\n\n%%', `---\n${long}%%`)}${long}`)
    const fresh = { ...second, part: long }
    const file = Buffer.from(brought(mine, fresh))
    expect(file.toString().split(long)).toHaveLength(4)
    expect(compose(file, fresh)).toEqual({ kind: 'same' })
  })

  test('keeps every character of the person’s part over any number of exports', () => {
    const part = fc
      .array(hostileText, { maxLength: 6 })
      .map((texts) => texts.join('\n').toWellFormed().replace(/\r\n?/g, '\n'))
    const fresh = fc.record({ title: hostileText, tags: fc.array(hostileText, { maxLength: 4 }), part })
    const theirs = fc
      .array(fc.oneof(hostileText, fc.constant('%% earmark: mine %%')), {
        maxLength: 4,
      })
      // Half a character cannot be in a file.
      .map((texts) => texts.join('\n').toWellFormed())
    fc.assert(
      fc.property(
        fc.array(fresh, { minLength: 2, maxLength: 5 }),
        theirs,
        theirs,
        hostileText,
        (versions, before, after, property) => {
          const [start, ...later] = versions.map(
            ({ title, tags, part: text }): Fresh => ({
              properties: { title, tags, earmark: 'earmark://episode/tea/one' },
              part: text,
            }),
          )
          if (start === undefined) return
          const mine = JSON.stringify(property.toWellFormed())
          let file = edited(
            (text) =>
              text
                .replace(/---\n\n(?=%% earmark:begin)/, () => `mine: ${mine}\n---\n${before}\n`)
                .concat(after),
            start,
          )
          for (const version of later) {
            const composed = compose(file, version)
            expect(composed.kind).not.toBe('theirs')
            if (composed.kind === 'changed') file = composed.bytes
            const text = file.toString()
            expect(text.includes(`\nmine: ${mine}\n`)).toBe(true)
            expect(text.includes(`\n---\n${before}\n%% earmark:begin `)).toBe(true)
            expect(text.endsWith(`is yours %%\n${after}`)).toBe(true)
            expect(compose(file, version)).toEqual({ kind: 'same' })
          }
        },
      ),
      { numRuns: 150 },
    )
  })
})
