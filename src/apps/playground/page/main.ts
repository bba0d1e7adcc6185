/** The playground: editor, findings, profile, samples, links. All work on the text is the worker's. */
import { applyEdits } from '../../../fix/edits.ts'
import { fromFragment, toFragment } from '../link.ts'
import type { Known, PlaygroundResult } from '../lint-plan.ts'
import { coloursButton } from '../../page/colours.ts'
import { byId, el } from '../../page/dom.ts'
import { createEditor } from './editor.ts'
import { showFindings } from './findings.ts'
import { createLintClient } from './lint-client.ts'

/** Whole plans to look at, put in by the build. */
declare const SAMPLES: { name: string; text: string }[]

const pause = 200
const profile = byId<HTMLSelectElement>('profile')
const samples = byId<HTMLSelectElement>('samples')
const state = byId('state')
const note = byId('note')
const starts = new Map(SAMPLES.map(sample => [sample.name, sample.text]))
let timer = 0

const editor = createEditor(() => {
  clearTimeout(timer)
  timer = window.setTimeout(ask, pause)
})
const lint = createLintClient({ profiles: offer, result: show, gaveUp })

byId('colours').append(coloursButton())
profile.addEventListener('input', ask)
samples.addEventListener('input', () => {
  const text = starts.get(samples.value)
  if (text !== undefined) editor.load(text)
  samples.value = ''
})
byId('share').addEventListener('click', () => void share())
addEventListener('hashchange', () => void open())
for (const { name } of SAMPLES) samples.append(el('option', { value: name }, name))
void open().then(isOpen => {
  if (!isOpen) editor.load(SAMPLES[0]!.text)
})

function ask(): void {
  lint.lint(editor.text(), profile.value)
}

function offer(known: Known[]): void {
  const wanted = profile.value
  profile.append(
    ...known.filter(({ name }) => name !== wanted).map(({ name, title }) => el('option', { value: name, title }, name))
  )
  const group = el('optgroup', { label: 'Empty plans' })
  for (const { name, skeleton } of known) {
    starts.set(`empty ${name}`, skeleton)
    group.append(el('option', { value: `empty ${name}` }, name))
  }
  samples.append(group)
}

function show(
  text: string,
  { findings, fatalErrors, profile: name, profileScore }: PlaygroundResult,
  milliseconds: number
): void {
  if (text !== editor.text()) return
  editor.mark(findings)
  showFindings(findings, fatalErrors, {
    jump: editor.show,
    fix: ({ edits }) => {
      if (editor.text() === text) editor.change(applyEdits(text, edits).text)
    }
  })
  const errors = findings.filter(finding => finding.severity === 'error').length
  const words =
    findings.length === 0
      ? fatalErrors.length > 0
        ? 'Not judged'
        : 'No problems'
      : [count(errors, 'error'), count(findings.length - errors, 'warning')].filter(part => part !== '').join(', ')
  say(
    `${words} · ${name === null ? 'no profile' : `${name}${profile.value === '' ? ` (recognised, ${Math.round(profileScore * 100)} %)` : ''}`} · ${Math.round(milliseconds)} ms`,
    errors + fatalErrors.length > 0 ? 'bad' : 'good'
  )
}

function count(value: number, noun: string): string {
  return value === 0 ? '' : `${value} ${noun}${value === 1 ? '' : 's'}`
}

function gaveUp(): void {
  editor.mark([])
  showFindings(
    [],
    [
      {
        code: 'timeout',
        message: 'This text took too long, so it was given up: shorten it, or use planlint on the command line'
      }
    ],
    { jump: editor.show, fix: () => undefined }
  )
  say('Not judged', 'bad')
}

function say(words: string, kind: string): void {
  state.textContent = words
  state.className = kind
}

async function open(): Promise<boolean> {
  if (location.hash === '') return false
  const shared = await fromFragment(location.hash)
  if (!shared) {
    note.textContent = 'This link is broken: its plan could not be read'
    return false
  }
  if (shared.profile !== '' && ![...profile.options].some(option => option.value === shared.profile))
    profile.append(el('option', { value: shared.profile }, shared.profile))
  profile.value = shared.profile
  editor.load(shared.text)
  return true
}

async function share(): Promise<void> {
  const fragment = await toFragment({ text: editor.text(), profile: profile.value })
  history.replaceState(undefined, '', `#${fragment}`)
  try {
    await navigator.clipboard.writeText(location.href)
    note.textContent = 'Link copied: the plan is in the link itself and was sent nowhere'
  } catch {
    note.textContent = 'The link is in the address bar: the plan is in the link itself and was sent nowhere'
  }
}
