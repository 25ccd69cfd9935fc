import { rendered } from '../../../shared/formats/template/render.ts'

/** File systems count in bytes, up to 255, and a number, a date and an ending come behind. */
const mostBytes = 160
const mostCharacters = 100
/** In folders, so that the whole path stays under the 260 characters of Windows. */
const mostParts = 4

/** Devices on Windows, with any ending, also behind spaces. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(?=\.|$)/i
/** What some file system refuses, and what ends a link of Obsidian's. */
const refused = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"/\\|?*#^[\]]+/gu

/** Of a file in the folder, without its ending: what a template says, as every file system takes it. */
export function fileNameOf(template: string, values: Readonly<Record<string, string>>): string {
  const parts = plainly(template, values)
    .split('/')
    .map(safePart)
    .filter((part) => part !== '')
    .slice(-mostParts)
  return parts.length === 0 ? 'Untitled' : parts.join('/')
}

/** A name is no Markdown: nothing is escaped, and a slash in a value makes no folder. */
function plainly(template: string, values: Readonly<Record<string, string>>): string {
  const raw = template.replace(/\{\{\{?&?\s*(\w+)\s*\}?\}\}/g, '{{{$1}}}')
  const unslashed = Object.entries(values).map(([name, value]) => [name, value.replaceAll('/', '-')])
  return rendered(raw, Object.fromEntries(unslashed))
}

function safePart(text: string): string {
  const clean = text
    .toWellFormed()
    .normalize('NFC')
    .replace(refused, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+/, '')
  const letters = [...clean].slice(0, mostCharacters)
  while (Buffer.byteLength(letters.join('')) > mostBytes) letters.pop()
  const name = letters.join('').replace(/[\s.]+$/, '')
  return device.test(name) ? `_${name}` : name
}

/** The name itself, then with numbers. */
export function* numberedNames(name: string): Generator<string> {
  yield name
  for (let number = 2; ; number += 1) yield `${name} (${number})`
}
