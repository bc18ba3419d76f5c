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

/** A whole number in a text; `usual` where there is none. */
const whole = (text, least, usual) => Math.min(Math.max(least, Number.parseInt(text, 10) || usual), 2 ** 31);

const isListOfTexts = (value) => Array.isArray(value) && value.every((item) => typeof item === 'string');

module.exports = { required, given, whole, isListOfTexts };
