// Fails the build when the script that the first page needs grows beyond what a phone loads quickly.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET = 300 * 1024;
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));
const seen = new Set();

function collect(key) {
  if (seen.has(key)) return;
  seen.add(key);
  manifest[key].imports?.forEach(collect);
}

collect('index.html');
// What is entered first.
collect('src/start/StartPage.tsx');

const sizes = [...seen].map((key) => manifest[key].file).filter((file) => file.endsWith('.js'))
  .map((file) => ({ file, size: gzipSync(readFileSync(`dist/${file}`)).length }))
  .sort((a, b) => b.size - a.size);
const total = sizes.reduce((sum, { size }) => sum + size, 0);
const kib = (bytes) => `${(bytes / 1024).toFixed(1)} KiB`;
console.log(`First page: ${kib(total)} of compressed script, at most ${kib(BUDGET)}`);
if (total > BUDGET) {
  sizes.forEach(({ file, size }) => console.error(`  ${kib(size)}  ${file}`));
  process.exit(1);
}
