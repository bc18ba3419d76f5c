import x, { a as b, default as c } from './m.js';
import * as ns from "n";
import y, * as all from "n2";
import './side.js';
const {
  d,
  e: f,
  ...rest
} = require('./cjs');
const g = require("./g"), h = require('./h').deep;
let late;
late = require('./late');
this.kept = require('./kept');
require('dotenv').config();
require('./bare');
const app = require('express')();
require('./routes')(app);
const { i } = await import('./i.js');
const j = await import(`./j.js`);
const k = (await import('./k.js')).default;
import('./l.js').then((m) => m.go());
const n = createRequire(import.meta.url)('./n.cjs');
require.resolve('./no');
require(name); import(name); require(`./${name}`);
// import z from './comment';
/** @type {import('./jsdoc')} */
const text = "import q from './text'", regex = /require('x')/;
