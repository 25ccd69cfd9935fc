import { expect, it, vi } from 'vitest'
import { createMoveHome } from '../../../electron/app/choose-home-folder.ts'
import type { HomeStanding } from '../../../shared/kept/home.ts'
import { success } from '../../../shared/result.ts'

const standing: HomeStanding = {
  homeId: null,
  folder: '/elsewhere',
  isDefault: false,
  lastNumber: 0,
  bytes: 0,
  lastWrittenAt: null,
  lastSnapshotAt: null,
  snapshots: 0,
  trouble: null,
  lastCheck: null,
}

function arranged(chosen: { canceled: boolean; filePaths: string[] }) {
  const move = vi.fn(async (_folder: string) => success(standing))
  const dialog = { showOpenDialog: async () => chosen }
  return { move, moveHome: createMoveHome({ dialog, window: () => null, home: { move } }) }
}

const { signal } = new AbortController()

it('moves the second home to the folder that the person chose', async () => {
  const { move, moveHome } = arranged({ canceled: false, filePaths: ['/elsewhere'] })
  expect(await moveHome(null, signal)).toEqual(success(standing))
  expect(move).toHaveBeenCalledWith('/elsewhere')
})

it('moves nothing when the dialog was closed', async () => {
  const { move, moveHome } = arranged({ canceled: true, filePaths: [] })
  expect(await moveHome(null, signal)).toEqual(success(null))
  expect(move).not.toHaveBeenCalled()
})
