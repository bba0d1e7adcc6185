/** Plans of one section, and a profile of one's own that demands it. */
import { lintText } from '../../src/lint/linter.ts'
import type { SectionSpec } from '../../src/profiles/schema.ts'

/**
 * The findings on a section of a profile "m".
 *
 * @param lines what stands below its heading, which is line 3
 * @param title of the section
 */
export function inOneSection(
  spec: Partial<SectionSpec>,
  lines: readonly string[],
  title = 'Foo'
): ReturnType<typeof lintText>['findings'] {
  return lintText(`# M\n\n## ${title}\n\n${lines.join('\n')}\n`, {
    options: { profile: 'm' },
    profiles: [{ name: 'm', title: 'M', summary: 'm', sections: [{ id: title.toLowerCase(), title, ...spec }] }]
  }).findings
}
