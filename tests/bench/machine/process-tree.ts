import { readdirSync, readFileSync } from 'node:fs'

/** Of Linux, where it is the same on every machine that Electron runs on. */
const ticksPerSecond = 100

type Process = { pid: number; parent: number; cpuSeconds: number }

/** CPU time of a process and all its descendants that are alive, in seconds. Linux only. */
export function cpuSeconds(root: number): number {
  return treeOf(root).reduce((sum, process) => sum + process.cpuSeconds, 0)
}

/** Memory of the same by its proportional share (PSS), in MB. Linux only. */
export function memoryMegabytes(root: number): number {
  return treeOf(root).reduce((sum, { pid }) => sum + proportionalKilobytes(pid), 0) / 1024
}

function treeOf(root: number): Process[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)) ?? [])
  const tree = all.filter(({ pid }) => pid === root)
  for (const { pid } of tree) tree.push(...all.filter(({ parent }) => parent === pid))
  return tree
}

/** `null` for one that has ended meanwhile. */
function readProcess(pid: number): Process | null {
  const stat = read(`/proc/${pid}/stat`)
  // The program's name stands in brackets and can hold anything, also brackets. See proc_pid_stat(5).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields.length < 13) return null
  return {
    pid,
    parent: Number(fields[1]),
    cpuSeconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond,
  }
}

function proportionalKilobytes(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0)
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
