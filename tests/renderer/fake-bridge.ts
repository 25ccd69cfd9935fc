import { vi } from 'vitest'
import type { CallInput, CallName, CallValue, EventName, Events } from '../../shared/ipc/contract.ts'
import { failure, type Result } from '../../shared/result.ts'

type Answers = {
  [Name in CallName]?: (input: CallInput<Name>) => Promise<Result<CallValue<Name>>> | Result<CallValue<Name>>
}

export type FakeBridge = {
  /** Can be changed while a test runs. */
  answers: Answers
  inputsOf: <Name extends CallName>(name: Name) => CallInput<Name>[]
  emit: <Name extends EventName>(name: Name, payload: Events[Name]) => void
  listeners: () => number
  /** Ids of the calls that were taken back. */
  cancelled: () => readonly string[]
}

/** Stands in for the main process: what `electron/preload.ts` exposes, and nothing above it. */
export function fakeBridge(answers: Answers): FakeBridge {
  const calls: { name: string; input: unknown }[] = []
  const cancelled: string[] = []
  const hearers = new Set<(name: string, payload: unknown) => void>()
  const bridge: FakeBridge = {
    answers,
    inputsOf: <Name extends CallName>(wanted: Name) =>
      calls.filter(({ name }) => name === wanted).map(({ input }) => input as CallInput<Name>),
    emit: (name, payload) => {
      for (const hear of hearers) hear(name, payload)
    },
    listeners: () => hearers.size,
    cancelled: () => cancelled,
  }
  vi.stubGlobal('earmark', {
    call: async (name: CallName, input: unknown) => {
      calls.push({ name, input })
      const answer = bridge.answers[name] as ((given: unknown) => unknown) | undefined
      return answer?.(input) ?? failure('internal', `the test does not answer ${name}`)
    },
    cancel: (id: string) => {
      cancelled.push(id)
    },
    listen: (hear: (name: string, payload: unknown) => void) => {
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
  })
  return bridge
}
