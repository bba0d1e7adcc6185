import type { Rule } from '../lint/rule.ts'
import { homepage } from '../lint/rule.ts'
import { limitNames } from '../options.ts'
import { severityWords } from '../options/settings.ts'
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

const off: Schema = { enum: [false, null] }

/** The JSON schema of a configuration: remark's, in which planlint's options stand behind its name. */
export function renderConfigSchema(rules: readonly Rule[], profiles: readonly string[]): string {
  const profile = { ...text, examples: profiles }
  const single = Object.fromEntries(rules.map(({ id }) => [`planlint/rules/${id}`, { anyOf: [ref('setting'), off] }]))
  const plugin = { anyOf: [ref('options'), { const: true }, off] }
  const schema = {
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
      plugin: pluginSchema(plugin, Object.keys(single)),
      options: { type: 'object', properties: optionSchemas(profile), additionalProperties: false },
      override: {
        type: 'object',
        properties: overrideSchemas(profile),
        required: ['files'],
        additionalProperties: false
      },
      rules: rulesSchema(rules),
      ...severitySchemas
    }
  }
  return `${JSON.stringify(schema, undefined, 2)}\n`
}

/** An entry of a list of plugins: other people's, too. */
function pluginSchema(planlint: Schema, single: readonly string[]): Schema {
  return {
    anyOf: [
      text,
      { type: 'object' },
      tuple({ const: 'planlint' }, planlint),
      tuple({ enum: single }, { anyOf: [ref('setting'), off] }),
      tuple({ ...text, not: { pattern: '^planlint(?:$|/)' } }, {})
    ]
  }
}

function optionSchemas(profile: Schema): Record<keyof PlanlintOptions, Schema> {
  return {
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
}

function overrideSchemas(profile: Schema): Record<keyof Override, Schema> {
  return {
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
}

function rulesSchema(rules: readonly Rule[]): Schema {
  return {
    type: 'object',
    properties: Object.fromEntries(
      rules.map(({ id, summary }) => [id, { allOf: [ref('setting')], description: summary }])
    ),
    additionalProperties: false
  }
}

const severitySchemas: Record<string, Schema> = {
  setting: {
    anyOf: [
      ref('severity'),
      { type: 'array', items: [ref('severity'), { type: 'object', maxProperties: 0 }], minItems: 1, maxItems: 2 }
    ]
  },
  severity: { enum: severityWords, description: "true: the rule's own, or the profile's." }
}
