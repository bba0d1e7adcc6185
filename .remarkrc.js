// The project's own plans are judged by its own preset, from dist/: `npm run build` first.
import planlint from './dist/index.js'

export default {
  plugins: [
    [
      planlint,
      {
        overrides: [
          // Prose about plans is no plan.
          { files: '**/*.md', profile: false },
          { files: ['examples/*-plan.md', 'docs/plans/*.md'], profile: 'design-plan' }
        ]
      }
    ]
  ]
}
