// Loaded before a build (`node --import`): a machine with another number of cores, whose file system lists folders in
// another order. In plain JavaScript: it runs before anything that could read TypeScript.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';

const CORES = 5;

os.availableParallelism = () => CORES;
os.cpus = () => Array.from({ length: CORES }, () => ({ model: 'another', speed: 1, times: {} }));

const backwards = (listed) => (Array.isArray(listed) ? listed.reverse() : listed);

const { readdir, readdirSync } = fs;
const { readdir: promised } = fs.promises;
fs.readdirSync = (...of) => backwards(readdirSync(...of));
fs.promises.readdir = async (...of) => backwards(await promised(...of));
fs.readdir = (...of) => {
  const done = of.pop();
  readdir(...of, (error, listed) => done(error, backwards(listed)));
};
syncBuiltinESMExports();
