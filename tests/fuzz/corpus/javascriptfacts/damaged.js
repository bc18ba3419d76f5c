#!/usr/bin/env node
import a from './a';
<<<<<<< HEAD
first('ours');
=======
first('theirs');
>>>>>>> branch
function ok() { second(); }
const broken = { a: 1,, b: };
third('x');
class Cut { m() { fourth(
