'use strict';

// What the fields of requests must be like.

const genres = ['fiction', 'poetry', 'science', 'history', 'other'];
const dayLength = 24 * 60 * 60 * 1000;

const isText = (value) => typeof value === 'string' && value.trim() !== '' && value.trim().length <= 200;
const isYear = (value) => value === null || (Number.isInteger(value) && value >= 1000 && value <= 2100);
const isGenre = (value) => genres.includes(value);
const isEmail = (value) => typeof value === 'string' && /^[^@\s]+@[^@\s]+$/.test(value);

/** The day a text means, in milliseconds; NaN where it means none. */
function dayOf(value) {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return NaN;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && dayText(time) === value ? time : NaN;
}

const dayText = (time) => new Date(time).toISOString().slice(0, 10);

/** A whole number between bounds; undefined where the text is none. */
function wholeNumber(text, least, most = Number.MAX_SAFE_INTEGER) {
  const value = /^\d{1,16}$/.test(text) ? Number(text) : -1;
  return value >= least && value <= most ? value : undefined;
}

const truth = (text) => ({ true: true, false: false })[text];

module.exports = { dayLength, dayOf, dayText, genres, isEmail, isGenre, isText, isYear, truth, wholeNumber };
