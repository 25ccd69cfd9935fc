import Mustache from 'mustache'
import { literal } from '../markdown-text.ts'
import { MarkdownValue } from './markdown-value.ts'

/** What is written by a template that `templateProblem` finds nothing wrong with; without empty lines at both ends. */
export function rendered(template: string, view: object): string {
  return Mustache.render(asLines(template), view, {}, { escape: escaped })
    .toWellFormed()
    .replaceAll('\0', '\u{FFFD}')
    .replace(/^\n+|\s+$/g, '')
}

/** As text of one line that means nothing to Markdown, unless it is Markdown of ours. */
function escaped(value: unknown): string {
  return value instanceof MarkdownValue ? value.toString() : literal(String(value))
}

export function asLines(template: string): string {
  return template.replace(/\r\n?/g, '\n')
}
