import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { wavBytes, wavLength } from '../../server/audio/wav.ts'

const run = promisify(execFile)

export type MadeAudio = { name: string; path: string }

/** Where the encoders come from, for whoever lacks them. */
export const encodersMissing =
  'The recordings are made with ffmpeg and lame, and one of them is not on this machine (Debian: apt-get install ffmpeg lame).'

/**
 * A recording that tells the time by its sound, in five formats. Over the stand-in's tones lies noise above them that comes
 * and goes, so that a bit rate that may vary does so strongly.
 */
export async function madeRecordings(folder: string, seconds: number): Promise<MadeAudio[]> {
  const [tones, mixed] = [join(folder, 'tones.wav'), join(folder, 'mixed.wav')]
  await writeFile(tones, Buffer.concat([...wavBytes(seconds, { first: 0, last: wavLength(seconds) - 1 })]))
  const noise = [
    `anoisesrc=d=${seconds}:a=0.4:seed=3:r=44100`,
    'highpass=f=5000,highpass=f=5000',
    "volume='if(lt(mod(t*7.3,61),25),1,0)':eval=frame",
  ].join(',')
  const mix = '[0]aresample=44100,volume=1.5[a];[a][1]amix=inputs=2:normalize=0:duration=first'
  await ffmpeg('-i', tones, '-f', 'lavfi', '-i', noise, '-filter_complex', mix, '-ac', '1', mixed)
  const at = (name: string): string => join(folder, name)
  await lame('--cbr', '-b', '64', mixed, at('constant.mp3'))
  await lame('-V', '6', mixed, at('varying.mp3'))
  // Without the frame that says how it varies.
  await lame('-V', '6', '-t', mixed, at('varying-untold.mp3'))
  await ffmpeg('-i', mixed, '-c:a', 'aac', '-b:a', '64k', at('aac.m4a'))
  await ffmpeg('-i', mixed, '-c:a', 'libopus', '-b:a', '48k', at('opus.ogg'))
  return ['constant.mp3', 'varying.mp3', 'varying-untold.mp3', 'aac.m4a', 'opus.ogg'].map((name) => ({
    name,
    path: at(name),
  }))
}

function lame(...options: string[]): Promise<unknown> {
  return run('lame', ['--quiet', '-m', 'm', ...options])
}

function ffmpeg(...options: string[]): Promise<unknown> {
  return run('ffmpeg', ['-v', 'error', '-y', ...options])
}
