'use strict';

const Refusal = require('../refusal');

/** A text that has to be there. */
function required(wishes, field) {
  const value = wishes?.[field];
  if (typeof value !== 'string' || value.trim() === '') throw new Refusal(422, `${field} can't be blank`);
  return value;
}

/** Those of the texts that are there at all. */
function given(wishes, ...fields) {
  const named = fields.filter((field) => wishes?.[field] !== undefined);
  return Object.fromEntries(named.map((field) => [field, required(wishes, field)]));
}

module.exports = { required, given };
