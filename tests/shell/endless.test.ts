import { describe, expect, it } from 'vitest'
import type { Told } from './told.ts'
import { told } from './told.ts'

const reports = (text: string): Told[] => told(text).filter(({ flaw }) => flaw === 'never-ends')
const endless = (texts: readonly string[]): string[] => texts.filter(text => reports(text).length === 1)

/** What runs until it is stopped, and its next relatives that end. */
const table: Readonly<Record<string, { runs: string[]; ends: string[] }>> = {
  'loops without an end': {
    runs: [
      'while true; do npm test; sleep 5; done',
      'while :; do curl -sf localhost:8080; done',
      'while [ 1 ]; do npm test; done',
      'while ((1)); do npm test; done',
      'until false; do npm test; done',
      'for ((;;)); do npm test; done',
      'cd web && while true; do npm test; done',
      'for f in a b; do while true; do npm test; done; done'
    ],
    ends: [
      'while true; do curl -sf localhost:8080 && break; sleep 1; done',
      'while true; do npm test || exit 1; done',
      'while read -r f; do test -f "$f"; done < list.txt',
      'while ((n < 3)); do npm test; done',
      'until curl -sf localhost:8080; do sleep 1; done',
      'until true; do npm test; done',
      'for ((i = 0; i < 3; i++)); do npm test; done',
      'while true; do echo y; done | head -3',
      'while true; do date; sleep 1; done & npm test'
    ]
  },
  'watchers and servers of other ecosystems': {
    runs: [
      'mix test.watch',
      'ng test',
      'php artisan queue:work',
      'php artisan horizon',
      'redis-server',
      'mongod --dbpath data',
      'bin/rails server',
      'lein ring server',
      'caddy run',
      'ginkgo watch ./...',
      'elm reactor',
      'turbo dev',
      'nx serve web',
      'playwright codegen',
      'npx vitest watch',
      'vitest dev',
      'pytest --looponfail',
      'find src | entr make test',
      'sleep infinity'
    ],
    ends: [
      'mix test',
      'ng test --no-watch',
      'ng build',
      'php artisan migrate',
      'php artisan queue:work --stop-when-empty',
      'redis-server --version',
      'redis-server --daemonize yes',
      'mongod --fork --dbpath data',
      'bin/rails test',
      'lein test',
      'caddy validate',
      'ginkgo ./...',
      'elm make',
      'turbo run build',
      'nx test web',
      'playwright test',
      'vitest run',
      'npx vitest',
      'pytest -x',
      'sleep 5'
    ]
  },
  'a package script': {
    runs: [
      'npm start',
      'npm run dev',
      'npm run-script dev',
      'npm run serve',
      'npm run watch',
      'npm run preview',
      'npm run storybook',
      'pnpm dev',
      'yarn watch',
      'bun run --hot serve',
      'npm run dev:watch',
      'npm run build:watch',
      ...'dev watch server web client api frontend backend'.split(' ').map(side => `npm run start:${side}`),
      'npm run watch:web',
      'npm run preview:web',
      'npm run storybook:web',
      'npm run serve:web',
      'npm run dev:web'
    ],
    ends: [
      'npm run build',
      'npm run',
      'npm',
      'npm run dev:once',
      'npm run lint:server',
      'npm run watch:once',
      'pnpm dev eval',
      'npm run dev -- --port 3',
      'npm run xrun dev',
      'npm runner dev',
      'npm run build:watchers',
      'npm prune dev'
    ]
  },
  'a package script elsewhere': {
    runs: [
      'npm --prefix web start',
      'npm -C web start',
      'yarn --cwd web dev',
      'pnpm --dir web dev',
      'npm -w web start',
      'npm --workspace web start',
      'pnpm -F web dev',
      'pnpm --filter web dev'
    ],
    ends: [
      'pnpm --filter web build',
      'pnpm --filter dev build',
      'npm --quiet web start',
      'npm x--dir web start',
      'npm --directory web start'
    ]
  },
  watching: {
    runs: [
      'jest --watch',
      'jest --watchAll',
      'jest --watch-all',
      'jest --watch=true',
      'npm test -- --watchAll',
      'npm test -- --watch-all=true',
      'pnpm test -- --watch',
      'yarn test -- --watch',
      'bun test -- --watch',
      'vitest --watch -- x',
      'tsc --watch',
      'tsc -w',
      'tsx watch a.ts',
      'nodemon a.js',
      'watch ls',
      'cargo watch',
      'ts-node-dev a.ts',
      'air'
    ],
    ends: [
      'jest --watch=false',
      'jest --watch false',
      'jest -- --watch',
      'xnpm -- --watch',
      'npmx -- --watch',
      'jest --watchman',
      'jest a--watch',
      'glab ci --watch',
      'gh pr checks --watch',
      'git log --watch',
      'rg --watch',
      'test --watch',
      '[ --watch ]',
      'tsc',
      'tsx a.ts',
      'nodemon',
      'watch',
      'cargo test',
      'air -v x'
    ]
  },
  'a log that is followed': {
    runs: [
      'tail -f x',
      'tail -F x',
      'tail -fn 5 x',
      'tail --follow x',
      'tail --follow=true x',
      'journalctl -f',
      'docker logs -f x',
      'podman logs -f x',
      'kubectl logs -f x',
      'kubectl logs --follow=true x',
      'docker-compose logs -f',
      'docker compose logs --follow',
      'wrangler tail'
    ],
    ends: [
      'tail x',
      'tail -n 5 x',
      'tail a-f',
      'tail --file x',
      'journalctl -u x',
      'docker logs x',
      'docker run -f x',
      'podman run -f x',
      'kubectl logs x',
      'docker compose -f a.yml logs',
      'docker compose -f a.yml logs web',
      'kubectl apply -f a.yml',
      'tail -n --f x'
    ]
  },
  'a server of a framework': {
    runs: [
      'vite',
      'vite dev',
      'vite develop',
      'vite preview',
      'vite serve',
      'vite --host',
      'vite --port 3',
      'vite --open',
      'next dev',
      'next start',
      'nuxt dev',
      'nuxi preview',
      'astro dev',
      'remix dev',
      'gatsby develop',
      'ng serve',
      'rails s',
      'rails server',
      'flask run',
      'flask --app x run',
      'fastapi dev a.py',
      'hugo serve',
      'hugo server',
      'jekyll s',
      'jekyll start',
      'jekyll preview',
      'jekyll dev',
      'mkdocs serve',
      'storybook dev',
      'wrangler dev',
      'firebase serve',
      'firebase emulators:start',
      'streamlit run a.py',
      'jupyter lab',
      'jupyter notebook',
      'mix phx.server',
      'trunk serve',
      'ngrok http 3'
    ],
    ends: [
      'vite build',
      'vite optimize --host',
      'vite build --port 3',
      'vite deploy',
      'vite redev',
      'vite x--host',
      'next lint',
      'astro sync',
      'astro dev stop',
      'astro dev build',
      'astro dev status',
      'gatsby build',
      'ng build',
      'rails test',
      'flask db upgrade',
      'fastapi run',
      'hugo',
      'hugo new x',
      'hugo servers',
      'hugo xserve',
      'jekyll build',
      'mkdocs build',
      'storybook build',
      'wrangler deploy',
      'firebase deploy',
      'streamlit hello',
      'jupyter nbconvert x',
      'jupyter labs',
      'jupyter xlab',
      'mix test',
      'trunk build',
      'ngrok',
      'astro devs',
      'http GET a',
      'constructor',
      'toString'
    ]
  },
  'a server of a language': {
    runs: [
      'uvicorn app.main:app',
      'gunicorn app:create',
      'hypercorn a/b-c:app',
      'python -m http.server',
      'python manage.py runserver',
      'python3 web/manage.py runserver',
      'manage.py runserver',
      './manage.py runserver',
      'php -S localhost:3',
      'php artisan serve',
      'http-server',
      'http-server dist',
      'live-server'
    ],
    ends: [
      'uvicorn x',
      'uvicorn --host=[::1]:8',
      'uvicorn a:',
      'python manage.py migrate',
      'python a_manage.py runserver',
      'python manage.pyx runserver',
      'python x.py runserver',
      'manage.py check',
      './manage.py check',
      'php artisan test',
      'php x serve',
      'php x.php'
    ]
  },
  containers: {
    runs: [
      'docker compose up',
      'docker-compose up',
      'podman compose up',
      ...'-f --file -p --profile --project-name --env-file --project-directory'
        .split(' ')
        .map(option => `docker compose ${option} x up`),
      'docker compose up --build',
      'kubectl port-forward a 1:2',
      'kubectl proxy',
      'kubectl get pods -w'
    ],
    ends: [
      ...'-d --detach --wait --abort-on-container-exit --abort-on-container-failure --exit-code-from=a --no-start -Vd'
        .split(' ')
        .map(option => `docker compose up ${option}`),
      'docker compose up --exit-code-from a',
      'docker compose --quiet x up',
      'docker compose ps',
      'docker up',
      'podman compose down',
      'podman up',
      'kubectl get pods',
      'kubectl delete -f a -w'
    ]
  },
  questions: {
    runs: ['vite --host --helpless', 'npm run dev --verbose', 'npm run dev --x--help', 'npm run dev -hh'],
    ends: '--help -h --version -V --check --dry-run --once --list --exit --smoke --test --build-only --run-once --print --print-config'
      .split(' ')
      .map(option => `vite --host ${option}`)
  },
  'a pipe': {
    runs: [
      'tail -f x | grep y',
      'tail -f x | grep y | sort',
      'tail -f x | headless',
      'tail -f x | ahead',
      'tail -f x | grep -quiet',
      'tail -f x | grep a-q',
      'tail -f x | grep -mx',
      'tail -f x | grep a-m1'
    ],
    ends: [
      'tail -f x | head',
      'tail -f x | head -3 | sort',
      'tail -f x | timeout 3 cat | head',
      'tail -f x | grep -q y',
      'tail -f x | grep -m1 y',
      'tail -f x | grep -m12 y',
      'tail -f x | grep -m 1 y',
      'tail -f x | grep --max-count=1 y',
      'tail -f x | grep --max-count 1 y',
      'ls | tail -f x',
      'npm run build | cat'
    ]
  },
  'time and a hand': {
    runs: [
      'npm run dev # unstoppable',
      'npm run dev # skills',
      'sudo npm run dev',
      'npm run dev',
      'ls\nnpm run dev',
      'ls && npm run dev'
    ],
    ends: [
      'timeout 5 npm run dev',
      'gtimeout 5 npm run dev',
      'npm run dev # Ctrl-C ends it',
      'npm run dev # ^C when done',
      'npm run dev # then kill it',
      'npm run dev # stop it',
      'npm run dev # in a second terminal',
      'npm run dev &',
      'if a; then npm run dev; fi',
      ''
    ]
  }
}

describe('commands that never end', () => {
  it.each(Object.entries(table))('tells %s that runs on from one that ends', (_, { runs, ends }) => {
    expect(endless(runs)).toEqual(runs)
    expect(endless(ends)).toEqual([])
  })

  it('quotes a short command whole, of a long one what tells', () => {
    expect(reports('ls\nnpm  start')).toEqual([
      {
        flaw: 'never-ends',
        start: 3,
        end: 13,
        detail: '`npm  start` runs until it is stopped',
        help: 'Run it once, or start it with `&`, check it and stop it'
      }
    ])
    const long = 'npm start --loglevel=error --silent --prefix apps/x'
    expect(reports(long)[0]?.detail).toBe('`npm start --loglevel=error` runs until it is stopped')
    expect(reports(long.slice(0, -1).replace('error', 'warns'))[0]?.detail).toContain(' apps/')
  })
})
