import { expect, test } from 'vitest'
import { readArguments } from '../../../../electron/stenobird/check/arguments.ts'

test.each([
  [[]],
  [['a', 'b']],
  [['a/b/c']],
  [['https://elsewhere.example/podcast/a/b']],
  [['--base', 'ftp://x', 'a']],
  [['--bogus']],
  [['--file']],
  [['--file', '']],
  [['--file', 'x', 'a/b']],
  [['--file', 'x', '--send']],
  [['--file', 'x', '--podcast', '..']],
  [['a/b', '--audio', 'https://example.org/a.mp3']],
  [['a/b', '--send', '--audio', 'a.mp3']],
  [['a/b', '--podcast', 'a']],
])('what makes no sense is told in a sentence: %j', (args) => {
  const task = readArguments(args, {})
  expect(task).toMatchObject({ ok: false, problem: { message: expect.stringMatching(/.{20,}/) } })
})

test('the base is the one that is given, else that of the environment, else Stenobird', () => {
  const environment = { EARMARK_API_BASE_URL: 'http://127.0.0.1:4010/' }
  const baseOf = (args: string[], variables: Record<string, string>) => {
    const task = readArguments(args, variables)
    return task.ok && task.value.kind !== 'help' ? task.value.base : null
  }
  expect(baseOf(['--base', 'https://other.example/api/?x#y', 'a'], environment)).toBe(
    'https://other.example/api',
  )
  expect(baseOf(['a/b'], environment)).toBe('http://127.0.0.1:4010')
  expect(baseOf(['--file', '-'], {})).toBe('https://stenobird.com')
})

test('an address of the service names the same as its slugs', () => {
  const named = ['show/one', 'https://stenobird.com/podcast/show/one.md', 'stenobird.com/podcast/show/one']
  for (const text of named) {
    expect(readArguments([text], {})).toMatchObject({
      value: {
        kind: 'service',
        address: { kind: 'episode', podcastSlug: 'show', episodeSlug: 'one' },
        send: false,
      },
    })
  }
})
