// Reads an episode's script (script/*.md): what is shown about it and what is said in it.

/**
 * @typedef {{ title: string, description: string, paragraphs: string[][] }} ScriptChapter
 *   `paragraphs` holds the spoken words, sentence by sentence.
 * @typedef {{ slug: string, title: string, publishedAt: string, updatedAt: string, topics: string[],
 *   summary: string, highlights: string[], chapters: ScriptChapter[] }} Script
 */

const chapterHeading = 'Chapter: '

/**
 * @param {string} text
 * @returns {Script}
 */
export function parseScript(text) {
  const [, header = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? fail('no header')
  const [opening = '', ...sections] = body.split(/^## /m)
  const [, title = '', summary = ''] = /^# (.+)\n\n([\s\S]+)$/.exec(opening.trim()) ?? fail('no title')
  return {
    slug: fieldOf(header, 'slug'),
    title,
    publishedAt: fieldOf(header, 'published'),
    updatedAt: fieldOf(header, 'updated'),
    topics: fieldOf(header, 'topics').split(', '),
    summary: onOneLine(summary),
    highlights: highlightsOf(sections),
    chapters: sections.filter((section) => section.startsWith(chapterHeading)).map(chapterOf),
  }
}

/**
 * @param {string} header
 * @param {string} name
 */
function fieldOf(header, name) {
  const line = header.split('\n').find((each) => each.startsWith(`${name}: `))
  return line?.slice(name.length + 2).trim() ?? fail(`the header has no "${name}"`)
}

/** @param {string[]} sections */
function highlightsOf(sections) {
  const section = sections.find((each) => each.startsWith('Highlights\n')) ?? fail('no highlights')
  return section.split('\n').flatMap((line) => (line.startsWith('- ') ? [line.slice(2)] : []))
}

/**
 * @param {string} section
 * @returns {ScriptChapter}
 */
function chapterOf(section) {
  const [heading = '', quoted = '', ...spoken] = section.trim().split(/\n\n+/)
  if (!quoted.startsWith('> ')) fail(`"${heading}" has no description`)
  return {
    title: heading.slice(chapterHeading.length),
    description: onOneLine(quoted.replace(/^> /gm, '')),
    paragraphs: spoken.map((paragraph) => onOneLine(paragraph).split(/(?<=[.!?]) /)),
  }
}

/** @param {string} text */
function onOneLine(text) {
  return text.trim().replace(/\s+/g, ' ')
}

/**
 * @param {string} reason
 * @returns {never}
 */
function fail(reason) {
  throw new Error(`Script: ${reason}.`)
}
