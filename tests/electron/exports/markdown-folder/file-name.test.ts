import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pathFault } from '../../../../electron/archive/format/paths.ts'
import { fileNameOf } from '../../../../electron/exports/markdown-folder/file-name.ts'
import { hostileText } from '../../../shared/formats/hostile-text.ts'

describe('the name of a file', () => {
  test.each([
    ['{{podcast}}/{{title}}', 'Tea- Talk/What is tea'],
    ['{{#published}}{{published}} {{/published}}{{title}}', '2026-03-04 What is tea'],
    ['{{title}}/{{title}}/..', 'What is tea/What is tea'],
    ['../../{{title}}', 'What is tea'],
    ['{{nothing}}', 'Untitled'],
  ])('by %s', (template, expected) => {
    const values = { title: 'What is tea?', podcast: 'Tea/ Talk.', published: '2026-03-04' }
    expect(fileNameOf(template, values)).toBe(expected)
  })

  test.each([
    'con',
    'AUX.x',
    'con .x',
    '.hidden',
    'a'.repeat(400),
    '👩‍🚀'.repeat(90),
    '[[a|b]]#c^d',
    'dot.',
    '{{title}}',
  ])('of a title like %s is one that every file system takes', (title) => {
    const name = fileNameOf('{{title}}', { title })
    expect(name).not.toMatch(/[\p{Cc}<>:"/\\|?*#^[\]]|^[.\s]|[.\s]$|^(con|aux) *(\.|$)/iu)
    expect(Buffer.byteLength(name)).toBeLessThan(200)
    expect(name).not.toBe('')
  })

  test('never leaves the folder, whatever title and podcast are', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (title, podcast) => {
        const name = fileNameOf('{{podcast}}/{{title}}', { title, podcast })
        expect(pathFault(`${name}.md`)).toBe(null)
        expect(name.isWellFormed()).toBe(true)
      }),
    )
  })
})
