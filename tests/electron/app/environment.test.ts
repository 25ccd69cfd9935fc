import { expect, it } from 'vitest'
import { readEnvironment } from '../../../electron/app/environment.ts'

it('takes nothing from an empty environment', () => {
  expect(readEnvironment({}, false)).toEqual({
    environment: {
      apiBaseUrl: null,
      allowLocalAddresses: false,
      readwiseBaseUrl: 'https://readwise.io',
    },
    complaints: [],
  })
})

it('reads what INTERFACE.md lists', () => {
  const { environment } = readEnvironment(
    {
      EARMARK_API_BASE_URL: 'http://127.0.0.1:8080/',
      EARMARK_ALLOW_LOCAL_ADDRESSES: '1',
    },
    false,
  )
  expect(environment).toEqual({
    apiBaseUrl: 'http://127.0.0.1:8080',
    readwiseBaseUrl: 'https://readwise.io',
    allowLocalAddresses: true,
  })
})

it('never reaches local addresses from a packaged app', () => {
  expect(readEnvironment({ EARMARK_ALLOW_LOCAL_ADDRESSES: '1' }, true).environment.allowLocalAddresses).toBe(
    false,
  )
})

it('names a base address that is none, and does without it', () => {
  const { environment, complaints } = readEnvironment({ EARMARK_API_BASE_URL: 'stenobird' }, false)
  expect(environment.apiBaseUrl).toBeNull()
  expect(complaints).toHaveLength(1)
})

it('takes another Readwise, where a token is sent, only while it is developed', () => {
  const variables = { EARMARK_READWISE_BASE_URL: 'http://127.0.0.1:8080/' }
  expect(readEnvironment(variables, false).environment.readwiseBaseUrl).toBe('http://127.0.0.1:8080')
  expect(readEnvironment(variables, true).environment.readwiseBaseUrl).toBe('https://readwise.io')
})
