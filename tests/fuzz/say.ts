/** Writes what planlint finds in some plans, in every format, by every profile: for a process with another locale or time zone. Argument: `backwards` for the other order. */
import { formatNames, formats } from '../../src/report/index.ts'
import { lintText } from '../../src/lint/linter.ts'
import { builtinProfiles } from '../../src/profiles/builtin.ts'
import { plain, run } from '../report/sample.ts'
import { ownPlans } from './texts.ts'

const texts = ownPlans.filter((_, index) => index % 9 === 0).map((text, index) => ({ text, path: `${index}-plan.md` }))
if (process.argv[2] === 'backwards') texts.reverse()
const reports = texts.flatMap(({ text, path }) =>
  [undefined, ...builtinProfiles.map(profile => profile.name)].map(forced =>
    lintText(text, { path: `${forced ?? ''}${path}`, now: 1.7e12, ...(forced === undefined ? {} : { forced }) })
  )
)
reports.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
for (const name of formatNames) process.stdout.write((await formats[name]()).render(run(reports), plain))
