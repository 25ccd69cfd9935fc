import fc from 'fast-check'

/** Pieces of text that break formats which take no care. */
const pieces = [
  '---',
  '\n---\n',
  '```',
  '~~~\n',
  '# heading\n',
  '- item',
  '1. item',
  '> quote',
  '"',
  "'",
  ': ',
  ' #',
  '[[link]]',
  '[x](y)',
  '[a]: http://example.com\n',
  '<!--',
  '<script>',
  '&amp;',
  '\\',
  '`',
  '|',
  '%%',
  '==',
  '$$',
  '*',
  '_',
  '\0',
  '\r\n',
  '\r',
  '\t',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\ufffe',
  '\u202e',
  '\ud800',
  '\udc00',
  '👩‍🚀',
  'שלום',
  'e\u0301',
  '=1+1',
  '@cell',
  '{"a":1}',
  '!tag',
  '*alias',
  '&anchor',
  '? key',
  'yes',
  '2026-03-04',
  ',',
  ';',
]

/** Each of them on its own and all of them together. */
export const hostileTexts: readonly string[] = [...pieces, pieces.join('x')]

/** Text of any kind, by preference of the worst. */
export const hostileText = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
)
