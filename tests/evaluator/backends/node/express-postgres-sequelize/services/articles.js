'use strict';

const crypto = require('node:crypto');
const Refusal = require('../refusal');
const articles = require('../repositories/articles');
const { required, given, whole, isListOfTexts } = require('./fields');
const { profile } = require('./users');

const show = ({ slug, title, description, body, tagList, createdAt, updatedAt, fans, author }, viewer) => ({
  slug,
  title,
  description,
  body,
  tagList,
  createdAt,
  updatedAt,
  favorited: fans.some(({ id }) => id === viewer?.id),
  favoritesCount: fans.length,
  author: profile(author, viewer),
});

async function find(slug) {
  const article = await articles.bySlug(slug);
  if (!article) throw new Refusal(404, 'article not found');
  return article;
}

async function findOwn(slug, viewer) {
  const article = await find(slug);
  if (article.authorId !== viewer.id) throw new Refusal(403, 'the article belongs to somebody else');
  return article;
}

async function freeSlug(title) {
  const stem = title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'article';
  return await articles.bySlug(stem) ? `${stem}-${crypto.randomUUID().slice(0, 8)}` : stem;
}

async function page(filter, { limit, offset }, viewer) {
  const { rows, count } = await articles.page({ ...filter, limit: whole(limit, 1, 20), offset: whole(offset, 0, 0) });
  return { articles: rows.map((article) => show(article, viewer)), articlesCount: count };
}

const list = ({ tag, author, favorited, ...range }, viewer) => page({ tag, author, favorited }, range, viewer);
const feed = (range, viewer) => page({ authorIds: viewer.followed.map(({ id }) => id) }, range, viewer);
const single = async (slug, viewer) => show(await find(slug), viewer);

async function write(wishes, viewer) {
  const values = {
    title: required(wishes, 'title'), description: required(wishes, 'description'), body: required(wishes, 'body'),
    tagList: wishes.tagList ?? [], authorId: viewer.id,
  };
  if (!isListOfTexts(values.tagList)) throw new Refusal(422, 'tagList must be a list of texts');
  return show(await articles.add({ ...values, slug: await freeSlug(values.title) }), viewer);
}

async function rewrite(slug, wishes, viewer) {
  const article = await findOwn(slug, viewer);
  const values = given(wishes, 'title', 'description', 'body');
  if (values.title && values.title !== article.title) values.slug = await freeSlug(values.title);
  return show(await articles.save(article, values), viewer);
}

const remove = async (slug, viewer) => articles.remove(await findOwn(slug, viewer));
const favorite = async (slug, viewer) => show(await articles.favorite(await find(slug), viewer), viewer);
const unfavorite = async (slug, viewer) => show(await articles.unfavorite(await find(slug), viewer), viewer);
const tags = () => articles.allTags();

module.exports = { find, list, feed, single, write, rewrite, remove, favorite, unfavorite, tags };
