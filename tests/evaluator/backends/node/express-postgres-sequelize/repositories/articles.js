'use strict';

const { Op } = require('sequelize');
const { Article, User } = require('../models');

const people = ['author', 'fans'];

const bySlug = (slug) => Article.findOne({ where: { slug }, include: people });

async function add(values) {
  const { slug } = await Article.create(values);
  return bySlug(slug);
}

async function save(article, values) {
  await article.update(values);
  return bySlug(article.slug);
}

const remove = (article) => article.destroy();

async function favorite(article, user) {
  await article.addFan(user);
  return bySlug(article.slug);
}

async function unfavorite(article, user) {
  await article.removeFan(user);
  return bySlug(article.slug);
}

async function idsOfFavorites(username) {
  const user = await User.findOne({ where: { username }, include: 'favored' });
  return user?.favored.map(({ id }) => id) ?? [];
}

/** One page of the articles that match, the newest first: { rows, count }. */
async function page({ tag, author, favorited, authorIds, limit, offset }) {
  const where = {};
  if (tag !== undefined) where.tagList = { [Op.contains]: [tag] };
  if (author !== undefined) where['$author.username$'] = author;
  if (favorited !== undefined) where.id = await idsOfFavorites(favorited);
  if (authorIds !== undefined) where.authorId = authorIds;
  const { rows, count } = await Article.findAndCountAll({
    where, include: 'author', order: [['id', 'DESC']], limit, offset,
  });
  await Promise.all(rows.map(async (article) => { article.fans = await article.getFans(); }));
  return { rows, count };
}

async function allTags() {
  const articles = await Article.findAll({ attributes: ['tagList'] });
  return [...new Set(articles.flatMap(({ tagList }) => tagList))];
}

module.exports = { bySlug, add, save, remove, favorite, unfavorite, page, allTags };
