'use strict';

const Refusal = require('../refusal');
const comments = require('../repositories/comments');
const { find } = require('./articles');
const { required } = require('./fields');
const { profile } = require('./users');

const show = ({ id, body, createdAt, updatedAt, author }, viewer) => (
  { id, body, createdAt, updatedAt, author: profile(author, viewer) });

async function list(slug, viewer) {
  const found = await comments.of(await find(slug));
  return found.map((comment) => show(comment, viewer));
}

async function write(slug, wishes, viewer) {
  const article = await find(slug);
  return show(await comments.add(article, viewer, required(wishes, 'body')), viewer);
}

async function remove(slug, id, viewer) {
  const article = await find(slug);
  const comment = Number.isInteger(id) ? await comments.find(article, id) : null;
  if (!comment) throw new Refusal(404, 'comment not found');
  if (comment.authorId !== viewer.id) throw new Refusal(403, 'the comment belongs to somebody else');
  await comments.remove(comment);
}

module.exports = { list, write, remove };
