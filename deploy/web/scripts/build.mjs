// What Maven runs: installs the locked packages unless they are there already, builds the page unless nothing changed;
// with `test`, tests it unless the same has passed before.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'));

const INSTALLED = 'node_modules/.installed';
const BUILT = 'dist/.vite/built';
const PASSED = 'node_modules/.passed';
const SOURCES = ['src', 'public', 'scripts', 'index.html', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];
const COMPRESSED = /\.(js|css|svg|html|json)$/;

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) {
  console.error(`The page is built with Node.js 20.19 or newer; this is ${process.version}.`);
  process.exit(1);
}

const lock = digest(['package.json', 'package-lock.json']);
if (read(INSTALLED) !== lock) {
  run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts']);
  writeFileSync(INSTALLED, lock);
}

const sources = digest(SOURCES.flatMap(filesOf));
if (process.argv[2] === 'test') {
  if (read(PASSED) !== sources) {
    run('npm', ['test', '--silent']);
    writeFileSync(PASSED, sources);
  }
} else if (read(BUILT) !== sources) {
  run('npm', ['run', '--silent', 'build']);
  filesOf('dist').filter((file) => COMPRESSED.test(file)).forEach(compress);
  writeFileSync(BUILT, sources);
}

function compress(file) {
  const content = readFileSync(file);
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
}

function run(command, parameters) {
  const { status, error } = spawnSync(command, parameters, { stdio: 'inherit' });
  if (status !== 0) {
    console.error(error ? `${command}: ${error.message}` : `${command} ${parameters.join(' ')} failed`);
    process.exit(status || 1);
  }
}

function digest(files) {
  const hash = createHash('sha256');
  files.forEach((file) => hash.update(file).update('\0').update(readFileSync(file)));
  return hash.digest('hex');
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function filesOf(path) {
  return statSync(path).isDirectory() ? readdirSync(path).sort().flatMap((name) => filesOf(join(path, name))) : [path];
}
