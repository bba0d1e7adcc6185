import type { Rule } from '../lint/rule.ts'
import { homepage } from '../lint/rule.ts'
import { limitNames, severityWords } from '../options.ts'
import type { Override, PlanlintOptions } from '../options.ts'
import { formatNames } from '../report/index.ts'

type Schema = Record<string, unknown>

const text: Schema = { type: 'string', minLength: 1 }
const ref = (name: string): Schema => ({ $ref: `#/definitions/${name}` })

/** A plugin with its options. */
const tuple = (name: Schema, options: Schema): Schema => ({
  type: 'array',
  items: [name, options],
  minItems: 1,
  maxItems: 2
})

/** The JSON schema of a configuration: remark's, in which planlint's options stand behind its name. */
export function renderConfigSchema(rules: readonly Rule[], profiles: readonly string[]): string {
  const off: Schema = { enum: [false, null] }
  const profile = { ...text, examples: profiles }
  const options: Record<keyof PlanlintOptions, Schema> = {
    profile: { ...profile, description: 'Judge every file by this profile instead of detecting one.' },
    profiles: {
      type: 'array',
      items: { anyOf: [text, { type: 'object' }] },
      description: 'Your own profiles: paths of JSON or YAML files, relative to this file, or the data itself.'
    },
    overrides: {
      type: 'array',
      items: ref('override'),
      description: 'Options for some files; later ones win over earlier ones.'
    },
    rules: { ...ref('rules'), description: 'Severities of rules.' },
    limits: {
      type: 'object',
      properties: Object.fromEntries(limitNames.map(name => [name, { type: 'number', exclusiveMinimum: 0 }])),
      additionalProperties: false,
      description: 'Bounds on what is read and judged.'
    },
    reportUnusedDisableDirectives: {
      type: 'boolean',
      description: 'Tell of <!--lint disable …--> and ignore comments that silence nothing.'
    },
    format: { enum: formatNames, description: 'The format of the report, where the command line names none.' },
    baseline: { ...text, description: 'A baseline, relative to this file: what it lists does not fail the run.' }
  }
  const override: Record<keyof Override, Schema> = {
    files: {
      anyOf: [text, { type: 'array', items: text, minItems: 1 }],
      description: 'Globs, relative to this file.'
    },
    profile: {
      anyOf: [profile, { const: false }],
      description: 'The profile of these files; false: it is detected.'
    },
    rules: ref('rules')
  }
  const single = Object.fromEntries(rules.map(({ id }) => [`planlint/rules/${id}`, { anyOf: [ref('setting'), off] }]))
  const plugin = { anyOf: [ref('options'), { const: true }, off] }
  return `${JSON.stringify(
    {
      $schema: 'http://json-schema.org/draft-07/schema#',
      $id: `${homepage}/schema/config.schema.json`,
      title: 'remark configuration with planlint',
      description: 'Of .remarkrc.json and .remarkrc.yaml; in package.json the same stands in "remarkConfig".',
      type: 'object',
      properties: {
        $schema: { type: 'string' },
        settings: { type: 'object' },
        plugins: {
          anyOf: [
            { type: 'array', items: ref('plugin') },
            { type: 'object', properties: { planlint: plugin, ...single } }
          ]
        }
      },
      additionalProperties: false,
      definitions: {
        plugin: {
          anyOf: [
            text,
            { type: 'object' },
            tuple({ const: 'planlint' }, plugin),
            tuple({ enum: Object.keys(single) }, { anyOf: [ref('setting'), off] }),
            tuple({ ...text, not: { pattern: '^planlint(?:$|/)' } }, {})
          ]
        },
        options: { type: 'object', properties: options, additionalProperties: false },
        override: { type: 'object', properties: override, required: ['files'], additionalProperties: false },
        rules: {
          type: 'object',
          properties: Object.fromEntries(
            rules.map(({ id, summary }) => [id, { allOf: [ref('setting')], description: summary }])
          ),
          additionalProperties: false
        },
        setting: {
          anyOf: [
            ref('severity'),
            { type: 'array', items: [ref('severity'), { type: 'object', maxProperties: 0 }], minItems: 1, maxItems: 2 }
          ]
        },
        severity: { enum: severityWords, description: "true: the rule's own, or the profile's." }
      }
    },
    undefined,
    2
  )}\n`
}
