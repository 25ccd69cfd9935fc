import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, test } from 'vitest'
import { defaultFileName, defaultTemplate } from '../../../../shared/formats/template/default-templates.ts'
import { episodeView } from '../../../../shared/formats/template/episode-view.ts'
import { episodeFields, type Fields, fileNameFields } from '../../../../shared/formats/template/fields.ts'
import { NoteView } from '../../../../shared/formats/template/note-view.ts'
import { rendered } from '../../../../shared/formats/template/render.ts'
import { templateProblem } from '../../../../shared/formats/template/template-problem.ts'
import { hostileText } from '../hostile-text.ts'
import { madeNote, madeNotedEpisode } from '../made-notes.ts'

const noted = madeNotedEpisode(
  { title: 'Tea: *a* #view' },
  {
    notes: [
      madeNote(1, {
        body: 'Try *this*.',
        tags: ['to do', 'tea'],
        starred: true,
        colour: 'question',
        tracking: { state: 'to-try', note: 'Tomorrow.', lookAgainOn: '2026-12-01' },
        anchor: { kind: 'range', startSeconds: 61.5, endSeconds: 75 },
      }),
    ],
    drafts: [{ text: 'Half', startSeconds: 3 }],
    listening: { positionSeconds: 75.5, finishedAt: null, heardAt: null },
  },
)

describe('a template', () => {
  test('of the person’s says what its fields are', () => {
    const template =
      '{{title}} {{{title}}}\n{{#notes}}\n{{start}} to {{end}}: {{body}} {{#tags}}#{{.}} {{/tags}}{{colour}} {{tracking}} {{lookAgain}}{{#starred}} !{{/starred}} {{link}}\n{{/notes}}'
    expect(templateProblem(template, episodeFields)).toBe(null)
    expect(rendered(template, episodeView(noted))).toBe(
      'Tea: \\*a\\* \\#view Tea: *a* #view\n1:01 to 1:15: Try *this*. #to-do #tea Question To try 2026-12-01 ! earmark://note/0195a000-0000-7000-8000-000000000001',
    )
  })

  test('Earmark’s own can be used, and the name too', () => {
    expect(templateProblem(defaultTemplate, episodeFields)).toBe(null)
    expect(templateProblem(defaultFileName, fileNameFields)).toBe(null)
  })

  test('each field that is listed is there, and each that is there is listed', () => {
    expectSame(episodeFields, episodeView(noted))
  })

  test.each([
    ['{{titel}}', 'There is no field “titel” here.'],
    ['{{body}}', 'There is no field “body” here.'],
    ['{{#notes}}{{body}}', '“{{#notes}}” and “{{/notes}}” do not go together.'],
    ['{{/notes}}', '“{{#notes}}” and “{{/notes}}” do not go together.'],
    ['{{title', 'A field is not closed: each begins with {{ and ends with }}.'],
    ['{{> other}}', 'Templates cannot say “{{>other}}”.'],
    ['{{=<% %>=}}', 'Templates cannot say “{{=<% %>}}”.'],
    ['{{constructor}}', 'There is no field “constructor” here.'],
    ['{{title.constructor}}', 'There is no field “title.constructor” here.'],
    ['{{.}}', 'There is no field “.” here.'],
    ['{{#notes}}{{#notes}}{{/notes}}{{/notes}}', '“notes” cannot stand within itself.'],
    [
      '{{#notes}}{{#chapters}}{{#topics}}{{#drafts}}{{/drafts}}{{/topics}}{{/chapters}}{{/notes}}',
      'Lists within lists go no further than three.',
    ],
  ])('%s is refused', (template, problem) => {
    expect(templateProblem(template, episodeFields)).toBe(problem)
  })

  test('values are text, whatever they hold: no heading, link or line comes of a title', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (title, chapter) => {
        const view = episodeView(
          madeNotedEpisode({
            title: `t${title}`,
            chapters: [{ startSeconds: 0, title: `c${chapter}`, description: '' }],
          }),
        )
        const text = rendered('{{title}}\n\n{{#chapters}}\n- {{title}}\n{{/chapters}}', view)
        expect(fromMarkdown(text).children.map(({ type }) => type)).toEqual(['paragraph', 'list'])
      }),
      { numRuns: 60 },
    )
  })

  test('any text is refused or written, and nothing throws', () => {
    const pieces = [
      '{{',
      '}}',
      '{{{',
      '#',
      '^',
      '/',
      '&',
      '!',
      '>',
      '=',
      'title',
      'notes',
      'body',
      '.',
      ' ',
      '\n',
    ]
    const template = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''))
    const view = episodeView(noted)
    fc.assert(
      fc.property(template, (text) => {
        if (templateProblem(text, episodeFields) === null) expect(typeof rendered(text, view)).toBe('string')
      }),
      { numRuns: 500 },
    )
  })
})

function expectSame(fields: Fields, view: object): void {
  expect(namesIn(view).sort()).toEqual(Object.keys(fields).sort())
  for (const [name, value] of namesIn(view).map((name) => [name, Reflect.get(view, name)])) {
    const { items } = fields[name] ?? {}
    expect([name, Array.isArray(value)]).toEqual([name, items !== undefined])
    const [first] = Array.isArray(value) ? value : []
    if (items !== undefined && typeof first === 'object') expectSame(items, first)
  }
}

/** Of a note each is made when it is asked for. */
function namesIn(view: object): string[] {
  if (!(view instanceof NoteView)) return Object.keys(view)
  return Object.getOwnPropertyNames(NoteView.prototype).filter((name) => name !== 'constructor')
}
