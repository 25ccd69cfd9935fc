import Mustache from 'mustache'
import type { Fields } from './fields.ts'
import { asLines } from './render.ts'

/** Lists within lists: what a person writes has two, and each makes what is written longer by as much as it holds. */
const mostLists = 3

/** What is wrong with a template, for a person; `null` when it can be used. */
export function templateProblem(template: string, fields: Fields): string | null {
  try {
    const tokens: unknown = Mustache.parse(asLines(template))
    return tokensProblem(tokens, [fields], [])
  } catch (error) {
    const [, name] =
      /^(?:Unclosed|Unopened) section "([^"]*)"/.exec(String(error).replace(/^Error: /, '')) ?? []
    if (name === undefined) return 'A field is not closed: each begins with {{ and ends with }}.'
    return `“{{#${name}}}” and “{{/${name}}}” do not go together.`
  }
}

function tokensProblem(tokens: unknown, known: readonly Fields[], lists: readonly string[]): string | null {
  if (!Array.isArray(tokens)) return null
  for (const token of tokens) {
    const problem = Array.isArray(token) ? tokenProblem(token, known, lists) : null
    if (problem !== null) return problem
  }
  return null
}

function tokenProblem(token: unknown[], known: readonly Fields[], lists: readonly string[]): string | null {
  const [type, given, , , inside] = token
  const name = String(given)
  if (type === 'text' || type === '!') return null
  if (type === '>' || type === '=') return `Templates cannot say “{{${type}${name}}}”.`
  const isItem = name === '.' && lists.length > 0
  const field = isItem ? { about: '' } : known.find((group) => Object.hasOwn(group, name))?.[name]
  if (field === undefined) return `There is no field “${name}” here.`
  if (type !== '#' || field.items === undefined) return tokensProblem(inside, known, lists)
  if (lists.includes(name)) return `“${name}” cannot stand within itself.`
  if (lists.length === mostLists) return 'Lists within lists go no further than three.'
  return tokensProblem(inside, [field.items, ...known], [...lists, name])
}
