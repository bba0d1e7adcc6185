/** A process for the kill test: replaces one file's text again and again, as `--fix` does, until it is killed. */
import { readPlan } from '../../src/cli/files/read.ts'
import { writeAtomically } from '../../src/cli/files/write.ts'

const [file = '', root = ''] = process.argv.slice(2)
process.stdout.write('ready')
for (;;) {
  const read = await readPlan(file)
  if (!read.ok) throw new Error(read.fatal.message)
  const text = (read.text.startsWith('old') ? 'new\n' : 'old\n').repeat(read.text.length / 4)
  const written = await writeAtomically(file, text, read, { root })
  if (!written.ok) throw new Error(written.fatal.message)
}
